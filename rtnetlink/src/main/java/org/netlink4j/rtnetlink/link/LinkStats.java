package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.StructSpec.field;

import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/** The layouts of the structures in a link's attributes: {@code struct rtnl_link_*} of {@code linux/if_link.h}. */
final class LinkStats {
    /** Names in order: the counters have no gaps, and both structures have the same ones. */
    private static final List<String> COUNTERS = List.of(
            "rx_packets",
            "tx_packets",
            "rx_bytes",
            "tx_bytes",
            "rx_errors",
            "tx_errors",
            "rx_dropped",
            "tx_dropped",
            "multicast",
            "collisions",
            "rx_length_errors",
            "rx_over_errors",
            "rx_crc_errors",
            "rx_frame_errors",
            "rx_fifo_errors",
            "rx_missed_errors",
            "tx_aborted_errors",
            "tx_carrier_errors",
            "tx_fifo_errors",
            "tx_heartbeat_errors",
            "tx_window_errors",
            "rx_compressed",
            "tx_compressed",
            "rx_nohandler",
            "rx_otherhost_dropped");

    /** {@code struct rtnl_link_stats}: u32 counters, without the last one. */
    static final StructSpec STRUCT32 =
            counters("rtnl_link_stats", AttributeType.U32, Integer.BYTES, COUNTERS.subList(0, COUNTERS.size() - 1));

    /** {@code struct rtnl_link_stats64}: u64 counters. */
    static final StructSpec STRUCT64 = counters("rtnl_link_stats64", AttributeType.U64, Long.BYTES, COUNTERS);

    /** {@code struct rtnl_link_ifmap}. */
    static final StructSpec MAP = new StructSpec("rtnl_link_ifmap", 32, List.of(
            field("mem_start", 0, AttributeType.U64),
            field("mem_end", 8, AttributeType.U64),
            field("base_addr", 16, AttributeType.U64),
            field("irq", 24, AttributeType.U16),
            field("dma", 26, AttributeType.U8),
            field("port", 27, AttributeType.U8)));

    private LinkStats() {}

    private static StructSpec counters(String name, AttributeType type, int width, List<String> counters) {
        List<StructSpec.Field> fields = new ArrayList<>();
        for (String counter : counters) {
            fields.add(field(counter, width * fields.size(), type));
        }
        return new StructSpec(name, width * counters.size(), fields);
    }
}
