package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_STATS_RX_BYTES;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_STATS_RX_PACKETS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_STATS_TX_BYTES;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_STATS_TX_PACKETS;

import org.netlink4j.core.schema.Attributes;

/**
 * What went through a VLAN; all are the bits of u64.
 *
 * @param receivedBytes bytes received
 * @param receivedPackets packets received
 * @param sentBytes bytes sent
 * @param sentPackets packets sent
 */
public record BridgeVlanStatistics(long receivedBytes, long receivedPackets, long sentBytes, long sentPackets) {
    static BridgeVlanStatistics of(Attributes counters) {
        return new BridgeVlanStatistics(
                counters.number(BRIDGE_VLANDB_STATS_RX_BYTES).orElse(0),
                counters.number(BRIDGE_VLANDB_STATS_RX_PACKETS).orElse(0),
                counters.number(BRIDGE_VLANDB_STATS_TX_BYTES).orElse(0),
                counters.number(BRIDGE_VLANDB_STATS_TX_PACKETS).orElse(0));
    }
}
