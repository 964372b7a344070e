package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.flag;
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

/** Attributes of GRE and ERSPAN tunnels: {@code IFLA_GRE_*} of {@code linux/if_tunnel.h}. */
public final class IflaGre {
    /** u32: index of the lower device. */
    public static final int IFLA_GRE_LINK = 1;

    /** u16 in network order: what received packets must have, {@link GreFlags}. */
    public static final int IFLA_GRE_IFLAGS = 2;

    /** u16 in network order: what sent packets have, {@link GreFlags}. */
    public static final int IFLA_GRE_OFLAGS = 3;

    /** u32 in network order: key of received packets. */
    public static final int IFLA_GRE_IKEY = 4;

    /** u32 in network order: key of sent packets. */
    public static final int IFLA_GRE_OKEY = 5;

    /** IP address: source address, IPv4 or, for kinds that begin with "ip6", IPv6. */
    public static final int IFLA_GRE_LOCAL = 6;

    /** IP address: the other end, as {@link #IFLA_GRE_LOCAL}. */
    public static final int IFLA_GRE_REMOTE = 7;

    /** u8: time to live, 0 to inherit it. */
    public static final int IFLA_GRE_TTL = 8;

    /** u8: type of service, 1 to inherit it. */
    public static final int IFLA_GRE_TOS = 9;

    /** u8: 1 to discover the MTU of the path. */
    public static final int IFLA_GRE_PMTUDISC = 10;

    /** u8: how many tunnels may be inside one another, over IPv6 only. */
    public static final int IFLA_GRE_ENCAP_LIMIT = 11;

    /** u32 in network order: traffic class and flow label, over IPv6 only. */
    public static final int IFLA_GRE_FLOWINFO = 12;

    /** u32: {@code IP6_TNL_F_*} of {@link IflaIptun}, over IPv6 only. */
    public static final int IFLA_GRE_FLAGS = 13;

    /** u16: UDP encapsulation, 0 none, 1 FOU, 2 GUE. */
    public static final int IFLA_GRE_ENCAP_TYPE = 14;

    /** u16: its flags, {@code TUNNEL_ENCAP_FLAG_*} of {@link IflaIptun}. */
    public static final int IFLA_GRE_ENCAP_FLAGS = 15;

    /** u16 in network order: its source port, 0 for any. */
    public static final int IFLA_GRE_ENCAP_SPORT = 16;

    /** u16 in network order: its destination port. */
    public static final int IFLA_GRE_ENCAP_DPORT = 17;

    /** Flag: routes and filters say where packets go. */
    public static final int IFLA_GRE_COLLECT_METADATA = 18;

    /** u8: 1 to fragment packets that must not be. */
    public static final int IFLA_GRE_IGNORE_DF = 19;

    /** u32: mark for the route of what is sent. */
    public static final int IFLA_GRE_FWMARK = 20;

    /** u32: index of the mirror session, 20 bits. */
    public static final int IFLA_GRE_ERSPAN_INDEX = 21;

    /** u8: version of ERSPAN, 0 to 2. */
    public static final int IFLA_GRE_ERSPAN_VER = 22;

    /** u8: what is mirrored, 0 received, 1 sent frames. */
    public static final int IFLA_GRE_ERSPAN_DIR = 23;

    /** u16: id of the hardware, 6 bits. */
    public static final int IFLA_GRE_ERSPAN_HWID = 24;

    /** The table of tunnels over IPv4. */
    public static final AttributeSet ATTRIBUTES = table(AttributeSpec::ipv4);

    /** The table of tunnels over IPv6. */
    public static final AttributeSet ATTRIBUTES6 = table(AttributeSpec::ipv6);

    private IflaGre() {}

    private static AttributeSet table(BiFunction<Integer, String, AttributeSpec> address) {
        return AttributeSet.of("IFLA_GRE",
                u32(IFLA_GRE_LINK, "IFLA_GRE_LINK").key("link").shown(Renderings::someIndex),
                u16be(IFLA_GRE_IFLAGS, "IFLA_GRE_IFLAGS").key("").shown(IflaGre::input),
                u16be(IFLA_GRE_OFLAGS, "IFLA_GRE_OFLAGS").key("").shown(IflaGre::output),
                u32be(IFLA_GRE_IKEY, "IFLA_GRE_IKEY").key("ikey").shown(IflaGre::inputKey),
                u32be(IFLA_GRE_OKEY, "IFLA_GRE_OKEY").key("okey").shown(IflaGre::outputKey),
                address.apply(IFLA_GRE_LOCAL, "IFLA_GRE_LOCAL").key("local").shown(Renderings::endpoint),
                address.apply(IFLA_GRE_REMOTE, "IFLA_GRE_REMOTE").key("remote").shown(Renderings::endpoint),
                u8(IFLA_GRE_TTL, "IFLA_GRE_TTL").key("ttl"),
                u8(IFLA_GRE_TOS, "IFLA_GRE_TOS").key("tos").shown(Renderings::nonZeroHex),
                u8(IFLA_GRE_PMTUDISC, "IFLA_GRE_PMTUDISC").key("pmtudisc").shown(Numbers::truth),
                u8(IFLA_GRE_ENCAP_LIMIT, "IFLA_GRE_ENCAP_LIMIT").key("encap_limit")
                        .shown(Tunnels.unless(IflaIptun.IP6_TNL_F_IGN_ENCAP_LIMIT, IFLA_GRE_FLAGS, Numbers::number)),
                u32be(IFLA_GRE_FLOWINFO, "IFLA_GRE_FLOWINFO").key("").shown(Tunnels.flow(IFLA_GRE_FLAGS)),
                u32(IFLA_GRE_FLAGS, "IFLA_GRE_FLAGS").key("").shown(Tunnels::ip6Flags),
                u16(IFLA_GRE_ENCAP_TYPE, "IFLA_GRE_ENCAP_TYPE").key("encap").shown(Tunnels::encapsulation),
                u16(IFLA_GRE_ENCAP_FLAGS, "IFLA_GRE_ENCAP_FLAGS"),
                u16be(IFLA_GRE_ENCAP_SPORT, "IFLA_GRE_ENCAP_SPORT"),
                u16be(IFLA_GRE_ENCAP_DPORT, "IFLA_GRE_ENCAP_DPORT"),
                flag(IFLA_GRE_COLLECT_METADATA, "IFLA_GRE_COLLECT_METADATA").key("external"),
                u8(IFLA_GRE_IGNORE_DF, "IFLA_GRE_IGNORE_DF").key("ignore_df").shown(Numbers::onlyTrue),
                u32(IFLA_GRE_FWMARK, "IFLA_GRE_FWMARK").key("fwmark")
                        .shown(Tunnels.unless(IflaIptun.IP6_TNL_F_USE_ORIG_FWMARK, IFLA_GRE_FLAGS, Renderings::nonZeroHex)),
                u32(IFLA_GRE_ERSPAN_INDEX, "IFLA_GRE_ERSPAN_INDEX").key("erspan_index"),
                u8(IFLA_GRE_ERSPAN_VER, "IFLA_GRE_ERSPAN_VER").key("erspan_ver"),
                u8(IFLA_GRE_ERSPAN_DIR, "IFLA_GRE_ERSPAN_DIR").key("erspan_dir").words(Renderings.words("ingress", "egress")),
                u16(IFLA_GRE_ERSPAN_HWID, "IFLA_GRE_ERSPAN_HWID").key("erspan_hwid").shown(Numbers::hex));
    }

    private static boolean has(Attributes data, int flags, int flag) {
        return (data.integer(flags).orElse(0) & flag) != 0;
    }

    private static Optional<Map<String, Boolean>> flags(Attributes data, int number, String prefix) {
        Map<String, Boolean> set = new TreeMap<>();
        if (has(data, number, GreFlags.SEQ)) {
            set.put(prefix + "seq", true);
        }
        if (has(data, number, GreFlags.CSUM)) {
            set.put(prefix + "csum", true);
        }
        return Optional.of(set);
    }

    private static Optional<Map<String, Boolean>> input(Attributes data, int number) {
        return flags(data, number, "i");
    }

    private static Optional<Map<String, Boolean>> output(Attributes data, int number) {
        return flags(data, number, "o");
    }

    private static Optional<String> inputKey(Attributes data, int number) {
        return has(data, IFLA_GRE_IFLAGS, GreFlags.KEY) ? Renderings.dotted(data, number) : Optional.empty();
    }

    private static Optional<String> outputKey(Attributes data, int number) {
        return has(data, IFLA_GRE_OFLAGS, GreFlags.KEY) ? Renderings.dotted(data, number) : Optional.empty();
    }
}
