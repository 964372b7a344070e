package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.testkit.HostileProcess;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Another process of the same namespace, with CAP_NET_ADMIN, sends notifications of what never happened. */
@KernelTest
@NeedsCommand("python3")
@Timeout(60)
class ForgedNotificationsIT extends InNamespace {
    private static final Set<Integer> LINKS = Set.of(1); // RTNLGRP_LINK
    private static final int LINKS_BIT = 1;
    private static final int KERNEL = 0;
    private static final int AT_ONCE = 8;
    private static final int TIMES = 20;
    private static final int FORGED = 666;
    private static final Duration SOON = Duration.ofSeconds(30);

    private HostileProcess attacker;

    @BeforeEach
    void start() throws Exception {
        attacker = new HostileProcess(namespace);
    }

    @AfterEach
    void stop() {
        attacker.close();
    }

    private NetlinkSocket socket() throws Exception {
        return NetlinkSocket.open(ROUTE.number(), SocketOptions.DEFAULT, namespace);
    }

    private static Optional<Event<Integer>> next(EventStream events, Duration longest) throws Exception {
        return events.next(longest, message -> message.u32(4));
    }

    /** Makes a link; the stream tells of it and of nothing else, but perhaps of an overrun where forgeries took the room. */
    private void assertHearsTheTruthOnly(EventStream events, String name, boolean overrun) throws Exception {
        client.execute(newLink(name, "bridge"));
        int index = client.get(Request.of(18, out -> out.zeros(16).attributes().stringz(3, name)), link -> link.u32(4));
        for (Event<Integer> event = next(events, SOON).orElseThrow(); ; event = next(events, SOON).orElseThrow()) {
            if (event instanceof Event.Notification<Integer> told) {
                assertTrue(told.object() != FORGED);
                if (told.object() == index) {
                    return;
                }
            } else {
                assertTrue(overrun, event::toString);
            }
        }
    }

    private static void assertSilent(EventStream events) throws Exception {
        Optional<Event<Integer>> last = next(events, Duration.ZERO);
        while (last.isPresent()) { // more of the last true one
            assertTrue(((Event.Notification<Integer>) last.get()).object() != FORGED);
            last = next(events, Duration.ZERO);
        }
    }

    @Test
    void theKernelRefusesThoseToThePortOfAStream() throws Exception {
        NetlinkSocket socket = Receiver.hearingTheKernel(socket());
        try (EventStream events = EventStream.over(ROUTE, LINKS, socket)) {
            for (int i = 1; i <= TIMES; i++) {
                assertEquals(i * AT_ONCE, attacker.forge(socket.portId(), 0));
                assertHearsTheTruthOnly(events, "true" + i, false);
            }
            assertSilent(events);
            assertEquals(0, events.dropped());
        }
    }

    @Test
    void thoseToThePortOfAStreamThatHearsAllAreDroppedAndCounted() throws Exception {
        NetlinkSocket socket = socket();
        assertDropsAndCounts(socket, sequence -> attacker.forge(socket.portId(), sequence));
    }

    @Test
    void thoseToTheGroupAreDroppedAndCounted() throws Exception {
        assertDropsAndCounts(Receiver.hearingTheKernel(socket()), sequence -> attacker.forge(KERNEL, LINKS_BIT, sequence));
    }

    @Test
    void thoseToTheGroupAndToAnothersPortAreDroppedAndCounted() throws Exception {
        try (NetlinkSocket another = socket()) {
            assertDropsAndCounts(
                    Receiver.hearingTheKernel(socket()), sequence -> attacker.forge(another.portId(), LINKS_BIT, sequence));
        }
    }

    /** Whatever the number of the message, 0 as of the kernel's notifications or another. */
    private void assertDropsAndCounts(NetlinkSocket socket, LongUnaryOperator forge) throws Exception {
        try (EventStream events = EventStream.over(ROUTE, LINKS, socket)) {
            for (int i = 1; i <= TIMES; i++) {
                assertEquals(0, forge.applyAsLong(i % 2), "none is refused");
                assertHearsTheTruthOnly(events, "true" + i, false);
                assertEquals(i * AT_ONCE, events.dropped());
            }
            assertSilent(events);
        }
    }

    @Test
    void aFloodOfTheGroupMayTakeTheRoomButIsNeverBelieved() throws Exception {
        try (EventStream events = EventStream.open(ROUTE, LINKS, SocketOptions.DEFAULT, namespace)) {
            attacker.flood(KERNEL, LINKS_BIT);
            for (int i = 0; i < 100; i++) {
                assertTrue(next(events, Duration.ofMillis(1)).map(event -> event instanceof Event.Overrun).orElse(true));
            }
            attacker.stop();
            while (next(events, Duration.ZERO).isPresent()) {
                continue; // what was left of the flood
            }
            assertTrue(events.dropped() > AT_ONCE);
            assertHearsTheTruthOnly(events, "true", true);
        }
    }
}
