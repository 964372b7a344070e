package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcRate;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of htb and its classes: {@code TCA_HTB_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaHtb {
    /** {@code struct tc_htb_opt}: a class. */
    public static final int TCA_HTB_PARMS = 1;

    /** {@code struct tc_htb_glob}: the queueing discipline. */
    public static final int TCA_HTB_INIT = 2;

    /** 256 u32: time of each size at the ceiling; only in requests. */
    public static final int TCA_HTB_CTAB = 3;

    /** 256 u32: time of each size at the rate; only in requests. */
    public static final int TCA_HTB_RTAB = 4;

    /** u32: packets that may wait without a class. */
    public static final int TCA_HTB_DIRECT_QLEN = 5;

    /** u64: rate in bytes per second, if it has more than 32 bits. */
    public static final int TCA_HTB_RATE64 = 6;

    /** u64: ceiling in bytes per second, if it has more than 32 bits. */
    public static final int TCA_HTB_CEIL64 = 7;

    /** Padding before a u64. */
    public static final int TCA_HTB_PAD = 8;

    /** Flag: the hardware does it; since Linux 5.12. */
    public static final int TCA_HTB_OFFLOAD = 9;

    private static final int AFTER_RATES = 2 * TcRate.SIZE;

    private static final StructSpec PARAMETERS = new StructSpec("tc_htb_opt", 44, Stream.of(
                    TcRate.fields("rate", 0),
                    TcRate.fields("ceil", TcRate.SIZE),
                    List.of(
                            field("buffer", AFTER_RATES, AttributeType.U32),
                            field("cbuffer", AFTER_RATES + 4, AttributeType.U32),
                            field("quantum", AFTER_RATES + 8, AttributeType.U32),
                            field("level", AFTER_RATES + 12, AttributeType.U32),
                            field("prio", AFTER_RATES + 16, AttributeType.U32)))
            .flatMap(List::stream)
            .toList());

    private static final StructSpec GLOBAL =
            Structs.u32("tc_htb_glob", "version", "rate2quantum", "defcls", "debug", "direct_pkts");

    private static final StructSpec STATISTICS = new StructSpec("tc_htb_xstats", 20, List.of(
            field("lends", 0, AttributeType.U32),
            field("borrows", 4, AttributeType.U32),
            field("giants", 8, AttributeType.U32),
            field("tokens", 12, AttributeType.S32),
            field("ctokens", 16, AttributeType.S32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_HTB",
            struct(TCA_HTB_PARMS, "TCA_HTB_PARMS", PARAMETERS).key("").shown((among, _) -> shownClass(among)),
            struct(TCA_HTB_INIT, "TCA_HTB_INIT", GLOBAL).key("").shown(TcaHtb::shown),
            binary(TCA_HTB_CTAB, "TCA_HTB_CTAB"),
            binary(TCA_HTB_RTAB, "TCA_HTB_RTAB"),
            u32(TCA_HTB_DIRECT_QLEN, "TCA_HTB_DIRECT_QLEN").key("direct_qlen"),
            u64(TCA_HTB_RATE64, "TCA_HTB_RATE64"),
            u64(TCA_HTB_CEIL64, "TCA_HTB_CEIL64"),
            binary(TCA_HTB_PAD, "TCA_HTB_PAD"),
            flag(TCA_HTB_OFFLOAD, "TCA_HTB_OFFLOAD").key("offload").shown((_, _) -> Optional.of(Optional.empty())));

    /** {@code TCA_OPTIONS} of the queueing discipline. */
    static final TcTables QDISC = TcTables.of(Htb.KIND, ATTRIBUTES);

    /** {@code TCA_OPTIONS} and the counters of a class. */
    static final TcTables CLASS =
            QDISC.counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(TcaHtb::counters));

    private TcaHtb() {}

    private static Optional<Map<String, Object>> shown(Attributes among, int number) {
        Map<String, Object> members = new LinkedHashMap<>();
        Shown.put(members, among, number, "rate2quantum", "r2q");
        among.field(number, "defcls")
                .ifPresent(value -> members.put("default", (value == 0 ? "" : "0x") + Long.toHexString(value)));
        Shown.put(members, among, number, "direct_pkts", "direct_packets_stat");
        among.field(number, "version")
                .ifPresent(value -> members.put("ver", (value >>> Short.SIZE) + "." + (value & 0xffff)));
        return Optional.of(members);
    }

    private static Optional<Map<String, Object>> shownClass(Attributes data) {
        Map<String, Object> members = new LinkedHashMap<>();
        HtbClass htb = new HtbClass(data);
        if (data.field(TCA_HTB_PARMS, "level").orElse(0) == 0) { // others only share out
            Shown.put(members, data, TCA_HTB_PARMS, "prio", "prio");
            Shown.put(members, data, TCA_HTB_PARMS, "quantum", "quantum");
        }
        htb.rate().ifPresent(rate -> members.put("rate", rate));
        htb.ceil().ifPresent(ceil -> members.put("ceil", ceil));
        htb.burst().ifPresent(burst -> members.put("burst", Rates.size(data, TCA_HTB_PARMS, "rate", burst)));
        htb.ceilBurst().ifPresent(burst -> members.put("cburst", Rates.size(data, TCA_HTB_PARMS, "ceil", burst)));
        Rates.put(members, data, TCA_HTB_PARMS, "rate");
        Shown.put(members, data, TCA_HTB_PARMS, "level", "level");
        return Optional.of(members);
    }

    private static Optional<Map<String, Object>> counters(Attributes among, int number) {
        Map<String, Object> members = Shown.members(among, number, "giants", "tokens", "ctokens");
        Shown.put(members, among, number, "lends", "lended");
        Shown.put(members, among, number, "borrows", "borrowed");
        return Optional.of(members);
    }
}
