package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_COLLECT_METADATA;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_ENCAP_DPORT;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_ENCAP_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_ENCAP_LIMIT;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_ENCAP_SPORT;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_ENCAP_TYPE;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_ERSPAN_DIR;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_ERSPAN_HWID;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_ERSPAN_INDEX;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_ERSPAN_VER;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_FLOWINFO;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_FWMARK;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_IFLAGS;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_IGNORE_DF;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_IKEY;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_LINK;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_LOCAL;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_OFLAGS;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_OKEY;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_PMTUDISC;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_REMOTE;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_TOS;
import static org.netlink4j.rtnetlink.link.IflaGre.IFLA_GRE_TTL;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.IpAddress;

/**
 * What GRE and ERSPAN tunnels have in common.
 *
 * @param <K> the kind itself
 */
public sealed interface GreKind<K extends GreKind<K>> extends TypedLinkKind<K>
        permits Erspan, Gre, Gretap, Ip6erspan, Ip6gre, Ip6gretap {
    /** {@return the index of the lower device; {@code IFLA_GRE_LINK}} */
    default OptionalInt lower() {
        return data().integer(IFLA_GRE_LINK);
    }

    /**
     * Sets the index of the lower device.
     *
     * @param index its index; 0 for none
     * @return the kind with it
     */
    default K lower(int index) {
        return with(IFLA_GRE_LINK, index);
    }

    /** {@return the source address; {@code IFLA_GRE_LOCAL}} */
    default Optional<IpAddress> local() {
        return data().ip(IFLA_GRE_LOCAL);
    }

    /**
     * Sets the source address.
     *
     * @param address the address, of the version that the kind wants
     * @return the kind with it
     */
    default K local(IpAddress address) {
        return with(IFLA_GRE_LOCAL, address);
    }

    /** {@return the other end; {@code IFLA_GRE_REMOTE}} */
    default Optional<IpAddress> remote() {
        return data().ip(IFLA_GRE_REMOTE);
    }

    /**
     * Sets the other end.
     *
     * @param address the address, of the version that the kind wants
     * @return the kind with it
     */
    default K remote(IpAddress address) {
        return with(IFLA_GRE_REMOTE, address);
    }

    /** {@return what received packets must have; {@code IFLA_GRE_IFLAGS}} */
    default OptionalInt inputFlags() {
        return data().integer(IFLA_GRE_IFLAGS);
    }

    /**
     * Sets what received packets must have.
     *
     * @param value {@link GreFlags}
     * @return the kind with it
     */
    default K inputFlags(int value) {
        return with(IFLA_GRE_IFLAGS, value);
    }

    /** {@return what sent packets have; {@code IFLA_GRE_OFLAGS}} */
    default OptionalInt outputFlags() {
        return data().integer(IFLA_GRE_OFLAGS);
    }

    /**
     * Sets what sent packets have.
     *
     * @param value {@link GreFlags}
     * @return the kind with it
     */
    default K outputFlags(int value) {
        return with(IFLA_GRE_OFLAGS, value);
    }

    /** {@return the key of received packets; {@code IFLA_GRE_IKEY}} */
    default OptionalInt inputKey() {
        return data().integer(IFLA_GRE_IKEY);
    }

    /**
     * Sets the key of received packets.
     *
     * @param value u32; counts if {@link GreFlags#KEY} is among the flags
     * @return the kind with it
     */
    default K inputKey(long value) {
        return with(IFLA_GRE_IKEY, value);
    }

    /** {@return the key of sent packets; {@code IFLA_GRE_OKEY}} */
    default OptionalInt outputKey() {
        return data().integer(IFLA_GRE_OKEY);
    }

    /**
     * Sets the key of sent packets.
     *
     * @param value u32; counts if {@link GreFlags#KEY} is among the flags
     * @return the kind with it
     */
    default K outputKey(long value) {
        return with(IFLA_GRE_OKEY, value);
    }

    /** {@return the time to live; {@code IFLA_GRE_TTL}} */
    default OptionalInt ttl() {
        return data().integer(IFLA_GRE_TTL);
    }

    /**
     * Sets the time to live.
     *
     * @param value u8; 0 to inherit it
     * @return the kind with it
     */
    default K ttl(int value) {
        return with(IFLA_GRE_TTL, value);
    }

    /** {@return the type of service; {@code IFLA_GRE_TOS}} */
    default OptionalInt tos() {
        return data().integer(IFLA_GRE_TOS);
    }

    /**
     * Sets the type of service.
     *
     * @param value u8; 1 to inherit it
     * @return the kind with it
     */
    default K tos(int value) {
        return with(IFLA_GRE_TOS, value);
    }

    /** {@return whether the MTU of the path is discovered; {@code IFLA_GRE_PMTUDISC}} */
    default Optional<Boolean> pathMtuDiscovery() {
        return truth(IFLA_GRE_PMTUDISC);
    }

    /**
     * Sets whether the MTU of the path is discovered.
     *
     * @param on whether it is
     * @return the kind with it
     */
    default K pathMtuDiscovery(boolean on) {
        return with(IFLA_GRE_PMTUDISC, on);
    }

    /** {@return whether packets are fragmented that must not be; {@code IFLA_GRE_IGNORE_DF}} */
    default Optional<Boolean> ignoreDf() {
        return truth(IFLA_GRE_IGNORE_DF);
    }

    /**
     * Sets whether packets are fragmented that must not be.
     *
     * @param on whether they are
     * @return the kind with it
     */
    default K ignoreDf(boolean on) {
        return with(IFLA_GRE_IGNORE_DF, on);
    }

    /** {@return how many tunnels may be inside one another, over IPv6; {@code IFLA_GRE_ENCAP_LIMIT}} */
    default OptionalInt encapLimit() {
        return data().integer(IFLA_GRE_ENCAP_LIMIT);
    }

    /**
     * Sets how many tunnels may be inside one another, over IPv6.
     *
     * @param value u8
     * @return the kind with it
     */
    default K encapLimit(int value) {
        return with(IFLA_GRE_ENCAP_LIMIT, value);
    }

    /** {@return the traffic class and the flow label, over IPv6; {@code IFLA_GRE_FLOWINFO}} */
    default OptionalInt flowInfo() {
        return data().integer(IFLA_GRE_FLOWINFO);
    }

    /**
     * Sets the traffic class and the flow label, over IPv6.
     *
     * @param value 28 bits, the flow label in the low 20
     * @return the kind with it
     */
    default K flowInfo(long value) {
        return with(IFLA_GRE_FLOWINFO, value);
    }

    /** {@return the flags of a tunnel over IPv6; {@code IFLA_GRE_FLAGS}} */
    default OptionalInt flags6() {
        return data().integer(IFLA_GRE_FLAGS);
    }

    /**
     * Sets the flags of a tunnel over IPv6.
     *
     * @param value {@code IP6_TNL_F_*} of {@link IflaIptun}
     * @return the kind with it
     */
    default K flags6(long value) {
        return with(IFLA_GRE_FLAGS, value);
    }

    /** {@return the mark for the route of what is sent; {@code IFLA_GRE_FWMARK}} */
    default OptionalInt mark() {
        return data().integer(IFLA_GRE_FWMARK);
    }

    /**
     * Sets the mark for the route of what is sent.
     *
     * @param value u32
     * @return the kind with it
     */
    default K mark(long value) {
        return with(IFLA_GRE_FWMARK, value);
    }

    /** {@return whether routes and filters say where packets go; {@code IFLA_GRE_COLLECT_METADATA}} */
    default boolean external() {
        return data().has(IFLA_GRE_COLLECT_METADATA);
    }

    /**
     * Sets whether routes and filters say where packets go.
     *
     * @param on whether they do
     * @return the kind with it
     */
    default K external(boolean on) {
        return flag(IFLA_GRE_COLLECT_METADATA, on);
    }

    /** {@return the UDP encapsulation; {@code IFLA_GRE_ENCAP_TYPE}} */
    default OptionalInt encapType() {
        return data().integer(IFLA_GRE_ENCAP_TYPE);
    }

    /**
     * Sets the UDP encapsulation.
     *
     * @param value 0 none, 1 FOU, 2 GUE
     * @return the kind with it
     */
    default K encapType(int value) {
        return with(IFLA_GRE_ENCAP_TYPE, value);
    }

    /** {@return the flags of the UDP encapsulation; {@code IFLA_GRE_ENCAP_FLAGS}} */
    default OptionalInt encapFlags() {
        return data().integer(IFLA_GRE_ENCAP_FLAGS);
    }

    /**
     * Sets the flags of the UDP encapsulation.
     *
     * @param value {@code TUNNEL_ENCAP_FLAG_*} of {@link IflaIptun}
     * @return the kind with it
     */
    default K encapFlags(int value) {
        return with(IFLA_GRE_ENCAP_FLAGS, value);
    }

    /** {@return the source port of the UDP encapsulation; {@code IFLA_GRE_ENCAP_SPORT}} */
    default OptionalInt encapSourcePort() {
        return data().integer(IFLA_GRE_ENCAP_SPORT);
    }

    /**
     * Sets the source port of the UDP encapsulation.
     *
     * @param value u16; 0 for any
     * @return the kind with it
     */
    default K encapSourcePort(int value) {
        return with(IFLA_GRE_ENCAP_SPORT, value);
    }

    /** {@return the destination port of the UDP encapsulation; {@code IFLA_GRE_ENCAP_DPORT}} */
    default OptionalInt encapPort() {
        return data().integer(IFLA_GRE_ENCAP_DPORT);
    }

    /**
     * Sets the destination port of the UDP encapsulation.
     *
     * @param value u16
     * @return the kind with it
     */
    default K encapPort(int value) {
        return with(IFLA_GRE_ENCAP_DPORT, value);
    }

    /** {@return the version of ERSPAN; {@code IFLA_GRE_ERSPAN_VER}} */
    default OptionalInt erspanVersion() {
        return data().integer(IFLA_GRE_ERSPAN_VER);
    }

    /**
     * Sets the version of ERSPAN.
     *
     * @param value 0 to 2
     * @return the kind with it
     */
    default K erspanVersion(int value) {
        return with(IFLA_GRE_ERSPAN_VER, value);
    }

    /** {@return the index of the mirror session; {@code IFLA_GRE_ERSPAN_INDEX}} */
    default OptionalInt erspanIndex() {
        return data().integer(IFLA_GRE_ERSPAN_INDEX);
    }

    /**
     * Sets the index of the mirror session.
     *
     * @param value 20 bits
     * @return the kind with it
     */
    default K erspanIndex(long value) {
        return with(IFLA_GRE_ERSPAN_INDEX, value);
    }

    /** {@return what is mirrored; {@code IFLA_GRE_ERSPAN_DIR}} */
    default OptionalInt erspanDirection() {
        return data().integer(IFLA_GRE_ERSPAN_DIR);
    }

    /**
     * Sets what is mirrored.
     *
     * @param value 0 received, 1 sent frames
     * @return the kind with it
     */
    default K erspanDirection(int value) {
        return with(IFLA_GRE_ERSPAN_DIR, value);
    }

    /** {@return the id of the hardware; {@code IFLA_GRE_ERSPAN_HWID}} */
    default OptionalInt erspanHardware() {
        return data().integer(IFLA_GRE_ERSPAN_HWID);
    }

    /**
     * Sets the id of the hardware.
     *
     * @param value 6 bits
     * @return the kind with it
     */
    default K erspanHardware(int value) {
        return with(IFLA_GRE_ERSPAN_HWID, value);
    }
}
