package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.generic.GenericNetlink;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.UnixSocket;
import org.netlink4j.core.io.UnixStream;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.FaultMatrix;
import org.netlink4j.testkit.InFaultyWorld;

/** Every system call of what needs no capability fails in every plausible way; see {@link FaultMatrix}. */
@InFaultyWorld
@Timeout(120)
class SyscallFaultsTest {
    private static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Request LOOPBACK = Request.of(18, out -> out.zeros(4).u32(1).zeros(8)).timeout(SOON);
    private static final Request NO_SUCH_LINK = Request.of(18, out -> out.zeros(4).u32(4711).zeros(8)).timeout(SOON);
    private static final Request ALL_LINKS = Request.of(18, out -> out.zeros(16)).timeout(SOON);

    private interface Opener<C extends Requester> {
        C open() throws IOException;
    }

    private record Asking<C extends Requester>(Opener<C> opener) implements FaultMatrix.Operation<C> {
        @Override
        public C open() throws IOException {
            return opener.open();
        }

        @Override
        public void use(C client) throws IOException {
            assertEquals(1, client.<Integer>get(LOOPBACK, link -> link.u32(4)));
            try {
                client.get(NO_SUCH_LINK, link -> link.u32(4));
            } catch (KernelException refused) {
                assertEquals(Errno.ENODEV, refused.errno());
            }
            assertTrue(client.<Integer>list(ALL_LINKS, link -> link.u32(4)).contains(1));
        }
    }

    private static void report(TestReporter reporter, FaultMatrix.Report report, int atLeast) {
        reporter.publishEntry("faults", report.tried() + ", survived " + report.survived());
        assertTrue(report.tried() >= atLeast, report::toString);
        assertTrue(!report.errors().isEmpty(), report::toString);
    }

    @Test
    void client(TestReporter reporter) throws Exception {
        report(reporter, FaultMatrix.run(new Asking<>(() -> NetlinkClient.open(ROUTE))), 100);
    }

    @Test
    void sharedClient(TestReporter reporter) throws Exception {
        report(reporter, FaultMatrix.run(new Asking<>(() -> SharedNetlinkClient.open(ROUTE))), 100);
    }

    @Test
    void batch(TestReporter reporter) throws Exception {
        report(reporter, FaultMatrix.run(new FaultMatrix.Operation<NetlinkClient>() {
            @Override
            public NetlinkClient open() throws IOException {
                return NetlinkClient.open(ROUTE);
            }

            @Override
            public void use(NetlinkClient client) throws IOException {
                List<BatchResult> results = client.batch(Collections.nCopies(100, NO_SUCH_LINK), BatchPolicy.CONTINUE);
                assertEquals(100, results.size());
                for (BatchResult result : results) { // each has an outcome of its own
                    switch (result) {
                        case BatchResult.Refused(KernelException refused) -> assertEquals(Errno.ENODEV, refused.errno());
                        case BatchResult.Unknown(NetlinkException lost) -> throw lost;
                        case BatchResult other -> throw new AssertionError(other);
                    }
                }
            }
        }), 50);
    }

    @Test
    void genericNetlink(TestReporter reporter) throws Exception {
        report(reporter, FaultMatrix.run(new FaultMatrix.Operation<GenericNetlink>() {
            @Override
            public GenericNetlink open() throws IOException {
                GenericNetlink generic = GenericNetlink.open();
                try {
                    generic.follow();
                    return generic;
                } catch (IOException e) {
                    generic.close();
                    throw e;
                }
            }

            @Override
            public void use(GenericNetlink generic) throws IOException {
                generic.invalidate("nlctrl");
                assertEquals(16, generic.resolve("nlctrl").id());
                assertTrue(generic.families().size() > 1);
            }
        }), 100);
    }

    @Test
    void ownNamespace(TestReporter reporter) throws Exception {
        report(reporter, FaultMatrix.run(new FaultMatrix.Operation<NetworkNamespace>() {
            @Override
            public NetworkNamespace open() throws IOException {
                return NetworkNamespace.current();
            }

            @Override
            public void use(NetworkNamespace namespace) throws IOException {
                NetlinkClient.open(ROUTE, namespace).close();
                assertFalse(UnixSocket.isThere(namespace, "org.netlink4j.nobody"));
                try (FrameFile bound = UnixSocket.bound(namespace, "org.netlink4j.faults");
                        FrameFile one = UnixSocket.connected(namespace, "org.netlink4j.other", "org.netlink4j.faults");
                        Arena arena = Arena.ofConfined()) {
                    MemorySegment text = arena.allocateFrom("ping");
                    MemorySegment room = arena.allocate(100);
                    while (one.write(text) == FrameFile.WOULD_BLOCK) {}
                    assertEquals(5, bound.read(room, System.nanoTime() + SOON.toNanos(), () -> {}));
                }
            }
        }), 100);
    }

    /** A listener, both ends of a connection, and the directory of their file. */
    private record Streams(Path directory, UnixStream.Listener listener, UnixStream client, UnixStream server) implements AutoCloseable {
        static Streams open() throws IOException {
            Path directory = Files.createTempDirectory("faults");
            Path path = directory.resolve("s");
            List<AutoCloseable> opened = new ArrayList<>();
            try {
                UnixStream.Listener listener = UnixStream.listen(path);
                opened.add(listener);
                UnixStream client = UnixStream.connect(path);
                opened.add(client);
                return new Streams(directory, listener, client, listener.accept(System.nanoTime() + SOON.toNanos()));
            } catch (IOException e) {
                for (AutoCloseable one : opened) {
                    try {
                        one.close();
                    } catch (Exception impossible) {
                        throw new AssertionError(impossible);
                    }
                }
                Files.deleteIfExists(directory);
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            client.close();
            listener.close();
            Files.delete(directory);
        }
    }

    /** Nothing stays open: what one use sent and did not get, the next one would. */
    @Test
    void unixStream(TestReporter reporter) throws Exception {
        report(reporter, FaultMatrix.run(new FaultMatrix.Operation<AutoCloseable>() {
            @Override
            public AutoCloseable open() {
                return () -> {};
            }

            @Override
            public void use(AutoCloseable nothing) throws IOException {
                try (Streams streams = Streams.open()) {
                    long deadline = System.nanoTime() + SOON.toNanos();
                    streams.client.send(Octets.of((byte) 1, (byte) 2, (byte) 3), List.of(1), deadline);
                    assertEquals(1, received(streams.server, deadline));
                }
            }
        }), 50);
    }

    /** How many descriptors came with three bytes. */
    private static int received(UnixStream stream, long deadline) throws IOException {
        List<Integer> descriptors = new ArrayList<>();
        try {
            for (int length = 0; length < 3; ) {
                UnixStream.Received received = stream.receive(deadline);
                length += received.bytes().length();
                descriptors.addAll(received.descriptors());
            }
            return descriptors.size();
        } finally {
            FrameFile.close(descriptors);
        }
    }
}
