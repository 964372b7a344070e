package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * Holds filters for packets that come and packets that leave, and queues nothing.
 *
 * @param data {@code TCA_OPTIONS}, with {@link AttributeSet#UNKNOWN}: the kind has no options
 */
public record Clsact(Attributes data) implements TypedQdiscKind<Clsact> {
    static final String KIND = "clsact";

    /** Checks the table. */
    public Clsact {
        KindTypes.requireNone(data);
    }

    /** The kind. */
    public Clsact() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Clsact over(Attributes data) {
        return new Clsact(data);
    }
}
