package org.netlink4j.rtnetlink.examples;

import java.util.List;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.encap.Seg6Encap;
import org.netlink4j.rtnetlink.encap.Seg6Iptunnel;
import org.netlink4j.rtnetlink.route.NextHop;
import org.netlink4j.rtnetlink.route.Route;
import org.netlink4j.rtnetlink.route.RouteLookup;
import org.netlink4j.rtnetlink.route.RouteMetrics;
import org.netlink4j.rtnetlink.route.RouteSpec;
import org.netlink4j.rtnetlink.route.Rtax;

/** Routes. */
final class RouteExample {
    private RouteExample() {}

    static Route addRoutes(Rtnetlink rtnetlink, int device) throws NetlinkException {
        // @start region="route"
        rtnetlink.routes().create(RouteSpec.of(IpPrefix.parse("198.51.100.0/24"))
                .nextHops(List.of(
                        NextHop.of(device).gateway(IpFamily.AF_INET, IpAddress.parse("192.0.2.2")).weight(3),
                        NextHop.of(device).gateway(IpFamily.AF_INET, IpAddress.parse("192.0.2.3"))))
                .metrics(RouteMetrics.NONE.with(Rtax.RTAX_MTU, 1400)));
        Route way = rtnetlink.routes().get(RouteLookup.to(IpAddress.parse("198.51.100.7")).mark(5));
        // @end
        return way;
    }

    static void addEncapsulation(Rtnetlink rtnetlink, int device) throws NetlinkException {
        // @start region="encap"
        List<Ipv6Address> path = List.of(Ipv6Address.parse("2001:db8::5"), Ipv6Address.parse("2001:db8::6"));
        rtnetlink.routes().create(RouteSpec.of(IpPrefix.parse("203.0.113.0/24"))
                .device(device)
                .encap(Seg6Encap.of(Seg6Iptunnel.SEG6_IPTUN_MODE_ENCAP, path)));
        // @end
    }
}
