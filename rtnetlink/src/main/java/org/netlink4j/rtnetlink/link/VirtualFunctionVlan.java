package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_VLAN_INFO;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.EtherType;

/**
 * A VLAN tag of a virtual function: {@code struct ifla_vf_vlan_info}.
 *
 * @param id 0 to 4095, 0 for none
 * @param priority 0 to 7
 * @param protocol the EtherType of the tag
 */
public record VirtualFunctionVlan(long id, long priority, EtherType protocol) {
    private static final int SIZE = 16;

    static List<VirtualFunctionVlan> of(Attributes list) {
        return list.payloads(IFLA_VF_VLAN_INFO).stream()
                .filter(bytes -> bytes.length >= SIZE)
                .map(VirtualFunctionVlan::of)
                .toList();
    }

    private static VirtualFunctionVlan of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        int protocol = Short.toUnsignedInt(in.duplicate().order(ByteOrder.BIG_ENDIAN).getShort(12));
        return new VirtualFunctionVlan(
                Integer.toUnsignedLong(in.getInt(4)), Integer.toUnsignedLong(in.getInt(8)), new EtherType(protocol));
    }

    /** As {@code ip -json} shows it: without what is usual. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        if (id != 0) {
            members.put("vlan", id);
        }
        if (priority != 0) {
            members.put("qos", priority);
        }
        if (protocol.value() != 0 && !protocol.equals(EtherType.VLAN)) {
            members.put("protocol", protocol.toString());
        }
        return members;
    }
}
