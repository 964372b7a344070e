package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaVlan.IFLA_VLAN_QOS_MAPPING;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.netlink4j.core.schema.Attributes;

/**
 * How a VLAN device maps one priority: {@code struct ifla_vlan_qos_mapping}.
 *
 * @param from u32; the priority of a packet on its way out, of a frame (0 to 7) on its way in
 * @param to u32; the priority that it gets
 */
public record VlanPriority(long from, long to) {
    private static final int SIZE = 8;

    static List<VlanPriority> of(Attributes mappings) {
        return mappings.payloads(IFLA_VLAN_QOS_MAPPING).stream()
                .filter(bytes -> bytes.length >= SIZE)
                .map(VlanPriority::of)
                .toList();
    }

    private static VlanPriority of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        return new VlanPriority(Integer.toUnsignedLong(in.getInt(0)), Integer.toUnsignedLong(in.getInt(4)));
    }

    static Attributes encode(List<VlanPriority> mappings) {
        Attributes encoded = Attributes.none(IflaVlan.MAPPINGS);
        for (VlanPriority mapping : mappings) {
            encoded = encoded.plus(IFLA_VLAN_QOS_MAPPING, IflaVlan.MAPPING.encode(mapping.from, mapping.to));
        }
        return encoded;
    }

    Map<String, Long> members() {
        return new TreeMap<>(Map.of("from", from, "to", to));
    }
}
