package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.rtnetlink.encap.LwtunnelIp6.LWTUNNEL_IP6_DST;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp6.LWTUNNEL_IP6_FLAGS;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp6.LWTUNNEL_IP6_HOPLIMIT;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp6.LWTUNNEL_IP6_ID;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp6.LWTUNNEL_IP6_OPTS;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp6.LWTUNNEL_IP6_SRC;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp6.LWTUNNEL_IP6_TC;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.schema.Attributes;

/**
 * Metadata for a tunnel device that takes it from the packet ("external"), over IPv6.
 *
 * @param data attributes of {@link LwtunnelIp6}
 */
public record Ip6Encap(Attributes data) implements TypedEncap<Ip6Encap> {
    /** Checks the table. */
    public Ip6Encap {
        EncapType.IP6.require(data);
    }

    /** {@return the type, {@link LwtunnelEncap#LWTUNNEL_ENCAP_IP6}} */
    @Override
    public int type() {
        return EncapType.IP6.number();
    }

    @Override
    public Ip6Encap over(Attributes data) {
        return new Ip6Encap(data);
    }

    /**
     * To the other end of a tunnel.
     *
     * @param remote its address; {@code LWTUNNEL_IP6_DST}
     * @return the encapsulation
     */
    public static Ip6Encap to(Ipv6Address remote) {
        return new Ip6Encap(Attributes.none(LwtunnelIp6.ATTRIBUTES).with(LWTUNNEL_IP6_DST, remote));
    }

    /** {@return the other end; {@code LWTUNNEL_IP6_DST}} */
    public Optional<Ipv6Address> remote() {
        return data.ipv6(LWTUNNEL_IP6_DST);
    }

    /** {@return this end; {@code LWTUNNEL_IP6_SRC}} */
    public Optional<Ipv6Address> local() {
        return data.ipv6(LWTUNNEL_IP6_SRC);
    }

    /**
     * Sets this end.
     *
     * @param address an address of this host
     * @return the encapsulation with it
     */
    public Ip6Encap local(Ipv6Address address) {
        return over(data.with(LWTUNNEL_IP6_SRC, address));
    }

    /** {@return the id of the tunnel, the bits of a u64; {@code LWTUNNEL_IP6_ID}} */
    public OptionalLong id() {
        return data.number(LWTUNNEL_IP6_ID);
    }

    /**
     * Sets the id of the tunnel, for example a VNI.
     *
     * @param id the bits of a u64
     * @return the encapsulation with it
     */
    public Ip6Encap id(long id) {
        return over(data.with(LWTUNNEL_IP6_ID, id));
    }

    /** {@return the hop limit, 0 for that of the device; {@code LWTUNNEL_IP6_HOPLIMIT}} */
    public OptionalInt hopLimit() {
        return data.integer(LWTUNNEL_IP6_HOPLIMIT);
    }

    /**
     * Sets the hop limit.
     *
     * @param limit u8; 0 for that of the device
     * @return the encapsulation with it
     */
    public Ip6Encap hopLimit(int limit) {
        return over(data.with(LWTUNNEL_IP6_HOPLIMIT, limit));
    }

    /** {@return the traffic class; {@code LWTUNNEL_IP6_TC}} */
    public OptionalInt trafficClass() {
        return data.integer(LWTUNNEL_IP6_TC);
    }

    /**
     * Sets the traffic class.
     *
     * @param trafficClass u8
     * @return the encapsulation with it
     */
    public Ip6Encap trafficClass(int trafficClass) {
        return over(data.with(LWTUNNEL_IP6_TC, trafficClass));
    }

    /** {@return the flags, bits of {@link TunnelFlags}; {@code LWTUNNEL_IP6_FLAGS}} */
    public int flags() {
        return data.integer(LWTUNNEL_IP6_FLAGS).orElse(0);
    }

    /**
     * Sets the flags.
     *
     * @param flags bits of {@link TunnelFlags}, u16
     * @return the encapsulation with them
     */
    public Ip6Encap flags(int flags) {
        return over(data.with(LWTUNNEL_IP6_FLAGS, flags));
    }

    /** {@return the options of the tunnel; attributes of {@link LwtunnelIpOpts}; {@code LWTUNNEL_IP6_OPTS}} */
    public Optional<Attributes> options() {
        return data.nest(LWTUNNEL_IP6_OPTS);
    }

    /**
     * Sets the options of the tunnel.
     *
     * @param options attributes of {@link LwtunnelIpOpts}, where a warning stands
     * @return the encapsulation with them
     */
    public Ip6Encap options(Attributes options) {
        return over(data.with(LWTUNNEL_IP6_OPTS, options));
    }
}
