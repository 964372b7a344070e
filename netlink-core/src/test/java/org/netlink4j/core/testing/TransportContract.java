package org.netlink4j.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.core.wire.Nlmsg;

/** How every {@link DatagramTransport} waits: the socket, and what takes its place in tests. */
@Timeout(60)
abstract class TransportContract {
    private static final int RTM_GETLINK = 18;

    private final Arena arena = Arena.ofShared();
    private DatagramTransport transport;

    /** A transport that answers RTM_GETLINK for index 1 with one datagram of more than 64 bytes, at least 4 times. */
    abstract DatagramTransport open() throws Exception;

    @BeforeEach
    void openIt() throws Exception {
        transport = open();
    }

    @AfterEach
    void closeIt() {
        transport.close();
        arena.close();
    }

    private void ask() throws Exception {
        MemorySegment buffer = arena.allocate(64);
        MessageWriter out = new MessageWriter().over(buffer, 0, 64);
        transport.send(buffer, out.begin(RTM_GETLINK, Nlmsg.NLM_F_REQUEST, 77, 0).zeros(4).u32(1).zeros(8).end(), 0);
    }

    private boolean receive(long room, Duration longest) throws Exception {
        return transport.receive(new Datagram(arena, room), System.nanoTime() + longest.toNanos());
    }

    private CompletableFuture<Object> receiveElsewhere(Thread[] thread) throws InterruptedException {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        thread[0] = Thread.ofPlatform().start(() -> {
            try {
                outcome.complete(receive(4096, Duration.ofSeconds(50)));
            } catch (Throwable t) {
                outcome.complete(t);
            }
        });
        Thread.sleep(20); // most often it waits now; the outcome must be the same if it does not
        return outcome;
    }

    private static Object result(CompletableFuture<Object> outcome) throws Exception {
        return outcome.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatIsThereComesEvenAfterTheDeadlineAndToAnInterruptedThread() throws Exception {
        ask();
        assertTrue(receive(4096, Duration.ofSeconds(-1)));
        ask();
        Thread.currentThread().interrupt();
        assertTrue(receive(4096, Duration.ofSeconds(5)));
        assertTrue(Thread.interrupted());
    }

    @Test
    void nothingComesUntilTheDeadline() throws Exception {
        long before = System.nanoTime();
        assertFalse(receive(4096, Duration.ofMillis(20)));
        assertTrue(System.nanoTime() - before >= 20_000_000);
    }

    @Test
    void aWakeEndsTheNextWaitOrTheOneUnderWay() throws Exception {
        transport.wake();
        assertFalse(receive(4096, Duration.ofSeconds(50)));
        CompletableFuture<Object> outcome = receiveElsewhere(new Thread[1]);
        transport.wake();
        assertEquals(false, result(outcome));
    }

    @Test
    void closingEndsAWaitAndRefusesEverythingAfter() throws Exception {
        CompletableFuture<Object> outcome = receiveElsewhere(new Thread[1]);
        transport.close();
        assertInstanceOf(ClosedException.class, result(outcome));
        assertThrows(ClosedException.class, () -> receive(4096, Duration.ZERO));
        assertThrows(ClosedException.class, this::ask);
        transport.wake();
        transport.close();
    }

    @Test
    void anInterruptEndsAWaitAndLeavesTheStatusSet() throws Exception {
        Thread[] thread = new Thread[1];
        CompletableFuture<Object> outcome = receiveElsewhere(thread);
        thread[0].interrupt();
        assertInstanceOf(InterruptedCallException.class, result(outcome));
        ask();
        assertTrue(receive(4096, Duration.ofSeconds(5)), "the transport stays usable");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedCallException.class, () -> receive(4096, Duration.ofSeconds(5)));
        assertTrue(Thread.interrupted());
    }

    @Test
    void aDatagramThatIsTooLargeIsLostAndMakesRoom() throws Exception {
        Datagram small = new Datagram(arena, 32);
        ask();
        assertThrows(TruncatedException.class, () -> transport.receive(small, System.nanoTime()));
        assertEquals(0, small.length());
        assertEquals(0, small.senderPort());
        ask();
        assertTrue(transport.receive(small, System.nanoTime()));
        assertTrue(small.length() > 64);
    }
}
