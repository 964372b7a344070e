package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.string;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.StructSpec;

/** Attributes of the action simple: {@code TCA_DEF_*} of {@code linux/tc_act/tc_defact.h}. */
public final class TcaDef {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_DEF_TM = 1;

    /** {@code struct tc_defact}: what all actions have. */
    public static final int TCA_DEF_PARMS = 2;

    /** String of at most 32 bytes with its NUL: what is written to the kernel's log for every packet. */
    public static final int TCA_DEF_DATA = 3;

    /** Padding before a u64. */
    public static final int TCA_DEF_PAD = 4;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_defact", 20);

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_DEF",
            TcGen.times(TCA_DEF_TM, "TCA_DEF_TM"),
            TcGen.parameters(TCA_DEF_PARMS, "TCA_DEF_PARMS", PARAMETERS),
            string(TCA_DEF_DATA, "TCA_DEF_DATA").atMost(32).key("sdata"),
            binary(TCA_DEF_PAD, "TCA_DEF_PAD"));

    private TcaDef() {}
}
