package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELVLAN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWVLAN;
import static org.netlink4j.rtnetlink.link.Ifla.AF_BRIDGE;

import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.Link;

/**
 * Single VLANs for a watch. Some changes are silent: the VLAN that was the one of untagged frames is it no more when another one
 * becomes it, the bridge loses its default VLAN when that is changed, and states follow those of a spanning tree.
 *
 * @param list lists all VLANs
 */
record BridgeVlansWatched(Request list) implements Watched<BridgeVlan.Key, BridgeVlan> {
    @Override
    public Sighting<BridgeVlan.Key, BridgeVlan> decode(MessageReader message) throws MalformedMessageException {
        return switch (message.type()) {
            case RTM_NEWVLAN -> there(BridgeVlanMessage.decode(message), true);
            case RTM_DELVLAN -> gone(BridgeVlanMessage.decode(message));
            case RTM_NEWLINK, RTM_DELLINK -> isOfBridge(message) ? new Sighting.Unsure<>() : new Sighting.Unrelated<>();
            default -> new Sighting.Unrelated<>();
        };
    }

    @Override
    public Sighting<BridgeVlan.Key, BridgeVlan> listed(MessageReader message) throws MalformedMessageException {
        return there(BridgeVlanMessage.decode(message), false);
    }

    private static Sighting<BridgeVlan.Key, BridgeVlan> there(BridgeVlanMessage message, boolean isNews) {
        List<Sighting<BridgeVlan.Key, BridgeVlan>> sightings = new ArrayList<>();
        for (BridgeVlan range : message.vlans()) {
            for (BridgeVlan vlan : range.withoutCounters().expand()) {
                sightings.add(new Sighting.Present<>(vlan.key(), vlan));
            }
            if (isNews && range.isPvid()) {
                sightings.add(new Sighting.Unsure<>());
            }
        }
        return new Sighting.Several<>(sightings);
    }

    private static Sighting<BridgeVlan.Key, BridgeVlan> gone(BridgeVlanMessage message) {
        List<Sighting<BridgeVlan.Key, BridgeVlan>> sightings = new ArrayList<>();
        message.vlans().forEach(range -> range.ids().ids()
                .forEach(id -> sightings.add(new Sighting.Gone<>(new BridgeVlan.Key(range.device(), id)))));
        return new Sighting.Several<>(sightings);
    }

    /** A message of its family, or about a bridge itself. */
    private static boolean isOfBridge(MessageReader message) throws MalformedMessageException {
        return message.u8(0) == AF_BRIDGE || Link.decode(message).kind(Bridge.class).isPresent();
    }
}
