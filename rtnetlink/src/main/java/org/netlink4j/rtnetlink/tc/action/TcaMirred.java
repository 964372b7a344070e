package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.LinkedHashMap;
import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/** Attributes of the action mirred: {@code TCA_MIRRED_*} of {@code linux/tc_act/tc_mirred.h}. */
public final class TcaMirred {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_MIRRED_TM = 1;

    /** {@code struct tc_mirred}: what all actions have, what is done and the device. */
    public static final int TCA_MIRRED_PARMS = 2;

    /** Padding before a u64. */
    public static final int TCA_MIRRED_PAD = 3;

    /** u32: the shared block to whose ports the packets go instead of a device; since Linux 6.8. */
    public static final int TCA_MIRRED_BLOCKID = 4;

    /** {@code eaction}: send the packet out of the device instead. */
    public static final int TCA_EGRESS_REDIR = 1;

    /** {@code eaction}: send a copy out of the device. */
    public static final int TCA_EGRESS_MIRROR = 2;

    /** {@code eaction}: let the packet come in from the device instead. */
    public static final int TCA_INGRESS_REDIR = 3;

    /** {@code eaction}: let a copy come in from the device. */
    public static final int TCA_INGRESS_MIRROR = 4;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_mirred", 28,
            field("eaction", 20, AttributeType.S32), field("ifindex", 24, AttributeType.U32));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_MIRRED",
            TcGen.times(TCA_MIRRED_TM, "TCA_MIRRED_TM"),
            TcGen.parameters(TCA_MIRRED_PARMS, "TCA_MIRRED_PARMS", PARAMETERS, TcaMirred::members),
            binary(TCA_MIRRED_PAD, "TCA_MIRRED_PAD"),
            u32(TCA_MIRRED_BLOCKID, "TCA_MIRRED_BLOCKID").key("to_blockid"));

    private TcaMirred() {}

    private static Map<String, Object> members(Attributes data) {
        Map<String, Object> members = new LinkedHashMap<>();
        data.field(TCA_MIRRED_PARMS, "eaction").ifPresent(action -> {
            boolean redirects = action == TCA_EGRESS_REDIR || action == TCA_INGRESS_REDIR;
            boolean leaves = action == TCA_EGRESS_REDIR || action == TCA_EGRESS_MIRROR;
            members.put("mirred_action", redirects ? "redirect" : "mirror");
            members.put("direction", leaves ? "egress" : "ingress");
        });
        if (!data.has(TCA_MIRRED_BLOCKID)) {
            data.field(TCA_MIRRED_PARMS, "ifindex").ifPresent(index -> members.put("to_dev", index));
        }
        return members;
    }
}
