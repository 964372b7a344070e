package org.netlink4j.core.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_APPEND;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;
import org.netlink4j.core.examples.WatchExample.Destination;
import org.netlink4j.core.examples.WatchExample.Gateways;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.testkit.KernelTest;

/** Gateways of the real kernel, placed, replaced, deleted and flushed with their device. */
@KernelTest
@Timeout(60)
class WatchExampleIT {
    private static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");
    private static final int NET = 0xc000_0200; // 192.0.2.0/24
    private static final int GATEWAYS = 0x0a00_0000; // 10.0.0.0/24
    private static final int LINK = 2;

    private NetworkNamespace namespace;
    private NetlinkClient client;

    @BeforeEach
    void open() throws Exception {
        namespace = NetworkNamespace.createAnonymous();
        client = NetlinkClient.open(ROUTE, namespace);
        client.execute(Request.of(16, out -> out.zeros(4).u32(LINK).zeros(8).attributes() // RTM_NEWLINK
                        .begin(18).string(1, "bridge").end())
                .flags(NLM_F_CREATE));
        up(true);
        client.execute(Request.of(20, out -> out.u8(2).u8(24).zeros(2).u32(LINK) // RTM_NEWADDR
                        .attributes().u32be(2, GATEWAYS | 1).u32be(1, GATEWAYS | 1))
                .flags(NLM_F_CREATE));
    }

    @AfterEach
    void close() {
        client.close();
        namespace.close();
    }

    private void up(boolean up) throws NetlinkException {
        client.execute(Request.of(16, out -> out.zeros(4).u32(LINK).u32(up ? 1 : 0).u32(1)));
    }

    private static Request route(int type, int flags, int net, int gateway) {
        return Request.of(type, out -> out.u8(2).u8(24).zeros(2).u8(254).u8(3).u8(0).u8(type == 24 ? 1 : 0).zeros(4)
                        .attributes().u32be(1, NET + (net << 8)).u32be(5, GATEWAYS | gateway))
                .flags(flags);
    }

    private Watch<Destination, Gateways> watch(SocketOptions options) throws NetlinkException {
        return Watch.open(
                EventStream.open(ROUTE, WatchExample.GROUPS, options, namespace), client, new WatchExample.WatchedGateways());
    }

    private static List<Integer> last(Watch<Destination, Gateways> watch, int net) {
        Ipv4Address prefix = new Ipv4Address(NET + (net << 8));
        return watch.objects().values().stream()
                .filter(gateways -> gateways.to().prefix().equals(prefix))
                .flatMap(gateways -> gateways.inOrder().stream())
                .map(gateway -> gateway.bits() & 0xff)
                .toList();
    }

    @Test
    void theirOrderIsTheKernels() throws Exception {
        client.execute(route(24, NLM_F_CREATE, 0, 2));
        try (Watch<Destination, Gateways> watch = watch(SocketOptions.DEFAULT)) {
            client.execute(route(24, NLM_F_CREATE | NLM_F_APPEND, 0, 3));
            watch.next(Duration.ofSeconds(5));
            assertEquals(List.of(2, 3), last(watch, 0));
            client.execute(route(24, NLM_F_CREATE, 0, 4));
            watch.next(Duration.ofSeconds(5));
            assertEquals(List.of(4, 2, 3), last(watch, 0));
            client.execute(route(24, NLM_F_CREATE | NLM_F_REPLACE, 0, 5));
            watch.next(Duration.ofSeconds(5));
            assertEquals(List.of(5, 2, 3), last(watch, 0));
            client.execute(route(25, 0, 0, 2));
            watch.next(Duration.ofSeconds(5));
            assertEquals(List.of(5, 3), last(watch, 0));
        }
    }

    @Test
    void theyGoWithTheirDeviceThoughTheKernelSaysNothing() throws Exception {
        client.execute(route(24, NLM_F_CREATE, 0, 2));
        client.execute(route(24, NLM_F_CREATE | NLM_F_APPEND, 0, 3));
        try (Watch<Destination, Gateways> watch = watch(SocketOptions.DEFAULT)) {
            up(false);
            WatchEvent<Gateways> event = watch.next(Duration.ofSeconds(5)).orElseThrow();
            assertEquals(1, assertInstanceOf(WatchEvent.Resynchronised.class, event).differences().size());
            assertEquals(Map.of(), watch.objects());
        }
    }

    @Test
    void whateverHappensTheyAreAsListed() throws Exception {
        Random random = new Random(7);
        try (Watch<Destination, Gateways> watch = watch(SocketOptions.DEFAULT.receiveBuffer(4096));
                NetlinkClient changer = NetlinkClient.open(ROUTE, namespace)) {
            Map<Destination, Gateways> told = new HashMap<>(watch.objects());
            for (int round = 0; round < 12; round++) {
                List<Request> changes = new ArrayList<>();
                for (int i = 0; i < 8 << round % 6; i++) {
                    changes.add(change(random));
                }
                changer.batch(changes, BatchPolicy.CONTINUE);
                if (round % 4 == 3) {
                    up(false);
                    up(true);
                }
                for (Optional<WatchEvent<Gateways>> event;
                        (event = watch.next(Duration.ofMillis(150))).isPresent(); ) {
                    apply(event.get(), told);
                }
                assertEquals(watch.objects(), told);
                try (Watch<Destination, Gateways> fresh = watch(SocketOptions.DEFAULT)) {
                    assertEquals(fresh.objects(), told);
                }
            }
        }
    }

    private static Request change(Random random) {
        int flags = switch (random.nextInt(3)) {
            case 0 -> NLM_F_CREATE;
            case 1 -> NLM_F_CREATE | NLM_F_APPEND;
            default -> NLM_F_CREATE | NLM_F_REPLACE;
        };
        boolean deletes = random.nextInt(3) == 0;
        return route(deletes ? 25 : 24, deletes ? 0 : flags, random.nextInt(4), 2 + random.nextInt(6));
    }

    private static void apply(WatchEvent<Gateways> event, Map<Destination, Gateways> told) {
        switch (event) {
            case WatchEvent.Appeared<Gateways>(Gateways now) -> told.put(now.to(), now);
            case WatchEvent.Changed<Gateways>(Gateways before, Gateways now) -> assertEquals(before, told.put(now.to(), now));
            case WatchEvent.Disappeared<Gateways>(Gateways before) -> assertEquals(before, told.remove(before.to()));
            case WatchEvent.Resynchronised<Gateways>(var differences) -> differences.forEach(one -> apply(one, told));
        }
    }
}
