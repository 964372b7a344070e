package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;

/**
 * Attributes of the ports of a switch: {@code IFLA_DSA_*} of {@code linux/if_link.h}.
 */
public final class IflaDsa {
    /** u32: index of the device over which the processor reaches the switch. */
    public static final int IFLA_DSA_CONDUIT = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "IFLA_DSA",
            u32(IFLA_DSA_CONDUIT, "IFLA_DSA_CONDUIT").key("conduit"));

    private IflaDsa() {}
}
