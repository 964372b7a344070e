package org.netlink4j.rtnetlink.route;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;
import static org.netlink4j.rtnetlink.route.RtmF.RTM_F_FIB_MATCH;
import static org.netlink4j.rtnetlink.route.RtmF.RTM_F_LOOKUP_TABLE;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;

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

    private static Request asking(int family) {
        return Request.of(
                RTM_GETROUTE, new RouteSpec(new RouteHeader(family, 0, 0, 0, 0, 0, 0, 0, 0), Attributes.none(Rta.ATTRIBUTES)));
    }

    /**
     * Lists the routes of all tables.
     *
     * @param family address family; see {@link IpFamily}; {@code AF_UNSPEC} for all families
     * @return the routes
     * @throws NetlinkException if there is no answer
     */
    public List<Route> list(int family) throws NetlinkException {
        return client.list(asking(family), Route::decode);
    }

    /**
     * Shows the routes of all tables one by one, however many there are.
     *
     * @param family address family; see {@link IpFamily}; {@code AF_UNSPEC} for all families
     * @param consumer sees every route
     * @throws org.netlink4j.core.DumpInterruptedException after the last one, if routes came or went meanwhile
     * @throws NetlinkException if there is no answer
     */
    public void forEach(int family, Consumer<Route> consumer) throws NetlinkException {
        client.dump(asking(family), message -> consumer.accept(Route.decode(message)));
    }

    private Route ask(IpAddress destination, int flags) throws NetlinkException {
        int family = IpFamily.of(destination);
        int table = family == IpFamily.AF_INET ? RTM_F_LOOKUP_TABLE : 0; // IPv6 says it anyway, and refuses the flag
        RouteHeader header =
                new RouteHeader(family, IpPrefix.of(destination).length(), 0, 0, 0, 0, 0, 0, table | flags);
        Attributes which = Attributes.none(Rta.ATTRIBUTES).with(Rta.RTA_DST, destination);
        return client.get(Request.of(RTM_GETROUTE, new RouteSpec(header, which)), Route::decode);
    }

    /**
     * Asks how a packet would go.
     *
     * @param destination its destination
     * @return the way, for this destination only, with the source address that it would have
     * @throws KernelException if there is no route, for example {@code ENETUNREACH}
     * @throws NetlinkException if there is no answer
     */
    public Route get(IpAddress destination) throws NetlinkException {
        return ask(destination, 0);
    }

    /**
     * Asks which route a packet would take.
     *
     * @param destination its destination
     * @return the route as it stands in its table
     * @throws KernelException if there is no route, for example {@code ENETUNREACH}
     * @throws NetlinkException if there is no answer
     */
    public Route match(IpAddress destination) throws NetlinkException {
        return ask(destination, RTM_F_FIB_MATCH);
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
