package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/** Attributes of the action gact: {@code TCA_GACT_*} and {@code PGACT_*} of {@code linux/tc_act/tc_gact.h}. */
public final class TcaGact {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_GACT_TM = 1;

    /** {@code struct tc_gact}: what all actions have. */
    public static final int TCA_GACT_PARMS = 2;

    /** {@code struct tc_gact_p}: what to do to some of the packets. */
    public static final int TCA_GACT_PROB = 3;

    /** Padding before a u64. */
    public static final int TCA_GACT_PAD = 4;

    /** {@code ptype}: no packet. */
    public static final int PGACT_NONE = 0;

    /** {@code ptype}: one of {@code pval} packets by chance. */
    public static final int PGACT_NETRAND = 1;

    /** {@code ptype}: every {@code pval}th packet. */
    public static final int PGACT_DETERM = 2;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_gact", 20);

    private static final StructSpec PROBABILITY = new StructSpec("tc_gact_p", 8, List.of(
            field("ptype", 0, AttributeType.U16), field("pval", 2, AttributeType.U16), field("paction", 4, AttributeType.S32)));

    private static final Map<Long, String> TYPES =
            Map.of((long) PGACT_NONE, "none", (long) PGACT_NETRAND, "netrand", (long) PGACT_DETERM, "determ");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_GACT",
            TcGen.times(TCA_GACT_TM, "TCA_GACT_TM"),
            TcGen.parameters(TCA_GACT_PARMS, "TCA_GACT_PARMS", PARAMETERS, TcaGact::members),
            struct(TCA_GACT_PROB, "TCA_GACT_PROB", PROBABILITY),
            binary(TCA_GACT_PAD, "TCA_GACT_PAD"));

    private TcaGact() {}

    /** That nothing else is done to any packet is shown, too. */
    private static Map<String, Object> members(Attributes data) {
        Map<String, Object> probability = new LinkedHashMap<>();
        long type = data.field(TCA_GACT_PROB, "ptype").orElse(PGACT_NONE);
        probability.put("random_type", TYPES.getOrDefault(type, Long.toString(type)));
        probability.put("control_action", new ControlAction((int) data.field(TCA_GACT_PROB, "paction").orElse(0)).members());
        probability.put("val", data.field(TCA_GACT_PROB, "pval").orElse(0));
        return Map.of("prob", probability);
    }
}
