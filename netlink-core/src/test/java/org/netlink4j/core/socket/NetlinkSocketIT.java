package org.netlink4j.core.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.core.wire.Nlmsg;

/** Opens real sockets but asks only for what an ordinary user may know. */
@Timeout(20)
class NetlinkSocketIT {
    private static final int NETLINK_ROUTE = 0;
    private static final int NETLINK_USERSOCK = 2;
    private static final int RTM_GETLINK = 18;

    private final Arena arena = Arena.ofShared();

    @AfterEach
    void free() {
        arena.close();
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    @Test
    void carriesARequestAndItsAnswer() throws Exception {
        Datagram datagram = new Datagram(arena, 32768);
        try (NetlinkSocket socket = NetlinkSocket.open(NETLINK_ROUTE, SocketOptions.DEFAULT)) {
            assertTrue(socket.portId() != 0);
            requestLoopback(socket);
            assertTrue(socket.receive(datagram, in(Duration.ofSeconds(5))));
            assertEquals(0, datagram.senderPort());
            assertEquals(0, datagram.groups());
            MessageReader message = new MessageReader().over(datagram.memory(), 0, datagram.length());
            assertTrue(message.next());
            assertEquals(16, message.type()); // RTM_NEWLINK
            assertEquals(77, message.sequence());
            assertEquals(socket.portId(), message.portId());
        }
    }

    private void requestLoopback(NetlinkSocket socket) throws Exception {
        var buffer = arena.allocate(64);
        MessageWriter out = new MessageWriter().over(buffer, 0, 64);
        out.begin(RTM_GETLINK, Nlmsg.NLM_F_REQUEST, 77, 0).zeros(4).u32(1).zeros(8).end();
        socket.send(buffer, out.position(), 0);
    }

    @Test
    void returnsAtTheDeadline() throws Exception {
        try (NetlinkSocket socket = NetlinkSocket.open(NETLINK_ROUTE, SocketOptions.DEFAULT)) {
            long deadline = in(Duration.ofMillis(30));
            assertFalse(socket.receive(new Datagram(arena, 1024), deadline));
            assertTrue(System.nanoTime() - deadline >= 0, "not before it");
        }
    }

    @Test
    void growsTheRoomAfterADatagramThatWasTooLarge() throws Exception {
        Datagram datagram = new Datagram(arena, 64);
        try (NetlinkSocket socket = NetlinkSocket.open(NETLINK_ROUTE, SocketOptions.DEFAULT)) {
            requestLoopback(socket);
            assertThrows(TruncatedException.class, () -> socket.receive(datagram, in(Duration.ofSeconds(5))));
            requestLoopback(socket);
            assertTrue(socket.receive(datagram, in(Duration.ofSeconds(5))));
        }
    }

    @Test
    void aDatagramWhoseMemoryWasFreedIsRefused() throws Exception {
        Datagram datagram;
        try (Arena shortLived = Arena.ofShared()) {
            datagram = new Datagram(shortLived, 64);
        }
        try (NetlinkSocket socket = NetlinkSocket.open(NETLINK_ROUTE, SocketOptions.DEFAULT)) {
            assertThrows(IllegalStateException.class, () -> socket.receive(datagram, System.nanoTime()));
            socket.hearOnly(0);
            assertThrows(IllegalStateException.class, () -> socket.receive(datagram, System.nanoTime()));
        }
    }

    @Test
    void anUnknownProtocolIsASystemCallFailure() {
        SystemCallException e = assertThrows(SystemCallException.class, () -> NetlinkSocket.open(31, SocketOptions.DEFAULT));
        assertEquals(Errno.EPROTONOSUPPORT, e.errno());
    }

    @Test
    void sendingToAPortThatNobodyOwnsIsRefused() throws Exception {
        try (NetlinkSocket socket = NetlinkSocket.open(NETLINK_ROUTE, SocketOptions.DEFAULT)) {
            SystemCallException e = assertThrows(
                    SystemCallException.class, () -> socket.send(arena.allocate(16), 16, 0x7ffffff1));
            assertTrue(e.errno() == Errno.ECONNREFUSED || e.errno() == Errno.EPERM, e.getMessage());
        }
    }

    @Test
    void hearsOnlyOneAndForgetsWhatOthersSentBefore() throws Exception {
        try (NetlinkSocket socket = NetlinkSocket.open(NETLINK_USERSOCK, SocketOptions.DEFAULT);
                NetlinkSocket peer = NetlinkSocket.open(NETLINK_USERSOCK, SocketOptions.DEFAULT);
                NetlinkSocket other = NetlinkSocket.open(NETLINK_USERSOCK, SocketOptions.DEFAULT)) {
            Datagram datagram = new Datagram(arena, 16);
            other.send(arena.allocate(20), 20, socket.portId());
            other.send(arena.allocate(16), 16, socket.portId());
            socket.hearOnly(peer.portId());
            assertFalse(socket.receive(datagram, System.nanoTime()));
            assertEquals(Errno.ECONNREFUSED, assertThrows(
                    SystemCallException.class, () -> other.send(arena.allocate(16), 16, socket.portId())).errno());

            peer.send(arena.allocateFrom(ValueLayout.JAVA_INT, 16, 17, 18, 19), 16, socket.portId());
            assertTrue(socket.receive(datagram, System.nanoTime()));
            assertEquals(peer.portId(), datagram.senderPort());
            assertFalse(datagram.isMulticast());
            assertEquals(16, datagram.length());
            assertEquals(19, datagram.memory().get(ValueLayout.JAVA_INT, 12));

            peer.send(arena.allocate(20), 20, socket.portId());
            assertThrows(TruncatedException.class, () -> socket.receive(datagram, System.nanoTime()));
            assertEquals(peer.portId(), datagram.senderPort());
            assertEquals(32, datagram.memory().byteSize());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closeWakesAThreadThatWaits(boolean virtual) throws Exception {
        NetlinkSocket socket = NetlinkSocket.open(NETLINK_ROUTE, SocketOptions.DEFAULT);
        CompletableFuture<Throwable> outcome = receiveOnAnotherThread(socket, virtual).outcome;
        socket.close();
        assertInstanceOf(ClosedException.class, outcome.get(5, TimeUnit.SECONDS));
        assertThrows(ClosedException.class, () -> socket.receive(new Datagram(arena, 64), in(Duration.ZERO)));
        socket.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInterruptWakesAThreadThatWaitsAndLeavesTheSocketUsable(boolean virtual) throws Exception {
        try (NetlinkSocket socket = NetlinkSocket.open(NETLINK_ROUTE, SocketOptions.DEFAULT)) {
            Receiver receiver = receiveOnAnotherThread(socket, virtual);
            receiver.thread.interrupt();
            assertInstanceOf(InterruptedCallException.class, receiver.outcome.get(5, TimeUnit.SECONDS));
            carryOn(socket);
        }
    }

    private void carryOn(NetlinkSocket socket) throws Exception {
        requestLoopback(socket);
        assertTrue(socket.receive(new Datagram(arena, 32768), in(Duration.ofSeconds(5))));
    }

    private record Receiver(Thread thread, CompletableFuture<Throwable> outcome) {}

    private Receiver receiveOnAnotherThread(NetlinkSocket socket, boolean virtual) throws InterruptedException {
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        CountDownLatch started = new CountDownLatch(1);
        Thread.Builder builder = virtual ? Thread.ofVirtual() : Thread.ofPlatform();
        Thread thread = builder.start(() -> {
            started.countDown();
            try {
                socket.receive(new Datagram(arena, 1024), in(Duration.ofSeconds(15)));
                outcome.complete(new AssertionError("nothing was to be received"));
            } catch (Throwable t) {
                outcome.complete(t);
            }
        });
        started.await();
        Thread.sleep(20); // most often it waits in the kernel now; the outcome must be the same if it does not
        return new Receiver(thread, outcome);
    }

    @Test
    void aThousandSocketsLeaveNoDescriptorBehind() throws Exception {
        long before = Descriptors.open();
        for (int i = 0; i < 1000; i++) {
            NetlinkSocket.open(NETLINK_ROUTE, SocketOptions.DEFAULT).close();
        }
        assertEquals(before, Descriptors.open());
    }
}
