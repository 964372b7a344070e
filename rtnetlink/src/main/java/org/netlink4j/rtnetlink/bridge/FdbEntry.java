package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_CACHEINFO;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_DST;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_FDB_EXT_ATTRS;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_IFINDEX;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_LINK_NETNSID;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_MASTER;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_NH_ID;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_PORT;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_SRC_VNI;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_VLAN;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_VNI;
import static org.netlink4j.rtnetlink.neighbour.Nda.NFEA_ACTIVITY_NOTIFY;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_EXT_LOCKED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_SELF;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_NOARP;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_PERMANENT;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_REACHABLE;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_STALE;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.neighbour.Nda;
import org.netlink4j.rtnetlink.neighbour.NeighbourHeader;
import org.netlink4j.rtnetlink.neighbour.NeighbourMessage;

/**
 * A forwarding entry as the kernel describes it: {@code RTM_NEWNEIGH} of the family {@code AF_BRIDGE}. It says behind which port of
 * a bridge, or behind which end of a VXLAN, a MAC address is, or to which addresses a device listens beyond its own. All that the
 * kernel said is in {@link #attributes}. Equal if all is equal but {@code NDA_CACHEINFO}, and but that an entry is reachable or
 * stale, for both change with time alone.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Nda}
 */
public record FdbEntry(NeighbourHeader header, Attributes attributes) implements NeighbourMessage {
    private static final String USED = "ndm_used";
    private static final String UPDATED = "ndm_updated";

    /**
     * What tells forwarding entries apart. In a bridge that is not the port: an address moves from one to another.
     *
     * @param device index of the bridge, or of the device whose own list it is in
     * @param self whether it is in the device's own list; {@code NTF_SELF}
     * @param address the MAC address; empty if it is none of Ethernet
     * @param vlan id of the VLAN; 0 for none
     * @param sourceVni the VXLAN network for which it is; empty for that of the device
     * @param remote the remote end, if the address may have more than one of them: a group, or 00:00:00:00:00:00
     */
    public record Key(
            int device, boolean self, Optional<MacAddress> address, int vlan, OptionalLong sourceVni, Optional<Remote> remote) {}

    /**
     * The remote end of a VXLAN.
     *
     * @param destination {@code NDA_DST}
     * @param port {@code NDA_PORT}
     * @param vni {@code NDA_VNI}
     * @param device {@code NDA_IFINDEX}
     */
    public record Remote(Optional<IpAddress> destination, OptionalInt port, OptionalLong vni, OptionalInt device) {}

    /** Checks the table. */
    public FdbEntry {
        Objects.requireNonNull(header);
        FdbSpec.require(attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWNEIGH} or {@code RTM_DELNEIGH}
     * @return the entry, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static FdbEntry decode(MessageReader message) throws MalformedMessageException {
        return new FdbEntry(
                NeighbourHeader.decode(message), Attributes.decode(Nda.ATTRIBUTES, message.attributes(Nda.NDMSG.size())));
    }

    /** {@return what tells it from other entries of the namespace} */
    public Key key() {
        int device = isSelf() ? index() : bridge().orElse(index());
        Optional<Remote> remote = address().filter(FdbEntry::mayHaveManyRemotes)
                .map(_ -> new Remote(destination(), port(), vni(), via()))
                .filter(_ -> isSelf());
        return new Key(device, isSelf(), address(), vlan().orElse(0), sourceVni(), remote);
    }

    private static boolean mayHaveManyRemotes(MacAddress address) {
        return address.isMulticast() || address.equals(MacAddress.of(new byte[MacAddress.LENGTH]));
    }

    /** {@return the index of the bridge; {@code NDA_MASTER}; empty if the entry is not a bridge's} */
    public OptionalInt bridge() {
        return attributes.integer(NDA_MASTER);
    }

    /** {@return the id of the VLAN; {@code NDA_VLAN}, u16; empty if it is for all} */
    public OptionalInt vlan() {
        return attributes.integer(NDA_VLAN);
    }

    /** {@return whether the entry is in the device's own list, and not in that of its bridge; {@code NTF_SELF}} */
    public boolean isSelf() {
        return (flags() & NTF_SELF) != 0;
    }

    /** {@return whether frames to the address are for this host; {@code NUD_PERMANENT}} */
    public boolean isLocal() {
        return (state() & NUD_PERMANENT) != 0;
    }

    /** {@return whether the entry stays until somebody deletes it, though the address is of another host; {@code NUD_NOARP}} */
    public boolean isStatic() {
        return (state() & NUD_NOARP) != 0;
    }

    /** {@return whether frames from the address are dropped, because the port is locked; {@code NTF_EXT_LOCKED}} */
    public boolean isLocked() {
        return (extendedFlags() & NTF_EXT_LOCKED) != 0;
    }

    /** {@return the remote end of the VXLAN; {@code NDA_DST}} */
    public Optional<IpAddress> destination() {
        return attributes.ip(NDA_DST);
    }

    /** {@return the UDP port of the remote end; {@code NDA_PORT}, u16; empty if it is that of the device} */
    public OptionalInt port() {
        return attributes.integer(NDA_PORT);
    }

    /** {@return the VXLAN network identifier towards the remote end; {@code NDA_VNI}, 24 bits; empty if it is that of the device} */
    public OptionalLong vni() {
        return attributes.number(NDA_VNI);
    }

    /** {@return the VXLAN network identifier for which the entry is; {@code NDA_SRC_VNI}, 24 bits} */
    public OptionalLong sourceVni() {
        return attributes.number(NDA_SRC_VNI);
    }

    /** {@return the index of the device on which the remote end is reached; {@code NDA_IFINDEX}} */
    public OptionalInt via() {
        return attributes.integer(NDA_IFINDEX);
    }

    /** {@return the id of the namespace that {@link #via} is in; {@code NDA_LINK_NETNSID}; empty if it is this one} */
    public OptionalInt viaNamespaceId() {
        return attributes.integer(NDA_LINK_NETNSID);
    }

    /** {@return the id of the next hop object that leads to the remote ends; {@code NDA_NH_ID}, u32} */
    public OptionalLong nextHop() {
        return attributes.number(NDA_NH_ID);
    }

    /** {@return bits that say whether activity is announced (1) and whether there was none lately (2); {@code NFEA_ACTIVITY_NOTIFY}} */
    public OptionalInt activity() {
        return attributes.nest(NDA_FDB_EXT_ATTRS).map(nest -> nest.integer(NFEA_ACTIVITY_NOTIFY)).orElse(OptionalInt.empty());
    }

    /** {@return how long ago a frame came from or went to the address, in hundredths of a second; {@code NDA_CACHEINFO}} */
    public OptionalLong used() {
        return attributes.field(NDA_CACHEINFO, USED);
    }

    /** {@return how long ago the entry was made or changed, in hundredths of a second; {@code NDA_CACHEINFO}} */
    public OptionalLong updated() {
        return attributes.field(NDA_CACHEINFO, UPDATED);
    }

    private NeighbourHeader lastingHeader() {
        return header.withState((state() & NUD_STALE) == 0 ? state() : state() & ~NUD_STALE | NUD_REACHABLE);
    }

    private Attributes lasting() {
        return attributes.without(NDA_CACHEINFO);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FdbEntry that && lastingHeader().equals(that.lastingHeader()) && lasting().equals(that.lasting());
    }

    @Override
    public int hashCode() {
        return Objects.hash(lastingHeader(), lasting());
    }
}
