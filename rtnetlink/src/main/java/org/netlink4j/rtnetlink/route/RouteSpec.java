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
import static org.netlink4j.rtnetlink.route.RtnhF.RTNH_F_ONLINK;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.MplsLabels;
import org.netlink4j.rtnetlink.RtScope;
import org.netlink4j.rtnetlink.encap.Encap;

/**
 * What somebody wants of a route, to be handed to {@link Routes}. Attributes are sent in the order in which they were set.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Rta}
 */
public record RouteSpec(RouteHeader header, Attributes attributes) implements MessageBody {
    static final int RT_TABLE_MAIN = 254;
    private static final int RTPROT_BOOT = 3;
    private static final int LABEL_BITS = 20;
    private static final int[] ONLY_ANSWERS = {Rta.RTA_CACHEINFO, Rta.RTA_MFC_STATS, Rta.RTA_PAD, Rta.RTA_IIF, Rta.RTA_MARK};
    private static final int[] WAY = {RTA_OIF, Rta.RTA_GATEWAY, Rta.RTA_VIA, RTA_MULTIPATH, Rta.RTA_ENCAP, Rta.RTA_ENCAP_TYPE, Rta.RTA_FLOW};

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

    private static RouteSpec of(int family, int length) {
        return new RouteSpec(
                new RouteHeader(family, length, 0, 0, RT_TABLE_MAIN, RTPROT_BOOT, RtScope.RT_SCOPE_UNIVERSE, Rtn.RTN_UNICAST, 0),
                Attributes.none(Rta.ATTRIBUTES));
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
     * A unicast route of the main table to all destinations that no other route has; {@code RTPROT_BOOT}.
     *
     * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}
     * @return the spec
     */
    public static RouteSpec ofDefault(int family) {
        return of(family, 0);
    }

    /**
     * A route of what comes in with an MPLS label; {@code RTPROT_BOOT}.
     *
     * @param label 16 to 1048575
     * @return the spec
     */
    public static RouteSpec ofLabel(int label) {
        RouteSpec spec = of(IpFamily.AF_MPLS, LABEL_BITS);
        return new RouteSpec(spec.header, spec.attributes.with(RTA_DST, MplsLabels.of(label).encode()));
    }

    /** See {@link Route#spec}. */
    static RouteSpec of(Route route) {
        Attributes wanted = route.attributes();
        for (int answer : ONLY_ANSWERS) {
            wanted = wanted.without(answer);
        }
        boolean object = wanted.has(RTA_NH_ID);
        if (object) {
            for (int way : WAY) {
                wanted = wanted.without(way);
            }
        } else if (wanted.has(RTA_MULTIPATH)) {
            wanted = wanted.with(RTA_MULTIPATH,
                    route.nextHops().stream().map(hop -> hop.flags(hop.flags() & RTNH_F_ONLINK).encode()).toList());
        }
        RouteSpec spec = new RouteSpec(route.header().flags(object ? 0 : route.flags() & RTNH_F_ONLINK), wanted);
        OptionalLong hundredths = route.expiresIn();
        return hundredths.isPresent() ? spec.expires(Math.max(1, hundredths.getAsLong() / 100)) : spec;
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
     * Sets the metrics; {@code RTA_METRICS}.
     *
     * @param metrics all metrics
     * @return the spec with them
     */
    public RouteSpec metrics(RouteMetrics metrics) {
        return new RouteSpec(header, attributes.with(RTA_METRICS, metrics.attributes()));
    }

    /**
     * Sets how what takes the route is wrapped; {@code RTA_ENCAP} and {@code RTA_ENCAP_TYPE}.
     *
     * @param encap the encapsulation
     * @return the spec with it
     */
    public RouteSpec encap(Encap encap) {
        return new RouteSpec(header, encap.into(attributes, Rta.RTA_ENCAP_TYPE, Rta.RTA_ENCAP));
    }

    /**
     * Sets the realms of classification; {@code RTA_FLOW}; IPv4 only.
     *
     * @param realms that of the destination in the low 16 bits, that of the source in the high ones
     * @return the spec with them
     */
    public RouteSpec realms(int realms) {
        return with(Rta.RTA_FLOW, Integer.toUnsignedLong(realms));
    }

    /**
     * Sets how much its router is preferred; {@code RTA_PREF}; IPv6 only.
     *
     * @param preference {@link RouterPref}, u8
     * @return the spec with it
     */
    public RouteSpec preference(int preference) {
        return with(Rta.RTA_PREF, preference);
    }

    /**
     * Lets the route expire; {@code RTA_EXPIRES}; IPv6 only.
     *
     * @param seconds from now on, u32
     * @return the spec with it
     */
    public RouteSpec expires(long seconds) {
        return with(Rta.RTA_EXPIRES, seconds);
    }

    /**
     * Sets the labels to send with; {@code RTA_NEWDST}; MPLS only.
     *
     * @param labels the labels
     * @return the spec with them
     */
    public RouteSpec newLabels(MplsLabels labels) {
        return new RouteSpec(header, attributes.with(Rta.RTA_NEWDST, labels.encode()));
    }

    /**
     * Sets whether the time to live goes into the packet inside; {@code RTA_TTL_PROPAGATE}; MPLS only.
     *
     * @param propagate whether it does
     * @return the spec with it
     */
    public RouteSpec propagateTimeToLive(boolean propagate) {
        return with(Rta.RTA_TTL_PROPAGATE, propagate ? 1 : 0);
    }

    /**
     * Sets many ways; {@code RTA_MULTIPATH}.
     *
     * @param hops the ways
     * @return the spec with it
     */
    public RouteSpec nextHops(List<NextHop> hops) {
        return new RouteSpec(header, attributes.with(RTA_MULTIPATH, hops.stream().map(NextHop::encode).toList()));
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
