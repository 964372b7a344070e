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

/** Attributes of codel: {@code TCA_CODEL_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaCodel {
    /** u32: acceptable delay in microseconds. */
    public static final int TCA_CODEL_TARGET = 1;

    /** u32: longest queue in packets. */
    public static final int TCA_CODEL_LIMIT = 2;

    /** u32: how long the delay may be too long, in microseconds. */
    public static final int TCA_CODEL_INTERVAL = 3;

    /** u32: whether to mark instead of dropping, 0 or 1. */
    public static final int TCA_CODEL_ECN = 4;

    /** u32: delay in microseconds from which on every packet is marked. */
    public static final int TCA_CODEL_CE_THRESHOLD = 5;

    /** Counters. */
    private static final StructSpec STATISTICS = new StructSpec("tc_codel_xstats", 36, List.of(
            field("maxpacket", 0, AttributeType.U32),
            field("count", 4, AttributeType.U32),
            field("lastcount", 8, AttributeType.U32),
            field("ldelay", 12, AttributeType.U32),
            field("drop_next", 16, AttributeType.S32),
            field("drop_overlimit", 20, AttributeType.U32),
            field("ecn_mark", 24, AttributeType.U32),
            field("dropping", 28, AttributeType.U32),
            field("ce_mark", 32, AttributeType.U32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_CODEL",
            u32(TCA_CODEL_TARGET, "TCA_CODEL_TARGET").key("target"),
            u32(TCA_CODEL_LIMIT, "TCA_CODEL_LIMIT").key("limit"),
            u32(TCA_CODEL_INTERVAL, "TCA_CODEL_INTERVAL").key("interval"),
            u32(TCA_CODEL_ECN, "TCA_CODEL_ECN").key("ecn").shown(Numbers::onlyTrue),
            u32(TCA_CODEL_CE_THRESHOLD, "TCA_CODEL_CE_THRESHOLD").key("ce_threshold"));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC = TcTables.of(Codel.KIND, ATTRIBUTES)
            .counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(TcaCodel::counters));

    private TcaCodel() {}

    private static Optional<Map<String, Object>> counters(Attributes among, int number) {
        Map<String, Object> members =
                Shown.members(among, number, "count", "lastcount", "ldelay", "drop_next", "maxpacket", "ecn_mark", "drop_overlimit");
        if (among.field(number, "dropping").orElse(0) != 0) {
            members.put("dropping", true);
        }
        Shown.nonZero(members, among, number, "ce_mark");
        return Optional.of(members);
    }
}
