package org.netlink4j.rtnetlink.route;

import java.util.Objects;
import org.netlink4j.core.Octets;
import org.netlink4j.rtnetlink.IpFamily;

/**
 * What tells routes apart but for their ways: the kernel lets several routes have the same key.
 *
 * @param family address family; see {@link IpFamily}
 * @param table table, u32
 * @param destination destination address, or label; empty for all destinations
 * @param destinationLength length of the destination prefix in bits
 * @param source source address; empty for any; IPv6 only
 * @param sourceLength length of the source prefix in bits
 * @param service type of service, u8; IPv4 only
 * @param metric metric, u32
 */
public record RouteKey(
        int family, long table, Octets destination, int destinationLength, Octets source, int sourceLength, int service, long metric) {
    /** Refuses nulls. */
    public RouteKey {
        Objects.requireNonNull(destination);
        Objects.requireNonNull(source);
    }

    /**
     * The key of a route.
     *
     * @param route the route
     * @return its key
     */
    public static RouteKey of(Route route) {
        RouteHeader header = route.header();
        return new RouteKey(
                header.family(), route.table(), octets(route, Rta.RTA_DST), header.destinationLength(), octets(route, Rta.RTA_SRC),
                header.sourceLength(), header.service(), route.metric());
    }

    private static Octets octets(Route route, int number) {
        return route.attributes().payload(number).map(Octets::of).orElse(Octets.EMPTY);
    }
}
