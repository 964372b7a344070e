package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_COLLECT_METADATA;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_ENCAP_DPORT;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_ENCAP_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_ENCAP_SPORT;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_ENCAP_TYPE;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_FWMARK;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_LINK;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_LOCAL;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_PROTO;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_REMOTE;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_TOS;
import static org.netlink4j.rtnetlink.link.IflaIptun.IFLA_IPTUN_TTL;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.IpAddress;

/**
 * What IP-in-IP tunnels have in common.
 *
 * @param <K> the kind itself
 */
public sealed interface IptunKind<K extends IptunKind<K>> extends TypedLinkKind<K> permits Ip6tnl, Ipip, Sit {
    /** {@return the index of the lower device; {@code IFLA_IPTUN_LINK}} */
    default OptionalInt lower() {
        return data().integer(IFLA_IPTUN_LINK);
    }

    /**
     * Sets the index of the lower device.
     *
     * @param index its index; 0 for none
     * @return the kind with it
     */
    default K lower(int index) {
        return with(IFLA_IPTUN_LINK, index);
    }

    /** {@return the source address; {@code IFLA_IPTUN_LOCAL}} */
    default Optional<IpAddress> local() {
        return data().ip(IFLA_IPTUN_LOCAL);
    }

    /**
     * Sets the source address.
     *
     * @param address the address, of the version that the kind wants
     * @return the kind with it
     */
    default K local(IpAddress address) {
        return with(IFLA_IPTUN_LOCAL, address);
    }

    /** {@return the other end; {@code IFLA_IPTUN_REMOTE}} */
    default Optional<IpAddress> remote() {
        return data().ip(IFLA_IPTUN_REMOTE);
    }

    /**
     * Sets the other end.
     *
     * @param address the address, of the version that the kind wants
     * @return the kind with it
     */
    default K remote(IpAddress address) {
        return with(IFLA_IPTUN_REMOTE, address);
    }

    /** {@return the protocol inside; {@code IFLA_IPTUN_PROTO}} */
    default OptionalInt protocol() {
        return data().integer(IFLA_IPTUN_PROTO);
    }

    /**
     * Sets the protocol inside.
     *
     * @param value 4 for IPv4, 41 for IPv6, 137 for MPLS, 0 for any
     * @return the kind with it
     */
    default K protocol(int value) {
        return with(IFLA_IPTUN_PROTO, value);
    }

    /** {@return the time to live; {@code IFLA_IPTUN_TTL}} */
    default OptionalInt ttl() {
        return data().integer(IFLA_IPTUN_TTL);
    }

    /**
     * Sets the time to live.
     *
     * @param value u8; 0 to inherit it
     * @return the kind with it
     */
    default K ttl(int value) {
        return with(IFLA_IPTUN_TTL, value);
    }

    /** {@return the type of service; {@code IFLA_IPTUN_TOS}} */
    default OptionalInt tos() {
        return data().integer(IFLA_IPTUN_TOS);
    }

    /**
     * Sets the type of service.
     *
     * @param value u8; 1 to inherit it
     * @return the kind with it
     */
    default K tos(int value) {
        return with(IFLA_IPTUN_TOS, value);
    }

    /** {@return the flags; {@code IFLA_IPTUN_FLAGS}} */
    default OptionalInt flags() {
        return data().integer(IFLA_IPTUN_FLAGS);
    }

    /**
     * Sets the flags.
     *
     * @param value {@code SIT_ISATAP} for sit, {@code IP6_TNL_F_*} for ip6tnl, of {@link IflaIptun}
     * @return the kind with it
     */
    default K flags(long value) {
        return with(IFLA_IPTUN_FLAGS, value);
    }

    /** {@return the mark for the route of what is sent; {@code IFLA_IPTUN_FWMARK}} */
    default OptionalInt mark() {
        return data().integer(IFLA_IPTUN_FWMARK);
    }

    /**
     * Sets the mark for the route of what is sent.
     *
     * @param value u32
     * @return the kind with it
     */
    default K mark(long value) {
        return with(IFLA_IPTUN_FWMARK, value);
    }

    /** {@return whether routes and filters say where packets go; {@code IFLA_IPTUN_COLLECT_METADATA}} */
    default boolean external() {
        return data().has(IFLA_IPTUN_COLLECT_METADATA);
    }

    /**
     * Sets whether routes and filters say where packets go.
     *
     * @param on whether they do
     * @return the kind with it
     */
    default K external(boolean on) {
        return flag(IFLA_IPTUN_COLLECT_METADATA, on);
    }

    /** {@return the UDP encapsulation; {@code IFLA_IPTUN_ENCAP_TYPE}} */
    default OptionalInt encapType() {
        return data().integer(IFLA_IPTUN_ENCAP_TYPE);
    }

    /**
     * Sets the UDP encapsulation.
     *
     * @param value 0 none, 1 FOU, 2 GUE
     * @return the kind with it
     */
    default K encapType(int value) {
        return with(IFLA_IPTUN_ENCAP_TYPE, value);
    }

    /** {@return the flags of the UDP encapsulation; {@code IFLA_IPTUN_ENCAP_FLAGS}} */
    default OptionalInt encapFlags() {
        return data().integer(IFLA_IPTUN_ENCAP_FLAGS);
    }

    /**
     * Sets the flags of the UDP encapsulation.
     *
     * @param value {@code TUNNEL_ENCAP_FLAG_*} of {@link IflaIptun}
     * @return the kind with it
     */
    default K encapFlags(int value) {
        return with(IFLA_IPTUN_ENCAP_FLAGS, value);
    }

    /** {@return the source port of the UDP encapsulation; {@code IFLA_IPTUN_ENCAP_SPORT}} */
    default OptionalInt encapSourcePort() {
        return data().integer(IFLA_IPTUN_ENCAP_SPORT);
    }

    /**
     * Sets the source port of the UDP encapsulation.
     *
     * @param value u16; 0 for any
     * @return the kind with it
     */
    default K encapSourcePort(int value) {
        return with(IFLA_IPTUN_ENCAP_SPORT, value);
    }

    /** {@return the destination port of the UDP encapsulation; {@code IFLA_IPTUN_ENCAP_DPORT}} */
    default OptionalInt encapPort() {
        return data().integer(IFLA_IPTUN_ENCAP_DPORT);
    }

    /**
     * Sets the destination port of the UDP encapsulation.
     *
     * @param value u16
     * @return the kind with it
     */
    default K encapPort(int value) {
        return with(IFLA_IPTUN_ENCAP_DPORT, value);
    }
}
