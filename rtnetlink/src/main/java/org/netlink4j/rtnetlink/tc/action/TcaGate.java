package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the action gate, which opens and closes by a schedule: {@code TCA_GATE_*} of {@code linux/tc_act/tc_gate.h}. */
public final class TcaGate {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_GATE_TM = 1;

    /** {@code struct tc_gate}: what all actions have. */
    public static final int TCA_GATE_PARMS = 2;

    /** Padding before a u64. */
    public static final int TCA_GATE_PAD = 3;

    /** s32: the gate is for packets of this priority; -1 for all. */
    public static final int TCA_GATE_PRIORITY = 4;

    /** Nest of one {@link #TCA_GATE_ONE_ENTRY} an entry. */
    public static final int TCA_GATE_ENTRY_LIST = 5;

    /** u64: nanoseconds of the clock when the cycles begin. */
    public static final int TCA_GATE_BASE_TIME = 6;

    /** u64: nanoseconds. */
    public static final int TCA_GATE_CYCLE_TIME = 7;

    /** u64: nanoseconds by which the last cycle may be longer. */
    public static final int TCA_GATE_CYCLE_TIME_EXT = 8;

    /** u32: none are defined. */
    public static final int TCA_GATE_FLAGS = 9;

    /** s32: {@code CLOCK_*}. */
    public static final int TCA_GATE_CLOCKID = 10;

    /** Nest of {@code TCA_GATE_ENTRY_*}. */
    public static final int TCA_GATE_ONE_ENTRY = 1;

    /** u32: the place of the entry, from 0. */
    public static final int TCA_GATE_ENTRY_INDEX = 1;

    /** Flag: the gate is open. */
    public static final int TCA_GATE_ENTRY_GATE = 2;

    /** u32: nanoseconds. */
    public static final int TCA_GATE_ENTRY_INTERVAL = 3;

    /** s32: internal priority; -1 to leave it. */
    public static final int TCA_GATE_ENTRY_IPV = 4;

    /** s32: how many bytes may pass; -1 for all. */
    public static final int TCA_GATE_ENTRY_MAX_OCTETS = 5;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_gate", 20);

    private static final Map<Long, String> CLOCKS = Map.of(0L, "REALTIME", 1L, "MONOTONIC", 7L, "BOOTTIME", 11L, "TAI");

    /** The table of {@link #TCA_GATE_ONE_ENTRY}. */
    public static final AttributeSet ENTRY = AttributeSet.of(
            "TCA_GATE_ENTRY",
            u32(TCA_GATE_ENTRY_INDEX, "TCA_GATE_ENTRY_INDEX").key("number"),
            flag(TCA_GATE_ENTRY_GATE, "TCA_GATE_ENTRY_GATE"),
            u32(TCA_GATE_ENTRY_INTERVAL, "TCA_GATE_ENTRY_INTERVAL").key("interval"),
            s32(TCA_GATE_ENTRY_IPV, "TCA_GATE_ENTRY_IPV").key("ipv"),
            s32(TCA_GATE_ENTRY_MAX_OCTETS, "TCA_GATE_ENTRY_MAX_OCTETS").key("max_octets"));

    /** The table of {@link #TCA_GATE_ENTRY_LIST}. */
    public static final AttributeSet ENTRIES = AttributeSet.of(
            "TCA_GATE_ENTRY_LIST",
            nest(TCA_GATE_ONE_ENTRY, "TCA_GATE_ONE_ENTRY", () -> ENTRY));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_GATE",
            TcGen.times(TCA_GATE_TM, "TCA_GATE_TM"),
            TcGen.parameters(TCA_GATE_PARMS, "TCA_GATE_PARMS", PARAMETERS),
            binary(TCA_GATE_PAD, "TCA_GATE_PAD"),
            s32(TCA_GATE_PRIORITY, "TCA_GATE_PRIORITY").key("priority"),
            nest(TCA_GATE_ENTRY_LIST, "TCA_GATE_ENTRY_LIST", () -> ENTRIES).key("schedule").shown(TcaGate::schedule),
            u64(TCA_GATE_BASE_TIME, "TCA_GATE_BASE_TIME").key("base_time"),
            u64(TCA_GATE_CYCLE_TIME, "TCA_GATE_CYCLE_TIME").key("cycle_time"),
            u64(TCA_GATE_CYCLE_TIME_EXT, "TCA_GATE_CYCLE_TIME_EXT").key("cycle_time_ext"),
            u32(TCA_GATE_FLAGS, "TCA_GATE_FLAGS").key("flags").shown(TcJson.HEX),
            s32(TCA_GATE_CLOCKID, "TCA_GATE_CLOCKID").key("clockid").words(CLOCKS));

    private TcaGate() {}

    private static Optional<List<Map<String, Object>>> schedule(Attributes data, int number) {
        return data.nest(number).map(list -> list.nests(TCA_GATE_ONE_ENTRY).stream().map(TcaGate::entry).toList());
    }

    private static Map<String, Object> entry(Attributes entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("gate_state", entry.has(TCA_GATE_ENTRY_GATE) ? "open" : "close");
        members.putAll(entry.values());
        return members;
    }
}
