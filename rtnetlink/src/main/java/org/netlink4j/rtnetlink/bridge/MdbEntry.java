package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_EATTR_DST;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_EATTR_DST_PORT;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_EATTR_GROUP_MODE;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_EATTR_IFINDEX;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_EATTR_RTPROT;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_EATTR_SOURCE;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_EATTR_SRC_LIST;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_EATTR_SRC_VNI;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_EATTR_TIMER;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_EATTR_VNI;
import static org.netlink4j.rtnetlink.bridge.MdbHeader.MDB_PERMANENT;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.schema.Attributes;

/**
 * A member of a multicast group, as the kernel describes it: a port of a bridge, the bridge itself, or a remote end of a VXLAN. All
 * that the kernel said is in {@link #header} and {@link #attributes}. Equal if all is equal but what runs down: the timer of the
 * member and those of its sources.
 *
 * @param bridge index of the bridge, or of the VXLAN
 * @param header the fixed part
 * @param attributes attributes {@code MDBA_MDB_EATTR_*} of {@link Mdba}
 */
public record MdbEntry(int bridge, MdbHeader header, Attributes attributes) {
    /**
     * What tells members apart.
     *
     * @param bridge index of the bridge, or of the VXLAN
     * @param port index of the port; that of the bridge if this host is the member
     * @param vlan id of the VLAN; 0 for none
     * @param group the group
     * @param source the only source that is meant; empty for the group of all sources
     * @param sourceVni the VXLAN network of the group
     * @param destination the remote end of the VXLAN
     */
    public record Key(
            int bridge,
            int port,
            int vlan,
            MdbGroup group,
            Optional<IpAddress> source,
            OptionalLong sourceVni,
            Optional<IpAddress> destination) {}

    /** Checks the table. */
    public MdbEntry {
        Objects.requireNonNull(header);
        if (attributes.set() != Mdba.MEMBER) {
            throw new IllegalArgumentException("not attributes of a member of a multicast group: " + attributes);
        }
    }

    /** {@return what tells it from other members of the namespace} */
    public Key key() {
        return new Key(bridge, port(), vlan(), group(), source(), sourceVni(), destination());
    }

    /** {@return the index of the port; that of the bridge if this host is the member, or that of the VXLAN} */
    public int port() {
        return header.port();
    }

    /** {@return the group} */
    public MdbGroup group() {
        return header.group();
    }

    /** {@return the id of the VLAN; 0 for none} */
    public int vlan() {
        return header.vlan();
    }

    /** {@return whether it stays until somebody deletes it, and does not expire} */
    public boolean isPermanent() {
        return (header.state() & MDB_PERMANENT) != 0;
    }

    /** {@return the flags, bits of {@link MdbFlags}} */
    public int flags() {
        return header.flags();
    }

    /** {@return the only source that is meant; {@code MDBA_MDB_EATTR_SOURCE}; empty for the group of all sources} */
    public Optional<IpAddress> source() {
        return attributes.ip(MDBA_MDB_EATTR_SOURCE);
    }

    /** {@return what {@link #sources} means, see {@link Mcast}; {@code MDBA_MDB_EATTR_GROUP_MODE}; empty for this host} */
    public OptionalInt filterMode() {
        return attributes.integer(MDBA_MDB_EATTR_GROUP_MODE);
    }

    /** {@return the list of sources; {@code MDBA_MDB_EATTR_SRC_LIST}} */
    public List<MdbSource> sources() {
        return attributes.nest(MDBA_MDB_EATTR_SRC_LIST).map(MdbSource::of).orElse(List.of());
    }

    /** {@return when it expires, in hundredths of a second; 0 if it stays; {@code MDBA_MDB_EATTR_TIMER}} */
    public long timer() {
        return attributes.number(MDBA_MDB_EATTR_TIMER).orElse(0);
    }

    /** {@return who made it, {@code RTPROT_*}; {@code MDBA_MDB_EATTR_RTPROT}, u8; empty for this host} */
    public OptionalInt protocol() {
        return attributes.integer(MDBA_MDB_EATTR_RTPROT);
    }

    /** {@return the remote end of the VXLAN; {@code MDBA_MDB_EATTR_DST}} */
    public Optional<IpAddress> destination() {
        return attributes.ip(MDBA_MDB_EATTR_DST);
    }

    /** {@return the UDP port of the remote end; {@code MDBA_MDB_EATTR_DST_PORT}, u16; empty if it is that of the device} */
    public OptionalInt destinationPort() {
        return attributes.integer(MDBA_MDB_EATTR_DST_PORT);
    }

    /** {@return the VXLAN network identifier towards the remote end; {@code MDBA_MDB_EATTR_VNI}, 24 bits} */
    public OptionalLong vni() {
        return attributes.number(MDBA_MDB_EATTR_VNI);
    }

    /** {@return the VXLAN network identifier of the group; {@code MDBA_MDB_EATTR_SRC_VNI}, 24 bits} */
    public OptionalLong sourceVni() {
        return attributes.number(MDBA_MDB_EATTR_SRC_VNI);
    }

    /** {@return the index of the device on which the remote end is reached; {@code MDBA_MDB_EATTR_IFINDEX}} */
    public OptionalInt via() {
        return attributes.integer(MDBA_MDB_EATTR_IFINDEX);
    }

    private Attributes lasting() {
        return attributes.without(MDBA_MDB_EATTR_TIMER).without(MDBA_MDB_EATTR_SRC_LIST);
    }

    private List<IpAddress> sourceAddresses() {
        return sources().stream().map(MdbSource::address).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MdbEntry that
                && bridge == that.bridge
                && header.equals(that.header)
                && lasting().equals(that.lasting())
                && sourceAddresses().equals(that.sourceAddresses());
    }

    @Override
    public int hashCode() {
        return Objects.hash(bridge, header, lasting(), sourceAddresses());
    }
}
