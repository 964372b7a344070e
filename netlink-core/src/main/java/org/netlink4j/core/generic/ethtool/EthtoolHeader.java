package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;

/** The header that every message of the family has: {@code ETHTOOL_A_HEADER_*} of {@code linux/ethtool_netlink.h}. */
public final class EthtoolHeader {
    /** u32: the interface index. */
    public static final int ETHTOOL_A_HEADER_DEV_INDEX = 1;

    /** Text of at most 15 bytes, or 127 for an alternative name: the interface name. */
    public static final int ETHTOOL_A_HEADER_DEV_NAME = 2;

    /** u32, only in requests: bits; {@code ETHTOOL_FLAG_*}. */
    public static final int ETHTOOL_A_HEADER_FLAGS = 3;

    /** u32, since Linux 6.11: the index of the PHY that is meant. */
    public static final int ETHTOOL_A_HEADER_PHY_INDEX = 4;

    /** Bit of {@link #ETHTOOL_A_HEADER_FLAGS}: answer with compact bitsets. */
    public static final int ETHTOOL_FLAG_COMPACT_BITSETS = 1;

    /** Bit of {@link #ETHTOOL_A_HEADER_FLAGS}: do not answer a change. */
    public static final int ETHTOOL_FLAG_OMIT_REPLY = 2;

    /** Bit of {@link #ETHTOOL_A_HEADER_FLAGS}: answer with statistics where there are some. */
    public static final int ETHTOOL_FLAG_STATS = 4;

    /** The table. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "ETHTOOL_A_HEADER",
                    u32(ETHTOOL_A_HEADER_DEV_INDEX, "ETHTOOL_A_HEADER_DEV_INDEX").key("ifindex"),
                    string(ETHTOOL_A_HEADER_DEV_NAME, "ETHTOOL_A_HEADER_DEV_NAME").key("ifname"),
                    u32(ETHTOOL_A_HEADER_FLAGS, "ETHTOOL_A_HEADER_FLAGS").key("flags"),
                    u32(ETHTOOL_A_HEADER_PHY_INDEX, "ETHTOOL_A_HEADER_PHY_INDEX").key("phy_index"));

    /** The table of messages of which nothing else is known; nearly all have the header as their first attribute. */
    static final AttributeSet ALONE = AttributeSet.of("ETHTOOL_A", nest(1, "ETHTOOL_A_HEADER", () -> ATTRIBUTES).key(""));

    private EthtoolHeader() {}
}
