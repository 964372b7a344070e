package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the filter matchall: {@code TCA_MATCHALL_*} of {@code linux/pkt_cls.h}. */
public final class TcaMatchall {
    /** u32: class in which the packet goes; {@link org.netlink4j.rtnetlink.tc.TcHandle}. */
    public static final int TCA_MATCHALL_CLASSID = 1;

    /** Nest of actions, numbered from 1. */
    public static final int TCA_MATCHALL_ACT = 2;

    /** u32: {@code TCA_CLS_FLAGS_*}. */
    public static final int TCA_MATCHALL_FLAGS = 3;

    /** {@code struct tc_matchall_pcnt}: how many packets matched; only in answers. */
    public static final int TCA_MATCHALL_PCNT = 4;

    /** Padding before a u64. */
    public static final int TCA_MATCHALL_PAD = 5;

    private static final StructSpec COUNTERS = new StructSpec("tc_matchall_pcnt", 8, List.of(field("rhit", 0, AttributeType.U64)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_MATCHALL",
            u32(TCA_MATCHALL_CLASSID, "TCA_MATCHALL_CLASSID").key("flowid").shown(TcJson.HANDLE),
            TcaAct.list(TCA_MATCHALL_ACT, "TCA_MATCHALL_ACT"),
            u32(TCA_MATCHALL_FLAGS, "TCA_MATCHALL_FLAGS").key("").shown(TcaClsFlags::members),
            struct(TCA_MATCHALL_PCNT, "TCA_MATCHALL_PCNT", COUNTERS),
            binary(TCA_MATCHALL_PAD, "TCA_MATCHALL_PAD"));

    private TcaMatchall() {}
}
