package org.netlink4j.rtnetlink.route;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_APPEND;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_MPLS;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELADDR;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNETCONF;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;
import static org.netlink4j.rtnetlink.route.RtmF.RTM_F_CLONED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.WatchedObjects;

/**
 * Routes of a family. The kernel says nothing when routes go, or change, with a device, an address or a next-hop object, so the
 * messages about these make all routes unsure.
 *
 * <p>IPv4 says with each route where it is placed among those of its key. IPv6 says of a new route whether it is the only one of
 * its key, but not what becomes of the others if it is not: then routes are listed anew. MPLS has one route a label.
 */
final class WatchedRoutes implements Watched<RouteKey, RoutesTo> {
    private final int family;

    /** Keys of IPv6 that may have several routes, or ways. */
    private final Set<RouteKey> several = new HashSet<>();

    WatchedRoutes(int family) {
        this.family = family;
    }

    @Override
    public Request list() {
        several.clear();
        return Request.of(RTM_GETROUTE, RouteFilter.ofFamily(family).request());
    }

    @Override
    public Optional<Request> barrier() {
        return Optional.of(WatchedObjects.BARRIER);
    }

    private boolean isWatched(Route route) {
        return route.header().family() == family && (route.flags() & RTM_F_CLONED) == 0;
    }

    @Override
    public Sighting<RouteKey, RoutesTo> listed(MessageReader message) throws MalformedMessageException {
        Route route = Route.decode(message);
        if (message.type() != RTM_NEWROUTE || !isWatched(route)) {
            return new Sighting.Unrelated<>();
        }
        RouteKey key = RouteKey.of(route);
        return altered(key, routes -> {
            routes.add(route);
            if (routes.size() > 1 || route.attributes().has(Rta.RTA_MULTIPATH)) {
                several.add(key);
            }
        });
    }

    @Override
    public Sighting<RouteKey, RoutesTo> decode(MessageReader message) throws MalformedMessageException {
        return switch (message.type()) {
            case RTM_NEWROUTE, RTM_DELROUTE -> {
                Route route = Route.decode(message);
                yield isWatched(route) ? route(message.type(), message.flags(), route) : new Sighting.Unrelated<>();
            }
            case RTM_NEWLINK, RTM_DELLINK, RTM_DELADDR, RTM_NEWNEXTHOP, RTM_DELNEXTHOP, RTM_NEWNETCONF -> new Sighting.Unsure<>();
            default -> new Sighting.Unrelated<>();
        };
    }

    private Sighting<RouteKey, RoutesTo> route(int type, int flags, Route route) {
        RouteKey key = RouteKey.of(route);
        boolean there = type == RTM_NEWROUTE;
        return switch (family) {
            case AF_INET -> altered(key, there ? routes -> place(routes, route, flags) : routes -> remove(routes, route));
            case AF_MPLS -> there ? only(key, route) : new Sighting.Gone<>(key);
            default -> there ? appeared6(key, route, flags) : gone6(key);
        };
    }

    private static Sighting<RouteKey, RoutesTo> only(RouteKey key, Route route) {
        return new Sighting.Present<>(key, new RoutesTo(key, List.of(route)));
    }

    private Sighting<RouteKey, RoutesTo> appeared6(RouteKey key, Route route, int flags) {
        boolean ways = route.attributes().has(Rta.RTA_MULTIPATH);
        boolean only = (flags & NLM_F_EXCL) != 0 || (flags & NLM_F_REPLACE) != 0 && !several.contains(key);
        if (only && !ways) {
            several.remove(key);
            return only(key, route);
        }
        several.add(key);
        return new Sighting.Unsure<>();
    }

    private Sighting<RouteKey, RoutesTo> gone6(RouteKey key) {
        return several.contains(key) ? new Sighting.Unsure<>() : new Sighting.Gone<>(key);
    }

    private static Sighting<RouteKey, RoutesTo> altered(RouteKey key, Consumer<List<Route>> change) {
        return new Sighting.Altered<>(key, new RoutesTo(key, List.of()), known -> {
            List<Route> routes = new ArrayList<>(known.inOrder());
            change.accept(routes);
            return new RoutesTo(key, routes);
        });
    }

    /** The kernel never has the same route twice, so what is there already was announced once more. */
    private static void place(List<Route> routes, Route route, int flags) {
        int there = find(routes, route);
        if (there >= 0) {
            routes.set(there, route);
        } else if ((flags & NLM_F_APPEND) != 0) {
            routes.addLast(route);
        } else {
            if ((flags & NLM_F_REPLACE) != 0 && !routes.isEmpty()) {
                routes.removeFirst();
            }
            routes.addFirst(route);
        }
    }

    private static void remove(List<Route> routes, Route route) {
        int there = find(routes, route);
        if (there >= 0) {
            routes.remove(there);
        }
    }

    private static int find(List<Route> routes, Route route) {
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i).isSame(route)) {
                return i;
            }
        }
        return -1;
    }
}
