package org.netlink4j.rtnetlink.route;

import static org.netlink4j.rtnetlink.route.Rta.RTA_CACHEINFO;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpPrefix;

/**
 * A route as the kernel describes it: {@code RTM_NEWROUTE}. All that the kernel said is in {@link #attributes}, encapsulations
 * included. Equal if all is equal but {@code RTA_CACHEINFO}, for ages and counts change all the time.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Rta}
 */
public record Route(RouteHeader header, Attributes attributes) {
    /** Checks the table. */
    public Route {
        Objects.requireNonNull(header);
        RouteSpec.require(attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWROUTE} or {@code RTM_DELROUTE}
     * @return the route, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static Route decode(MessageReader message) throws MalformedMessageException {
        return new Route(RouteHeader.decode(message), Attributes.decode(Rta.ATTRIBUTES, message.attributes(Rta.RTMSG.size())));
    }

    /**
     * Writes what follows the message header, just as it was decoded.
     *
     * @param out a writer after the message header
     */
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }

    /** {@return the destination prefix; {@code RTA_DST}; empty for all destinations, and for other families} */
    public Optional<IpPrefix> destination() {
        return attributes.ip(RTA_DST).map(address -> new IpPrefix(address, header.destinationLength()));
    }

    /** {@return the source prefix; {@code RTA_SRC}; empty for any; IPv6 only} */
    public Optional<IpPrefix> source() {
        return attributes.ip(RTA_SRC).map(address -> new IpPrefix(address, header.sourceLength()));
    }

    /** {@return the gateway, of whatever version; {@code RTA_GATEWAY} or {@code RTA_VIA}} */
    public Optional<IpAddress> gateway() {
        return Via.gateway(attributes);
    }

    /** {@return the index of the device on which the packet leaves; {@code RTA_OIF}} */
    public OptionalInt device() {
        return attributes.integer(RTA_OIF);
    }

    /** {@return the source address to prefer; {@code RTA_PREFSRC}} */
    public Optional<IpAddress> preferredSource() {
        return attributes.ip(RTA_PREFSRC);
    }

    /** {@return the metric, the lowest wins; {@code RTA_PRIORITY}, u32} */
    public long metric() {
        return attributes.number(RTA_PRIORITY).orElse(0);
    }

    /** {@return the table; {@code RTA_TABLE}, u32, or that of the header} */
    public long table() {
        return attributes.number(RTA_TABLE).orElse(header.table());
    }

    /** {@return the type; {@link Rtn}} */
    public int type() {
        return header.type();
    }

    /** {@return the flags, bits of {@link RtnhF} and {@link RtmF}} */
    public int flags() {
        return header.flags();
    }

    /** {@return the metrics, attributes of {@link Rtax}; {@code RTA_METRICS}} */
    public Optional<Attributes> metrics() {
        return attributes.nest(RTA_METRICS);
    }

    /** {@return the id of the next hop object; {@code RTA_NH_ID}, the bits of a u32} */
    public OptionalInt nextHopId() {
        return attributes.integer(RTA_NH_ID);
    }

    /**
     * The ways of a route that has many; {@code RTA_MULTIPATH}.
     *
     * @return the next hops; none if the route has but one, which the route itself describes
     * @throws MalformedMessageException if a length does not fit
     */
    public List<NextHop> nextHops() throws MalformedMessageException {
        Optional<byte[]> hops = attributes.payload(RTA_MULTIPATH);
        return hops.isPresent() ? NextHop.decode(hops.get()) : List.of();
    }

    /**
     * Use and age; {@code RTA_CACHEINFO}.
     *
     * @param field a field of {@code struct rta_cacheinfo}, for example {@code "rta_expires"}
     * @return the value; empty if the kernel did not send it
     */
    public OptionalLong cacheInfo(String field) {
        return attributes.field(RTA_CACHEINFO, field);
    }

    private Attributes lasting() {
        return attributes.without(RTA_CACHEINFO);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Route that && header.equals(that.header) && lasting().equals(that.lasting());
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, lasting());
    }
}
