package org.netlink4j.rtnetlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.IpFamily.AF_MPLS;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Mpls;
import org.netlink4j.rtnetlink.MplsLabels;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.Told;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.KernelTest;

/** Routes of labels. */
@KernelTest
class MplsRoutesIT extends InNamespace {
    private static final int V0 = 1010;
    private static final int W0 = 1020;
    private static final int ROUNDS = 20;
    private static final int CHANGES = 50;
    private static final IpAddress VIA = IpAddress.parse("10.0.0.2");
    private static final IpAddress OTHER = IpAddress.parse("10.0.0.3");
    private static final Duration QUIET = Duration.ofMillis(250);

    @BeforeEach
    void open() throws NetlinkException {
        Mpls.enable(namespace);
        add(V0);
        add(W0);
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("10.0.0.1/24")));
    }

    private void add(int index) throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v" + index).index(index).kind(Veth.withPeer(LinkSpec.named("p" + index).index(index + 1))));
        rtnetlink.links().setUp(index);
        rtnetlink.links().setUp(index + 1);
    }

    @Test
    void haveLabelsAndWays() throws NetlinkException {
        RouteSpec swapped = RouteSpec.ofLabel(100).newLabels(MplsLabels.of(200, 300)).gateway(VIA).device(V0);
        rtnetlink.routes().create(swapped);
        Route route = rtnetlink.routes().list(AF_MPLS).getFirst();
        assertEquals(MplsLabels.of(100), route.label());
        assertEquals(MplsLabels.of(200, 300), route.newLabels());
        assertEquals(List.of(), route.attributes().unknown());
        rtnetlink.routes().replace(RouteSpec.ofLabel(100).nextHops(ways(400)));
        List<NextHop> ways = rtnetlink.routes().list(AF_MPLS).getFirst().nextHops();
        assertEquals(MplsLabels.of(400), ways.get(0).newLabels());
        assertEquals(MplsLabels.of(), ways.get(1).newLabels());
        rtnetlink.routes().delete(RouteSpec.ofLabel(100));
        assertEquals(List.of(), rtnetlink.routes().list(AF_MPLS));
    }

    private static List<NextHop> ways(int label) {
        return List.of(
                NextHop.of(V0).newLabels(MplsLabels.of(label)).gateway(AF_MPLS, VIA), NextHop.of(V0).gateway(AF_MPLS, OTHER));
    }

    /** Whatever happens to them, and to their devices. */
    @Test
    void areKnownAsTheKernelHasThem() throws NetlinkException {
        Random random = new Random(28);
        try (Watch<RouteKey, RoutesTo> watch = Watch.open(
                EventStream.open(Rtnetlink.PROTOCOL, Routes.watchedGroups(AF_MPLS), SocketOptions.DEFAULT, namespace),
                client, Routes.watched(AF_MPLS))) {
            Told<RouteKey, RoutesTo> told = new Told<>(watch, RoutesTo::key);
            for (int round = 0; round < ROUNDS; round++) {
                List<Request> changes = new ArrayList<>();
                for (int i = 0; i < CHANGES; i++) {
                    changes.add(change(random));
                }
                client.batch(changes, BatchPolicy.CONTINUE);
                told.follow(QUIET);
                told.assertAre(listed(), "round " + round);
                disturb(random);
                told.follow(QUIET);
                told.assertAre(listed(), "round " + round + ", devices changed");
            }
        }
    }

    private static Request change(Random random) {
        int label = 100 + random.nextInt(20);
        RouteSpec spec = RouteSpec.ofLabel(label);
        if (random.nextInt(3) == 0) {
            return Request.of(RTM_DELROUTE, spec);
        }
        RouteSpec wanted = switch (random.nextInt(4)) {
            case 0 -> spec.nextHops(ways(16 + random.nextInt(1000)));
            case 1 -> spec.device(W0);
            case 2 -> spec.newLabels(MplsLabels.of(16 + random.nextInt(1000))).gateway(VIA).device(V0).propagateTimeToLive(random.nextBoolean());
            default -> spec.gateway(random.nextBoolean() ? VIA : OTHER).device(W0);
        };
        return Request.of(RTM_NEWROUTE, wanted).flags(NLM_F_CREATE | (random.nextBoolean() ? NLM_F_REPLACE : 0));
    }

    private void disturb(Random random) throws NetlinkException {
        switch (random.nextInt(4)) {
            case 0 -> rtnetlink.links().setDown(W0);
            case 1 -> rtnetlink.links().setUp(W0);
            case 2 -> rtnetlink.links().setDown(V0 + 1);
            default -> {
                rtnetlink.links().delete(W0);
                add(W0);
                rtnetlink.links().setUp(V0 + 1);
            }
        }
    }

    /** What the kernel lists, without the code of the watch. */
    private Map<RouteKey, RoutesTo> listed() throws NetlinkException {
        Map<RouteKey, RoutesTo> routes = new HashMap<>();
        for (Route route : rtnetlink.routes().list(AF_MPLS)) {
            routes.put(RouteKey.of(route), new RoutesTo(RouteKey.of(route), List.of(route)));
        }
        return routes;
    }
}
