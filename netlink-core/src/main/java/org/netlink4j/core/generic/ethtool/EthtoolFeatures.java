package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.schema.AttributeSpec.nest;

import org.netlink4j.core.schema.AttributeSet;

/** Offloads of a device: {@code ETHTOOL_A_FEATURES_*} of {@code linux/ethtool_netlink.h}. */
public final class EthtoolFeatures {
    /** Nest of {@code ETHTOOL_A_HEADER_*}: the device. */
    public static final int ETHTOOL_A_FEATURES_HEADER = 1;

    /** Bitset: what can be changed. */
    public static final int ETHTOOL_A_FEATURES_HW = 2;

    /** Bitset: what was asked for. */
    public static final int ETHTOOL_A_FEATURES_WANTED = 3;

    /** Bitset: what is in effect. */
    public static final int ETHTOOL_A_FEATURES_ACTIVE = 4;

    /** Bitset: what can never be changed. */
    public static final int ETHTOOL_A_FEATURES_NOCHANGE = 5;

    /** The table. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "ETHTOOL_A_FEATURES",
                    nest(ETHTOOL_A_FEATURES_HEADER, "ETHTOOL_A_FEATURES_HEADER", () -> EthtoolHeader.ATTRIBUTES).key(""),
                    nest(ETHTOOL_A_FEATURES_HW, "ETHTOOL_A_FEATURES_HW", () -> EthtoolBitset.ATTRIBUTES),
                    nest(ETHTOOL_A_FEATURES_WANTED, "ETHTOOL_A_FEATURES_WANTED", () -> EthtoolBitset.ATTRIBUTES),
                    nest(ETHTOOL_A_FEATURES_ACTIVE, "ETHTOOL_A_FEATURES_ACTIVE", () -> EthtoolBitset.ATTRIBUTES),
                    nest(ETHTOOL_A_FEATURES_NOCHANGE, "ETHTOOL_A_FEATURES_NOCHANGE", () -> EthtoolBitset.ATTRIBUTES));

    private EthtoolFeatures() {}
}
