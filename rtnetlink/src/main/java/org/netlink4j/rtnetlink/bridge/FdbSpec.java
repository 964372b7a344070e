package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.link.Ifla.AF_BRIDGE;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_DST;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_FDB_EXT_ATTRS;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_FLAGS_EXT;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_IFINDEX;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_LLADDR;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_MASTER;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_NH_ID;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_PORT;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_SRC_VNI;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_VLAN;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_VNI;
import static org.netlink4j.rtnetlink.neighbour.Nda.NFEA_ACTIVITY_NOTIFY;
import static org.netlink4j.rtnetlink.neighbour.Nda.NFEA_DONT_REFRESH;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_EXT_LEARNED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_MASTER;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_SELF;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_STICKY;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_USE;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_NOARP;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_PERMANENT;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_REACHABLE;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.neighbour.Nda;
import org.netlink4j.rtnetlink.neighbour.NeighbourHeader;
import org.netlink4j.rtnetlink.neighbour.Ntf;
import org.netlink4j.rtnetlink.neighbour.Nud;

/**
 * What somebody wants of a forwarding entry, to be handed to {@link Fdb}. Attributes are sent in the order in which they were set.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Nda}
 */
public record FdbSpec(NeighbourHeader header, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public FdbSpec {
        Objects.requireNonNull(header);
        require(attributes);
    }

    static void require(Attributes attributes) {
        if (attributes.set() != Nda.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a forwarding entry: " + attributes);
        }
    }

    private static FdbSpec of(int index, int flags, MacAddress address) {
        return new FdbSpec(
                new NeighbourHeader(AF_BRIDGE, index, NUD_PERMANENT | NUD_NOARP, flags, 0),
                Attributes.none(Nda.ATTRIBUTES).with(NDA_LLADDR, address));
    }

    /**
     * A local entry in the bridge of a port.
     *
     * @param index index of the port
     * @param address the MAC address; {@code NDA_LLADDR}
     * @return the spec
     */
    public static FdbSpec ofPort(int index, MacAddress address) {
        return of(index, NTF_MASTER, address);
    }

    /**
     * A permanent entry in the own list of a device, for example of a VXLAN; of a bridge it is one for the bridge itself.
     *
     * @param index index of the device
     * @param address the MAC address; {@code NDA_LLADDR}
     * @return the spec
     */
    public static FdbSpec ofDevice(int index, MacAddress address) {
        return of(index, NTF_SELF, address);
    }

    /**
     * An entry of a bridge whose port is not known, to be asked for.
     *
     * @param index index of the bridge; {@code NDA_MASTER}
     * @param address the MAC address; {@code NDA_LLADDR}
     * @return the spec
     */
    public static FdbSpec ofBridge(int index, MacAddress address) {
        return of(0, 0, address).with(attributes -> attributes.with(NDA_MASTER, index));
    }

    /** {@return the spec of an entry for this host, which stays until somebody deletes it; what is wanted unless another is said} */
    public FdbSpec asLocal() {
        return state(NUD_PERMANENT | NUD_NOARP);
    }

    /** {@return the spec of an entry for another host, which stays until somebody deletes it} */
    public FdbSpec asStatic() {
        return state(NUD_NOARP | NUD_REACHABLE);
    }

    /** {@return the spec of an entry for another host, which ages as if it were learnt} */
    public FdbSpec asDynamic() {
        return state(NUD_REACHABLE);
    }

    /** {@return the spec of an entry that does not move to another port} */
    public FdbSpec sticky() {
        return flags(header.flags() | NTF_STICKY);
    }

    /**
     * Says that somebody else than the kernel learnt the entry and keeps it up to date. A bridge takes it for dynamic then, whatever
     * the state, and does not let it age.
     *
     * @return the spec that says so
     */
    public FdbSpec externallyLearnt() {
        return flags(header.flags() | NTF_EXT_LEARNED);
    }

    /** {@return the spec of an entry that the kernel learns as if a frame had come from the address} */
    public FdbSpec use() {
        return flags(header.flags() | NTF_USE);
    }

    /**
     * Sets the state.
     *
     * @param state bits of {@link Nud}, u16
     * @return the spec with it
     */
    public FdbSpec state(int state) {
        return new FdbSpec(header.withState(state), attributes);
    }

    /**
     * Sets the flags, also those that say in which list the entry is.
     *
     * @param flags bits of {@link Ntf}, u8
     * @return the spec with them
     */
    public FdbSpec flags(int flags) {
        return new FdbSpec(header.withFlags(flags), attributes);
    }

    /**
     * Sets more flags; {@code NDA_FLAGS_EXT}.
     *
     * @param flags {@code NTF_EXT_*} of {@link Ntf}, u32
     * @return the spec with them
     */
    public FdbSpec extendedFlags(long flags) {
        return with(all -> all.with(NDA_FLAGS_EXT, flags));
    }

    /**
     * Sets the VLAN; {@code NDA_VLAN}.
     *
     * @param id 1 to 4094; without one the entry is made for every VLAN of the port
     * @return the spec with it
     */
    public FdbSpec vlan(int id) {
        return with(all -> all.with(NDA_VLAN, id));
    }

    /**
     * Sets the remote end of a VXLAN; {@code NDA_DST}.
     *
     * @param address its address
     * @return the spec with it
     */
    public FdbSpec destination(IpAddress address) {
        return with(all -> all.with(NDA_DST, address));
    }

    /**
     * Sets the UDP port of the remote end; {@code NDA_PORT}.
     *
     * @param port u16, in network byte order on the wire
     * @return the spec with it
     */
    public FdbSpec port(int port) {
        return with(all -> all.with(NDA_PORT, port));
    }

    /**
     * Sets the VXLAN network identifier towards the remote end; {@code NDA_VNI}.
     *
     * @param vni 24 bits
     * @return the spec with it
     */
    public FdbSpec vni(long vni) {
        return with(all -> all.with(NDA_VNI, vni));
    }

    /**
     * Sets the VXLAN network identifier for which the entry is, of a device that serves many; {@code NDA_SRC_VNI}.
     *
     * @param vni 24 bits
     * @return the spec with it
     */
    public FdbSpec sourceVni(long vni) {
        return with(all -> all.with(NDA_SRC_VNI, vni));
    }

    /**
     * Sets the device on which the remote end is reached; {@code NDA_IFINDEX}.
     *
     * @param index its index
     * @return the spec with it
     */
    public FdbSpec via(int index) {
        return with(all -> all.with(NDA_IFINDEX, index));
    }

    /**
     * Sets the next hop object that leads to the remote ends; {@code NDA_NH_ID}.
     *
     * @param id u32, of a group whose members are next hops for forwarding entries
     * @return the spec with it
     */
    public FdbSpec nextHop(long id) {
        return with(all -> all.with(NDA_NH_ID, id));
    }

    /**
     * Sets whether activity of a static entry is announced; {@code NFEA_ACTIVITY_NOTIFY}; since Linux 5.9.
     *
     * @param bits u8: 1 to announce it, 2 to take it for inactive now
     * @return the spec with it
     */
    public FdbSpec activity(int bits) {
        return with(all -> all.with(NDA_FDB_EXT_ATTRS, extensions(all).with(NFEA_ACTIVITY_NOTIFY, bits)));
    }

    /** {@return the spec of a change that leaves the age of the entry as it is; {@code NFEA_DONT_REFRESH}} */
    public FdbSpec withoutRefresh() {
        return with(all -> all.with(NDA_FDB_EXT_ATTRS, extensions(all).withFlag(NFEA_DONT_REFRESH)));
    }

    private static Attributes extensions(Attributes all) {
        return all.nest(NDA_FDB_EXT_ATTRS).orElse(Attributes.none(Nda.FDB_ATTRIBUTES));
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link Nda} out of those that are set
     * @return the spec with what that returned
     */
    public FdbSpec with(UnaryOperator<Attributes> change) {
        return new FdbSpec(header, change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }
}
