package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * Holds filters for packets that come; since Linux 4.5 {@link Clsact} does more.
 *
 * @param data {@code TCA_OPTIONS}, with {@link AttributeSet#UNKNOWN}: the kind has no options
 */
public record Ingress(Attributes data) implements TypedQdiscKind<Ingress> {
    static final String KIND = "ingress";

    /** Checks the table. */
    public Ingress {
        KindTypes.requireNone(data);
    }

    /** The kind. */
    public Ingress() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ingress over(Attributes data) {
        return new Ingress(data);
    }
}
