package org.netlink4j.rtnetlink.route;

import static org.netlink4j.rtnetlink.route.Rta.RTA_OIF;
import static org.netlink4j.rtnetlink.route.Rta.RTA_TABLE;
import static org.netlink4j.rtnetlink.route.RtmF.RTM_F_CLONED;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Which routes a list is to contain. The kernel filters tables, protocols and devices, so that others are not sent at all.
 *
 * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}; {@code AF_UNSPEC} for all families
 * @param table table, u32; empty for any
 * @param protocol {@code RTPROT_*}, u8; empty for any
 * @param type {@link Rtn}, u8; empty for any
 * @param scope {@link org.netlink4j.rtnetlink.RtScope}, u8; empty for any
 * @param device index of the device on which packets leave, by one way at least; empty for any
 * @param cached the exceptions that were learnt for single destinations, instead of routes
 */
public record RouteFilter(
        int family, OptionalLong table, OptionalInt protocol, OptionalInt type, OptionalInt scope, OptionalInt device,
        boolean cached) {
    /** All routes of all families. */
    public static final RouteFilter ALL = ofFamily(0);

    /**
     * Routes of a family.
     *
     * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}
     * @return the filter
     */
    public static RouteFilter ofFamily(int family) {
        return new RouteFilter(
                family, OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false);
    }

    /**
     * Narrows to a table.
     *
     * @param table u32
     * @return the filter
     */
    public RouteFilter table(long table) {
        return new RouteFilter(family, OptionalLong.of(table), protocol, type, scope, device, cached);
    }

    /**
     * Narrows to who made them.
     *
     * @param protocol {@code RTPROT_*}, u8, not 0
     * @return the filter
     */
    public RouteFilter protocol(int protocol) {
        return new RouteFilter(family, table, OptionalInt.of(protocol), type, scope, device, cached);
    }

    /**
     * Narrows to a type, which the kernel is not asked to filter.
     *
     * @param type {@link Rtn}, u8, not 0
     * @return the filter
     */
    public RouteFilter type(int type) {
        return new RouteFilter(family, table, protocol, OptionalInt.of(type), scope, device, cached);
    }

    /**
     * Narrows to a scope, which the kernel does not filter.
     *
     * @param scope {@link org.netlink4j.rtnetlink.RtScope}, u8
     * @return the filter
     */
    public RouteFilter scope(int scope) {
        return new RouteFilter(family, table, protocol, type, OptionalInt.of(scope), device, cached);
    }

    /**
     * Narrows to a device.
     *
     * @param index its index
     * @return the filter
     */
    public RouteFilter device(int index) {
        return new RouteFilter(family, table, protocol, type, scope, OptionalInt.of(index), cached);
    }

    /**
     * Asks for the exceptions that were learnt for single destinations, such as a smaller MTU of the path, instead of routes.
     *
     * @return the filter
     */
    public RouteFilter ofCache() {
        return new RouteFilter(family, table, protocol, type, scope, device, true);
    }

    /**
     * What asks the kernel for these routes. The type is not in it, as Linux looks at that with which a route was made: a next-hop
     * object makes a blackhole of it without that.
     */
    RouteSpec request() {
        Attributes attributes = Attributes.none(Rta.ATTRIBUTES);
        if (table.isPresent()) {
            attributes = attributes.with(RTA_TABLE, table.getAsLong());
        }
        if (device.isPresent()) {
            attributes = attributes.with(RTA_OIF, device.getAsInt());
        }
        return new RouteSpec(
                new RouteHeader(family, 0, 0, 0, 0, protocol.orElse(0), 0, 0, cached ? RTM_F_CLONED : 0), attributes);
    }

    /** An older kernel does not filter, and no kernel filters all of it. */
    boolean matches(Route route) {
        return (family == 0 || route.header().family() == family)
                && (table.isEmpty() || table.getAsLong() == route.table())
                && (protocol.isEmpty() || protocol.getAsInt() == route.header().protocol())
                && (type.isEmpty() || type.getAsInt() == route.type())
                && (scope.isEmpty() || scope.getAsInt() == route.header().scope())
                && (device.isEmpty() || route.device().equals(device)
                        || route.nextHops().stream().anyMatch(hop -> hop.index() == device.getAsInt()))
                && cached == ((route.flags() & RTM_F_CLONED) != 0);
    }
}
