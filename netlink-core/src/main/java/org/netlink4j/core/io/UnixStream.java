package org.netlink4j.core.io;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.netlink4j.core.ffm.Constants.AF_UNIX;
import static org.netlink4j.core.ffm.Constants.CMSGHDR;
import static org.netlink4j.core.ffm.Constants.CMSG_LEVEL;
import static org.netlink4j.core.ffm.Constants.CMSG_TYPE;
import static org.netlink4j.core.ffm.Constants.MSGHDR;
import static org.netlink4j.core.ffm.Constants.MSG_CMSG_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.MSG_CONTROL;
import static org.netlink4j.core.ffm.Constants.MSG_CONTROLLEN;
import static org.netlink4j.core.ffm.Constants.MSG_IOV;
import static org.netlink4j.core.ffm.Constants.MSG_IOVLEN;
import static org.netlink4j.core.ffm.Constants.MSG_NOSIGNAL;
import static org.netlink4j.core.ffm.Constants.SCM_RIGHTS;
import static org.netlink4j.core.ffm.Constants.SOCK_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.SOCK_NONBLOCK;
import static org.netlink4j.core.ffm.Constants.SOCK_STREAM;
import static org.netlink4j.core.ffm.Constants.SOL_SOCKET;
import static org.netlink4j.core.ffm.Constants.SO_PEERCRED;
import static org.netlink4j.core.ffm.Constants.UCRED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.socket.NetworkNamespace;

/**
 * A unix stream socket that carries descriptors, too ({@code SCM_RIGHTS}). One thread at a time sends, one receives; any thread may
 * close.
 */
public final class UnixStream implements AutoCloseable {
    /** {@code SCM_MAX_FD} of the kernel. */
    public static final int MOST_DESCRIPTORS = 253;

    private static final int ROOM = 65_536;
    private static final int BACKLOG = 8;
    private static final int EPIPE = 32;

    private final Descriptor descriptor;
    private final Libc sendCalls;
    private final Libc receiveCalls;
    private final MemorySegment room;
    private final MemorySegment control;

    private UnixStream(String name, int fd) throws SystemCallException {
        descriptor = new Descriptor(name, fd);
        Arena arena = descriptor.arena();
        sendCalls = new Libc(arena);
        receiveCalls = new Libc(arena);
        room = arena.allocate(ROOM);
        control = arena.allocate(CMSGHDR + (long) Integer.BYTES * (MOST_DESCRIPTORS + 1), 8);
    }

    /**
     * What came at once.
     *
     * @param bytes the bytes; none if the other end was closed
     * @param descriptors descriptors that came with them, now of this process, to be closed by the caller
     */
    public record Received(Octets bytes, List<Integer> descriptors) {
        /** Copies the list. */
        public Received {
            descriptors = List.copyOf(descriptors);
        }
    }

    /**
     * Who is at the other end, as the kernel knows: the process that connected, or the one that listens.
     *
     * @param pid its process id in our PID namespace; 0 if it is not in there
     * @param user its effective user id when it connected or began to listen, in our user namespace; 65534 if it has none there
     */
    public record Peer(int pid, int user) {
        /** {@return whether it is root of our user namespace, or of the user that this process has} */
        public boolean isRootOrOwn() {
            try (Arena arena = Arena.ofConfined()) {
                return user == 0 || user == new Libc(arena).geteuid();
            }
        }
    }

    /**
     * Connects to a socket.
     *
     * @param path its file
     * @return the connection, to be closed
     * @throws SystemCallException if nobody listens there
     */
    public static UnixStream connect(Path path) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            return connect(arena, UnixAddress.ofFile(arena, path));
        }
    }

    /**
     * Connects to a socket with an abstract name.
     *
     * @param namespace the network namespace where the name is
     * @param name the name without the leading NUL, at most 107 bytes of UTF-8
     * @return the connection, to be closed
     * @throws NetlinkException if nobody listens there ({@code ECONNREFUSED}), or the namespace cannot be entered
     */
    public static UnixStream connect(NetworkNamespace namespace, String name) throws NetlinkException {
        return namespace.call(() -> {
            try (Arena arena = Arena.ofConfined()) {
                return connect(arena, UnixAddress.ofAbstract(arena, name));
            }
        });
    }

    private static UnixStream connect(Arena arena, UnixAddress address) throws SystemCallException {
        Libc libc = new Libc(arena);
        int fd = socket(libc);
        int result = libc.connect(fd, address.memory(), address.length());
        if (result < 0) {
            libc.close(fd);
            throw new SystemCallException("connecting to " + address, -result);
        }
        return new UnixStream("the unix socket " + address, fd);
    }

    private static int socket(Libc libc) throws SystemCallException {
        int fd = libc.socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (fd < 0) {
            throw new SystemCallException("socket(AF_UNIX, SOCK_STREAM)", -fd);
        }
        return fd;
    }

    /** A socket that others connect to. */
    public static final class Listener implements AutoCloseable {
        private final FrameFile file;
        private final Optional<Path> path;

        private Listener(FrameFile file, Optional<Path> path) {
            this.file = file;
            this.path = path;
        }

        /**
         * Waits for a connection.
         *
         * @param deadline of {@link System#nanoTime}
         * @return the connection, to be closed
         * @throws TimedOutException if none came
         * @throws NetlinkException if this is closed or the thread interrupted
         */
        public UnixStream accept(long deadline) throws NetlinkException {
            return file.use(() -> {
                try (Arena arena = Arena.ofConfined()) {
                    Libc libc = new Libc(arena);
                    while (true) {
                        int fd = libc.accept(file.descriptor(), SOCK_CLOEXEC | SOCK_NONBLOCK);
                        if (fd >= 0) {
                            return new UnixStream("a connection of " + file, fd);
                        }
                        if (fd != -Errno.EAGAIN && fd != -Errno.EINTR) {
                            throw new SystemCallException("accepting a connection to " + file, -fd);
                        }
                        if (deadline - System.nanoTime() <= 0) {
                            throw new TimedOutException("nobody connected to " + file);
                        }
                        file.await(deadline);
                    }
                }
            });
        }

        /** Closes it and removes its file; an abstract name the kernel takes back. May be called again. */
        @Override
        public void close() {
            file.close();
            path.ifPresent(one -> one.toFile().delete()); // if somebody else was faster, it is gone as well
        }
    }

    /**
     * Makes a socket that others connect to.
     *
     * @param path its file, which must not be there
     * @return the socket, to be closed
     * @throws SystemCallException if it cannot be made
     */
    public static Listener listen(Path path) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            return listen(arena, UnixAddress.ofFile(arena, path), Optional.of(path));
        }
    }

    /**
     * Makes a socket with an abstract name. Anybody in the network namespace can connect: {@link #peer} tells who did.
     *
     * @param namespace the network namespace where the name is to be
     * @param name the name without the leading NUL, at most 107 bytes of UTF-8
     * @return the socket, to be closed
     * @throws NetlinkException if another socket has the name ({@code EADDRINUSE}), or the namespace cannot be entered
     */
    public static Listener listen(NetworkNamespace namespace, String name) throws NetlinkException {
        return namespace.call(() -> {
            try (Arena arena = Arena.ofConfined()) {
                return listen(arena, UnixAddress.ofAbstract(arena, name), Optional.empty());
            }
        });
    }

    private static Listener listen(Arena arena, UnixAddress address, Optional<Path> path) throws SystemCallException {
        Libc libc = new Libc(arena);
        int fd = socket(libc);
        int result = libc.bind(fd, address.memory(), address.length());
        if (result < 0) {
            libc.close(fd);
            throw new SystemCallException("binding to " + address, -result);
        }
        try {
            return new Listener(listening(libc, fd, address), path);
        } catch (SystemCallException e) {
            path.ifPresent(made -> made.toFile().delete()); // by bind
            throw e;
        }
    }

    private static FrameFile listening(Libc libc, int fd, UnixAddress address) throws SystemCallException {
        int result = libc.listen(fd, BACKLOG);
        if (result < 0) {
            libc.close(fd);
            throw new SystemCallException("listening on " + address, -result);
        }
        return new FrameFile("the unix socket " + address, fd);
    }

    private static void pause(long deadline, String late) throws NetlinkException {
        if (deadline - System.nanoTime() <= 0) {
            throw new TimedOutException(late);
        }
        try {
            Thread.sleep(1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting: " + late);
        }
    }

    /**
     * Sends bytes, and descriptors with the first of them. The receiver gets copies; ours stay open.
     *
     * @param bytes one at least
     * @param descriptors at most {@link #MOST_DESCRIPTORS}
     * @param deadline of {@link System#nanoTime}
     * @throws TimedOutException if the receiver does not make room
     * @throws ClosedException if the other end is closed, or this one
     * @throws NetlinkException if it cannot be sent
     */
    public void send(Octets bytes, List<Integer> descriptors, long deadline) throws NetlinkException {
        if (bytes.length() == 0 || descriptors.size() > MOST_DESCRIPTORS) {
            throw new IllegalArgumentException(
                    bytes.length() + " bytes with " + descriptors.size() + " descriptors: want 1 or more with at most " + MOST_DESCRIPTORS);
        }
        descriptor.enter();
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment data = memory.allocate(bytes.length());
            MemorySegment.copy(bytes.toArray(), 0, data, JAVA_BYTE, 0, bytes.length());
            MemorySegment message = message(memory, data);
            attach(memory, message, descriptors);
            long sent = 0;
            while (sent < data.byteSize()) {
                long result = sendCalls.sendmsg(descriptor.fd(), message, MSG_NOSIGNAL);
                if (result >= 0) {
                    sent += result;
                    message = message(memory, data.asSlice(sent));
                } else if (result == -EPIPE) {
                    throw new ClosedException("the other end of " + descriptor + " is closed");
                } else if (result == -Errno.EAGAIN || result == -Errno.EINTR) {
                    pause(deadline, descriptor + " has no room");
                } else {
                    throw new SystemCallException("sending to " + descriptor, (int) -result);
                }
            }
        } finally {
            descriptor.leave();
        }
    }

    private static MemorySegment message(Arena memory, MemorySegment data) {
        MemorySegment vector = memory.allocate(16, 8);
        vector.set(ADDRESS, 0, data);
        vector.set(JAVA_LONG, 8, data.byteSize());
        MemorySegment message = memory.allocate(MSGHDR, 8);
        message.set(ADDRESS, MSG_IOV, vector);
        message.set(JAVA_LONG, MSG_IOVLEN, 1);
        return message;
    }

    private static void attach(Arena memory, MemorySegment message, List<Integer> descriptors) {
        if (descriptors.isEmpty()) {
            return;
        }
        long length = CMSGHDR + (long) Integer.BYTES * descriptors.size();
        MemorySegment rights = memory.allocate((length + 7) & ~7L, 8);
        rights.set(JAVA_LONG, 0, length);
        rights.set(JAVA_INT, CMSG_LEVEL, SOL_SOCKET);
        rights.set(JAVA_INT, CMSG_TYPE, SCM_RIGHTS);
        for (int i = 0; i < descriptors.size(); i++) {
            rights.set(JAVA_INT, CMSGHDR + (long) Integer.BYTES * i, descriptors.get(i));
        }
        message.set(ADDRESS, MSG_CONTROL, rights);
        message.set(JAVA_LONG, MSG_CONTROLLEN, rights.byteSize());
    }

    /**
     * Waits for bytes, and the descriptors that come with them.
     *
     * @param deadline of {@link System#nanoTime}
     * @return what is there, at most 64 KiB
     * @throws TimedOutException if nothing came
     * @throws NetlinkException if this is closed, the thread interrupted, or the kernel does not deliver
     */
    public Received receive(long deadline) throws NetlinkException {
        descriptor.enter();
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment message = message(memory, room);
            while (true) {
                message.set(ADDRESS, MSG_CONTROL, control);
                message.set(JAVA_LONG, MSG_CONTROLLEN, control.byteSize());
                long result = receiveCalls.recvmsg(descriptor.fd(), message, MSG_CMSG_CLOEXEC);
                if (result >= 0) {
                    return new Received(
                            Octets.of(room.asSlice(0, result).toArray(JAVA_BYTE)), rights(message.get(JAVA_LONG, MSG_CONTROLLEN)));
                }
                if (result != -Errno.EAGAIN && result != -Errno.EINTR) {
                    throw new SystemCallException("receiving from " + descriptor, (int) -result);
                }
                if (!descriptor.await(deadline, "") && deadline - System.nanoTime() <= 0) {
                    throw new TimedOutException("nothing came from " + descriptor);
                }
            }
        } finally {
            descriptor.leave();
        }
    }

    private List<Integer> rights(long length) {
        List<Integer> descriptors = new ArrayList<>();
        if (length >= CMSGHDR
                && control.get(JAVA_INT, CMSG_LEVEL) == SOL_SOCKET
                && control.get(JAVA_INT, CMSG_TYPE) == SCM_RIGHTS) {
            long end = Math.min(length, control.get(JAVA_LONG, 0));
            for (long at = CMSGHDR; at + Integer.BYTES <= end; at += Integer.BYTES) {
                descriptors.add(control.get(JAVA_INT, at));
            }
        }
        return descriptors;
    }

    /**
     * Who is at the other end.
     *
     * @return the process
     * @throws NetlinkException if this is closed, or the kernel does not say
     */
    public Peer peer() throws NetlinkException {
        descriptor.enter();
        try (Arena memory = Arena.ofConfined()) {
            MemorySegment credentials = memory.allocate(UCRED, 4);
            MemorySegment length = memory.allocateFrom(JAVA_INT, (int) UCRED);
            int result = new Libc(memory).getsockopt(descriptor.fd(), SOL_SOCKET, SO_PEERCRED, credentials, length);
            if (result < 0) {
                throw new SystemCallException("asking who is at the other end of " + descriptor, -result);
            }
            return new Peer(credentials.get(JAVA_INT, 0), credentials.get(JAVA_INT, Integer.BYTES));
        } finally {
            descriptor.leave();
        }
    }

    /** Closes it; a thread that waits gets a {@link ClosedException}. May be called again. */
    @Override
    public void close() {
        descriptor.close();
    }

    /** {@return what it is} */
    @Override
    public String toString() {
        return descriptor.toString();
    }
}
