package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * The counters of a link: {@code struct rtnl_link_stats64} of {@code linux/if_link.h}, the bits of a u64 each. Counters that an
 * older kernel does not have are 0.
 *
 * @param rxPackets packets received
 * @param txPackets packets sent
 * @param rxBytes bytes received
 * @param txBytes bytes sent
 * @param rxErrors bad packets received
 * @param txErrors packets that could not be sent
 * @param rxDropped packets dropped after they were received
 * @param txDropped packets dropped before they were sent
 * @param multicast multicast packets received
 * @param collisions collisions
 * @param rxLengthErrors received with a wrong length
 * @param rxOverErrors received into a full buffer
 * @param rxCrcErrors received with a wrong checksum
 * @param rxFrameErrors received with wrong alignment
 * @param rxFifoErrors received into a full queue
 * @param rxMissedErrors missed by the host
 * @param txAbortedErrors aborted in sending
 * @param txCarrierErrors lost because the carrier was lost
 * @param txFifoErrors lost because data came too late
 * @param txHeartbeatErrors heartbeat errors
 * @param txWindowErrors late collisions
 * @param rxCompressed compressed packets received
 * @param txCompressed compressed packets sent
 * @param rxNohandler packets dropped because nobody wanted them
 * @param rxOtherhostDropped packets dropped because they were for another host; since Linux 5.19
 */
public record LinkStatistics(
        long rxPackets,
        long txPackets,
        long rxBytes,
        long txBytes,
        long rxErrors,
        long txErrors,
        long rxDropped,
        long txDropped,
        long multicast,
        long collisions,
        long rxLengthErrors,
        long rxOverErrors,
        long rxCrcErrors,
        long rxFrameErrors,
        long rxFifoErrors,
        long rxMissedErrors,
        long txAbortedErrors,
        long txCarrierErrors,
        long txFifoErrors,
        long txHeartbeatErrors,
        long txWindowErrors,
        long rxCompressed,
        long txCompressed,
        long rxNohandler,
        long rxOtherhostDropped) {
    static LinkStatistics of(Attributes link) {
        return new LinkStatistics(
                counter(link, "rx_packets"),
                counter(link, "tx_packets"),
                counter(link, "rx_bytes"),
                counter(link, "tx_bytes"),
                counter(link, "rx_errors"),
                counter(link, "tx_errors"),
                counter(link, "rx_dropped"),
                counter(link, "tx_dropped"),
                counter(link, "multicast"),
                counter(link, "collisions"),
                counter(link, "rx_length_errors"),
                counter(link, "rx_over_errors"),
                counter(link, "rx_crc_errors"),
                counter(link, "rx_frame_errors"),
                counter(link, "rx_fifo_errors"),
                counter(link, "rx_missed_errors"),
                counter(link, "tx_aborted_errors"),
                counter(link, "tx_carrier_errors"),
                counter(link, "tx_fifo_errors"),
                counter(link, "tx_heartbeat_errors"),
                counter(link, "tx_window_errors"),
                counter(link, "rx_compressed"),
                counter(link, "tx_compressed"),
                counter(link, "rx_nohandler"),
                counter(link, "rx_otherhost_dropped"));
    }

    private static long counter(Attributes link, String name) {
        return link.field(Ifla.IFLA_STATS64, name).orElse(0);
    }
}
