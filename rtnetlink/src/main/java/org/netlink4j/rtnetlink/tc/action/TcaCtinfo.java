package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/**
 * Attributes of the action ctinfo, which restores what is in the connection's mark: {@code TCA_CTINFO_*} of {@code
 * linux/tc_act/tc_ctinfo.h}.
 */
public final class TcaCtinfo {
    /** Padding before a u64. */
    public static final int TCA_CTINFO_PAD = 1;

    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_CTINFO_TM = 2;

    /** {@code struct tc_ctinfo}: what all actions have. */
    public static final int TCA_CTINFO_ACT = 3;

    /** u16: zone of the connection. */
    public static final int TCA_CTINFO_ZONE = 4;

    /** u32: where the DSCP is in the connection's mark, 6 bits. */
    public static final int TCA_CTINFO_PARMS_DSCP_MASK = 5;

    /** u32: bits of the mark of which one says that there is a DSCP. */
    public static final int TCA_CTINFO_PARMS_DSCP_STATEMASK = 6;

    /** u32: which bits of the connection's mark become the packet's. */
    public static final int TCA_CTINFO_PARMS_CPMARK_MASK = 7;

    /** u64, only in answers: DSCPs that were set. */
    public static final int TCA_CTINFO_STATS_DSCP_SET = 8;

    /** u64, only in answers: DSCPs that could not be set. */
    public static final int TCA_CTINFO_STATS_DSCP_ERROR = 9;

    /** u64, only in answers: marks that were set. */
    public static final int TCA_CTINFO_STATS_CPMARK_SET = 10;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_ctinfo", 20);

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_CTINFO",
            binary(TCA_CTINFO_PAD, "TCA_CTINFO_PAD"),
            TcGen.times(TCA_CTINFO_TM, "TCA_CTINFO_TM"),
            TcGen.parameters(TCA_CTINFO_ACT, "TCA_CTINFO_ACT", PARAMETERS),
            u16(TCA_CTINFO_ZONE, "TCA_CTINFO_ZONE").key("zone"),
            u32(TCA_CTINFO_PARMS_DSCP_MASK, "TCA_CTINFO_PARMS_DSCP_MASK").key("dscpmask").shown(TcJson.PREFIXED_HEX),
            u32(TCA_CTINFO_PARMS_DSCP_STATEMASK, "TCA_CTINFO_PARMS_DSCP_STATEMASK").key("dscpstatemask").shown(TcJson.PREFIXED_HEX),
            u32(TCA_CTINFO_PARMS_CPMARK_MASK, "TCA_CTINFO_PARMS_CPMARK_MASK").key("cpmark").shown(TcJson.PREFIXED_HEX),
            u64(TCA_CTINFO_STATS_DSCP_SET, "TCA_CTINFO_STATS_DSCP_SET"),
            u64(TCA_CTINFO_STATS_DSCP_ERROR, "TCA_CTINFO_STATS_DSCP_ERROR"),
            u64(TCA_CTINFO_STATS_CPMARK_SET, "TCA_CTINFO_STATS_CPMARK_SET"));

    private TcaCtinfo() {}
}
