package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * Quick fair queueing: classes share by weight. See {@link QfqClass}.
 *
 * @param data {@code TCA_OPTIONS}, with {@link AttributeSet#UNKNOWN}: the kind has no options
 */
public record Qfq(Attributes data) implements TypedQdiscKind<Qfq> {
    static final String KIND = "qfq";

    /** Checks the table. */
    public Qfq {
        KindTypes.requireNone(data);
    }

    /** The kind. */
    public Qfq() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Qfq over(Attributes data) {
        return new Qfq(data);
    }
}
