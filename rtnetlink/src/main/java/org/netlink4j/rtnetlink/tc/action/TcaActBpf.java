package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the action bpf: {@code TCA_ACT_BPF_*} of {@code linux/tc_act/tc_bpf.h}. */
public final class TcaActBpf {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_ACT_BPF_TM = 1;

    /** {@code struct tc_act_bpf}: what all actions have. */
    public static final int TCA_ACT_BPF_PARMS = 2;

    /** u16: number of instructions. */
    public static final int TCA_ACT_BPF_OPS_LEN = 3;

    /** Instructions of 8 bytes each: classic BPF. */
    public static final int TCA_ACT_BPF_OPS = 4;

    /** u32, only in requests: descriptor of a program. */
    public static final int TCA_ACT_BPF_FD = 5;

    /** String: a name for the program. */
    public static final int TCA_ACT_BPF_NAME = 6;

    /** Padding before a u64. */
    public static final int TCA_ACT_BPF_PAD = 7;

    /** 8 bytes, only in answers: hash of the program. */
    public static final int TCA_ACT_BPF_TAG = 8;

    /** u32, only in answers: id of the program. */
    public static final int TCA_ACT_BPF_ID = 9;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_act_bpf", 20);

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_ACT_BPF",
            TcGen.times(TCA_ACT_BPF_TM, "TCA_ACT_BPF_TM"),
            TcGen.parameters(TCA_ACT_BPF_PARMS, "TCA_ACT_BPF_PARMS", PARAMETERS),
            u16(TCA_ACT_BPF_OPS_LEN, "TCA_ACT_BPF_OPS_LEN"),
            binary(TCA_ACT_BPF_OPS, "TCA_ACT_BPF_OPS").key("bytecode").shown(TcJson.BYTECODE),
            u32(TCA_ACT_BPF_FD, "TCA_ACT_BPF_FD"),
            string(TCA_ACT_BPF_NAME, "TCA_ACT_BPF_NAME").key("bpf_name"),
            binary(TCA_ACT_BPF_PAD, "TCA_ACT_BPF_PAD"),
            binary(TCA_ACT_BPF_TAG, "TCA_ACT_BPF_TAG").key("tag"),
            u32(TCA_ACT_BPF_ID, "TCA_ACT_BPF_ID").key("id"));

    private TcaActBpf() {}
}
