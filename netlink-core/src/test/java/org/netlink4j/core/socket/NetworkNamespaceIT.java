package org.netlink4j.core.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;

class NetworkNamespaceIT {
    private static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");

    @Test
    void currentIsEqualToItselfAndNeedsNoCapability() throws Exception {
        try (NetworkNamespace one = NetworkNamespace.current();
                NetworkNamespace other = NetworkNamespace.ofPath(Path.of("/proc/self/ns/net"))) {
            assertEquals(one, other);
            assertEquals(one.hashCode(), other.hashCode());
            assertEquals(Files.readSymbolicLink(Path.of("/proc/self/ns/net")).toString(), one.toString());
            assertEquals("inside", one.call(() -> "inside"));
        }
    }

    @Test
    void aNameThatIsNotThereIsAFailureWithErrno() {
        SystemCallException e = assertThrows(SystemCallException.class, () -> NetworkNamespace.named("no-such-namespace"));
        assertEquals(Errno.ENOENT, e.errno());
        assertThrows(IllegalArgumentException.class, () -> NetworkNamespace.named("../etc"));
    }

    @Test
    @KernelTest
    void anAnonymousOneHasOnlyLoopbackAndIsGoneWhenClosed() throws Exception {
        NetworkNamespace namespace = NetworkNamespace.createAnonymous();
        try (namespace;
                NetworkNamespace here = NetworkNamespace.current();
                NetlinkClient client = NetlinkClient.open(ROUTE, namespace)) {
            assertNotEquals(here, namespace);
            assertEquals(1, client.list(Request.of(18, out -> out.zeros(16)), message -> message.u32(4)).size());
        }
        assertFalse(Commands.here().run("lsns", "--type", "net", "--noheadings", "--output", "NS")
                .contains(Long.toString(namespace.inode())));
        assertThrows(ClosedException.class, () -> namespace.call(() -> 1));
    }

    @Test
    @KernelTest
    void aSocketStaysWhereItWasOpenedAndNoThreadIsMoved() throws Exception {
        Set<String> before = namespacesOfAllThreads();
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                NetlinkClient client = NetlinkClient.open(ROUTE, namespace)) {
            Commands.inside(namespace.path().toString()).run("ip", "link", "add", "a0", "type", "veth", "peer", "name", "b0");
            assertEquals(3, client.list(Request.of(18, out -> out.zeros(16)), message -> message.u32(4)).size());
            assertEquals(before, namespacesOfAllThreads());
        }
    }

    private static Set<String> namespacesOfAllThreads() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            return tasks.map(NetworkNamespaceIT::namespaceOf).filter(n -> !n.isEmpty()).collect(Collectors.toSet());
        }
    }

    private static String namespaceOf(Path task) {
        try {
            return Files.readSymbolicLink(task.resolve("ns/net")).toString();
        } catch (IOException _) {
            return ""; // the thread has just ended
        }
    }

    @Test
    @KernelTest
    void sysfsInsideShowsTheDevicesOfTheNamespace() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous()) {
            Commands.inside(namespace.path().toString()).run("ip", "link", "add", "only-here0", "type", "bridge");
            assertTrue(namespace.callWithSysfs(() -> Files.exists(Path.of("/sys/class/net/only-here0"))));
            assertFalse(Files.exists(Path.of("/sys/class/net/only-here0")));
        }
    }

    @Test
    @KernelTest
    void sysfsMayShowThemAlreadyAsInIpNetnsExec() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous()) {
            Path loopback = Path.of("/sys/class/net/lo");
            assertTrue(namespace.callWithSysfs(() -> namespace.callWithSysfs(() -> Files.exists(loopback))));
        }
    }

    @Test
    @KernelTest
    void theTasksFailureIsTheCallers() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous()) {
            IOException failure = new IOException("mine");
            assertEquals(failure, assertThrows(IOException.class, () -> namespace.call(() -> {
                throw failure;
            })));
            assertThrows(IllegalStateException.class, () -> namespace.call(() -> {
                throw new IllegalStateException();
            }));
        }
    }

    @Test
    @KernelTest
    void namedOnesAreThoseOfIpNetns() throws Exception {
        String name = "nl4j-test-" + ProcessHandle.current().pid();
        Commands.here().run("unshare", "--mount", "sh", "-c",
                "mount -t tmpfs tmpfs /run && ip netns add " + name + " && ls /run/netns/" + name);
        assertThrows(NetlinkException.class, () -> NetworkNamespace.named(name)); // made where only that shell could see it
    }
}
