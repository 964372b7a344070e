package org.netlink4j.rtnetlink.bridge;

/** Flags of a VLAN of a bridge or a port: {@code BRIDGE_VLAN_INFO_*} of {@code linux/if_bridge.h}, u16. */
public final class BridgeVlanInfo {
    /** In requests: for the bridge itself, too. */
    public static final int BRIDGE_VLAN_INFO_MASTER = 1;

    /** Untagged frames that come in are of this VLAN. */
    public static final int BRIDGE_VLAN_INFO_PVID = 1 << 1;

    /** Frames of this VLAN leave untagged. */
    public static final int BRIDGE_VLAN_INFO_UNTAGGED = 1 << 2;

    /** The VLAN is the first of a range. */
    public static final int BRIDGE_VLAN_INFO_RANGE_BEGIN = 1 << 3;

    /** The VLAN is the last of a range. */
    public static final int BRIDGE_VLAN_INFO_RANGE_END = 1 << 4;

    /** The VLAN is of the bridge itself, and not only known to it because a port has it. */
    public static final int BRIDGE_VLAN_INFO_BRENTRY = 1 << 5;

    /** In requests: only options are changed. */
    public static final int BRIDGE_VLAN_INFO_ONLY_OPTS = 1 << 6;

    private BridgeVlanInfo() {}
}
