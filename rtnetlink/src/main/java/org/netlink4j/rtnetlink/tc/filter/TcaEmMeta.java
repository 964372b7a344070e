package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/** The extended match meta: {@code TCA_EM_META_*} of {@code linux/tc_ematch/tc_em_meta.h}. */
public final class TcaEmMeta {
    /** {@code struct tcf_meta_hdr}: both sides and how they are compared. */
    public static final int TCA_EM_META_HDR = 1;

    /** The left side, if it is a value. */
    public static final int TCA_EM_META_LVALUE = 2;

    /** The right side, if it is a value. */
    public static final int TCA_EM_META_RVALUE = 3;

    /** Type, in the upper 4 bits of {@code kind}: bytes. */
    public static final int TCF_META_TYPE_VAR = 0;

    /** Type, in the upper 4 bits of {@code kind}: a number. */
    public static final int TCF_META_TYPE_INT = 1;

    /** Id, in the lower 11 bits of {@code kind}: a value of the caller's. */
    public static final int TCF_META_ID_VALUE = 0;

    private static final StructSpec HEADER = new StructSpec("tcf_meta_hdr", 8, List.of(
            field("left.kind", 0, AttributeType.U16), field("left.shift", 2, AttributeType.U8), field("left.op", 3, AttributeType.U8),
            field("right.kind", 4, AttributeType.U16), field("right.shift", 6, AttributeType.U8), field("right.op", 7, AttributeType.U8)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_EM_META",
            struct(TCA_EM_META_HDR, "TCA_EM_META_HDR", HEADER).key("compare"),
            binary(TCA_EM_META_LVALUE, "TCA_EM_META_LVALUE").key("left"),
            binary(TCA_EM_META_RVALUE, "TCA_EM_META_RVALUE").key("right"));

    private TcaEmMeta() {}
}
