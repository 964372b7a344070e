package org.netlink4j.rtnetlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_APPEND;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_LINK;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_NEXTHOP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.address.IfaF;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.nexthop.NextHopFilter;
import org.netlink4j.rtnetlink.nexthop.NextHopMember;
import org.netlink4j.rtnetlink.nexthop.NextHopObject;
import org.netlink4j.rtnetlink.nexthop.NextHopSpec;
import org.netlink4j.rtnetlink.nexthop.NextHops;
import org.netlink4j.testkit.KernelTest;

/** Routes and next-hop objects are known as the kernel has them, whatever it says or does not say. */
@KernelTest
class RouteWatchIT extends InNamespace {
    private static final int V0 = 1010;
    private static final int W0 = 1020;
    private static final int ROUNDS = Integer.getInteger("netlink4j.watch.rounds", 2);
    private static final int CHANGES = 10_000;
    private static final int SMALL = 4096;
    private static final int LARGE = 1 << 20;
    private static final Duration QUIET = Duration.ofMillis(250);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final IpAddress VIA = IpAddress.parse("10.0.0.2");
    private static final IpPrefix FOUR = IpPrefix.parse("10.5.0.0/16");
    private static final IpPrefix SIX = IpPrefix.parse("2001:db8:5::/48");
    /** {@code IN6_ADDR_GEN_MODE_NONE}. */
    private static final int NO_ADDRESSES = 1;

    private static final AddressSpec ADDRESS = AddressSpec.of(W0, IpPrefix.parse("10.1.0.1/24"));
    private static final AddressSpec ADDRESS6 = AddressSpec.of(W0, IpPrefix.parse("2001:db8:1::1/64")).flags(IfaF.IFA_F_NODAD);

    @BeforeEach
    void open() throws NetlinkException {
        for (int index : List.of(V0, W0)) {
            rtnetlink.links().create(LinkSpec.named("v" + index).index(index).kind(Veth.withPeer(LinkSpec.named("p" + index).index(index + 1))));
            for (int end : List.of(index, index + 1)) {
                // A link-local address would come to be valid, and have a route, at some time during the test.
                rtnetlink.links().change(LinkSpec.indexed(end).addressGeneration(NO_ADDRESSES));
                rtnetlink.links().setUp(end);
            }
        }
        rtnetlink.links().setUp(1);
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("10.0.0.1/24")));
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("2001:db8::1/64")).flags(IfaF.IFA_F_NODAD));
        rtnetlink.addresses().create(ADDRESS);
        rtnetlink.addresses().create(ADDRESS6);
    }

    private Watch<RouteKey, RoutesTo> watch(int family, SocketOptions options) throws NetlinkException {
        return Watch.open(
                EventStream.open(Rtnetlink.PROTOCOL, Routes.watchedGroups(family), options, namespace), client, Routes.watched(family));
    }

    private static List<Route> known(Watch<RouteKey, RoutesTo> watch, IpPrefix destination) {
        return watch.objects().values().stream().flatMap(routes -> routes.inOrder().stream())
                .filter(route -> route.destination().equals(Optional.of(destination))).toList();
    }

    /** What the kernel lists, without the code of the watch. */
    private Map<RouteKey, List<Route>> listed(int family) throws NetlinkException {
        Map<RouteKey, List<Route>> routes = new HashMap<>();
        for (Route route : rtnetlink.routes().list(family)) {
            routes.computeIfAbsent(RouteKey.of(route), _ -> new ArrayList<>()).add(route);
        }
        return routes;
    }

    private static Map<RouteKey, List<Route>> plain(Map<RouteKey, RoutesTo> objects) {
        Map<RouteKey, List<Route>> routes = new HashMap<>();
        objects.forEach((key, known) -> {
            assertEquals(key, known.key());
            routes.put(key, known.inOrder());
        });
        return routes;
    }

    private static <T> void drain(Watch<?, T> watch, Told<T> told) throws NetlinkException {
        for (Optional<WatchEvent<T>> event; (event = watch.next(QUIET)).isPresent(); ) {
            told.apply(event.get());
        }
    }

    /** What was known at first, with all changes that were told. */
    private record Told<T>(Map<Object, T> objects, Function<T, Object> key) {
        void apply(WatchEvent<T> event) {
            switch (event) {
                case WatchEvent.Appeared<T>(T now) -> assertEquals(null, objects.put(key.apply(now), now));
                case WatchEvent.Changed<T>(T before, T now) -> assertEquals(before, objects.put(key.apply(now), now));
                case WatchEvent.Disappeared<T>(T before) -> assertEquals(before, objects.remove(key.apply(before)));
                case WatchEvent.Resynchronised<T>(List<WatchEvent<T>> differences) -> differences.forEach(this::apply);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({AF_INET + "," + SMALL, AF_INET6 + "," + SMALL, AF_INET + "," + LARGE, AF_INET6 + "," + LARGE})
    void whateverHappensTheyAreAsListed(int family, int buffer) throws NetlinkException {
        Random random = new Random(family);
        try (Watch<RouteKey, RoutesTo> watch = watch(family, SocketOptions.DEFAULT.receiveBuffer(buffer));
                NetlinkClient changer = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace)) {
            Told<RoutesTo> told = new Told<>(new HashMap<>(watch.objects()), RoutesTo::key);
            for (int round = 0; round < ROUNDS; round++) {
                int some = 20 << random.nextInt(6); // between which the buffer is read, or not
                for (int done = 0; done < CHANGES; done += some) {
                    List<Request> changes = new ArrayList<>();
                    for (int i = 0; i < some; i++) {
                        changes.add(change(family, random));
                    }
                    changer.batch(changes, BatchPolicy.CONTINUE);
                    disturb(random);
                    for (int i = random.nextInt(40); i > 0; i--) {
                        watch.next(Duration.ZERO).ifPresent(told::apply);
                    }
                }
                drain(watch, told);
                assertEquals(Map.copyOf(watch.objects()), told.objects());
                for (int attempt = 0; attempt < 20 && !listed(family).equals(plain(watch.objects())); attempt++) {
                    drain(watch, told); // the kernel looks for carriers and duplicates of addresses in its own time
                }
                assertEquals(listed(family), plain(watch.objects()), "round " + round);
                assertEquals(Map.copyOf(watch.objects()), told.objects());
            }
        }
    }

    /** Where nothing happens without a word, nothing is listed anew. */
    @Test
    void whatTheKernelSaysOfIpv4IsEnough() throws NetlinkException {
        Random random = new Random(4);
        try (Watch<RouteKey, RoutesTo> watch = watch(AF_INET, SocketOptions.DEFAULT)) {
            drain(watch, new Told<>(new HashMap<>(watch.objects()), RoutesTo::key)); // of the links that were just made
            for (int i = 0; i < 1000; i++) {
                client.batch(List.of(change(AF_INET, random)), BatchPolicy.CONTINUE);
                Optional<WatchEvent<RoutesTo>> event;
                while ((event = watch.next(Duration.ZERO)).isPresent()) {
                    assertFalse(event.get() instanceof WatchEvent.Resynchronised, event::toString);
                }
                assertEquals(listed(AF_INET), plain(watch.objects()), "change " + i);
            }
        }
    }

    @Test
    void routesOfIpv6WithManyWaysAreListedAnew() throws NetlinkException {
        IpAddress third = IpAddress.parse("2001:db8::3");
        RouteSpec first = RouteSpec.of(SIX).gateway(IpAddress.parse("2001:db8::2"));
        List<NextHop> two = List.of(NextHop.of(V0).gateway(AF_INET6, IpAddress.parse("2001:db8::2")), NextHop.of(V0).gateway(AF_INET6, third));
        rtnetlink.routes().create(RouteSpec.of(SIX).nextHops(two));
        try (Watch<RouteKey, RoutesTo> watch = watch(AF_INET6, SocketOptions.DEFAULT)) {
            Told<RoutesTo> told = new Told<>(new HashMap<>(watch.objects()), RoutesTo::key);
            List<Change> changes = List.of(
                    routes -> routes.delete(first.gateway(third)), routes -> routes.append(first.gateway(third)),
                    routes -> routes.append(RouteSpec.of(SIX).device(V0)), routes -> routes.delete(RouteSpec.of(SIX).device(V0)),
                    routes -> routes.replace(first.gateway(IpAddress.parse("2001:db8::4"))), routes -> routes.append(first),
                    routes -> routes.delete(RouteSpec.matching(SIX)), routes -> routes.create(RouteSpec.of(SIX).nextHops(two)),
                    routes -> routes.delete(first.gateway(third)));
            for (int i = 0; i < changes.size(); i++) {
                changes.get(i).to(rtnetlink.routes());
                drain(watch, told);
                assertEquals(listed(AF_INET6), plain(watch.objects()), "change " + i);
                assertEquals(Map.copyOf(watch.objects()), told.objects());
            }
        }
    }

    private interface Change {
        void to(Routes routes) throws NetlinkException;
    }

    /** Of what the kernel does with routes without a word, sometimes a part. */
    private void disturb(Random random) throws NetlinkException {
        switch (random.nextInt(25)) {
            case 0 -> {
                rtnetlink.links().setDown(W0);
                rtnetlink.links().setUp(W0);
                rtnetlink.addresses().replace(ADDRESS6);
            }
            case 1 -> {
                rtnetlink.links().setDown(W0 + 1);
                rtnetlink.links().setUp(W0 + 1);
            }
            case 2 -> {
                rtnetlink.addresses().delete(ADDRESS);
                rtnetlink.addresses().create(ADDRESS);
            }
            case 3 -> {
                rtnetlink.nextHops().replace(NextHopSpec.of(1).gateway(VIA).device(V0));
                rtnetlink.nextHops().replace(NextHopSpec.of(2).gateway(IpAddress.parse("2001:db8::2")).device(V0));
            }
            case 4 -> {
                rtnetlink.nextHops().replace(NextHopSpec.of(1).gateway(IpAddress.parse("10.0.0.9")).device(V0));
                rtnetlink.nextHops().delete(1);
            }
            default -> {}
        }
    }

    private static Request change(int family, Random random) {
        int net = random.nextInt(6);
        int host = 2 + random.nextInt(5);
        boolean four = family == AF_INET;
        boolean other = random.nextInt(4) == 0;
        IpAddress gateway = four
                ? new Ipv4Address((other ? 0x0a01_0000 : 0x0a00_0000) + host)
                : new Ipv6Address(other ? 0x20010db8_0001_0000L : 0x20010db8_0000_0000L, host);
        IpPrefix destination = four
                ? new IpPrefix(new Ipv4Address(0xc000_0200 + (net << 8)), 24)
                : new IpPrefix(new Ipv6Address(0x20010db8_0100_0000L + net, 0), 64);
        int device = other ? W0 : V0;
        if (random.nextInt(3) == 0) {
            RouteSpec which = RouteSpec.matching(destination);
            return Request.of(RTM_DELROUTE, random.nextBoolean() ? which : which.gateway(gateway));
        }
        RouteSpec spec = RouteSpec.of(destination).metric(1 + random.nextInt(2));
        spec = switch (random.nextInt(8)) {
            case 0 -> spec.type(Rtn.RTN_BLACKHOLE);
            case 1 -> spec.nextHopId(four ? 1 : 2);
            case 2 -> spec.nextHops(List.of(NextHop.of(device).gateway(family, gateway).weight(host), NextHop.of(V0).gateway(family,
                    four ? VIA : IpAddress.parse("2001:db8::99"))));
            case 3 -> spec.gateway(gateway).device(device).preferredSource(IpAddress.parse(four ? "10.1.0.1" : "2001:db8:1::1"));
            default -> spec.gateway(gateway).device(device);
        };
        return Request.of(RTM_NEWROUTE, spec).flags(switch (random.nextInt(4)) {
            case 0 -> NLM_F_CREATE;
            case 1 -> NLM_F_CREATE | NLM_F_APPEND;
            case 2 -> NLM_F_CREATE | NLM_F_REPLACE;
            default -> NLM_F_REPLACE;
        });
    }

    @Test
    void routesGoWithTheirDevice() throws NetlinkException {
        rtnetlink.routes().create(RouteSpec.of(FOUR).gateway(IpAddress.parse("10.1.0.2")));
        try (Watch<RouteKey, RoutesTo> watch = watch(AF_INET, SocketOptions.DEFAULT)) {
            assertEquals(1, known(watch, FOUR).size());
            rtnetlink.links().setDown(W0);
            assertInstanceOf(WatchEvent.Resynchronised.class, watch.next(LONG).orElseThrow());
            assertEquals(List.of(), known(watch, FOUR));
        }
    }

    @Test
    void routesGoWithTheirNextHopObject() throws NetlinkException {
        rtnetlink.nextHops().create(NextHopSpec.of(1).gateway(VIA).device(V0));
        rtnetlink.routes().create(RouteSpec.of(FOUR).nextHopId(1));
        try (Watch<RouteKey, RoutesTo> watch = watch(AF_INET, SocketOptions.DEFAULT)) {
            assertEquals(1, known(watch, FOUR).size());
            rtnetlink.nextHops().delete(1);
            watch.next(LONG).orElseThrow();
            assertEquals(List.of(), known(watch, FOUR));
        }
    }

    /** In 6.18 the routes of IPv4 go with the address, those of IPv6 lose it. */
    @Test
    void anAddressTakesThePreferredSourceWithIt() throws NetlinkException {
        rtnetlink.routes().create(RouteSpec.of(SIX).gateway(IpAddress.parse("2001:db8::2")).preferredSource(IpAddress.parse("2001:db8:1::1")));
        try (Watch<RouteKey, RoutesTo> watch = watch(AF_INET6, SocketOptions.DEFAULT)) {
            assertTrue(known(watch, SIX).getFirst().preferredSource().isPresent());
            rtnetlink.addresses().delete(ADDRESS6);
            while (!known(watch, SIX).isEmpty() && known(watch, SIX).getFirst().preferredSource().isPresent()) {
                watch.next(LONG).orElseThrow();
            }
            assertEquals(listed(AF_INET6).values().stream().flatMap(List::stream)
                    .filter(route -> route.destination().equals(Optional.of(SIX))).toList(), known(watch, SIX));
        }
    }

    @Test
    void whatIsAloneIsToldAtOnce() throws NetlinkException {
        try (Watch<RouteKey, RoutesTo> watch = watch(AF_INET6, SocketOptions.DEFAULT)) {
            drain(watch, new Told<>(new HashMap<>(watch.objects()), RoutesTo::key));
            RouteSpec spec = RouteSpec.of(SIX).gateway(IpAddress.parse("2001:db8::2"));
            rtnetlink.routes().create(spec);
            assertInstanceOf(WatchEvent.Appeared.class, watch.next(LONG).orElseThrow());
            assertEquals(1, known(watch, SIX).size());
            rtnetlink.routes().replace(spec.gateway(IpAddress.parse("2001:db8::3")));
            assertInstanceOf(WatchEvent.Changed.class, watch.next(LONG).orElseThrow());
            rtnetlink.routes().delete(spec.gateway(IpAddress.parse("2001:db8::3")));
            assertInstanceOf(WatchEvent.Disappeared.class, watch.next(LONG).orElseThrow());
        }
    }

    @Test
    void familiesWithoutRoutesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Routes.watched(7));
        assertThrows(IllegalArgumentException.class, () -> Routes.watchedGroups(0));
    }

    private Watch<Long, NextHopObject> watchNextHops(SocketOptions options) throws NetlinkException {
        return Watch.open(
                EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_NEXTHOP, RTNLGRP_LINK), options, namespace), client, NextHops.watched());
    }

    private Map<Long, NextHopObject> listedNextHops() throws NetlinkException {
        Map<Long, NextHopObject> objects = new HashMap<>();
        rtnetlink.nextHops().list(NextHopFilter.ALL).forEach(object -> objects.put(object.id(), object));
        return objects;
    }

    @Test
    void nextHopObjectsAreAsListed() throws NetlinkException {
        Random random = new Random(3);
        try (Watch<Long, NextHopObject> watch = watchNextHops(SocketOptions.DEFAULT.receiveBuffer(SMALL))) {
            Told<NextHopObject> told = new Told<>(new HashMap<>(watch.objects()), NextHopObject::id);
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < CHANGES / 10; i++) {
                    change(random);
                    if (random.nextInt(8) == 0) {
                        watch.next(Duration.ZERO).ifPresent(told::apply);
                    }
                }
                drain(watch, told);
                for (int attempt = 0; attempt < 20 && !listedNextHops().equals(watch.objects()); attempt++) {
                    drain(watch, told);
                }
                assertEquals(listedNextHops(), watch.objects(), "round " + round);
                assertEquals(Map.copyOf(watch.objects()), told.objects());
            }
        }
    }

    private void change(Random random) throws NetlinkException {
        long id = 1 + random.nextInt(8);
        try {
            switch (random.nextInt(40)) {
                case 0 -> {
                    rtnetlink.links().setDown(W0);
                    rtnetlink.links().setUp(W0);
                }
                case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> rtnetlink.nextHops().delete(id);
                case 11, 12, 13, 14, 15, 16 -> rtnetlink.nextHops().replace(NextHopSpec.of(8 + id).group(List.of(
                        new NextHopMember(id, 1 + random.nextInt(9)), NextHopMember.of(1 + id % 8))));
                default -> rtnetlink.nextHops().replace(NextHopSpec.of(id)
                        .gateway(IpAddress.parse(random.nextBoolean() ? "10.1.0.2" : "10.1.0.3")).device(W0));
            }
        } catch (KernelException _) {
            // of things that are not there
        }
    }

    @Test
    void nextHopObjectsGoWithTheirDevice() throws NetlinkException {
        rtnetlink.nextHops().create(NextHopSpec.of(1).gateway(IpAddress.parse("10.1.0.2")).device(W0));
        try (Watch<Long, NextHopObject> watch = watchNextHops(SocketOptions.DEFAULT)) {
            rtnetlink.links().setDown(W0);
            assertInstanceOf(WatchEvent.Resynchronised.class, watch.next(LONG).orElseThrow());
            assertEquals(Map.of(), watch.objects());
        }
    }
}
