package org.netlink4j.core.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.Errno;

/** Every function called for real, so that a wrong name, type or order of arguments shows. Needs no privilege. */
class LibcTest {
    private static final int F_GETFL = 3;
    private static final int FIONREAD = 0x541b;
    private static final int NETLINK_ROUTE = 0;

    private final Arena arena = Arena.ofConfined();
    private final Libc libc = new Libc(arena);

    @AfterEach
    void free() {
        arena.close();
    }

    private int netlinkSocket() {
        int fd = libc.socket(Constants.AF_NETLINK, Constants.SOCK_RAW | Constants.SOCK_CLOEXEC, NETLINK_ROUTE);
        assertTrue(fd >= 0, () -> "socket: " + Errno.describe(-fd));
        return fd;
    }

    private MemorySegment address(int portId) {
        MemorySegment address = arena.allocate(Constants.SOCKADDR_NL, 4);
        address.set(JAVA_SHORT, 0, (short) Constants.AF_NETLINK);
        address.set(JAVA_INT, 4, portId);
        return address;
    }

    private MemorySegment text(String text) {
        return arena.allocateFrom(text);
    }

    /** A {@code struct msghdr} with an address and one buffer. */
    private MemorySegment message(MemorySegment address, MemorySegment buffer) {
        MemorySegment message = arena.allocate(Constants.MSGHDR, 8);
        message.set(ADDRESS, Constants.MSG_NAME, address);
        message.set(JAVA_INT, Constants.MSG_NAMELEN, Constants.SOCKADDR_NL);
        message.set(ADDRESS, Constants.MSG_IOV, vector(buffer));
        message.set(JAVA_LONG, Constants.MSG_IOVLEN, 1);
        return message;
    }

    /** An array of {@code struct iovec}. */
    private MemorySegment vector(MemorySegment... buffers) {
        MemorySegment vector = arena.allocate(16L * buffers.length, 8);
        for (int i = 0; i < buffers.length; i++) {
            vector.set(ADDRESS, 16L * i, buffers[i]);
            vector.set(JAVA_LONG, 16L * i + 8, buffers[i].byteSize());
        }
        return vector;
    }

    private int ppoll(int fd, long nanos) {
        MemorySegment fds = arena.allocate(8, 4);
        fds.set(JAVA_INT, 0, fd);
        fds.set(JAVA_SHORT, 4, Constants.POLLIN);
        MemorySegment timeout = arena.allocate(16, 8);
        timeout.set(JAVA_LONG, 8, nanos);
        int ready = libc.ppoll(fds, 1, timeout, MemorySegment.NULL);
        assertEquals(ready == 1 ? Constants.POLLIN : 0, fds.get(JAVA_SHORT, 6));
        return ready;
    }

    @Test
    void connectsASocketToTheKernel() {
        int fd = libc.socket(Constants.AF_NETLINK, Constants.SOCK_RAW | Constants.SOCK_CLOEXEC, NETLINK_ROUTE);
        assertEquals(0, libc.connect(fd, address(0), Constants.SOCKADDR_NL));
        assertEquals(0, libc.close(fd));
        assertEquals(-Errno.EBADF, libc.connect(-1, address(0), Constants.SOCKADDR_NL));
    }

    @Test
    void bindsASocketAndTellsItsPortId() {
        int fd = netlinkSocket();
        assertEquals(0, libc.bind(fd, address(0), Constants.SOCKADDR_NL));
        MemorySegment own = arena.allocate(Constants.SOCKADDR_NL, 4);
        MemorySegment length = arena.allocate(JAVA_INT);
        length.set(JAVA_INT, 0, Constants.SOCKADDR_NL);
        assertEquals(0, libc.getsockname(fd, own, length));
        assertEquals(Constants.SOCKADDR_NL, length.get(JAVA_INT, 0));
        assertEquals(Constants.AF_NETLINK, own.get(JAVA_SHORT, 0));
        assertNotEquals(0, own.get(JAVA_INT, 4));

        int other = netlinkSocket();
        assertEquals(-Errno.EADDRINUSE, libc.bind(other, address(own.get(JAVA_INT, 4)), Constants.SOCKADDR_NL));
        assertEquals(0, libc.close(other));
        assertEquals(0, libc.close(fd));
    }

    @Test
    void setsAndGetsSocketOptions() {
        int fd = netlinkSocket();
        MemorySegment value = arena.allocate(JAVA_INT);
        MemorySegment length = arena.allocate(JAVA_INT);
        value.set(JAVA_INT, 0, 65536);
        assertEquals(0, libc.setsockopt(fd, Constants.SOL_SOCKET, Constants.SO_RCVBUF, value, 4));
        value.set(JAVA_INT, 0, 0);
        length.set(JAVA_INT, 0, 4);
        assertEquals(0, libc.getsockopt(fd, Constants.SOL_SOCKET, Constants.SO_RCVBUF, value, length));
        assertEquals(131072, value.get(JAVA_INT, 0)); // socket(7): the kernel doubles it
        assertEquals(4, length.get(JAVA_INT, 0));
        assertEquals(-Errno.ENOPROTOOPT, libc.setsockopt(fd, Constants.SOL_NETLINK, 9999, value, 4));
        libc.close(fd);
    }

    /** NLMSG_NOOP with NLM_F_ACK: the kernel acknowledges it in 36 bytes. */
    private MemorySegment noop(int sequence) {
        return arena.allocateFrom(JAVA_INT, 16, 1 | (1 | 4) << 16, sequence, 0);
    }

    private void acknowledged(int fd, int sequence) {
        assertEquals(1, ppoll(fd, 500_000_000));
        MemorySegment buffer = arena.allocate(64, 8);
        MemorySegment from = address(-1);
        MemorySegment message = message(from, buffer);
        assertEquals(36, libc.recvmsg(fd, message, 0));
        assertEquals(2, buffer.get(JAVA_SHORT, 4));
        assertEquals(sequence, buffer.get(JAVA_INT, 8));
        assertEquals(0, buffer.get(JAVA_INT, 16));
        assertEquals(0, from.get(JAVA_INT, 4)); // the kernel
        assertEquals(Constants.SOCKADDR_NL, message.get(JAVA_INT, Constants.MSG_NAMELEN));
        assertEquals(0, message.get(JAVA_INT, Constants.MSG_FLAGS));
    }

    @Test
    void talksToTheKernel() {
        int fd = netlinkSocket();
        assertEquals(16, libc.sendto(fd, noop(7), 16, 0, address(0), Constants.SOCKADDR_NL));
        acknowledged(fd, 7);
        assertEquals(16, libc.sendmsg(fd, message(address(0), noop(8)), 0));
        acknowledged(fd, 8);
        assertEquals(16, libc.sendto(fd, noop(9), 16, 0, MemorySegment.NULL, 0)); // whom the socket is connected to: the kernel
        MemorySegment from = address(-1);
        MemorySegment length = arena.allocateFrom(JAVA_INT, Constants.SOCKADDR_NL);
        assertEquals(36, libc.recvfrom(fd, arena.allocate(20, 8), 20, Constants.MSG_TRUNC, from, length));
        assertEquals(0, from.get(JAVA_INT, 4));
        assertEquals(Constants.SOCKADDR_NL, length.get(JAVA_INT, 0));
        assertEquals(16, libc.send(fd, noop(10), 16, 0));
        MemorySegment answer = arena.allocate(36, 8);
        assertEquals(36, libc.receive(fd, answer, 20, Constants.MSG_TRUNC));
        assertEquals(10, answer.get(JAVA_INT, 8));
        assertEquals(0, answer.get(JAVA_INT, 24)); // beyond the 20 bytes
        assertEquals(-Errno.EAGAIN, libc.receive(fd, answer, 36, Constants.MSG_DONTWAIT));
        assertEquals(-Errno.EAGAIN, libc.recvmsg(fd, message(address(0), arena.allocate(64)), Constants.MSG_DONTWAIT));
        assertEquals(0, ppoll(fd, 1));
        libc.close(fd);
    }

    @Test
    void tellsThatADatagramWasTruncated() {
        int fd = netlinkSocket();
        assertEquals(16, libc.sendto(fd, noop(7), 16, 0, address(0), Constants.SOCKADDR_NL));
        MemorySegment message = message(address(0), arena.allocate(20));
        assertEquals(36, libc.recvmsg(fd, message, Constants.MSG_TRUNC));
        assertEquals(Constants.MSG_TRUNC, message.get(JAVA_INT, Constants.MSG_FLAGS));
        libc.close(fd);
    }

    @Test
    void waitsForAnEventCounter() {
        int fd = libc.eventfd(0, Constants.EFD_CLOEXEC | Constants.EFD_NONBLOCK);
        MemorySegment count = arena.allocate(JAVA_LONG);
        assertEquals(-Errno.EAGAIN, libc.read(fd, count, 8));
        assertEquals(0, ppoll(fd, 1));
        count.set(JAVA_LONG, 0, 3);
        assertEquals(8, libc.write(fd, count, 8));
        assertEquals(1, ppoll(fd, 0));
        count.set(JAVA_LONG, 0, 0);
        assertEquals(8, libc.read(fd, count, 8));
        assertEquals(3, count.get(JAVA_LONG, 0));
        libc.close(fd);
    }

    @Test
    void readsAndWritesFiles(@TempDir Path directory) throws Exception {
        Path path = directory.resolve("file");
        int fd = libc.open(text(path.toString()), Constants.O_RDWR | Constants.O_CREAT | Constants.O_CLOEXEC, 0640);
        assertTrue(fd >= 0, () -> Errno.describe(-fd));
        assertEquals(5, libc.writev(fd, vector(arena.allocateFrom("ab").asSlice(0, 2), arena.allocateFrom("cde").asSlice(0, 3)), 2));
        assertEquals(1, libc.write(fd, text("f"), 1));
        assertEquals("abcdef", Files.readString(path));

        MemorySegment stat = arena.allocate(Constants.STAT, 8);
        assertEquals(0, libc.fstat(fd, stat));
        int mode = stat.get(JAVA_INT, Constants.ST_MODE);
        assertEquals(0x8000, mode & Constants.S_IFMT); // a regular file
        assertEquals(Files.getAttribute(path, "unix:mode"), mode); // open's mode argument arrived
        assertEquals(0600, mode & 0700);
        assertEquals(Files.getAttribute(path, "unix:ino"), stat.get(JAVA_LONG, Constants.ST_INO));
        assertEquals(Files.getAttribute(path, "unix:dev"), stat.get(JAVA_LONG, Constants.ST_DEV));
        libc.close(fd);

        int again = libc.open(text(path.toString()), Constants.O_RDONLY, 0);
        MemorySegment first = arena.allocate(2);
        MemorySegment second = arena.allocate(8);
        MemorySegment unread = arena.allocate(JAVA_INT);
        assertEquals(0, libc.ioctl(again, FIONREAD, unread));
        assertEquals(6, unread.get(JAVA_INT, 0));
        assertEquals(6, libc.readv(again, vector(first, second), 2));
        assertEquals('b', first.get(JAVA_BYTE, 1));
        assertEquals("cdef", second.getString(0));
        assertEquals(0, libc.read(again, second, 8));
        assertEquals(-Errno.EBADF, libc.write(again, second, 1)); // opened for reading
        libc.close(again);
    }

    @Test
    void knowsTheDeviceNumberOfANode() {
        int fd = libc.open(text("/dev/null"), Constants.O_RDWR | Constants.O_CLOEXEC | Constants.O_NONBLOCK, 0);
        MemorySegment stat = arena.allocate(Constants.STAT, 8);
        assertEquals(0, libc.fstat(fd, stat));
        assertEquals(Constants.S_IFCHR, stat.get(JAVA_INT, Constants.ST_MODE) & Constants.S_IFMT);
        assertEquals(1 << 8 | 3, stat.get(JAVA_LONG, Constants.ST_RDEV)); // major 1, minor 3
        assertEquals(Constants.O_RDWR | Constants.O_NONBLOCK, libc.fcntl(fd, F_GETFL, 0) & (3 | Constants.O_NONBLOCK));
        libc.close(fd);
    }

    @Test
    void knowsWhereErrnoIs() {
        assertEquals(Linkage.CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno")), Linkage.ERRNO);
    }

    @Test
    void capturesErrno() {
        int closed = netlinkSocket();
        assertEquals(0, libc.close(closed));
        MemorySegment eight = arena.allocate(8, 8);
        assertEquals(-Errno.EAFNOSUPPORT, libc.socket(9999, Constants.SOCK_RAW, 0));
        assertEquals(-Errno.EPROTONOSUPPORT, libc.socket(Constants.AF_NETLINK, Constants.SOCK_RAW, 9999));
        IntSupplier[] calls = {
            () -> libc.close(-1),
            () -> libc.bind(-1, address(0), Constants.SOCKADDR_NL),
            () -> libc.getsockname(-1, address(0), eight),
            () -> libc.setsockopt(-1, 0, 0, eight, 4),
            () -> libc.getsockopt(-1, 0, 0, eight, eight),
            () -> (int) libc.sendto(-1, eight, 8, 0, address(0), Constants.SOCKADDR_NL),
            () -> (int) libc.sendmsg(-1, message(address(0), eight), 0),
            () -> (int) libc.recvfrom(-1, eight, 8, 0, address(0), eight),
            () -> (int) libc.send(-1, eight, 8, 0),
            () -> (int) libc.receive(-1, eight, 8, 0),
            () -> (int) libc.recvmsg(-1, message(address(0), eight), 0),
            () -> (int) libc.read(-1, eight, 8),
            () -> (int) libc.write(-1, eight, 8),
            () -> (int) libc.readv(-1, vector(eight), 1),
            () -> (int) libc.writev(-1, vector(eight), 1),
            () -> libc.ioctl(-1, FIONREAD, eight),
            () -> libc.fcntl(-1, F_GETFL, 0),
            () -> libc.fstat(-1, arena.allocate(Constants.STAT)),
            () -> libc.setns(-1, Constants.CLONE_NEWNET)
        };
        for (int i = 0; i < calls.length; i++) {
            assertEquals(-Errno.EBADF, calls[i].getAsInt(), "call " + i);
        }
        assertEquals(-Errno.EINVAL, libc.eventfd(0, -1));
        assertEquals(-Errno.EINVAL, libc.ppoll(eight, 1, arena.allocateFrom(JAVA_LONG, 0, -1), MemorySegment.NULL));
        assertEquals(-Errno.ENOENT, libc.open(text("/no/such/file"), Constants.O_RDONLY, 0));
        assertEquals(-Errno.EEXIST, libc.mknod(text("/"), Constants.S_IFCHR | 0600, 1 << 8 | 3));
        assertEquals(-Errno.ENOENT, libc.mknod(text("/no/such/node"), Constants.S_IFCHR | 0600, 1 << 8 | 3));
    }

    private static String networkNamespace() throws IOException {
        return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")).toString();
    }

    /** Namespaces belong to threads: what is done here dies with the thread, and root and others get different answers. */
    @Test
    void changesTheNamespacesOfAThreadOnly() throws Exception {
        String own = networkNamespace();
        CompletableFuture<Integer> unshared = new CompletableFuture<>();
        CompletableFuture<String> inside = new CompletableFuture<>();
        CompletableFuture<int[]> others = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try (Arena local = Arena.ofConfined()) {
                Libc here = new Libc(local);
                int outside = here.open(local.allocateFrom("/proc/thread-self/ns/net"), Constants.O_RDONLY | Constants.O_CLOEXEC, 0);
                unshared.complete(here.unshare(Constants.CLONE_NEWNET | Constants.CLONE_NEWNS));
                inside.complete(networkNamespace());
                MemorySegment root = local.allocateFrom("/");
                int mount = here.mount(local.allocateFrom("none"), root, MemorySegment.NULL, Constants.MS_REC | Constants.MS_SLAVE, MemorySegment.NULL);
                int noMount = here.mount(local.allocateFrom("none"), local.allocateFrom("/no/such/directory"), local.allocateFrom("sysfs"), 0, MemorySegment.NULL);
                int back = here.setns(outside, Constants.CLONE_NEWNET);
                here.close(outside);
                others.complete(new int[] {mount, noMount, back});
            } catch (Throwable t) {
                unshared.completeExceptionally(t);
                inside.completeExceptionally(t);
                others.completeExceptionally(t);
            }
        });
        int result = unshared.get(10, TimeUnit.SECONDS);
        int[] codes = others.get(10, TimeUnit.SECONDS);
        thread.join();
        if (result == 0) {
            assertNotEquals(own, inside.get());
            assertEquals(0, codes[0]);
            assertEquals(-Errno.ENOENT, codes[1]);
            assertEquals(0, codes[2]);
        } else {
            assertEquals(-Errno.EPERM, result);
            assertEquals(-Errno.EPERM, codes[0]);
            assertTrue(codes[1] == -Errno.EPERM || codes[1] == -Errno.ENOENT);
            assertEquals(-Errno.EPERM, codes[2]);
        }
        assertEquals(own, networkNamespace());
    }

    @Test
    void misuseIsNoErrno() {
        MemorySegment freed;
        try (Arena shortLived = Arena.ofConfined()) {
            freed = shortLived.allocate(8);
        }
        assertThrows(IllegalStateException.class, () -> libc.read(0, freed, 8));
        assertThrows(IllegalArgumentException.class, () -> libc.read(0, MemorySegment.ofArray(new byte[8]), 8));
        assertThrows(NullPointerException.class, () -> libc.read(0, null, 8));
    }

    private MemorySegment pointers(String... texts) {
        MemorySegment pointers = arena.allocate(8L * (texts.length + 1), 8);
        for (int i = 0; i < texts.length; i++) {
            pointers.setAtIndex(ADDRESS, i, text(texts[i]));
        }
        return pointers;
    }

    @Test
    void startsAChildWithDescriptorsOfOurs(@TempDir Path directory) throws Exception {
        Path path = directory.resolve("file");
        int fd = libc.open(text(path.toString()), Constants.O_RDWR | Constants.O_CREAT | Constants.O_CLOEXEC, 0600);
        MemorySegment actions = arena.allocate(Constants.FILE_ACTIONS, 8);
        assertEquals(0, libc.fileActions(actions));
        assertEquals(0, libc.addDup2(actions, fd, 7));
        assertEquals(0, libc.addCloseFrom(actions, 8));
        MemorySegment pid = arena.allocate(JAVA_INT);
        assertEquals(
                0,
                libc.spawn(
                        pid, text("sh"), actions, pointers("sh", "-c", "echo $X; ls /proc/self/fd >&7; exit 3"), pointers("X=y", "PATH=/bin")));
        MemorySegment status = arena.allocate(JAVA_INT);
        assertEquals(pid.get(JAVA_INT, 0), libc.waitpid(pid.get(JAVA_INT, 0), status, 0));
        assertEquals(3 << 8, status.get(JAVA_INT, 0));
        assertTrue(Files.readString(path).contains("7"), "its descriptors: " + Files.readString(path));
        assertEquals(-10, libc.waitpid(pid.get(JAVA_INT, 0), status, Constants.WNOHANG)); // ECHILD
        assertEquals(-Errno.ENOENT, libc.spawn(pid, text("/nothing"), actions, pointers("nothing"), pointers()));
        assertEquals(0, libc.destroyFileActions(actions));
        libc.close(fd);
    }

    @Test
    void acceptsAConnection(@TempDir Path directory) {
        byte[] path = directory.resolve("s").toString().getBytes(StandardCharsets.UTF_8);
        MemorySegment address = arena.allocate(Constants.SOCKADDR_UN, 2);
        address.set(JAVA_SHORT, 0, (short) Constants.AF_UNIX);
        MemorySegment.copy(path, 0, address, JAVA_BYTE, Constants.SUN_PATH, path.length);
        int listener = libc.socket(Constants.AF_UNIX, Constants.SOCK_STREAM | Constants.SOCK_NONBLOCK, 0);
        assertEquals(0, libc.bind(listener, address, Constants.SOCKADDR_UN));
        assertEquals(-Errno.EINVAL, libc.accept(listener, 0));
        assertEquals(0, libc.listen(listener, 1));
        assertEquals(-Errno.EAGAIN, libc.accept(listener, 0));
        int client = libc.socket(Constants.AF_UNIX, Constants.SOCK_STREAM, 0);
        assertEquals(0, libc.connect(client, address, Constants.SOCKADDR_UN));
        int server = libc.accept(listener, Constants.SOCK_CLOEXEC);
        assertTrue(server >= 0);
        assertEquals(1, libc.write(client, text("x"), 1));
        assertEquals(1, libc.read(server, arena.allocate(2), 2));
        libc.close(server);
        libc.close(client);
        libc.close(listener);
    }
}
