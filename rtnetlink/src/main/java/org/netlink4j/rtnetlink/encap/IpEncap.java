package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.rtnetlink.encap.LwtunnelIp.LWTUNNEL_IP_DST;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp.LWTUNNEL_IP_FLAGS;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp.LWTUNNEL_IP_ID;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp.LWTUNNEL_IP_OPTS;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp.LWTUNNEL_IP_SRC;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp.LWTUNNEL_IP_TOS;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp.LWTUNNEL_IP_TTL;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.schema.Attributes;

/**
 * Metadata for a tunnel device that takes it from the packet ("external"), over IPv4.
 *
 * @param data attributes of {@link LwtunnelIp}
 */
public record IpEncap(Attributes data) implements TypedEncap<IpEncap> {
    /** Checks the table. */
    public IpEncap {
        EncapType.IP.require(data);
    }

    /** {@return the type, {@link LwtunnelEncap#LWTUNNEL_ENCAP_IP}} */
    @Override
    public int type() {
        return EncapType.IP.number();
    }

    @Override
    public IpEncap over(Attributes data) {
        return new IpEncap(data);
    }

    /**
     * To the other end of a tunnel.
     *
     * @param remote its address; {@code LWTUNNEL_IP_DST}
     * @return the encapsulation
     */
    public static IpEncap to(Ipv4Address remote) {
        return new IpEncap(Attributes.none(LwtunnelIp.ATTRIBUTES).with(LWTUNNEL_IP_DST, remote));
    }

    /** {@return the other end; {@code LWTUNNEL_IP_DST}} */
    public Optional<Ipv4Address> remote() {
        return data.ipv4(LWTUNNEL_IP_DST);
    }

    /** {@return this end; {@code LWTUNNEL_IP_SRC}} */
    public Optional<Ipv4Address> local() {
        return data.ipv4(LWTUNNEL_IP_SRC);
    }

    /**
     * Sets this end.
     *
     * @param address an address of this host
     * @return the encapsulation with it
     */
    public IpEncap local(Ipv4Address address) {
        return over(data.with(LWTUNNEL_IP_SRC, address));
    }

    /** {@return the id of the tunnel, the bits of a u64; {@code LWTUNNEL_IP_ID}} */
    public OptionalLong id() {
        return data.number(LWTUNNEL_IP_ID);
    }

    /**
     * Sets the id of the tunnel, for example a VNI.
     *
     * @param id the bits of a u64
     * @return the encapsulation with it
     */
    public IpEncap id(long id) {
        return over(data.with(LWTUNNEL_IP_ID, id));
    }

    /** {@return the time to live, 0 for that of the device; {@code LWTUNNEL_IP_TTL}} */
    public OptionalInt timeToLive() {
        return data.integer(LWTUNNEL_IP_TTL);
    }

    /**
     * Sets the time to live.
     *
     * @param ttl u8; 0 for that of the device
     * @return the encapsulation with it
     */
    public IpEncap timeToLive(int ttl) {
        return over(data.with(LWTUNNEL_IP_TTL, ttl));
    }

    /** {@return the type of service; {@code LWTUNNEL_IP_TOS}} */
    public OptionalInt service() {
        return data.integer(LWTUNNEL_IP_TOS);
    }

    /**
     * Sets the type of service.
     *
     * @param service u8
     * @return the encapsulation with it
     */
    public IpEncap service(int service) {
        return over(data.with(LWTUNNEL_IP_TOS, service));
    }

    /** {@return the flags, bits of {@link TunnelFlags}; {@code LWTUNNEL_IP_FLAGS}} */
    public int flags() {
        return data.integer(LWTUNNEL_IP_FLAGS).orElse(0);
    }

    /**
     * Sets the flags.
     *
     * @param flags bits of {@link TunnelFlags}, u16
     * @return the encapsulation with them
     */
    public IpEncap flags(int flags) {
        return over(data.with(LWTUNNEL_IP_FLAGS, flags));
    }

    /** {@return the options of the tunnel; attributes of {@link LwtunnelIpOpts}; {@code LWTUNNEL_IP_OPTS}} */
    public Optional<Attributes> options() {
        return data.nest(LWTUNNEL_IP_OPTS);
    }

    /**
     * Sets the options of the tunnel.
     *
     * @param options attributes of {@link LwtunnelIpOpts}, where a warning stands
     * @return the encapsulation with them
     */
    public IpEncap options(Attributes options) {
        return over(data.with(LWTUNNEL_IP_OPTS, options));
    }
}
