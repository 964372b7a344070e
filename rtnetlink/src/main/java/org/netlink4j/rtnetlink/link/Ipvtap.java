package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * An ipvlan whose packets a program reads and writes through a character device, {@code /dev/tapN} with its index N.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaIpvlan}
 */
public record Ipvtap(Attributes data) implements IpvlanKind<Ipvtap> {
    static final String KIND = "ipvtap";

    /** Checks the table. */
    public Ipvtap {
        LinkKindType.require(IflaIpvlan.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Ipvtap() {
        this(Attributes.none(IflaIpvlan.ATTRIBUTES));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ipvtap over(Attributes data) {
        return new Ipvtap(data);
    }
}
