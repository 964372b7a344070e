package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * No queue at all: what a device without a queue has.
 *
 * @param data {@code TCA_OPTIONS}, with {@link AttributeSet#UNKNOWN}: the kind has no options
 */
public record Noqueue(Attributes data) implements TypedQdiscKind<Noqueue> {
    static final String KIND = "noqueue";

    /** Checks the table. */
    public Noqueue {
        KindTypes.requireNone(data);
    }

    /** The kind. */
    public Noqueue() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Noqueue over(Attributes data) {
        return new Noqueue(data);
    }
}
