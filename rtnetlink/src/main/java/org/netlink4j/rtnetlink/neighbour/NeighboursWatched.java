package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.wire.MessageReader;

/**
 * Neighbours for a watch. Those that need no resolution do not count: the kernel makes them, for example for multicast, without a word.
 *
 * @param list lists all neighbours
 */
record NeighboursWatched(Request list) implements Watched<Neighbour.Key, Neighbour> {
    @Override
    public Sighting<Neighbour.Key, Neighbour> decode(MessageReader message) throws MalformedMessageException {
        if (message.type() != RTM_NEWNEIGH && message.type() != RTM_DELNEIGH) {
            return new Sighting.Unrelated<>();
        }
        Neighbour neighbour = Neighbour.decode(message);
        int family = neighbour.header().family();
        if (family != AF_INET && family != AF_INET6 || neighbour.isProxy()) {
            return new Sighting.Unrelated<>();
        }
        boolean counts = message.type() == RTM_NEWNEIGH && (neighbour.header().state() & Nud.NUD_NOARP) == 0;
        return counts ? new Sighting.Present<>(neighbour.key(), neighbour) : new Sighting.Gone<>(neighbour.key());
    }
}
