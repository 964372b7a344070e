package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u32be;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.json.Numbers;

/** Attributes of IP-in-IP tunnels: ipip, sit and ip6tnl: {@code IFLA_IPTUN_*} of {@code linux/if_tunnel.h}. */
public final class IflaIptun {
    /** u32: index of the lower device. */
    public static final int IFLA_IPTUN_LINK = 1;

    /** IP address: source address, IPv4 or, for ip6tnl, IPv6. */
    public static final int IFLA_IPTUN_LOCAL = 2;

    /** IP address: the other end, as {@link #IFLA_IPTUN_LOCAL}. */
    public static final int IFLA_IPTUN_REMOTE = 3;

    /** u8: time to live, 0 to inherit it. */
    public static final int IFLA_IPTUN_TTL = 4;

    /** u8: type of service, 1 to inherit it. */
    public static final int IFLA_IPTUN_TOS = 5;

    /** u8: how many tunnels may be inside one another, ip6tnl only. */
    public static final int IFLA_IPTUN_ENCAP_LIMIT = 6;

    /** u32 in network order: traffic class and flow label, ip6tnl only. */
    public static final int IFLA_IPTUN_FLOWINFO = 7;

    /** u16, for ip6tnl u32: {@code SIT_ISATAP}, for ip6tnl {@code IP6_TNL_F_*}. */
    public static final int IFLA_IPTUN_FLAGS = 8;

    /** u8: protocol inside, 4 IPv4, 41 IPv6, 137 MPLS, 0 any. */
    public static final int IFLA_IPTUN_PROTO = 9;

    /** u8: 1 to discover the MTU of the path. */
    public static final int IFLA_IPTUN_PMTUDISC = 10;

    /** IPv6 address: prefix of 6rd, sit only. */
    public static final int IFLA_IPTUN_6RD_PREFIX = 11;

    /** IPv4 address: prefix of relays, sit only. */
    public static final int IFLA_IPTUN_6RD_RELAY_PREFIX = 12;

    /** u16: length of {@link #IFLA_IPTUN_6RD_PREFIX} in bits. */
    public static final int IFLA_IPTUN_6RD_PREFIXLEN = 13;

    /** u16: length of {@link #IFLA_IPTUN_6RD_RELAY_PREFIX} in bits. */
    public static final int IFLA_IPTUN_6RD_RELAY_PREFIXLEN = 14;

    /** u16: UDP encapsulation, 0 none, 1 FOU, 2 GUE. */
    public static final int IFLA_IPTUN_ENCAP_TYPE = 15;

    /** u16: its flags, {@code TUNNEL_ENCAP_FLAG_*}. */
    public static final int IFLA_IPTUN_ENCAP_FLAGS = 16;

    /** u16 in network order: its source port, 0 for any. */
    public static final int IFLA_IPTUN_ENCAP_SPORT = 17;

    /** u16 in network order: its destination port. */
    public static final int IFLA_IPTUN_ENCAP_DPORT = 18;

    /** Flag: routes and filters say where packets go. */
    public static final int IFLA_IPTUN_COLLECT_METADATA = 19;

    /** u32: mark for the route of what is sent. */
    public static final int IFLA_IPTUN_FWMARK = 20;

    /** Bit of {@link #IFLA_IPTUN_FLAGS} of sit: ISATAP. */
    public static final int SIT_ISATAP = 1;

    /** Bit: no limit of tunnels inside one another; {@code linux/ip6_tunnel.h}. */
    public static final int IP6_TNL_F_IGN_ENCAP_LIMIT = 1;

    /** Bit: traffic class of the packet inside. */
    public static final int IP6_TNL_F_USE_ORIG_TCLASS = 2;

    /** Bit: flow label of the packet inside. */
    public static final int IP6_TNL_F_USE_ORIG_FLOWLABEL = 4;

    /** Bit: for Mobile IPv6. */
    public static final int IP6_TNL_F_MIP6_DEV = 8;

    /** Bit: copy the DSCP of the outer header to the packet inside. */
    public static final int IP6_TNL_F_RCV_DSCP_COPY = 16;

    /** Bit: mark of the packet inside. */
    public static final int IP6_TNL_F_USE_ORIG_FWMARK = 32;

    /** Bit: the other end may be an address of this host. */
    public static final int IP6_TNL_F_ALLOW_LOCAL_REMOTE = 64;

    /** Value of {@link #IFLA_IPTUN_ENCAP_TYPE}: none. */
    public static final int TUNNEL_ENCAP_NONE = 0;

    /** Value of {@link #IFLA_IPTUN_ENCAP_TYPE}: foo over UDP. */
    public static final int TUNNEL_ENCAP_FOU = 1;

    /** Value of {@link #IFLA_IPTUN_ENCAP_TYPE}: generic UDP encapsulation. */
    public static final int TUNNEL_ENCAP_GUE = 2;

    /** Bit: send UDP checksums over IPv4. */
    public static final int TUNNEL_ENCAP_FLAG_CSUM = 1;

    /** Bit: send UDP checksums over IPv6. */
    public static final int TUNNEL_ENCAP_FLAG_CSUM6 = 2;

    /** Bit: offload checksums to the other end. */
    public static final int TUNNEL_ENCAP_FLAG_REMCSUM = 4;

    /** The table of tunnels over IPv4. */
    public static final AttributeSet ATTRIBUTES = table(
            AttributeSpec::ipv4,
            u16(IFLA_IPTUN_FLAGS, "IFLA_IPTUN_FLAGS").key("").shown(IflaIptun::isatap),
            Map.of(0L, "any", 4L, "ipip", 41L, "ip6ip", 137L, "mplsip"));

    /** The table of tunnels over IPv6. */
    public static final AttributeSet ATTRIBUTES6 = table(
            AttributeSpec::ipv6,
            u32(IFLA_IPTUN_FLAGS, "IFLA_IPTUN_FLAGS").key("").shown(Tunnels::ip6Flags),
            Map.of(0L, "any", 4L, "ipip6", 41L, "ip6ip6"));

    private IflaIptun() {}

    private static AttributeSet table(
            BiFunction<Integer, String, AttributeSpec> address, AttributeSpec flags, Map<Long, String> protocols) {
        return AttributeSet.of("IFLA_IPTUN",
                u32(IFLA_IPTUN_LINK, "IFLA_IPTUN_LINK").key("link").shown(Renderings::someIndex),
                address.apply(IFLA_IPTUN_LOCAL, "IFLA_IPTUN_LOCAL").key("local").shown(Renderings::endpoint),
                address.apply(IFLA_IPTUN_REMOTE, "IFLA_IPTUN_REMOTE").key("remote").shown(Renderings::endpoint),
                u8(IFLA_IPTUN_TTL, "IFLA_IPTUN_TTL").key("ttl"),
                u8(IFLA_IPTUN_TOS, "IFLA_IPTUN_TOS").key("tos").shown(Renderings::nonZeroHex),
                u8(IFLA_IPTUN_ENCAP_LIMIT, "IFLA_IPTUN_ENCAP_LIMIT").key("encap_limit")
                        .shown(Tunnels.unless(IP6_TNL_F_IGN_ENCAP_LIMIT, IFLA_IPTUN_FLAGS, Numbers::number)),
                u32be(IFLA_IPTUN_FLOWINFO, "IFLA_IPTUN_FLOWINFO").key("").shown(Tunnels.flow(IFLA_IPTUN_FLAGS)),
                flags,
                u8(IFLA_IPTUN_PROTO, "IFLA_IPTUN_PROTO").key("proto").words(protocols),
                u8(IFLA_IPTUN_PMTUDISC, "IFLA_IPTUN_PMTUDISC").key("pmtudisc").shown(Numbers::truth),
                ipv6(IFLA_IPTUN_6RD_PREFIX, "IFLA_IPTUN_6RD_PREFIX").key("").shown(IflaIptun::prefix),
                ipv4(IFLA_IPTUN_6RD_RELAY_PREFIX, "IFLA_IPTUN_6RD_RELAY_PREFIX").key("").shown(IflaIptun::relayPrefix),
                u16(IFLA_IPTUN_6RD_PREFIXLEN, "IFLA_IPTUN_6RD_PREFIXLEN"),
                u16(IFLA_IPTUN_6RD_RELAY_PREFIXLEN, "IFLA_IPTUN_6RD_RELAY_PREFIXLEN"),
                u16(IFLA_IPTUN_ENCAP_TYPE, "IFLA_IPTUN_ENCAP_TYPE").key("encap").shown(Tunnels::encapsulation),
                u16(IFLA_IPTUN_ENCAP_FLAGS, "IFLA_IPTUN_ENCAP_FLAGS"),
                u16be(IFLA_IPTUN_ENCAP_SPORT, "IFLA_IPTUN_ENCAP_SPORT"),
                u16be(IFLA_IPTUN_ENCAP_DPORT, "IFLA_IPTUN_ENCAP_DPORT"),
                flag(IFLA_IPTUN_COLLECT_METADATA, "IFLA_IPTUN_COLLECT_METADATA").key("external"),
                u32(IFLA_IPTUN_FWMARK, "IFLA_IPTUN_FWMARK").key("fwmark")
                        .shown(Tunnels.unless(IP6_TNL_F_USE_ORIG_FWMARK, IFLA_IPTUN_FLAGS, Renderings::nonZeroHex)));
    }

    private static Optional<Map<String, Boolean>> isatap(Attributes data, int number) {
        boolean isatap = (data.integer(number).orElse(0) & SIT_ISATAP) != 0;
        return Optional.of(isatap ? Map.of("isatap", true) : Map.of());
    }

    private static Optional<Map<String, Object>> prefix(Attributes data, int number) {
        int length = data.integer(IFLA_IPTUN_6RD_PREFIXLEN).orElse(0);
        return length == 0
                ? Optional.empty()
                : data.ip(number).map(prefix -> new TreeMap<>(Map.of("prefix", prefix.toString(), "prefixlen", length)));
    }

    private static Optional<Map<String, Object>> relayPrefix(Attributes data, int number) {
        int length = data.integer(IFLA_IPTUN_6RD_RELAY_PREFIXLEN).orElse(0);
        return data.ip(number)
                .filter(prefix -> !prefix.isUnspecified() && data.integer(IFLA_IPTUN_6RD_PREFIXLEN).orElse(0) != 0)
                .map(prefix -> new TreeMap<>(Map.of("relay_prefix", prefix.toString(), "relay_prefixlen", length)));
    }
}
