package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/**
 * Attributes of the action connmark, which gives the packet the mark of its connection: {@code TCA_CONNMARK_*} of {@code
 * linux/tc_act/tc_connmark.h}.
 */
public final class TcaConnmark {
    /** {@code struct tc_connmark}: what all actions have, and the zone. */
    public static final int TCA_CONNMARK_PARMS = 1;

    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_CONNMARK_TM = 2;

    /** Padding before a u64. */
    public static final int TCA_CONNMARK_PAD = 3;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_connmark", 24, field("zone", 20, AttributeType.U16));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_CONNMARK",
            TcGen.parameters(TCA_CONNMARK_PARMS, "TCA_CONNMARK_PARMS", PARAMETERS, TcaConnmark::members),
            TcGen.times(TCA_CONNMARK_TM, "TCA_CONNMARK_TM"),
            binary(TCA_CONNMARK_PAD, "TCA_CONNMARK_PAD"));

    private TcaConnmark() {}

    private static Map<String, Object> members(Attributes data) {
        return TcGen.word("zone", data, TCA_CONNMARK_PARMS, "zone", Map.of());
    }
}
