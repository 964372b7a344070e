package org.netlink4j.rtnetlink.route;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.list;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.numbered;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u32be;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.AttributeSpec.uint;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.encap.Encap;

/** Messages about routes: {@code struct rtmsg} and the attributes {@code RTA_*} of {@code linux/rtnetlink.h}, as of Linux 6.18. */
public final class Rta {
    /** Destination; in MPLS a label. */
    public static final int RTA_DST = 1;

    /** Source; IPv6 only. */
    public static final int RTA_SRC = 2;

    /** u32: index of the device on which the packet came. */
    public static final int RTA_IIF = 3;

    /** u32: index of the device on which the packet leaves. */
    public static final int RTA_OIF = 4;

    /** Gateway of the route's own family; see {@link #RTA_VIA}. */
    public static final int RTA_GATEWAY = 5;

    /** u32: metric; the lowest wins. */
    public static final int RTA_PRIORITY = 6;

    /** Source address to prefer. */
    public static final int RTA_PREFSRC = 7;

    /** Nest of {@link Rtax}. */
    public static final int RTA_METRICS = 8;

    /** List of {@code struct rtnexthop} with attributes of their own. */
    public static final int RTA_MULTIPATH = 9;

    /** Not in use. */
    public static final int RTA_PROTOINFO = 10;

    /** u32: realms. */
    public static final int RTA_FLOW = 11;

    /** {@code struct rta_cacheinfo}, only in answers. */
    public static final int RTA_CACHEINFO = 12;

    /** Not in use. */
    public static final int RTA_SESSION = 13;

    /** Not in use. */
    public static final int RTA_MP_ALGO = 14;

    /** u32: table, which goes beyond the 8 bits of the header. */
    public static final int RTA_TABLE = 15;

    /** u32: mark of the packet. */
    public static final int RTA_MARK = 16;

    /** {@code struct rta_mfc_stats}, only in answers. */
    public static final int RTA_MFC_STATS = 17;

    /** {@code struct rtvia}: u16 family and a gateway of that family. */
    public static final int RTA_VIA = 18;

    /** Bytes: the labels to send with; MPLS only. */
    public static final int RTA_NEWDST = 19;

    /** u8: preference of the router; IPv6 only. */
    public static final int RTA_PREF = 20;

    /** u16: {@link org.netlink4j.rtnetlink.encap.LwtunnelEncap}. */
    public static final int RTA_ENCAP_TYPE = 21;

    /** Nest of that encapsulation. */
    public static final int RTA_ENCAP = 22;

    /** u32: lifetime in seconds, IPv6 only; u64 of a multicast route: hundredths of a second since it was used. */
    public static final int RTA_EXPIRES = 23;

    /** Padding before a u64. */
    public static final int RTA_PAD = 24;

    /** u32: user whose packet it is. */
    public static final int RTA_UID = 25;

    /** u8: whether the time to live is copied; MPLS only. */
    public static final int RTA_TTL_PROPAGATE = 26;

    /** u8: protocol of the packet. */
    public static final int RTA_IP_PROTO = 27;

    /** u16 in network byte order: source port of the packet. */
    public static final int RTA_SPORT = 28;

    /** u16 in network byte order: destination port of the packet. */
    public static final int RTA_DPORT = 29;

    /** u32: next hop object to use. */
    public static final int RTA_NH_ID = 30;

    /** u32 in network byte order: flow label of the packet; since Linux 6.14. */
    public static final int RTA_FLOWLABEL = 31;

    /** u32: why the kernel deleted the route, only in events; since Linux 7.2. */
    public static final int RTA_DEL_REASON = 32;

    /** The fixed header. */
    public static final StructSpec RTMSG = new StructSpec("rtmsg", 12, List.of(
            field("rtm_family", 0, AttributeType.U8),
            field("rtm_dst_len", 1, AttributeType.U8),
            field("rtm_src_len", 2, AttributeType.U8),
            field("rtm_tos", 3, AttributeType.U8),
            field("rtm_table", 4, AttributeType.U8),
            field("rtm_protocol", 5, AttributeType.U8),
            field("rtm_scope", 6, AttributeType.U8),
            field("rtm_type", 7, AttributeType.U8),
            field("rtm_flags", 8, AttributeType.U32)));

    /** Use and age of a route. */
    private static final StructSpec CACHEINFO = new StructSpec("rta_cacheinfo", 32, List.of(
            field("rta_clntref", 0, AttributeType.U32),
            field("rta_lastuse", 4, AttributeType.U32),
            field("rta_expires", 8, AttributeType.S32),
            field("rta_error", 12, AttributeType.U32),
            field("rta_used", 16, AttributeType.U32),
            field("rta_id", 20, AttributeType.U32),
            field("rta_ts", 24, AttributeType.U32),
            field("rta_tsage", 28, AttributeType.U32)));

    /** One way of a route with many: {@code rtnh_hops} is its weight less one, and of a multicast route the smallest TTL that goes there. */
    static final StructSpec RTNEXTHOP = new StructSpec("rtnexthop", 8, List.of(
            field("rtnh_len", 0, AttributeType.U16),
            field("rtnh_flags", 2, AttributeType.U8),
            field("rtnh_hops", 3, AttributeType.U8),
            field("rtnh_ifindex", 4, AttributeType.S32)));

    /** Counters of a multicast route. */
    private static final StructSpec MFC_STATS = new StructSpec("rta_mfc_stats", 24, List.of(
            field("mfcs_packets", 0, AttributeType.U64),
            field("mfcs_bytes", 8, AttributeType.U64),
            field("mfcs_wrong_if", 16, AttributeType.U64)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "RTA",
            address(RTA_DST, "RTA_DST"),
            address(RTA_SRC, "RTA_SRC"),
            u32(RTA_IIF, "RTA_IIF"),
            u32(RTA_OIF, "RTA_OIF"),
            address(RTA_GATEWAY, "RTA_GATEWAY"),
            u32(RTA_PRIORITY, "RTA_PRIORITY"),
            address(RTA_PREFSRC, "RTA_PREFSRC"),
            nest(RTA_METRICS, "RTA_METRICS", () -> Rtax.ATTRIBUTES).unmarked(),
            list(RTA_MULTIPATH, "RTA_MULTIPATH", RTNEXTHOP, () -> Rta.ATTRIBUTES).unmarked(),
            binary(RTA_PROTOINFO, "RTA_PROTOINFO"),
            u32(RTA_FLOW, "RTA_FLOW"),
            struct(RTA_CACHEINFO, "RTA_CACHEINFO", CACHEINFO),
            binary(RTA_SESSION, "RTA_SESSION"),
            binary(RTA_MP_ALGO, "RTA_MP_ALGO"),
            u32(RTA_TABLE, "RTA_TABLE"),
            u32(RTA_MARK, "RTA_MARK"),
            struct(RTA_MFC_STATS, "RTA_MFC_STATS", MFC_STATS),
            binary(RTA_VIA, "RTA_VIA"),
            binary(RTA_NEWDST, "RTA_NEWDST"),
            u8(RTA_PREF, "RTA_PREF"),
            u16(RTA_ENCAP_TYPE, "RTA_ENCAP_TYPE"),
            numbered(RTA_ENCAP, "RTA_ENCAP", RTA_ENCAP_TYPE, Encap::table),
            uint(RTA_EXPIRES, "RTA_EXPIRES"),
            binary(RTA_PAD, "RTA_PAD"),
            u32(RTA_UID, "RTA_UID"),
            u8(RTA_TTL_PROPAGATE, "RTA_TTL_PROPAGATE"),
            u8(RTA_IP_PROTO, "RTA_IP_PROTO"),
            u16be(RTA_SPORT, "RTA_SPORT"),
            u16be(RTA_DPORT, "RTA_DPORT"),
            u32(RTA_NH_ID, "RTA_NH_ID"),
            u32be(RTA_FLOWLABEL, "RTA_FLOWLABEL"),
            u32(RTA_DEL_REASON, "RTA_DEL_REASON"));

    private Rta() {}
}
