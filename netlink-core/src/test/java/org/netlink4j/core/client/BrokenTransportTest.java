package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.testing.FakeKernel;

/** Receiving fails for good once something was sent: nobody waits for ever, and nobody tries again and again. */
@Timeout(30)
class BrokenTransportTest {
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "TEST");
    private static final Request REQUEST = Request.of(20, out -> out.zeros(4)).timeout(Duration.ofMinutes(5));

    private interface Failure {
        boolean fail() throws NetlinkException;
    }

    private static final class Broken implements DatagramTransport {
        private final FakeKernel kernel = new FakeKernel();
        private final Failure failure;
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean sent;

        Broken(Failure failure) {
            this.failure = failure;
        }

        @Override
        public int portId() {
            return kernel.portId();
        }

        @Override
        public int receiveBufferSize() {
            return kernel.receiveBufferSize();
        }

        @Override
        public void send(MemorySegment memory, long length, int destinationPort) {
            sent = true;
        }

        @Override
        public boolean receive(Datagram into, long deadline) throws NetlinkException {
            return sent ? failure.fail() : kernel.receive(into, deadline);
        }

        @Override
        public void wake() {
            kernel.wake();
        }

        @Override
        public void close() {
            closed.countDown();
            kernel.close();
        }
    }

    private final SystemCallException unreadable = new SystemCallException("recvmsg", Errno.EBADF);
    private final Broken broken = new Broken(() -> {
        throw unreadable;
    });

    @Test
    void aCallEndsWithWhatBrokeIt() {
        try (NetlinkClient client = NetlinkClient.over(PROTOCOL, broken)) {
            assertSame(unreadable, assertThrows(SystemCallException.class, () -> client.execute(REQUEST)));
        }
    }

    @Test
    void aCallOfASharedClientEndsWithWhatBrokeItAndFurtherOnesAreRefused() throws Exception {
        try (SharedNetlinkClient client = SharedNetlinkClient.over(PROTOCOL, broken)) {
            assertSame(unreadable, assertThrows(SystemCallException.class, () -> client.execute(REQUEST)));
            assertTrue(broken.closed.await(10, TimeUnit.SECONDS));
            assertThrows(ClosedException.class, () -> client.execute(REQUEST));
        }
    }

    @Test
    void aTransportsOwnMistakeLeavesNobodyWaiting() throws Exception {
        Broken mistaken = new Broken(() -> {
            throw new ThreadDeath("of the I/O thread, as this test wants it");
        });
        try (SharedNetlinkClient client = SharedNetlinkClient.over(PROTOCOL, mistaken)) {
            assertThrows(ClosedException.class, () -> client.execute(REQUEST));
            assertTrue(mistaken.closed.await(10, TimeUnit.SECONDS));
            assertEquals("the netlink client was closed",
                    assertThrows(ClosedException.class, () -> client.execute(REQUEST)).getMessage());
        }
    }

    private static final class ThreadDeath extends RuntimeException {
        private static final long serialVersionUID = 1;

        ThreadDeath(String message) {
            super(message, null, false, false);
        }
    }
}
