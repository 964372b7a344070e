package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/**
 * Attributes of mqprio: {@code TCA_MQPRIO_*} of {@code linux/pkt_sched.h}, as of Linux 6.18; they follow {@code struct tc_mqprio_qopt} and
 * its padding.
 */
public final class TcaMqprio {
    /** u16: {@code TC_MQPRIO_MODE_*}. */
    public static final int TCA_MQPRIO_MODE = 1;

    /** u16: {@code TC_MQPRIO_SHAPER_*}. */
    public static final int TCA_MQPRIO_SHAPER = 2;

    /** Nest of u64 of this number, one a traffic class: least rate in bytes per second. */
    public static final int TCA_MQPRIO_MIN_RATE64 = 3;

    /** Nest of u64 of this number, one a traffic class: highest rate in bytes per second. */
    public static final int TCA_MQPRIO_MAX_RATE64 = 4;

    /** Nest of {@code TCA_MQPRIO_TC_ENTRY_*}, one a traffic class; since Linux 6.4. */
    public static final int TCA_MQPRIO_TC_ENTRY = 5;

    /** u32: number of the traffic class. */
    public static final int TCA_MQPRIO_TC_ENTRY_INDEX = 1;

    /** u32: {@code TC_FP_*}, frame preemption. */
    public static final int TCA_MQPRIO_TC_ENTRY_FP = 2;

    /** Mode: the hardware decides as DCB says. */
    public static final int TC_MQPRIO_MODE_DCB = 0;

    /** Mode: queues of the hardware are reserved. */
    public static final int TC_MQPRIO_MODE_CHANNEL = 1;

    /** Shaper: as DCB says. */
    public static final int TC_MQPRIO_SHAPER_DCB = 0;

    /** Shaper: by the rates that are said. */
    public static final int TC_MQPRIO_SHAPER_BW_RATE = 1;

    /** Frame preemption: express frames. */
    public static final int TC_FP_EXPRESS = 1;

    /** Frame preemption: frames that express frames may interrupt. */
    public static final int TC_FP_PREEMPTIBLE = 2;

    /** How many traffic classes and priorities there may be. */
    static final int MAX = 16;

    /** Traffic classes, their queues, and the class of each priority. */
    static final StructSpec TC_MQPRIO_QOPT = new StructSpec("tc_mqprio_qopt", 82, queues());

    private static final StructSpec HEADER = new StructSpec("tc_mqprio_qopt", 84, queues());

    /** The table of {@link #TCA_MQPRIO_TC_ENTRY}. */
    public static final AttributeSet CLASS = AttributeSet.of(
            "TCA_MQPRIO_TC_ENTRY",
            u32(TCA_MQPRIO_TC_ENTRY_INDEX, "TCA_MQPRIO_TC_ENTRY_INDEX"),
            u32(TCA_MQPRIO_TC_ENTRY_FP, "TCA_MQPRIO_TC_ENTRY_FP"));

    private static final AttributeSet MIN_RATES =
            AttributeSet.of("TCA_MQPRIO", u64(TCA_MQPRIO_MIN_RATE64, "TCA_MQPRIO_MIN_RATE64"));

    private static final AttributeSet MAX_RATES =
            AttributeSet.of("TCA_MQPRIO", u64(TCA_MQPRIO_MAX_RATE64, "TCA_MQPRIO_MAX_RATE64"));

    /** The table of what follows the structure. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_MQPRIO",
            u16(TCA_MQPRIO_MODE, "TCA_MQPRIO_MODE"),
            u16(TCA_MQPRIO_SHAPER, "TCA_MQPRIO_SHAPER"),
            nest(TCA_MQPRIO_MIN_RATE64, "TCA_MQPRIO_MIN_RATE64", () -> MIN_RATES),
            nest(TCA_MQPRIO_MAX_RATE64, "TCA_MQPRIO_MAX_RATE64", () -> MAX_RATES),
            nest(TCA_MQPRIO_TC_ENTRY, "TCA_MQPRIO_TC_ENTRY", () -> CLASS));

    /** {@code TCA_OPTIONS}. */
    static final TcTables QDISC = TcTables.of(
            Mqprio.KIND,
            nest(TCA_OPTIONS, "TCA_OPTIONS", HEADER, () -> ATTRIBUTES).unmarked().shown((among, _) -> shown(among)));

    private TcaMqprio() {}

    private static List<StructSpec.Field> queues() {
        return Stream.of(
                        List.of(field("num_tc", 0, AttributeType.U8)),
                        Structs.array("prio_tc_map", 1, AttributeType.U8, 1, MAX),
                        List.of(field("hw", 17, AttributeType.U8)),
                        Structs.array("count", 18, AttributeType.U16, Short.BYTES, MAX),
                        Structs.array("offset", 50, AttributeType.U16, Short.BYTES, MAX))
                .flatMap(List::stream)
                .toList();
    }

    private static Optional<Map<String, Object>> shown(Attributes message) {
        Attributes data = message.nest(TCA_OPTIONS).orElse(Attributes.none(ATTRIBUTES));
        Map<String, Object> members = new LinkedHashMap<>();
        Shown.put(members, message, TCA_OPTIONS, "num_tc", "tc");
        members.put("map", Shown.array(message, TCA_OPTIONS, "prio_tc_map", MAX));
        members.put("queues", ranges(message));
        if (!data.isEmpty()) { // before Linux 6.4 there is nothing where the hardware is not used, and tc says nothing of it
            members.put("mode", data.integer(TCA_MQPRIO_MODE).orElse(TC_MQPRIO_MODE_DCB) == TC_MQPRIO_MODE_DCB ? "dcb" : "channel");
            int shaper = data.integer(TCA_MQPRIO_SHAPER).orElse(TC_MQPRIO_SHAPER_DCB);
            members.put("shaper", shaper == TC_MQPRIO_SHAPER_DCB ? "dcb" : "bw_rlimit");
        }
        rates(members, "min_rate", data, TCA_MQPRIO_MIN_RATE64);
        rates(members, "max_rate", data, TCA_MQPRIO_MAX_RATE64);
        return Optional.of(members);
    }

    private static void rates(Map<String, Object> members, String key, Attributes data, int number) {
        List<Long> rates = Shown.list(data, number, number);
        if (!rates.isEmpty()) {
            members.put(key, rates);
        }
    }

    /** The first and the last queue of each traffic class. */
    private static List<List<Long>> ranges(Attributes message) {
        List<Long> counts = Shown.array(message, TCA_OPTIONS, "count", MAX);
        List<Long> offsets = Shown.array(message, TCA_OPTIONS, "offset", MAX);
        List<List<Long>> ranges = new ArrayList<>();
        for (int i = 0; i < Math.min(MAX, message.field(TCA_OPTIONS, "num_tc").orElse(0)); i++) {
            ranges.add(List.of(offsets.get(i), offsets.get(i) + counts.get(i) - 1));
        }
        return ranges;
    }
}
