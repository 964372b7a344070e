package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/**
 * What MCTP says of a device, in {@code IFLA_AF_SPEC}: {@code IFLA_MCTP_*} of {@code linux/if_link.h}.
 */
public final class IflaMctp {
    /** u32: number of the network. */
    public static final int IFLA_MCTP_NET = 1;

    /** u8: what carries it, only in answers. */
    public static final int IFLA_MCTP_PHYS_BINDING = 2;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "IFLA_MCTP",
            u32(IFLA_MCTP_NET, "IFLA_MCTP_NET"),
            u8(IFLA_MCTP_PHYS_BINDING, "IFLA_MCTP_PHYS_BINDING"));

    private IflaMctp() {}
}
