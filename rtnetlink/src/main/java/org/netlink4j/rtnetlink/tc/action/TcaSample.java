package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.StructSpec;

/**
 * Attributes of the action sample, which copies some packets to the psample family: {@code TCA_SAMPLE_*} of {@code
 * linux/tc_act/tc_sample.h}.
 */
public final class TcaSample {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_SAMPLE_TM = 1;

    /** {@code struct tc_sample}: what all actions have. */
    public static final int TCA_SAMPLE_PARMS = 2;

    /** u32: one of so many packets is sampled. */
    public static final int TCA_SAMPLE_RATE = 3;

    /** u32: how many bytes of it are kept; all if not there. */
    public static final int TCA_SAMPLE_TRUNC_SIZE = 4;

    /** u32: the psample group that gets it. */
    public static final int TCA_SAMPLE_PSAMPLE_GROUP = 5;

    /** Padding before a u64. */
    public static final int TCA_SAMPLE_PAD = 6;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_sample", 20);

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_SAMPLE",
            TcGen.times(TCA_SAMPLE_TM, "TCA_SAMPLE_TM"),
            TcGen.parameters(TCA_SAMPLE_PARMS, "TCA_SAMPLE_PARMS", PARAMETERS),
            u32(TCA_SAMPLE_RATE, "TCA_SAMPLE_RATE").key("rate"),
            u32(TCA_SAMPLE_TRUNC_SIZE, "TCA_SAMPLE_TRUNC_SIZE").key("trunc_size"),
            u32(TCA_SAMPLE_PSAMPLE_GROUP, "TCA_SAMPLE_PSAMPLE_GROUP").key("group"),
            binary(TCA_SAMPLE_PAD, "TCA_SAMPLE_PAD"));

    private TcaSample() {}
}
