package org.netlink4j.core.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TruncatedException;

/** The reader gets what was received, in order, whatever the two threads do, and nothing stays behind when it is closed. */
class ReadAheadTransportTest {
    private static final int OVERRUN = -1;
    private static final int TOO_LARGE = -2;
    private static final int DEFECT = -3;
    private static final int OFTEN = 200_000;

    /** Has what a script says, and then nothing; knows the threads and the memory that came to it. */
    private static final class Scripted implements DatagramTransport {
        private final int[] script;
        private final Set<MemorySegment> memories = Collections.synchronizedSet(new HashSet<>());
        private final AtomicReference<Thread> other = new AtomicReference<>();
        private final Thread reader;
        private int at;
        private volatile int received;
        private volatile boolean closed;
        private boolean woken;

        Scripted(Thread reader, int... script) {
            this.reader = reader;
            this.script = script;
        }

        @Override
        public int portId() {
            return 5;
        }

        @Override
        public int receiveBufferSize() {
            return 212_992;
        }

        @Override
        public void send(MemorySegment memory, long length, int destinationPort) {}

        @Override
        public boolean receive(Datagram into, long deadline) throws NetlinkException {
            if (closed) {
                throw new ClosedException("closed");
            }
            memories.add(into.memory());
            if (Thread.currentThread() != reader) {
                other.set(Thread.currentThread());
            }
            synchronized (this) {
                if (at == script.length) {
                    if (!woken && deadline - System.nanoTime() > 0) {
                        throw new AssertionError("would wait, perhaps for ever");
                    }
                    woken = false;
                    return false;
                }
                int next = script[at++];
                received = at;
                switch (next) {
                    case OVERRUN -> throw new OverrunException("overrun");
                    case TOO_LARGE -> {
                        into.truncated(100_000, at, 3);
                        throw new TruncatedException("too large");
                    }
                    case DEFECT -> throw new IllegalStateException("defect");
                    default -> {
                        into.memory().set(ValueLayout.JAVA_INT, 0, next);
                        into.received(4 + next % 100, next, next % 2);
                        into.sentTo(next % 3);
                        into.sentIn(next);
                        return true;
                    }
                }
            }
        }

        @Override
        public synchronized void wake() {
            woken = true;
        }

        synchronized boolean wasWoken() {
            return woken;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static String read(DatagramTransport transport, Datagram into) {
        try {
            if (!transport.receive(into, System.nanoTime())) {
                return "nothing";
            }
            return into.length() + " " + into.memory().get(ValueLayout.JAVA_INT, 0) + " " + into.senderPort() + " " + into.groups()
                    + " " + into.group() + " " + into.hasNsid() + into.nsid();
        } catch (TruncatedException e) {
            return e + " " + into.length() + " " + into.senderPort() + " " + into.groups() + " " + (into.memory().byteSize() >= 100_000);
        } catch (NetlinkException | IllegalStateException e) {
            return e.toString();
        }
    }

    private static List<String> readAll(DatagramTransport transport, int pause) throws InterruptedException {
        List<String> all = new ArrayList<>();
        try (Arena arena = Arena.ofShared()) {
            Datagram into = new Datagram(arena, 4096);
            for (String next = read(transport, into); !next.equals("nothing"); next = read(transport, into)) {
                all.add(next);
                if (pause > 0 && all.size() % pause == 0) {
                    Thread.sleep(1);
                }
            }
        }
        return all;
    }

    @Property(tries = 300)
    void theReaderGetsTheSameAsWithoutIt(
            @ForAll @Size(max = 60) List<@IntRange(min = DEFECT, max = 5000) Integer> script, @ForAll @IntRange(max = 20) int pause)
            throws Exception {
        int[] numbers = script.stream().mapToInt(Integer::intValue).toArray();
        List<String> expected = readAll(new Scripted(Thread.currentThread(), numbers), 0);
        try (DatagramTransport ahead = EagerReadAhead.over(new Scripted(Thread.currentThread(), numbers))) {
            assertEquals(expected, readAll(ahead, pause));
        }
    }

    private static int[] many() {
        int[] script = new int[1000];
        for (int i = 0; i < script.length; i++) {
            script[i] = i;
        }
        return script;
    }

    private static void awaitEnd(Thread thread) throws InterruptedException {
        assertTrue(thread.join(Duration.ofSeconds(30)), thread::toString);
    }

    private static void assertReleased(Scripted transport) throws InterruptedException {
        awaitEnd(transport.other.get());
        for (int i = 0; i < OFTEN && transport.memories.stream().anyMatch(memory -> memory.scope().isAlive()); i++) {
            Thread.sleep(1);
        }
        assertTrue(transport.memories.stream().noneMatch(memory -> memory.scope().isAlive()));
    }

    /** Reads once, and waits until the other thread can receive no more because nobody reads. */
    private static DatagramTransport full(Scripted transport, Arena arena) throws Exception {
        DatagramTransport ahead = EagerReadAhead.over(transport);
        assertTrue(ahead.receive(new Datagram(arena, 4096), System.nanoTime()));
        while (transport.received < 17) {
            Thread.sleep(1);
        }
        Thread.sleep(5);
        assertEquals(17, transport.received, "one that was read, and 16 ahead");
        return ahead;
    }

    @Example
    void closingFreesThreadAndMemoryThoughNobodyReads() throws Exception {
        Scripted transport = new Scripted(Thread.currentThread(), many());
        try (Arena arena = Arena.ofShared()) {
            DatagramTransport ahead = full(transport, arena);
            ahead.close();
            ahead.close();
            assertThrows(ClosedException.class, () -> ahead.receive(new Datagram(arena, 4096), System.nanoTime()));
        }
        assertReleased(transport);
    }

    @Example
    void aReaderThatComesBackGetsTheRest() throws Exception {
        Scripted transport = new Scripted(Thread.currentThread(), many());
        try (Arena arena = Arena.ofShared();
                DatagramTransport ahead = full(transport, arena)) {
            List<String> rest = readAll(ahead, 0);
            assertEquals(999, rest.size());
            assertTrue(rest.getFirst().contains(" 1 1 "), rest::getFirst);
            assertTrue(rest.getLast().contains(" 999 999 "), rest::getLast);
        }
        assertReleased(transport);
    }

    @Example
    void whatIsThereComesToAnInterruptedThread() throws Exception {
        Scripted transport = new Scripted(Thread.currentThread(), many());
        try (DatagramTransport ahead = EagerReadAhead.over(transport)) {
            Thread.currentThread().interrupt();
            assertEquals(1000, readAll(ahead, 0).size());
            assertTrue(Thread.interrupted());
        }
    }

    @Example
    void aVirtualThreadReads() throws Exception {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try (DatagramTransport ahead = EagerReadAhead.over(new Scripted(Thread.currentThread(), many()))) {
                outcome.complete(readAll(ahead, 50).size());
            } catch (Throwable t) {
                outcome.complete(t);
            }
        });
        assertEquals(1000, outcome.get(30, TimeUnit.SECONDS));
    }

    @Example
    void aWakeThatTheOtherThreadSwallowedIsTheReaders() throws Exception {
        Scripted transport = new Scripted(Thread.currentThread(), 1, 2);
        try (Arena arena = Arena.ofShared();
                DatagramTransport ahead = EagerReadAhead.over(transport)) {
            Datagram into = new Datagram(arena, 4096);
            ahead.wake();
            assertTrue(ahead.receive(into, System.nanoTime()));
            assertTrue(ahead.receive(into, System.nanoTime()));
            while (transport.wasWoken()) {
                Thread.sleep(1);
            }
            long before = System.nanoTime();
            assertFalse(ahead.receive(into, before + TimeUnit.SECONDS.toNanos(50)));
        }
    }

    @Example
    void smallDatagramsAreNotReadAhead() throws Exception {
        Scripted transport = new Scripted(Thread.currentThread(), many());
        try (DatagramTransport ahead = new ReadAheadTransport(transport)) {
            assertEquals(1000, readAll(ahead, 0).size());
        }
        assertNull(transport.other.get());
    }

    @Example
    void aDatagramThatDoesNotFitTheReadersRoomIsLostAndMakesRoom() throws Exception {
        try (Arena arena = Arena.ofShared();
                DatagramTransport ahead = EagerReadAhead.over(new Scripted(Thread.currentThread(), 1, 99, 98))) {
            assertTrue(ahead.receive(new Datagram(arena, 4096), System.nanoTime()));
            Datagram small = new Datagram(arena, 64);
            TruncatedException lost =
                    assertThrows(TruncatedException.class, () -> ahead.receive(small, System.nanoTime()));
            assertTrue(lost.getMessage().contains("103 bytes came into 64"), lost::getMessage);
            assertEquals(99, small.senderPort());
            assertTrue(ahead.receive(small, System.nanoTime()));
            assertEquals(102, small.length());
        }
    }

    @Example
    void closingDuringAReadEndsIt() throws Exception {
        for (int i = 0; i < 200; i++) {
            Scripted transport = new Scripted(Thread.currentThread(), many());
            DatagramTransport ahead = EagerReadAhead.over(transport);
            Thread closer = Thread.ofPlatform().start(ahead::close);
            try (Arena arena = Arena.ofShared()) {
                Datagram into = new Datagram(arena, 4096);
                NetlinkException end = assertThrows(NetlinkException.class, () -> {
                    for (int k = 0; k < 2000; k++) {
                        ahead.receive(into, System.nanoTime());
                        Thread.onSpinWait();
                    }
                    closer.join();
                    ahead.receive(into, System.nanoTime());
                });
                assertInstanceOf(ClosedException.class, end);
            }
            closer.join();
            if (transport.other.get() != null) {
                assertReleased(transport);
            }
        }
    }
}
