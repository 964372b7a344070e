package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GLOBAL_OPTIONS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BR_VLAN_MSG;
import static org.netlink4j.rtnetlink.link.Ifla.AF_BRIDGE;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * A message about VLANs: {@code RTM_NEWVLAN} or {@code RTM_DELVLAN}. It holds any number of VLANs of one port or bridge, and of
 * options of a bridge's VLANs.
 *
 * @param device index of the port or of the bridge
 * @param attributes attributes of {@link BridgeVlandb}
 */
public record BridgeVlanMessage(int device, Attributes attributes) {
    /** Checks the table. */
    public BridgeVlanMessage {
        if (attributes.set() != BridgeVlandb.ATTRIBUTES) {
            throw new IllegalArgumentException("not what the kernel says of VLANs: " + attributes);
        }
    }

    /**
     * Decodes a message of the kernel.
     *
     * @param message a reader at the message
     * @return the message, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static BridgeVlanMessage decode(MessageReader message) throws MalformedMessageException {
        return new BridgeVlanMessage(
                message.u32(4), Attributes.decode(BridgeVlandb.ATTRIBUTES, message.attributes(BR_VLAN_MSG.size())));
    }

    /**
     * Writes what follows the message header, just as it was decoded.
     *
     * @param out a writer after the message header
     */
    public void write(MessageWriter out) {
        writeHeader(out, device);
        attributes.writeTo(out.attributes());
    }

    static void writeHeader(MessageWriter out, int device) {
        out.bytes(BR_VLAN_MSG.encode(AF_BRIDGE, Integer.toUnsignedLong(device)));
    }

    /** One after the other; each attribute was checked before. */
    static Attributes joined(Attributes first, Attributes second) {
        byte[] left = first.encode();
        byte[] right = second.encode();
        byte[] both = new byte[left.length + right.length];
        System.arraycopy(left, 0, both, 0, left.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        try {
            return Attributes.decode(first.set(), both);
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException("nobody could read " + first + " and " + second, e);
        }
    }

    /** {@return the VLANs, in order} */
    public List<BridgeVlan> vlans() {
        return attributes.nests(BRIDGE_VLANDB_ENTRY).stream()
                .map(entry -> BridgeVlan.decode(device, entry))
                .flatMap(Optional::stream)
                .toList();
    }

    /** {@return the options of VLANs of the whole bridge, in order} */
    public List<BridgeVlanOptions> options() {
        return attributes.nests(BRIDGE_VLANDB_GLOBAL_OPTIONS).stream()
                .map(options -> BridgeVlanOptions.decode(device, options))
                .flatMap(Optional::stream)
                .toList();
    }
}
