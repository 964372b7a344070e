package org.netlink4j.rtnetlink.route;

import java.util.Optional;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.ListElement;
import org.netlink4j.rtnetlink.MplsLabels;
import org.netlink4j.rtnetlink.encap.Encap;

/**
 * One of the ways of a route with many: {@code struct rtnexthop} and attributes, in {@code RTA_MULTIPATH}.
 *
 * @param index index of the device; 0 if the gateway says it
 * @param weight 1 to 256
 * @param flags bits of {@link RtnhF}, u8
 * @param attributes attributes of {@link Rta}: the gateway, the encapsulation and the like
 */
public record NextHop(int index, int weight, int flags, Attributes attributes) {
    /** Checks the ranges and the table. */
    public NextHop {
        if (weight < 1 || weight > 256 || flags >>> 8 != 0) {
            throw new IllegalArgumentException("weight " + weight + " is not 1 to 256, or flags " + flags + " have more than 8 bits");
        }
        RouteSpec.require(attributes);
    }

    /**
     * A way on the link of a device.
     *
     * @param index index of the device; 0 if a gateway will say it
     * @return a next hop of weight 1
     */
    public static NextHop of(int index) {
        return new NextHop(index, 1, 0, Attributes.none(Rta.ATTRIBUTES));
    }

    /**
     * Sets the gateway.
     *
     * @param family address family of the route; see {@link org.netlink4j.rtnetlink.IpFamily}
     * @param gateway an address of that family, {@code RTA_GATEWAY}, or of the other one, {@code RTA_VIA}
     * @return the next hop with it
     */
    public NextHop gateway(int family, IpAddress gateway) {
        return new NextHop(index, weight, flags, Via.with(attributes, family, gateway));
    }

    /**
     * Sets the weight.
     *
     * @param weight 1 to 256
     * @return the next hop with it
     */
    public NextHop weight(int weight) {
        return new NextHop(index, weight, flags, attributes);
    }

    /**
     * Sets the flags.
     *
     * @param flags bits of {@link RtnhF}, u8
     * @return the next hop with them
     */
    public NextHop flags(int flags) {
        return new NextHop(index, weight, flags, attributes);
    }

    /**
     * Sets the encapsulation; {@code RTA_ENCAP} and {@code RTA_ENCAP_TYPE}.
     *
     * @param encap the encapsulation
     * @return the next hop with it
     */
    public NextHop encap(Encap encap) {
        return new NextHop(index, weight, flags, encap.into(attributes, Rta.RTA_ENCAP_TYPE, Rta.RTA_ENCAP));
    }

    /** {@return the encapsulation; {@code RTA_ENCAP} and {@code RTA_ENCAP_TYPE}} */
    public Optional<Encap> encap() {
        return Encap.of(attributes, Rta.RTA_ENCAP_TYPE, Rta.RTA_ENCAP);
    }

    /**
     * Sets the labels to send with; {@code RTA_NEWDST}; MPLS only.
     *
     * @param labels the labels
     * @return the next hop with them
     */
    public NextHop newLabels(MplsLabels labels) {
        return new NextHop(index, weight, flags, attributes.with(Rta.RTA_NEWDST, labels.encode()));
    }

    /**
     * The labels to send with; {@code RTA_NEWDST}; MPLS only.
     *
     * @return the labels; none if the attribute is not there
     * @throws MalformedMessageException if these are no whole labels
     */
    public MplsLabels newLabels() throws MalformedMessageException {
        return Route.labels(attributes, Rta.RTA_NEWDST);
    }

    /**
     * Sets the realms of classification; {@code RTA_FLOW}.
     *
     * @param realms that of the destination in the low 16 bits, that of the source in the high ones
     * @return the next hop with them
     */
    public NextHop realms(int realms) {
        return new NextHop(index, weight, flags, attributes.with(Rta.RTA_FLOW, Integer.toUnsignedLong(realms)));
    }

    /** {@return the gateway, of whatever version; {@code RTA_GATEWAY} or {@code RTA_VIA}} */
    public Optional<IpAddress> gateway() {
        return Via.gateway(attributes);
    }

    ListElement encode() {
        return ListElement.of(Rta.RTNEXTHOP, attributes, flags, weight - 1, index);
    }

    static NextHop decode(ListElement element) {
        return new NextHop(
                (int) element.field("rtnh_ifindex"),
                (int) element.field("rtnh_hops") + 1,
                (int) element.field("rtnh_flags"),
                element.attributes());
    }
}
