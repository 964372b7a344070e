package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_ENCAP_LIMIT;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_FLOWINFO;

import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * A tunnel for IPv6 or IPv4 over IPv6, RFC 2473.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaIptun}
 */
public record Ip6tnl(Attributes data) implements IptunKind<Ip6tnl> {
    static final String KIND = "ip6tnl";

    /** Checks the table. */
    public Ip6tnl {
        LinkKindType.require(IflaIptun.ATTRIBUTES6, data);
    }

    /** One with the kernel's defaults. */
    public Ip6tnl() {
        this(Attributes.none(IflaIptun.ATTRIBUTES6));
    }

    /** {@return how many tunnels may be inside one another; {@code IFLA_IPTUN_ENCAP_LIMIT}} */
    public OptionalInt encapLimit() {
        return data.integer(IFLA_IPTUN_ENCAP_LIMIT);
    }

    /**
     * Sets how many tunnels may be inside one another.
     *
     * @param value u8
     * @return the kind with it
     */
    public Ip6tnl encapLimit(int value) {
        return with(IFLA_IPTUN_ENCAP_LIMIT, value);
    }

    /** {@return the traffic class and the flow label; {@code IFLA_IPTUN_FLOWINFO}} */
    public OptionalInt flowInfo() {
        return data.integer(IFLA_IPTUN_FLOWINFO);
    }

    /**
     * Sets the traffic class and the flow label.
     *
     * @param value 28 bits, the flow label in the low 20
     * @return the kind with it
     */
    public Ip6tnl flowInfo(long value) {
        return with(IFLA_IPTUN_FLOWINFO, value);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ip6tnl over(Attributes data) {
        return new Ip6tnl(data);
    }
}
