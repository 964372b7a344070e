package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;
import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_ONLY_OPTS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_PVID;
import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_UNTAGGED;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_INFO;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_MCAST_ROUTER;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_RANGE;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_STATE;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_TUNNEL_INFO;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_TINFO_CMD;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_TINFO_ID;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;

/**
 * What somebody wants of VLANs of a port, or of a bridge itself, to be handed to {@link BridgeVlans}. Options are sent in the order
 * in which they were set.
 *
 * @param device index of the port or of the bridge
 * @param ids which VLANs
 * @param flags bits of {@link BridgeVlanInfo}, u16
 * @param attributes options, attributes {@code BRIDGE_VLANDB_ENTRY_*} of {@link BridgeVlandb} without those that say flags and range
 */
public record BridgeVlanSpec(int device, VlanRange ids, int flags, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public BridgeVlanSpec {
        Objects.requireNonNull(ids);
        if (flags >>> Short.SIZE != 0) {
            throw new IllegalArgumentException("flags have 16 bits: " + flags);
        }
        require(attributes);
    }

    static void require(Attributes attributes) {
        if (attributes.set() != BridgeVlandb.ENTRY
                || attributes.has(BRIDGE_VLANDB_ENTRY_INFO)
                || attributes.has(BRIDGE_VLANDB_ENTRY_RANGE)) {
            throw new IllegalArgumentException("not options of VLANs: " + attributes);
        }
    }

    /**
     * VLANs whose frames are tagged.
     *
     * @param device index of the port or of the bridge
     * @param ids which VLANs
     * @return the spec
     */
    public static BridgeVlanSpec of(int device, VlanRange ids) {
        return new BridgeVlanSpec(device, ids, 0, Attributes.none(BridgeVlandb.ENTRY));
    }

    /**
     * Sets the flags.
     *
     * @param flags bits of {@link BridgeVlanInfo}, u16
     * @return the spec with them
     */
    public BridgeVlanSpec flags(int flags) {
        return new BridgeVlanSpec(device, ids, flags, attributes);
    }

    /** {@return the spec of the one VLAN of untagged frames that come in} */
    public BridgeVlanSpec pvid() {
        return flags(flags | BRIDGE_VLAN_INFO_PVID);
    }

    /** {@return the spec of VLANs whose frames leave untagged} */
    public BridgeVlanSpec untagged() {
        return flags(flags | BRIDGE_VLAN_INFO_UNTAGGED);
    }

    /** {@return the spec of a change of options alone} */
    BridgeVlanSpec onlyOptions() {
        return flags(flags | BRIDGE_VLAN_INFO_ONLY_OPTS);
    }

    /**
     * Sets the spanning tree state; {@code BRIDGE_VLANDB_ENTRY_STATE}.
     *
     * @param state u8: 0 disabled, 1 listening, 2 learning, 3 forwarding, 4 blocking
     * @return the spec with it
     */
    public BridgeVlanSpec state(int state) {
        return with(all -> all.with(BRIDGE_VLANDB_ENTRY_STATE, state));
    }

    /**
     * Sets whether a multicast router is there; {@code BRIDGE_VLANDB_ENTRY_MCAST_ROUTER}; since Linux 5.15.
     *
     * @param value u8: 0 never, 1 if learnt, 2 always
     * @return the spec with it
     */
    public BridgeVlanSpec multicastRouter(int value) {
        return with(all -> all.with(BRIDGE_VLANDB_ENTRY_MCAST_ROUTER, value));
    }

    /**
     * Sets the largest number of multicast groups; {@code BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS}; since Linux 6.3.
     *
     * @param limit u32, 0 for no limit
     * @return the spec with it
     */
    public BridgeVlanSpec multicastGroupLimit(long limit) {
        return with(all -> all.with(BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS, limit));
    }

    /**
     * Sets whether ARP and neighbour discovery are suppressed; {@code BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS}; since Linux 6.4.
     *
     * @param on whether they are
     * @return the spec with it
     */
    public BridgeVlanSpec neighbourSuppress(boolean on) {
        return with(all -> all.with(BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS, on ? 1 : 0));
    }

    /**
     * Maps the VLANs to tunnels, in a change of options; {@code BRIDGE_VLANDB_ENTRY_TUNNEL_INFO}. The port has to map VLANs to
     * tunnels.
     *
     * @param first u32: id of the tunnel of the first VLAN; those of the others follow it
     * @return the spec with it
     */
    public BridgeVlanSpec tunnel(long first) {
        return with(all -> all.with(BRIDGE_VLANDB_ENTRY_TUNNEL_INFO, Attributes.none(BridgeVlandb.TUNNEL)
                .with(BRIDGE_VLANDB_TINFO_ID, first).with(BRIDGE_VLANDB_TINFO_CMD, RTM_SETLINK)));
    }

    /** {@return the spec of a change of options that takes the tunnels away} */
    public BridgeVlanSpec withoutTunnel() {
        return with(all -> all.with(BRIDGE_VLANDB_ENTRY_TUNNEL_INFO,
                Attributes.none(BridgeVlandb.TUNNEL).with(BRIDGE_VLANDB_TINFO_CMD, RTM_DELLINK)));
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes {@code BRIDGE_VLANDB_ENTRY_*} of {@link BridgeVlandb} out of those that are set
     * @return the spec with what that returned
     */
    public BridgeVlanSpec with(UnaryOperator<Attributes> change) {
        return new BridgeVlanSpec(device, ids, flags, change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        BridgeVlanMessage.writeHeader(out, device);
        Attributes.none(BridgeVlandb.ATTRIBUTES).with(BRIDGE_VLANDB_ENTRY, entry()).writeTo(out.attributes());
    }

    /** The kernel reads flags and range wherever they stand, and bridge sends them first. */
    private Attributes entry() {
        Attributes which = Attributes.none(BridgeVlandb.ENTRY).withStruct(BRIDGE_VLANDB_ENTRY_INFO, flags, ids.first());
        return BridgeVlanMessage.joined(ids.isSingle() ? which : which.with(BRIDGE_VLANDB_ENTRY_RANGE, ids.last()), attributes);
    }
}
