package org.netlink4j.rtnetlink.route;

import static org.netlink4j.rtnetlink.route.Rta.RTA_CACHEINFO;
import static org.netlink4j.rtnetlink.route.Rta.RTA_DST;
import static org.netlink4j.rtnetlink.route.Rta.RTA_ENCAP;
import static org.netlink4j.rtnetlink.route.Rta.RTA_ENCAP_TYPE;
import static org.netlink4j.rtnetlink.route.Rta.RTA_FLOW;
import static org.netlink4j.rtnetlink.route.Rta.RTA_METRICS;
import static org.netlink4j.rtnetlink.route.Rta.RTA_MULTIPATH;
import static org.netlink4j.rtnetlink.route.Rta.RTA_NEWDST;
import static org.netlink4j.rtnetlink.route.Rta.RTA_NH_ID;
import static org.netlink4j.rtnetlink.route.Rta.RTA_OIF;
import static org.netlink4j.rtnetlink.route.Rta.RTA_PREF;
import static org.netlink4j.rtnetlink.route.Rta.RTA_PREFSRC;
import static org.netlink4j.rtnetlink.route.Rta.RTA_PRIORITY;
import static org.netlink4j.rtnetlink.route.Rta.RTA_SRC;
import static org.netlink4j.rtnetlink.route.Rta.RTA_TABLE;
import static org.netlink4j.rtnetlink.route.Rta.RTA_TTL_PROPAGATE;

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
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.MplsLabels;
import org.netlink4j.rtnetlink.encap.Encap;

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

    /** Whatever bytes the message has: other families' addresses and lengths that are too long are no prefix. */
    private Optional<IpPrefix> prefix(int number, int length) {
        return attributes.ip(number)
                .filter(address -> header.family() != IpFamily.AF_MPLS && length <= IpPrefix.of(address).length())
                .map(address -> new IpPrefix(address, length));
    }

    /** {@return the destination prefix; {@code RTA_DST}; empty for all destinations, and for other families than IP} */
    public Optional<IpPrefix> destination() {
        return prefix(RTA_DST, header.destinationLength());
    }

    /** {@return the source prefix; {@code RTA_SRC}; empty for any; IPv6 only} */
    public Optional<IpPrefix> source() {
        return prefix(RTA_SRC, header.sourceLength());
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

    /** {@return the metrics; {@code RTA_METRICS}} */
    public RouteMetrics metrics() {
        return attributes.nest(RTA_METRICS).map(RouteMetrics::new).orElse(RouteMetrics.NONE);
    }

    /** {@return how what takes the route is wrapped; {@code RTA_ENCAP} and {@code RTA_ENCAP_TYPE}} */
    public Optional<Encap> encap() {
        return Encap.of(attributes, RTA_ENCAP_TYPE, RTA_ENCAP);
    }

    /** {@return the realms: that of the destination in the low 16 bits, that of the source in the high ones; {@code RTA_FLOW}} */
    public OptionalInt realms() {
        return attributes.integer(RTA_FLOW);
    }

    /** {@return how much its router is preferred, {@link RouterPref}; {@code RTA_PREF}; IPv6 only} */
    public OptionalInt preference() {
        return attributes.integer(RTA_PREF);
    }

    /** {@return how long it will live, in hundredths of a second; empty for ever; IPv6 only} */
    public OptionalLong expiresIn() {
        return cacheInfo("rta_expires").stream().filter(hundredths -> hundredths != 0).findFirst();
    }

    /** The labels of an attribute. */
    static MplsLabels labels(Attributes attributes, int number) throws MalformedMessageException {
        Optional<byte[]> entries = attributes.payload(number);
        return entries.isPresent() ? MplsLabels.decode(entries.get()) : MplsLabels.of();
    }

    /**
     * The label of what takes the route; {@code RTA_DST} of {@code AF_MPLS}.
     *
     * @return the label; none for other families
     * @throws MalformedMessageException if this is no whole label
     */
    public MplsLabels label() throws MalformedMessageException {
        return header.family() == IpFamily.AF_MPLS ? labels(attributes, RTA_DST) : MplsLabels.of();
    }

    /**
     * The labels to send with; {@code RTA_NEWDST}; MPLS only.
     *
     * @return the labels; none if the packet leaves without
     * @throws MalformedMessageException if these are no whole labels
     */
    public MplsLabels newLabels() throws MalformedMessageException {
        return labels(attributes, RTA_NEWDST);
    }

    /** {@return whether the time to live goes into the packet inside; empty for the host's default; MPLS only} */
    public Optional<Boolean> propagatesTimeToLive() {
        return attributes.integer(RTA_TTL_PROPAGATE).stream().mapToObj(value -> value != 0).findFirst();
    }

    /**
     * What makes this route again, or deletes it: without what the kernel adds to its answers. A next hop object stands for the way
     * that it describes.
     *
     * @return the spec
     */
    public RouteSpec spec() {
        return RouteSpec.of(this);
    }

    /** {@return the id of the next hop object; {@code RTA_NH_ID}, the bits of a u32} */
    public OptionalInt nextHopId() {
        return attributes.integer(RTA_NH_ID);
    }

    /**
     * The ways of a route that has many; {@code RTA_MULTIPATH}.
     *
     * @return the next hops; none if the route has but one, which the route itself describes
     */
    public List<NextHop> nextHops() {
        return attributes.elements(RTA_MULTIPATH).stream().map(NextHop::decode).toList();
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

    /** Without flags, which say how its devices are. */
    private Route withoutFlags() {
        Attributes lasting = lasting();
        if (lasting.has(RTA_MULTIPATH)) {
            lasting = lasting.with(RTA_MULTIPATH, nextHops().stream().map(hop -> hop.flags(0).encode()).toList());
        }
        return new Route(header.flags(0), lasting);
    }

    /** {@return whether another is this route, whatever has become of its devices} */
    boolean isSame(Route other) {
        return equals(other) || withoutFlags().equals(other.withoutFlags());
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
