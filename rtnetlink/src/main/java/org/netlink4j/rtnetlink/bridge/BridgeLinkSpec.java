package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_RANGE_BEGIN;
import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_RANGE_END;
import static org.netlink4j.rtnetlink.link.Ifla.AF_BRIDGE;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_AF_SPEC;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PROTINFO;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_MODE;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_MST;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_MST_ENTRY;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_MST_ENTRY_MSTI;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_MST_ENTRY_STATE;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_VLAN_INFO;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_VLAN_TUNNEL_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_VLAN_TUNNEL_ID;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_VLAN_TUNNEL_INFO;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_VLAN_TUNNEL_VID;

import java.util.List;
import java.util.function.UnaryOperator;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.link.BridgePort;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaBridge;
import org.netlink4j.rtnetlink.link.LinkHeader;

/**
 * What somebody wants of a bridge or a port in a message of the bridge's family, to be handed to {@link BridgeLinks}. Attributes are
 * sent in the order in which they were set.
 *
 * @param index index of the port or of the bridge
 * @param attributes attributes of {@link Ifla#BRIDGE_ATTRIBUTES}
 */
public record BridgeLinkSpec(int index, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public BridgeLinkSpec {
        if (attributes.set() != Ifla.BRIDGE_ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of the bridge's family: " + attributes);
        }
    }

    /**
     * Nothing is wanted yet.
     *
     * @param index index of the port or of the bridge
     * @return the spec
     */
    public static BridgeLinkSpec of(int index) {
        return new BridgeLinkSpec(index, Attributes.none(Ifla.BRIDGE_ATTRIBUTES));
    }

    /**
     * Sets what the bridge is to do with the port; {@code IFLA_PROTINFO}.
     *
     * @param port what is wanted of the port
     * @return the spec with it
     */
    public BridgeLinkSpec port(BridgePort port) {
        return new BridgeLinkSpec(index, attributes.with(IFLA_PROTINFO, port.data()));
    }

    private BridgeLinkSpec bridge(UnaryOperator<Attributes> change) {
        Attributes before = attributes.nest(IFLA_AF_SPEC).orElse(Attributes.none(IflaBridge.ATTRIBUTES));
        return new BridgeLinkSpec(index, attributes.with(IFLA_AF_SPEC, change.apply(before)));
    }

    /**
     * Says who is to act; {@code IFLA_BRIDGE_FLAGS}. Without it that is the bridge of a port.
     *
     * @param flags u16: {@link IflaBridge#BRIDGE_FLAGS_MASTER}, {@link IflaBridge#BRIDGE_FLAGS_SELF}, or both
     * @return the spec with it
     */
    public BridgeLinkSpec flags(int flags) {
        return bridge(all -> all.with(IFLA_BRIDGE_FLAGS, flags));
    }

    /**
     * Sets how a switch in a network card forwards; {@code IFLA_BRIDGE_MODE}.
     *
     * @param mode u16: 0 VEB, 1 VEPA
     * @return the spec with it
     */
    public BridgeLinkSpec mode(int mode) {
        return bridge(all -> all.with(IFLA_BRIDGE_MODE, mode));
    }

    /**
     * Adds VLANs to those that are meant; {@code IFLA_BRIDGE_VLAN_INFO}.
     *
     * @param ids which VLANs
     * @param flags bits of {@link BridgeVlanInfo}, u16
     * @return the spec with them
     */
    public BridgeLinkSpec vlans(VlanRange ids, int flags) {
        if (ids.isSingle()) {
            return bridge(all -> all.plus(IFLA_BRIDGE_VLAN_INFO, IflaBridge.VLAN_INFO.encode(flags, ids.first())));
        }
        return bridge(all -> all
                .plus(IFLA_BRIDGE_VLAN_INFO, IflaBridge.VLAN_INFO.encode(flags | BRIDGE_VLAN_INFO_RANGE_BEGIN, ids.first()))
                .plus(IFLA_BRIDGE_VLAN_INFO, IflaBridge.VLAN_INFO.encode(flags | BRIDGE_VLAN_INFO_RANGE_END, ids.last())));
    }

    /**
     * Adds VLANs to those that are mapped to tunnels; {@code IFLA_BRIDGE_VLAN_TUNNEL_INFO}.
     *
     * @param ids which VLANs
     * @param first u32: id of the tunnel of the first VLAN; those of the others follow it
     * @return the spec with them
     */
    public BridgeLinkSpec tunnels(VlanRange ids, long first) {
        if (ids.isSingle()) {
            return bridge(all -> all.plus(IFLA_BRIDGE_VLAN_TUNNEL_INFO, tunnel(first, ids.first(), 0)));
        }
        return bridge(all -> all
                .plus(IFLA_BRIDGE_VLAN_TUNNEL_INFO, tunnel(first, ids.first(), BRIDGE_VLAN_INFO_RANGE_BEGIN))
                .plus(IFLA_BRIDGE_VLAN_TUNNEL_INFO,
                        tunnel(first + ids.size() - 1, ids.last(), BRIDGE_VLAN_INFO_RANGE_END)));
    }

    private static Attributes tunnel(long tunnel, int vlan, int flags) {
        return Attributes.none(IflaBridge.TUNNEL)
                .with(IFLA_BRIDGE_VLAN_TUNNEL_ID, tunnel)
                .with(IFLA_BRIDGE_VLAN_TUNNEL_VID, vlan)
                .with(IFLA_BRIDGE_VLAN_TUNNEL_FLAGS, flags);
    }

    /**
     * Sets states in multiple spanning trees; {@code IFLA_BRIDGE_MST}; since Linux 5.18.
     *
     * @param states the states
     * @return the spec with them
     */
    public BridgeLinkSpec spanningTrees(List<MstState> states) {
        Attributes list = Attributes.none(IflaBridge.MST);
        for (MstState state : states) {
            list = list.plus(IFLA_BRIDGE_MST_ENTRY, Attributes.none(IflaBridge.MST_ENTRY)
                    .with(IFLA_BRIDGE_MST_ENTRY_MSTI, state.tree()).with(IFLA_BRIDGE_MST_ENTRY_STATE, state.state()));
        }
        Attributes trees = list;
        return bridge(all -> all.with(IFLA_BRIDGE_MST, trees));
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link Ifla#BRIDGE_ATTRIBUTES} out of those that are set
     * @return the spec with what that returned
     */
    public BridgeLinkSpec with(UnaryOperator<Attributes> change) {
        return new BridgeLinkSpec(index, change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(LinkHeader.IFINFOMSG.encode(AF_BRIDGE, 0, index, 0, 0));
        attributes.writeTo(out.attributes());
    }
}
