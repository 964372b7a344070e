package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.testing.Answer.acknowledge;
import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.object;
import static org.netlink4j.core.testing.Answer.silence;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.DumpInterruptedException;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.socket.ObservedTransport;
import org.netlink4j.core.testing.FakeKernel;

/** What callers of one socket may do to each other: nothing. */
@Timeout(30)
class SharedNetlinkClientTest {
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "TEST");
    private static final int THING = 20;
    private static final int SILENT = 21;
    private static final Request REQUEST = Request.of(THING, out -> out.zeros(4)).timeout(Duration.ofSeconds(10));
    private static final Request UNANSWERED = Request.of(SILENT, out -> out.zeros(4)).timeout(Duration.ofMinutes(5));
    private static final Request IMPATIENT = UNANSWERED.timeout(Duration.ofMillis(20));

    private final FakeKernel kernel = new FakeKernel().on(THING, acknowledge()).on(SILENT, silence());
    private final SharedNetlinkClient client = SharedNetlinkClient.over(PROTOCOL, kernel);

    @AfterEach
    void close() {
        client.close();
    }

    private long sent(int type) {
        return kernel.sent().stream().filter(datagram -> datagram[4] == type).count();
    }

    private void awaitSent(int type, int count) {
        while (sent(type) < count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void callersThatWentAwayWhileTheyWereAnsweredLeaveRoomForOthers() throws Exception {
        for (int i = 1; i <= 40; i++) { // more than may be open at once
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread caller = Thread.startVirtualThread(() -> {
                assertThrows(InterruptedCallException.class, () -> client.execute(UNANSWERED));
                interrupted.complete(Thread.interrupted());
            });
            awaitSent(SILENT, i);
            caller.interrupt();
            assertTrue(interrupted.get(10, TimeUnit.SECONDS), "the interrupt is not forgotten");
        }
        client.execute(REQUEST);
    }

    @Test
    void aDumpWhoseCallerWentAwayBeforeItsTurnIsNotSent() throws Exception {
        kernel.on(THING, dump(object(THING, out -> out.u32(5))).delayed(Duration.ofMillis(300)));
        CompletableFuture<List<Integer>> first = CompletableFuture.supplyAsync(this::list);
        awaitSent(THING, 1);
        assertThrows(TimedOutException.class, () -> client.list(IMPATIENT, message -> message.u32(0)));
        assertEquals(List.of(5), first.get(10, TimeUnit.SECONDS));
        assertEquals(List.of(5), list());
        assertEquals(0, sent(SILENT));
    }

    private List<Integer> list() {
        try {
            return client.list(REQUEST, message -> message.u32(0));
        } catch (NetlinkException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFloodOfStrangersHoldsUpNobody() throws Exception {
        FakeKernel busy = new FakeKernel().on(THING, acknowledge());
        ObservedTransport flooded = new ObservedTransport(busy, new ObservedTransport.Observer() {
            @Override
            public void sending(MemorySegment memory, long length, int destinationPort) {
                // nothing to see
            }

            @Override
            public void received(Datagram datagram) {
                if (datagram.senderPort() != 0) {
                    busy.arrives(99, new byte[20]); // there is always one more
                }
            }
        });
        busy.arrives(99, new byte[20]);
        try (SharedNetlinkClient other = SharedNetlinkClient.over(PROTOCOL, flooded)) {
            for (int i = 0; i < 10; i++) {
                other.execute(REQUEST);
            }
        }
    }

    @Test
    void requestsOfAnySizeAreSent() throws Exception {
        client.execute(Request.of(THING, out -> out.zeros(200_000)));
        Request large = Request.of(THING, out -> out.zeros(30_000));
        assertEquals(
                Collections.nCopies(200, new BatchResult.Done()),
                client.batch(Collections.nCopies(200, large), BatchPolicy.CONTINUE));
    }

    @Test
    void whatCannotBeSentFailsAtOnceAndTellsWhoAsked() {
        NotSupportedException why = new NotSupportedException("no sending");
        kernel.failNextSend(why);
        NotSupportedException e = assertThrows(NotSupportedException.class, () -> client.execute(REQUEST));
        assertSame(why, e);
        assertEquals("the call that asked for TEST(20)", e.getSuppressed()[0].getMessage());
        StackTraceElement[] caller = e.getSuppressed()[0].getStackTrace();
        assertTrue(Stream.of(caller).anyMatch(frame -> frame.getClassName().equals(getClass().getName())));
    }

    @Test
    void anInterruptedDumpIsReported() {
        kernel.on(THING, dump(object(THING, out -> out.u32(5))).interrupted());
        assertThrows(DumpInterruptedException.class, () -> client.dump(REQUEST, _ -> {}));
    }

    @Test
    void closingDoesNotWaitForAThreadThatIsStuckInTheKernel() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        kernel.on(THING, _ -> {
            stuck.countDown();
            assertDoesNotThrow(() -> free.await());
            return acknowledge();
        });
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread.startVirtualThread(() -> outcome.complete(assertThrows(Throwable.class, () -> client.execute(REQUEST))));
        stuck.await();
        client.close();
        assertInstanceOf(ClosedException.class, outcome.get(5, TimeUnit.SECONDS));
        free.countDown();
    }

    @Test
    void aBatchLeavesPlacesForOthers() throws Exception {
        Thread batch = Thread.ofPlatform().start(() -> assertDoesNotThrow(
                () -> client.batch(Collections.nCopies(SharedNetlinkClient.MOST_CALLS + 1, UNANSWERED), BatchPolicy.CONTINUE)));
        while (batch.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        TimedOutException e = assertThrows(TimedOutException.class, () -> client.execute(IMPATIENT));
        assertEquals("TEST(21): no complete answer within PT0.02S", e.getMessage());
        client.close();
        batch.join();
    }

    private Thread batch(int count, List<BatchResult> results) {
        Thread thread = Thread.ofPlatform().start(() -> assertDoesNotThrow(
                () -> results.addAll(client.batch(Collections.nCopies(count, UNANSWERED), BatchPolicy.CONTINUE))));
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void whatABatchHasSentIsToldThoughItIsInterruptedBeforeTheRest() throws Exception {
        int most = SharedNetlinkClient.MOST_CALLS / 4;
        List<Thread> others = new ArrayList<>();
        for (int count : List.of(most, most, most, most - 1)) { // one place is left
            others.add(batch(count, new ArrayList<>()));
        }
        List<BatchResult> results = new ArrayList<>();
        Thread interrupted = batch(3, results);
        interrupted.interrupt();
        interrupted.join();
        assertInstanceOf(BatchResult.Unknown.class, results.getFirst());
        assertEquals(List.of(new BatchResult.NotSent(), new BatchResult.NotSent()), results.subList(1, 3));
        client.close();
        for (Thread other : others) {
            other.join();
        }
    }

    @Test
    void noMoreCallsAreUnderWayThanAllowed() throws Exception {
        List<Thread> callers = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(SharedNetlinkClient.MOST_CALLS);
        for (int i = 0; i < SharedNetlinkClient.MOST_CALLS; i++) {
            callers.add(Thread.startVirtualThread(() -> {
                started.countDown();
                assertThrows(NetlinkException.class, () -> client.execute(UNANSWERED));
            }));
        }
        started.await();
        String said;
        do { // the last of them may be on their way still
            said = assertThrows(TimedOutException.class, () -> client.execute(IMPATIENT)).getMessage();
        } while (said.endsWith("PT0.02S"));
        assertEquals("TEST(21): 4096 calls are under way and none ended in time", said);
        callers.forEach(Thread::interrupt);
        client.execute(REQUEST); // their places are free again
        for (Thread caller : callers) {
            caller.join();
        }
    }

    /** All of them are sent and open, so nothing wakes the thread that would forget them. */
    @Test
    void callersWhoWentAwayGiveTheirPlacesBackThoughNothingElseHappens() throws Exception {
        FakeKernel other = new FakeKernel().on(THING, acknowledge()).on(SILENT, silence());
        CountDownLatch unsent = new CountDownLatch(SharedNetlinkClient.MOST_CALLS);
        DatagramTransport roomy = (DatagramTransport) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DatagramTransport.class}, (_, method, arguments) -> {
                    switch (method.getName()) {
                        case "receiveBufferSize" -> {
                            return Integer.MAX_VALUE;
                        }
                        case "send" -> {
                            for (long message = (long) arguments[1] / 20; message > 0; message--) {
                                unsent.countDown();
                            }
                        }
                        default -> {}
                    }
                    return method.invoke(other, arguments);
                });
        try (SharedNetlinkClient open = SharedNetlinkClient.over(PROTOCOL, roomy)) {
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < SharedNetlinkClient.MOST_CALLS; i++) {
                callers.add(Thread.startVirtualThread(
                        () -> assertThrows(InterruptedCallException.class, () -> open.execute(UNANSWERED))));
            }
            unsent.await();
            for (Thread caller : callers) {
                caller.interrupt();
                caller.join();
            }
            open.execute(REQUEST);
        }
    }
}
