package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.rtnetlink.tc.action.TcaPolice;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the filter bpf: {@code TCA_BPF_*} of {@code linux/pkt_cls.h}. */
public final class TcaBpf {
    /** Nest of actions, numbered from 1. */
    public static final int TCA_BPF_ACT = 1;

    /** Nest of {@code TCA_POLICE_*}: one action police, of old programs. */
    public static final int TCA_BPF_POLICE = 2;

    /** u32: class in which the packet goes; {@link org.netlink4j.rtnetlink.tc.TcHandle}. */
    public static final int TCA_BPF_CLASSID = 3;

    /** u16: number of instructions. */
    public static final int TCA_BPF_OPS_LEN = 4;

    /** Instructions of 8 bytes each: classic BPF. */
    public static final int TCA_BPF_OPS = 5;

    /** u32, only in requests: descriptor of a program. */
    public static final int TCA_BPF_FD = 6;

    /** String: a name for the program. */
    public static final int TCA_BPF_NAME = 7;

    /** u32: {@code TCA_BPF_FLAG_*}. */
    public static final int TCA_BPF_FLAGS = 8;

    /** u32: {@code TCA_CLS_FLAGS_*}. */
    public static final int TCA_BPF_FLAGS_GEN = 9;

    /** 8 bytes, only in answers: hash of the program. */
    public static final int TCA_BPF_TAG = 10;

    /** u32, only in answers: id of the program. */
    public static final int TCA_BPF_ID = 11;

    /** What the program returns is the control action. */
    public static final int TCA_BPF_FLAG_ACT_DIRECT = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_BPF",
            TcaAct.list(TCA_BPF_ACT, "TCA_BPF_ACT"),
            nest(TCA_BPF_POLICE, "TCA_BPF_POLICE", () -> TcaPolice.ATTRIBUTES).unmarked().key("police"),
            u32(TCA_BPF_CLASSID, "TCA_BPF_CLASSID").key("flowid").shown(TcJson.HANDLE),
            u16(TCA_BPF_OPS_LEN, "TCA_BPF_OPS_LEN"),
            binary(TCA_BPF_OPS, "TCA_BPF_OPS").key("bytecode").shown(TcJson.BYTECODE),
            u32(TCA_BPF_FD, "TCA_BPF_FD"),
            string(TCA_BPF_NAME, "TCA_BPF_NAME").key("bpf_name"),
            u32(TCA_BPF_FLAGS, "TCA_BPF_FLAGS").key("").shown(TcaBpf::flags),
            u32(TCA_BPF_FLAGS_GEN, "TCA_BPF_FLAGS_GEN").key("").shown(TcaClsFlags::members),
            binary(TCA_BPF_TAG, "TCA_BPF_TAG").key("tag"),
            u32(TCA_BPF_ID, "TCA_BPF_ID").key("id"));

    private TcaBpf() {}

    private static Optional<Map<String, Object>> flags(Attributes data, int number) {
        boolean direct = (data.number(number).orElse(0) & TCA_BPF_FLAG_ACT_DIRECT) != 0;
        return Optional.of(direct ? Map.of("direct-action", true) : Map.of());
    }
}
