package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.KernelTest;

/** A thousand virtual threads wait at one socket of the real kernel; however their waits end, they pin no carrier. */
@KernelTest
@Timeout(120)
class PinnedCarriersIT {
    private static final int CALLERS = 1000;
    private static final String PINNED = "jdk.VirtualThreadPinned";

    /** No kernel answers a control message that asks for no acknowledgement. */
    private static final Request NEVER_ANSWERED = Request.of(1, _ -> {}).timeout(Duration.ofMinutes(5));

    @TempDir
    private Path directory;

    private NetworkNamespace namespace;
    private SharedNetlinkClient client;

    @BeforeEach
    void open() throws Exception {
        namespace = NetworkNamespace.createAnonymous();
        client = SharedNetlinkClient.open(NetlinkProtocol.of(0, "NETLINK_ROUTE"), namespace);
    }

    @AfterEach
    void close() {
        client.close();
        namespace.close();
    }

    /** {@return how often a carrier was pinned for 20 ms or longer} */
    private int pinned(Callable<Void> meanwhile) throws Exception {
        Path file = directory.resolve("pinned.jfr");
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(Duration.ofMillis(20));
            recording.start();
            meanwhile.call();
            recording.stop();
            recording.dump(file);
        }
        return (int) RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(PINNED))
                .count();
    }

    private record Caller(Thread thread, FutureTask<NetlinkException> outcome) {}

    /** Callers that wait, each in the virtual thread that it names. */
    private List<Caller> callers(Request request) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(CALLERS);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            FutureTask<NetlinkException> outcome = new FutureTask<>(() -> {
                started.countDown();
                try {
                    throw new AssertionError("answered: " + client.<Integer>get(request, _ -> 0));
                } catch (NetlinkException e) {
                    return e;
                }
            });
            callers.add(new Caller(Thread.startVirtualThread(outcome), outcome));
        }
        started.await();
        return callers;
    }

    private static void allEndWith(Class<? extends NetlinkException> type, List<Caller> callers) throws Exception {
        for (Caller caller : callers) {
            assertInstanceOf(type, caller.outcome().get());
        }
    }

    @Test
    void waitsThatAreInterruptedTimeOutOrAreClosedPinNoCarrier() throws Exception {
        assertEquals(0, pinned(() -> {
            List<Caller> interrupted = callers(NEVER_ANSWERED);
            interrupted.forEach(caller -> caller.thread().interrupt());
            allEndWith(InterruptedCallException.class, interrupted);
            allEndWith(TimedOutException.class, callers(NEVER_ANSWERED.timeout(Duration.ofMillis(50))));
            List<Caller> closed = callers(NEVER_ANSWERED);
            client.close();
            allEndWith(ClosedException.class, closed);
            return null;
        }));
    }

    /** Parks inside a static initializer, which a virtual thread cannot leave. */
    private static final class Pin {
        static {
            long end = System.nanoTime() + 50_000_000;
            while (end - System.nanoTime() > 0) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        }

        private Pin() {}

        static void down() {}
    }

    @Test
    void aPinnedCarrierWouldBeSeen() throws Exception {
        assertTrue(pinned(() -> {
            Thread.startVirtualThread(Pin::down).join();
            return null;
        }) > 0);
    }
}
