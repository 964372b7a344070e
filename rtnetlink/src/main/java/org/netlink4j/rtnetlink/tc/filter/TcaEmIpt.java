package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/** The extended match ipt: {@code TCA_EM_IPT_*} of {@code linux/tc_ematch/tc_em_ipt.h}. */
public final class TcaEmIpt {
    /** u32: hook. */
    public static final int TCA_EM_IPT_HOOK = 1;

    /** String: name of the match. */
    public static final int TCA_EM_IPT_MATCH_NAME = 2;

    /** u8: its revision. */
    public static final int TCA_EM_IPT_MATCH_REVISION = 3;

    /** u8: protocol family. */
    public static final int TCA_EM_IPT_NFPROTO = 4;

    /** What the match wants. */
    public static final int TCA_EM_IPT_MATCH_DATA = 5;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_EM_IPT",
            u32(TCA_EM_IPT_HOOK, "TCA_EM_IPT_HOOK").key("hook"),
            string(TCA_EM_IPT_MATCH_NAME, "TCA_EM_IPT_MATCH_NAME").key("match"),
            u8(TCA_EM_IPT_MATCH_REVISION, "TCA_EM_IPT_MATCH_REVISION").key("revision"),
            u8(TCA_EM_IPT_NFPROTO, "TCA_EM_IPT_NFPROTO").key("family"),
            binary(TCA_EM_IPT_MATCH_DATA, "TCA_EM_IPT_MATCH_DATA").key("data"));

    private TcaEmIpt() {}
}
