package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.testkit.BesideHostileProcess;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Another process of the same namespace, with CAP_NET_ADMIN, sends to our port what could deceive or hurt us. */
@KernelTest
@NeedsCommand("python3")
@Timeout(60)
class HostileProcessIT extends BesideHostileProcess {
    private static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");
    private static final Request LOOPBACK = Request.of(18, out -> out.zeros(4).u32(1).zeros(8));
    private static final Request NO_SUCH_LINK = Request.of(18, out -> out.zeros(4).u32(4711).zeros(8));
    private static final Request ALL_LINKS = Request.of(18, out -> out.zeros(16));

    /** Before a request is sent, forged answers with its sequence number are in the receive buffer. */
    private final class Betrayed implements DatagramTransport {
        private final NetlinkSocket socket;

        Betrayed(NetlinkSocket socket) {
            this.socket = socket;
        }

        @Override
        public void send(MemorySegment memory, long length, int destinationPort) throws NetlinkException {
            long sequence = Integer.toUnsignedLong(memory.get(ValueLayout.JAVA_INT_UNALIGNED, 8));
            attacker.forge(socket.portId(), sequence);
            socket.send(memory, length, destinationPort);
        }

        @Override
        public int portId() {
            return socket.portId();
        }

        @Override
        public int receiveBufferSize() {
            return socket.receiveBufferSize();
        }

        @Override
        public boolean receive(Datagram into, long deadline) throws NetlinkException {
            return socket.receive(into, deadline);
        }

        @Override
        public void wake() {
            socket.wake();
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private static void tellTheTruth(Requester requester) throws Exception {
        assertEquals(1, requester.<Integer>get(LOOPBACK, link -> link.u32(4)));
        assertEquals(List.of(1), requester.list(ALL_LINKS, link -> link.u32(4)));
        assertEquals(Errno.ENODEV, assertThrows(
                KernelException.class, () -> requester.get(NO_SUCH_LINK, link -> link.u32(4))).errno());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void forgedAndMalformedDatagramsAreDroppedAndCounted(boolean shared) throws Exception {
        Betrayed transport = new Betrayed(NetlinkSocket.open(0, SocketOptions.DEFAULT, namespace));
        try (Requester requester = shared ? SharedNetlinkClient.over(ROUTE, transport) : NetlinkClient.over(ROUTE, transport)) {
            for (int i = 0; i < 20; i++) {
                tellTheTruth(requester);
            }
            long dropped = switch (requester) {
                case NetlinkClient client -> client.dropped();
                case SharedNetlinkClient client -> client.dropped();
                case TimedRequester _ -> throw new AssertionError();
            };
            assertEquals(20 * 3 * 8, dropped);
        }
    }

    @Test
    void aFloodNeverReachesTheClientsOwnSocket() throws Exception {
        try (NetlinkClient client = NetlinkClient.open(ROUTE, namespace)) {
            assertEquals(8, attacker.flood(client.portId()), "all are refused");
            for (int i = 0; i < 300; i++) {
                tellTheTruth(client);
            }
            assertTrue(attacker.stop() > 8);
            assertEquals(0, client.dropped());
        }
    }

    @Test
    void aFloodOfASocketThatHearsAllDelaysNobodyForEver() throws Exception {
        NetlinkSocket socket = NetlinkSocket.open(0, SocketOptions.DEFAULT.receiveBuffer(1 << 20), namespace);
        try (SharedNetlinkClient client = SharedNetlinkClient.over(ROUTE, socket);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            attacker.flood(socket.portId());
            List<Future<Integer>> callers = IntStream.range(0, 200)
                    .mapToObj(_ -> threads.submit(() -> answerOrLoss(client)))
                    .toList();
            for (Future<Integer> caller : callers) {
                assertEquals(1, caller.get());
            }
            attacker.stop();
            assertTrue(client.dropped() > 0);
        }
    }

    /** The kernel's answer may find the buffer full, which is an overrun or, during one, silence; it is never a wrong one. */
    private static int answerOrLoss(Requester requester) throws NetlinkException {
        try {
            return requester.<Integer>get(LOOPBACK.timeout(Duration.ofMillis(300)), link -> link.u32(4));
        } catch (OverrunException | TimedOutException _) {
            return 1;
        }
    }
}
