package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_PMTUDISC;

import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/**
 * A tunnel for IPv4 or MPLS over IPv4.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaIptun}
 */
public record Ipip(Attributes data) implements IptunKind<Ipip> {
    static final String KIND = "ipip";

    /** Checks the table. */
    public Ipip {
        LinkKindType.require(IflaIptun.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Ipip() {
        this(Attributes.none(IflaIptun.ATTRIBUTES));
    }

    /** {@return whether the MTU of the path is discovered; {@code IFLA_IPTUN_PMTUDISC}} */
    public Optional<Boolean> pathMtuDiscovery() {
        return truth(IFLA_IPTUN_PMTUDISC);
    }

    /**
     * Sets whether the MTU of the path is discovered.
     *
     * @param on whether it is
     * @return the kind with it
     */
    public Ipip pathMtuDiscovery(boolean on) {
        return with(IFLA_IPTUN_PMTUDISC, on);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ipip over(Attributes data) {
        return new Ipip(data);
    }
}
