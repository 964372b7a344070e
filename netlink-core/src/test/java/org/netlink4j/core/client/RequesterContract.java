package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_NOOP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.Nlmsg;

/** What every {@link Requester} does, whichever kernel answers: the real one or the one in memory. Links are bridges here. */
@Timeout(60)
abstract class RequesterContract {
    static final int RTM_NEWLINK = 16;
    static final int RTM_GETLINK = 18;
    static final int RTM_GETADDR = 22;
    static final int IFLA_IFNAME = 3;
    static final int IFLA_LINKINFO = 18;
    static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");

    private static final Request ALL_LINKS = Request.of(RTM_GETLINK, out -> out.zeros(16));

    /** A control message without a wish for an acknowledgement: no kernel answers it. */
    private static final Request NEVER_ANSWERED = Request.of(NLMSG_NOOP, _ -> {}).timeout(Duration.ofSeconds(50));

    private Requester requester;

    /** A requester over a fresh kernel, whose only link is {@code lo}. */
    abstract Requester open() throws Exception;

    @BeforeEach
    void openIt() throws Exception {
        requester = open();
    }

    @AfterEach
    void closeIt() {
        requester.close();
    }

    private static Request newLink(String name, String kind) {
        return Request.of(RTM_NEWLINK, out ->
                        out.zeros(16).attributes().stringz(IFLA_IFNAME, name).begin(IFLA_LINKINFO).string(1, kind).end())
                .flags(Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL)
                .timeout(Duration.ofSeconds(30));
    }

    private static Request getLink(int index) {
        return Request.of(RTM_GETLINK, out -> out.zeros(4).u32(index).zeros(8));
    }

    private static String name(MessageReader link) throws MalformedMessageException {
        AttributeReader attributes = link.attributes(16);
        while (attributes.next()) {
            if (attributes.type() == IFLA_IFNAME) {
                return attributes.string();
            }
        }
        return "";
    }

    private List<String> names() throws Exception {
        return requester.list(ALL_LINKS, RequesterContract::name);
    }

    @Test
    void getsOneObject() throws Exception {
        assertEquals("lo", requester.get(getLink(1), RequesterContract::name));
    }

    @Test
    void executesAndListsWhatItMade() throws Exception {
        requester.execute(newLink("br1", "bridge"));
        requester.execute(newLink("br2", "bridge"));
        assertEquals(List.of("lo", "br1", "br2"), names());
    }

    @Test
    void refusalsCarryErrnoAndWords() {
        assertEquals(Errno.ENODEV, assertThrows(
                KernelException.class, () -> requester.get(getLink(4711), RequesterContract::name)).errno());
        KernelException unknown =
                assertThrows(KernelException.class, () -> requester.execute(newLink("x", "nosuchkind")));
        assertEquals(Errno.EOPNOTSUPP, unknown.errno());
        assertEquals(Optional.of("Unknown device type"), unknown.kernelMessage());
    }

    @Test
    void anEmptyDumpIsAnEmptyList() throws Exception {
        assertEquals(List.of(), requester.list(Request.of(RTM_GETADDR, out -> out.zeros(8)), address -> address.u32(4)));
    }

    @Test
    void aConsumerThatStopsEarlyLeavesTheRequesterUsable() throws Exception {
        for (int i = 0; i < 40; i++) {
            requester.execute(newLink("br" + i, "bridge"));
        }
        for (int round = 0; round < 5; round++) {
            List<String> seen = new ArrayList<>();
            assertThrows(NotSupportedException.class, () -> requester.dump(ALL_LINKS, link -> {
                seen.add(name(link));
                if (seen.size() == 3) {
                    throw new NotSupportedException("enough");
                }
            }));
            assertEquals(List.of("lo", "br0", "br1"), seen);
            assertEquals("lo", requester.get(getLink(1), RequesterContract::name));
            assertEquals(41, names().size());
        }
    }

    @Test
    void aConsumersMistakeGoesToItsCaller() throws Exception {
        assertThrows(ArithmeticException.class, () -> requester.dump(ALL_LINKS, _ -> {
            throw new ArithmeticException();
        }));
        assertThrows(IllegalStateException.class, () -> requester.dump(ALL_LINKS, _ -> requester.execute(ALL_LINKS)));
        assertEquals(List.of("lo"), names());
    }

    @Test
    void aBatchGoesOnAfterARefusalAndKeepsTheOrder() throws Exception {
        List<BatchResult> results = requester.batch(threeOfWhichTheSecondIsRefused(), BatchPolicy.CONTINUE);
        assertInstanceOf(BatchResult.Done.class, results.get(0));
        assertEquals(Errno.EEXIST, assertInstanceOf(BatchResult.Refused.class, results.get(1)).why().errno());
        assertInstanceOf(BatchResult.Done.class, results.get(2));
        assertEquals(List.of("lo", "br1", "br2"), names());
    }

    @Test
    void aBatchStopsAtARefusal() throws Exception {
        List<BatchResult> results = requester.batch(threeOfWhichTheSecondIsRefused(), BatchPolicy.STOP);
        assertInstanceOf(BatchResult.Done.class, results.get(0));
        assertInstanceOf(BatchResult.Refused.class, results.get(1));
        assertInstanceOf(BatchResult.NotSent.class, results.get(2));
        assertEquals(List.of("lo", "br1"), names());
    }

    private static List<Request> threeOfWhichTheSecondIsRefused() {
        return List.of(newLink("br1", "bridge"), newLink("br1", "bridge"), newLink("br2", "bridge"));
    }

    @Test
    void aDumpInABatchIsTheCallersMistake() {
        List<Request> requests = List.of(newLink("br1", "bridge"), ALL_LINKS.flags(Nlmsg.NLM_F_DUMP));
        assertThrows(IllegalArgumentException.class, () -> requester.batch(requests, BatchPolicy.CONTINUE));
    }

    @Test
    void echoReturnsTheObject() throws Exception {
        assertEquals(Optional.of("br1"), requester.echo(newLink("br1", "bridge"), RequesterContract::name));
    }

    @Test
    void aDeadlineEndsACallAndLeavesTheRequesterUsable() throws Exception {
        Request impatient = NEVER_ANSWERED.timeout(Duration.ofMillis(20));
        assertThrows(TimedOutException.class, () -> requester.get(impatient, _ -> 0));
        assertEquals(List.of("lo"), names());
    }

    /** A thread that waits for an answer that never comes, and what it gets in its place. */
    private record Caller(Thread thread, CompletableFuture<Throwable> outcome) {}

    private Caller wait(boolean virtual) throws InterruptedException {
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        Thread.Builder builder = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
        Thread thread = builder.start(() -> {
            started.countDown();
            outcome.complete(assertThrows(Throwable.class, () -> requester.get(NEVER_ANSWERED, _ -> 0)));
        });
        started.await();
        Thread.sleep(20); // most often it waits now; the outcome must be the same if it does not
        return new Caller(thread, outcome);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closeEndsACallOfAnotherThread(boolean virtual) throws Exception {
        Caller caller = wait(virtual);
        requester.close();
        assertInstanceOf(ClosedException.class, caller.outcome.get(30, TimeUnit.SECONDS));
        assertThrows(ClosedException.class, this::names);
        requester.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInterruptEndsACallAndLeavesTheRequesterUsable(boolean virtual) throws Exception {
        Caller caller = wait(virtual);
        caller.thread.interrupt();
        assertInstanceOf(InterruptedCallException.class, caller.outcome.get(30, TimeUnit.SECONDS));
        assertEquals(List.of("lo"), names());
    }

    @Test
    void aHundredInterruptedCallsHoldUpNobody() throws Exception {
        for (int i = 0; i < 100; i++) {
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            Thread thread = Thread.startVirtualThread(() ->
                    outcome.complete(assertThrows(Throwable.class, () -> requester.get(NEVER_ANSWERED, _ -> 0))));
            thread.interrupt();
            assertInstanceOf(InterruptedCallException.class, outcome.get(30, TimeUnit.SECONDS));
        }
        assertEquals("lo", requester.get(getLink(1).timeout(Duration.ofSeconds(30)), RequesterContract::name));
    }

    /** How a thousand waiting virtual threads are made to return. */
    enum End {
        CLOSE(ClosedException.class),
        INTERRUPT(InterruptedCallException.class),
        DEADLINE(TimedOutException.class);

        private final Class<? extends Throwable> failure;

        End(Class<? extends Throwable> failure) {
            this.failure = failure;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aThousandWaitingVirtualThreadsReturnAndPinNoCarrier(End end, @TempDir Path directory) throws Exception {
        Request request = NEVER_ANSWERED.timeout(end == End.DEADLINE ? Duration.ofMillis(300) : Duration.ofSeconds(50));
        List<Throwable> outcomes = Collections.synchronizedList(new ArrayList<>());
        Path file = directory.resolve("pinned.jfr");
        try (jdk.jfr.Recording recording = new jdk.jfr.Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(20));
            recording.start();
            requester.get(getLink(1), RequesterContract::name); // loads what a recorded call needs
            CountDownLatch started = new CountDownLatch(1000);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> callers = new ArrayList<>();
                for (int i = 0; i < 1000; i++) {
                    callers.add(threads.submit(() -> {
                        started.countDown();
                        outcomes.add(assertThrows(Throwable.class, () -> requester.get(request, _ -> 0)));
                    }));
                }
                started.await();
                switch (end) {
                    case CLOSE -> requester.close();
                    case INTERRUPT -> threads.shutdownNow();
                    case DEADLINE -> {}
                }
            }
            recording.stop();
            recording.dump(file);
        }
        assertEquals(Collections.nCopies(1000, end.failure), outcomes.stream().map(Object::getClass).toList());
        assertEquals(List.of(), pinned(file));
    }

    private static List<String> pinned(Path file) throws IOException {
        assertTrue(Files.size(file) > 0);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
                .map(Object::toString)
                .filter(event -> event.contains("org.netlink4j") && !event.contains("ClassLoader.loadClass"))
                .toList();
    }
}
