package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of drr: {@code TCA_DRR_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaDrr {
    /** u32: bytes that a class may send a round. */
    public static final int TCA_DRR_QUANTUM = 1;

    /** Counters of a class. */
    private static final StructSpec STATISTICS = Structs.u32("tc_drr_stats", "deficit");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_DRR",
            u32(TCA_DRR_QUANTUM, "TCA_DRR_QUANTUM").key("quantum"));

    /** {@code TCA_OPTIONS} and the counters of a class. */
    static final TcTables CLASS =
            TcTables.of(DrrClass.KIND, ATTRIBUTES).counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(Shown::structure));

    /** The queueing discipline has no options. */
    static final TcTables QDISC = TcTables.of(DrrClass.KIND, AttributeSet.UNKNOWN);

    private TcaDrr() {}
}
