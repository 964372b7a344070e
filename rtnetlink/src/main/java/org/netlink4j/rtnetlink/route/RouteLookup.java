package org.netlink4j.rtnetlink.route;

import static org.netlink4j.rtnetlink.route.Rta.RTA_DPORT;
import static org.netlink4j.rtnetlink.route.Rta.RTA_DST;
import static org.netlink4j.rtnetlink.route.Rta.RTA_FLOWLABEL;
import static org.netlink4j.rtnetlink.route.Rta.RTA_IIF;
import static org.netlink4j.rtnetlink.route.Rta.RTA_IP_PROTO;
import static org.netlink4j.rtnetlink.route.Rta.RTA_MARK;
import static org.netlink4j.rtnetlink.route.Rta.RTA_OIF;
import static org.netlink4j.rtnetlink.route.Rta.RTA_SPORT;
import static org.netlink4j.rtnetlink.route.Rta.RTA_SRC;
import static org.netlink4j.rtnetlink.route.Rta.RTA_UID;
import static org.netlink4j.rtnetlink.route.RtmF.RTM_F_FIB_MATCH;
import static org.netlink4j.rtnetlink.route.RtmF.RTM_F_LOOKUP_TABLE;

import java.util.Objects;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;

/**
 * A packet whose way is asked for, to be handed to {@link Routes#get(RouteLookup)}. Attributes are sent in the order in which they
 * were set.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Rta}
 */
public record RouteLookup(RouteHeader header, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public RouteLookup {
        Objects.requireNonNull(header);
        RouteSpec.require(attributes);
    }

    /**
     * A packet that this host sends.
     *
     * @param destination its destination; {@code RTA_DST}
     * @return the lookup
     */
    public static RouteLookup to(IpAddress destination) {
        int family = IpFamily.of(destination);
        int table = family == IpFamily.AF_INET ? RTM_F_LOOKUP_TABLE : 0; // IPv6 says it anyway, and refuses the flag
        return new RouteLookup(
                new RouteHeader(family, IpPrefix.of(destination).length(), 0, 0, 0, 0, 0, 0, table),
                Attributes.none(Rta.ATTRIBUTES).with(RTA_DST, destination));
    }

    private RouteLookup with(int number, long value) {
        return new RouteLookup(header, attributes.with(number, value));
    }

    /**
     * Sets its source address; {@code RTA_SRC}.
     *
     * @param source an address of the family of the destination
     * @return the lookup with it
     */
    public RouteLookup from(IpAddress source) {
        return new RouteLookup(header.sourceLength(IpPrefix.of(source).length()), attributes.with(RTA_SRC, source));
    }

    /**
     * Sets the device on which it came, so that this host forwards it; {@code RTA_IIF}. It needs a source address, too.
     *
     * @param index its index
     * @return the lookup with it
     */
    public RouteLookup inputDevice(int index) {
        return with(RTA_IIF, index);
    }

    /**
     * Sets the device on which it is to leave, or the VRF; {@code RTA_OIF}.
     *
     * @param index its index
     * @return the lookup with it
     */
    public RouteLookup outputDevice(int index) {
        return with(RTA_OIF, index);
    }

    /**
     * Sets its mark; {@code RTA_MARK}.
     *
     * @param mark u32
     * @return the lookup with it
     */
    public RouteLookup mark(long mark) {
        return with(RTA_MARK, mark);
    }

    /**
     * Sets its type of service.
     *
     * @param service u8
     * @return the lookup with it
     */
    public RouteLookup service(int service) {
        return new RouteLookup(header.service(service), attributes);
    }

    /**
     * Sets the user who sends it; {@code RTA_UID}.
     *
     * @param user id of the user, u32
     * @return the lookup with it
     */
    public RouteLookup user(long user) {
        return with(RTA_UID, user);
    }

    /**
     * Sets its protocol; {@code RTA_IP_PROTO}.
     *
     * @param protocol {@code IPPROTO_*}, u8; the kernel takes TCP, UDP and ICMP
     * @return the lookup with it
     */
    public RouteLookup ipProtocol(int protocol) {
        return with(RTA_IP_PROTO, protocol);
    }

    /**
     * Sets its source port; {@code RTA_SPORT}.
     *
     * @param port u16
     * @return the lookup with it
     */
    public RouteLookup sourcePort(int port) {
        return with(RTA_SPORT, port);
    }

    /**
     * Sets its destination port; {@code RTA_DPORT}.
     *
     * @param port u16
     * @return the lookup with it
     */
    public RouteLookup destinationPort(int port) {
        return with(RTA_DPORT, port);
    }

    /**
     * Sets its flow label; {@code RTA_FLOWLABEL}; IPv6 only; since Linux 6.14.
     *
     * @param label 20 bits
     * @return the lookup with it
     */
    public RouteLookup flowLabel(int label) {
        return with(RTA_FLOWLABEL, label);
    }

    /**
     * Asks for the route as it stands in its table, not for what becomes of the packet; {@code RTM_F_FIB_MATCH}.
     *
     * @return the lookup with it
     */
    public RouteLookup matching() {
        return new RouteLookup(header.flags(header.flags() | RTM_F_FIB_MATCH), attributes);
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }
}
