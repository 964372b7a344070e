package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;
import static org.netlink4j.rtnetlink.link.Ifla.AF_BRIDGE;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.wire.MessageReader;

/**
 * Forwarding entries of bridges and VXLANs for a watch. Two changes are silent: a local entry passes to another port with the same
 * MAC address if its port leaves the bridge or changes its address, and entries that lead to a next-hop object go with it.
 *
 * @param list lists all entries
 */
record FdbWatched(Request list) implements Watched<FdbEntry.Key, FdbEntry> {
    @Override
    public Sighting<FdbEntry.Key, FdbEntry> decode(MessageReader message) throws MalformedMessageException {
        return switch (message.type()) {
            case RTM_NEWNEIGH, RTM_DELNEIGH -> entry(message.type() == RTM_NEWNEIGH, FdbEntry.decode(message));
            case RTM_NEWLINK, RTM_DELLINK -> message.u8(0) == AF_BRIDGE ? new Sighting.Unsure<>() : new Sighting.Unrelated<>();
            case RTM_DELNEXTHOP -> new Sighting.Unsure<>();
            default -> new Sighting.Unrelated<>();
        };
    }

    private static Sighting<FdbEntry.Key, FdbEntry> entry(boolean isThere, FdbEntry entry) {
        if (entry.header().family() != AF_BRIDGE || !isAnnounced(entry)) {
            return new Sighting.Unrelated<>();
        }
        return isThere ? new Sighting.Present<>(entry.key(), entry) : new Sighting.Gone<>(entry.key());
    }

    /** Not the addresses to which devices listen: the kernel changes them without a word. */
    private static boolean isAnnounced(FdbEntry entry) {
        return entry.bridge().isPresent() || entry.isSelf() && (entry.destination().isPresent() || entry.nextHop().isPresent());
    }
}
