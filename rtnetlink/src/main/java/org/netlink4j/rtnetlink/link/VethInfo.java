package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.nest;

import org.netlink4j.core.schema.AttributeSet;

/** Attributes of veth devices: {@code VETH_INFO_*} of {@code linux/veth.h}. */
public final class VethInfo {
    /** Only in requests: {@code struct ifinfomsg} and {@code IFLA_*} attributes of the other end. */
    public static final int VETH_INFO_PEER = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("VETH_INFO",
            nest(VETH_INFO_PEER, "VETH_INFO_PEER", LinkHeader.IFINFOMSG, () -> Ifla.ATTRIBUTES).unmarked());

    private VethInfo() {}
}
