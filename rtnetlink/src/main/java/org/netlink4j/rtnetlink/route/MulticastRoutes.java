package org.netlink4j.rtnetlink.route;

import static org.netlink4j.rtnetlink.IpFamily.RTNL_FAMILY_IP6MR;
import static org.netlink4j.rtnetlink.IpFamily.RTNL_FAMILY_IPMR;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETROUTE;

import java.util.List;
import java.util.Objects;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.Attributes;

/**
 * Asks for multicast routes. Every call blocks until the kernel has answered, at most five seconds, and needs no capability. They are
 * made and deleted by socket options of a multicast routing daemon.
 */
public final class MulticastRoutes {
    private static final int RT_TABLE_DEFAULT = 253;

    private final Requester client;

    /**
     * Multicast routes over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public MulticastRoutes(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Lists the multicast routes of all tables of IPv4.
     *
     * @return the routes
     * @throws NetlinkException if there is no answer
     */
    public List<MulticastRoute> listIpv4() throws NetlinkException {
        return list(RTNL_FAMILY_IPMR);
    }

    /**
     * Lists the multicast routes of all tables of IPv6.
     *
     * @return the routes
     * @throws NetlinkException if there is no answer
     */
    public List<MulticastRoute> listIpv6() throws NetlinkException {
        return list(RTNL_FAMILY_IP6MR);
    }

    private List<MulticastRoute> list(int family) throws NetlinkException {
        return client.list(Request.of(RTM_GETROUTE, asking(family, 0)), MulticastRoute::decode).stream()
                .filter(route -> route.header().family() == family) // a kernel without multicast routing sends all routes
                .toList();
    }

    private static RouteSpec asking(int family, int length) {
        return new RouteSpec(new RouteHeader(family, length, length, 0, 0, 0, 0, 0, 0), Attributes.none(Rta.ATTRIBUTES));
    }

    /**
     * Gets a multicast route of the table that a daemon has if it asks for no other: 253 of IPv4, 254 of IPv6.
     *
     * @param source the sender
     * @param group the group, of the same version of IP
     * @return the route
     * @throws KernelException if there is none ({@code ENOENT}), or if the kernel has no multicast routing
     * @throws NetlinkException if there is no answer
     */
    public MulticastRoute get(IpAddress source, IpAddress group) throws NetlinkException {
        int family = group instanceof Ipv4Address ? RTNL_FAMILY_IPMR : RTNL_FAMILY_IP6MR;
        RouteSpec which = asking(family, Byte.SIZE * group.octets().length)
                .with(attributes -> attributes.with(Rta.RTA_SRC, source).with(Rta.RTA_DST, group)
                        .with(Rta.RTA_TABLE, family == RTNL_FAMILY_IPMR ? RT_TABLE_DEFAULT : RouteSpec.RT_TABLE_MAIN));
        return client.get(Request.of(RTM_GETROUTE, which), MulticastRoute::decode);
    }
}
