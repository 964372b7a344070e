package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaInet.IFLA_INET6_ADDR_GEN_MODE;
import static org.netlink4j.rtnetlink.link.IflaInet.IFLA_INET6_CACHEINFO;
import static org.netlink4j.rtnetlink.link.IflaInet.IFLA_INET6_CONF;
import static org.netlink4j.rtnetlink.link.IflaInet.IFLA_INET6_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaInet.IFLA_INET6_RA_MTU;
import static org.netlink4j.rtnetlink.link.IflaInet.IFLA_INET6_TOKEN;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.schema.Attributes;

/**
 * What IPv6 says of a link: {@code AF_INET6} in {@code IFLA_AF_SPEC}.
 *
 * @param attributes attributes of {@link IflaInet#INET6}
 */
public record LinkInet6(Attributes attributes) {
    /** Checks the table. */
    public LinkInet6 {
        LinkKindType.require(IflaInet.INET6, attributes);
    }

    /**
     * A setting; {@code IFLA_INET6_CONF}.
     *
     * @param number {@code DEVCONF_*} of {@code linux/ipv6.h}, from 0 on
     * @return the value, s32; empty if the kernel has no such setting
     */
    public OptionalInt setting(int number) {
        return LinkInet.setting(attributes, IFLA_INET6_CONF, number);
    }

    /** {@return {@code IF_RA_*} and {@code IF_READY} flags, bits; {@code IFLA_INET6_FLAGS}} */
    public OptionalInt flags() {
        return attributes.integer(IFLA_INET6_FLAGS);
    }

    /** {@return how link-local addresses are made, 0 EUI-64, 1 not, 2 stable and private, 3 random; {@code IFLA_INET6_ADDR_GEN_MODE}} */
    public OptionalInt addressGeneration() {
        return attributes.integer(IFLA_INET6_ADDR_GEN_MODE);
    }

    /** {@return the interface identifier for automatic addresses; {@code IFLA_INET6_TOKEN}; {@code ::} for none} */
    public Optional<Ipv6Address> token() {
        return attributes.ipv6(IFLA_INET6_TOKEN);
    }

    /** {@return the milliseconds for which a neighbour is taken for reachable; {@code IFLA_INET6_CACHEINFO}} */
    public OptionalLong reachableTime() {
        return attributes.field(IFLA_INET6_CACHEINFO, "reachable_time");
    }

    /** {@return the milliseconds between neighbour solicitations; {@code IFLA_INET6_CACHEINFO}} */
    public OptionalLong retransmissionTime() {
        return attributes.field(IFLA_INET6_CACHEINFO, "retrans_time");
    }

    /** {@return the MTU that a router advertised; {@code IFLA_INET6_RA_MTU}; since Linux 5.15} */
    public OptionalInt advertisedMtu() {
        return attributes.integer(IFLA_INET6_RA_MTU);
    }
}
