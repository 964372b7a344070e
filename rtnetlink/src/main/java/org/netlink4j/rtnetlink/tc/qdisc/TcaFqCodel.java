package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.json.Numbers;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of fq_codel: {@code TCA_FQ_CODEL_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaFqCodel {
    /** u32: acceptable delay in microseconds. */
    public static final int TCA_FQ_CODEL_TARGET = 1;

    /** u32: longest queue in packets. */
    public static final int TCA_FQ_CODEL_LIMIT = 2;

    /** u32: how long the delay may be too long, in microseconds. */
    public static final int TCA_FQ_CODEL_INTERVAL = 3;

    /** u32: whether to mark instead of dropping, 0 or 1. */
    public static final int TCA_FQ_CODEL_ECN = 4;

    /** u32: how many queues; cannot be changed. */
    public static final int TCA_FQ_CODEL_FLOWS = 5;

    /** u32: bytes that a queue may send a round. */
    public static final int TCA_FQ_CODEL_QUANTUM = 6;

    /** u32: delay in microseconds from which on every packet is marked. */
    public static final int TCA_FQ_CODEL_CE_THRESHOLD = 7;

    /** u32: how many packets to drop at once if too many wait. */
    public static final int TCA_FQ_CODEL_DROP_BATCH_SIZE = 8;

    /** u32: most memory in bytes. */
    public static final int TCA_FQ_CODEL_MEMORY_LIMIT = 9;

    /** u8: value that the masked DS field has to have for {@link #TCA_FQ_CODEL_CE_THRESHOLD}; since Linux 5.16. */
    public static final int TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR = 10;

    /** u8: mask of the DS field; since Linux 5.16. */
    public static final int TCA_FQ_CODEL_CE_THRESHOLD_MASK = 11;

    /** Counters of the queueing discipline. */
    private static final StructSpec STATISTICS = Structs.u32(
            "tc_fq_codel_xstats", "type", "qdisc_stats.maxpacket", "qdisc_stats.drop_overlimit", "qdisc_stats.ecn_mark", "qdisc_stats.new_flow_count",
            "qdisc_stats.new_flows_len", "qdisc_stats.old_flows_len", "qdisc_stats.ce_mark", "qdisc_stats.memory_usage",
            "qdisc_stats.drop_overmemory");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_FQ_CODEL",
            u32(TCA_FQ_CODEL_TARGET, "TCA_FQ_CODEL_TARGET").key("target"),
            u32(TCA_FQ_CODEL_LIMIT, "TCA_FQ_CODEL_LIMIT").key("limit"),
            u32(TCA_FQ_CODEL_INTERVAL, "TCA_FQ_CODEL_INTERVAL").key("interval"),
            u32(TCA_FQ_CODEL_ECN, "TCA_FQ_CODEL_ECN").key("ecn").shown(Numbers::onlyTrue),
            u32(TCA_FQ_CODEL_FLOWS, "TCA_FQ_CODEL_FLOWS").key("flows"),
            u32(TCA_FQ_CODEL_QUANTUM, "TCA_FQ_CODEL_QUANTUM").key("quantum"),
            u32(TCA_FQ_CODEL_CE_THRESHOLD, "TCA_FQ_CODEL_CE_THRESHOLD").key("ce_threshold"),
            u32(TCA_FQ_CODEL_DROP_BATCH_SIZE, "TCA_FQ_CODEL_DROP_BATCH_SIZE").key("drop_batch"),
            u32(TCA_FQ_CODEL_MEMORY_LIMIT, "TCA_FQ_CODEL_MEMORY_LIMIT").key("memory_limit"),
            u8(TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR, "TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR").key("ce_threshold_selector"),
            u8(TCA_FQ_CODEL_CE_THRESHOLD_MASK, "TCA_FQ_CODEL_CE_THRESHOLD_MASK").key("ce_threshold_mask"));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC = TcTables.of(FqCodel.KIND, ATTRIBUTES)
            .counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(TcaFqCodel::counters));

    private TcaFqCodel() {}

    private static Optional<Map<String, Object>> counters(Attributes among, int number) {
        Map<String, Object> members = Shown.members(among, number, "qdisc_stats.maxpacket", "qdisc_stats.drop_overlimit",
                "qdisc_stats.new_flow_count", "qdisc_stats.ecn_mark", "qdisc_stats.new_flows_len", "qdisc_stats.old_flows_len");
        Shown.nonZero(members, among, number, "qdisc_stats.ce_mark");
        Shown.nonZero(members, among, number, "qdisc_stats.memory_usage", "memory_used");
        Shown.nonZero(members, among, number, "qdisc_stats.drop_overmemory");
        return Optional.of(members);
    }
}
