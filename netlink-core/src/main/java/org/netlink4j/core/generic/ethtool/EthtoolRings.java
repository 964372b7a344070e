package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;

/** Ring sizes: {@code ETHTOOL_A_RINGS_*} of {@code linux/ethtool_netlink.h}. */
public final class EthtoolRings {
    /** Nest of {@code ETHTOOL_A_HEADER_*}: the device. */
    public static final int ETHTOOL_A_RINGS_HEADER = 1;

    /** u32: the largest size of the receive ring, in descriptors. */
    public static final int ETHTOOL_A_RINGS_RX_MAX = 2;

    /** u32: the largest size of the receive ring for small frames. */
    public static final int ETHTOOL_A_RINGS_RX_MINI_MAX = 3;

    /** u32: the largest size of the receive ring for large frames. */
    public static final int ETHTOOL_A_RINGS_RX_JUMBO_MAX = 4;

    /** u32: the largest size of the transmit ring. */
    public static final int ETHTOOL_A_RINGS_TX_MAX = 5;

    /** u32: the size of the receive ring, in descriptors. */
    public static final int ETHTOOL_A_RINGS_RX = 6;

    /** u32: the size of the receive ring for small frames. */
    public static final int ETHTOOL_A_RINGS_RX_MINI = 7;

    /** u32: the size of the receive ring for large frames. */
    public static final int ETHTOOL_A_RINGS_RX_JUMBO = 8;

    /** u32: the size of the transmit ring. */
    public static final int ETHTOOL_A_RINGS_TX = 9;

    /** u32: the size of a receive buffer in bytes. */
    public static final int ETHTOOL_A_RINGS_RX_BUF_LEN = 10;

    /** u8: whether headers and data are received apart; 0 not known, 1 no, 2 yes. */
    public static final int ETHTOOL_A_RINGS_TCP_DATA_SPLIT = 11;

    /** u32: the size of a completion event in bytes. */
    public static final int ETHTOOL_A_RINGS_CQE_SIZE = 12;

    /** u8: whether descriptors are written to the device; 0 or 1. */
    public static final int ETHTOOL_A_RINGS_TX_PUSH = 13;

    /** u8, since Linux 6.3: the same for receiving; 0 or 1. */
    public static final int ETHTOOL_A_RINGS_RX_PUSH = 14;

    /** u32, since Linux 6.4: how much of a frame is written to the device, in bytes. */
    public static final int ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN = 15;

    /** u32, since Linux 6.4: the largest such amount. */
    public static final int ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN_MAX = 16;

    /** The table. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "ETHTOOL_A_RINGS",
                    nest(ETHTOOL_A_RINGS_HEADER, "ETHTOOL_A_RINGS_HEADER", () -> EthtoolHeader.ATTRIBUTES).key(""),
                    u32(ETHTOOL_A_RINGS_RX_MAX, "ETHTOOL_A_RINGS_RX_MAX").key("rx_max"),
                    u32(ETHTOOL_A_RINGS_RX_MINI_MAX, "ETHTOOL_A_RINGS_RX_MINI_MAX").key("rx_mini_max"),
                    u32(ETHTOOL_A_RINGS_RX_JUMBO_MAX, "ETHTOOL_A_RINGS_RX_JUMBO_MAX").key("rx_jumbo_max"),
                    u32(ETHTOOL_A_RINGS_TX_MAX, "ETHTOOL_A_RINGS_TX_MAX").key("tx_max"),
                    u32(ETHTOOL_A_RINGS_RX, "ETHTOOL_A_RINGS_RX").key("rx"),
                    u32(ETHTOOL_A_RINGS_RX_MINI, "ETHTOOL_A_RINGS_RX_MINI").key("rx_mini"),
                    u32(ETHTOOL_A_RINGS_RX_JUMBO, "ETHTOOL_A_RINGS_RX_JUMBO").key("rx_jumbo"),
                    u32(ETHTOOL_A_RINGS_TX, "ETHTOOL_A_RINGS_TX").key("tx"),
                    u32(ETHTOOL_A_RINGS_RX_BUF_LEN, "ETHTOOL_A_RINGS_RX_BUF_LEN").key("rx_buf_len"),
                    u8(ETHTOOL_A_RINGS_TCP_DATA_SPLIT, "ETHTOOL_A_RINGS_TCP_DATA_SPLIT").key("tcp_data_split")
                            .words(Map.of(0L, "unknown", 1L, "off", 2L, "on")),
                    u32(ETHTOOL_A_RINGS_CQE_SIZE, "ETHTOOL_A_RINGS_CQE_SIZE").key("cqe_size"),
                    u8(ETHTOOL_A_RINGS_TX_PUSH, "ETHTOOL_A_RINGS_TX_PUSH").key("tx_push"),
                    u8(ETHTOOL_A_RINGS_RX_PUSH, "ETHTOOL_A_RINGS_RX_PUSH").key("rx_push"),
                    u32(ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN, "ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN").key("tx_push_buf_len"),
                    u32(ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN_MAX, "ETHTOOL_A_RINGS_TX_PUSH_BUF_LEN_MAX").key("tx_push_buf_len_max"));

    private EthtoolRings() {}
}
