package org.netlink4j.rtnetlink.tc;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.bitfield32;
import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.selectedSpec;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about traffic control: {@code struct tcmsg} and the attributes {@code TCA_*} of {@code linux/rtnetlink.h} and
 * {@code linux/gen_stats.h}, as of Linux 6.18.
 */
public final class Tca {
    /** String of at most 16 bytes with its NUL: kind of queueing discipline or filter. */
    public static final int TCA_KIND = 1;

    /** What the kind says of itself: a nest or a structure. */
    public static final int TCA_OPTIONS = 2;

    /** {@code struct tc_stats}, only in answers. */
    public static final int TCA_STATS = 3;

    /** Counters of the kind, only in answers. */
    public static final int TCA_XSTATS = 4;

    /** {@code struct gnet_estimator}: how to estimate rates. */
    public static final int TCA_RATE = 5;

    /** u32, not in use. */
    public static final int TCA_FCNT = 6;

    /** Nest of {@code TCA_STATS_*}, only in answers. */
    public static final int TCA_STATS2 = 7;

    /** Nest of {@code TCA_STAB_*}: what a packet of each size counts for. */
    public static final int TCA_STAB = 8;

    /** Padding before a u64. */
    public static final int TCA_PAD = 9;

    /** Flag: dump what is hidden too. */
    public static final int TCA_DUMP_INVISIBLE = 10;

    /** u32: chain of filters. */
    public static final int TCA_CHAIN = 11;

    /** u8: whether the hardware does it, only in answers. */
    public static final int TCA_HW_OFFLOAD = 12;

    /** u32: shared block for packets that come. */
    public static final int TCA_INGRESS_BLOCK = 13;

    /** u32: shared block for packets that leave. */
    public static final int TCA_EGRESS_BLOCK = 14;

    /** Bitfield32: {@code TCA_DUMP_FLAGS_*}. */
    public static final int TCA_DUMP_FLAGS = 15;

    /** String: warning, only in answers; since Linux 6.3. */
    public static final int TCA_EXT_WARN_MSG = 16;

    /** {@code struct gnet_stats_basic}. */
    public static final int TCA_STATS_BASIC = 1;

    /** {@code struct gnet_stats_rate_est}. */
    public static final int TCA_STATS_RATE_EST = 2;

    /** {@code struct gnet_stats_queue}. */
    public static final int TCA_STATS_QUEUE = 3;

    /** Counters of the kind. */
    public static final int TCA_STATS_APP = 4;

    /** {@code struct gnet_stats_rate_est64}. */
    public static final int TCA_STATS_RATE_EST64 = 5;

    /** Padding before a u64. */
    public static final int TCA_STATS_PAD = 6;

    /** {@code struct gnet_stats_basic} of the hardware. */
    public static final int TCA_STATS_BASIC_HW = 7;

    /** u64: packets, which goes beyond the 32 bits of {@link #TCA_STATS_BASIC}. */
    public static final int TCA_STATS_PKT64 = 8;

    /** {@code struct tc_sizespec}. */
    public static final int TCA_STAB_BASE = 1;

    /** The sizes, u16 each. */
    public static final int TCA_STAB_DATA = 2;

    /** The fixed header. */
    public static final StructSpec TCMSG = new StructSpec("tcmsg", 20, List.of(
            field("tcm_family", 0, AttributeType.U8),
            field("tcm_ifindex", 4, AttributeType.S32),
            field("tcm_handle", 8, AttributeType.U32),
            field("tcm_parent", 12, AttributeType.U32),
            field("tcm_info", 16, AttributeType.U32)));

    /** Counters; {@code linux/pkt_sched.h}. */
    private static final StructSpec STATS = new StructSpec("tc_stats", 40, List.of(
            field("bytes", 0, AttributeType.U64),
            field("packets", 8, AttributeType.U32),
            field("drops", 12, AttributeType.U32),
            field("overlimits", 16, AttributeType.U32),
            field("bps", 20, AttributeType.U32),
            field("pps", 24, AttributeType.U32),
            field("qlen", 28, AttributeType.U32),
            field("backlog", 32, AttributeType.U32)));

    /** Counters of what was sent. */
    private static final StructSpec BASIC = new StructSpec("gnet_stats_basic", 16, List.of(
            field("bytes", 0, AttributeType.U64),
            field("packets", 8, AttributeType.U32)));

    /** Rates per second. */
    private static final StructSpec RATE_EST = new StructSpec("gnet_stats_rate_est", 8, List.of(
            field("bps", 0, AttributeType.U32),
            field("pps", 4, AttributeType.U32)));

    /** Rates per second. */
    private static final StructSpec RATE_EST64 = new StructSpec("gnet_stats_rate_est64", 16, List.of(
            field("bps", 0, AttributeType.U64),
            field("pps", 8, AttributeType.U64)));

    /** Counters of the queue. */
    private static final StructSpec QUEUE = new StructSpec("gnet_stats_queue", 20, List.of(
            field("qlen", 0, AttributeType.U32),
            field("backlog", 4, AttributeType.U32),
            field("drops", 8, AttributeType.U32),
            field("requeues", 12, AttributeType.U32),
            field("overlimits", 16, AttributeType.U32)));

    /** How rates are estimated. */
    private static final StructSpec ESTIMATOR = new StructSpec("tc_estimator", 2, List.of(
            field("interval", 0, AttributeType.S8),
            field("ewma_log", 1, AttributeType.U8)));

    /** How sizes are looked up. */
    private static final StructSpec SIZES = new StructSpec("tc_sizespec", 24, List.of(
            field("cell_log", 0, AttributeType.U8),
            field("size_log", 1, AttributeType.U8),
            field("cell_align", 2, AttributeType.S16),
            field("overhead", 4, AttributeType.S32),
            field("linklayer", 8, AttributeType.U32),
            field("mpu", 12, AttributeType.U32),
            field("mtu", 16, AttributeType.U32),
            field("tsize", 20, AttributeType.U32)));

    /** The table of {@link #TCA_STAB}. */
    public static final AttributeSet SIZE_TABLE = AttributeSet.of(
            "TCA_STAB", struct(TCA_STAB_BASE, "TCA_STAB_BASE", SIZES), binary(TCA_STAB_DATA, "TCA_STAB_DATA"));

    /** The table of {@link #TCA_STATS2} of a kind that is not known, and of actions. */
    public static final AttributeSet STATISTICS = statistics(binary(TCA_STATS_APP, "TCA_STATS_APP"));

    /** The table of messages in which no kind is known. */
    public static final AttributeSet ATTRIBUTES = attributes(List.of());

    private Tca() {}

    /** The table of counters whose kind has these of its own. */
    private static AttributeSet statistics(AttributeSpec application) {
        return AttributeSet.of(
                "TCA_STATS",
                struct(TCA_STATS_BASIC, "TCA_STATS_BASIC", BASIC),
                struct(TCA_STATS_RATE_EST, "TCA_STATS_RATE_EST", RATE_EST),
                struct(TCA_STATS_QUEUE, "TCA_STATS_QUEUE", QUEUE),
                application,
                struct(TCA_STATS_RATE_EST64, "TCA_STATS_RATE_EST64", RATE_EST64),
                binary(TCA_STATS_PAD, "TCA_STATS_PAD"),
                struct(TCA_STATS_BASIC_HW, "TCA_STATS_BASIC_HW", BASIC),
                u64(TCA_STATS_PKT64, "TCA_STATS_PKT64"));
    }

    /**
     * Makes the table of messages about objects of certain kinds.
     *
     * @param kinds what is known of them, each name at most once
     * @return the table
     */
    public static AttributeSet attributes(List<TcTables> kinds) {
        Map<String, TcTables> byName = kinds.stream().collect(Collectors.toUnmodifiableMap(TcTables::kind, Function.identity()));
        Map<String, AttributeSpec> statistics = kinds.stream().collect(Collectors.toUnmodifiableMap(
                TcTables::kind, kind -> nestOf(kind.counters().map(Tca::statistics).orElse(STATISTICS))));
        return AttributeSet.of(
                "TCA",
                string(TCA_KIND, "TCA_KIND").atMost(16).key("kind"),
                selectedSpec(TCA_OPTIONS, "TCA_OPTIONS", TCA_KIND,
                        kind -> Optional.ofNullable(byName.get(kind)).map(TcTables::options)).key("options"),
                struct(TCA_STATS, "TCA_STATS", STATS),
                selectedSpec(TCA_XSTATS, "TCA_XSTATS", TCA_KIND,
                        kind -> Optional.ofNullable(byName.get(kind)).flatMap(TcTables::counters)),
                struct(TCA_RATE, "TCA_RATE", ESTIMATOR),
                u32(TCA_FCNT, "TCA_FCNT"),
                selectedSpec(TCA_STATS2, "TCA_STATS2", TCA_KIND,
                        kind -> Optional.of(statistics.getOrDefault(kind, nestOf(STATISTICS)))),
                nest(TCA_STAB, "TCA_STAB", () -> SIZE_TABLE).unmarked(),
                binary(TCA_PAD, "TCA_PAD"),
                flag(TCA_DUMP_INVISIBLE, "TCA_DUMP_INVISIBLE"),
                u32(TCA_CHAIN, "TCA_CHAIN"),
                u8(TCA_HW_OFFLOAD, "TCA_HW_OFFLOAD"),
                u32(TCA_INGRESS_BLOCK, "TCA_INGRESS_BLOCK").key("ingress_block"),
                u32(TCA_EGRESS_BLOCK, "TCA_EGRESS_BLOCK").key("egress_block"),
                bitfield32(TCA_DUMP_FLAGS, "TCA_DUMP_FLAGS"),
                string(TCA_EXT_WARN_MSG, "TCA_EXT_WARN_MSG"));
    }

    private static AttributeSpec nestOf(AttributeSet statistics) {
        return nest(TCA_STATS2, "TCA_STATS2", () -> statistics).unmarked();
    }
}
