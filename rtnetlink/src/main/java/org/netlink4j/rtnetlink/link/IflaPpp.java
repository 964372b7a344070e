package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.s32;

import org.netlink4j.core.schema.AttributeSet;

/**
 * Attributes of PPP devices: {@code IFLA_PPP_*} of {@code linux/if_link.h}.
 */
public final class IflaPpp {
    /** s32, in requests: a file descriptor of {@code /dev/ppp}. */
    public static final int IFLA_PPP_DEV_FD = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "IFLA_PPP",
            s32(IFLA_PPP_DEV_FD, "IFLA_PPP_DEV_FD").key("dev_fd"));

    private IflaPpp() {}
}
