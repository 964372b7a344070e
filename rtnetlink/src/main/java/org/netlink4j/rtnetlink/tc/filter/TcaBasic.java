package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.rtnetlink.tc.action.TcaPolice;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the filter basic: {@code TCA_BASIC_*} of {@code linux/pkt_cls.h}. */
public final class TcaBasic {
    /** u32: class in which the packet goes; {@link org.netlink4j.rtnetlink.tc.TcHandle}. */
    public static final int TCA_BASIC_CLASSID = 1;

    /** Nest of {@code TCA_EMATCH_TREE_*}: extended matches. */
    public static final int TCA_BASIC_EMATCHES = 2;

    /** Nest of actions, numbered from 1. */
    public static final int TCA_BASIC_ACT = 3;

    /** Nest of {@code TCA_POLICE_*}: one action police, of old programs. */
    public static final int TCA_BASIC_POLICE = 4;

    /** {@code struct tc_basic_pcnt}: how often it was looked at and matched; only in answers. */
    public static final int TCA_BASIC_PCNT = 5;

    /** Padding before a u64. */
    public static final int TCA_BASIC_PAD = 6;

    private static final StructSpec COUNTERS = new StructSpec(
            "tc_basic_pcnt", 16, List.of(field("rcnt", 0, AttributeType.U64), field("rhit", 8, AttributeType.U64)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_BASIC",
            u32(TCA_BASIC_CLASSID, "TCA_BASIC_CLASSID").key("flowid").shown(TcJson.HANDLE),
            nest(TCA_BASIC_EMATCHES, "TCA_BASIC_EMATCHES", () -> TcaEmatchTree.ATTRIBUTES).unmarked(),
            TcaAct.list(TCA_BASIC_ACT, "TCA_BASIC_ACT"),
            nest(TCA_BASIC_POLICE, "TCA_BASIC_POLICE", () -> TcaPolice.ATTRIBUTES).unmarked().key("police"),
            struct(TCA_BASIC_PCNT, "TCA_BASIC_PCNT", COUNTERS),
            binary(TCA_BASIC_PAD, "TCA_BASIC_PAD"));

    private TcaBasic() {}
}
