package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Another process of the same namespace, with CAP_NET_ADMIN, sends to our port what could deceive or hurt us. */
@KernelTest
@NeedsCommand("python3")
@Timeout(60)
class HostileProcessIT {
    private static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");
    private static final Request LOOPBACK = Request.of(18, out -> out.zeros(4).u32(1).zeros(8));
    private static final Request NO_SUCH_LINK = Request.of(18, out -> out.zeros(4).u32(4711).zeros(8));
    private static final Request ALL_LINKS = Request.of(18, out -> out.zeros(16));

    /**
     * Reads "PORT SEQUENCE" and sends forged answers to that request; or "flood PORT", sends until it is told to stop, and says how
     * often the kernel refused.
     */
    private static final String ATTACKER = """
            import errno, os, select, socket, struct, sys
            s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
            s.bind((0, 0))
            s.setblocking(False)
            refused = 0
            def send(port, datagram):
                global refused
                try:
                    s.sendto(datagram, (port, 0))
                except OSError as e:
                    if e.errno == errno.ECONNREFUSED: refused += 1
                    elif e.errno != errno.EAGAIN: raise
            def message(type, flags, seq, payload):
                return struct.pack('=IHHII', 16 + len(payload), type, flags, seq, 0) + payload
            def forge(port, seq):
                link = struct.pack('=BxHiII', 0, 1, 666, 0, 0)
                send(port, message(16, 0, seq, link))                                      # an object
                send(port, message(2, 0x100, seq, struct.pack('=i', 0) + bytes(16)))       # an acknowledgement
                send(port, message(2, 0x100, seq, struct.pack('=i', -1) + bytes(16)))      # a refusal
                send(port, message(16, 2, seq, link) + message(3, 2, seq, bytes(4)))       # a dump
                send(port, message(4, 0, seq, b''))                                        # an overrun
                send(port, b'\\x01\\x02\\x03')                                                # no message
                send(port, struct.pack('=IHHII', 0xffffffff, 16, 0, seq, 0))               # a wrong length
                send(port, bytes(80000))                                                   # too large
            print('ready', flush=True)
            pending = b''
            flood = None
            while True:
                if flood is not None and not select.select([0], [], [], 0)[0]:
                    forge(flood, 1)
                    continue
                while b'\\n' not in pending:
                    more = os.read(0, 4096)
                    if not more: sys.exit()
                    pending += more
                line, pending = pending.split(b'\\n', 1)
                words = line.split()
                if words[0] == b'flood':
                    flood = int(words[1])
                    forge(flood, 1)
                elif words[0] == b'stop':
                    flood = None
                else:
                    forge(int(words[0]), int(words[1]))
                print(refused, flush=True)
            """;

    private NetworkNamespace namespace;
    private Process attacker;
    private BufferedReader says;

    @BeforeEach
    void start() throws Exception {
        namespace = NetworkNamespace.createAnonymous();
        attacker = new ProcessBuilder("nsenter", "--net=" + namespace.path(), "python3", "-c", ATTACKER)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        says = attacker.inputReader();
        assertEquals("ready", says.readLine());
    }

    @AfterEach
    void stop() throws Exception {
        attacker.destroy();
        attacker.waitFor();
        namespace.close();
    }

    /** Tells the attacker to do something and waits until it has: how many sendings were refused so far. */
    private synchronized int tell(String what) {
        try {
            attacker.outputWriter().write(what + "\n");
            attacker.outputWriter().flush();
            return Integer.parseInt(says.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before a request is sent, forged answers with its sequence number are in the receive buffer. */
    private final class Betrayed implements DatagramTransport {
        private final NetlinkSocket socket;

        Betrayed(NetlinkSocket socket) {
            this.socket = socket;
        }

        @Override
        public void send(MemorySegment memory, long length, int destinationPort) throws NetlinkException {
            long sequence = Integer.toUnsignedLong(memory.get(ValueLayout.JAVA_INT_UNALIGNED, 8));
            tell(Integer.toUnsignedString(socket.portId()) + " " + sequence);
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
            };
            assertEquals(20 * 3 * 8, dropped);
        }
    }

    @Test
    void aFloodNeverReachesTheClientsOwnSocket() throws Exception {
        try (NetlinkClient client = NetlinkClient.open(ROUTE, namespace)) {
            assertEquals(8, tell("flood " + Integer.toUnsignedString(client.portId())), "all are refused");
            for (int i = 0; i < 300; i++) {
                tellTheTruth(client);
            }
            assertTrue(tell("stop") > 8);
            assertEquals(0, client.dropped());
        }
    }

    @Test
    void aFloodOfASocketThatHearsAllDelaysNobodyForEver() throws Exception {
        NetlinkSocket socket = NetlinkSocket.open(0, SocketOptions.DEFAULT.receiveBuffer(1 << 20), namespace);
        try (SharedNetlinkClient client = SharedNetlinkClient.over(ROUTE, socket);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tell("flood " + Integer.toUnsignedString(socket.portId()));
            List<Future<Integer>> callers = IntStream.range(0, 200)
                    .mapToObj(_ -> threads.submit(() -> answerOrLoss(client)))
                    .toList();
            for (Future<Integer> caller : callers) {
                assertEquals(1, caller.get());
            }
            tell("stop");
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
