package org.netlink4j.rtnetlink.route;

import static org.netlink4j.rtnetlink.route.Rta.RTA_DST;
import static org.netlink4j.rtnetlink.route.Rta.RTA_METRICS;
import static org.netlink4j.rtnetlink.route.Rta.RTA_MULTIPATH;
import static org.netlink4j.rtnetlink.route.Rta.RTA_NH_ID;
import static org.netlink4j.rtnetlink.route.Rta.RTA_OIF;
import static org.netlink4j.rtnetlink.route.Rta.RTA_PREFSRC;
import static org.netlink4j.rtnetlink.route.Rta.RTA_PRIORITY;
import static org.netlink4j.rtnetlink.route.Rta.RTA_SRC;
import static org.netlink4j.rtnetlink.route.Rta.RTA_TABLE;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.RtScope;

/**
 * What somebody wants of a route, to be handed to {@link Routes}. Attributes are sent in the order in which they were set.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Rta}
 */
public record RouteSpec(RouteHeader header, Attributes attributes) implements MessageBody {
    private static final int RT_TABLE_MAIN = 254;
    private static final int RTPROT_BOOT = 3;

    /** Checks the table. */
    public RouteSpec {
        Objects.requireNonNull(header);
        require(attributes);
    }

    static void require(Attributes attributes) {
        if (attributes.set() != Rta.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a route: " + attributes);
        }
    }

    private static RouteSpec of(IpPrefix destination, int protocol, int scope, int type) {
        return new RouteSpec(
                new RouteHeader(destination.family(), destination.length(), 0, 0, RT_TABLE_MAIN, protocol, scope, type, 0),
                Attributes.none(Rta.ATTRIBUTES).with(RTA_DST, destination.address()));
    }

    /**
     * A unicast route of the main table that reaches everywhere; {@code RTPROT_BOOT}.
     *
     * @param destination the destination; {@code RTA_DST}
     * @return the spec
     */
    public static RouteSpec of(IpPrefix destination) {
        return of(destination, RTPROT_BOOT, RtScope.RT_SCOPE_UNIVERSE, Rtn.RTN_UNICAST);
    }

    /**
     * Whatever route of the main table there is, to delete it.
     *
     * @param destination the destination; {@code RTA_DST}
     * @return the spec
     */
    public static RouteSpec matching(IpPrefix destination) {
        return of(destination, 0, RtScope.RT_SCOPE_NOWHERE, Rtn.RTN_UNSPEC);
    }

    private RouteSpec with(int number, long value) {
        return new RouteSpec(header, attributes.with(number, value));
    }

    /**
     * Sets the source prefix; {@code RTA_SRC}; IPv6 only.
     *
     * @param prefix of the family of the route
     * @return the spec with it
     */
    public RouteSpec source(IpPrefix prefix) {
        return new RouteSpec(header.sourceLength(prefix.length()), attributes.with(RTA_SRC, prefix.address()));
    }

    /**
     * Sets the gateway: {@code RTA_GATEWAY}, or {@code RTA_VIA} for one of the other version.
     *
     * @param gateway the address
     * @return the spec with it
     */
    public RouteSpec gateway(IpAddress gateway) {
        return new RouteSpec(header, Via.with(attributes, header.family(), gateway));
    }

    /**
     * Sets the device on which the packet leaves; {@code RTA_OIF}.
     *
     * @param index its index
     * @return the spec with it
     */
    public RouteSpec device(int index) {
        return with(RTA_OIF, index);
    }

    /**
     * Sets the source address to prefer; {@code RTA_PREFSRC}.
     *
     * @param address an address of this host
     * @return the spec with it
     */
    public RouteSpec preferredSource(IpAddress address) {
        return new RouteSpec(header, attributes.with(RTA_PREFSRC, address));
    }

    /**
     * Sets the metric, the lowest wins; {@code RTA_PRIORITY}.
     *
     * @param metric u32
     * @return the spec with it
     */
    public RouteSpec metric(long metric) {
        return with(RTA_PRIORITY, metric);
    }

    /**
     * Sets the table; {@code RTA_TABLE} if its number does not fit into the header.
     *
     * @param table u32
     * @return the spec with it
     */
    public RouteSpec table(long table) {
        return table >>> Byte.SIZE == 0
                ? new RouteSpec(header.table((int) table), attributes.without(RTA_TABLE))
                : new RouteSpec(header.table(0), attributes.with(RTA_TABLE, table));
    }

    /**
     * Says who made it.
     *
     * @param protocol {@code RTPROT_*}, u8
     * @return the spec with it
     */
    public RouteSpec protocol(int protocol) {
        return new RouteSpec(header.protocol(protocol), attributes);
    }

    /**
     * Sets the scope.
     *
     * @param scope {@link org.netlink4j.rtnetlink.RtScope}, u8
     * @return the spec with it
     */
    public RouteSpec scope(int scope) {
        return new RouteSpec(header.scope(scope), attributes);
    }

    /**
     * Sets the type.
     *
     * @param type {@link Rtn}, u8
     * @return the spec with it
     */
    public RouteSpec type(int type) {
        return new RouteSpec(header.type(type), attributes);
    }

    /**
     * Sets the type of service.
     *
     * @param service u8; 0 for any
     * @return the spec with it
     */
    public RouteSpec service(int service) {
        return new RouteSpec(header.service(service), attributes);
    }

    /**
     * Sets the flags.
     *
     * @param flags bits of {@link RtnhF} and {@link RtmF}
     * @return the spec with it
     */
    public RouteSpec flags(int flags) {
        return new RouteSpec(header.flags(flags), attributes);
    }

    /**
     * Sets metrics; {@code RTA_METRICS}.
     *
     * @param change makes attributes of {@link Rtax} out of those that are set
     * @return the spec with it
     */
    public RouteSpec metrics(UnaryOperator<Attributes> change) {
        return new RouteSpec(header, attributes.with(
                RTA_METRICS, change.apply(attributes.nest(RTA_METRICS).orElseGet(() -> Attributes.none(Rtax.ATTRIBUTES)))));
    }

    /**
     * Sets many ways; {@code RTA_MULTIPATH}.
     *
     * @param hops the ways
     * @return the spec with it
     */
    public RouteSpec nextHops(List<NextHop> hops) {
        return new RouteSpec(header, attributes.with(RTA_MULTIPATH, NextHop.encode(hops)));
    }

    /**
     * Sets the next hop object; {@code RTA_NH_ID}.
     *
     * @param id u32
     * @return the spec with it
     */
    public RouteSpec nextHopId(long id) {
        return with(RTA_NH_ID, id);
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link Rta} out of those that are set
     * @return the spec with what that returned
     */
    public RouteSpec with(UnaryOperator<Attributes> change) {
        return new RouteSpec(header, change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }
}
