package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of gred: {@code TCA_GRED_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaGred {
    /** In requests {@code struct tc_gred_qopt}, a virtual queue; in answers 16 of them. */
    public static final int TCA_GRED_PARMS = 1;

    /** 256 bytes: how the average shrinks while nothing comes; only in requests. */
    public static final int TCA_GRED_STAB = 2;

    /** {@code struct tc_gred_sopt}: the queueing discipline. */
    public static final int TCA_GRED_DPS = 3;

    /** In requests u32, in answers 16 of them: probability at the upper length, 1/2<sup>32</sup>. */
    public static final int TCA_GRED_MAX_P = 4;

    /** u32: longest queue in bytes. */
    public static final int TCA_GRED_LIMIT = 5;

    /** Array of {@link #TCA_GRED_VQ_ENTRY}; since Linux 4.21. */
    public static final int TCA_GRED_VQ_LIST = 6;

    /** Nest of {@code TCA_GRED_VQ_*}: a virtual queue. */
    public static final int TCA_GRED_VQ_ENTRY = 1;

    /** Padding before a u64. */
    public static final int TCA_GRED_VQ_PAD = 1;

    /** u32: which virtual queue. */
    public static final int TCA_GRED_VQ_DP = 2;

    /** u64: bytes. */
    public static final int TCA_GRED_VQ_STAT_BYTES = 3;

    /** u32: packets. */
    public static final int TCA_GRED_VQ_STAT_PACKETS = 4;

    /** u32: bytes that wait. */
    public static final int TCA_GRED_VQ_STAT_BACKLOG = 5;

    /** u32: dropped by chance. */
    public static final int TCA_GRED_VQ_STAT_PROB_DROP = 6;

    /** u32: marked by chance. */
    public static final int TCA_GRED_VQ_STAT_PROB_MARK = 7;

    /** u32: dropped above the upper length. */
    public static final int TCA_GRED_VQ_STAT_FORCED_DROP = 8;

    /** u32: marked above the upper length. */
    public static final int TCA_GRED_VQ_STAT_FORCED_MARK = 9;

    /** u32: dropped because the queue was full. */
    public static final int TCA_GRED_VQ_STAT_PDROP = 10;

    /** u32: dropped for other reasons. */
    public static final int TCA_GRED_VQ_STAT_OTHER = 11;

    /** u32: {@code TC_RED_*}. */
    public static final int TCA_GRED_VQ_FLAGS = 12;

    /** A virtual queue. */
    private static final StructSpec PARAMETERS = new StructSpec("tc_gred_qopt", 52, List.of(
            field("limit", 0, AttributeType.U32),
            field("qth_min", 4, AttributeType.U32),
            field("qth_max", 8, AttributeType.U32),
            field("DP", 12, AttributeType.U32),
            field("backlog", 16, AttributeType.U32),
            field("qave", 20, AttributeType.U32),
            field("forced", 24, AttributeType.U32),
            field("early", 28, AttributeType.U32),
            field("other", 32, AttributeType.U32),
            field("pdrop", 36, AttributeType.U32),
            field("Wlog", 40, AttributeType.U8),
            field("Plog", 41, AttributeType.U8),
            field("Scell_log", 42, AttributeType.U8),
            field("prio", 43, AttributeType.U8),
            field("packets", 44, AttributeType.U32),
            field("bytesin", 48, AttributeType.U32)));

    /** The queueing discipline. */
    private static final StructSpec SETUP = new StructSpec("tc_gred_sopt", 12, List.of(
            field("DPs", 0, AttributeType.U32),
            field("def_DP", 4, AttributeType.U32),
            field("grio", 8, AttributeType.U8),
            field("flags", 9, AttributeType.U8)));

    /** The table of a virtual queue. */
    public static final AttributeSet QUEUE = AttributeSet.of(
            "TCA_GRED_VQ",
            binary(TCA_GRED_VQ_PAD, "TCA_GRED_VQ_PAD"),
            u32(TCA_GRED_VQ_DP, "TCA_GRED_VQ_DP"),
            u64(TCA_GRED_VQ_STAT_BYTES, "TCA_GRED_VQ_STAT_BYTES"),
            u32(TCA_GRED_VQ_STAT_PACKETS, "TCA_GRED_VQ_STAT_PACKETS"),
            u32(TCA_GRED_VQ_STAT_BACKLOG, "TCA_GRED_VQ_STAT_BACKLOG"),
            u32(TCA_GRED_VQ_STAT_PROB_DROP, "TCA_GRED_VQ_STAT_PROB_DROP"),
            u32(TCA_GRED_VQ_STAT_PROB_MARK, "TCA_GRED_VQ_STAT_PROB_MARK"),
            u32(TCA_GRED_VQ_STAT_FORCED_DROP, "TCA_GRED_VQ_STAT_FORCED_DROP"),
            u32(TCA_GRED_VQ_STAT_FORCED_MARK, "TCA_GRED_VQ_STAT_FORCED_MARK"),
            u32(TCA_GRED_VQ_STAT_PDROP, "TCA_GRED_VQ_STAT_PDROP"),
            u32(TCA_GRED_VQ_STAT_OTHER, "TCA_GRED_VQ_STAT_OTHER"),
            u32(TCA_GRED_VQ_FLAGS, "TCA_GRED_VQ_FLAGS"));

    /** The table of {@link #TCA_GRED_VQ_LIST}. */
    public static final AttributeSet QUEUES =
            AttributeSet.of("TCA_GRED_VQ_ENTRY", nest(TCA_GRED_VQ_ENTRY, "TCA_GRED_VQ_ENTRY", () -> QUEUE).unmarked());

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_GRED",
            struct(TCA_GRED_PARMS, "TCA_GRED_PARMS", PARAMETERS),
            binary(TCA_GRED_STAB, "TCA_GRED_STAB"),
            struct(TCA_GRED_DPS, "TCA_GRED_DPS", SETUP).key("").shown((among, _) -> shown(among)),
            binary(TCA_GRED_MAX_P, "TCA_GRED_MAX_P"),
            u32(TCA_GRED_LIMIT, "TCA_GRED_LIMIT").key("limit"),
            nest(TCA_GRED_VQ_LIST, "TCA_GRED_VQ_LIST", () -> QUEUES).unmarked());

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC = TcTables.of(Gred.KIND, ATTRIBUTES);

    private TcaGred() {}

    private static Optional<Map<String, Object>> shown(Attributes data) {
        Map<String, Object> members = new LinkedHashMap<>();
        Shown.put(members, data, TCA_GRED_DPS, "DPs", "dp_cnt");
        Shown.put(members, data, TCA_GRED_DPS, "def_DP", "dp_default");
        members.put("grio", data.field(TCA_GRED_DPS, "grio").orElse(0) != 0);
        TcaRed.showFlags(members, data.field(TCA_GRED_DPS, "flags").orElse(0));
        members.put("vqs", GredQueues.of(data).stream().map(GredQueue::members).toList());
        return Optional.of(members);
    }
}
