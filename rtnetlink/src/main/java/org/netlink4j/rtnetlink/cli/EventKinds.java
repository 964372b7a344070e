package org.netlink4j.rtnetlink.cli;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/** The kinds of objects of which {@code rtnl monitor} has a view. */
final class EventKinds {
    /** All of them, one line each. Of those that fit a message, the first is taken. */
    static final List<EventKind> ALL = List.of(
            LinkJson.EVENTS, //
            AddressJson.EVENTS,
            NeighbourJson.EVENTS,
            RuleJson.EVENTS,
            RouteJson.EVENTS,
            NextHopJson.EVENTS,
            FdbJson.EVENTS,
            NetconfJson.EVENTS,
            NamespaceIdJson.EVENTS,
            StatisticsJson.EVENTS,
            DiscoveryJson.PREFIXES,
            DiscoveryJson.OPTIONS,
            MdbJson.EVENTS,
            VlanJson.EVENTS,
            QdiscJson.EVENTS,
            QdiscJson.CLASS_EVENTS,
            FilterJson.EVENTS,
            FilterJson.CHAIN_EVENTS,
            ActionJson.EVENTS,
            NextHopJson.BUCKET_EVENTS,
            DcbJson.EVENTS);

    private EventKinds() {}

    /** The kind that a message is about; empty if we have no view of it. */
    static Optional<EventKind> of(MessageReader message) throws MalformedMessageException {
        for (EventKind kind : ALL) {
            if (kind.fits(message)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
