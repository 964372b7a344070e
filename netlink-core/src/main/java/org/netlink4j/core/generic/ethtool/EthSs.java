package org.netlink4j.core.generic.ethtool;

/** Sets of names: {@code ETH_SS_*} of {@code linux/ethtool.h}. Those of a device need its name in the request. */
public final class EthSs {
    /** Names of self tests; of a device. */
    public static final int ETH_SS_TEST = 0;

    /** Names of statistics of the driver; of a device. */
    public static final int ETH_SS_STATS = 1;

    /** Names of flags of the driver; of a device. */
    public static final int ETH_SS_PRIV_FLAGS = 2;

    /** Not used. */
    public static final int ETH_SS_NTUPLE_FILTERS = 3;

    /** Names of offloads. */
    public static final int ETH_SS_FEATURES = 4;

    /** Names of hash functions of receive side scaling. */
    public static final int ETH_SS_RSS_HASH_FUNCS = 5;

    /** Names of tunables. */
    public static final int ETH_SS_TUNABLES = 6;

    /** Names of statistics of the PHY; of a device. */
    public static final int ETH_SS_PHY_STATS = 7;

    /** Names of tunables of the PHY. */
    public static final int ETH_SS_PHY_TUNABLES = 8;

    /** Names of link modes. */
    public static final int ETH_SS_LINK_MODES = 9;

    /** Names of classes of debug messages. */
    public static final int ETH_SS_MSG_CLASSES = 10;

    /** Names of ways to wake on LAN. */
    public static final int ETH_SS_WOL_MODES = 11;

    /** Names of {@code SOF_TIMESTAMPING_*}. */
    public static final int ETH_SS_SOF_TIMESTAMPING = 12;

    /** Names of ways to stamp transmitted frames. */
    public static final int ETH_SS_TS_TX_TYPES = 13;

    /** Names of ways to stamp received frames. */
    public static final int ETH_SS_TS_RX_FILTERS = 14;

    /** Names of types of UDP tunnels. */
    public static final int ETH_SS_UDP_TUNNEL_TYPES = 15;

    /** Names of groups of standard statistics. */
    public static final int ETH_SS_STATS_STD = 16;

    /** Names of statistics of the IEEE 802.3 PHY. */
    public static final int ETH_SS_STATS_ETH_PHY = 17;

    /** Names of statistics of the IEEE 802.3 MAC. */
    public static final int ETH_SS_STATS_ETH_MAC = 18;

    /** Names of statistics of IEEE 802.3 MAC control. */
    public static final int ETH_SS_STATS_ETH_CTRL = 19;

    /** Names of statistics of remote monitoring. */
    public static final int ETH_SS_STATS_RMON = 20;

    private EthSs() {}
}
