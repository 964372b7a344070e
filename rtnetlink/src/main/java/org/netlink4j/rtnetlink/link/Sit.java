package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_6RD_PREFIX;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_6RD_PREFIXLEN;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_6RD_RELAY_PREFIX;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_6RD_RELAY_PREFIXLEN;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_PMTUDISC;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.schema.Attributes;

/**
 * A tunnel for IPv6, IPv4 or MPLS over IPv4.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaIptun}
 */
public record Sit(Attributes data) implements IptunKind<Sit> {
    static final String KIND = "sit";

    /** Checks the table. */
    public Sit {
        LinkKindType.require(IflaIptun.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Sit() {
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
    public Sit pathMtuDiscovery(boolean on) {
        return with(IFLA_IPTUN_PMTUDISC, on);
    }

    /**
     * Sets the prefix of 6rd.
     *
     * @param prefix its first bits
     * @param length their number, 0 to 128
     * @return the kind with it
     */
    public Sit prefix(Ipv6Address prefix, int length) {
        return with(IFLA_IPTUN_6RD_PREFIX, prefix).with(IFLA_IPTUN_6RD_PREFIXLEN, length);
    }

    /** {@return the prefix of 6rd; {@code IFLA_IPTUN_6RD_PREFIX}} */
    public Optional<Ipv6Address> prefix() {
        return data.ipv6(IFLA_IPTUN_6RD_PREFIX);
    }

    /** {@return the length of the prefix of 6rd in bits; {@code IFLA_IPTUN_6RD_PREFIXLEN}} */
    public OptionalInt prefixLength() {
        return data.integer(IFLA_IPTUN_6RD_PREFIXLEN);
    }

    /**
     * Sets the prefix of the relays of 6rd.
     *
     * @param prefix its first bits
     * @param length their number, 0 to 32
     * @return the kind with it
     */
    public Sit relayPrefix(Ipv4Address prefix, int length) {
        return with(IFLA_IPTUN_6RD_RELAY_PREFIX, prefix).with(IFLA_IPTUN_6RD_RELAY_PREFIXLEN, length);
    }

    /** {@return the prefix of the relays of 6rd; {@code IFLA_IPTUN_6RD_RELAY_PREFIX}} */
    public Optional<Ipv4Address> relayPrefix() {
        return data.ipv4(IFLA_IPTUN_6RD_RELAY_PREFIX);
    }

    /** {@return the length of the prefix of the relays in bits; {@code IFLA_IPTUN_6RD_RELAY_PREFIXLEN}} */
    public OptionalInt relayPrefixLength() {
        return data.integer(IFLA_IPTUN_6RD_RELAY_PREFIXLEN);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Sit over(Attributes data) {
        return new Sit(data);
    }
}
