package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of hhf: {@code TCA_HHF_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaHhf {
    /** u32: longest queue in packets. */
    public static final int TCA_HHF_BACKLOG_LIMIT = 1;

    /** u32: bytes that a queue may send a round. */
    public static final int TCA_HHF_QUANTUM = 2;

    /** u32: most heavy hitters at a time; cannot be changed. */
    public static final int TCA_HHF_HH_FLOWS_LIMIT = 3;

    /** u32: how often the filter is emptied, in microseconds. */
    public static final int TCA_HHF_RESET_TIMEOUT = 4;

    /** u32: bytes that make a flow a heavy hitter. */
    public static final int TCA_HHF_ADMIT_BYTES = 5;

    /** u32: how long a heavy hitter has to be idle to be none, in microseconds. */
    public static final int TCA_HHF_EVICT_TIMEOUT = 6;

    /** u32: how many times as much others may send. */
    public static final int TCA_HHF_NON_HH_WEIGHT = 7;

    /** Counters. */
    private static final StructSpec STATISTICS = Structs.u32(
            "tc_hhf_xstats", "drop_overlimit", "hh_overlimit", "hh_tot_count", "hh_cur_count");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_HHF",
            u32(TCA_HHF_BACKLOG_LIMIT, "TCA_HHF_BACKLOG_LIMIT").key("limit"),
            u32(TCA_HHF_QUANTUM, "TCA_HHF_QUANTUM").key("quantum"),
            u32(TCA_HHF_HH_FLOWS_LIMIT, "TCA_HHF_HH_FLOWS_LIMIT").key("hh_limit"),
            u32(TCA_HHF_RESET_TIMEOUT, "TCA_HHF_RESET_TIMEOUT").key("reset_timeout"),
            u32(TCA_HHF_ADMIT_BYTES, "TCA_HHF_ADMIT_BYTES").key("admit_bytes"),
            u32(TCA_HHF_EVICT_TIMEOUT, "TCA_HHF_EVICT_TIMEOUT").key("evict_timeout"),
            u32(TCA_HHF_NON_HH_WEIGHT, "TCA_HHF_NON_HH_WEIGHT").key("non_hh_weight"));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC = TcTables.of(Hhf.KIND, ATTRIBUTES)
            .counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(TcaHhf::counters));

    private TcaHhf() {}

    private static Optional<Map<String, Object>> counters(Attributes among, int number) {
        Map<String, Object> members = Shown.members(among, number, "drop_overlimit", "hh_overlimit");
        Shown.put(members, among, number, "hh_tot_count", "tot_hh");
        Shown.put(members, among, number, "hh_cur_count", "cur_hh");
        return Optional.of(members);
    }
}
