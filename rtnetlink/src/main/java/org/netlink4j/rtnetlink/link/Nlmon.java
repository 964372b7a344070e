package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A device on which a packet socket sees the netlink messages of the host.
 *
 * @param data {@code IFLA_INFO_DATA}; the kernel knows none
 */
public record Nlmon(Attributes data) implements TypedLinkKind<Nlmon> {
    static final String KIND = "nlmon";

    /** Checks the table. */
    public Nlmon {
        LinkKindType.require(AttributeSet.UNKNOWN, data);
    }

    /** One with the kernel's defaults. */
    public Nlmon() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Nlmon over(Attributes data) {
        return new Nlmon(data);
    }
}
