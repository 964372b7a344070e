package org.netlink4j.lldpad;

import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_INFO;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_MAC;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_VLAN;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.link.IflaVf;

/** What {@code IFLA_VFINFO_LIST} says of a port: the addresses of the virtual machine. */
final class VfInfo {
    /** {@code PORT_SELF_VF}: no virtual function but the device itself. */
    static final int SELF = -1;

    private static final int MAC_SIZE = 36;
    private static final int VLAN_SIZE = 12;
    private static final int MAC_OFFSET = 4;
    private static final int VLAN_OFFSET = 4;

    private VfInfo() {}

    private static ByteBuffer structure(int size, int function) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder()).putInt(function);
    }

    /** {@code IFLA_VFINFO_LIST} with one function's MAC address. */
    static Attributes of(int function, MacAddress address) {
        return list(mac(function, address));
    }

    /** {@code IFLA_VFINFO_LIST} with one function's MAC address and VLAN. */
    static Attributes of(int function, MacAddress address, int vlan) {
        return list(mac(function, address).with(IFLA_VF_VLAN, structure(VLAN_SIZE, function).putInt(vlan).array()));
    }

    private static Attributes mac(int function, MacAddress address) {
        return Attributes.none(IflaVf.ATTRIBUTES).with(IFLA_VF_MAC, structure(MAC_SIZE, function).put(address.octets()).array());
    }

    private static Attributes list(Attributes info) {
        return Attributes.none(IflaVf.LIST).plus(IFLA_VF_INFO, info);
    }

    /** The last of the list, the only one that counts for lldpad. */
    private static Optional<Attributes> last(Attributes list) {
        List<Attributes> infos = list.nests(IFLA_VF_INFO);
        return infos.isEmpty() ? Optional.empty() : Optional.of(infos.getLast());
    }

    static Optional<MacAddress> address(Attributes list) {
        return last(list)
                .flatMap(info -> info.payload(IFLA_VF_MAC))
                .filter(bytes -> bytes.length >= MAC_OFFSET + MacAddress.LENGTH)
                .map(bytes -> MacAddress.of(Arrays.copyOfRange(bytes, MAC_OFFSET, MAC_OFFSET + MacAddress.LENGTH)));
    }

    static OptionalInt vlan(Attributes list) {
        return last(list)
                .flatMap(info -> info.payload(IFLA_VF_VLAN))
                .filter(bytes -> bytes.length >= VLAN_OFFSET + Integer.BYTES)
                .map(bytes -> OptionalInt.of(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt(VLAN_OFFSET)))
                .orElse(OptionalInt.empty());
    }
}
