package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Options of sfq: {@code struct tc_sfq_qopt_v1} of {@code linux/pkt_sched.h}, which begins with {@code struct tc_sfq_qopt}. */
public final class TcaSfq {
    /** Parameters and counters. */
    private static final StructSpec OPTIONS = new StructSpec("tc_sfq_qopt_v1", 72, List.of(
            field("v0.quantum", 0, AttributeType.U32),
            field("v0.perturb_period", 4, AttributeType.S32),
            field("v0.limit", 8, AttributeType.U32),
            field("v0.divisor", 12, AttributeType.U32),
            field("v0.flows", 16, AttributeType.U32),
            field("depth", 20, AttributeType.U32),
            field("headdrop", 24, AttributeType.U32),
            field("limit", 28, AttributeType.U32),
            field("qth_min", 32, AttributeType.U32),
            field("qth_max", 36, AttributeType.U32),
            field("Wlog", 40, AttributeType.U8),
            field("Plog", 41, AttributeType.U8),
            field("Scell_log", 42, AttributeType.U8),
            field("flags", 43, AttributeType.U8),
            field("max_P", 44, AttributeType.U32),
            field("stats.prob_drop", 48, AttributeType.U32),
            field("stats.forced_drop", 52, AttributeType.U32),
            field("stats.prob_mark", 56, AttributeType.U32),
            field("stats.forced_mark", 60, AttributeType.U32),
            field("stats.prob_mark_head", 64, AttributeType.U32),
            field("stats.forced_mark_head", 68, AttributeType.U32)));

    /** {@code TCA_OPTIONS}. */
    static final TcTables QDISC = TcTables.of(Sfq.KIND, struct(TCA_OPTIONS, "TCA_OPTIONS", OPTIONS).shown(TcaSfq::shown));

    /** The table: {@code TCA_OPTIONS} alone. */
    public static final AttributeSet ATTRIBUTES = QDISC.data();

    private TcaSfq() {}

    private static Optional<Map<String, Object>> shown(Attributes among, int number) {
        Map<String, Object> members = Shown.members(among, number, "v0.limit", "v0.quantum", "v0.flows", "v0.divisor", "depth");
        Shown.nonZero(members, among, number, "v0.perturb_period", "perturb");
        if (among.field(number, "headdrop").orElse(0) != 0) {
            members.put("headdrop", true);
        }
        if (among.field(number, "qth_min").orElse(0) != 0) {
            Shown.put(members, among, number, "Wlog", "ewma");
            Shown.put(members, among, number, "qth_min", "min");
            Shown.put(members, among, number, "qth_max", "max");
            among.field(number, "max_P").ifPresent(value -> members.put("probability", Shown.probability(value)));
            TcaRed.showFlags(members, among.field(number, "flags").orElse(0));
            members.putAll(Shown.members(among, number, "stats.prob_mark", "stats.prob_mark_head", "stats.prob_drop",
                    "stats.forced_mark", "stats.forced_mark_head", "stats.forced_drop"));
        }
        return Optional.of(members);
    }
}
