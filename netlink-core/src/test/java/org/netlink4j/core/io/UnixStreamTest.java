package org.netlink4j.core.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.Octets;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.ffm.Constants;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.socket.NetworkNamespace;

/** Bytes and descriptors over a real socket. Needs no privilege. */
class UnixStreamTest {
    @TempDir
    private Path directory;

    private static long soon() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    }

    private Path path() {
        return directory.resolve("s");
    }

    /** An abstract name belongs to the network namespace, and is free again when its socket is closed. */
    @Test
    void anAbstractNameIsTakenOnceAndGivenBack() throws Exception {
        String name = "/org/netlink4j/test/" + UUID.randomUUID();
        try (NetworkNamespace here = NetworkNamespace.current()) {
            for (int i = 0; i < 2; i++) {
                try (UnixStream.Listener listener = UnixStream.listen(here, name)) {
                    assertEquals(
                            Errno.EADDRINUSE,
                            assertThrows(SystemCallException.class, () -> UnixStream.listen(here, name)).errno());
                    try (UnixStream client = UnixStream.connect(here, name);
                            UnixStream server = listener.accept(soon())) {
                        client.send(Octets.of((byte) 7), List.of(), soon());
                        assertEquals(Octets.of((byte) 7), server.receive(soon()).bytes());
                        for (UnixStream end : List.of(client, server)) {
                            assertEquals(ProcessHandle.current().pid(), end.peer().pid());
                            assertTrue(end.peer().isRootOrOwn());
                        }
                    }
                }
                assertEquals(
                        Errno.ECONNREFUSED,
                        assertThrows(SystemCallException.class, () -> UnixStream.connect(here, name)).errno());
            }
        }
    }

    @Test
    void aStrangerIsNeitherRootNorOneself() throws Exception {
        assertTrue(new UnixStream.Peer(1, 0).isRootOrOwn());
        int own = (int) Files.getAttribute(Files.createFile(path()), "unix:uid");
        assertTrue(new UnixStream.Peer(1, own).isRootOrOwn());
        assertFalse(new UnixStream.Peer(1, own + 1).isRootOrOwn());
        assertFalse(new UnixStream.Peer(1, -1).isRootOrOwn());
    }

    @Test
    void whoWaitsForAConnectionIsTold() throws Exception {
        UnixStream.Listener listener = UnixStream.listen(path());
        assertThrows(TimedOutException.class, () -> listener.accept(System.nanoTime()));
        FutureTask<UnixStream> accepting = new FutureTask<>(() -> listener.accept(System.nanoTime() + TimeUnit.HOURS.toNanos(1)));
        Thread thread = Thread.ofPlatform().start(accepting);
        listener.close();
        thread.join();
        assertInstanceOf(ClosedException.class, assertThrows(ExecutionException.class, accepting::get).getCause());
    }

    @Test
    void carriesBytesAndDescriptors() throws Exception {
        Path file = Files.writeString(directory.resolve("f"), "content");
        try (Arena arena = Arena.ofConfined();
                UnixStream.Listener listener = UnixStream.listen(path());
                UnixStream client = UnixStream.connect(path());
                UnixStream server = listener.accept(soon())) {
            Libc libc = new Libc(arena);
            int fd = libc.open(arena.allocateFrom(file.toString()), Constants.O_RDONLY, 0);
            client.send(Octets.of((byte) 1, (byte) 2), List.of(fd, fd), soon());
            UnixStream.Received received = server.receive(soon());
            assertEquals(Octets.of((byte) 1, (byte) 2), received.bytes());
            assertEquals(2, received.descriptors().size());
            libc.close(fd);

            MemorySegment content = arena.allocate(7);
            assertEquals(7, libc.read(received.descriptors().getFirst(), content, 7));
            assertArrayEquals("content".getBytes(), content.toArray(JAVA_BYTE));
            received.descriptors().forEach(libc::close);

            server.send(Octets.of((byte) 3), List.of(), soon());
            assertEquals(new UnixStream.Received(Octets.of((byte) 3), List.of()), client.receive(soon()));
        }
        assertEquals(false, Files.exists(path()));
    }

    @Test
    void carriesAsManyDescriptorsAsTheKernelAllows() throws Exception {
        try (Arena arena = Arena.ofConfined();
                UnixStream.Listener listener = UnixStream.listen(path());
                UnixStream client = UnixStream.connect(path());
                UnixStream server = listener.accept(soon())) {
            client.send(Octets.of((byte) 1), Collections.nCopies(UnixStream.MOST_DESCRIPTORS, 1), soon());
            List<Integer> received = server.receive(soon()).descriptors();
            assertEquals(UnixStream.MOST_DESCRIPTORS, received.size());
            received.forEach(new Libc(arena)::close);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> client.send(Octets.of((byte) 1), Collections.nCopies(UnixStream.MOST_DESCRIPTORS + 1, 1), soon()));
        }
    }

    @Test
    void carriesMoreThanThereIsRoomFor() throws Exception {
        Octets much = Octets.zeros(3_000_000);
        try (UnixStream.Listener listener = UnixStream.listen(path());
                UnixStream client = UnixStream.connect(path());
                UnixStream server = listener.accept(soon())) {
            FutureTask<Integer> reader = new FutureTask<>(() -> {
                int total = 0;
                while (total < much.length()) {
                    total += server.receive(soon()).bytes().length();
                }
                return total;
            });
            Thread.ofPlatform().start(reader);
            client.send(much, List.of(), soon());
            assertEquals(much.length(), reader.get());
        }
    }

    @Test
    void endsAndDeadlines() throws Exception {
        assertThrows(SystemCallException.class, () -> UnixStream.connect(path()));
        try (UnixStream.Listener listener = UnixStream.listen(path())) {
            assertThrows(TimedOutException.class, () -> listener.accept(System.nanoTime()));
            assertThrows(SystemCallException.class, () -> UnixStream.listen(path()));
            UnixStream client = UnixStream.connect(path());
            UnixStream server = listener.accept(soon());
            assertThrows(TimedOutException.class, () -> client.receive(System.nanoTime()));
            FutureTask<UnixStream.Received> reader = new FutureTask<>(() -> client.receive(soon()));
            Thread.ofVirtual().start(reader);
            server.close();
            assertEquals(0, reader.get().bytes().length());
            assertThrows(ClosedException.class, () -> client.send(Octets.of((byte) 1), List.of(), soon()));
            client.close();
            client.close();
            assertThrows(ClosedException.class, () -> client.receive(soon()));
        }
    }
}
