package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.core.schema.StructSpec.fieldBe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.rtnetlink.tc.action.TcaPolice;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the filter u32, which compares words of the packet: {@code TCA_U32_*} of {@code linux/pkt_cls.h}. */
public final class TcaU32 {
    /** u32: class in which the packet goes; {@link org.netlink4j.rtnetlink.tc.TcHandle}. */
    public static final int TCA_U32_CLASSID = 1;

    /** u32: the hash table in which it is, the upper 12 bits of a handle. */
    public static final int TCA_U32_HASH = 2;

    /** u32: the hash table to go on with. */
    public static final int TCA_U32_LINK = 3;

    /** u32: how many buckets a hash table has, a power of two up to 256. */
    public static final int TCA_U32_DIVISOR = 4;

    /** {@code struct tc_u32_sel}, and its keys, 16 bytes each. */
    public static final int TCA_U32_SEL = 5;

    /** Nest of {@code TCA_POLICE_*}: one action police, of old programs. */
    public static final int TCA_U32_POLICE = 6;

    /** Nest of actions, numbered from 1. */
    public static final int TCA_U32_ACT = 7;

    /** String of at most 16 bytes with its NUL: device on which the packet came. */
    public static final int TCA_U32_INDEV = 8;

    /** {@code struct tc_u32_pcnt}, and a u64 a key: how often it was looked at and matched; only in answers. */
    public static final int TCA_U32_PCNT = 9;

    /** {@code struct tc_u32_mark}: the mark of the packet, and how often it matched. */
    public static final int TCA_U32_MARK = 10;

    /** u32: {@code TCA_CLS_FLAGS_*}. */
    public static final int TCA_U32_FLAGS = 11;

    /** Padding before a u64. */
    public static final int TCA_U32_PAD = 12;

    /** {@code flags}: when it matches, its class and actions count. */
    public static final int TC_U32_TERMINAL = 1;

    /** {@code flags}: the offset for the next table is fixed. */
    public static final int TC_U32_OFFSET = 2;

    /** {@code flags}: the offset is read from the packet. */
    public static final int TC_U32_VAROFFSET = 4;

    /** {@code flags}: the next table counts from what follows the header. */
    public static final int TC_U32_EAT = 8;

    /** What {@link #TCA_U32_SEL} begins with. */
    static final StructSpec SELECTOR = new StructSpec("tc_u32_sel", 16, List.of(
            field("flags", 0, AttributeType.U8), field("offshift", 1, AttributeType.U8), field("nkeys", 2, AttributeType.U8),
            fieldBe("offmask", 4, AttributeType.U16), field("off", 6, AttributeType.U16), field("offoff", 8, AttributeType.S16),
            field("hoff", 10, AttributeType.S16), fieldBe("hmask", 12, AttributeType.U32)));

    /** One key of it. */
    static final StructSpec KEY = new StructSpec("tc_u32_key", 16, List.of(
            fieldBe("mask", 0, AttributeType.U32), fieldBe("val", 4, AttributeType.U32), field("off", 8, AttributeType.S32),
            field("offmask", 12, AttributeType.S32)));

    private static final StructSpec COUNTERS = new StructSpec("tc_u32_pcnt", 16, List.of(
            field("rcnt", 0, AttributeType.U64), field("rhit", 8, AttributeType.U64)));

    private static final StructSpec MARK = new StructSpec("tc_u32_mark", 12, List.of(
            field("val", 0, AttributeType.U32), field("mask", 4, AttributeType.U32), field("success", 8, AttributeType.U32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_U32",
            u32(TCA_U32_CLASSID, "TCA_U32_CLASSID").key("flowid").shown(TcJson.HANDLE),
            u32(TCA_U32_HASH, "TCA_U32_HASH"),
            u32(TCA_U32_LINK, "TCA_U32_LINK").key("link").shown(TcaU32::table),
            u32(TCA_U32_DIVISOR, "TCA_U32_DIVISOR").key("ht_divisor"),
            struct(TCA_U32_SEL, "TCA_U32_SEL", SELECTOR).key("").shown(TcaU32::selector),
            nest(TCA_U32_POLICE, "TCA_U32_POLICE", () -> TcaPolice.ATTRIBUTES).unmarked().key("police"),
            TcaAct.list(TCA_U32_ACT, "TCA_U32_ACT"),
            string(TCA_U32_INDEV, "TCA_U32_INDEV").atMost(16).key("input_dev"),
            struct(TCA_U32_PCNT, "TCA_U32_PCNT", COUNTERS),
            struct(TCA_U32_MARK, "TCA_U32_MARK", MARK).key("").shown(TcaU32::mark),
            u32(TCA_U32_FLAGS, "TCA_U32_FLAGS").key("").shown(TcaClsFlags::members),
            binary(TCA_U32_PAD, "TCA_U32_PAD"));

    private TcaU32() {}

    private static Optional<String> table(Attributes data, int number) {
        return data.integer(number).stream().mapToObj(handle -> new U32Handle(handle).toString()).findFirst();
    }

    private static Optional<Map<String, Object>> mark(Attributes data, int number) {
        Map<String, Object> members = new LinkedHashMap<>();
        data.field(number, "val").ifPresent(value -> members.put("fwmark_value", "0x" + Long.toHexString(value)));
        data.field(number, "mask").ifPresent(mask -> members.put("fwmark_mask", "0x" + Long.toHexString(mask)));
        data.field(number, "success").ifPresent(count -> members.put("fwmark_success", count));
        return Optional.of(members);
    }

    /** One key is an object; several are a list, for an object cannot have them under one name. */
    private static Optional<Map<String, Object>> selector(Attributes data, int number) {
        U32 filter = new U32(data);
        Map<String, Object> members = new LinkedHashMap<>();
        List<Map<String, Object>> matches = filter.keys().stream().map(TcaU32::match).toList();
        if (!matches.isEmpty()) {
            members.put("match", matches.size() == 1 ? matches.getFirst() : matches);
        }
        long flags = data.field(number, "flags").orElse(0);
        if ((flags & (TC_U32_VAROFFSET | TC_U32_OFFSET)) != 0) {
            if ((flags & TC_U32_VAROFFSET) != 0) {
                members.put("offset_mask", Long.toHexString(data.field(number, "offmask").orElse(0)));
                members.put("offset_shift", data.field(number, "offshift").orElse(0));
                members.put("offset_off", data.field(number, "offoff").orElse(0));
            }
            if ((flags & TC_U32_EAT) != 0) {
                members.put("eat", true);
            }
        }
        data.field(number, "hmask").stream().filter(mask -> mask != 0).forEach(mask -> {
            members.put("hash_mask", Long.toHexString(mask));
            members.put("hash_off", data.field(number, "hoff").orElse(0));
        });
        return Optional.of(members);
    }

    private static Map<String, Object> match(U32Key key) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("value", Integer.toHexString(key.value()));
        members.put("mask", Integer.toHexString(key.mask()));
        members.put("offmask", key.offsetMask() == 0 ? "" : "nexthdr+");
        members.put("off", key.offset());
        return members;
    }
}
