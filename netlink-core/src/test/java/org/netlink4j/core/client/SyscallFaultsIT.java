package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.testkit.FaultMatrix;
import org.netlink4j.testkit.Faults;
import org.netlink4j.testkit.InFaultyWorld;
import org.netlink4j.testkit.KernelTest;

/** Every system call of what needs a network namespace of its own fails in every plausible way; see {@link FaultMatrix}. */
@KernelTest
@InFaultyWorld
@Timeout(120)
class SyscallFaultsIT {
    private static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");
    private static final int RTM_NEWLINK = 16;
    private static final int IFLA_MTU = 4;
    private static final Duration SOON = Duration.ofSeconds(2);

    /** The loopback device's MTU, which a test changes to have something told. */
    private static int mtu(MessageReader link) throws MalformedMessageException {
        var attributes = link.attributes(16);
        while (attributes.next()) {
            if (attributes.type() == IFLA_MTU) {
                return attributes.u32();
            }
        }
        throw new MalformedMessageException("no MTU");
    }

    private static final class Loopback implements Watched<Integer, Integer> {
        @Override
        public Request list() {
            return Request.of(18, out -> out.zeros(16)).timeout(SOON);
        }

        @Override
        public Sighting<Integer, Integer> decode(MessageReader message) throws MalformedMessageException {
            return message.type() == RTM_NEWLINK
                    ? new Sighting.Present<>(message.u32(4), mtu(message))
                    : new Sighting.Unrelated<>();
        }
    }

    /** A namespace that an honest client changes while what is tested listens. */
    private static final class Changed implements AutoCloseable {
        final NetworkNamespace namespace = NetworkNamespace.createAnonymous();
        private final NetlinkClient client = NetlinkClient.open(ROUTE, namespace);
        private int mtu = 2000;

        Changed() throws NetlinkException {}

        int change() throws Exception {
            mtu++;
            Faults.without(() -> client.execute(Request.of(RTM_NEWLINK, out -> out.zeros(4).u32(1).zeros(8).attributes().u32(IFLA_MTU, mtu))));
            return mtu;
        }

        @Override
        public void close() {
            client.close();
            namespace.close();
        }
    }

    private static void report(TestReporter reporter, FaultMatrix.Report report, int atLeast) {
        reporter.publishEntry("faults", report.tried() + ", survived " + report.survived());
        assertTrue(report.tried() >= atLeast, report::toString);
        assertTrue(!report.errors().isEmpty(), report::toString);
    }

    @Test
    void events(TestReporter reporter) throws Exception {
        try (Changed changed = new Changed()) {
            report(reporter, FaultMatrix.run(new FaultMatrix.Operation<EventStream>() {
                @Override
                public EventStream open() throws IOException {
                    return EventStream.open(ROUTE, Set.of(1), SocketOptions.DEFAULT, changed.namespace);
                }

                @Override
                public void use(EventStream events) throws Exception {
                    int mtu = changed.change();
                    while (true) {
                        Optional<Event<Integer>> event = events.next(SOON, SyscallFaultsIT::mtu);
                        switch (event.orElseThrow(() -> new AssertionError("nothing is told"))) {
                            case Event.Notification<Integer> told when told.object() == mtu -> {
                                return;
                            }
                            case Event.Notification<Integer> _ -> {} // of a use that failed
                            case Event.Overrun<Integer> _ -> {
                                return;
                            }
                        }
                    }
                }
            }), 80);
        }
    }

    @Test
    void watch(TestReporter reporter) throws Exception {
        try (Changed changed = new Changed();
                NetlinkClient lists = NetlinkClient.open(ROUTE, changed.namespace)) {
            report(reporter, FaultMatrix.run(new FaultMatrix.Operation<Watch<Integer, Integer>>() {
                @Override
                public Watch<Integer, Integer> open() throws IOException {
                    EventStream events = EventStream.open(ROUTE, Set.of(1), SocketOptions.DEFAULT, changed.namespace);
                    return Watch.open(events, lists, new Loopback());
                }

                @Override
                public void use(Watch<Integer, Integer> watch) throws Exception {
                    int mtu = changed.change();
                    while (watch.objects().get(1) != mtu) {
                        assertTrue(watch.next(SOON).isPresent(), "nothing is told");
                    }
                }
            }), 100);
        }
    }

    @Test
    void namespaces(TestReporter reporter) throws Exception {
        report(reporter, FaultMatrix.run(new FaultMatrix.Operation<NetworkNamespace>() {
            @Override
            public NetworkNamespace open() throws IOException {
                return NetworkNamespace.createAnonymous();
            }

            @Override
            public void use(NetworkNamespace namespace) throws IOException {
                assertEquals(namespace.inode(), namespace.callWithSysfs(() -> {
                    try (NetworkNamespace inside = NetworkNamespace.current()) {
                        return inside.inode();
                    }
                }));
            }
        }), 50);
    }

    @Test
    void packetSocket(TestReporter reporter) throws Exception {
        try (Changed changed = new Changed();
                Arena arena = Arena.ofConfined()) {
            changed.client.execute(Request.of(RTM_NEWLINK, out -> out.zeros(4).u32(1).u32(1).u32(1))); // IFF_UP
            byte[] nobody = new byte[6];
            MemorySegment frame = PacketSocket.frame(arena, nobody, nobody, 0x88b5, new byte[46]);
            MemorySegment room = arena.allocate(100);
            report(reporter, FaultMatrix.run(new FaultMatrix.Operation<FrameFile>() {
                @Override
                public FrameFile open() throws IOException {
                    return PacketSocket.open(changed.namespace, 1, Set.of(0x88b5), Set.of(MacAddress.parse("01:80:c2:00:00:0e")));
                }

                @Override
                public void use(FrameFile socket) throws IOException {
                    while (socket.write(frame) == FrameFile.WOULD_BLOCK) {}
                    assertEquals(60, socket.read(room, System.nanoTime() + SOON.toNanos(), () -> {}));
                    while (socket.read(room) != FrameFile.WOULD_BLOCK) {} // of uses that failed
                }
            }), 50);
        }
    }
}
