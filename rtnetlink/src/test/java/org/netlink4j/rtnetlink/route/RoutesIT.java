package org.netlink4j.rtnetlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.route.Rtax.RTAX_FEATURES;
import static org.netlink4j.rtnetlink.route.Rtax.RTAX_FEATURE_ECN;
import static org.netlink4j.rtnetlink.route.Rtax.RTAX_MTU;
import static org.netlink4j.rtnetlink.route.RtnhF.RTNH_F_ONLINK;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.RtScope;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.address.IfaF;
import org.netlink4j.rtnetlink.encap.Encap;
import org.netlink4j.rtnetlink.encap.Ip6Encap;
import org.netlink4j.rtnetlink.encap.IpEncap;
import org.netlink4j.rtnetlink.encap.Seg6Encap;
import org.netlink4j.rtnetlink.encap.Seg6Iptunnel;
import org.netlink4j.rtnetlink.encap.Seg6Local;
import org.netlink4j.rtnetlink.encap.Seg6LocalEncap;
import org.netlink4j.rtnetlink.encap.SegmentRoutingHeader;
import org.netlink4j.rtnetlink.encap.TunnelFlags;
import org.netlink4j.rtnetlink.encap.UnknownEncap;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.nexthop.NextHopSpec;
import org.netlink4j.rtnetlink.rule.RuleSpec;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.KernelTest;

@KernelTest
class RoutesIT extends InNamespace {
    private static final int V0 = 1010;
    private static final int ENETUNREACH = 101;
    private static final IpPrefix FOUR = IpPrefix.parse("10.5.0.0/16");
    private static final IpPrefix SIX = IpPrefix.parse("2001:db8:5::/48");
    private static final IpAddress VIA = IpAddress.parse("10.0.0.2");
    private static final int RTPROT_BOOT = 3;
    private static final Ipv6Address VIA6_HERE = Ipv6Address.parse("2001:db8::1");
    private static final IpAddress VIA6 = IpAddress.parse("2001:db8::2");

    private Routes routes;

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").index(V0).kind(Veth.withPeer(LinkSpec.named("v1").index(V0 + 1))));
        rtnetlink.links().setUp(V0);
        rtnetlink.links().setUp(V0 + 1);
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("10.0.0.1/24")));
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("2001:db8::1/64")).flags(IfaF.IFA_F_NODAD));
        routes = rtnetlink.routes();
    }

    private Route find(int family, IpPrefix destination) throws NetlinkException {
        return routes.list(family).stream()
                .filter(route -> route.destination().equals(Optional.of(destination))).findFirst().orElseThrow();
    }

    @Test
    void createsReplacesAndDeletes() throws NetlinkException {
        RouteSpec spec = RouteSpec.of(FOUR).gateway(VIA).device(V0).metric(100).table(1000).protocol(4)
                .preferredSource(IpAddress.parse("10.0.0.1")).metrics(RouteMetrics.NONE.with(RTAX_MTU, 1400));
        routes.create(spec);
        Route route = find(AF_INET, FOUR);
        assertEquals(Optional.of(VIA), route.gateway());
        assertEquals(OptionalInt.of(V0), route.device());
        assertEquals(100, route.metric());
        assertEquals(1000, route.table());
        assertEquals(4, route.header().protocol());
        assertEquals(Rtn.RTN_UNICAST, route.type());
        assertEquals(Optional.of(IpAddress.parse("10.0.0.1")), route.preferredSource());
        assertEquals(OptionalLong.of(1400), route.metrics().value(RTAX_MTU));
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
    void keepsMetrics() throws NetlinkException {
        RouteMetrics metrics = RouteMetrics.NONE.with(RTAX_MTU, 1400).locked(RTAX_MTU).with(RTAX_FEATURES, RTAX_FEATURE_ECN)
                .congestionControl("reno");
        routes.create(RouteSpec.of(FOUR).gateway(VIA).metrics(metrics));
        routes.create(RouteSpec.of(SIX).gateway(VIA6).metrics(metrics));
        for (Route route : List.of(find(AF_INET, FOUR), find(AF_INET6, SIX))) {
            assertEquals(OptionalLong.of(1400), route.metrics().value(RTAX_MTU));
            assertTrue(route.metrics().isLocked(RTAX_MTU));
            assertFalse(route.metrics().isLocked(RTAX_FEATURES));
            assertEquals(RTAX_FEATURE_ECN, route.metrics().features() & 0xffff);
            assertEquals(Optional.of("reno"), route.metrics().congestionControl());
        }
        assertEquals(RouteMetrics.NONE, find(AF_INET, IpPrefix.parse("10.0.0.0/24")).metrics());
    }

    @Test
    void routesOfIpv6ExpireAndPreferRouters() throws NetlinkException {
        IpPrefix source = IpPrefix.parse("2001:db8:77::/64");
        routes.create(RouteSpec.of(SIX).gateway(VIA6).device(V0).source(source).expires(1000)
                .preference(RouterPref.ICMPV6_ROUTER_PREF_HIGH));
        Route route = find(AF_INET6, SIX);
        assertEquals(Optional.of(source), route.source());
        assertEquals(OptionalInt.of(RouterPref.ICMPV6_ROUTER_PREF_HIGH), route.preference());
        assertTrue(route.expiresIn().orElseThrow() > 98_000 && route.expiresIn().orElseThrow() <= 100_000, route::toString);
        assertEquals(OptionalLong.empty(), find(AF_INET6, IpPrefix.parse("2001:db8::/64")).expiresIn());
    }

    static Stream<Encap> encaps() {
        Ipv6Address segment = Ipv6Address.parse("2001:db8::5");
        return Stream.of(
                IpEncap.to(Ipv4Address.parse("10.0.0.9")).id(77).local(Ipv4Address.parse("10.0.0.1")).service(16).timeToLive(9)
                        .flags(TunnelFlags.TUNNEL_KEY),
                Ip6Encap.to(segment).id(78).local(VIA6_HERE).trafficClass(16).hopLimit(9).flags(TunnelFlags.TUNNEL_CSUM),
                Seg6Encap.of(Seg6Iptunnel.SEG6_IPTUN_MODE_ENCAP, List.of(segment, VIA6_HERE)),
                Seg6Encap.of(Seg6Iptunnel.SEG6_IPTUN_MODE_INLINE, List.of(segment)),
                Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_X).nextHop(segment),
                Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_T).table(100),
                Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_B6_ENCAP).header(SegmentRoutingHeader.of(List.of(segment))),
                Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_DX2).outputDevice(V0),
                Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END).flavors(1 << Seg6Local.SEG6_LOCAL_FLV_OP_PSP));
    }

    @ParameterizedTest
    @MethodSource("encaps")
    void wrapsPackets(Encap encap) throws NetlinkException {
        try {
            routes.create(RouteSpec.of(SIX).device(V0).encap(encap));
        } catch (KernelException e) {
            assumeFalse(e.errno() == Errno.EOPNOTSUPP || e.errno() == Errno.ENODEV, () -> "this kernel lacks it: " + e.getMessage());
            throw e;
        }
        Route route = find(AF_INET6, SIX);
        assertEquals(values(encap), values(route.encap().orElseThrow()));
        assertEquals(List.of(), route.encap().orElseThrow().data().unknown());
        routes.delete(route.spec());
        assertEquals(0, routes.flush(RouteFilter.ofFamily(AF_INET6).table(77)));
    }

    /** The kernel answers in an order of its own. */
    private static Object values(Encap encap) {
        return new TreeMap<>(encap.data().values()).toString();
    }

    @Test
    void keepsAnUnknownEncapsulation() {
        Encap unknown = new UnknownEncap(250, Attributes.none(AttributeSet.UNKNOWN));
        KernelException refusal =
                assertThrows(KernelException.class, () -> routes.create(RouteSpec.of(FOUR).device(V0).encap(unknown)));
        assertTrue(List.of(Errno.EOPNOTSUPP, Errno.EINVAL).contains(refusal.errno()), refusal::toString);
    }

    @Test
    void waysHaveEncapsulations() throws NetlinkException {
        Encap encap = IpEncap.to(Ipv4Address.parse("10.0.0.9")).id(5);
        routes.create(RouteSpec.of(FOUR).nextHops(List.of(
                NextHop.of(V0).gateway(AF_INET, VIA).encap(encap), NextHop.of(V0).gateway(AF_INET, VIA6).realms(7))));
        List<NextHop> hops = find(AF_INET, FOUR).nextHops();
        assertEquals(OptionalLong.of(5), ((IpEncap) hops.getFirst().encap().orElseThrow()).id());
        assertEquals(Optional.empty(), hops.getLast().encap());
        assertEquals(Optional.of(VIA6), hops.getLast().gateway());
    }

    @Test
    void appendsPrependsAndChanges() throws NetlinkException {
        RouteSpec first = RouteSpec.of(FOUR).gateway(VIA);
        assertEquals(Errno.ENOENT, assertThrows(KernelException.class, () -> routes.change(first)).errno());
        routes.create(first);
        routes.append(first.gateway(IpAddress.parse("10.0.0.3")));
        routes.prepend(first.gateway(IpAddress.parse("10.0.0.4")));
        assertEquals(List.of("10.0.0.4", "10.0.0.2", "10.0.0.3"), gateways());
        routes.change(first.gateway(IpAddress.parse("10.0.0.5")));
        assertEquals(List.of("10.0.0.5", "10.0.0.2", "10.0.0.3"), gateways());
    }

    private List<String> gateways() throws NetlinkException {
        return routes.list(RouteFilter.ofFamily(AF_INET)).stream()
                .filter(route -> route.destination().equals(Optional.of(FOUR)))
                .map(route -> route.gateway().orElseThrow().toString()).toList();
    }

    @Test
    void filtersLists() throws NetlinkException {
        routes.create(RouteSpec.of(FOUR).device(V0).scope(RtScope.RT_SCOPE_LINK).protocol(77));
        routes.create(RouteSpec.of(FOUR).type(Rtn.RTN_BLACKHOLE).table(1000));
        routes.create(RouteSpec.of(SIX).nextHops(List.of(
                NextHop.of(V0).gateway(AF_INET6, VIA6), NextHop.of(V0).gateway(AF_INET6, IpAddress.parse("2001:db8::3")))));
        RouteFilter four = RouteFilter.ofFamily(AF_INET);
        for (RouteFilter filter : List.of(four, four.table(1000), four.table(254), four.protocol(77), four.type(Rtn.RTN_BLACKHOLE),
                four.scope(RtScope.RT_SCOPE_LINK), four.device(V0), four.device(V0).protocol(77), RouteFilter.ALL,
                RouteFilter.ALL.type(Rtn.RTN_UNICAST), RouteFilter.ofFamily(AF_INET6).device(V0), four.ofCache())) {
            Set<Route> wanted;
            Set<Route> listed;
            int attempts = 0;
            do { // the kernel looks for carriers and duplicates of addresses in its own time
                wanted = Set.copyOf(expected(filter));
                listed = Set.copyOf(routes.list(filter));
            } while (!wanted.equals(listed) && ++attempts < 20);
            assertEquals(wanted, listed, filter.toString());
        }
        List<Route> seen = new ArrayList<>();
        routes.forEach(four, seen::add);
        assertEquals(routes.list(four), seen);
        assertEquals(1, routes.list(four.protocol(77)).size());
        rtnetlink.links().setUp(1);
        rtnetlink.nextHops().create(NextHopSpec.of(3).blackhole());
        routes.create(RouteSpec.of(IpPrefix.parse("10.6.0.0/16")).nextHopId(3));
        assertEquals(2, routes.list(four.type(Rtn.RTN_BLACKHOLE)).size());
        assertEquals(1, routes.list(four.table(1000)).size());
        assertEquals(List.of(), routes.list(four.table(1001)));
        assertEquals(1, routes.list(RouteFilter.ofFamily(AF_INET6).device(V0).protocol(RTPROT_BOOT)).size());
        assertEquals(List.of(), routes.list(four.ofCache()));
    }

    /** What a filter wants of the list of all. */
    private List<Route> expected(RouteFilter filter) throws NetlinkException {
        List<Route> expected = new ArrayList<>();
        for (Route route : routes.list(filter.family())) {
            if (filter.matches(route)) {
                expected.add(route);
            }
        }
        return expected;
    }

    /** The dump is filtered by the kernel: what it does not want is not even sent. */
    @Test
    void theKernelFilters() throws NetlinkException {
        routes.create(RouteSpec.of(FOUR).type(Rtn.RTN_BLACKHOLE).table(1000));
        List<Integer> sent = new ArrayList<>();
        routes.dump(RouteFilter.ofFamily(AF_INET).table(1000), message -> sent.add(message.u8(1)));
        assertEquals(List.of(16), sent);
        routes.dump(RouteFilter.ofFamily(AF_INET).table(1001), message -> sent.add(message.u8(1)));
        assertEquals(1, sent.size());
    }

    @Test
    void flushesWhatAFilterFinds() throws NetlinkException {
        routes.create(RouteSpec.of(FOUR).nextHops(List.of(
                NextHop.of(V0).gateway(AF_INET, VIA).weight(7), NextHop.of(V0).gateway(AF_INET, VIA6))).table(1000));
        routes.create(RouteSpec.of(IpPrefix.parse("10.6.0.0/16")).type(Rtn.RTN_UNREACHABLE).table(1000).metric(7));
        routes.create(RouteSpec.of(IpPrefix.parse("10.6.0.0/16")).gateway(VIA).table(1000).service(0x10)
                .metrics(RouteMetrics.NONE.with(RTAX_MTU, 1300)));
        routes.create(RouteSpec.of(SIX).nextHops(List.of(
                NextHop.of(V0).gateway(AF_INET6, VIA6), NextHop.of(V0).gateway(AF_INET6, IpAddress.parse("2001:db8::3")))).table(1000));
        routes.create(RouteSpec.of(SIX).gateway(VIA6).expires(500).metric(5).table(1000));
        assertEquals(5, routes.flush(RouteFilter.ALL.table(1000)));
        assertEquals(List.of(), routes.list(RouteFilter.ofFamily(AF_INET).table(1000)));
        assertEquals(List.of(), routes.list(RouteFilter.ofFamily(AF_INET6).table(1000)));
        assertEquals(0, routes.flush(RouteFilter.ALL.table(1000)));
    }

    /** Of every route in the namespace: its spec makes an equal one again. */
    @Test
    void aSpecMakesTheRouteAgain() throws NetlinkException {
        routes.create(RouteSpec.of(FOUR).nextHops(List.of(
                NextHop.of(V0).gateway(AF_INET, VIA).weight(7), NextHop.of(V0).gateway(AF_INET, IpAddress.parse("10.9.9.9")).flags(RTNH_F_ONLINK))));
        routes.create(RouteSpec.of(SIX).gateway(VIA6).preference(RouterPref.ICMPV6_ROUTER_PREF_LOW).expires(900)
                .metrics(RouteMetrics.NONE.with(RTAX_MTU, 1400).locked(RTAX_MTU)));
        routes.create(RouteSpec.ofDefault(AF_INET).gateway(VIA));
        for (int family : List.of(AF_INET, AF_INET6)) {
            for (Route route : routes.list(RouteFilter.ofFamily(family).table(254).protocol(RTPROT_BOOT))) {
                routes.delete(route.spec());
                routes.create(route.spec());
                assertTrue(routes.list(family).contains(route), route::toString);
            }
        }
    }

    @Test
    void looksUpAsASpecificPacket() throws NetlinkException {
        rtnetlink.rules().create(RuleSpec.of(AF_INET).mark(5).table(1000).priority(7));
        routes.create(RouteSpec.of(FOUR).gateway(VIA).table(1000));
        IpAddress destination = IpAddress.parse("10.5.0.1");
        assertEquals(ENETUNREACH, assertThrows(KernelException.class, () -> routes.get(destination)).errno());
        RouteLookup marked = RouteLookup.to(destination).from(IpAddress.parse("10.0.0.1")).mark(5).user(0).service(4)
                .ipProtocol(6).sourcePort(1).destinationPort(2);
        assertEquals(Optional.of(VIA), routes.get(marked).gateway());
        assertEquals(1000, routes.get(marked).table());
        assertEquals(Optional.of(FOUR), routes.get(marked.matching()).destination());
        assertEquals(Optional.of(VIA6), routes.get(RouteLookup.to(VIA6).outputDevice(V0).from(VIA6_HERE)).destination()
                .map(IpPrefix::address));
        assertThrows(KernelException.class, () -> routes.get(RouteLookup.to(destination).inputDevice(V0 + 7)));
    }

    @Test
    void constantsAreThoseOfTheHeader() {
        List.of(Rtn.class, RtmF.class, RtnhF.class, RouterPref.class).forEach(holder -> HeaderConstants.assertHolder(holder, "linux/rtnetlink.h", "linux/icmpv6.h"));
    }
}
