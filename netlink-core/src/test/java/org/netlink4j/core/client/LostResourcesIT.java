package org.netlink4j.core.client;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Linkage;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.testkit.ChildJvm;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.Traces;

/** What a process had, and has no longer: capabilities, descriptors, a name for its namespace. */
@KernelTest
@Timeout(60)
class LostResourcesIT extends InNamespace {
    private static final int LINUX_CAPABILITY_VERSION_3 = 0x20080522;
    private static final Request LOOPBACK = Request.of(18, out -> out.zeros(4).u32(1).zeros(8));

    /** On a thread of its own: capabilities are a thread's. */
    private static <T> T onThread(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Thread.ofPlatform().start(future);
        return future.get();
    }

    private static int dropAllCapabilities() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment header = arena.allocate(JAVA_INT, 2);
            header.set(JAVA_INT, 0, LINUX_CAPABILITY_VERSION_3);
            MemorySegment none = arena.allocate(JAVA_INT, 6);
            return (int) (long) Linkage.function("capset")
                    .invokeExact(arena.allocate(Linkage.CALL_STATE), header.address(), none.address(), 0L, 0L, 0L, 0L);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }

    @Test
    void permissionLostBetweenTwoRequestsIsARefusalAndReadingGoesOn() throws Exception {
        assertEquals("RTM_NEWLINK", onThread(() -> {
            client.execute(newLink("br0", "bridge"));
            assertEquals(0, dropAllCapabilities());
            KernelException refused = assertThrows(KernelException.class, () -> client.execute(newLink("br1", "bridge")));
            assertEquals(Errno.EPERM, refused.errno());
            assertEquals(1, client.<Integer>get(LOOPBACK, link -> link.u32(4)));
            assertEquals(Errno.EPERM, assertThrows(
                    SystemCallException.class, () -> NetlinkClient.open(ROUTE, namespace)).errno());
            return "RTM_NEWLINK";
        }));
        client.execute(newLink("br1", "bridge")); // this thread has kept them
    }

    @Test
    void aNamespaceLivesAsLongAsASocketIsInIt() throws Exception {
        namespace.close();
        assertEquals(1, client.<Integer>get(LOOPBACK, link -> link.u32(4)));
        client.execute(newLink("br0", "bridge"));
        assertThrows(ClosedException.class, () -> NetlinkClient.open(ROUTE, namespace));
    }

    /** Opens clients until there is no descriptor left, three times. */
    static final class Exhausted {
        private Exhausted() {}

        public static void main(String[] arguments) throws Exception {
            // A class in a directory needs a descriptor to be loaded; one in a jar does not.
            try {
                NetlinkClient.open(NetlinkProtocol.of(99, "NONE")).close();
            } catch (SystemCallException e) {
                Errno.describe(e.errno());
            }
            NetlinkClient.open(ROUTE).close();
            SharedNetlinkClient.open(ROUTE).close();
            Traces.look();
            for (int round = 0; round < 3; round++) {
                Traces before = Traces.settled();
                List<AutoCloseable> open = new ArrayList<>();
                String failure = "";
                while (failure.isEmpty()) {
                    try {
                        open.add(open.size() % 2 == 0 ? NetlinkClient.open(ROUTE) : SharedNetlinkClient.open(ROUTE));
                    } catch (SystemCallException e) {
                        failure = e.getMessage();
                    }
                }
                for (AutoCloseable one : open) {
                    one.close();
                }
                before.await(failure);
                try (NetlinkClient next = NetlinkClient.open(ROUTE)) {
                    System.out.println(next.<Integer>get(LOOPBACK, link -> link.u32(4)) + " " + (open.size() > 10) + " " + failure);
                }
            }
        }
    }

    @Test
    @NeedsCommand("sh")
    void withoutADescriptorLeftOpeningSaysSoAndLeaksNothing() {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n 100; exec \"$@\"", "sh"));
        command.addAll(ChildJvm.command(List.of("-Xshare:auto", "-XX:-MaxFDLimit"), Exhausted.class, NetlinkClient.class));
        List<String> lines = Commands.here().run(command.toArray(String[]::new)).lines().toList();
        assertEquals(3, lines.size(), lines::toString);
        lines.forEach(line -> assertTrue(
                line.matches("1 true (socket\\(AF_NETLINK, SOCK_RAW, 0\\)|eventfd): EMFILE .*"), line));
    }
}
