package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.ReadAheadTransport;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.Traces;

/** Dumps of 20,000 routes, about 40 datagrams, that are read ahead: they end in every way in which a dump may end. */
@KernelTest
@Timeout(120)
class ReadAheadIT extends InNamespace {
    private static final int RTM_NEWROUTE = 24;
    private static final int RTM_GETROUTE = 26;
    private static final int ROUTES = 20_000;
    private static final int RTA_DST = 1;
    private static final int RTA_OIF = 4;

    private static final Request ALL = Request.of(RTM_GETROUTE, out -> out.u8(2).zeros(11)).timeout(Duration.ofSeconds(60));
    private static final Request LOOPBACK = Request.of(18, out -> out.zeros(4).u32(1).zeros(8));

    private NetlinkClient ahead;

    @BeforeEach
    void makeRoutes() throws Exception {
        client.execute(Request.of(RTM_NEWLINK, out -> out.zeros(4).u32(1).u32(1).u32(1)));
        List<Request> routes = new ArrayList<>();
        for (int i = 0; i < ROUTES; i++) {
            int destination = 10 << 24 | i;
            // struct rtmsg of an IPv4 /32 in the main table: static, global, unicast
            routes.add(Request.of(RTM_NEWROUTE, out -> out.u8(2).u8(32).zeros(2).u8(254).u8(4).u8(253).u8(1).zeros(4)
                            .attributes().u32be(RTA_DST, destination).u32(RTA_OIF, 1))
                    .flags(NLM_F_CREATE));
        }
        assertTrue(client.batch(routes, BatchPolicy.CONTINUE).stream().allMatch(BatchResult.Done.class::isInstance));
        ahead = NetlinkClient.over(ROUTE, transport());
    }

    private ReadAheadTransport transport() throws Exception {
        return new ReadAheadTransport(NetlinkSocket.open(0, SocketOptions.DEFAULT, namespace));
    }

    @AfterEach
    void close() {
        ahead.close();
    }

    private static List<Integer> destinations(Requester requester) throws Exception {
        return requester.list(ALL, ReadAheadIT::destination);
    }

    private static int destination(MessageReader route) throws MalformedMessageException {
        AttributeReader attributes = route.attributes(12);
        while (attributes.next()) {
            if (attributes.type() == RTA_DST) {
                return attributes.u32be();
            }
        }
        return 0;
    }

    private static boolean isReadingAhead() {
        return Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("netlink4j-read-ahead"));
    }

    private void answersStill() throws Exception {
        assertEquals(1, ahead.<Integer>get(LOOPBACK, link -> link.u32(4)));
        assertTrue(destinations(ahead).size() >= ROUTES);
    }

    @Test
    void theListIsTheSameAndOneAfterTheOtherToo() throws Exception {
        List<Integer> expected = destinations(client);
        assertTrue(expected.size() >= ROUTES);
        for (int i = 0; i < 20; i++) {
            assertEquals(expected, destinations(ahead));
        }
        assertTrue(isReadingAhead(), "the routes fill large datagrams");
        assertEquals(1, ahead.<Integer>get(LOOPBACK, link -> link.u32(4)));
        assertEquals(0, ahead.dropped());
    }

    @Test
    void aSharedClientReadsAheadAndAnswersMeanwhile() throws Exception {
        List<Integer> expected = destinations(client);
        try (SharedNetlinkClient shared = SharedNetlinkClient.over(ROUTE, transport())) {
            CompletableFuture<Object> gets = new CompletableFuture<>();
            Thread getter = Thread.startVirtualThread(() -> {
                try {
                    for (int i = 0; i < 2000; i++) {
                        assertEquals(1, shared.<Integer>get(LOOPBACK, link -> link.u32(4)));
                    }
                    gets.complete("done");
                } catch (Throwable t) {
                    gets.complete(t);
                }
            });
            for (int i = 0; i < 10; i++) {
                assertEquals(expected, destinations(shared));
            }
            assertEquals("done", gets.get(60, TimeUnit.SECONDS));
            getter.join();
        }
    }

    @Test
    void aConsumerThatThrowsLeavesTheClientUsable() throws Exception {
        int[] seen = new int[1];
        for (int after : new int[] {1, 5_000, ROUTES - 1}) {
            seen[0] = 0;
            assertThrows(IllegalStateException.class, () -> ahead.dump(ALL, _ -> {
                if (++seen[0] == after) {
                    throw new IllegalStateException("enough");
                }
            }));
            assertEquals(after, seen[0]);
            answersStill();
        }
    }

    @Test
    void anInterruptEndsTheDump() throws Exception {
        assertThrows(InterruptedCallException.class, () -> ahead.dump(ALL, _ -> Thread.currentThread().interrupt()));
        assertTrue(Thread.interrupted());
        answersStill();
    }

    @Test
    void aDeadlineEndsTheDump() throws Exception {
        assertThrows(TimedOutException.class, () -> ahead.dump(ALL.timeout(Duration.ofMillis(50)), message -> {
            if (message.sequence() != 0 && message.offset() == 0) {
                sleep(20);
            }
        }));
        answersStill();
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void closingInTheMidstOfADumpEndsItAndLeavesNothingBehind() throws Exception {
        Traces.look();
        destinations(ahead);
        ahead.close();
        awaitThreadsEnd();
        Traces before = Traces.settled();
        for (int i = 0; i < 20; i++) {
            NetlinkClient closed = NetlinkClient.over(ROUTE, transport());
            int[] seen = new int[1];
            assertThrows(ClosedException.class, () -> closed.dump(ALL, _ -> {
                if (++seen[0] == 3000) {
                    closed.close();
                }
            }));
            assertTrue(seen[0] < ROUTES);
        }
        awaitThreadsEnd();
        before.await("20 clients that were closed");
    }

    private static void awaitThreadsEnd() {
        for (int i = 0; i < 1000 && isReadingAhead(); i++) {
            sleep(10);
        }
        assertFalse(isReadingAhead());
    }

    @Test
    void aVirtualThreadDumps() throws Exception {
        CompletableFuture<Integer> size = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                size.complete(destinations(ahead).size());
            } catch (Throwable t) {
                size.completeExceptionally(t);
            }
        });
        assertTrue(size.get(60, TimeUnit.SECONDS) >= ROUTES);
    }
}
