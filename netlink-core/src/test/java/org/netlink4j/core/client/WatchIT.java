package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.testkit.KernelTest;

/** IPv4 addresses of the real kernel, changed faster than a receive buffer of 4 KiB can take. */
@KernelTest
@Timeout(120)
class WatchIT {
    private static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");
    private static final int RTNLGRP_IPV4_IFADDR = 5;
    private static final int RTM_NEWADDR = 20;
    private static final int RTM_DELADDR = 21;
    private static final int LOOPBACK = 1;
    private static final AttributeSet IFA =
            AttributeSet.of("IFA", AttributeSpec.ipv4(2, "IFA_LOCAL"), AttributeSpec.string(3, "IFA_LABEL"));

    /** An address of the loopback device, by its last 16 bits. It is changed by deleting it and adding it with another scope. */
    private record Address(int key, int scope) {}

    private static final class Addresses implements Watched<Integer, Address> {
        @Override
        public Request list() {
            return Request.of(22, out -> out.u8(2).zeros(7)).timeout(Duration.ofSeconds(30));
        }

        @Override
        public Sighting<Integer, Address> decode(MessageReader message) throws MalformedMessageException {
            int scope = message.u8(3);
            byte[] local = Attributes.decode(IFA, message.attributes(8)).payload(2).orElseThrow();
            int key = (local[2] & 0xff) << 8 | local[3] & 0xff;
            return message.type() == RTM_NEWADDR
                    ? new Sighting.Present<>(key, new Address(key, scope))
                    : new Sighting.Gone<>(key);
        }
    }

    private static Request address(int type, int key, int scope) {
        return Request.of(type, out -> out.u8(2).u8(32).u8(0).u8(scope).u32(LOOPBACK)
                        .attributes().u32be(2, 0x7f01_0000 | key).u32be(1, 0x7f01_0000 | key))
                .flags(type == RTM_NEWADDR ? 0x600 : 0);
    }

    @Test
    void knownPlusToldIsAlwaysWhatIsThere() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                NetlinkClient changer = NetlinkClient.open(ROUTE, namespace);
                NetlinkClient lister = NetlinkClient.open(ROUTE, namespace);
                Watch<Integer, Address> watch = Watch.open(
                        EventStream.open(ROUTE, Set.of(RTNLGRP_IPV4_IFADDR), SocketOptions.DEFAULT.receiveBuffer(4096), namespace),
                        lister,
                        new Addresses())) {
            Map<Integer, Address> told = new HashMap<>(watch.objects());
            AtomicInteger resynchronised = new AtomicInteger();
            Random random = new Random(42);
            for (int round = 0; round < 20; round++) {
                CompletableFuture<Void> churn = CompletableFuture.runAsync(() -> churn(changer, random));
                if (round % 2 == 0) {
                    churn.join(); // nobody listens meanwhile: the buffer overruns
                }
                while (!churn.isDone()) {
                    follow(watch, Duration.ofMillis(5), told, resynchronised);
                }
                churn.join();
                follow(watch, Duration.ofMillis(50), told, resynchronised);
                Map<Integer, Address> there = new HashMap<>();
                Addresses addresses = new Addresses();
                lister.dump(addresses.list(), message -> {
                    if (addresses.decode(message) instanceof Watched.Sighting.Present<Integer, Address>(var key, var address)) {
                        there.put(key, address);
                    }
                });
                assertEquals(there, watch.objects());
                assertEquals(there, told);
            }
            assertTrue(resynchronised.get() >= 10, "each even round overruns the buffer");
        }
    }

    private static void churn(NetlinkClient changer, Random random) {
        try {
            for (int burst = 0; burst < 5; burst++) {
                List<Request> requests = random.ints(100).mapToObj(i -> {
                    int key = 1 + (i >>> 8) % 200;
                    return address((i & 1) == 0 ? RTM_NEWADDR : RTM_DELADDR, key, (i & 2) == 0 ? 0 : 253);
                }).toList();
                changer.batch(requests, BatchPolicy.CONTINUE);
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Applies what is told until nothing is for a while. */
    private static void follow(
            Watch<Integer, Address> watch, Duration quiet, Map<Integer, Address> told, AtomicInteger resynchronised)
            throws Exception {
        for (Optional<WatchEvent<Address>> event = watch.next(quiet); event.isPresent(); event = watch.next(quiet)) {
            if (event.get() instanceof WatchEvent.Resynchronised<Address>(var differences)) {
                resynchronised.incrementAndGet();
                differences.forEach(difference -> apply(difference, told));
            } else {
                apply(event.get(), told);
            }
        }
    }

    private static void apply(WatchEvent<Address> event, Map<Integer, Address> told) {
        switch (event) {
            case WatchEvent.Appeared<Address>(Address address) -> assertNull(told.put(address.key(), address));
            case WatchEvent.Changed<Address>(Address before, Address now) -> assertEquals(before, told.put(now.key(), now));
            case WatchEvent.Disappeared<Address>(Address address) -> assertEquals(address, told.remove(address.key()));
            case WatchEvent.Resynchronised<Address> _ -> throw new AssertionError("one inside another");
        }
    }
}
