package org.netlink4j.rtnetlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.MplsLabels;
import org.netlink4j.rtnetlink.RtScope;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.address.IfaF;
import org.netlink4j.rtnetlink.encap.Ip6Encap;
import org.netlink4j.rtnetlink.encap.IpEncap;
import org.netlink4j.rtnetlink.encap.MplsEncap;
import org.netlink4j.rtnetlink.encap.Seg6Encap;
import org.netlink4j.rtnetlink.encap.Seg6Local;
import org.netlink4j.rtnetlink.encap.Seg6LocalEncap;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.nexthop.NextHopFilter;
import org.netlink4j.rtnetlink.nexthop.NextHopMember;
import org.netlink4j.rtnetlink.nexthop.NextHopObject;
import org.netlink4j.rtnetlink.nexthop.NextHopSpec;
import org.netlink4j.testkit.KernelTest;

/** Random routes with every feature, read and made again in another namespace, are the same there. */
@KernelTest
class RouteCopyIT {
    private static final int V0 = 1010;
    private static final int ROUTES = 300;
    private static final int RTPROT_KERNEL = 2;

    private NetworkNamespace first;
    private NetworkNamespace second;
    private final Random random = new Random(11);

    @BeforeEach
    void open() throws NetlinkException {
        first = prepared();
        second = prepared();
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    private static NetworkNamespace prepared() throws NetlinkException {
        NetworkNamespace namespace = NetworkNamespace.createAnonymous();
        try (Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            rtnetlink.links().create(LinkSpec.named("v0").index(V0).kind(Veth.withPeer(LinkSpec.named("v1").index(V0 + 1))));
            for (int index : List.of(1, V0, V0 + 1)) {
                rtnetlink.links().setUp(index);
            }
            rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("10.0.0.1/8")));
            rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("2001:db8::1/64")).flags(IfaF.IFA_F_NODAD));
            for (int id = 1; id < 5; id++) {
                rtnetlink.nextHops().create(NextHopSpec.of(id).gateway(new Ipv4Address(0x0a000010 + id)).device(V0));
                rtnetlink.nextHops().create(NextHopSpec.of(10 + id).gateway(new Ipv6Address(0x20010db8_00000000L, 0x10 + id)).device(V0));
            }
            rtnetlink.nextHops().create(NextHopSpec.of(20).group(List.of(new NextHopMember(1, 7), NextHopMember.of(12))));
            rtnetlink.nextHops().create(NextHopSpec.of(21).group(List.of(new NextHopMember(11, 7), NextHopMember.of(12))));
            rtnetlink.nextHops().create(NextHopSpec.of(22).blackhole());
        }
        return namespace;
    }

    private IpAddress host(boolean four) {
        int number = 2 + random.nextInt(200);
        return four ? new Ipv4Address(0x0a00_0000 + number) : new Ipv6Address(0x20010db8_00000000L, number);
    }

    private RouteSpec random(boolean four) {
        IpPrefix destination = four
                ? IpPrefix.parse("100." + random.nextInt(64) + ".0.0/" + (16 + random.nextInt(17)))
                : IpPrefix.parse("2001:db8:" + Integer.toHexString(0x100 + random.nextInt(64)) + "::/" + (48 + random.nextInt(81)));
        RouteSpec spec = RouteSpec.of(destination).metric(1 + random.nextInt(1000)).protocol(3 + random.nextInt(200))
                .table(random.nextBoolean() ? 254 : 1 + random.nextInt(100_000));
        if (random.nextInt(3) == 0) {
            RouteMetrics metrics = RouteMetrics.NONE.with(Rtax.RTAX_MTU, 1280 + random.nextInt(200));
            metrics = random.nextBoolean() ? metrics.locked(Rtax.RTAX_MTU) : metrics.with(Rtax.RTAX_INITCWND, 1 + random.nextInt(20));
            spec = spec.metrics(random.nextBoolean() ? metrics.congestionControl("reno") : metrics.with(Rtax.RTAX_FEATURES, 1));
        }
        if (four && random.nextInt(4) == 0) {
            spec = spec.service(4 << random.nextInt(3));
        }
        if (!four && random.nextInt(4) == 0) {
            spec = spec.preference(List.of(RouterPref.ICMPV6_ROUTER_PREF_HIGH, RouterPref.ICMPV6_ROUTER_PREF_LOW).get(random.nextInt(2)));
        }
        if (random.nextInt(4) == 0) {
            spec = spec.preferredSource(IpAddress.parse(four ? "10.0.0.1" : "2001:db8::1"));
        }
        return way(spec, four);
    }

    private RouteSpec way(RouteSpec spec, boolean four) {
        int family = four ? AF_INET : AF_INET6;
        return switch (random.nextInt(12)) {
            case 0 -> spec.type(List.of(Rtn.RTN_BLACKHOLE, Rtn.RTN_UNREACHABLE, Rtn.RTN_PROHIBIT, Rtn.RTN_THROW).get(random.nextInt(4)));
            case 1 -> spec.nextHopId(four ? 1 + random.nextInt(4) : 11 + random.nextInt(4));
            case 2 -> spec.nextHopId(four ? 20 : 21);
            case 3 -> spec.nextHops(List.of(
                    NextHop.of(V0).gateway(family, host(four)).weight(1 + random.nextInt(256)),
                    NextHop.of(V0).gateway(family, four ? IpAddress.parse("10.9.0.9") : IpAddress.parse("2001:db8::999"))));
            case 4 -> four ? spec.gateway(host(false)).device(V0) : spec.device(V0);
            case 5 -> spec.device(V0).scope(RtScope.RT_SCOPE_LINK);
            case 6 -> spec.device(V0).gateway(host(four)).encap(IpEncap.to((Ipv4Address) host(true)).id(random.nextInt()).timeToLive(random.nextInt(256)));
            case 7 -> spec.device(V0).gateway(host(four)).encap(Ip6Encap.to((Ipv6Address) host(false)).id(random.nextLong()).hopLimit(7));
            case 8 -> spec.device(V0).gateway(host(four)).encap(MplsEncap.of(MplsLabels.of(16 + random.nextInt(1000), 17)));
            case 9 -> four
                    ? spec.device(V0).encap(Seg6Encap.of(1, List.of((Ipv6Address) host(false), (Ipv6Address) host(false))))
                    : spec.device(V0).encap(Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_T).table(7));
            case 10 -> four ? spec.gateway(IpAddress.parse("172.16.0.1")).device(V0).flags(RtnhF.RTNH_F_ONLINK) : spec.gateway(host(false));
            default -> spec.gateway(host(four));
        };
    }

    private static List<Route> routes(Rtnetlink rtnetlink) throws NetlinkException {
        List<Route> routes = new ArrayList<>();
        for (Route route : rtnetlink.routes().list(0)) {
            if ((route.header().family() == AF_INET || route.header().family() == AF_INET6) && route.header().protocol() != RTPROT_KERNEL) {
                routes.add(route);
            }
        }
        return routes;
    }

    @Test
    void areTheSameThere() throws NetlinkException {
        try (Rtnetlink here = Rtnetlink.open(first);
                Rtnetlink there = Rtnetlink.open(second)) {
            int refused = 0;
            for (int i = 0; i < ROUTES; i++) {
                try {
                    here.routes().create(random(i % 2 == 0));
                } catch (KernelException _) {
                    refused++; // an encapsulation that this kernel lacks, mostly
                }
            }
            List<Route> made = routes(here);
            assertTrue(made.size() > ROUTES / 2, refused + " of " + ROUTES + " routes were refused");
            for (Route route : made) {
                there.routes().create(route.spec());
            }
            Set<Route> originals;
            Set<Route> copies;
            int attempts = 0;
            do { // the kernel looks for carriers in its own time, and lists tables in any order
                originals = new HashSet<>(routes(here));
                copies = new HashSet<>(routes(there));
            } while (!originals.equals(copies) && ++attempts < 20);
            assertEquals(made.size(), copies.size());
            originals.removeAll(copies);
            assertEquals(Set.of(), originals);
            assertEquals(List.of(), made.stream().filter(route -> !route.attributes().unknown().isEmpty()).toList());
            List<NextHopObject> objects = here.nextHops().list(NextHopFilter.ALL);
            assertEquals(objects, there.nextHops().list(NextHopFilter.ALL));
            for (Route route : made) {
                there.routes().delete(route.spec());
            }
            assertEquals(List.of(), routes(there));
        }
    }
}
