package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_PVID;
import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_UNTAGGED;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_INFO;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_MCAST_ROUTER;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_RANGE;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_STATE;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_STATS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_TUNNEL_INFO;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_TINFO_ID;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * VLANs of a port, or of a bridge itself, that have the same flags and options: one, or more that follow one another. What has no
 * name here is in {@link #attributes}.
 *
 * @param device index of the port or of the bridge
 * @param ids which VLANs
 * @param flags bits of {@link BridgeVlanInfo}, u16
 * @param attributes options and counters, attributes {@code BRIDGE_VLANDB_ENTRY_*} of {@link BridgeVlandb}; those that say flags
 *     and range are left out
 */
public record BridgeVlan(int device, VlanRange ids, int flags, Attributes attributes) {
    /**
     * What tells single VLANs apart.
     *
     * @param device index of the port or of the bridge
     * @param id id of the VLAN
     */
    public record Key(int device, int id) {}

    private static final String FLAGS = "flags";
    private static final String ID = "vid";

    /** Checks the table. */
    public BridgeVlan {
        Objects.requireNonNull(ids);
        if (flags >>> Short.SIZE != 0) {
            throw new IllegalArgumentException("flags have 16 bits: " + flags);
        }
        BridgeVlanSpec.require(attributes);
    }

    /** Empty if it does not say which VLAN. */
    static Optional<BridgeVlan> decode(int device, Attributes entry) {
        OptionalLong id = entry.field(BRIDGE_VLANDB_ENTRY_INFO, ID);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        int first = (int) id.getAsLong();
        return Optional.of(new BridgeVlan(
                device,
                VlanRange.lenient(first, entry.integer(BRIDGE_VLANDB_ENTRY_RANGE).orElse(first)),
                (int) entry.field(BRIDGE_VLANDB_ENTRY_INFO, FLAGS).orElse(0),
                entry.without(BRIDGE_VLANDB_ENTRY_INFO).without(BRIDGE_VLANDB_ENTRY_RANGE)));
    }

    /** {@return whether untagged frames that come in are of this VLAN} */
    public boolean isPvid() {
        return (flags & BRIDGE_VLAN_INFO_PVID) != 0;
    }

    /** {@return whether frames of the VLAN leave untagged} */
    public boolean isUntagged() {
        return (flags & BRIDGE_VLAN_INFO_UNTAGGED) != 0;
    }

    /** {@return the spanning tree state, as of a port; {@code BRIDGE_VLANDB_ENTRY_STATE}} */
    public OptionalInt state() {
        return attributes.integer(BRIDGE_VLANDB_ENTRY_STATE);
    }

    /** {@return whether a multicast router is there; {@code BRIDGE_VLANDB_ENTRY_MCAST_ROUTER}; 0 never, 1 if learnt, 2 always} */
    public OptionalInt multicastRouter() {
        return attributes.integer(BRIDGE_VLANDB_ENTRY_MCAST_ROUTER);
    }

    /** {@return the number of multicast groups; {@code BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS}, u32; of ports only} */
    public OptionalLong multicastGroups() {
        return attributes.number(BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS);
    }

    /** {@return the largest number of groups, 0 for no limit; {@code BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS}, u32; of ports only} */
    public OptionalLong multicastGroupLimit() {
        return attributes.number(BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS);
    }

    /** {@return whether ARP and neighbour discovery are suppressed; {@code BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS}; of ports only} */
    public Optional<Boolean> neighbourSuppress() {
        OptionalInt on = attributes.integer(BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS);
        return on.isPresent() ? Optional.of(on.getAsInt() != 0) : Optional.empty();
    }

    /** {@return the id of the tunnel of the first VLAN, u32; those of the others follow it; {@code BRIDGE_VLANDB_TINFO_ID}} */
    public OptionalLong tunnel() {
        return attributes.nest(BRIDGE_VLANDB_ENTRY_TUNNEL_INFO).map(info -> info.number(BRIDGE_VLANDB_TINFO_ID))
                .orElse(OptionalLong.empty());
    }

    /** {@return what went through; empty if it was not asked for, or if there is more than one VLAN} */
    public Optional<BridgeVlanStatistics> statistics() {
        return attributes.nest(BRIDGE_VLANDB_ENTRY_STATS).map(BridgeVlanStatistics::of);
    }

    /** {@return what tells the first VLAN from others of the namespace} */
    public Key key() {
        return new Key(device, ids.first());
    }

    /** {@return the same without what changes all the time: counters and the number of groups} */
    public BridgeVlan withoutCounters() {
        return new BridgeVlan(device, ids, flags,
                attributes.without(BRIDGE_VLANDB_ENTRY_STATS).without(BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS));
    }

    /** {@return one for each VLAN, in order} */
    public List<BridgeVlan> expand() {
        return ids.ids().mapToObj(this::single).toList();
    }

    private BridgeVlan single(int id) {
        return new BridgeVlan(device, VlanRange.of(id), flags, withTunnel(tunnelOf(id)));
    }

    /** The id of the tunnel of one of the VLANs. */
    private OptionalLong tunnelOf(int id) {
        OptionalLong first = tunnel();
        return first.isPresent() ? OptionalLong.of((first.getAsLong() + id - ids.first()) & 0xffff_ffffL) : first;
    }

    private Attributes withTunnel(OptionalLong id) {
        return id.isEmpty()
                ? attributes
                : attributes.with(BRIDGE_VLANDB_ENTRY_TUNNEL_INFO,
                        attributes.nest(BRIDGE_VLANDB_ENTRY_TUNNEL_INFO).orElseThrow().with(BRIDGE_VLANDB_TINFO_ID, id.getAsLong()));
    }

    /**
     * Joins VLANs that follow one another and have the same flags and options, and tunnels that follow one another, too.
     *
     * @param vlans the VLANs, those of a device in order of their ids
     * @return as few as possible, in the same order
     */
    public static List<BridgeVlan> compress(List<BridgeVlan> vlans) {
        List<BridgeVlan> ranges = new ArrayList<>();
        for (BridgeVlan vlan : vlans) {
            if (!ranges.isEmpty() && ranges.getLast().isFollowedBy(vlan)) {
                BridgeVlan range = ranges.removeLast();
                ranges.add(new BridgeVlan(
                        range.device, new VlanRange(range.ids.first(), vlan.ids.last()), range.flags, range.attributes));
            } else {
                ranges.add(vlan);
            }
        }
        return List.copyOf(ranges);
    }

    private boolean isFollowedBy(BridgeVlan next) {
        int id = ids.last() + 1;
        return next.device == device
                && next.ids.first() == id
                && next.flags == flags
                && next.attributes.equals(withTunnel(tunnelOf(id)));
    }
}
