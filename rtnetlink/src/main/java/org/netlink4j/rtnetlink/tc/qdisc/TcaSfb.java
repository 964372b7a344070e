package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of sfb: {@code TCA_SFB_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaSfb {
    /** {@code struct tc_sfb_qopt}. */
    public static final int TCA_SFB_PARMS = 1;

    /** Parameters. */
    private static final StructSpec PARAMETERS = Structs.u32(
            "tc_sfb_qopt", "rehash_interval", "warmup_time", "max", "bin_size", "increment", "decrement", "limit", "penalty_rate", "penalty_burst");

    /** Counters. */
    private static final StructSpec STATISTICS = Structs.u32(
            "tc_sfb_xstats", "earlydrop", "penaltydrop", "bucketdrop", "queuedrop", "childdrop", "marked", "maxqlen", "maxprob", "avgprob");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_SFB",
            struct(TCA_SFB_PARMS, "TCA_SFB_PARMS", PARAMETERS).key("").shown(TcaSfb::shown));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC = TcTables.of(Sfb.KIND, ATTRIBUTES)
            .counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(TcaSfb::counters));

    private TcaSfb() {}

    /** A probability of 1. */
    private static final double SFB_MAX_PROB = 0xffff;

    private static final long MICROSECONDS = 1000;

    private static Optional<Map<String, Object>> shown(Attributes among, int number) {
        Map<String, Object> members = Shown.members(among, number, "limit", "max", "penalty_rate", "penalty_burst");
        among.field(number, "rehash_interval").ifPresent(value -> members.put("rehash", value * MICROSECONDS));
        among.field(number, "warmup_time").ifPresent(value -> members.put("db", value * MICROSECONDS));
        Shown.put(members, among, number, "bin_size", "target");
        probability(members, among, number, "increment", "increment");
        probability(members, among, number, "decrement", "decrement");
        return Optional.of(members);
    }

    private static void probability(Map<String, Object> members, Attributes among, int number, String field, String key) {
        among.field(number, field).ifPresent(value -> members.put(key, Shown.significant(value / SFB_MAX_PROB)));
    }

    private static Optional<Map<String, Object>> counters(Attributes among, int number) {
        Map<String, Object> members = Shown.members(
                among, number, "earlydrop", "penaltydrop", "bucketdrop", "queuedrop", "childdrop", "marked", "maxqlen");
        probability(members, among, number, "maxprob", "maxprob");
        probability(members, among, number, "avgprob", "avgprob");
        return Optional.of(members);
    }
}
