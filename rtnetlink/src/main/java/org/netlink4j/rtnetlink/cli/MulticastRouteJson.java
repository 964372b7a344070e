package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.route.MulticastRoute;

/** Multicast routes as {@code ip -json -details mroute show} prints them. */
final class MulticastRouteJson {
    private static final String FOUR = "-4";
    private static final String SIX = "-6";
    private static final String TABLE = "--table";
    private static final String INCOMING = "--iif";
    private static final String STATISTICS = "--statistics";
    private static final String UNKNOWN = "unknown";

    static final ObjectList COMMAND = new ObjectList(
            """
            mroute list [-4] [-6] [--table NAME] [--iif NAME] [--statistics] [--json]

              the multicast routes of this network namespace, one line each

              -4, -6          those of one version
              --table NAME    those of one table; of all without it
              --iif NAME      those of what comes in on a device
              --statistics    their counters, and when they were last used, too
              --json          the keys and values of "ip -json -details mroute show table all"
            """,
            Set.of(FOUR, SIX, STATISTICS),
            Set.of(TABLE, INCOMING),
            List.of("src", "dst", "iif", "multipath", "state", "table"),
            MulticastRouteJson::list);

    private final OtherLinks links;
    private final boolean statistics;
    private final boolean ofOneTable;
    private final Names tables = Names.tables();

    private MulticastRouteJson(OtherLinks links, boolean statistics, boolean ofOneTable) {
        this.links = links;
        this.statistics = statistics;
        this.ofOneTable = ofOneTable;
    }

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        OptionalLong table = arguments.value(TABLE).stream().mapToLong(name -> Names.tables().number(name, "table")).findFirst();
        OptionalInt incoming = OptionValues.link(arguments, INCOMING, rtnetlink);
        int family = NextHopJson.family(arguments);
        List<MulticastRoute> routes = new ArrayList<>();
        if (family != AF_INET6) {
            routes.addAll(rtnetlink.multicastRoutes().listIpv4());
        }
        if (family != AF_INET) {
            routes.addAll(rtnetlink.multicastRoutes().listIpv6());
        }
        OtherLinks links = new OtherLinks(rtnetlink.links(), List.of());
        MulticastRouteJson view = new MulticastRouteJson(links, arguments.has(STATISTICS), table.isPresent());
        return routes.stream()
                .filter(route -> table.isEmpty() || route.table() == table.getAsLong())
                .filter(route -> incoming.isEmpty() || route.incoming().equals(incoming))
                .map(view::of)
                .toList();
    }

    private Map<String, Object> of(MulticastRoute route) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("src", route.source().map(Object::toString).orElse(UNKNOWN));
        members.put("dst", route.group().map(Object::toString).orElse(UNKNOWN));
        members.put("iif", route.incoming().isPresent() ? links.name(route.incoming().getAsInt()) : "unresolved");
        if (!route.outputs().isEmpty()) {
            members.put("multipath", route.outputs().stream().map(this::of).toList());
        }
        members.put("state", route.isResolved() ? "resolved" : "unresolved");
        if (route.isOffloaded()) {
            members.put("offload", Optional.empty());
        }
        if (statistics) {
            route.packets().ifPresent(value -> members.put("packets", value));
            route.bytes().ifPresent(value -> members.put("bytes", value));
            route.wrongInterface().stream().filter(value -> value != 0).forEach(value -> members.put("wrong_if", value));
            route.idleTime().ifPresent(hundredths -> members.put("expires", NextHopJson.seconds(hundredths))); // ip's word
        }
        if (!ofOneTable) {
            members.put("table", tables.name(route.table()));
        }
        return members;
    }

    /** A threshold of 1 is that of all packets. */
    private Map<String, Object> of(MulticastRoute.Output output) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("oif", links.name(output.device()));
        if (output.threshold() > 1) {
            members.put("ttl", output.threshold());
        }
        return members;
    }
}
