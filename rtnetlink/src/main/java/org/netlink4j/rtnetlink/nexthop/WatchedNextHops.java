package org.netlink4j.rtnetlink.nexthop;

import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;

import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.WatchedObjects;

/**
 * Next-hop objects, of which the kernel says nothing when they go with their device.
 *
 * @param announced what the kernel says of them
 */
record WatchedNextHops(WatchedObjects<Long, NextHopObject> announced) implements Watched<Long, NextHopObject> {
    @Override
    public Request list() {
        return announced.list();
    }

    @Override
    public Optional<Request> barrier() {
        return Optional.of(WatchedObjects.BARRIER);
    }

    @Override
    public Sighting<Long, NextHopObject> decode(MessageReader message) throws MalformedMessageException {
        return message.type() == RTM_NEWLINK || message.type() == RTM_DELLINK
                ? new Sighting.Unsure<>()
                : announced.decode(message);
    }
}
