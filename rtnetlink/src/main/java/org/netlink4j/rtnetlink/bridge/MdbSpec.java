package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_SET_ENTRY;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_SET_ENTRY_ATTRS;
import static org.netlink4j.rtnetlink.bridge.MdbHeader.MDB_PERMANENT;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_ATTR_DST;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_ATTR_DST_PORT;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_ATTR_GROUP_MODE;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_ATTR_IFINDEX;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_ATTR_RTPROT;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_ATTR_SOURCE;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_ATTR_SRC_LIST;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_ATTR_SRC_VNI;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_ATTR_VNI;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_SRCATTR_ADDRESS;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_SRC_LIST_ENTRY;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;

/**
 * What somebody wants of a member of a multicast group, to be handed to {@link Mdb}. Attributes are sent in the order in which they
 * were set.
 *
 * @param bridge index of the bridge, or of the VXLAN
 * @param header the fixed part
 * @param attributes attributes of {@link Mdbe}
 */
public record MdbSpec(int bridge, MdbHeader header, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public MdbSpec {
        Objects.requireNonNull(header);
        if (attributes.set() != Mdbe.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a request about a multicast group: " + attributes);
        }
    }

    /**
     * A member that expires.
     *
     * @param bridge index of the bridge, or of the VXLAN
     * @param port index of the port; that of the bridge to make this host the member; that of the VXLAN
     * @param group the group; one of Ethernet has to be permanent
     * @return the spec
     */
    public static MdbSpec of(int bridge, int port, MdbGroup group) {
        return new MdbSpec(bridge, new MdbHeader(port, 0, 0, 0, group), Attributes.none(Mdbe.ATTRIBUTES));
    }

    /**
     * All members of a group, to be asked for.
     *
     * @param bridge index of the bridge, or of the VXLAN
     * @param group the group
     * @return the spec
     */
    public static MdbSpec ofGroup(int bridge, MdbGroup group) {
        return of(bridge, 0, group);
    }

    /** {@return the spec of a member that stays until somebody deletes it} */
    public MdbSpec permanent() {
        return new MdbSpec(bridge, header.withState(MDB_PERMANENT), attributes);
    }

    /**
     * Sets the VLAN.
     *
     * @param id 1 to 4094; without one the bridge takes every VLAN of the port
     * @return the spec with it
     */
    public MdbSpec vlan(int id) {
        return new MdbSpec(bridge, header.withVlan(id), attributes);
    }

    /**
     * Sets the only source that is meant; {@code MDBE_ATTR_SOURCE}.
     *
     * @param address its address, of the group's version
     * @return the spec with it
     */
    public MdbSpec source(IpAddress address) {
        return with(all -> all.with(MDBE_ATTR_SOURCE, address));
    }

    /**
     * Sets what a list of sources means; {@code MDBE_ATTR_GROUP_MODE}; since Linux 6.3.
     *
     * @param mode see {@link Mcast}
     * @return the spec with it
     */
    public MdbSpec filterMode(int mode) {
        return with(all -> all.with(MDBE_ATTR_GROUP_MODE, mode));
    }

    /**
     * Sets the list of sources; {@code MDBE_ATTR_SRC_LIST}; since Linux 6.3.
     *
     * @param addresses their addresses, of the group's version
     * @return the spec with it
     */
    public MdbSpec sources(List<IpAddress> addresses) {
        Attributes list = Attributes.none(Mdbe.SOURCES);
        for (IpAddress address : addresses) {
            list = list.plus(MDBE_SRC_LIST_ENTRY, Attributes.none(Mdbe.SOURCE).with(MDBE_SRCATTR_ADDRESS, address));
        }
        Attributes sources = list;
        return with(all -> all.with(MDBE_ATTR_SRC_LIST, sources));
    }

    /**
     * Says who made it; {@code MDBE_ATTR_RTPROT}; since Linux 6.3.
     *
     * @param protocol {@code RTPROT_*}, u8, at least 4
     * @return the spec with it
     */
    public MdbSpec protocol(int protocol) {
        return with(all -> all.with(MDBE_ATTR_RTPROT, protocol));
    }

    /**
     * Sets the remote end of a VXLAN; {@code MDBE_ATTR_DST}.
     *
     * @param address its address
     * @return the spec with it
     */
    public MdbSpec destination(IpAddress address) {
        return with(all -> all.with(MDBE_ATTR_DST, address));
    }

    /**
     * Sets the UDP port of the remote end; {@code MDBE_ATTR_DST_PORT}.
     *
     * @param port u16, in host byte order on the wire
     * @return the spec with it
     */
    public MdbSpec destinationPort(int port) {
        return with(all -> all.with(MDBE_ATTR_DST_PORT, port));
    }

    /**
     * Sets the VXLAN network identifier towards the remote end; {@code MDBE_ATTR_VNI}.
     *
     * @param vni 24 bits
     * @return the spec with it
     */
    public MdbSpec vni(long vni) {
        return with(all -> all.with(MDBE_ATTR_VNI, vni));
    }

    /**
     * Sets the device on which the remote end is reached; {@code MDBE_ATTR_IFINDEX}.
     *
     * @param index its index
     * @return the spec with it
     */
    public MdbSpec via(int index) {
        return with(all -> all.with(MDBE_ATTR_IFINDEX, index));
    }

    /**
     * Sets the VXLAN network identifier of the group, of a device that serves many; {@code MDBE_ATTR_SRC_VNI}.
     *
     * @param vni 24 bits
     * @return the spec with it
     */
    public MdbSpec sourceVni(long vni) {
        return with(all -> all.with(MDBE_ATTR_SRC_VNI, vni));
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link Mdbe} out of those that are set
     * @return the spec with what that returned
     */
    public MdbSpec with(UnaryOperator<Attributes> change) {
        return new MdbSpec(bridge, header, change.apply(attributes));
    }

    /** Writes it as a request that changes; one that asks has other names for the same numbers. */
    @Override
    public void write(MessageWriter out) {
        MdbMessage.writeHeader(out, bridge);
        Attributes all = Attributes.none(Mdba.SET_ATTRIBUTES).with(MDBA_SET_ENTRY, header.encode());
        (attributes.isEmpty() ? all : all.with(MDBA_SET_ENTRY_ATTRS, attributes)).writeTo(out.attributes());
    }
}
