package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/** Attributes of the action vlan: {@code TCA_VLAN_*} of {@code linux/tc_act/tc_vlan.h}. */
public final class TcaVlan {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_VLAN_TM = 1;

    /** {@code struct tc_vlan}: what all actions have, and what is done. */
    public static final int TCA_VLAN_PARMS = 2;

    /** u16: VLAN id, 12 bits. */
    public static final int TCA_VLAN_PUSH_VLAN_ID = 3;

    /** u16 in network byte order: {@code ETH_P_8021Q} or {@code ETH_P_8021AD}. */
    public static final int TCA_VLAN_PUSH_VLAN_PROTOCOL = 4;

    /** Padding before a u64. */
    public static final int TCA_VLAN_PAD = 5;

    /** u8: priority, 3 bits. */
    public static final int TCA_VLAN_PUSH_VLAN_PRIORITY = 6;

    /** 6 octets: destination of the Ethernet header; since Linux 5.11. */
    public static final int TCA_VLAN_PUSH_ETH_DST = 7;

    /** 6 octets: source of the Ethernet header; since Linux 5.11. */
    public static final int TCA_VLAN_PUSH_ETH_SRC = 8;

    /** {@code v_action}: take the outer tag off. */
    public static final int TCA_VLAN_ACT_POP = 1;

    /** {@code v_action}: put a tag on. */
    public static final int TCA_VLAN_ACT_PUSH = 2;

    /** {@code v_action}: change the outer tag. */
    public static final int TCA_VLAN_ACT_MODIFY = 3;

    /** {@code v_action}: take the Ethernet header off; since Linux 5.11. */
    public static final int TCA_VLAN_ACT_POP_ETH = 4;

    /** {@code v_action}: put an Ethernet header on; since Linux 5.11. */
    public static final int TCA_VLAN_ACT_PUSH_ETH = 5;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_vlan", 24, field("v_action", 20, AttributeType.S32));

    private static final Map<Long, String> TAGS = Map.of(0x8100L, "802.1Q", 0x88a8L, "802.1ad");

    private static final Map<Long, String> ACTIONS = Map.of((long) TCA_VLAN_ACT_POP, "pop", (long) TCA_VLAN_ACT_PUSH, "push",
            (long) TCA_VLAN_ACT_MODIFY, "modify", (long) TCA_VLAN_ACT_POP_ETH, "pop_eth", (long) TCA_VLAN_ACT_PUSH_ETH, "push_eth");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_VLAN",
            TcGen.times(TCA_VLAN_TM, "TCA_VLAN_TM"),
            TcGen.parameters(TCA_VLAN_PARMS, "TCA_VLAN_PARMS", PARAMETERS, TcaVlan::members),
            u16(TCA_VLAN_PUSH_VLAN_ID, "TCA_VLAN_PUSH_VLAN_ID").key("id"),
            u16be(TCA_VLAN_PUSH_VLAN_PROTOCOL, "TCA_VLAN_PUSH_VLAN_PROTOCOL").key("protocol").words(TAGS),
            binary(TCA_VLAN_PAD, "TCA_VLAN_PAD"),
            u8(TCA_VLAN_PUSH_VLAN_PRIORITY, "TCA_VLAN_PUSH_VLAN_PRIORITY").key("priority"),
            lladdr(TCA_VLAN_PUSH_ETH_DST, "TCA_VLAN_PUSH_ETH_DST").atMost(6).key("dst_mac"),
            lladdr(TCA_VLAN_PUSH_ETH_SRC, "TCA_VLAN_PUSH_ETH_SRC").atMost(6).key("src_mac"));

    private TcaVlan() {}

    private static Map<String, Object> members(Attributes data) {
        return TcGen.word("vlan_action", data, TCA_VLAN_PARMS, "v_action", ACTIONS);
    }
}
