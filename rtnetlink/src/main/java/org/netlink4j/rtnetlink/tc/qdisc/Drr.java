package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * Deficit round robin: classes take turns, each with its quantum. See {@link DrrClass}.
 *
 * @param data {@code TCA_OPTIONS}, with {@link AttributeSet#UNKNOWN}: the kind has no options
 */
public record Drr(Attributes data) implements TypedQdiscKind<Drr> {
    static final String KIND = "drr";

    /** Checks the table. */
    public Drr {
        KindTypes.requireNone(data);
    }

    /** The kind. */
    public Drr() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Drr over(Attributes data) {
        return new Drr(data);
    }
}
