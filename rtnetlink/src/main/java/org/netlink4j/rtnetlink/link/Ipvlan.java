package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * A device with IP addresses of its own on a lower device, whose MAC address it shares.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaIpvlan}
 */
public record Ipvlan(Attributes data) implements IpvlanKind<Ipvlan> {
    static final String KIND = "ipvlan";

    /** Checks the table. */
    public Ipvlan {
        LinkKindType.require(IflaIpvlan.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Ipvlan() {
        this(Attributes.none(IflaIpvlan.ATTRIBUTES));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ipvlan over(Attributes data) {
        return new Ipvlan(data);
    }
}
