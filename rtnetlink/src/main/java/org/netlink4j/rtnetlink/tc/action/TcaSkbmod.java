package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.LinkedHashMap;
import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the action skbmod, which changes the Ethernet header: {@code TCA_SKBMOD_*} of {@code linux/tc_act/tc_skbmod.h}. */
public final class TcaSkbmod {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_SKBMOD_TM = 1;

    /** {@code struct tc_skbmod}: what all actions have, and what is changed. */
    public static final int TCA_SKBMOD_PARMS = 2;

    /** 6 octets: destination. */
    public static final int TCA_SKBMOD_DMAC = 3;

    /** 6 octets: source. */
    public static final int TCA_SKBMOD_SMAC = 4;

    /** u16 in host byte order: protocol of the Ethernet header. */
    public static final int TCA_SKBMOD_ETYPE = 5;

    /** Padding before a u64. */
    public static final int TCA_SKBMOD_PAD = 6;

    /** The destination is set. */
    public static final int SKBMOD_F_DMAC = 0x1;

    /** The source is set. */
    public static final int SKBMOD_F_SMAC = 0x2;

    /** The protocol is set. */
    public static final int SKBMOD_F_ETYPE = 0x4;

    /** Source and destination are swapped. */
    public static final int SKBMOD_F_SWAPMAC = 0x8;

    /** Congestion is marked; since Linux 5.15. */
    public static final int SKBMOD_F_ECN = 0x10;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_skbmod", 32, field("flags", 24, AttributeType.U64));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_SKBMOD",
            TcGen.times(TCA_SKBMOD_TM, "TCA_SKBMOD_TM"),
            TcGen.parameters(TCA_SKBMOD_PARMS, "TCA_SKBMOD_PARMS", PARAMETERS, TcaSkbmod::members),
            lladdr(TCA_SKBMOD_DMAC, "TCA_SKBMOD_DMAC").atMost(6).key("dmac"),
            lladdr(TCA_SKBMOD_SMAC, "TCA_SKBMOD_SMAC").atMost(6).key("smac"),
            u16(TCA_SKBMOD_ETYPE, "TCA_SKBMOD_ETYPE").key("etype").shown(TcJson.PREFIXED_HEX),
            binary(TCA_SKBMOD_PAD, "TCA_SKBMOD_PAD"));

    private TcaSkbmod() {}

    private static Map<String, Object> members(Attributes data) {
        Map<String, Object> members = new LinkedHashMap<>();
        long flags = data.field(TCA_SKBMOD_PARMS, "flags").orElse(0);
        if ((flags & SKBMOD_F_SWAPMAC) != 0) {
            members.put("swap_mac", true);
        }
        if ((flags & SKBMOD_F_ECN) != 0) {
            members.put("ecn", true);
        }
        return members;
    }
}
