package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;

import java.util.List;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.wire.MessageReader;

/**
 * Links for a watch. Silent are: what a bridge's own message says of a port, and that links elsewhere lead to a device, when it moves to
 * another namespace.
 *
 * @param list lists all links
 */
record LinksWatched(Request list) implements Watched<Integer, Link> {
    @Override
    public Sighting<Integer, Link> decode(MessageReader message) throws MalformedMessageException {
        if (message.type() != RTM_NEWLINK && message.type() != RTM_DELLINK) {
            return new Sighting.Unrelated<>();
        }
        Link link = Link.decode(message);
        if (link.header().family() != 0) {
            return link.header().family() == Ifla.AF_BRIDGE ? new Sighting.Unsure<>() : new Sighting.Unrelated<>();
        }
        if (message.type() == RTM_NEWLINK) {
            return new Sighting.Present<>(link.index(), link);
        }
        Sighting<Integer, Link> gone = new Sighting.Gone<>(link.index());
        return link.attributes().has(Ifla.IFLA_NEW_NETNSID) ? new Sighting.Several<>(List.of(gone, new Sighting.Unsure<>())) : gone;
    }
}
