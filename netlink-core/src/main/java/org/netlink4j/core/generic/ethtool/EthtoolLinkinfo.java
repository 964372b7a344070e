package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;

/** What a port is: {@code ETHTOOL_A_LINKINFO_*} of {@code linux/ethtool_netlink.h}. */
public final class EthtoolLinkinfo {
    /** Nest of {@code ETHTOOL_A_HEADER_*}: the device. */
    public static final int ETHTOOL_A_LINKINFO_HEADER = 1;

    /** u8: the connector; {@code PORT_*} of {@code linux/ethtool.h}. */
    public static final int ETHTOOL_A_LINKINFO_PORT = 2;

    /** u8: the address of the PHY on its bus. */
    public static final int ETHTOOL_A_LINKINFO_PHYADDR = 3;

    /** u8: whether pairs are crossed; {@code ETH_TP_MDI*} of {@code linux/ethtool.h}. */
    public static final int ETHTOOL_A_LINKINFO_TP_MDIX = 4;

    /** u8: whether pairs shall be crossed; {@code ETH_TP_MDI*} of {@code linux/ethtool.h}. */
    public static final int ETHTOOL_A_LINKINFO_TP_MDIX_CTRL = 5;

    /** u8: {@code XCVR_*} of {@code linux/ethtool.h}. */
    public static final int ETHTOOL_A_LINKINFO_TRANSCEIVER = 6;

    private static final Map<Long, String> PORTS =
            Map.of(
                    0L, "Twisted Pair",
                    1L, "AUI",
                    2L, "MII",
                    3L, "FIBRE",
                    4L, "BNC",
                    5L, "Direct Attach Copper",
                    0xefL, "None",
                    0xffL, "Other");

    private static final Map<Long, String> MDIX = Map.of(0L, "Unknown", 1L, "off", 2L, "on", 3L, "auto");

    /** The table; the words are those of the ethtool program. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "ETHTOOL_A_LINKINFO",
                    nest(ETHTOOL_A_LINKINFO_HEADER, "ETHTOOL_A_LINKINFO_HEADER", () -> EthtoolHeader.ATTRIBUTES).key(""),
                    u8(ETHTOOL_A_LINKINFO_PORT, "ETHTOOL_A_LINKINFO_PORT").key("port")
                            .words(PORTS),
                    u8(ETHTOOL_A_LINKINFO_PHYADDR, "ETHTOOL_A_LINKINFO_PHYADDR").key("phyad"),
                    u8(ETHTOOL_A_LINKINFO_TP_MDIX, "ETHTOOL_A_LINKINFO_TP_MDIX").key("mdix")
                            .words(MDIX),
                    u8(ETHTOOL_A_LINKINFO_TP_MDIX_CTRL, "ETHTOOL_A_LINKINFO_TP_MDIX_CTRL").key("mdix_control")
                            .words(MDIX),
                    u8(ETHTOOL_A_LINKINFO_TRANSCEIVER, "ETHTOOL_A_LINKINFO_TRANSCEIVER").key("transceiver")
                            .words(Map.of(0L, "internal", 1L, "external")));

    private EthtoolLinkinfo() {}
}
