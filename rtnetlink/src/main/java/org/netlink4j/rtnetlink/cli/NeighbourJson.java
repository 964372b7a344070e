package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_NEIGH;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_EXT_LEARNED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_EXT_MANAGED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_OFFLOADED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_PROXY;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_ROUTER;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_NOARP;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.neighbour.Neighbour;
import org.netlink4j.rtnetlink.neighbour.Neighbours;

/** Neighbours as {@code ip -json -details neighbour show} prints them. */
final class NeighbourJson {
    private static final String ALL = "--all";
    private static final String PROXY = "--proxy";

    static final ObjectList COMMAND = new ObjectList(
            """
            neigh list [--all] [--proxy] [--json]

              the neighbours of this network namespace, one line each

              --all      those also that need no asking, or were not asked for
              --proxy    the addresses for which this host answers, and no neighbours
              --json     the keys and values of "ip -json -details neighbour show"
            """,
            Set.of(ALL, PROXY),
            Set.of(),
            List.of("dst", "dev", "lladdr", "state", "protocol"),
            NeighbourJson::list);

    static final EventKind EVENTS = EventKind.of("neigh", RTM_NEWNEIGH, Set.of(RTNLGRP_NEIGH), COMMAND.columns(), links -> {
                NeighbourJson view = new NeighbourJson(links);
                return message -> view.of(Neighbour.decode(message));
            })
            .notOfBridges();

    /** By bit. */
    private static final List<String> STATES =
            List.of("INCOMPLETE", "REACHABLE", "STALE", "DELAY", "PROBE", "FAILED", "NOARP", "PERMANENT");

    private final OtherLinks links;
    private final Names protocols = Names.protocols();

    NeighbourJson(OtherLinks links) {
        this.links = links;
    }

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        NeighbourJson view = new NeighbourJson(new OtherLinks(rtnetlink.links(), List.of()));
        Neighbours neighbours = rtnetlink.neighbours();
        List<Neighbour> wanted = arguments.has(PROXY) ? neighbours.listProxies() : neighbours.list();
        return wanted.stream().filter(neighbour -> arguments.has(ALL) || isOfInterest(neighbour)).map(view::of).toList();
    }

    private static boolean isOfInterest(Neighbour neighbour) {
        return (neighbour.state() & ~NUD_NOARP) != 0 || (neighbour.flags() & (NTF_PROXY | NTF_EXT_LEARNED)) != 0;
    }

    /** The members of the JSON object of a neighbour. */
    Map<String, Object> of(Neighbour neighbour) {
        Map<String, Object> members = new LinkedHashMap<>(neighbour.attributes().values());
        members.put("dev", links.name(neighbour.index()));
        mark(members, neighbour.flags(), NTF_ROUTER, "router");
        mark(members, neighbour.flags(), NTF_PROXY, "proxy");
        mark(members, neighbour.extendedFlags(), NTF_EXT_MANAGED, "managed");
        mark(members, neighbour.flags(), NTF_EXT_LEARNED, "extern_learn");
        mark(members, neighbour.flags(), NTF_OFFLOADED, "offload");
        List<String> states = new ArrayList<>();
        for (int bit = 0; bit < STATES.size(); bit++) {
            if ((neighbour.state() >>> bit & 1) != 0) {
                states.add(STATES.get(bit));
            }
        }
        if (!states.isEmpty()) {
            members.put("state", states);
        }
        neighbour.protocol().ifPresent(protocol -> members.put("protocol", protocols.name(protocol)));
        return members;
    }

    private static void mark(Map<String, Object> members, int flags, int flag, String key) {
        if ((flags & flag) != 0) {
            members.put(key, Optional.empty());
        }
    }
}
