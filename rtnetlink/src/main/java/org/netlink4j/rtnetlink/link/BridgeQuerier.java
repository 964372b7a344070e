package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;

import org.netlink4j.core.schema.AttributeSet;

/** Who sends multicast queries in a bridge or in one of its VLANs: {@code BRIDGE_QUERIER_*} of {@code linux/if_bridge.h}. */
public final class BridgeQuerier {
    /** IPv4 address of the querier. */
    public static final int BRIDGE_QUERIER_IP_ADDRESS = 1;

    /** u32: index of the port behind which it is; absent if it is the bridge itself. */
    public static final int BRIDGE_QUERIER_IP_PORT = 2;

    /** u64 in hundredths of a second: when another querier is taken for gone. */
    public static final int BRIDGE_QUERIER_IP_OTHER_TIMER = 3;

    /** Nothing. */
    public static final int BRIDGE_QUERIER_PAD = 4;

    /** IPv6 address of the querier. */
    public static final int BRIDGE_QUERIER_IPV6_ADDRESS = 5;

    /** u32: index of the port behind which it is; absent if it is the bridge itself. */
    public static final int BRIDGE_QUERIER_IPV6_PORT = 6;

    /** u64 in hundredths of a second: when another querier is taken for gone. */
    public static final int BRIDGE_QUERIER_IPV6_OTHER_TIMER = 7;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("BRIDGE_QUERIER",
            ipv4(BRIDGE_QUERIER_IP_ADDRESS, "BRIDGE_QUERIER_IP_ADDRESS"),
            u32(BRIDGE_QUERIER_IP_PORT, "BRIDGE_QUERIER_IP_PORT"),
            u64(BRIDGE_QUERIER_IP_OTHER_TIMER, "BRIDGE_QUERIER_IP_OTHER_TIMER"),
            binary(BRIDGE_QUERIER_PAD, "BRIDGE_QUERIER_PAD"),
            ipv6(BRIDGE_QUERIER_IPV6_ADDRESS, "BRIDGE_QUERIER_IPV6_ADDRESS"),
            u32(BRIDGE_QUERIER_IPV6_PORT, "BRIDGE_QUERIER_IPV6_PORT"),
            u64(BRIDGE_QUERIER_IPV6_OTHER_TIMER, "BRIDGE_QUERIER_IPV6_OTHER_TIMER"));

    private BridgeQuerier() {}
}
