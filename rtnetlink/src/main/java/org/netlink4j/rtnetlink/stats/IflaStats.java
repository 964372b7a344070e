package org.netlink4j.rtnetlink.stats;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.IpFamily.AF_MPLS;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.link.Ifla;

/**
 * Messages about the statistics of links: {@code struct if_stats_msg}, the attributes {@code IFLA_STATS_*} of {@code linux/if_link.h},
 * and those of bridges, bonds and MPLS inside, as of Linux 7.3. Directions are 0 for what came and 1 for what was sent.
 */
public final class IflaStats {
    /** {@code struct rtnl_link_stats64}. */
    public static final int IFLA_STATS_LINK_64 = 1;

    /** Nest of {@code LINK_XSTATS_TYPE_*}: those of the kind of device. */
    public static final int IFLA_STATS_LINK_XSTATS = 2;

    /** Nest of {@code LINK_XSTATS_TYPE_*}: those of a port of that kind. */
    public static final int IFLA_STATS_LINK_XSTATS_SLAVE = 3;

    /** Nest of {@code IFLA_OFFLOAD_XSTATS_*}: those of the hardware. */
    public static final int IFLA_STATS_LINK_OFFLOAD_XSTATS = 4;

    /** Nest of address families, by their numbers. */
    public static final int IFLA_STATS_AF_SPEC = 5;

    /** In a request, nest: of each {@code IFLA_STATS_LINK_*} a mask of what is wanted; since Linux 5.18. */
    public static final int IFLA_STATS_GET_FILTERS = 1;

    /** In a request to change, u8: whether the hardware is to count; since Linux 5.18. */
    public static final int IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS = 2;

    /** Nest of {@code BRIDGE_XSTATS_*}. */
    public static final int LINK_XSTATS_TYPE_BRIDGE = 1;

    /** Nest of {@code BOND_XSTATS_*}. */
    public static final int LINK_XSTATS_TYPE_BOND = 2;

    /** {@code struct rtnl_link_stats64}: what went through the processor. */
    public static final int IFLA_OFFLOAD_XSTATS_CPU_HIT = 1;

    /** Nest: for each kind of hardware statistics a nest of {@code IFLA_OFFLOAD_XSTATS_HW_S_INFO_*}. */
    public static final int IFLA_OFFLOAD_XSTATS_HW_S_INFO = 2;

    /** {@code struct rtnl_hw_stats64}: what the hardware routed. */
    public static final int IFLA_OFFLOAD_XSTATS_L3_STATS = 3;

    /** u8: whether somebody asked for them. */
    public static final int IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST = 1;

    /** u8: whether a device counts. */
    public static final int IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED = 2;

    /** {@code struct bridge_vlan_xstats}, one a VLAN. */
    public static final int BRIDGE_XSTATS_VLAN = 1;

    /** {@code struct br_mcast_stats}. */
    public static final int BRIDGE_XSTATS_MCAST = 2;

    /** Padding; only in answers. */
    public static final int BRIDGE_XSTATS_PAD = 3;

    /** {@code struct bridge_stp_xstats}. */
    public static final int BRIDGE_XSTATS_STP = 4;

    /** Nest of {@code BOND_3AD_STAT_*}. */
    public static final int BOND_XSTATS_3AD = 1;

    /** u64: frames of LACP that came. */
    public static final int BOND_3AD_STAT_LACPDU_RX = 0;

    /** u64: frames of LACP that were sent. */
    public static final int BOND_3AD_STAT_LACPDU_TX = 1;

    /** u64: frames of an unknown kind that came. */
    public static final int BOND_3AD_STAT_LACPDU_UNKNOWN_RX = 2;

    /** u64: wrong frames that came. */
    public static final int BOND_3AD_STAT_LACPDU_ILLEGAL_RX = 3;

    /** u64: markers that came. */
    public static final int BOND_3AD_STAT_MARKER_RX = 4;

    /** u64: markers that were sent. */
    public static final int BOND_3AD_STAT_MARKER_TX = 5;

    /** u64: answers to markers that came. */
    public static final int BOND_3AD_STAT_MARKER_RESP_RX = 6;

    /** u64: answers to markers that were sent. */
    public static final int BOND_3AD_STAT_MARKER_RESP_TX = 7;

    /** u64: markers of an unknown kind that came. */
    public static final int BOND_3AD_STAT_MARKER_UNKNOWN_RX = 8;

    /** Padding; only in answers. */
    public static final int BOND_3AD_STAT_PAD = 9;

    /** {@code struct mpls_link_stats}. */
    public static final int MPLS_STATS_LINK = 1;

    /** The fixed header. */
    public static final StructSpec IF_STATS_MSG = new StructSpec("if_stats_msg", 12, List.of(
            field("family", 0, AttributeType.U8),
            field("ifindex", 4, AttributeType.U32),
            field("filter_mask", 8, AttributeType.U32)));

    private static final StructSpec LINK_64 =
            Ifla.ATTRIBUTES.find(Ifla.IFLA_STATS64).flatMap(AttributeSpec::struct).orElseThrow();

    /** The first of the same counters. */
    private static final StructSpec HARDWARE = new StructSpec("rtnl_hw_stats64", 72, LINK_64.fields().subList(0, 9));

    private static final StructSpec VLAN = new StructSpec("bridge_vlan_xstats", 40, List.of(
            field("rx_bytes", 0, AttributeType.U64),
            field("rx_packets", 8, AttributeType.U64),
            field("tx_bytes", 16, AttributeType.U64),
            field("tx_packets", 24, AttributeType.U64),
            field("vid", 32, AttributeType.U16),
            field("flags", 34, AttributeType.U16)));

    private static final StructSpec MULTICAST = new StructSpec("br_mcast_stats", 240, List.of(
            field("igmp_v1queries[0]", 0, AttributeType.U64),
            field("igmp_v1queries[1]", 8, AttributeType.U64),
            field("igmp_v2queries[0]", 16, AttributeType.U64),
            field("igmp_v2queries[1]", 24, AttributeType.U64),
            field("igmp_v3queries[0]", 32, AttributeType.U64),
            field("igmp_v3queries[1]", 40, AttributeType.U64),
            field("igmp_leaves[0]", 48, AttributeType.U64),
            field("igmp_leaves[1]", 56, AttributeType.U64),
            field("igmp_v1reports[0]", 64, AttributeType.U64),
            field("igmp_v1reports[1]", 72, AttributeType.U64),
            field("igmp_v2reports[0]", 80, AttributeType.U64),
            field("igmp_v2reports[1]", 88, AttributeType.U64),
            field("igmp_v3reports[0]", 96, AttributeType.U64),
            field("igmp_v3reports[1]", 104, AttributeType.U64),
            field("igmp_parse_errors", 112, AttributeType.U64),
            field("mld_v1queries[0]", 120, AttributeType.U64),
            field("mld_v1queries[1]", 128, AttributeType.U64),
            field("mld_v2queries[0]", 136, AttributeType.U64),
            field("mld_v2queries[1]", 144, AttributeType.U64),
            field("mld_leaves[0]", 152, AttributeType.U64),
            field("mld_leaves[1]", 160, AttributeType.U64),
            field("mld_v1reports[0]", 168, AttributeType.U64),
            field("mld_v1reports[1]", 176, AttributeType.U64),
            field("mld_v2reports[0]", 184, AttributeType.U64),
            field("mld_v2reports[1]", 192, AttributeType.U64),
            field("mld_parse_errors", 200, AttributeType.U64),
            field("mcast_bytes[0]", 208, AttributeType.U64),
            field("mcast_bytes[1]", 216, AttributeType.U64),
            field("mcast_packets[0]", 224, AttributeType.U64),
            field("mcast_packets[1]", 232, AttributeType.U64)));

    private static final StructSpec SPANNING_TREE = new StructSpec("bridge_stp_xstats", 48, List.of(
            field("transition_blk", 0, AttributeType.U64),
            field("transition_fwd", 8, AttributeType.U64),
            field("rx_bpdu", 16, AttributeType.U64),
            field("tx_bpdu", 24, AttributeType.U64),
            field("rx_tcn", 32, AttributeType.U64),
            field("tx_tcn", 40, AttributeType.U64)));

    private static final StructSpec MPLS_LINK = new StructSpec("mpls_link_stats", 72, List.of(
            field("rx_packets", 0, AttributeType.U64),
            field("tx_packets", 8, AttributeType.U64),
            field("rx_bytes", 16, AttributeType.U64),
            field("tx_bytes", 24, AttributeType.U64),
            field("rx_errors", 32, AttributeType.U64),
            field("tx_errors", 40, AttributeType.U64),
            field("rx_dropped", 48, AttributeType.U64),
            field("tx_dropped", 56, AttributeType.U64),
            field("rx_noroute", 64, AttributeType.U64)));

    /** The table of {@link #LINK_XSTATS_TYPE_BRIDGE}. */
    public static final AttributeSet BRIDGE = AttributeSet.of(
            "BRIDGE_XSTATS",
            struct(BRIDGE_XSTATS_VLAN, "BRIDGE_XSTATS_VLAN", VLAN),
            struct(BRIDGE_XSTATS_MCAST, "BRIDGE_XSTATS_MCAST", MULTICAST).key("mcast"),
            binary(BRIDGE_XSTATS_PAD, "BRIDGE_XSTATS_PAD"),
            struct(BRIDGE_XSTATS_STP, "BRIDGE_XSTATS_STP", SPANNING_TREE).key("stp"));

    /** The table of {@link #BOND_XSTATS_3AD}. */
    public static final AttributeSet BOND_3AD = AttributeSet.of(
            "BOND_3AD_STAT",
            u64(BOND_3AD_STAT_LACPDU_RX, "BOND_3AD_STAT_LACPDU_RX").key("lacpdu_rx"),
            u64(BOND_3AD_STAT_LACPDU_TX, "BOND_3AD_STAT_LACPDU_TX").key("lacpdu_tx"),
            u64(BOND_3AD_STAT_LACPDU_UNKNOWN_RX, "BOND_3AD_STAT_LACPDU_UNKNOWN_RX").key("lacpdu_unknown_rx"),
            u64(BOND_3AD_STAT_LACPDU_ILLEGAL_RX, "BOND_3AD_STAT_LACPDU_ILLEGAL_RX").key("lacpdu_illegal_rx"),
            u64(BOND_3AD_STAT_MARKER_RX, "BOND_3AD_STAT_MARKER_RX").key("marker_rx"),
            u64(BOND_3AD_STAT_MARKER_TX, "BOND_3AD_STAT_MARKER_TX").key("marker_tx"),
            u64(BOND_3AD_STAT_MARKER_RESP_RX, "BOND_3AD_STAT_MARKER_RESP_RX").key("marker_response_rx"),
            u64(BOND_3AD_STAT_MARKER_RESP_TX, "BOND_3AD_STAT_MARKER_RESP_TX").key("marker_response_tx"),
            u64(BOND_3AD_STAT_MARKER_UNKNOWN_RX, "BOND_3AD_STAT_MARKER_UNKNOWN_RX").key("marker_unknown_rx"),
            binary(BOND_3AD_STAT_PAD, "BOND_3AD_STAT_PAD"));

    /** The table of {@link #LINK_XSTATS_TYPE_BOND}. */
    public static final AttributeSet BOND = AttributeSet.of(
            "BOND_XSTATS",
            nest(BOND_XSTATS_3AD, "BOND_XSTATS_3AD", () -> BOND_3AD).key("802.3ad"));

    /** The table of {@link #IFLA_STATS_LINK_XSTATS} and {@link #IFLA_STATS_LINK_XSTATS_SLAVE}. */
    public static final AttributeSet TYPES = AttributeSet.of(
            "LINK_XSTATS_TYPE",
            nest(LINK_XSTATS_TYPE_BRIDGE, "LINK_XSTATS_TYPE_BRIDGE", () -> BRIDGE).key("bridge"),
            nest(LINK_XSTATS_TYPE_BOND, "LINK_XSTATS_TYPE_BOND", () -> BOND).key("bond"));

    /** What is in each nest of {@link #IFLA_OFFLOAD_XSTATS_HW_S_INFO}. */
    public static final AttributeSet INFO = AttributeSet.of(
            "IFLA_OFFLOAD_XSTATS_HW_S_INFO",
            u8(IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST, "IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST").key("request"),
            u8(IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED, "IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED").key("used"));

    /** The table of {@link #IFLA_OFFLOAD_XSTATS_HW_S_INFO}: what the hardware can count. */
    public static final AttributeSet COUNTED = AttributeSet.of(
            "IFLA_OFFLOAD_XSTATS",
            nest(IFLA_OFFLOAD_XSTATS_L3_STATS, "IFLA_OFFLOAD_XSTATS_L3_STATS", () -> INFO).key("l3_stats"));

    /** The table of {@link #IFLA_STATS_LINK_OFFLOAD_XSTATS}. */
    public static final AttributeSet OFFLOAD = AttributeSet.of(
            "IFLA_OFFLOAD_XSTATS",
            struct(IFLA_OFFLOAD_XSTATS_CPU_HIT, "IFLA_OFFLOAD_XSTATS_CPU_HIT", LINK_64).key("cpu_hit"),
            nest(IFLA_OFFLOAD_XSTATS_HW_S_INFO, "IFLA_OFFLOAD_XSTATS_HW_S_INFO", () -> COUNTED).key("hw_stats_info"),
            struct(IFLA_OFFLOAD_XSTATS_L3_STATS, "IFLA_OFFLOAD_XSTATS_L3_STATS", HARDWARE).key("l3_stats"));

    /** The table of MPLS. */
    public static final AttributeSet MPLS = AttributeSet.of(
            "MPLS_STATS",
            struct(MPLS_STATS_LINK, "MPLS_STATS_LINK", MPLS_LINK).key("link"));

    /** The table of {@link #IFLA_STATS_AF_SPEC}. */
    public static final AttributeSet FAMILIES = AttributeSet.of(
            "AF",
            nest(AF_MPLS, "AF_MPLS", () -> MPLS).key("mpls"));

    /** The table of answers. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "IFLA_STATS",
            struct(IFLA_STATS_LINK_64, "IFLA_STATS_LINK_64", LINK_64).key("link"),
            nest(IFLA_STATS_LINK_XSTATS, "IFLA_STATS_LINK_XSTATS", () -> TYPES).key("xstats"),
            nest(IFLA_STATS_LINK_XSTATS_SLAVE, "IFLA_STATS_LINK_XSTATS_SLAVE", () -> TYPES).key("xstats_slave"),
            nest(IFLA_STATS_LINK_OFFLOAD_XSTATS, "IFLA_STATS_LINK_OFFLOAD_XSTATS", () -> OFFLOAD).key("offload"),
            nest(IFLA_STATS_AF_SPEC, "IFLA_STATS_AF_SPEC", () -> FAMILIES).key("afstats"));

    /** The table of {@link #IFLA_STATS_GET_FILTERS}. */
    public static final AttributeSet FILTERS = AttributeSet.of(
            "IFLA_STATS",
            u32(IFLA_STATS_LINK_64, "IFLA_STATS_LINK_64"),
            u32(IFLA_STATS_LINK_XSTATS, "IFLA_STATS_LINK_XSTATS"),
            u32(IFLA_STATS_LINK_XSTATS_SLAVE, "IFLA_STATS_LINK_XSTATS_SLAVE"),
            u32(IFLA_STATS_LINK_OFFLOAD_XSTATS, "IFLA_STATS_LINK_OFFLOAD_XSTATS"),
            u32(IFLA_STATS_AF_SPEC, "IFLA_STATS_AF_SPEC"));

    /** The table of requests. */
    public static final AttributeSet REQUESTS = AttributeSet.of(
            "IFLA_STATS_GETSET",
            nest(IFLA_STATS_GET_FILTERS, "IFLA_STATS_GET_FILTERS", () -> FILTERS),
            u8(IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS, "IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS"));

    private IflaStats() {}
}
