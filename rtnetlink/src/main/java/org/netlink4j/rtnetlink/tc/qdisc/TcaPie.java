package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
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

/** Attributes of pie: {@code TCA_PIE_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaPie {
    /** u32: acceptable delay in microseconds. */
    public static final int TCA_PIE_TARGET = 1;

    /** u32: longest queue in packets. */
    public static final int TCA_PIE_LIMIT = 2;

    /** u32: how often the probability is reckoned, in microseconds. */
    public static final int TCA_PIE_TUPDATE = 3;

    /** u32: weight of the delay, 0 to 32. */
    public static final int TCA_PIE_ALPHA = 4;

    /** u32: weight of the change of the delay, 0 to 32. */
    public static final int TCA_PIE_BETA = 5;

    /** u32: whether to mark instead of dropping, 0 or 1. */
    public static final int TCA_PIE_ECN = 6;

    /** u32: whether long packets are dropped more often, 0 or 1. */
    public static final int TCA_PIE_BYTEMODE = 7;

    /** u32: whether the delay is estimated out of the rate, 0 or 1. */
    public static final int TCA_PIE_DQ_RATE_ESTIMATOR = 8;

    /** Counters. */
    private static final StructSpec STATISTICS = new StructSpec("tc_pie_xstats", 40, List.of(
            field("prob", 0, AttributeType.U64),
            field("delay", 8, AttributeType.U32),
            field("avg_dq_rate", 12, AttributeType.U32),
            field("dq_rate_estimating", 16, AttributeType.U32),
            field("packets_in", 20, AttributeType.U32),
            field("dropped", 24, AttributeType.U32),
            field("overlimit", 28, AttributeType.U32),
            field("maxq", 32, AttributeType.U32),
            field("ecn_mark", 36, AttributeType.U32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_PIE",
            u32(TCA_PIE_TARGET, "TCA_PIE_TARGET").key("target"),
            u32(TCA_PIE_LIMIT, "TCA_PIE_LIMIT").key("limit"),
            u32(TCA_PIE_TUPDATE, "TCA_PIE_TUPDATE").key("tupdate"),
            u32(TCA_PIE_ALPHA, "TCA_PIE_ALPHA").key("alpha"),
            u32(TCA_PIE_BETA, "TCA_PIE_BETA").key("beta"),
            u32(TCA_PIE_ECN, "TCA_PIE_ECN").key("ecn").shown(Numbers::onlyTrue),
            u32(TCA_PIE_BYTEMODE, "TCA_PIE_BYTEMODE").key("bytemode").shown(Numbers::onlyTrue),
            u32(TCA_PIE_DQ_RATE_ESTIMATOR, "TCA_PIE_DQ_RATE_ESTIMATOR").key("dq_rate_estimator").shown(Numbers::onlyTrue));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC = TcTables.of(Pie.KIND, ATTRIBUTES)
            .counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(TcaPie::counters));

    private TcaPie() {}

    private static Optional<Map<String, Object>> counters(Attributes among, int number) {
        Map<String, Object> members = Shown.members(among, number, "delay", "overlimit", "dropped", "maxq", "ecn_mark");
        among.field(number, "prob").ifPresent(value -> members.put("prob", Shown.significant(Shown.unsigned(value) / 0x1p64)));
        Shown.put(members, among, number, "packets_in", "pkts_in");
        if (among.field(number, "dq_rate_estimating").orElse(0) != 0) {
            among.field(number, "avg_dq_rate").ifPresent(value -> members.put("avg_dq_rate", value));
        }
        return Optional.of(members);
    }
}
