package org.netlink4j.rtnetlink.route;

import static org.netlink4j.rtnetlink.IpFamily.RTNL_FAMILY_IP6MR;
import static org.netlink4j.rtnetlink.IpFamily.RTNL_FAMILY_IPMR;
import static org.netlink4j.rtnetlink.route.Rta.RTA_DST;
import static org.netlink4j.rtnetlink.route.Rta.RTA_EXPIRES;
import static org.netlink4j.rtnetlink.route.Rta.RTA_IIF;
import static org.netlink4j.rtnetlink.route.Rta.RTA_MFC_STATS;
import static org.netlink4j.rtnetlink.route.Rta.RTA_MULTIPATH;
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
import org.netlink4j.core.schema.ListElement;
import org.netlink4j.core.wire.MessageReader;

/**
 * A multicast route as the kernel describes it: {@code RTM_NEWROUTE} of {@code RTNL_FAMILY_IPMR} or {@code RTNL_FAMILY_IP6MR}. A
 * multicast routing daemon makes them by socket options, not by netlink. Equal if all is equal but counters and use.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Rta}
 */
public record MulticastRoute(RouteHeader header, Attributes attributes) {
    /**
     * Where packets go on.
     *
     * @param device index of the device
     * @param threshold the smallest time to live with which they go there, 0 to 255
     */
    public record Output(int device, int threshold) {
        private static Output of(ListElement hop) {
            return new Output((int) hop.field("rtnh_ifindex"), (int) hop.field("rtnh_hops"));
        }
    }

    /** Checks the family and the table. */
    public MulticastRoute {
        Objects.requireNonNull(header);
        RouteSpec.require(attributes);
        if (header.family() != RTNL_FAMILY_IPMR && header.family() != RTNL_FAMILY_IP6MR) {
            throw new IllegalArgumentException("no family of multicast routes: " + header.family());
        }
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWROUTE} or {@code RTM_DELROUTE}
     * @return the route, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, a known attribute has the wrong width, or it is no route of multicast
     */
    public static MulticastRoute decode(MessageReader message) throws MalformedMessageException {
        RouteHeader header = RouteHeader.decode(message);
        if (header.family() != RTNL_FAMILY_IPMR && header.family() != RTNL_FAMILY_IP6MR) {
            throw new MalformedMessageException("a route of family " + header.family() + " is not one of multicast");
        }
        return new MulticastRoute(header, Attributes.decode(Rta.ATTRIBUTES, message.attributes(Rta.RTMSG.size())));
    }

    /** {@return the sender; {@code RTA_SRC}; all zero for any} */
    public Optional<IpAddress> source() {
        return attributes.ip(RTA_SRC);
    }

    /** {@return the group; {@code RTA_DST}} */
    public Optional<IpAddress> group() {
        return attributes.ip(RTA_DST);
    }

    /** {@return the table, u32; {@code RTA_TABLE}} */
    public long table() {
        return attributes.number(RTA_TABLE).orElse(header.table());
    }

    /** {@return index of the device on which packets come in; {@code RTA_IIF}; empty while the daemon has not answered} */
    public OptionalInt incoming() {
        return attributes.integer(RTA_IIF);
    }

    /** {@return where packets go on; {@code RTA_MULTIPATH}} */
    public List<Output> outputs() {
        return attributes.elements(RTA_MULTIPATH).stream().map(Output::of).toList();
    }

    /** {@return whether the daemon has said where packets go} */
    public boolean isResolved() {
        return (header.flags() & RtnhF.RTNH_F_UNRESOLVED) == 0;
    }

    /** {@return whether hardware forwards the packets} */
    public boolean isOffloaded() {
        return (header.flags() & RtnhF.RTNH_F_OFFLOAD) != 0;
    }

    /** {@return the number of packets, u64; {@code RTA_MFC_STATS}; empty while it is not resolved} */
    public OptionalLong packets() {
        return attributes.field(RTA_MFC_STATS, "mfcs_packets");
    }

    /** {@return the number of bytes, u64; {@code RTA_MFC_STATS}; empty while it is not resolved} */
    public OptionalLong bytes() {
        return attributes.field(RTA_MFC_STATS, "mfcs_bytes");
    }

    /** {@return how many packets came in elsewhere, u64; {@code RTA_MFC_STATS}; empty while it is not resolved} */
    public OptionalLong wrongInterface() {
        return attributes.field(RTA_MFC_STATS, "mfcs_wrong_if");
    }

    /** {@return for how many hundredths of a second it was not used, u64; {@code RTA_EXPIRES}; empty while it is not resolved} */
    public OptionalLong idleTime() {
        return attributes.number(RTA_EXPIRES);
    }

    private Attributes lasting() {
        return attributes.without(RTA_MFC_STATS).without(RTA_EXPIRES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MulticastRoute that && header.equals(that.header) && lasting().equals(that.lasting());
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, lasting());
    }
}
