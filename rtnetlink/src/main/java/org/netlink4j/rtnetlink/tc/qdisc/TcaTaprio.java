package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.s64;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.json.Numbers;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of taprio: {@code TCA_TAPRIO_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaTaprio {
    /** {@code struct tc_mqprio_qopt}: traffic classes and their queues. */
    public static final int TCA_TAPRIO_ATTR_PRIOMAP = 1;

    /** Nest of {@link #TCA_TAPRIO_SCHED_ENTRY}: the schedule. */
    public static final int TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST = 2;

    /** s64: when the schedule begins, in nanoseconds. */
    public static final int TCA_TAPRIO_ATTR_SCHED_BASE_TIME = 3;

    /** Nest of {@code TCA_TAPRIO_SCHED_ENTRY_*}: an entry; not in use. */
    public static final int TCA_TAPRIO_ATTR_SCHED_SINGLE_ENTRY = 4;

    /** s32: {@code CLOCK_*}. */
    public static final int TCA_TAPRIO_ATTR_SCHED_CLOCKID = 5;

    /** Padding before a u64. */
    public static final int TCA_TAPRIO_PAD = 6;

    /** Nest of these attributes: the schedule that comes next, only in answers. */
    public static final int TCA_TAPRIO_ATTR_ADMIN_SCHED = 7;

    /** s64: how long a cycle is, in nanoseconds. */
    public static final int TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME = 8;

    /** s64: how much longer the last cycle of a schedule may be, in nanoseconds. */
    public static final int TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION = 9;

    /** u32: {@code TCA_TAPRIO_ATTR_FLAG_*}. */
    public static final int TCA_TAPRIO_ATTR_FLAGS = 10;

    /** u32: how early a packet is handed to the device, in nanoseconds. */
    public static final int TCA_TAPRIO_ATTR_TXTIME_DELAY = 11;

    /** Nest of {@code TCA_TAPRIO_TC_ENTRY_*}, one a traffic class; since Linux 6.1. */
    public static final int TCA_TAPRIO_ATTR_TC_ENTRY = 12;

    /** Flag: packets get the time at which they are to leave. */
    public static final int TCA_TAPRIO_ATTR_FLAG_TXTIME_ASSIST = 1;

    /** Flag: the hardware does it all. */
    public static final int TCA_TAPRIO_ATTR_FLAG_FULL_OFFLOAD = 1 << 1;

    /** Nest of {@code TCA_TAPRIO_SCHED_ENTRY_*}: an entry of a schedule. */
    public static final int TCA_TAPRIO_SCHED_ENTRY = 1;

    /** u32: number of the entry, only in answers. */
    public static final int TCA_TAPRIO_SCHED_ENTRY_INDEX = 1;

    /** u8: {@code TC_TAPRIO_CMD_*}. */
    public static final int TCA_TAPRIO_SCHED_ENTRY_CMD = 2;

    /** u32: which traffic classes may send. */
    public static final int TCA_TAPRIO_SCHED_ENTRY_GATE_MASK = 3;

    /** u32: how long, in nanoseconds. */
    public static final int TCA_TAPRIO_SCHED_ENTRY_INTERVAL = 4;

    /** u32: number of the traffic class. */
    public static final int TCA_TAPRIO_TC_ENTRY_INDEX = 1;

    /** u32: longest packet in bytes; 0 for no limit. */
    public static final int TCA_TAPRIO_TC_ENTRY_MAX_SDU = 2;

    /** u32: {@code TC_FP_*}, frame preemption; since Linux 6.4. */
    public static final int TCA_TAPRIO_TC_ENTRY_FP = 3;

    /** Padding before a u64. */
    public static final int TCA_TAPRIO_OFFLOAD_STATS_PAD = 1;

    /** u64: packets dropped because their window was over; since Linux 6.5. */
    public static final int TCA_TAPRIO_OFFLOAD_STATS_WINDOW_DROPS = 2;

    /** u64: packets that were longer than their window; since Linux 6.5. */
    public static final int TCA_TAPRIO_OFFLOAD_STATS_TX_OVERRUNS = 3;

    /** Command: the gates are set. */
    public static final int TC_TAPRIO_CMD_SET_GATES = 0;

    /** Command: the gates are set, and preemptible frames have to wait. */
    public static final int TC_TAPRIO_CMD_SET_AND_HOLD = 1;

    /** Command: the gates are set, and preemptible frames may go on. */
    public static final int TC_TAPRIO_CMD_SET_AND_RELEASE = 2;

    private static final List<String> COMMANDS = List.of("S", "H", "R");

    /** The table of an entry of a schedule. */
    public static final AttributeSet ENTRY = AttributeSet.of(
            "TCA_TAPRIO_SCHED_ENTRY",
            u32(TCA_TAPRIO_SCHED_ENTRY_INDEX, "TCA_TAPRIO_SCHED_ENTRY_INDEX").key("index"),
            u8(TCA_TAPRIO_SCHED_ENTRY_CMD, "TCA_TAPRIO_SCHED_ENTRY_CMD").key("cmd").shown(TcaTaprio::command),
            u32(TCA_TAPRIO_SCHED_ENTRY_GATE_MASK, "TCA_TAPRIO_SCHED_ENTRY_GATE_MASK").key("gatemask").shown(Numbers::hex),
            u32(TCA_TAPRIO_SCHED_ENTRY_INTERVAL, "TCA_TAPRIO_SCHED_ENTRY_INTERVAL").key("interval"));

    /** The table of a schedule. */
    public static final AttributeSet SCHEDULE =
            AttributeSet.of("TCA_TAPRIO_SCHED", nest(TCA_TAPRIO_SCHED_ENTRY, "TCA_TAPRIO_SCHED_ENTRY", () -> ENTRY));

    /** The table of {@link #TCA_TAPRIO_ATTR_TC_ENTRY}. */
    public static final AttributeSet CLASS = AttributeSet.of(
            "TCA_TAPRIO_TC_ENTRY",
            u32(TCA_TAPRIO_TC_ENTRY_INDEX, "TCA_TAPRIO_TC_ENTRY_INDEX"),
            u32(TCA_TAPRIO_TC_ENTRY_MAX_SDU, "TCA_TAPRIO_TC_ENTRY_MAX_SDU"),
            u32(TCA_TAPRIO_TC_ENTRY_FP, "TCA_TAPRIO_TC_ENTRY_FP"));

    /** The table of the counters. */
    public static final AttributeSet STATISTICS = AttributeSet.of(
            "TCA_TAPRIO_OFFLOAD_STATS",
            binary(TCA_TAPRIO_OFFLOAD_STATS_PAD, "TCA_TAPRIO_OFFLOAD_STATS_PAD"),
            u64(TCA_TAPRIO_OFFLOAD_STATS_WINDOW_DROPS, "TCA_TAPRIO_OFFLOAD_STATS_WINDOW_DROPS").key("window_drops"),
            u64(TCA_TAPRIO_OFFLOAD_STATS_TX_OVERRUNS, "TCA_TAPRIO_OFFLOAD_STATS_TX_OVERRUNS").key("tx_overruns"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_TAPRIO_ATTR",
            struct(TCA_TAPRIO_ATTR_PRIOMAP, "TCA_TAPRIO_ATTR_PRIOMAP", TcaMqprio.TC_MQPRIO_QOPT).key("").shown(TcaTaprio::queues),
            nest(TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST, "TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST", () -> SCHEDULE)
                    .key("schedule")
                    .shown(TcaTaprio::schedule),
            s64(TCA_TAPRIO_ATTR_SCHED_BASE_TIME, "TCA_TAPRIO_ATTR_SCHED_BASE_TIME").key("base_time"),
            nest(TCA_TAPRIO_ATTR_SCHED_SINGLE_ENTRY, "TCA_TAPRIO_ATTR_SCHED_SINGLE_ENTRY", () -> ENTRY),
            s32(TCA_TAPRIO_ATTR_SCHED_CLOCKID, "TCA_TAPRIO_ATTR_SCHED_CLOCKID").key("clockid").shown(TcaTaprio::clock),
            binary(TCA_TAPRIO_PAD, "TCA_TAPRIO_PAD"),
            nest(TCA_TAPRIO_ATTR_ADMIN_SCHED, "TCA_TAPRIO_ATTR_ADMIN_SCHED", () -> TcaTaprio.ATTRIBUTES).key("admin"),
            s64(TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME, "TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME").key("cycle_time"),
            s64(TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION, "TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION")
                    .key("cycle_time_extension"),
            u32(TCA_TAPRIO_ATTR_FLAGS, "TCA_TAPRIO_ATTR_FLAGS").key("flags").shown(Numbers::hex),
            u32(TCA_TAPRIO_ATTR_TXTIME_DELAY, "TCA_TAPRIO_ATTR_TXTIME_DELAY").key("txtime_delay"),
            nest(TCA_TAPRIO_ATTR_TC_ENTRY, "TCA_TAPRIO_ATTR_TC_ENTRY", () -> CLASS));

    /** {@code TCA_OPTIONS}, marked, as {@code tc} does, and the counters. */
    static final TcTables QDISC = TcTables.of(Taprio.KIND, nest(TCA_OPTIONS, "TCA_OPTIONS", () -> ATTRIBUTES))
            .counting(nest(TCA_STATS_APP, "TCA_STATS_APP", () -> STATISTICS).key(""));

    private TcaTaprio() {}

    private static Optional<String> command(Attributes among, int number) {
        return among.integer(number).stream()
                .mapToObj(command -> command < COMMANDS.size() ? COMMANDS.get(command) : Integer.toString(command))
                .findFirst();
    }

    private static Optional<String> clock(Attributes among, int number) {
        return among.integer(number).stream().mapToObj(Clocks::name).findFirst();
    }

    private static Optional<List<Map<String, Object>>> schedule(Attributes among, int number) {
        return among.nest(number).map(list -> list.nests(TCA_TAPRIO_SCHED_ENTRY).stream().map(Attributes::values).toList());
    }

    private static Optional<Map<String, Object>> queues(Attributes among, int number) {
        Map<String, Object> members = new LinkedHashMap<>();
        Shown.put(members, among, number, "num_tc", "tc");
        members.put("map", Shown.array(among, number, "prio_tc_map", TcaMqprio.MAX));
        List<Long> counts = Shown.array(among, number, "count", TcaMqprio.MAX);
        List<Long> offsets = Shown.array(among, number, "offset", TcaMqprio.MAX);
        List<Map<String, Object>> queues = new ArrayList<>();
        for (int i = 0; i < Math.min(offsets.size(), among.field(number, "num_tc").orElse(0)); i++) {
            queues.add(Map.of("offset", offsets.get(i), "count", counts.get(i)));
        }
        members.put("queues", queues);
        return Optional.of(members);
    }
}
