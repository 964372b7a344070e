package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;

/** Speeds and modes of a port: {@code ETHTOOL_A_LINKMODES_*} of {@code linux/ethtool_netlink.h}. */
public final class EthtoolLinkmodes {
    /** Nest of {@code ETHTOOL_A_HEADER_*}: the device. */
    public static final int ETHTOOL_A_LINKMODES_HEADER = 1;

    /** u8: 1 if speed and duplex are negotiated, else 0. */
    public static final int ETHTOOL_A_LINKMODES_AUTONEG = 2;

    /** Bitset of {@code ETHTOOL_LINK_MODE_*}: what the port supports (mask) and advertises (value). */
    public static final int ETHTOOL_A_LINKMODES_OURS = 3;

    /** Bitset of {@code ETHTOOL_LINK_MODE_*}: what the link partner advertises. */
    public static final int ETHTOOL_A_LINKMODES_PEER = 4;

    /** u32: Mb/s; {@link #SPEED_UNKNOWN} if it is not known. */
    public static final int ETHTOOL_A_LINKMODES_SPEED = 5;

    /** u8: 0 half, 1 full, {@link #DUPLEX_UNKNOWN}. */
    public static final int ETHTOOL_A_LINKMODES_DUPLEX = 6;

    /** u8: which clock role is configured; {@code MASTER_SLAVE_CFG_*} of {@code linux/ethtool.h}. */
    public static final int ETHTOOL_A_LINKMODES_MASTER_SLAVE_CFG = 7;

    /** u8: which clock role was negotiated; {@code MASTER_SLAVE_STATE_*} of {@code linux/ethtool.h}. */
    public static final int ETHTOOL_A_LINKMODES_MASTER_SLAVE_STATE = 8;

    /** u32: the number of lanes. */
    public static final int ETHTOOL_A_LINKMODES_LANES = 9;

    /** u8: {@code RATE_MATCH_*} of {@code linux/ethtool.h}. */
    public static final int ETHTOOL_A_LINKMODES_RATE_MATCHING = 10;

    /** Value of {@link #ETHTOOL_A_LINKMODES_SPEED}: not known. */
    public static final int SPEED_UNKNOWN = -1;

    /** Value of {@link #ETHTOOL_A_LINKMODES_DUPLEX}: not known. */
    public static final int DUPLEX_UNKNOWN = 255;

    /** The table; the words are those of the ethtool program. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "ETHTOOL_A_LINKMODES",
                    nest(ETHTOOL_A_LINKMODES_HEADER, "ETHTOOL_A_LINKMODES_HEADER", () -> EthtoolHeader.ATTRIBUTES).key(""),
                    u8(ETHTOOL_A_LINKMODES_AUTONEG, "ETHTOOL_A_LINKMODES_AUTONEG").key("autoneg")
                            .words(Map.of(0L, "off", 1L, "on")),
                    nest(ETHTOOL_A_LINKMODES_OURS, "ETHTOOL_A_LINKMODES_OURS", () -> EthtoolBitset.ATTRIBUTES),
                    nest(ETHTOOL_A_LINKMODES_PEER, "ETHTOOL_A_LINKMODES_PEER", () -> EthtoolBitset.ATTRIBUTES),
                    u32(ETHTOOL_A_LINKMODES_SPEED, "ETHTOOL_A_LINKMODES_SPEED").key("speed"),
                    u8(ETHTOOL_A_LINKMODES_DUPLEX, "ETHTOOL_A_LINKMODES_DUPLEX").key("duplex")
                            .words(Map.of(0L, "Half", 1L, "Full", 0xffL, "Unknown! (255)")),
                    u8(ETHTOOL_A_LINKMODES_MASTER_SLAVE_CFG, "ETHTOOL_A_LINKMODES_MASTER_SLAVE_CFG").key("master_slave_cfg"),
                    u8(ETHTOOL_A_LINKMODES_MASTER_SLAVE_STATE, "ETHTOOL_A_LINKMODES_MASTER_SLAVE_STATE")
                            .key("master_slave_state"),
                    u32(ETHTOOL_A_LINKMODES_LANES, "ETHTOOL_A_LINKMODES_LANES").key("lanes"),
                    u8(ETHTOOL_A_LINKMODES_RATE_MATCHING, "ETHTOOL_A_LINKMODES_RATE_MATCHING").key("rate_matching"));

    private EthtoolLinkmodes() {}
}
