package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of ports of VRF devices: {@code IFLA_VRF_PORT_*} of {@code linux/if_link.h}. */
public final class IflaVrfPort {
    /** u32: only in answers: number of the routing table. */
    public static final int IFLA_VRF_PORT_TABLE = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_VRF_PORT",
            u32(IFLA_VRF_PORT_TABLE, "IFLA_VRF_PORT_TABLE").key("table"));

    private IflaVrfPort() {}
}
