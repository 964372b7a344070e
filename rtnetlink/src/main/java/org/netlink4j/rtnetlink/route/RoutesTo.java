package org.netlink4j.rtnetlink.route;

import java.util.List;
import java.util.Objects;

/**
 * All routes of a key.
 *
 * @param key what they have in common
 * @param inOrder the routes in the order in which the kernel lists them: of IPv4 the first counts, of IPv6 any may
 */
public record RoutesTo(RouteKey key, List<Route> inOrder) {
    /** Copies the list. */
    public RoutesTo {
        Objects.requireNonNull(key);
        inOrder = List.copyOf(inOrder);
    }
}
