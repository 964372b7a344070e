package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of VRF devices: {@code IFLA_VRF_*} of {@code linux/if_link.h}. */
public final class IflaVrf {
    /** u32: number of the routing table. */
    public static final int IFLA_VRF_TABLE = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_VRF",
            u32(IFLA_VRF_TABLE, "IFLA_VRF_TABLE").key("table"));

    private IflaVrf() {}
}
