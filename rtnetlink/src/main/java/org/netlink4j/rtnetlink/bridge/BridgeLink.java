package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_RANGE_BEGIN;
import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_RANGE_END;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_MST;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_MST_ENTRY;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_MST_ENTRY_MSTI;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_MST_ENTRY_STATE;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_VLAN_INFO;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_VLAN_TUNNEL_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_VLAN_TUNNEL_ID;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_VLAN_TUNNEL_INFO;
import static org.netlink4j.rtnetlink.link.IflaBridge.IFLA_BRIDGE_VLAN_TUNNEL_VID;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.link.BridgePort;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaBridge;
import org.netlink4j.rtnetlink.link.Link;

/**
 * A bridge or a port as messages of the bridge's family describe it.
 *
 * @param link the link, whose header has the family {@code AF_BRIDGE}
 */
public record BridgeLink(Link link) {
    private static final int RANGE = BRIDGE_VLAN_INFO_RANGE_BEGIN | BRIDGE_VLAN_INFO_RANGE_END;

    /** Refuses links of other families. */
    public BridgeLink {
        if (Objects.requireNonNull(link).header().family() != Ifla.AF_BRIDGE) {
            throw new IllegalArgumentException("not described in a message of the bridge's family: " + link);
        }
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWLINK} or {@code RTM_DELLINK} of the bridge's family
     * @return the link, which keeps nothing of the reader
     * @throws MalformedMessageException if it is of another family, a length does not fit, or a known attribute has the wrong width
     */
    public static BridgeLink decode(MessageReader message) throws MalformedMessageException {
        if (message.u8(0) != Ifla.AF_BRIDGE) {
            throw new MalformedMessageException("a message of the family " + message.u8(0) + " and not of the bridge's");
        }
        return new BridgeLink(Link.decode(message));
    }

    /** {@return the index of the port or of the bridge} */
    public int index() {
        return link.index();
    }

    /** {@return what the bridge knows of its port; {@code IFLA_PROTINFO}} */
    public Optional<BridgePort> port() {
        return link.attributes().nest(Ifla.IFLA_PROTINFO).map(BridgePort::new);
    }

    private Attributes bridge() {
        return link.bridge().orElse(Attributes.none(IflaBridge.ATTRIBUTES));
    }

    /** {@return the VLANs, without options, as ranges if they were asked for so; {@code IFLA_BRIDGE_VLAN_INFO}} */
    public List<BridgeVlan> vlans() {
        List<BridgeVlan> vlans = new ArrayList<>();
        int begin = 0;
        for (byte[] payload : bridge().payloads(IFLA_BRIDGE_VLAN_INFO)) {
            if (payload.length < IflaBridge.VLAN_INFO.size()) {
                continue;
            }
            ByteBuffer info = ByteBuffer.wrap(payload).order(ByteOrder.nativeOrder());
            int flags = Short.toUnsignedInt(info.getShort(0));
            int id = Short.toUnsignedInt(info.getShort(2));
            if ((flags & BRIDGE_VLAN_INFO_RANGE_BEGIN) != 0) {
                begin = id;
            } else {
                int first = (flags & BRIDGE_VLAN_INFO_RANGE_END) != 0 ? Math.min(begin, id) : id;
                vlans.add(new BridgeVlan(
                        index(), new VlanRange(first, id), flags & ~RANGE, Attributes.none(BridgeVlandb.ENTRY)));
            }
        }
        return List.copyOf(vlans);
    }

    /** {@return the VLANs that the port maps to tunnels, as ranges; {@code IFLA_BRIDGE_VLAN_TUNNEL_INFO}} */
    public List<BridgeTunnel> tunnels() {
        List<BridgeTunnel> tunnels = new ArrayList<>();
        int begin = 0;
        long firstTunnel = 0;
        for (Attributes info : bridge().nests(IFLA_BRIDGE_VLAN_TUNNEL_INFO)) {
            int flags = info.integer(IFLA_BRIDGE_VLAN_TUNNEL_FLAGS).orElse(0);
            int id = info.integer(IFLA_BRIDGE_VLAN_TUNNEL_VID).orElse(0);
            long tunnel = info.number(IFLA_BRIDGE_VLAN_TUNNEL_ID).orElse(0);
            if ((flags & BRIDGE_VLAN_INFO_RANGE_BEGIN) != 0) {
                begin = id;
                firstTunnel = tunnel;
            } else {
                boolean isEnd = (flags & BRIDGE_VLAN_INFO_RANGE_END) != 0 && begin <= id;
                tunnels.add(new BridgeTunnel(index(), new VlanRange(isEnd ? begin : id, id), isEnd ? firstTunnel : tunnel));
            }
        }
        return List.copyOf(tunnels);
    }

    /** {@return the states in multiple spanning trees; {@code IFLA_BRIDGE_MST}} */
    public List<MstState> spanningTrees() {
        return bridge().nest(IFLA_BRIDGE_MST).map(trees -> trees.nests(IFLA_BRIDGE_MST_ENTRY)).orElse(List.of()).stream()
                .map(tree -> new MstState(
                        tree.integer(IFLA_BRIDGE_MST_ENTRY_MSTI).orElse(0), tree.integer(IFLA_BRIDGE_MST_ENTRY_STATE).orElse(0)))
                .toList();
    }
}
