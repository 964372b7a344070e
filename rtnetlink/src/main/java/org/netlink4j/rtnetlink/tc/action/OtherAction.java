package org.netlink4j.rtnetlink.tc.action;

import java.util.Objects;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A kind of action that has no type of its own; what it says of itself is kept as it is. For csum, nat, sample, simple, connmark,
 * ctinfo, mpls, skbmod, bpf, gate and ife there is a table.
 *
 * @param kind {@code TCA_ACT_KIND}
 * @param data {@code TCA_ACT_OPTIONS}
 */
public record OtherAction(String kind, Attributes data) implements ActionKind<OtherAction> {
    /** Refuses nulls. */
    public OtherAction {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(data);
    }

    /**
     * An action that says nothing of itself yet.
     *
     * @param kind {@code TCA_ACT_KIND}, for example {@code "csum"}
     */
    public OtherAction(String kind) {
        this(kind, Attributes.none(ActionKindType.table(kind).orElse(AttributeSet.UNKNOWN)));
    }

    @Override
    public OtherAction over(Attributes data) {
        return new OtherAction(kind, data);
    }
}
