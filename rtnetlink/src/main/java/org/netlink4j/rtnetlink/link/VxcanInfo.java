package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.nest;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of vxcan devices: {@code VXCAN_INFO_*} of {@code linux/can/vxcan.h}. */
public final class VxcanInfo {
    /** Only in requests: {@code struct ifinfomsg} and {@code IFLA_*} attributes of the other end. */
    public static final int VXCAN_INFO_PEER = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("VXCAN_INFO",
            nest(VXCAN_INFO_PEER, "VXCAN_INFO_PEER", LinkHeader.IFINFOMSG, () -> Ifla.ATTRIBUTES).unmarked());

    private VxcanInfo() {}
}
