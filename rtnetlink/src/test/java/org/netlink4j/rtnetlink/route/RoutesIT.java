package org.netlink4j.rtnetlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;
import static org.netlink4j.rtnetlink.route.RtnhF.RTNH_F_ONLINK;
import static org.netlink4j.rtnetlink.route.Rtax.RTAX_MTU;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.address.IfaF;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

@KernelTest
class RoutesIT {
    private static final int V0 = 10;
    private static final int ENETUNREACH = 101;
    private static final IpPrefix FOUR = IpPrefix.parse("10.5.0.0/16");
    private static final IpPrefix SIX = IpPrefix.parse("2001:db8:5::/48");
    private static final IpAddress VIA = IpAddress.parse("10.0.0.2");
    private static final IpAddress VIA6 = IpAddress.parse("2001:db8::2");

    private NetworkNamespace namespace;
    private Rtnetlink rtnetlink;
    private Routes routes;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        rtnetlink = Rtnetlink.open(namespace);
        rtnetlink.links().create(LinkSpec.named("v0").index(V0).kind(Veth.withPeer(LinkSpec.named("v1").index(V0 + 1))));
        rtnetlink.links().setUp(V0);
        rtnetlink.links().setUp(V0 + 1);
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("10.0.0.1/24")));
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("2001:db8::1/64")).flags(IfaF.IFA_F_NODAD));
        routes = rtnetlink.routes();
    }

    @AfterEach
    void close() {
        rtnetlink.close();
        namespace.close();
    }

    private Route find(int family, IpPrefix destination) throws NetlinkException {
        return routes.list(family).stream()
                .filter(route -> route.destination().equals(Optional.of(destination))).findFirst().orElseThrow();
    }

    @Test
    void createsReplacesAndDeletes() throws NetlinkException {
        RouteSpec spec = RouteSpec.of(FOUR).gateway(VIA).device(V0).metric(100).table(1000).protocol(4)
                .preferredSource(IpAddress.parse("10.0.0.1")).metrics(metrics -> metrics.with(RTAX_MTU, 1400));
        routes.create(spec);
        Route route = find(AF_INET, FOUR);
        assertEquals(Optional.of(VIA), route.gateway());
        assertEquals(OptionalInt.of(V0), route.device());
        assertEquals(100, route.metric());
        assertEquals(1000, route.table());
        assertEquals(4, route.header().protocol());
        assertEquals(Rtn.RTN_UNICAST, route.type());
        assertEquals(Optional.of(IpAddress.parse("10.0.0.1")), route.preferredSource());
        assertEquals(OptionalInt.of(1400), route.metrics().orElseThrow().integer(RTAX_MTU));
        assertEquals(List.of(), route.nextHops());
        assertEquals(Errno.EEXIST, assertThrows(KernelException.class, () -> routes.create(spec)).errno());
        routes.replace(spec.gateway(VIA6).with(all -> all.without(Rta.RTA_GATEWAY)));
        assertEquals(Optional.of(VIA6), find(AF_INET, FOUR).gateway());
        routes.delete(RouteSpec.matching(FOUR).table(1000));
        assertEquals(Errno.ESRCH, assertThrows(KernelException.class,
                () -> routes.delete(RouteSpec.matching(FOUR).table(1000))).errno());
    }

    @Test
    void hasManyWays() throws NetlinkException {
        NextHop first = NextHop.of(V0).gateway(AF_INET, VIA).weight(3);
        NextHop second = NextHop.of(V0).gateway(AF_INET, IpAddress.parse("10.9.0.3")).flags(RTNH_F_ONLINK);
        routes.create(RouteSpec.of(FOUR).nextHops(List.of(first, second)));
        assertEquals(List.of(first, second), find(AF_INET, FOUR).nextHops());
        routes.create(RouteSpec.of(SIX).nextHops(List.of(
                NextHop.of(V0).gateway(AF_INET6, VIA6).weight(2), NextHop.of(V0).gateway(AF_INET6, IpAddress.parse("2001:db8::3")))));
        assertEquals(List.of(2, 1), find(AF_INET6, SIX).nextHops().stream().map(NextHop::weight).toList());
    }

    @Test
    void refusesDamagedWays() {
        Route route = new Route(
                new RouteHeader(AF_INET, 0, 0, 0, 0, 0, 0, 0, 0),
                Attributes.none(Rta.ATTRIBUTES).with(Rta.RTA_MULTIPATH, new byte[] {9, 0, 0, 0, 0, 0, 0, 0}));
        assertThrows(MalformedMessageException.class, route::nextHops);
    }

    @Test
    void looksUp() throws NetlinkException {
        routes.create(RouteSpec.of(FOUR).gateway(VIA).device(V0));
        IpAddress destination = IpAddress.parse("10.5.0.1");
        Route way = routes.get(destination);
        assertEquals(Optional.of(IpPrefix.of(destination)), way.destination());
        assertEquals(Optional.of(VIA), way.gateway());
        assertEquals(Optional.of(IpAddress.parse("10.0.0.1")), way.preferredSource());
        assertEquals(Optional.of(FOUR), routes.match(destination).destination());
        assertEquals(ENETUNREACH, assertThrows(KernelException.class, () -> routes.get(IpAddress.parse("10.77.0.1"))).errno());
        assertEquals(Optional.of(VIA6), routes.get(VIA6).destination().map(IpPrefix::address));
    }

    @Test
    void showsEveryRoute() throws NetlinkException {
        routes.create(RouteSpec.of(FOUR).type(Rtn.RTN_BLACKHOLE));
        List<Route> all = new ArrayList<>();
        routes.forEach(AF_INET, all::add);
        assertEquals(routes.list(AF_INET), all);
        assertEquals(List.of(), all.stream().filter(route -> !route.attributes().unknown().isEmpty()).toList());
    }

    @Test
    @NeedsCommand({"ip", "strace"})
    void asksAsIpDoes() {
        IpRequests requests = new IpRequests(namespace);
        requests.same("ip route add 10.5.0.0/16 via 10.0.0.2 dev v0 proto static metric 100 mtu 1400 src 10.0.0.1 table 1000",
                RTM_NEWROUTE, NEW,
                RouteSpec.of(FOUR).gateway(VIA).protocol(4).metric(100).preferredSource(IpAddress.parse("10.0.0.1")).table(1000)
                        .device(V0).metrics(metrics -> metrics.with(RTAX_MTU, 1400)));
        requests.same("ip route add 10.5.0.0/16 nexthop via 10.0.0.2 dev v0 weight 3 nexthop via 10.0.0.3 dev v0 onlink", RTM_NEWROUTE,
                NEW, RouteSpec.of(FOUR).nextHops(List.of(
                        NextHop.of(V0).gateway(AF_INET, VIA).weight(3),
                        NextHop.of(V0).gateway(AF_INET, IpAddress.parse("10.0.0.3")).flags(RTNH_F_ONLINK))));
        requests.same("ip route add blackhole 10.5.0.0/16", RTM_NEWROUTE, NEW, RouteSpec.of(FOUR).type(Rtn.RTN_BLACKHOLE));
        requests.same("ip route add 10.5.0.0/16 via inet6 2001:db8::2 dev v0", RTM_NEWROUTE, NEW,
                RouteSpec.of(FOUR).gateway(VIA6).device(V0));
        requests.same("ip route del 10.5.0.0/16", RTM_DELROUTE, CHANGE, RouteSpec.matching(FOUR));
    }

    @Test
    void constantsAreThoseOfTheHeader() {
        List.of(Rtn.class, RtmF.class, RtnhF.class).forEach(holder -> HeaderConstants.assertHolder(holder, "linux/rtnetlink.h"));
    }
}
