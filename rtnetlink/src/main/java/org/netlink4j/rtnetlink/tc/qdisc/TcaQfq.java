package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of qfq: {@code TCA_QFQ_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaQfq {
    /** u32: its share. */
    public static final int TCA_QFQ_WEIGHT = 1;

    /** u32: the longest packet in bytes. */
    public static final int TCA_QFQ_LMAX = 2;

    /** Counters of a class. */
    private static final StructSpec STATISTICS = Structs.u32("tc_qfq_stats", "weight", "lmax");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_QFQ",
            u32(TCA_QFQ_WEIGHT, "TCA_QFQ_WEIGHT").key("weight"),
            u32(TCA_QFQ_LMAX, "TCA_QFQ_LMAX").key("maxpkt"));

    /** {@code TCA_OPTIONS} and the counters of a class. */
    static final TcTables CLASS =
            TcTables.of(QfqClass.KIND, ATTRIBUTES).counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(Shown::structure));

    /** The queueing discipline has no options. */
    static final TcTables QDISC = TcTables.of(QfqClass.KIND, AttributeSet.UNKNOWN);

    private TcaQfq() {}
}
