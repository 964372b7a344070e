package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.array;
import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/** Extended matches: {@code TCA_EMATCH_TREE_*} and {@code TCF_EM_*} of {@code linux/pkt_cls.h}; see {@link Ematch}. */
public final class TcaEmatchTree {
    /** {@code struct tcf_ematch_tree_hdr}: how many matches follow. */
    public static final int TCA_EMATCH_TREE_HDR = 1;

    /** Nest of matches, numbered from 1: {@code struct tcf_ematch_hdr} and what the kind wants. */
    public static final int TCA_EMATCH_TREE_LIST = 2;

    /** {@code kind}: another match with all that follows it. */
    public static final int TCF_EM_CONTAINER = 0;

    /** {@code kind}: compares a number. */
    public static final int TCF_EM_CMP = 1;

    /** {@code kind}: compares bytes. */
    public static final int TCF_EM_NBYTE = 2;

    /** {@code kind}: compares a word. */
    public static final int TCF_EM_U32 = 3;

    /** {@code kind}: compares what the kernel knows of the packet. */
    public static final int TCF_EM_META = 4;

    /** {@code kind}: searches for bytes. */
    public static final int TCF_EM_TEXT = 5;

    /** {@code kind}: not in use. */
    public static final int TCF_EM_VLAN = 6;

    /** {@code kind}: compares CAN ids. */
    public static final int TCF_EM_CANID = 7;

    /** {@code kind}: looks in a set of netfilter. */
    public static final int TCF_EM_IPSET = 8;

    /** {@code kind}: a match of iptables. */
    public static final int TCF_EM_IPT = 9;

    /** {@code flags}: the last match. */
    public static final int TCF_EM_REL_END = 0;

    /** {@code flags}: and the next one, too. */
    public static final int TCF_EM_REL_AND = 1;

    /** {@code flags}: or the next one. */
    public static final int TCF_EM_REL_OR = 2;

    /** {@code flags}: how it goes on. */
    public static final int TCF_EM_REL_MASK = 3;

    /** {@code flags}: holds if it does not match. */
    public static final int TCF_EM_INVERT = 4;

    /** {@code flags}: the payload is one u32. */
    public static final int TCF_EM_SIMPLE = 8;

    /** Offsets count from the Ethernet header. */
    public static final int TCF_LAYER_LINK = 0;

    /** Offsets count from the network header. */
    public static final int TCF_LAYER_NETWORK = 1;

    /** Offsets count from the transport header. */
    public static final int TCF_LAYER_TRANSPORT = 2;

    /** Equal. */
    public static final int TCF_EM_OPND_EQ = 0;

    /** Greater. */
    public static final int TCF_EM_OPND_GT = 1;

    /** Less. */
    public static final int TCF_EM_OPND_LT = 2;

    private static final StructSpec TREE = new StructSpec("tcf_ematch_tree_hdr", 4, List.of(
            field("nmatches", 0, AttributeType.U16), field("progid", 2, AttributeType.U16)));

    /** What every match begins with. */
    static final StructSpec MATCH = new StructSpec("tcf_ematch_hdr", 8, List.of(
            field("matchid", 0, AttributeType.U16), field("kind", 2, AttributeType.U16), field("flags", 4, AttributeType.U16),
            field("pad", 6, AttributeType.U16)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_EMATCH_TREE",
            struct(TCA_EMATCH_TREE_HDR, "TCA_EMATCH_TREE_HDR", TREE),
            array(TCA_EMATCH_TREE_LIST, "TCA_EMATCH_TREE_LIST", binary(1, "TCA_EMATCH_TREE_LIST")).unmarked());

    private TcaEmatchTree() {}
}
