package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A WireGuard tunnel. Keys and peers are set over generic netlink.
 *
 * @param data {@code IFLA_INFO_DATA}; the kernel knows none
 */
public record Wireguard(Attributes data) implements TypedLinkKind<Wireguard> {
    static final String KIND = "wireguard";

    /** Checks the table. */
    public Wireguard {
        LinkKindType.require(AttributeSet.UNKNOWN, data);
    }

    /** One with the kernel's defaults. */
    public Wireguard() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Wireguard over(Attributes data) {
        return new Wireguard(data);
    }
}
