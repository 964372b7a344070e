package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Attributes of {@code IFLA_AF_SPEC} in messages of the bridge's family: {@code IFLA_BRIDGE_*} of {@code linux/if_bridge.h}.
 */
public final class IflaBridge {
    /** In {@link #IFLA_BRIDGE_FLAGS}: the bridge of the port is meant. */
    public static final int BRIDGE_FLAGS_MASTER = 1;

    /** In {@link #IFLA_BRIDGE_FLAGS}: the device itself is meant: a bridge, or a network card with a switch of its own. */
    public static final int BRIDGE_FLAGS_SELF = 2;

    /** u16: {@link #BRIDGE_FLAGS_MASTER}, {@link #BRIDGE_FLAGS_SELF}. */
    public static final int IFLA_BRIDGE_FLAGS = 0;

    /** u16: 0 VEB, 1 VEPA, of a switch in a network card. */
    public static final int IFLA_BRIDGE_MODE = 1;

    /** {@code struct bridge_vlan_info}, may occur more than once: u16 flags, u16 VLAN id. */
    public static final int IFLA_BRIDGE_VLAN_INFO = 2;

    /** Nest of {@code IFLA_BRIDGE_VLAN_TUNNEL_*}, may occur more than once: the tunnel of a VLAN. */
    public static final int IFLA_BRIDGE_VLAN_TUNNEL_INFO = 3;

    /** Nest of {@link IflaBridgeMrp}: media redundancy protocol. */
    public static final int IFLA_BRIDGE_MRP = 4;

    /** Nest of {@link IflaBridgeCfm}: connectivity fault management. */
    public static final int IFLA_BRIDGE_CFM = 5;

    /** Nest of {@link #IFLA_BRIDGE_MST_ENTRY}: multiple spanning trees; since Linux 5.18. */
    public static final int IFLA_BRIDGE_MST = 6;

    /** u32: id of the tunnel. */
    public static final int IFLA_BRIDGE_VLAN_TUNNEL_ID = 1;

    /** u16: id of the VLAN. */
    public static final int IFLA_BRIDGE_VLAN_TUNNEL_VID = 2;

    /** u16: {@code BRIDGE_VLAN_INFO_*}. */
    public static final int IFLA_BRIDGE_VLAN_TUNNEL_FLAGS = 3;

    /** Nest inside {@link #IFLA_BRIDGE_MST}, may occur more than once: the state in one spanning tree. */
    public static final int IFLA_BRIDGE_MST_ENTRY = 1;

    /** u16: the spanning tree. */
    public static final int IFLA_BRIDGE_MST_ENTRY_MSTI = 1;

    /** u8: the state, as in {@link IflaBrport#IFLA_BRPORT_STATE}. */
    public static final int IFLA_BRIDGE_MST_ENTRY_STATE = 2;

    /** A VLAN and its flags. */
    public static final StructSpec VLAN_INFO = new StructSpec("bridge_vlan_info", 4, List.of(
            field("flags", 0, AttributeType.U16),
            field("vid", 2, AttributeType.U16)));

    /** The table of the tunnel of a VLAN. */
    public static final AttributeSet TUNNEL = AttributeSet.of("IFLA_BRIDGE_VLAN_TUNNEL",
            u32(IFLA_BRIDGE_VLAN_TUNNEL_ID, "IFLA_BRIDGE_VLAN_TUNNEL_ID"),
            u16(IFLA_BRIDGE_VLAN_TUNNEL_VID, "IFLA_BRIDGE_VLAN_TUNNEL_VID"),
            u16(IFLA_BRIDGE_VLAN_TUNNEL_FLAGS, "IFLA_BRIDGE_VLAN_TUNNEL_FLAGS"));

    /** The table of a state in one spanning tree. */
    public static final AttributeSet MST_ENTRY = AttributeSet.of("IFLA_BRIDGE_MST_ENTRY",
            u16(IFLA_BRIDGE_MST_ENTRY_MSTI, "IFLA_BRIDGE_MST_ENTRY_MSTI"),
            u8(IFLA_BRIDGE_MST_ENTRY_STATE, "IFLA_BRIDGE_MST_ENTRY_STATE"));

    /** The table of the states in multiple spanning trees. */
    public static final AttributeSet MST = AttributeSet.of("IFLA_BRIDGE_MST",
            nest(IFLA_BRIDGE_MST_ENTRY, "IFLA_BRIDGE_MST_ENTRY", () -> MST_ENTRY));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_BRIDGE",
            u16(IFLA_BRIDGE_FLAGS, "IFLA_BRIDGE_FLAGS"),
            u16(IFLA_BRIDGE_MODE, "IFLA_BRIDGE_MODE"),
            struct(IFLA_BRIDGE_VLAN_INFO, "IFLA_BRIDGE_VLAN_INFO", VLAN_INFO),
            nest(IFLA_BRIDGE_VLAN_TUNNEL_INFO, "IFLA_BRIDGE_VLAN_TUNNEL_INFO", () -> TUNNEL).unmarked(),
            nest(IFLA_BRIDGE_MRP, "IFLA_BRIDGE_MRP", () -> IflaBridgeMrp.ATTRIBUTES),
            nest(IFLA_BRIDGE_CFM, "IFLA_BRIDGE_CFM", () -> IflaBridgeCfm.ATTRIBUTES),
            nest(IFLA_BRIDGE_MST, "IFLA_BRIDGE_MST", () -> MST));

    private IflaBridge() {}
}
