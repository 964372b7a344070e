package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A class for every queue of the device, and in each of them the default discipline.
 *
 * @param data {@code TCA_OPTIONS}, with {@link AttributeSet#UNKNOWN}: the kind has no options
 */
public record Mq(Attributes data) implements TypedQdiscKind<Mq> {
    static final String KIND = "mq";

    /** Checks the table. */
    public Mq {
        KindTypes.requireNone(data);
    }

    /** The kind. */
    public Mq() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mq over(Attributes data) {
        return new Mq(data);
    }
}
