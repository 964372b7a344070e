package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;

/** Channels (queue pairs with an interrupt): {@code ETHTOOL_A_CHANNELS_*} of {@code linux/ethtool_netlink.h}. */
public final class EthtoolChannels {
    /** Nest of {@code ETHTOOL_A_HEADER_*}: the device. */
    public static final int ETHTOOL_A_CHANNELS_HEADER = 1;

    /** u32: the largest number of channels that only receive. */
    public static final int ETHTOOL_A_CHANNELS_RX_MAX = 2;

    /** u32: the largest number of channels that only transmit. */
    public static final int ETHTOOL_A_CHANNELS_TX_MAX = 3;

    /** u32: the largest number of channels for anything else. */
    public static final int ETHTOOL_A_CHANNELS_OTHER_MAX = 4;

    /** u32: the largest number of channels that do both. */
    public static final int ETHTOOL_A_CHANNELS_COMBINED_MAX = 5;

    /** u32: the number of channels that only receive. */
    public static final int ETHTOOL_A_CHANNELS_RX_COUNT = 6;

    /** u32: the number of channels that only transmit. */
    public static final int ETHTOOL_A_CHANNELS_TX_COUNT = 7;

    /** u32: the number of channels for anything else. */
    public static final int ETHTOOL_A_CHANNELS_OTHER_COUNT = 8;

    /** u32: the number of channels that do both. */
    public static final int ETHTOOL_A_CHANNELS_COMBINED_COUNT = 9;

    /** The table. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "ETHTOOL_A_CHANNELS",
                    nest(ETHTOOL_A_CHANNELS_HEADER, "ETHTOOL_A_CHANNELS_HEADER", () -> EthtoolHeader.ATTRIBUTES).key(""),
                    u32(ETHTOOL_A_CHANNELS_RX_MAX, "ETHTOOL_A_CHANNELS_RX_MAX").key("rx_max"),
                    u32(ETHTOOL_A_CHANNELS_TX_MAX, "ETHTOOL_A_CHANNELS_TX_MAX").key("tx_max"),
                    u32(ETHTOOL_A_CHANNELS_OTHER_MAX, "ETHTOOL_A_CHANNELS_OTHER_MAX").key("other_max"),
                    u32(ETHTOOL_A_CHANNELS_COMBINED_MAX, "ETHTOOL_A_CHANNELS_COMBINED_MAX").key("combined_max"),
                    u32(ETHTOOL_A_CHANNELS_RX_COUNT, "ETHTOOL_A_CHANNELS_RX_COUNT").key("rx"),
                    u32(ETHTOOL_A_CHANNELS_TX_COUNT, "ETHTOOL_A_CHANNELS_TX_COUNT").key("tx"),
                    u32(ETHTOOL_A_CHANNELS_OTHER_COUNT, "ETHTOOL_A_CHANNELS_OTHER_COUNT").key("other"),
                    u32(ETHTOOL_A_CHANNELS_COMBINED_COUNT, "ETHTOOL_A_CHANNELS_COMBINED_COUNT").key("combined"));

    private EthtoolChannels() {}
}
