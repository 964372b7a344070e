package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.json.Numbers;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of fq_pie: {@code TCA_FQ_PIE_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaFqPie {
    /** u32: longest queue in packets. */
    public static final int TCA_FQ_PIE_LIMIT = 1;

    /** u32: how many queues; cannot be changed. */
    public static final int TCA_FQ_PIE_FLOWS = 2;

    /** u32: acceptable delay in microseconds. */
    public static final int TCA_FQ_PIE_TARGET = 3;

    /** u32: how often the probability is reckoned, in microseconds. */
    public static final int TCA_FQ_PIE_TUPDATE = 4;

    /** u32: weight of the delay, 0 to 32. */
    public static final int TCA_FQ_PIE_ALPHA = 5;

    /** u32: weight of the change of the delay, 0 to 32. */
    public static final int TCA_FQ_PIE_BETA = 6;

    /** u32: bytes that a queue may send a round. */
    public static final int TCA_FQ_PIE_QUANTUM = 7;

    /** u32: most memory in bytes. */
    public static final int TCA_FQ_PIE_MEMORY_LIMIT = 8;

    /** u32: drop probability in percent up to which packets are marked. */
    public static final int TCA_FQ_PIE_ECN_PROB = 9;

    /** u32: whether to mark instead of dropping, 0 or 1. */
    public static final int TCA_FQ_PIE_ECN = 10;

    /** u32: whether long packets are dropped more often, 0 or 1. */
    public static final int TCA_FQ_PIE_BYTEMODE = 11;

    /** u32: whether the delay is estimated out of the rate, 0 or 1. */
    public static final int TCA_FQ_PIE_DQ_RATE_ESTIMATOR = 12;

    /** Counters. */
    private static final StructSpec STATISTICS = Structs.u32(
            "tc_fq_pie_xstats", "packets_in", "dropped", "overlimit", "overmemory", "ecn_mark", "new_flow_count", "new_flows_len", "old_flows_len",
            "memory_usage");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_FQ_PIE",
            u32(TCA_FQ_PIE_LIMIT, "TCA_FQ_PIE_LIMIT").key("limit"),
            u32(TCA_FQ_PIE_FLOWS, "TCA_FQ_PIE_FLOWS").key("flows"),
            u32(TCA_FQ_PIE_TARGET, "TCA_FQ_PIE_TARGET").key("target"),
            u32(TCA_FQ_PIE_TUPDATE, "TCA_FQ_PIE_TUPDATE").key("tupdate"),
            u32(TCA_FQ_PIE_ALPHA, "TCA_FQ_PIE_ALPHA").key("alpha"),
            u32(TCA_FQ_PIE_BETA, "TCA_FQ_PIE_BETA").key("beta"),
            u32(TCA_FQ_PIE_QUANTUM, "TCA_FQ_PIE_QUANTUM").key("quantum"),
            u32(TCA_FQ_PIE_MEMORY_LIMIT, "TCA_FQ_PIE_MEMORY_LIMIT").key("memory_limit"),
            u32(TCA_FQ_PIE_ECN_PROB, "TCA_FQ_PIE_ECN_PROB").key("ecn_prob"),
            u32(TCA_FQ_PIE_ECN, "TCA_FQ_PIE_ECN").key("ecn").shown(Numbers::onlyTrue),
            u32(TCA_FQ_PIE_BYTEMODE, "TCA_FQ_PIE_BYTEMODE").key("bytemode").shown(Numbers::onlyTrue),
            u32(TCA_FQ_PIE_DQ_RATE_ESTIMATOR, "TCA_FQ_PIE_DQ_RATE_ESTIMATOR").key("dq_rate_estimator").shown(Numbers::onlyTrue));

    /** {@code TCA_OPTIONS}, marked, as {@code tc} does, and the counters. */
    static final TcTables QDISC = TcTables.of(FqPie.KIND, nest(TCA_OPTIONS, "TCA_OPTIONS", () -> ATTRIBUTES))
            .counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(TcaFqPie::counters));

    private TcaFqPie() {}

    private static Optional<Map<String, Object>> counters(Attributes among, int number) {
        Map<String, Object> members = Shown.members(among, number, "overlimit", "overmemory", "dropped", "ecn_mark", "new_flow_count",
                "new_flows_len", "old_flows_len");
        Shown.put(members, among, number, "packets_in", "pkts_in");
        Shown.put(members, among, number, "memory_usage", "memory_used");
        return Optional.of(members);
    }
}
