package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.Mdba.BR_PORT_MSG;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_ENTRY;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_ENTRY_INFO;
import static org.netlink4j.rtnetlink.link.Ifla.AF_BRIDGE;

import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * A message about multicast groups: {@code RTM_NEWMDB} and {@code RTM_DELMDB}, and {@code RTM_GETMDB} as the answer to a dump. It
 * holds any number of members and of ports to routers of one bridge or VXLAN.
 *
 * @param bridge index of the bridge, or of the VXLAN
 * @param attributes attributes of {@link Mdba}
 */
public record MdbMessage(int bridge, Attributes attributes) {
    /** Checks the table. */
    public MdbMessage {
        if (attributes.set() != Mdba.ATTRIBUTES) {
            throw new IllegalArgumentException("not what the kernel says of multicast groups: " + attributes);
        }
    }

    /**
     * Decodes a message of the kernel.
     *
     * @param message a reader at the message
     * @return the message, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static MdbMessage decode(MessageReader message) throws MalformedMessageException {
        return new MdbMessage(
                message.u32(4), Attributes.decode(Mdba.ATTRIBUTES, message.attributes(BR_PORT_MSG.size())));
    }

    /**
     * Writes what follows the message header, just as it was decoded.
     *
     * @param out a writer after the message header
     */
    public void write(MessageWriter out) {
        writeHeader(out, bridge);
        attributes.writeTo(out.attributes());
    }

    static void writeHeader(MessageWriter out, int bridge) {
        out.bytes(BR_PORT_MSG.encode(AF_BRIDGE, Integer.toUnsignedLong(bridge)));
    }

    /** {@return the members of groups, in order} */
    public List<MdbEntry> entries() {
        return attributes.nests(MDBA_MDB).stream()
                .flatMap(groups -> groups.nests(MDBA_MDB_ENTRY).stream())
                .flatMap(group -> members(group).stream())
                .toList();
    }

    /** The fixed parts are in the payloads only, the rest is read already. */
    private List<MdbEntry> members(Attributes group) {
        List<byte[]> payloads = group.payloads(MDBA_MDB_ENTRY_INFO);
        List<Attributes> rests = group.nests(MDBA_MDB_ENTRY_INFO);
        List<MdbEntry> members = new ArrayList<>();
        for (int i = 0; i < rests.size(); i++) {
            members.add(new MdbEntry(bridge, MdbHeader.decode(payloads.get(i)), rests.get(i)));
        }
        return members;
    }

    /** {@return the ports to routers, in order} */
    public List<MdbRouter> routers() {
        return MdbRouter.of(bridge, attributes);
    }
}
