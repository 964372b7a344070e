package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the action skbedit: {@code TCA_SKBEDIT_*} of {@code linux/tc_act/tc_skbedit.h}. */
public final class TcaSkbedit {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_SKBEDIT_TM = 1;

    /** {@code struct tc_skbedit}: what all actions have. */
    public static final int TCA_SKBEDIT_PARMS = 2;

    /** u32: the priority of the packet, often a class. */
    public static final int TCA_SKBEDIT_PRIORITY = 3;

    /** u16: the queue of the device, or the first of some. */
    public static final int TCA_SKBEDIT_QUEUE_MAPPING = 4;

    /** u32: the mark. */
    public static final int TCA_SKBEDIT_MARK = 5;

    /** Padding before a u64. */
    public static final int TCA_SKBEDIT_PAD = 6;

    /** u16: {@code PACKET_*}, to whom the packet is. */
    public static final int TCA_SKBEDIT_PTYPE = 7;

    /** u32: which bits of the mark are set. */
    public static final int TCA_SKBEDIT_MASK = 8;

    /** u64: {@code SKBEDIT_F_*}. */
    public static final int TCA_SKBEDIT_FLAGS = 9;

    /** u16: the last queue, if the hash of the packet chooses one; since Linux 6.1. */
    public static final int TCA_SKBEDIT_QUEUE_MAPPING_MAX = 10;

    /** The priority is set, only in the kernel. */
    public static final int SKBEDIT_F_PRIORITY = 0x1;

    /** The queue is set, only in the kernel. */
    public static final int SKBEDIT_F_QUEUE_MAPPING = 0x2;

    /** The mark is set, only in the kernel. */
    public static final int SKBEDIT_F_MARK = 0x4;

    /** To whom the packet is is set, only in the kernel. */
    public static final int SKBEDIT_F_PTYPE = 0x8;

    /** Some bits of the mark are set, only in the kernel. */
    public static final int SKBEDIT_F_MASK = 0x10;

    /** The priority is taken from the DS field of the packet. */
    public static final int SKBEDIT_F_INHERITDSFIELD = 0x20;

    /** The hash of the packet chooses the queue; since Linux 6.1. */
    public static final int SKBEDIT_F_TXQ_SKBHASH = 0x40;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_skbedit", 20);

    private static final Map<Long, String> TYPES = Map.of(0L, "host", 1L, "broadcast", 2L, "multicast", 3L, "otherhost");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_SKBEDIT",
            TcGen.times(TCA_SKBEDIT_TM, "TCA_SKBEDIT_TM"),
            TcGen.parameters(TCA_SKBEDIT_PARMS, "TCA_SKBEDIT_PARMS", PARAMETERS),
            u32(TCA_SKBEDIT_PRIORITY, "TCA_SKBEDIT_PRIORITY").key("priority").shown(TcJson.HANDLE),
            u16(TCA_SKBEDIT_QUEUE_MAPPING, "TCA_SKBEDIT_QUEUE_MAPPING").key("queue_mapping"),
            u32(TCA_SKBEDIT_MARK, "TCA_SKBEDIT_MARK").key("mark"),
            binary(TCA_SKBEDIT_PAD, "TCA_SKBEDIT_PAD"),
            u16(TCA_SKBEDIT_PTYPE, "TCA_SKBEDIT_PTYPE").key("ptype").words(TYPES),
            u32(TCA_SKBEDIT_MASK, "TCA_SKBEDIT_MASK").key("mask").shown(TcJson.HEX),
            u64(TCA_SKBEDIT_FLAGS, "TCA_SKBEDIT_FLAGS").key("").shown(TcaSkbedit::flags),
            u16(TCA_SKBEDIT_QUEUE_MAPPING_MAX, "TCA_SKBEDIT_QUEUE_MAPPING_MAX").key("queue_mapping_max"));

    private TcaSkbedit() {}

    private static Optional<Map<String, Object>> flags(Attributes data, int number) {
        Map<String, Object> words = new LinkedHashMap<>();
        if ((data.number(number).orElse(0) & SKBEDIT_F_INHERITDSFIELD) != 0) {
            words.put("inheritdsfield", Optional.empty());
        }
        return Optional.of(words);
    }
}
