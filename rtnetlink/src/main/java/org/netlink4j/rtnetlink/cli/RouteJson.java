package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_MPLS;
import static org.netlink4j.rtnetlink.IpFamily.AF_UNSPEC;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV4_ROUTE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_ROUTE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_MPLS_ROUTE;
import static org.netlink4j.rtnetlink.route.Rta.RTA_DST;
import static org.netlink4j.rtnetlink.route.Rta.RTA_FLOW;
import static org.netlink4j.rtnetlink.route.Rta.RTA_GATEWAY;
import static org.netlink4j.rtnetlink.route.Rta.RTA_PRIORITY;
import static org.netlink4j.rtnetlink.route.Rta.RTA_SRC;
import static org.netlink4j.rtnetlink.route.Rta.RTA_TTL_PROPAGATE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.MplsLabels;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.nexthop.NextHopFilter;
import org.netlink4j.rtnetlink.nexthop.NextHopObject;
import org.netlink4j.rtnetlink.route.NextHop;
import org.netlink4j.rtnetlink.route.Route;
import org.netlink4j.rtnetlink.route.RouteFilter;
import org.netlink4j.rtnetlink.route.RouterPref;

/** Routes as {@code ip -json -details route show} prints them. */
final class RouteJson {
    private static final String FOUR = "-4";
    private static final String SIX = "-6";
    private static final String MPLS = "--mpls";
    private static final String TABLE = "--table";
    private static final String PROTOCOL = "--proto";
    private static final String TYPE = "--type";
    private static final String SCOPE = "--scope";
    private static final String DEVICE = "--dev";
    private static final String CACHE = "--cache";
    private static final String ALL = "all";
    private static final long MAIN = 254;
    private static final long HUNDREDTHS = 100;

    static final ObjectList COMMAND = new ObjectList(
            """
            route list [-4] [-6] [--mpls] [--table NAME] [--proto NAME] [--type NAME] [--scope NAME] [--dev NAME] [--cache] [--json]

              the routes of the main table of IPv4 in this network namespace, one line each

              -6              those of IPv6
              --mpls          those of MPLS
              --table NAME    those of another table; "all" for all tables, and, without -4, -6 and --mpls, all families
              --proto NAME    those that somebody made
              --type NAME     those of a type, for example unicast or blackhole
              --scope NAME    those of a scope
              --dev NAME      those that use a device by one way at least
              --cache         what was learnt for single destinations, instead of routes
              --json          the keys and values of "ip -json -details route show", and "lock" in "metrics"; the members of an
                              encapsulation whose key the route has itself begin with "encap_"
            """,
            Set.of(FOUR, SIX, MPLS, CACHE),
            Set.of(TABLE, PROTOCOL, TYPE, SCOPE, DEVICE),
            List.of("type", "dst", "gateway", "dev", "table", "protocol", "scope", "prefsrc", "metric", "encap", "nexthops"),
            RouteJson::list);

    /** Of IPv4, IPv6 and MPLS; those of multicast have families of their own. */
    static final EventKind EVENTS = new EventKind(
            "route",
            RTM_NEWROUTE,
            Set.of(RTNLGRP_IPV4_ROUTE, RTNLGRP_IPV6_ROUTE, RTNLGRP_MPLS_ROUTE),
            family -> family == AF_INET || family == AF_INET6 || family == AF_MPLS,
            COMMAND.columns(),
            links -> {
                RouteJson view = new RouteJson(RouteFilter.ALL, new WayJson(links), Map.of());
                return message -> view.of(Route.decode(message));
            });

    private static final Set<Integer> FAMILIES = Set.of(AF_INET, AF_INET6, AF_MPLS);

    private static final List<String> TYPES = List.of(
            "none", "unicast", "local", "broadcast", "anycast", "multicast", "blackhole", "unreachable", "prohibit", "throw", "nat",
            "xresolve");

    private static final Map<Integer, String> PREFERENCES = Map.of(
            RouterPref.ICMPV6_ROUTER_PREF_LOW, "low", RouterPref.ICMPV6_ROUTER_PREF_MEDIUM, "medium",
            RouterPref.ICMPV6_ROUTER_PREF_HIGH, "high");

    private final RouteFilter filter;
    private final WayJson ways;
    private final Map<Long, NextHopObject> objects;
    private final Names tables = Names.tables();
    private final Names protocols = Names.protocols();
    private final Names scopes = Names.scopes();
    private final Names services = Names.services();
    private final Names realms = Names.realms();

    RouteJson(RouteFilter filter, WayJson ways, Map<Long, NextHopObject> objects) {
        this.filter = filter;
        this.ways = ways;
        this.objects = objects;
    }

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        RouteFilter filter = filter(arguments, OptionValues.link(arguments, DEVICE, rtnetlink));
        List<Route> routes = rtnetlink.routes().list(filter);
        Map<Long, NextHopObject> objects = new HashMap<>();
        if (routes.stream().anyMatch(route -> route.nextHopId().isPresent())) {
            rtnetlink.nextHops().list(NextHopFilter.ALL).forEach(object -> objects.put(object.id(), object));
        }
        RouteJson view = new RouteJson(filter, new WayJson(new OtherLinks(rtnetlink.links(), List.of())), objects);
        List<Map<String, Object>> shown = new ArrayList<>();
        for (Route route : routes) {
            if (FAMILIES.contains(route.header().family())) { // not the routes of multicast
                shown.add(view.of(route));
            }
        }
        return shown;
    }

    private static RouteFilter filter(Arguments arguments, OptionalInt device) {
        boolean all = arguments.value(TABLE).filter(ALL::equals).isPresent();
        int family = NextHopJson.family(arguments);
        if (arguments.has(MPLS)) {
            family = AF_MPLS;
        } else if (family == AF_UNSPEC && !all) {
            family = AF_INET;
        }
        OptionalLong table = all ? OptionalLong.empty()
                : OptionalLong.of(arguments.value(TABLE).map(name -> Names.tables().number(name, "table")).orElse(MAIN));
        return new RouteFilter(
                family, table, number(arguments, PROTOCOL, Names.protocols()), type(arguments), number(arguments, SCOPE, Names.scopes()),
                device, arguments.has(CACHE));
    }

    private static OptionalInt number(Arguments arguments, String option, Names names) {
        return arguments.value(option).stream().mapToInt(text -> (int) names.number(text, option)).findFirst();
    }

    private static OptionalInt type(Arguments arguments) {
        Optional<String> word = arguments.value(TYPE);
        if (word.isPresent() && !TYPES.contains(word.get())) {
            throw new IllegalArgumentException(TYPE + " wants one of " + String.join(", ", TYPES) + ": " + word.get());
        }
        return word.stream().mapToInt(TYPES::indexOf).findFirst();
    }

    /** The members of the JSON object of a route. What the filter says of all routes is left out, as ip does. */
    Map<String, Object> of(Route route) throws MalformedMessageException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", route.type() < TYPES.size() ? TYPES.get(route.type()) : Integer.toString(route.type()));
        members.put("dst", destination(route));
        if (route.attributes().has(RTA_SRC)) {
            route.source().ifPresent(source -> members.put("from", source.toString()));
        }
        MplsLabels labels = route.newLabels();
        if (!labels.labels().isEmpty()) {
            members.put("to", labels.toString());
        }
        if (route.header().service() != 0) {
            members.put("tos", services.name(route.header().service(), "0x%02x".formatted(route.header().service())));
        }
        route.nextHopId().ifPresent(id -> members.put("nhid", Integer.toUnsignedLong(id)));
        gateway(members, route.attributes(), route.gateway());
        if (filter.device().isEmpty()) {
            route.device().ifPresent(device -> members.put("dev", ways.device(device)));
        }
        if (filter.table().isEmpty()) {
            members.put("table", tables.name(route.table()));
        }
        if (filter.protocol().isEmpty()) {
            members.put("protocol", protocols.name(route.header().protocol()));
        }
        if (filter.scope().isEmpty()) {
            members.put("scope", scopes.name(route.header().scope()));
        }
        route.preferredSource().ifPresent(source -> members.put("prefsrc", source.toString()));
        if (route.attributes().has(RTA_PRIORITY)) {
            members.put("metric", route.metric());
        }
        members.put("flags", WayJson.flags(route.flags()));
        flow(members, route.realms());
        metrics(members, route);
        route.expiresIn().ifPresent(hundredths -> members.put("expires", hundredths / HUNDREDTHS));
        route.preference().ifPresent(preference -> members.put("pref", PREFERENCES.getOrDefault(preference, Integer.toString(preference))));
        if (route.attributes().has(RTA_TTL_PROPAGATE)) {
            members.put("ttl-propogate", route.propagatesTimeToLive().orElse(false)); // ip's word
        }
        object(members, route);
        List<NextHop> hops = route.nextHops();
        if (!hops.isEmpty()) {
            List<Map<String, Object>> shown = new ArrayList<>();
            for (NextHop hop : hops) {
                shown.add(of(hop, route.header().family()));
            }
            members.put("nexthops", shown);
        }
        route.encap().ifPresent(encap -> ways.encap(members, encap)); // after the keys that are taken
        return members;
    }

    private static String destination(Route route) throws MalformedMessageException {
        if (route.header().family() == AF_MPLS) {
            return route.label().toString();
        }
        Optional<IpPrefix> prefix = route.destination();
        if (prefix.isPresent()) {
            return prefix.get().toString();
        }
        return route.attributes().has(RTA_DST) || route.header().destinationLength() != 0
                ? "0/" + route.header().destinationLength()
                : "default";
    }

    private static void gateway(Map<String, Object> members, Attributes attributes, Optional<IpAddress> gateway) {
        if (attributes.has(RTA_GATEWAY)) {
            gateway.ifPresent(address -> members.put("gateway", address.toString()));
        } else {
            gateway.ifPresent(address -> {
                Map<String, Object> via = new LinkedHashMap<>();
                via.put("family", Families.word(IpFamily.of(address)));
                via.put("host", address.toString());
                members.put("via", via);
            });
        }
    }

    /** That of the source is in the high half. */
    private void flow(Map<String, Object> members, OptionalInt both) {
        if (both.isPresent()) {
            Map<String, Object> flow = new LinkedHashMap<>();
            int from = both.getAsInt() >>> Short.SIZE;
            if (from != 0) {
                flow.put("from", realms.name(from));
            }
            flow.put("to", realms.name(both.getAsInt() & 0xffff));
            members.put("flow", flow);
        }
    }

    private static void metrics(Map<String, Object> members, Route route) {
        Map<String, Object> metrics = new LinkedHashMap<>(route.metrics().attributes().values());
        if (!metrics.isEmpty()) {
            members.put("metrics", List.of(metrics));
        }
    }

    private void object(Map<String, Object> members, Route route) throws MalformedMessageException {
        if (route.nextHopId().isPresent()) {
            NextHopObject object = objects.get(Integer.toUnsignedLong(route.nextHopId().getAsInt()));
            if (object != null) {
                members.put("nh_info", new NextHopJson(ways).of(object));
            }
        }
    }

    private Map<String, Object> of(NextHop hop, int family) throws MalformedMessageException {
        Map<String, Object> members = new LinkedHashMap<>();
        MplsLabels labels = hop.newLabels();
        if (!labels.labels().isEmpty()) {
            members.put("to", labels.toString());
        }
        gateway(members, hop.attributes(), hop.gateway());
        flow(members, hop.attributes().integer(RTA_FLOW));
        if (hop.index() != 0) {
            members.put("dev", ways.device(hop.index()));
        }
        if (family != AF_MPLS) { // which does not weigh
            members.put("weight", hop.weight());
        }
        members.put("flags", WayJson.flags(hop.flags()));
        hop.encap().ifPresent(encap -> ways.encap(members, encap));
        return members;
    }
}
