package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;

/** Clients are deaf to other processes, however they were opened. */
@KernelTest
class KernelOnlyIT {
    private static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");

    private interface Opener {
        AutoCloseable open(NetworkNamespace namespace) throws NetlinkException;
    }

    static Stream<Callable<AutoCloseable>> here() {
        return Stream.of(
                () -> NetlinkClient.open(ROUTE),
                () -> SharedNetlinkClient.open(ROUTE),
                () -> EventStream.open(ROUTE, Set.of(1), SocketOptions.DEFAULT));
    }

    static Stream<Opener> elsewhere() {
        return Stream.of(
                namespace -> NetlinkClient.open(ROUTE, namespace),
                namespace -> SharedNetlinkClient.open(ROUTE, namespace),
                namespace -> EventStream.open(ROUTE, Set.of(1), SocketOptions.DEFAULT, namespace));
    }

    /** Port ids of this process's sockets: the third column of those whose inode, the tenth, is that of a descriptor. */
    private static Set<Integer> ports() throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    inodes.add(Files.readSymbolicLink(descriptor).toString());
                }
            }
        }
        Set<Integer> ports = new HashSet<>();
        for (String line : Files.readAllLines(Path.of("/proc/net/netlink"))) {
            String[] columns = line.strip().split("\\s+");
            if (inodes.contains("socket:[" + columns[9] + "]")) {
                ports.add(Integer.parseUnsignedInt(columns[2]));
            }
        }
        return ports;
    }

    private static void assertRefused(NetlinkSocket other, int port) {
        try (Arena arena = Arena.ofConfined()) {
            SystemCallException e = assertThrows(SystemCallException.class, () -> other.send(arena.allocate(16, 8), 16, port));
            assertEquals(Errno.ECONNREFUSED, e.errno());
        }
    }

    @ParameterizedTest
    @MethodSource("here")
    void inThisNamespaceTheKernelRefusesWhatOthersSendThem(Callable<AutoCloseable> opener) throws Exception {
        try (NetlinkSocket other = NetlinkSocket.open(0, SocketOptions.DEFAULT)) {
            Set<Integer> before = ports();
            try (AutoCloseable _ = opener.call()) {
                Set<Integer> opened = ports();
                opened.removeAll(before);
                assertRefused(other, opened.iterator().next());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void inAnotherNamespaceTheKernelRefusesWhatOthersSendThem(Opener opener) throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                NetlinkSocket other = NetlinkSocket.open(0, SocketOptions.DEFAULT, namespace);
                AutoCloseable _ = opener.open(namespace)) {
            List<Integer> ports = Commands.inside(namespace.path().toString()).run("cat", "/proc/net/netlink").lines()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns[1].equals("0")) // NETLINK_ROUTE
                    .map(columns -> Integer.parseUnsignedInt(columns[2]))
                    .filter(port -> port != 0 && port != other.portId())
                    .toList();
            assertEquals(1, ports.size());
            assertRefused(other, ports.getFirst());
        }
    }
}
