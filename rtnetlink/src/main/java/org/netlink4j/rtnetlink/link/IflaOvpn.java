package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;

/**
 * Attributes of OpenVPN devices: {@code IFLA_OVPN_*} of {@code linux/if_link.h}; since Linux 6.16.
 */
public final class IflaOvpn {
    /** u8: 0 for one other end, 1 for many. */
    public static final int IFLA_OVPN_MODE = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "IFLA_OVPN",
            u8(IFLA_OVPN_MODE, "IFLA_OVPN_MODE").key("mode").words(Map.of(0L, "p2p", 1L, "multipeer")));

    private IflaOvpn() {}
}
