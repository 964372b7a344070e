package org.netlink4j.core.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.KernelTest;

@KernelTest
class UnixSocketIT {
    private static final String NAME = "/org/netlink4j/test/one";
    private static final String OTHER = "/org/netlink4j/test/other";

    private static int errno(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SystemCallException.class, call).errno();
    }

    @Test
    void aNameIsTakenOnceInANamespaceAndGivenBack() throws Exception {
        try (NetworkNamespace here = NetworkNamespace.createAnonymous();
                NetworkNamespace elsewhere = NetworkNamespace.createAnonymous()) {
            assertFalse(UnixSocket.isThere(here, NAME));
            FrameFile first = UnixSocket.bound(here, NAME);
            assertEquals(Errno.EADDRINUSE, errno(() -> UnixSocket.bound(here, NAME)));
            assertTrue(UnixSocket.isThere(here, NAME));
            assertFalse(UnixSocket.isThere(elsewhere, NAME));
            UnixSocket.bound(elsewhere, NAME).close();
            first.close();
            assertFalse(UnixSocket.isThere(here, NAME));
            UnixSocket.bound(here, NAME).close();
        }
    }

    @Test
    void datagramsGoBothWaysBetweenTwoThatKnowOneAnother() throws Exception {
        try (NetworkNamespace here = NetworkNamespace.createAnonymous();
                Arena arena = Arena.ofShared()) {
            assertEquals(Errno.ECONNREFUSED, errno(() -> UnixSocket.connected(here, NAME, OTHER)));
            try (FrameFile other = UnixSocket.bound(here, OTHER);
                    FrameFile one = UnixSocket.connected(here, NAME, OTHER)) {
                MemorySegment text = arena.allocateFrom("ping");
                assertEquals(5, one.write(text));
                MemorySegment room = arena.allocate(100);
                assertEquals(5, other.read(room));
                assertArrayEquals(text.toArray(JAVA_BYTE), room.asSlice(0, 5).toArray(JAVA_BYTE));
                assertEquals(FrameFile.WOULD_BLOCK, other.read(room));
            }
        }
    }

    @Test
    void awaitEndsWhenItIsWokenOrClosedOrAtTheDeadline() throws Exception {
        try (NetworkNamespace here = NetworkNamespace.createAnonymous();
                FrameFile file = UnixSocket.bound(here, NAME)) {
            file.await(System.nanoTime());
            long far = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
            Thread waker = Thread.startVirtualThread(file::wake);
            file.await(far);
            waker.join();
            Thread closer = Thread.startVirtualThread(file::close);
            assertThrows(ClosedException.class, () -> file.await(far));
            closer.join();
            file.wake();
            assertThrows(ClosedException.class, () -> file.await(far));
        }
    }
}
