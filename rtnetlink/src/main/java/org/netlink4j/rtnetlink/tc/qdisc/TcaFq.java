package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.json.Numbers;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of fq: {@code TCA_FQ_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaFq {
    /** u32: longest queue in packets. */
    public static final int TCA_FQ_PLIMIT = 1;

    /** u32: longest queue of a flow in packets. */
    public static final int TCA_FQ_FLOW_PLIMIT = 2;

    /** u32: bytes that a queue may send a round. */
    public static final int TCA_FQ_QUANTUM = 3;

    /** u32: bytes that a new queue may send at once. */
    public static final int TCA_FQ_INITIAL_QUANTUM = 4;

    /** u32: whether to pace, 0 or 1. */
    public static final int TCA_FQ_RATE_ENABLE = 5;

    /** u32, obsolete: bytes per second of flows that say nothing. */
    public static final int TCA_FQ_FLOW_DEFAULT_RATE = 6;

    /** u32: most bytes per second of a flow; all ones for no limit. */
    public static final int TCA_FQ_FLOW_MAX_RATE = 7;

    /** u32: logarithm to the base 2 of the count of hash buckets. */
    public static final int TCA_FQ_BUCKETS_LOG = 8;

    /** u32: how long a flow has to be idle to get its quantum anew, in microseconds. */
    public static final int TCA_FQ_FLOW_REFILL_DELAY = 9;

    /** u32: mask of the hash of packets without a socket. */
    public static final int TCA_FQ_ORPHAN_MASK = 10;

    /** u32: bytes per second below which every packet is paced on its own. */
    public static final int TCA_FQ_LOW_RATE_THRESHOLD = 11;

    /** u32: delay in microseconds from which on every packet is marked; all ones for never. */
    public static final int TCA_FQ_CE_THRESHOLD = 12;

    /** u32: how late a timer may be, in nanoseconds. */
    public static final int TCA_FQ_TIMER_SLACK = 13;

    /** u32: how far in the future a packet may be, in microseconds. */
    public static final int TCA_FQ_HORIZON = 14;

    /** u8: whether to drop packets beyond the horizon, else their time is cut, 0 or 1. */
    public static final int TCA_FQ_HORIZON_DROP = 15;

    /** {@code struct tc_prio_qopt}: band of each priority; since Linux 6.7. */
    public static final int TCA_FQ_PRIOMAP = 16;

    /** Three s32: weights of the bands; since Linux 6.7. */
    public static final int TCA_FQ_WEIGHTS = 17;

    /** u32: how far in the future the device takes packets, in microseconds; since Linux 6.13. */
    public static final int TCA_FQ_OFFLOAD_HORIZON = 18;

    /** Counters; the bands are there since Linux 6.7. */
    private static final StructSpec STATISTICS = new StructSpec("tc_fq_qd_stats", 152, List.of(
            field("gc_flows", 0, AttributeType.U64),
            field("highprio_packets", 8, AttributeType.U64),
            field("tcp_retrans", 16, AttributeType.U64),
            field("throttled", 24, AttributeType.U64),
            field("flows_plimit", 32, AttributeType.U64),
            field("pkts_too_long", 40, AttributeType.U64),
            field("allocation_errors", 48, AttributeType.U64),
            field("time_next_delayed_flow", 56, AttributeType.S64),
            field("flows", 64, AttributeType.U32),
            field("inactive_flows", 68, AttributeType.U32),
            field("throttled_flows", 72, AttributeType.U32),
            field("unthrottle_latency_ns", 76, AttributeType.U32),
            field("ce_mark", 80, AttributeType.U64),
            field("horizon_drops", 88, AttributeType.U64),
            field("horizon_caps", 96, AttributeType.U64),
            field("fastpath_packets", 104, AttributeType.U64),
            field("band_drops[0]", 112, AttributeType.U64),
            field("band_drops[1]", 120, AttributeType.U64),
            field("band_drops[2]", 128, AttributeType.U64),
            field("band_pkt_count[0]", 136, AttributeType.U32),
            field("band_pkt_count[1]", 140, AttributeType.U32),
            field("band_pkt_count[2]", 144, AttributeType.U32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_FQ",
            u32(TCA_FQ_PLIMIT, "TCA_FQ_PLIMIT").key("limit"),
            u32(TCA_FQ_FLOW_PLIMIT, "TCA_FQ_FLOW_PLIMIT").key("flow_limit"),
            u32(TCA_FQ_QUANTUM, "TCA_FQ_QUANTUM").key("quantum"),
            u32(TCA_FQ_INITIAL_QUANTUM, "TCA_FQ_INITIAL_QUANTUM").key("initial_quantum"),
            u32(TCA_FQ_RATE_ENABLE, "TCA_FQ_RATE_ENABLE").key("pacing").shown(Shown::onlyFalse),
            u32(TCA_FQ_FLOW_DEFAULT_RATE, "TCA_FQ_FLOW_DEFAULT_RATE").key("defrate").shown(Numbers::nonZero),
            u32(TCA_FQ_FLOW_MAX_RATE, "TCA_FQ_FLOW_MAX_RATE").key("maxrate").shown(Shown::notAll),
            u32(TCA_FQ_BUCKETS_LOG, "TCA_FQ_BUCKETS_LOG").key("buckets").shown(TcaFq::buckets),
            u32(TCA_FQ_FLOW_REFILL_DELAY, "TCA_FQ_FLOW_REFILL_DELAY").key("refill_delay"),
            u32(TCA_FQ_ORPHAN_MASK, "TCA_FQ_ORPHAN_MASK").key("orphan_mask"),
            u32(TCA_FQ_LOW_RATE_THRESHOLD, "TCA_FQ_LOW_RATE_THRESHOLD").key("low_rate_threshold").shown(Numbers::nonZero),
            u32(TCA_FQ_CE_THRESHOLD, "TCA_FQ_CE_THRESHOLD").key("ce_threshold").shown(Shown::notAll),
            u32(TCA_FQ_TIMER_SLACK, "TCA_FQ_TIMER_SLACK").key("timer_slack"),
            u32(TCA_FQ_HORIZON, "TCA_FQ_HORIZON").key("horizon"),
            u8(TCA_FQ_HORIZON_DROP, "TCA_FQ_HORIZON_DROP").key("").shown(TcaFq::horizon),
            struct(TCA_FQ_PRIOMAP, "TCA_FQ_PRIOMAP", TcaPrio.TC_PRIO_QOPT),
            binary(TCA_FQ_WEIGHTS, "TCA_FQ_WEIGHTS"),
            u32(TCA_FQ_OFFLOAD_HORIZON, "TCA_FQ_OFFLOAD_HORIZON"));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC = TcTables.of(Fq.KIND, ATTRIBUTES)
            .counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(TcaFq::counters));

    private TcaFq() {}

    private static Optional<Long> buckets(Attributes among, int number) {
        return among.number(number).stream().mapToObj(log -> 1L << log).findFirst();
    }

    /** A key without value. */
    private static Optional<Map<String, Object>> horizon(Attributes among, int number) {
        return among.number(number).stream()
                .mapToObj(drop -> Map.<String, Object>of(drop == 0 ? "horizon_cap" : "horizon_drop", Optional.empty()))
                .findFirst();
    }

    /** {@code tc} has the key "throttled" twice. */
    private static Optional<Map<String, Object>> counters(Attributes among, int number) {
        Map<String, Object> members = Shown.members(among, number, "flows");
        Shown.put(members, among, number, "inactive_flows", "inactive");
        Shown.put(members, among, number, "throttled_flows", "throttled");
        Shown.put(members, among, number, "gc_flows", "gc");
        Shown.put(members, among, number, "highprio_packets", "highprio");
        for (String counter : List.of("ce_mark", "horizon_drops", "horizon_caps", "flows_plimit", "pkts_too_long")) {
            Shown.nonZero(members, among, number, counter);
        }
        Shown.nonZero(members, among, number, "tcp_retrans", "retrans");
        Shown.nonZero(members, among, number, "unthrottle_latency_ns", "latency");
        Shown.nonZero(members, among, number, "allocation_errors", "alloc_errors");
        return Optional.of(members);
    }
}
