package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;

/** Attributes of a local segment: {@code SEG6_LOCAL_*} of {@code linux/seg6_local.h}, as of Linux 6.18. */
public final class Seg6Local {
    /** u32: {@code SEG6_LOCAL_ACTION_*}. */
    public static final int SEG6_LOCAL_ACTION = 1;

    /** Bytes: the header to add, {@link SegmentRoutingHeader}. */
    public static final int SEG6_LOCAL_SRH = 2;

    /** u32: table of routes. */
    public static final int SEG6_LOCAL_TABLE = 3;

    /** IPv4 address: neighbour. */
    public static final int SEG6_LOCAL_NH4 = 4;

    /** IPv6 address: neighbour. */
    public static final int SEG6_LOCAL_NH6 = 5;

    /** s32: index of the device of the lookup. */
    public static final int SEG6_LOCAL_IIF = 6;

    /** s32: index of the device on which the packet leaves. */
    public static final int SEG6_LOCAL_OIF = 7;

    /** Nest: a BPF program. */
    public static final int SEG6_LOCAL_BPF = 8;

    /** u32: table of routes of a VRF. */
    public static final int SEG6_LOCAL_VRFTABLE = 9;

    /** Nest: counters; in a request, those that are wanted. */
    public static final int SEG6_LOCAL_COUNTERS = 10;

    /** Nest: flavours of the action. */
    public static final int SEG6_LOCAL_FLAVORS = 11;

    /** Action: end of the segment. */
    public static final int SEG6_LOCAL_ACTION_END = 1;

    /** Action: to a neighbour. */
    public static final int SEG6_LOCAL_ACTION_END_X = 2;

    /** Action: lookup in a table of IPv6. */
    public static final int SEG6_LOCAL_ACTION_END_T = 3;

    /** Action: decapsulation, to a device. */
    public static final int SEG6_LOCAL_ACTION_END_DX2 = 4;

    /** Action: decapsulation, to a neighbour of IPv6. */
    public static final int SEG6_LOCAL_ACTION_END_DX6 = 5;

    /** Action: decapsulation, to a neighbour of IPv4. */
    public static final int SEG6_LOCAL_ACTION_END_DX4 = 6;

    /** Action: decapsulation, lookup in a table of IPv6. */
    public static final int SEG6_LOCAL_ACTION_END_DT6 = 7;

    /** Action: decapsulation, lookup in a table of IPv4. */
    public static final int SEG6_LOCAL_ACTION_END_DT4 = 8;

    /** Action: binding, with another header. */
    public static final int SEG6_LOCAL_ACTION_END_B6 = 9;

    /** Action: binding, with encapsulation. */
    public static final int SEG6_LOCAL_ACTION_END_B6_ENCAP = 10;

    /** Action: binding, with MPLS. */
    public static final int SEG6_LOCAL_ACTION_END_BM = 11;

    /** Action: search among the last segments. */
    public static final int SEG6_LOCAL_ACTION_END_S = 12;

    /** Action: static proxy. */
    public static final int SEG6_LOCAL_ACTION_END_AS = 13;

    /** Action: masquerading proxy. */
    public static final int SEG6_LOCAL_ACTION_END_AM = 14;

    /** Action: a BPF program. */
    public static final int SEG6_LOCAL_ACTION_END_BPF = 15;

    /** Action: decapsulation, lookup in a table of either version. */
    public static final int SEG6_LOCAL_ACTION_END_DT46 = 16;

    /** u32: file descriptor of the program in a request, its id in an answer. */
    public static final int SEG6_LOCAL_BPF_PROG = 1;

    /** String: name of the program. */
    public static final int SEG6_LOCAL_BPF_PROG_NAME = 2;

    /** Padding before a u64. */
    public static final int SEG6_LOCAL_CNT_PAD = 1;

    /** u64: packets. */
    public static final int SEG6_LOCAL_CNT_PACKETS = 2;

    /** u64: bytes. */
    public static final int SEG6_LOCAL_CNT_BYTES = 3;

    /** u64: packets that were dropped. */
    public static final int SEG6_LOCAL_CNT_ERRORS = 4;

    /** u32: bits {@code 1 << SEG6_LOCAL_FLV_OP_*}. */
    public static final int SEG6_LOCAL_FLV_OPERATION = 1;

    /** u8: length of the locator block of compressed segments in bits. */
    public static final int SEG6_LOCAL_FLV_LCBLOCK_BITS = 2;

    /** u8: length of the node and function of compressed segments in bits. */
    public static final int SEG6_LOCAL_FLV_LCNODE_FN_BITS = 3;

    /** Flavour: penultimate segment pop. */
    public static final int SEG6_LOCAL_FLV_OP_PSP = 1;

    /** Flavour: ultimate segment pop. */
    public static final int SEG6_LOCAL_FLV_OP_USP = 2;

    /** Flavour: ultimate segment decapsulation. */
    public static final int SEG6_LOCAL_FLV_OP_USD = 3;

    /** Flavour: compressed segments. */
    public static final int SEG6_LOCAL_FLV_OP_NEXT_CSID = 4;

    /** The table of {@link #SEG6_LOCAL_BPF}. */
    public static final AttributeSet PROGRAM = AttributeSet.of("SEG6_LOCAL_BPF_PROG",
            u32(SEG6_LOCAL_BPF_PROG, "SEG6_LOCAL_BPF_PROG"), string(SEG6_LOCAL_BPF_PROG_NAME, "SEG6_LOCAL_BPF_PROG_NAME"));

    /** The table of {@link #SEG6_LOCAL_COUNTERS}. */
    public static final AttributeSet COUNTERS = AttributeSet.of("SEG6_LOCAL_CNT",
            binary(SEG6_LOCAL_CNT_PAD, "SEG6_LOCAL_CNT_PAD"),
            u64(SEG6_LOCAL_CNT_PACKETS, "SEG6_LOCAL_CNT_PACKETS"),
            u64(SEG6_LOCAL_CNT_BYTES, "SEG6_LOCAL_CNT_BYTES"),
            u64(SEG6_LOCAL_CNT_ERRORS, "SEG6_LOCAL_CNT_ERRORS"));

    /** The table of {@link #SEG6_LOCAL_FLAVORS}. */
    public static final AttributeSet FLAVORS = AttributeSet.of("SEG6_LOCAL_FLV",
            u32(SEG6_LOCAL_FLV_OPERATION, "SEG6_LOCAL_FLV_OPERATION").key("flavors").shown(Renderings::flavors),
            u8(SEG6_LOCAL_FLV_LCBLOCK_BITS, "SEG6_LOCAL_FLV_LCBLOCK_BITS").key("lblen"),
            u8(SEG6_LOCAL_FLV_LCNODE_FN_BITS, "SEG6_LOCAL_FLV_LCNODE_FN_BITS").key("nflen"));

    private static final Map<Long, String> ACTIONS = Map.ofEntries(
            Map.entry(1L, "End"),
            Map.entry(2L, "End.X"),
            Map.entry(3L, "End.T"),
            Map.entry(4L, "End.DX2"),
            Map.entry(5L, "End.DX6"),
            Map.entry(6L, "End.DX4"),
            Map.entry(7L, "End.DT6"),
            Map.entry(8L, "End.DT4"),
            Map.entry(9L, "End.B6"),
            Map.entry(10L, "End.B6.Encaps"),
            Map.entry(11L, "End.BM"),
            Map.entry(12L, "End.S"),
            Map.entry(13L, "End.AS"),
            Map.entry(14L, "End.AM"),
            Map.entry(15L, "End.BPF"),
            Map.entry(16L, "End.DT46"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("SEG6_LOCAL",
            u32(SEG6_LOCAL_ACTION, "SEG6_LOCAL_ACTION").key("action").words(ACTIONS),
            binary(SEG6_LOCAL_SRH, "SEG6_LOCAL_SRH").key("srh").shown(Renderings::segments),
            u32(SEG6_LOCAL_TABLE, "SEG6_LOCAL_TABLE").key("table"),
            ipv4(SEG6_LOCAL_NH4, "SEG6_LOCAL_NH4").key("nh4"),
            ipv6(SEG6_LOCAL_NH6, "SEG6_LOCAL_NH6").key("nh6"),
            s32(SEG6_LOCAL_IIF, "SEG6_LOCAL_IIF").key("iif").shown(Renderings::index),
            s32(SEG6_LOCAL_OIF, "SEG6_LOCAL_OIF").key("oif").shown(Renderings::index),
            nest(SEG6_LOCAL_BPF, "SEG6_LOCAL_BPF", () -> PROGRAM).key("endpoint").shown(Renderings::endpoint),
            u32(SEG6_LOCAL_VRFTABLE, "SEG6_LOCAL_VRFTABLE").key("vrftable"),
            nest(SEG6_LOCAL_COUNTERS, "SEG6_LOCAL_COUNTERS", () -> COUNTERS),
            nest(SEG6_LOCAL_FLAVORS, "SEG6_LOCAL_FLAVORS", () -> FLAVORS).key(""));

    private Seg6Local() {}
}
