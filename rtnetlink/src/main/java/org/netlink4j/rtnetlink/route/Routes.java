package org.netlink4j.rtnetlink.route;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_APPEND;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV4_IFADDR;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV4_NETCONF;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV4_ROUTE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_IFADDR;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_NETCONF;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_ROUTE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_LINK;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_MPLS_NETCONF;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_MPLS_ROUTE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_NEXTHOP;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.netlink4j.core.Errno;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.BatchResult;
import org.netlink4j.core.client.MessageConsumer;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.Watched;
import org.netlink4j.rtnetlink.IpFamily;

/**
 * Asks for routes and changes them. Every call blocks until the kernel has answered, at most five seconds. Asking needs no
 * capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else {@link KernelException} with {@code EPERM}.
 */
public final class Routes {
    private final Requester client;

    /**
     * Routes over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public Routes(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Routes of a family, for one {@link org.netlink4j.core.client.Watch} over {@link #watchedGroups}. What the kernel does without
     * a word, because a device, an address or a next-hop object is gone or changed, is seen within a tenth of a second, as the
     * difference between two lists. So are routes of IPv6 that are not the only ones with their destination and metric.
     *
     * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}: IPv4, IPv6 or MPLS
     * @return how they are listed and told apart; new for each watch
     */
    public static Watched<RouteKey, RoutesTo> watched(int family) {
        groupOf(family);
        return new WatchedRoutes(family);
    }

    private static int groupOf(int family) {
        return switch (family) {
            case IpFamily.AF_INET -> RTNLGRP_IPV4_ROUTE;
            case IpFamily.AF_INET6 -> RTNLGRP_IPV6_ROUTE;
            case IpFamily.AF_MPLS -> RTNLGRP_MPLS_ROUTE;
            default -> throw new IllegalArgumentException("no family of routes: " + family);
        };
    }

    /**
     * The multicast groups that tell of routes, and of what changes routes without a word.
     *
     * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}: IPv4, IPv6 or MPLS
     * @return the groups
     */
    public static Set<Integer> watchedGroups(int family) {
        Set<Integer> groups = new TreeSet<>(Set.of(groupOf(family), RTNLGRP_LINK));
        switch (family) {
            case IpFamily.AF_INET -> groups.addAll(Set.of(RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV4_NETCONF, RTNLGRP_NEXTHOP));
            case IpFamily.AF_INET6 -> groups.addAll(Set.of(RTNLGRP_IPV6_IFADDR, RTNLGRP_IPV6_NETCONF, RTNLGRP_NEXTHOP));
            default -> groups.add(RTNLGRP_MPLS_NETCONF);
        }
        return Collections.unmodifiableSet(groups);
    }

    private static Request asking(RouteFilter filter) {
        return Request.of(RTM_GETROUTE, filter.request());
    }

    /**
     * Lists the routes of all tables.
     *
     * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}; {@code AF_UNSPEC} for all families
     * @return the routes
     * @throws NetlinkException if there is no answer
     */
    public List<Route> list(int family) throws NetlinkException {
        return list(RouteFilter.ofFamily(family));
    }

    /**
     * Lists routes.
     *
     * @param filter which ones
     * @return the routes; none if the table is not there
     * @throws NetlinkException if there is no answer
     */
    public List<Route> list(RouteFilter filter) throws NetlinkException {
        List<Route> routes = new ArrayList<>();
        try {
            for (Route route : client.list(asking(filter), Route::decode)) {
                if (filter.matches(route)) {
                    routes.add(route);
                }
            }
        } catch (KernelException e) {
            requireTable(filter, e);
        }
        return List.copyOf(routes);
    }

    /** A table without routes is not there. */
    private static void requireTable(RouteFilter filter, KernelException refusal) throws KernelException {
        if (filter.table().isEmpty() || refusal.errno() != Errno.ENOENT) {
            throw refusal;
        }
    }

    /**
     * Shows the routes of all tables one by one.
     *
     * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}; {@code AF_UNSPEC} for all families
     * @param consumer sees every route
     * @throws org.netlink4j.core.DumpInterruptedException after the last one, if routes came or went meanwhile
     * @throws NetlinkException if there is no answer
     */
    public void forEach(int family, Consumer<Route> consumer) throws NetlinkException {
        forEach(RouteFilter.ofFamily(family), consumer);
    }

    /**
     * Shows routes one by one. Memory use does not depend on their number.
     *
     * @param filter which ones
     * @param consumer sees every route; must not use this client
     * @throws org.netlink4j.core.DumpInterruptedException after the last one, if routes came or went meanwhile
     * @throws NetlinkException if there is no answer
     */
    public void forEach(RouteFilter filter, Consumer<Route> consumer) throws NetlinkException {
        dump(filter, message -> {
            Route route = Route.decode(message);
            if (filter.matches(route)) {
                consumer.accept(route);
            }
        });
    }

    /**
     * Shows routes as the kernel sends them, without copies: nothing is allocated for a route. A kernel before 4.20 sends all
     * routes, and no kernel filters scopes and types.
     *
     * @param filter which ones
     * @param consumer sees every {@code RTM_NEWROUTE}: {@link Rta#RTMSG}, then attributes of {@link Rta}; must not use this client
     * @throws org.netlink4j.core.DumpInterruptedException after the last one, if routes came or went meanwhile
     * @throws NetlinkException if there is no answer, or what the consumer threw
     */
    public void dump(RouteFilter filter, MessageConsumer consumer) throws NetlinkException {
        try {
            client.dump(asking(filter), consumer);
        } catch (KernelException e) {
            requireTable(filter, e);
        }
    }

    /**
     * Asks how a packet would go.
     *
     * @param packet the packet
     * @return the way, for this destination only, with the source address that it would have; or the route, as the lookup asks
     * @throws KernelException if there is no route, for example {@code ENETUNREACH}
     * @throws NetlinkException if there is no answer
     */
    public Route get(RouteLookup packet) throws NetlinkException {
        return client.get(Request.of(RTM_GETROUTE, packet), Route::decode);
    }

    /**
     * Asks how a packet of this host would go.
     *
     * @param destination its destination
     * @return the way, for this destination only, with the source address that it would have
     * @throws KernelException if there is no route, for example {@code ENETUNREACH}
     * @throws NetlinkException if there is no answer
     */
    public Route get(IpAddress destination) throws NetlinkException {
        return get(RouteLookup.to(destination));
    }

    /**
     * Asks which route a packet of this host would take.
     *
     * @param destination its destination
     * @return the route as it stands in its table
     * @throws KernelException if there is no route, for example {@code ENETUNREACH}
     * @throws NetlinkException if there is no answer
     */
    public Route match(IpAddress destination) throws NetlinkException {
        return get(RouteLookup.to(destination).matching());
    }

    /**
     * Adds a route.
     *
     * @param wanted the route
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because there is one to that destination with that metric
     *     ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(RouteSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWROUTE, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Adds a route, or replaces the one to that destination with that metric.
     *
     * @param wanted the route
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck replace(RouteSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWROUTE, wanted).flags(NLM_F_CREATE | NLM_F_REPLACE));
    }

    /**
     * Adds a route in front of those to that destination with that metric. IPv6 adds a way to the route that is there.
     *
     * @param wanted the route
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck prepend(RouteSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWROUTE, wanted).flags(NLM_F_CREATE));
    }

    /**
     * Adds a route behind those to that destination with that metric. IPv6 adds a way to the route that is there.
     *
     * @param wanted the route
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck append(RouteSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWROUTE, wanted).flags(NLM_F_CREATE | NLM_F_APPEND));
    }

    /**
     * Replaces the route to that destination with that metric.
     *
     * @param wanted the route
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if there is none ({@code ENOENT}), or the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck change(RouteSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWROUTE, wanted).flags(NLM_F_REPLACE));
    }

    /**
     * Deletes all routes that a filter finds, those of the kernel too: it lists them, and then deletes them in one batch. A route
     * that is gone by then is passed over.
     *
     * @param filter which ones
     * @return how many were deleted
     * @throws KernelException the first refusal, after the others were deleted
     * @throws NetlinkException if there is no answer
     */
    public int flush(RouteFilter filter) throws NetlinkException {
        List<Request> deletions = new ArrayList<>();
        for (Route route : list(filter)) {
            deletions.add(Request.of(RTM_DELROUTE, route.spec()));
        }
        int deleted = 0;
        for (BatchResult result : client.batch(deletions, BatchPolicy.CONTINUE)) {
            deleted += deleted(result);
        }
        return deleted;
    }

    private static int deleted(BatchResult result) throws NetlinkException {
        return switch (result) {
            case BatchResult.Done _ -> 1;
            case BatchResult.Refused(KernelException why) when why.errno() == Errno.ESRCH -> 0;
            case BatchResult.Refused(KernelException why) -> throw why;
            case BatchResult.Unknown(NetlinkException why) -> throw why;
            case BatchResult.NotSent _ -> 0;
        };
    }

    /**
     * Deletes the first route that has all that a spec says.
     *
     * @param which says what the route has; see {@link RouteSpec#matching}
     * @throws KernelException if there is none ({@code ESRCH})
     * @throws NetlinkException if there is no answer
     */
    public void delete(RouteSpec which) throws NetlinkException {
        client.execute(Request.of(RTM_DELROUTE, which));
    }
}
