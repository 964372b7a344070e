package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;

/** Standard statistics: {@code ETHTOOL_A_STATS_*} and {@code ETHTOOL_STATS_*} of {@code linux/ethtool_netlink.h}. */
public final class EthtoolStats {
    /** u32: the smallest frame that is counted here, in bytes. */
    public static final int ETHTOOL_A_STATS_GRP_HIST_BKT_LOW = 7;

    /** u32: the largest frame that is counted here, in bytes; 0 for no limit. */
    public static final int ETHTOOL_A_STATS_GRP_HIST_BKT_HI = 8;

    /** u64: the number of frames. */
    public static final int ETHTOOL_A_STATS_GRP_HIST_VAL = 9;

    /** Nothing: it aligns what follows. */
    public static final int ETHTOOL_A_STATS_GRP_PAD = 1;

    /** u32: which group; {@code ETHTOOL_STATS_*}. */
    public static final int ETHTOOL_A_STATS_GRP_ID = 2;

    /** u32: the set that names the counters; see {@link EthSs}. */
    public static final int ETHTOOL_A_STATS_GRP_SS_ID = 3;

    /** Nest of one u64 whose attribute number is the place in the set of names, any number of times. */
    public static final int ETHTOOL_A_STATS_GRP_STAT = 4;

    /** Nest of {@code ETHTOOL_A_STATS_GRP_HIST_*}, any number of times: received frames by size. */
    public static final int ETHTOOL_A_STATS_GRP_HIST_RX = 5;

    /** Nest of {@code ETHTOOL_A_STATS_GRP_HIST_*}, any number of times: transmitted frames by size. */
    public static final int ETHTOOL_A_STATS_GRP_HIST_TX = 6;

    /** Nothing: it aligns what follows. */
    public static final int ETHTOOL_A_STATS_PAD = 1;

    /** Nest of {@code ETHTOOL_A_HEADER_*}: the device. */
    public static final int ETHTOOL_A_STATS_HEADER = 2;

    /** Bitset of {@code ETHTOOL_STATS_*}, only in requests: the groups that are wanted. */
    public static final int ETHTOOL_A_STATS_GROUPS = 3;

    /** Nest of {@code ETHTOOL_A_STATS_GRP_*}, any number of times: one group. */
    public static final int ETHTOOL_A_STATS_GRP = 4;

    /** u32, since Linux 6.3: which MAC of the port is meant; {@code enum ethtool_mac_stats_src} of {@code linux/ethtool.h}. */
    public static final int ETHTOOL_A_STATS_SRC = 5;

    /** Group: IEEE 802.3 PHY. */
    public static final int ETHTOOL_STATS_ETH_PHY = 0;

    /** Group: IEEE 802.3 MAC. */
    public static final int ETHTOOL_STATS_ETH_MAC = 1;

    /** Group: IEEE 802.3 MAC control. */
    public static final int ETHTOOL_STATS_ETH_CTRL = 2;

    /** Group: RFC 2819 remote monitoring. */
    public static final int ETHTOOL_STATS_RMON = 3;

    /** The inside of {@link #ETHTOOL_A_STATS_GRP_STAT}: a counter whose number depends on the group. */
    static final AttributeSet COUNTER =
            AttributeSet.ofElements("ETHTOOL_A_STATS_GRP_STAT", AttributeSpec.u64(0, "counter"));

    /** The table of one bucket of a histogram. */
    public static final AttributeSet HISTOGRAM =
            AttributeSet.of(
                    "ETHTOOL_A_STATS_GRP",
                    u32(ETHTOOL_A_STATS_GRP_HIST_BKT_LOW, "ETHTOOL_A_STATS_GRP_HIST_BKT_LOW").key("low"),
                    u32(ETHTOOL_A_STATS_GRP_HIST_BKT_HI, "ETHTOOL_A_STATS_GRP_HIST_BKT_HI").key("high"),
                    u64(ETHTOOL_A_STATS_GRP_HIST_VAL, "ETHTOOL_A_STATS_GRP_HIST_VAL").key("value"));

    /** The table of one group. */
    public static final AttributeSet GROUP =
            AttributeSet.of(
                    "ETHTOOL_A_STATS_GRP",
                    binary(ETHTOOL_A_STATS_GRP_PAD, "ETHTOOL_A_STATS_GRP_PAD"),
                    u32(ETHTOOL_A_STATS_GRP_ID, "ETHTOOL_A_STATS_GRP_ID").key("id"),
                    u32(ETHTOOL_A_STATS_GRP_SS_ID, "ETHTOOL_A_STATS_GRP_SS_ID").key("string_set"),
                    nest(ETHTOOL_A_STATS_GRP_STAT, "ETHTOOL_A_STATS_GRP_STAT", () -> COUNTER),
                    nest(ETHTOOL_A_STATS_GRP_HIST_RX, "ETHTOOL_A_STATS_GRP_HIST_RX", () -> HISTOGRAM),
                    nest(ETHTOOL_A_STATS_GRP_HIST_TX, "ETHTOOL_A_STATS_GRP_HIST_TX", () -> HISTOGRAM));

    /** The table. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "ETHTOOL_A_STATS",
                    binary(ETHTOOL_A_STATS_PAD, "ETHTOOL_A_STATS_PAD"),
                    nest(ETHTOOL_A_STATS_HEADER, "ETHTOOL_A_STATS_HEADER", () -> EthtoolHeader.ATTRIBUTES).key(""),
                    nest(ETHTOOL_A_STATS_GROUPS, "ETHTOOL_A_STATS_GROUPS", () -> EthtoolBitset.ATTRIBUTES),
                    nest(ETHTOOL_A_STATS_GRP, "ETHTOOL_A_STATS_GRP", () -> GROUP),
                    u32(ETHTOOL_A_STATS_SRC, "ETHTOOL_A_STATS_SRC").key("src"));

    private EthtoolStats() {}
}
