package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the action mpls: {@code TCA_MPLS_*} of {@code linux/tc_act/tc_mpls.h}. */
public final class TcaMpls {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_MPLS_TM = 1;

    /** {@code struct tc_mpls}: what all actions have, and what is done. */
    public static final int TCA_MPLS_PARMS = 2;

    /** Padding before a u64. */
    public static final int TCA_MPLS_PAD = 3;

    /** u16 in network byte order: protocol after popping, or of the pushed header. */
    public static final int TCA_MPLS_PROTO = 4;

    /** u32: label, 20 bits. */
    public static final int TCA_MPLS_LABEL = 5;

    /** u8: traffic class, 3 bits. */
    public static final int TCA_MPLS_TC = 6;

    /** u8: time to live, not 0. */
    public static final int TCA_MPLS_TTL = 7;

    /** u8: bottom of the stack, 0 or 1. */
    public static final int TCA_MPLS_BOS = 8;

    /** {@code m_action}: take the outer header off. */
    public static final int TCA_MPLS_ACT_POP = 1;

    /** {@code m_action}: put a header on. */
    public static final int TCA_MPLS_ACT_PUSH = 2;

    /** {@code m_action}: change the outer header. */
    public static final int TCA_MPLS_ACT_MODIFY = 3;

    /** {@code m_action}: count the time to live down. */
    public static final int TCA_MPLS_ACT_DEC_TTL = 4;

    /** {@code m_action}: put a header before the Ethernet header; since Linux 5.11. */
    public static final int TCA_MPLS_ACT_MAC_PUSH = 5;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_mpls", 24, field("m_action", 20, AttributeType.S32));

    private static final Map<Long, String> ACTIONS = Map.of((long) TCA_MPLS_ACT_POP, "pop", (long) TCA_MPLS_ACT_PUSH, "push",
            (long) TCA_MPLS_ACT_MODIFY, "modify", (long) TCA_MPLS_ACT_DEC_TTL, "dec_ttl", (long) TCA_MPLS_ACT_MAC_PUSH, "mac_push");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_MPLS",
            TcGen.times(TCA_MPLS_TM, "TCA_MPLS_TM"),
            TcGen.parameters(TCA_MPLS_PARMS, "TCA_MPLS_PARMS", PARAMETERS, TcaMpls::members),
            binary(TCA_MPLS_PAD, "TCA_MPLS_PAD"),
            u16be(TCA_MPLS_PROTO, "TCA_MPLS_PROTO").key("protocol").shown(TcaMpls::protocol),
            u32(TCA_MPLS_LABEL, "TCA_MPLS_LABEL").key("label"),
            u8(TCA_MPLS_TC, "TCA_MPLS_TC").key("tc"),
            u8(TCA_MPLS_TTL, "TCA_MPLS_TTL").key("ttl"),
            u8(TCA_MPLS_BOS, "TCA_MPLS_BOS").key("bos"));

    private TcaMpls() {}

    private static Map<String, Object> members(Attributes data) {
        return TcGen.word("mpls_action", data, TCA_MPLS_PARMS, "m_action", ACTIONS);
    }

    /** The kernel always says one, but a change of the header has none. */
    private static Optional<?> protocol(Attributes data, int number) {
        long action = data.field(TCA_MPLS_PARMS, "m_action").orElse(0);
        return action == TCA_MPLS_ACT_MODIFY || action == TCA_MPLS_ACT_DEC_TTL
                ? Optional.empty()
                : TcJson.ETHER_TYPE.render(data, number);
    }
}
