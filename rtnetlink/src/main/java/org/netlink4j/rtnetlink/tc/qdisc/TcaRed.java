package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.bitfield32;
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

/** Attributes of red: {@code TCA_RED_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaRed {
    /** {@code struct tc_red_qopt}. */
    public static final int TCA_RED_PARMS = 1;

    /** 256 bytes: how the average shrinks while nothing comes; only in requests. */
    public static final int TCA_RED_STAB = 2;

    /** u32: probability at the upper length, 1/2<sup>32</sup>. */
    public static final int TCA_RED_MAX_P = 3;

    /** Bitfield32: {@code TC_RED_*}; since Linux 5.7. */
    public static final int TCA_RED_FLAGS = 4;

    /** u32: block of filters for packets that are dropped early; since Linux 5.9. */
    public static final int TCA_RED_EARLY_DROP_BLOCK = 5;

    /** u32: block of filters for packets that are marked; since Linux 5.9. */
    public static final int TCA_RED_MARK_BLOCK = 6;

    /** Flag: packets are marked instead of dropped, if they can be. */
    public static final int TC_RED_ECN = 1;

    /** Flag: above the upper length packets are dropped, though they could be marked. */
    public static final int TC_RED_HARDDROP = 2;

    /** Flag: the probability adapts itself. */
    public static final int TC_RED_ADAPTATIVE = 4;

    /** Flag: packets that cannot be marked are not dropped early. */
    public static final int TC_RED_NODROP = 8;

    private static final StructSpec STATISTICS = Structs.u32("tc_red_xstats", "early", "pdrop", "other", "marked");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_RED",
            struct(TCA_RED_PARMS, "TCA_RED_PARMS", parameters("tc_red_qopt")).key("").shown((among, _) -> shown(new Red(among))),
            binary(TCA_RED_STAB, "TCA_RED_STAB").atMost(EarlyDetection.TABLE),
            u32(TCA_RED_MAX_P, "TCA_RED_MAX_P"),
            bitfield32(TCA_RED_FLAGS, "TCA_RED_FLAGS"),
            u32(TCA_RED_EARLY_DROP_BLOCK, "TCA_RED_EARLY_DROP_BLOCK").key("qevent_early_drop_block").shown(Numbers::nonZero),
            u32(TCA_RED_MARK_BLOCK, "TCA_RED_MARK_BLOCK").key("qevent_mark_block").shown(Numbers::nonZero));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC =
            TcTables.of(Red.KIND, ATTRIBUTES).counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(Shown::structure));

    private TcaRed() {}

    /** The structures of red and choke are the same, but for what their lengths count. */
    static StructSpec parameters(String name) {
        return new StructSpec(name, 16, List.of(
                field("limit", 0, AttributeType.U32),
                field("qth_min", 4, AttributeType.U32),
                field("qth_max", 8, AttributeType.U32),
                field("Wlog", 12, AttributeType.U8),
                field("Plog", 13, AttributeType.U8),
                field("Scell_log", 14, AttributeType.U8),
                field("flags", 15, AttributeType.U8)));
    }

    static Optional<Map<String, Object>> shown(EarlyDetection<?> red) {
        Attributes data = red.data();
        Map<String, Object> members = Shown.members(data, red.parameters(), "limit", "Scell_log");
        Shown.put(members, data, red.parameters(), "qth_min", "min");
        Shown.put(members, data, red.parameters(), "qth_max", "max");
        Shown.put(members, data, red.parameters(), "Wlog", "ewma");
        showFlags(members, red.flags());
        showProbability(members, data.number(red.maxP()).orElse(0), data.field(red.parameters(), "Plog").orElse(0));
        return Optional.of(members);
    }

    /** Kernels before 3.3 know only the logarithm. */
    static void showProbability(Map<String, Object> members, long probability, long log) {
        if (probability == 0) {
            members.put("Plog", log);
        } else {
            members.put("probability", Shown.probability(probability));
        }
    }

    static void showFlags(Map<String, Object> members, long flags) {
        members.put("ecn", (flags & TC_RED_ECN) != 0);
        members.put("harddrop", (flags & TC_RED_HARDDROP) != 0);
        members.put("adaptive", (flags & TC_RED_ADAPTATIVE) != 0);
        members.put("nodrop", (flags & TC_RED_NODROP) != 0);
    }
}
