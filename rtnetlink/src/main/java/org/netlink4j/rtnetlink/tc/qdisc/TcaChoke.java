package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of choke: {@code TCA_CHOKE_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaChoke {
    /** {@code struct tc_choke_qopt}. */
    public static final int TCA_CHOKE_PARMS = 1;

    /** 256 bytes: how the average shrinks while nothing comes; only in requests. */
    public static final int TCA_CHOKE_STAB = 2;

    /** u32: probability at the upper length, 1/2<sup>32</sup>. */
    public static final int TCA_CHOKE_MAX_P = 3;

    private static final StructSpec STATISTICS =
            Structs.u32("tc_choke_xstats", "early", "pdrop", "other", "marked", "matched");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_CHOKE",
            struct(TCA_CHOKE_PARMS, "TCA_CHOKE_PARMS", TcaRed.parameters("tc_choke_qopt"))
                    .key("")
                    .shown((among, _) -> TcaRed.shown(new Choke(among))),
            binary(TCA_CHOKE_STAB, "TCA_CHOKE_STAB").atMost(EarlyDetection.TABLE),
            u32(TCA_CHOKE_MAX_P, "TCA_CHOKE_MAX_P"));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC = TcTables.of(Choke.KIND, ATTRIBUTES)
            .counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(Shown::structure));

    private TcaChoke() {}
}
