package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/**
 * Connectivity fault management of a bridge, IEEE 802.1Q clause 20: {@code IFLA_BRIDGE_CFM_*} of {@code linux/if_bridge.h}; the nest of
 * {@link IflaBridge#IFLA_BRIDGE_CFM}. Needs {@code CONFIG_BRIDGE_CFM}. MEP is a maintenance association end point, CCM a continuity check
 * message, RDI a remote defect indication.
 */
public final class IflaBridgeCfm {
    /** Nest: makes a MEP. */
    public static final int IFLA_BRIDGE_CFM_MEP_CREATE = 1;

    /** Nest: deletes a MEP. */
    public static final int IFLA_BRIDGE_CFM_MEP_DELETE = 2;

    /** Nest: configures a MEP. */
    public static final int IFLA_BRIDGE_CFM_MEP_CONFIG = 3;

    /** Nest: configures the continuity check. */
    public static final int IFLA_BRIDGE_CFM_CC_CONFIG = 4;

    /** Nest: adds a peer. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_MEP_ADD = 5;

    /** Nest: removes a peer. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_MEP_REMOVE = 6;

    /** Nest: sets the RDI. */
    public static final int IFLA_BRIDGE_CFM_CC_RDI = 7;

    /** Nest: sends CCMs. */
    public static final int IFLA_BRIDGE_CFM_CC_CCM_TX = 8;

    /** Nest, only in answers, may occur more than once: a MEP. */
    public static final int IFLA_BRIDGE_CFM_MEP_CREATE_INFO = 9;

    /** Nest, only in answers, may occur more than once: the configuration of a MEP. */
    public static final int IFLA_BRIDGE_CFM_MEP_CONFIG_INFO = 10;

    /** Nest, only in answers, may occur more than once: the configuration of a continuity check. */
    public static final int IFLA_BRIDGE_CFM_CC_CONFIG_INFO = 11;

    /** Nest, only in answers, may occur more than once: the RDI that is sent. */
    public static final int IFLA_BRIDGE_CFM_CC_RDI_INFO = 12;

    /** Nest, only in answers, may occur more than once: what CCMs are sent. */
    public static final int IFLA_BRIDGE_CFM_CC_CCM_TX_INFO = 13;

    /** Nest, only in answers, may occur more than once: a peer. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_MEP_INFO = 14;

    /** Nest, only in answers, may occur more than once: the state of a MEP. */
    public static final int IFLA_BRIDGE_CFM_MEP_STATUS_INFO = 15;

    /** Nest, only in answers, may occur more than once: the state of a peer. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_STATUS_INFO = 16;

    /** u32: the instance. */
    public static final int IFLA_BRIDGE_CFM_MEP_CREATE_INSTANCE = 1;

    /** u32: 0 a port, 1 a VLAN. */
    public static final int IFLA_BRIDGE_CFM_MEP_CREATE_DOMAIN = 2;

    /** u32: 0 down, 1 up. */
    public static final int IFLA_BRIDGE_CFM_MEP_CREATE_DIRECTION = 3;

    /** u32: index of the port. */
    public static final int IFLA_BRIDGE_CFM_MEP_CREATE_IFINDEX = 4;

    /** u32: the instance. */
    public static final int IFLA_BRIDGE_CFM_MEP_DELETE_INSTANCE = 1;

    /** u32: the instance. */
    public static final int IFLA_BRIDGE_CFM_MEP_CONFIG_INSTANCE = 1;

    /** Its MAC address. */
    public static final int IFLA_BRIDGE_CFM_MEP_CONFIG_UNICAST_MAC = 2;

    /** u32: level of the maintenance domain, 0 to 7. */
    public static final int IFLA_BRIDGE_CFM_MEP_CONFIG_MDLEVEL = 3;

    /** u32: its id, 1 to 8191. */
    public static final int IFLA_BRIDGE_CFM_MEP_CONFIG_MEPID = 4;

    /** u32: the instance. */
    public static final int IFLA_BRIDGE_CFM_CC_CONFIG_INSTANCE = 1;

    /** u32: whether CCMs are sent and expected. */
    public static final int IFLA_BRIDGE_CFM_CC_CONFIG_ENABLE = 2;

    /** u32: which interval between CCMs is expected. */
    public static final int IFLA_BRIDGE_CFM_CC_CONFIG_EXP_INTERVAL = 3;

    /** 48 bytes: which maintenance association is expected. */
    public static final int IFLA_BRIDGE_CFM_CC_CONFIG_EXP_MAID = 4;

    /** u32: the instance. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_MEP_INSTANCE = 1;

    /** u32: id of the peer. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_MEPID = 2;

    /** u32: the instance. */
    public static final int IFLA_BRIDGE_CFM_CC_RDI_INSTANCE = 1;

    /** u32: whether CCMs carry the RDI. */
    public static final int IFLA_BRIDGE_CFM_CC_RDI_RDI = 2;

    /** u32: the instance. */
    public static final int IFLA_BRIDGE_CFM_CC_CCM_TX_INSTANCE = 1;

    /** MAC address to which CCMs go. */
    public static final int IFLA_BRIDGE_CFM_CC_CCM_TX_DMAC = 2;

    /** u32: whether CCMs are numbered. */
    public static final int IFLA_BRIDGE_CFM_CC_CCM_TX_SEQ_NO_UPDATE = 3;

    /** u32: for how many seconds CCMs are sent; 0 to stop. */
    public static final int IFLA_BRIDGE_CFM_CC_CCM_TX_PERIOD = 4;

    /** u32: whether CCMs carry the state of the interface. */
    public static final int IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV = 5;

    /** u8: that state. */
    public static final int IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV_VALUE = 6;

    /** u32: whether CCMs carry the state of the port. */
    public static final int IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV = 7;

    /** u8: that state. */
    public static final int IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV_VALUE = 8;

    /** u32: the instance. */
    public static final int IFLA_BRIDGE_CFM_MEP_STATUS_INSTANCE = 1;

    /** u32: whether a frame with an unexpected code came since the last look. */
    public static final int IFLA_BRIDGE_CFM_MEP_STATUS_OPCODE_UNEXP_SEEN = 2;

    /** u32: whether a frame with an unexpected version came since the last look. */
    public static final int IFLA_BRIDGE_CFM_MEP_STATUS_VERSION_UNEXP_SEEN = 3;

    /** u32: whether a frame of a lower level came since the last look. */
    public static final int IFLA_BRIDGE_CFM_MEP_STATUS_RX_LEVEL_LOW_SEEN = 4;

    /** u32: the instance. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_STATUS_INSTANCE = 1;

    /** u32: id of the peer. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_STATUS_PEER_MEPID = 2;

    /** u32: whether its CCMs are missing. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_STATUS_CCM_DEFECT = 3;

    /** u32: whether its CCMs carry the RDI. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_STATUS_RDI = 4;

    /** u8: the state of its port. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_STATUS_PORT_TLV_VALUE = 5;

    /** u8: the state of its interface. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_STATUS_IF_TLV_VALUE = 6;

    /** u32: whether a CCM of it came since the last look. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEEN = 7;

    /** u32: whether a CCM of it with states came since the last look. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_STATUS_TLV_SEEN = 8;

    /** u32: whether a CCM of it with an unexpected number came since the last look. */
    public static final int IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEQ_UNEXP_SEEN = 9;

    private static final AttributeSet MEP_CREATE = AttributeSet.of("IFLA_BRIDGE_CFM_MEP_CREATE",
            u32(IFLA_BRIDGE_CFM_MEP_CREATE_INSTANCE, "IFLA_BRIDGE_CFM_MEP_CREATE_INSTANCE"),
            u32(IFLA_BRIDGE_CFM_MEP_CREATE_DOMAIN, "IFLA_BRIDGE_CFM_MEP_CREATE_DOMAIN"),
            u32(IFLA_BRIDGE_CFM_MEP_CREATE_DIRECTION, "IFLA_BRIDGE_CFM_MEP_CREATE_DIRECTION"),
            u32(IFLA_BRIDGE_CFM_MEP_CREATE_IFINDEX, "IFLA_BRIDGE_CFM_MEP_CREATE_IFINDEX"));

    private static final AttributeSet MEP_DELETE = AttributeSet.of("IFLA_BRIDGE_CFM_MEP_DELETE",
            u32(IFLA_BRIDGE_CFM_MEP_DELETE_INSTANCE, "IFLA_BRIDGE_CFM_MEP_DELETE_INSTANCE"));

    private static final AttributeSet MEP_CONFIG = AttributeSet.of("IFLA_BRIDGE_CFM_MEP_CONFIG",
            u32(IFLA_BRIDGE_CFM_MEP_CONFIG_INSTANCE, "IFLA_BRIDGE_CFM_MEP_CONFIG_INSTANCE"),
            lladdr(IFLA_BRIDGE_CFM_MEP_CONFIG_UNICAST_MAC, "IFLA_BRIDGE_CFM_MEP_CONFIG_UNICAST_MAC").atMost(6),
            u32(IFLA_BRIDGE_CFM_MEP_CONFIG_MDLEVEL, "IFLA_BRIDGE_CFM_MEP_CONFIG_MDLEVEL"),
            u32(IFLA_BRIDGE_CFM_MEP_CONFIG_MEPID, "IFLA_BRIDGE_CFM_MEP_CONFIG_MEPID"));

    private static final AttributeSet CC_CONFIG = AttributeSet.of("IFLA_BRIDGE_CFM_CC_CONFIG",
            u32(IFLA_BRIDGE_CFM_CC_CONFIG_INSTANCE, "IFLA_BRIDGE_CFM_CC_CONFIG_INSTANCE"),
            u32(IFLA_BRIDGE_CFM_CC_CONFIG_ENABLE, "IFLA_BRIDGE_CFM_CC_CONFIG_ENABLE"),
            u32(IFLA_BRIDGE_CFM_CC_CONFIG_EXP_INTERVAL, "IFLA_BRIDGE_CFM_CC_CONFIG_EXP_INTERVAL"),
            binary(IFLA_BRIDGE_CFM_CC_CONFIG_EXP_MAID, "IFLA_BRIDGE_CFM_CC_CONFIG_EXP_MAID").atMost(48));

    private static final AttributeSet CC_PEER_MEP = AttributeSet.of("IFLA_BRIDGE_CFM_CC_PEER_MEP",
            u32(IFLA_BRIDGE_CFM_CC_PEER_MEP_INSTANCE, "IFLA_BRIDGE_CFM_CC_PEER_MEP_INSTANCE"),
            u32(IFLA_BRIDGE_CFM_CC_PEER_MEPID, "IFLA_BRIDGE_CFM_CC_PEER_MEPID"));

    private static final AttributeSet CC_RDI = AttributeSet.of("IFLA_BRIDGE_CFM_CC_RDI",
            u32(IFLA_BRIDGE_CFM_CC_RDI_INSTANCE, "IFLA_BRIDGE_CFM_CC_RDI_INSTANCE"),
            u32(IFLA_BRIDGE_CFM_CC_RDI_RDI, "IFLA_BRIDGE_CFM_CC_RDI_RDI"));

    private static final AttributeSet CC_CCM_TX = AttributeSet.of("IFLA_BRIDGE_CFM_CC_CCM_TX",
            u32(IFLA_BRIDGE_CFM_CC_CCM_TX_INSTANCE, "IFLA_BRIDGE_CFM_CC_CCM_TX_INSTANCE"),
            lladdr(IFLA_BRIDGE_CFM_CC_CCM_TX_DMAC, "IFLA_BRIDGE_CFM_CC_CCM_TX_DMAC").atMost(6),
            u32(IFLA_BRIDGE_CFM_CC_CCM_TX_SEQ_NO_UPDATE, "IFLA_BRIDGE_CFM_CC_CCM_TX_SEQ_NO_UPDATE"),
            u32(IFLA_BRIDGE_CFM_CC_CCM_TX_PERIOD, "IFLA_BRIDGE_CFM_CC_CCM_TX_PERIOD"),
            u32(IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV, "IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV"),
            u8(IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV_VALUE, "IFLA_BRIDGE_CFM_CC_CCM_TX_IF_TLV_VALUE"),
            u32(IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV, "IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV"),
            u8(IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV_VALUE, "IFLA_BRIDGE_CFM_CC_CCM_TX_PORT_TLV_VALUE"));

    private static final AttributeSet MEP_STATUS = AttributeSet.of("IFLA_BRIDGE_CFM_MEP_STATUS",
            u32(IFLA_BRIDGE_CFM_MEP_STATUS_INSTANCE, "IFLA_BRIDGE_CFM_MEP_STATUS_INSTANCE"),
            u32(IFLA_BRIDGE_CFM_MEP_STATUS_OPCODE_UNEXP_SEEN, "IFLA_BRIDGE_CFM_MEP_STATUS_OPCODE_UNEXP_SEEN"),
            u32(IFLA_BRIDGE_CFM_MEP_STATUS_VERSION_UNEXP_SEEN, "IFLA_BRIDGE_CFM_MEP_STATUS_VERSION_UNEXP_SEEN"),
            u32(IFLA_BRIDGE_CFM_MEP_STATUS_RX_LEVEL_LOW_SEEN, "IFLA_BRIDGE_CFM_MEP_STATUS_RX_LEVEL_LOW_SEEN"));

    private static final AttributeSet CC_PEER_STATUS = AttributeSet.of("IFLA_BRIDGE_CFM_CC_PEER_STATUS",
            u32(IFLA_BRIDGE_CFM_CC_PEER_STATUS_INSTANCE, "IFLA_BRIDGE_CFM_CC_PEER_STATUS_INSTANCE"),
            u32(IFLA_BRIDGE_CFM_CC_PEER_STATUS_PEER_MEPID, "IFLA_BRIDGE_CFM_CC_PEER_STATUS_PEER_MEPID"),
            u32(IFLA_BRIDGE_CFM_CC_PEER_STATUS_CCM_DEFECT, "IFLA_BRIDGE_CFM_CC_PEER_STATUS_CCM_DEFECT"),
            u32(IFLA_BRIDGE_CFM_CC_PEER_STATUS_RDI, "IFLA_BRIDGE_CFM_CC_PEER_STATUS_RDI"),
            u8(IFLA_BRIDGE_CFM_CC_PEER_STATUS_PORT_TLV_VALUE, "IFLA_BRIDGE_CFM_CC_PEER_STATUS_PORT_TLV_VALUE"),
            u8(IFLA_BRIDGE_CFM_CC_PEER_STATUS_IF_TLV_VALUE, "IFLA_BRIDGE_CFM_CC_PEER_STATUS_IF_TLV_VALUE"),
            u32(IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEEN, "IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEEN"),
            u32(IFLA_BRIDGE_CFM_CC_PEER_STATUS_TLV_SEEN, "IFLA_BRIDGE_CFM_CC_PEER_STATUS_TLV_SEEN"),
            u32(IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEQ_UNEXP_SEEN, "IFLA_BRIDGE_CFM_CC_PEER_STATUS_SEQ_UNEXP_SEEN"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_BRIDGE_CFM",
            nest(IFLA_BRIDGE_CFM_MEP_CREATE, "IFLA_BRIDGE_CFM_MEP_CREATE", () -> MEP_CREATE),
            nest(IFLA_BRIDGE_CFM_MEP_DELETE, "IFLA_BRIDGE_CFM_MEP_DELETE", () -> MEP_DELETE),
            nest(IFLA_BRIDGE_CFM_MEP_CONFIG, "IFLA_BRIDGE_CFM_MEP_CONFIG", () -> MEP_CONFIG),
            nest(IFLA_BRIDGE_CFM_CC_CONFIG, "IFLA_BRIDGE_CFM_CC_CONFIG", () -> CC_CONFIG),
            nest(IFLA_BRIDGE_CFM_CC_PEER_MEP_ADD, "IFLA_BRIDGE_CFM_CC_PEER_MEP_ADD", () -> CC_PEER_MEP),
            nest(IFLA_BRIDGE_CFM_CC_PEER_MEP_REMOVE, "IFLA_BRIDGE_CFM_CC_PEER_MEP_REMOVE", () -> CC_PEER_MEP),
            nest(IFLA_BRIDGE_CFM_CC_RDI, "IFLA_BRIDGE_CFM_CC_RDI", () -> CC_RDI),
            nest(IFLA_BRIDGE_CFM_CC_CCM_TX, "IFLA_BRIDGE_CFM_CC_CCM_TX", () -> CC_CCM_TX),
            nest(IFLA_BRIDGE_CFM_MEP_CREATE_INFO, "IFLA_BRIDGE_CFM_MEP_CREATE_INFO", () -> MEP_CREATE),
            nest(IFLA_BRIDGE_CFM_MEP_CONFIG_INFO, "IFLA_BRIDGE_CFM_MEP_CONFIG_INFO", () -> MEP_CONFIG),
            nest(IFLA_BRIDGE_CFM_CC_CONFIG_INFO, "IFLA_BRIDGE_CFM_CC_CONFIG_INFO", () -> CC_CONFIG),
            nest(IFLA_BRIDGE_CFM_CC_RDI_INFO, "IFLA_BRIDGE_CFM_CC_RDI_INFO", () -> CC_RDI),
            nest(IFLA_BRIDGE_CFM_CC_CCM_TX_INFO, "IFLA_BRIDGE_CFM_CC_CCM_TX_INFO", () -> CC_CCM_TX),
            nest(IFLA_BRIDGE_CFM_CC_PEER_MEP_INFO, "IFLA_BRIDGE_CFM_CC_PEER_MEP_INFO", () -> CC_PEER_MEP),
            nest(IFLA_BRIDGE_CFM_MEP_STATUS_INFO, "IFLA_BRIDGE_CFM_MEP_STATUS_INFO", () -> MEP_STATUS),
            nest(IFLA_BRIDGE_CFM_CC_PEER_STATUS_INFO, "IFLA_BRIDGE_CFM_CC_PEER_STATUS_INFO", () -> CC_PEER_STATUS));

    private IflaBridgeCfm() {}
}
