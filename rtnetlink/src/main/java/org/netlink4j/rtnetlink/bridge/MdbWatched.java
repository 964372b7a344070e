package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWMDB;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkKind;

/**
 * Members of multicast groups for a watch. Silent are: the flags that a bridge gives to the members of a group with sources after it
 * told of them, and their lists of sources that become shorter, both of which happen beside a message about such a group; and that
 * this host's own memberships go with the bridge.
 *
 * @param list lists all members
 */
record MdbWatched(Request list) implements Watched<MdbEntry.Key, MdbEntry> {
    private static final Set<String> KINDS = Set.of("bridge", "vxlan");

    @Override
    public Sighting<MdbEntry.Key, MdbEntry> decode(MessageReader message) throws MalformedMessageException {
        return switch (message.type()) {
            case RTM_NEWMDB, RTM_GETMDB -> members(true, message);
            case RTM_DELMDB -> members(false, message);
            case RTM_DELLINK -> hasGroups(Link.decode(message)) ? new Sighting.Unsure<>() : new Sighting.Unrelated<>();
            default -> new Sighting.Unrelated<>();
        };
    }

    private static boolean hasGroups(Link link) {
        return link.kind().map(LinkKind::kind).filter(KINDS::contains).isPresent();
    }

    private static Sighting<MdbEntry.Key, MdbEntry> members(boolean areThere, MessageReader message) throws MalformedMessageException {
        List<MdbEntry> members = MdbMessage.decode(message).entries();
        List<Sighting<MdbEntry.Key, MdbEntry>> sightings = new ArrayList<>();
        members.forEach(member ->
                sightings.add(areThere ? new Sighting.Present<>(member.key(), member) : new Sighting.Gone<>(member.key())));
        if (message.type() != RTM_GETMDB && members.stream().anyMatch(MdbWatched::hasSources)) {
            sightings.add(new Sighting.Unsure<>());
        }
        return new Sighting.Several<>(sightings);
    }

    private static boolean hasSources(MdbEntry member) {
        return member.source().isPresent() || !member.sources().isEmpty();
    }
}
