package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.json.Numbers;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of dualpi2: {@code TCA_DUALPI2_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaDualpi2 {
    /** u32: longest queue in packets. */
    public static final int TCA_DUALPI2_LIMIT = 1;

    /** u32: most memory in bytes. */
    public static final int TCA_DUALPI2_MEMORY_LIMIT = 2;

    /** u32: acceptable delay in microseconds. */
    public static final int TCA_DUALPI2_TARGET = 3;

    /** u32: how often the probability is reckoned, in microseconds. */
    public static final int TCA_DUALPI2_TUPDATE = 4;

    /** u32: weight of the delay, Hz in 1/256. */
    public static final int TCA_DUALPI2_ALPHA = 5;

    /** u32: weight of the change of the delay, Hz in 1/256. */
    public static final int TCA_DUALPI2_BETA = 6;

    /** u32: packets from which on all of L4S are marked. */
    public static final int TCA_DUALPI2_STEP_THRESH_PKTS = 7;

    /** u32: delay in microseconds from which on all packets of L4S are marked. */
    public static final int TCA_DUALPI2_STEP_THRESH_US = 8;

    /** u32: packets below which the step does not count. */
    public static final int TCA_DUALPI2_MIN_QLEN_STEP = 9;

    /** u8: how much more L4S is marked. */
    public static final int TCA_DUALPI2_COUPLING = 10;

    /** u8: whether to drop when overloaded, else the queue overflows, 0 or 1. */
    public static final int TCA_DUALPI2_DROP_OVERLOAD = 11;

    /** u8: whether to drop as they come, else as they leave, 0 or 1. */
    public static final int TCA_DUALPI2_DROP_EARLY = 12;

    /** u8: percents that classic traffic gets at least. */
    public static final int TCA_DUALPI2_C_PROTECTION = 13;

    /** u8: which ECN codes are L4S; {@code TC_DUALPI2_ECN_MASK_*}. */
    public static final int TCA_DUALPI2_ECN_MASK = 14;

    /** u8: whether to split packets that the device would have to, 0 or 1. */
    public static final int TCA_DUALPI2_SPLIT_GSO = 15;

    /** Padding before a u64. */
    public static final int TCA_DUALPI2_PAD = 16;

    /** Counters. */
    private static final StructSpec STATISTICS = new StructSpec("tc_dualpi2_xstats", 48, List.of(
            field("prob", 0, AttributeType.U32),
            field("delay_c", 4, AttributeType.U32),
            field("delay_l", 8, AttributeType.U32),
            field("packets_in_c", 12, AttributeType.U32),
            field("packets_in_l", 16, AttributeType.U32),
            field("maxq", 20, AttributeType.U32),
            field("ecn_mark", 24, AttributeType.U32),
            field("step_marks", 28, AttributeType.U32),
            field("credit", 32, AttributeType.S32),
            field("memory_used", 36, AttributeType.U32),
            field("max_memory_used", 40, AttributeType.U32),
            field("memory_limit", 44, AttributeType.U32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_DUALPI2",
            u32(TCA_DUALPI2_LIMIT, "TCA_DUALPI2_LIMIT").key("limit"),
            u32(TCA_DUALPI2_MEMORY_LIMIT, "TCA_DUALPI2_MEMORY_LIMIT").key("memory_limit"),
            u32(TCA_DUALPI2_TARGET, "TCA_DUALPI2_TARGET").key("target"),
            u32(TCA_DUALPI2_TUPDATE, "TCA_DUALPI2_TUPDATE").key("tupdate"),
            u32(TCA_DUALPI2_ALPHA, "TCA_DUALPI2_ALPHA").key("alpha"),
            u32(TCA_DUALPI2_BETA, "TCA_DUALPI2_BETA").key("beta"),
            u32(TCA_DUALPI2_STEP_THRESH_PKTS, "TCA_DUALPI2_STEP_THRESH_PKTS").key("step_thresh_pkts"),
            u32(TCA_DUALPI2_STEP_THRESH_US, "TCA_DUALPI2_STEP_THRESH_US").key("step_thresh_us"),
            u32(TCA_DUALPI2_MIN_QLEN_STEP, "TCA_DUALPI2_MIN_QLEN_STEP").key("min_qlen_step"),
            u8(TCA_DUALPI2_COUPLING, "TCA_DUALPI2_COUPLING").key("coupling_factor"),
            u8(TCA_DUALPI2_DROP_OVERLOAD, "TCA_DUALPI2_DROP_OVERLOAD").key("drop_on_overload").shown(Numbers::truth),
            u8(TCA_DUALPI2_DROP_EARLY, "TCA_DUALPI2_DROP_EARLY").key("drop_enqueue").shown(Numbers::truth),
            u8(TCA_DUALPI2_C_PROTECTION, "TCA_DUALPI2_C_PROTECTION").key("classic_protection"),
            u8(TCA_DUALPI2_ECN_MASK, "TCA_DUALPI2_ECN_MASK").key("ecn_mask"),
            u8(TCA_DUALPI2_SPLIT_GSO, "TCA_DUALPI2_SPLIT_GSO").key("split_gso").shown(Numbers::truth),
            binary(TCA_DUALPI2_PAD, "TCA_DUALPI2_PAD"));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC = TcTables.of(Dualpi2.KIND, ATTRIBUTES)
            .counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(Shown::structure));

    private TcaDualpi2() {}
}
