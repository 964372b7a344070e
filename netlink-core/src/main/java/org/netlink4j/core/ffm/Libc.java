package org.netlink4j.core.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The C library: the only class of the project that calls native functions.
 *
 * <p>A method returns what the function returned or, if that was negative, {@code -errno}; it never throws for a failed
 * call. An instance holds the cell into which errno is captured, so it belongs to one thread at a time. Needs glibc 2.33 or
 * newer, or musl: {@code fstat} and {@code mknod} are no functions of an older glibc.
 *
 * <p>Functions are linked on first use, in groups, because linking costs start-up time: what one command needs and another does
 * not is in a group of its own.
 */
public final class Libc {
    private static final class Sockets {
        static final MethodHandle SOCKET = Linkage.function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        static final MethodHandle BIND = Linkage.function("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle CONNECT = Linkage.function("connect", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle GETSOCKNAME = Linkage.function("getsockname", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
        static final MethodHandle SETSOCKOPT = Linkage.function("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle GETSOCKOPT = Linkage.function("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
        static final MethodHandle SENDTO = Linkage.function("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle RECVFROM = Linkage.function("recvfrom", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS);
        static final MethodHandle EVENTFD = Linkage.function("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);
        static final MethodHandle CLOSE = Linkage.function("close", JAVA_INT, JAVA_INT);
    }

    /** All of one shape. */
    private static final class Vectors {
        static final MethodHandle SENDMSG = Linkage.function("sendmsg", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle RECVMSG = Linkage.function("recvmsg", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle READV = Linkage.function("readv", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle WRITEV = Linkage.function("writev", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
    }

    private static final class Waiting {
        static final MethodHandle PPOLL = Linkage.function("ppoll", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
    }

    /** Both of one shape. */
    private static final class Transfers {
        static final MethodHandle READ = Linkage.function("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
        static final MethodHandle WRITE = Linkage.function("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    }

    private static final class Files {
        static final MethodHandle OPEN = Linkage.variadic(2, "open", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
        static final MethodHandle IOCTL = Linkage.variadic(2, "ioctl", JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
        static final MethodHandle FCNTL = Linkage.variadic(2, "fcntl", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
        static final MethodHandle FSTAT = Linkage.function("fstat", JAVA_INT, JAVA_INT, ADDRESS);
        static final MethodHandle MKNOD = Linkage.function("mknod", JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG);
    }

    private static final class Namespaces {
        static final MethodHandle SETNS = Linkage.function("setns", JAVA_INT, JAVA_INT, JAVA_INT);
        static final MethodHandle UNSHARE = Linkage.function("unshare", JAVA_INT, JAVA_INT);
        static final MethodHandle MOUNT = Linkage.function("mount", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
    }

    private static final class Streams {
        static final MethodHandle LISTEN = Linkage.function("listen", JAVA_INT, JAVA_INT, JAVA_INT);
        static final MethodHandle ACCEPT4 = Linkage.function("accept4", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    }

    private static final class Processes {
        static final MethodHandle SPAWN = Linkage.function("posix_spawnp", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        static final MethodHandle INIT = Linkage.function("posix_spawn_file_actions_init", JAVA_INT, ADDRESS);
        static final MethodHandle DUP2 = Linkage.function("posix_spawn_file_actions_adddup2", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
        static final MethodHandle CLOSE_FROM = Linkage.function("posix_spawn_file_actions_addclosefrom_np", JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle DESTROY = Linkage.function("posix_spawn_file_actions_destroy", JAVA_INT, ADDRESS);
        static final MethodHandle WAITPID = Linkage.function("waitpid", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
        static final MethodHandle GETEUID = Linkage.function("geteuid", JAVA_INT);
    }

    private final MemorySegment state;

    /**
     * A view of the C library whose errno cell lives as long as the arena.
     *
     * @param arena owns the errno cell
     */
    public Libc(Arena arena) {
        state = arena.allocate(Linkage.CALL_STATE);
    }

    private int result(int value) {
        return value < 0 ? -(int) Linkage.ERRNO.get(state, 0L) : value;
    }

    private long result(long value) {
        return value < 0 ? -(int) Linkage.ERRNO.get(state, 0L) : value;
    }

    private static AssertionError unexpected(Throwable t) {
        if (t instanceof RuntimeException misuse) { // memory of a closed arena, for example
            throw misuse;
        }
        if (t instanceof Error error) { // a C library without the function, for example
            throw error;
        }
        return new AssertionError("a native call has no checked exceptions", t);
    }

    /**
     * {@code socket(2)}. Makes a socket.
     *
     * @param domain see socket(2)
     * @param type see socket(2)
     * @param protocol see socket(2)
     * @return what socket(2) returns, or {@code -errno}
     */
    public int socket(int domain, int type, int protocol) {
        try {
            return result((int) Sockets.SOCKET.invokeExact(state, domain, type, protocol));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code connect(2)}. Says whom a socket is to talk to.
     *
     * @param fd a descriptor
     * @param address see connect(2)
     * @param length its length in bytes
     * @return what connect(2) returns, or {@code -errno}
     */
    public int connect(int fd, MemorySegment address, int length) {
        try {
            return result((int) Sockets.CONNECT.invokeExact(state, fd, address, length));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code bind(2)}. Binds a socket to an address.
     *
     * @param fd a descriptor
     * @param address see bind(2)
     * @param length its length in bytes
     * @return what bind(2) returns, or {@code -errno}
     */
    public int bind(int fd, MemorySegment address, int length) {
        try {
            return result((int) Sockets.BIND.invokeExact(state, fd, address, length));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code getsockname(2)}. Writes the address of a socket into {@code address}; {@code length} is an {@code int} in and out.
     *
     * @param fd a descriptor
     * @param address see getsockname(2)
     * @param length an {@code int}
     * @return what getsockname(2) returns, or {@code -errno}
     */
    public int getsockname(int fd, MemorySegment address, MemorySegment length) {
        try {
            return result((int) Sockets.GETSOCKNAME.invokeExact(state, fd, address, length));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code setsockopt(2)}. Sets a socket option.
     *
     * @param fd a descriptor
     * @param level see setsockopt(2)
     * @param option see setsockopt(2)
     * @param value see setsockopt(2)
     * @param length its length in bytes
     * @return what setsockopt(2) returns, or {@code -errno}
     */
    public int setsockopt(int fd, int level, int option, MemorySegment value, int length) {
        try {
            return result((int) Sockets.SETSOCKOPT.invokeExact(state, fd, level, option, value, length));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code getsockopt(2)}. Reads a socket option; {@code length} is an {@code int} in and out.
     *
     * @param fd a descriptor
     * @param level see getsockopt(2)
     * @param option see getsockopt(2)
     * @param value see getsockopt(2)
     * @param length an {@code int}
     * @return what getsockopt(2) returns, or {@code -errno}
     */
    public int getsockopt(int fd, int level, int option, MemorySegment value, MemorySegment length) {
        try {
            return result((int) Sockets.GETSOCKOPT.invokeExact(state, fd, level, option, value, length));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code sendto(2)}. Sends one datagram.
     *
     * @param fd a descriptor
     * @param buffer native memory
     * @param length its length in bytes
     * @param flags see sendto(2)
     * @param address see sendto(2)
     * @param addressLength see sendto(2)
     * @return what sendto(2) returns, or {@code -errno}
     */
    public long sendto(int fd, MemorySegment buffer, long length, int flags, MemorySegment address, int addressLength) {
        try {
            return result((long) Sockets.SENDTO.invokeExact(state, fd, buffer, length, flags, address, addressLength));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code sendmsg(2)}. Sends one datagram described by a {@code msghdr}.
     *
     * @param fd a descriptor
     * @param message see sendmsg(2)
     * @param flags see sendmsg(2)
     * @return what sendmsg(2) returns, or {@code -errno}
     */
    public long sendmsg(int fd, MemorySegment message, int flags) {
        try {
            return result((long) Vectors.SENDMSG.invokeExact(state, fd, message, flags));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code recvfrom(2)}. Receives one datagram; {@code addressLength} is an {@code int} in and out.
     *
     * @param fd a descriptor
     * @param buffer native memory
     * @param length its length in bytes
     * @param flags see recvfrom(2)
     * @param address see recvfrom(2)
     * @param addressLength an {@code int}
     * @return what recvfrom(2) returns, or {@code -errno}
     */
    public long recvfrom(int fd, MemorySegment buffer, long length, int flags, MemorySegment address, MemorySegment addressLength) {
        try {
            return result((long) Sockets.RECVFROM.invokeExact(state, fd, buffer, length, flags, address, addressLength));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code recvmsg(2)}. Receives one datagram described by a {@code msghdr}.
     *
     * @param fd a descriptor
     * @param message see recvmsg(2)
     * @param flags see recvmsg(2)
     * @return what recvmsg(2) returns, or {@code -errno}
     */
    public long recvmsg(int fd, MemorySegment message, int flags) {
        try {
            return result((long) Vectors.RECVMSG.invokeExact(state, fd, message, flags));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code ppoll(2)}. Waits for descriptors; {@code timeout} is a {@code timespec} or {@code NULL}. Blocks the thread in the kernel.
     *
     * @param fds see ppoll(2)
     * @param count see ppoll(2)
     * @param timeout see ppoll(2)
     * @param mask see ppoll(2)
     * @return what ppoll(2) returns, or {@code -errno}
     */
    public int ppoll(MemorySegment fds, long count, MemorySegment timeout, MemorySegment mask) {
        try {
            return result((int) Waiting.PPOLL.invokeExact(state, fds, count, timeout, mask));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code eventfd(2)}. Makes an event counter that {@link #ppoll} can wait for.
     *
     * @param initial see eventfd(2)
     * @param flags see eventfd(2)
     * @return what eventfd(2) returns, or {@code -errno}
     */
    public int eventfd(int initial, int flags) {
        try {
            return result((int) Sockets.EVENTFD.invokeExact(state, initial, flags));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code close(2)}. Closes a descriptor.
     *
     * @param fd a descriptor
     * @return what close(2) returns, or {@code -errno}
     */
    public int close(int fd) {
        try {
            return result((int) Sockets.CLOSE.invokeExact(state, fd));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code open(2)}. Opens a file; {@code mode} matters only with {@link Constants#O_CREAT}.
     *
     * @param path see open(2)
     * @param flags see open(2)
     * @param mode see open(2)
     * @return what open(2) returns, or {@code -errno}
     */
    public int open(MemorySegment path, int flags, int mode) {
        try {
            return result((int) Files.OPEN.invokeExact(state, path, flags, mode));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code read(2)}. Reads bytes, or one frame from a tap.
     *
     * @param fd a descriptor
     * @param buffer native memory
     * @param length its length in bytes
     * @return what read(2) returns, or {@code -errno}
     */
    public long read(int fd, MemorySegment buffer, long length) {
        try {
            return result((long) Transfers.READ.invokeExact(state, fd, buffer, length));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code write(2)}. Writes bytes, or one frame to a tap.
     *
     * @param fd a descriptor
     * @param buffer native memory
     * @param length its length in bytes
     * @return what write(2) returns, or {@code -errno}
     */
    public long write(int fd, MemorySegment buffer, long length) {
        try {
            return result((long) Transfers.WRITE.invokeExact(state, fd, buffer, length));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code readv(2)}. Reads into several buffers.
     *
     * @param fd a descriptor
     * @param vector see readv(2)
     * @param count see readv(2)
     * @return what readv(2) returns, or {@code -errno}
     */
    public long readv(int fd, MemorySegment vector, int count) {
        try {
            return result((long) Vectors.READV.invokeExact(state, fd, vector, count));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code writev(2)}. Writes from several buffers.
     *
     * @param fd a descriptor
     * @param vector see writev(2)
     * @param count see writev(2)
     * @return what writev(2) returns, or {@code -errno}
     */
    public long writev(int fd, MemorySegment vector, int count) {
        try {
            return result((long) Vectors.WRITEV.invokeExact(state, fd, vector, count));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code ioctl(2)}. Controls a device.
     *
     * @param fd a descriptor
     * @param request see ioctl(2)
     * @param argument see ioctl(2)
     * @return what ioctl(2) returns, or {@code -errno}
     */
    public int ioctl(int fd, long request, MemorySegment argument) {
        try {
            return result((int) Files.IOCTL.invokeExact(state, fd, request, argument));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code fcntl(2)}. Controls a descriptor.
     *
     * @param fd a descriptor
     * @param command see fcntl(2)
     * @param argument see fcntl(2)
     * @return what fcntl(2) returns, or {@code -errno}
     */
    public int fcntl(int fd, int command, long argument) {
        try {
            return result((int) Files.FCNTL.invokeExact(state, fd, command, argument));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code fstat(2)}. Fills a {@code struct stat}; its layout is in {@link Constants#ST_MODE} and its neighbours.
     *
     * @param fd a descriptor
     * @param stat see fstat(2)
     * @return what fstat(2) returns, or {@code -errno}
     */
    public int fstat(int fd, MemorySegment stat) {
        try {
            return result((int) Files.FSTAT.invokeExact(state, fd, stat));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code mknod(2)}. Makes a device node; needs {@code CAP_MKNOD}.
     *
     * @param path see mknod(2)
     * @param mode see mknod(2)
     * @param device see mknod(2)
     * @return what mknod(2) returns, or {@code -errno}
     */
    public int mknod(MemorySegment path, int mode, long device) {
        try {
            return result((int) Files.MKNOD.invokeExact(state, path, mode, device));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code setns(2)}. Moves the calling thread into a namespace; needs {@code CAP_SYS_ADMIN}.
     *
     * @param fd a descriptor
     * @param type see setns(2)
     * @return what setns(2) returns, or {@code -errno}
     */
    public int setns(int fd, int type) {
        try {
            return result((int) Namespaces.SETNS.invokeExact(state, fd, type));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code unshare(2)}. Gives the calling thread namespaces of its own; needs {@code CAP_SYS_ADMIN}.
     *
     * @param flags see unshare(2)
     * @return what unshare(2) returns, or {@code -errno}
     */
    public int unshare(int flags) {
        try {
            return result((int) Namespaces.UNSHARE.invokeExact(state, flags));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code mount(2)}. Mounts a file system; needs {@code CAP_SYS_ADMIN}.
     *
     * @param source see mount(2)
     * @param target see mount(2)
     * @param type see mount(2)
     * @param flags see mount(2)
     * @param data see mount(2)
     * @return what mount(2) returns, or {@code -errno}
     */
    public int mount(MemorySegment source, MemorySegment target, MemorySegment type, long flags, MemorySegment data) {
        try {
            return result((int) Namespaces.MOUNT.invokeExact(state, source, target, type, flags, data));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code listen(2)}. Lets a socket be connected to.
     *
     * @param fd a descriptor
     * @param backlog see listen(2)
     * @return what listen(2) returns, or {@code -errno}
     */
    public int listen(int fd, int backlog) {
        try {
            return result((int) Streams.LISTEN.invokeExact(state, fd, backlog));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code accept4(2)}. Takes the next connection; who it is from is not asked.
     *
     * @param fd a descriptor
     * @param flags see accept4(2)
     * @return a descriptor, or {@code -errno}
     */
    public int accept(int fd, int flags) {
        try {
            return result((int) Streams.ACCEPT4.invokeExact(state, fd, MemorySegment.NULL, MemorySegment.NULL, flags));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code geteuid(2)}. The effective user of this process.
     *
     * @return its id, u32
     */
    public int geteuid() {
        try {
            return (int) Processes.GETEUID.invokeExact(state);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code posix_spawnp(3)}. Starts a child process.
     *
     * @param pid an {@code int}, which gets the process id
     * @param file the program, looked for in {@code PATH}
     * @param actions what {@link #fileActions} prepared
     * @param arguments pointers to the arguments, the program's name first, {@code NULL} last
     * @param environment pointers to {@code NAME=value}, {@code NULL} last
     * @return 0, or {@code -errno}
     */
    public int spawn(
            MemorySegment pid, MemorySegment file, MemorySegment actions, MemorySegment arguments, MemorySegment environment) {
        try {
            return -(int) Processes.SPAWN.invokeExact(state, pid, file, actions, MemorySegment.NULL, arguments, environment);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code posix_spawn_file_actions_init(3)}. Prepares what a child does with its descriptors; nothing yet.
     *
     * @param actions {@link Constants#FILE_ACTIONS} bytes
     * @return 0, or {@code -errno}
     */
    public int fileActions(MemorySegment actions) {
        try {
            return -(int) Processes.INIT.invokeExact(state, actions);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code posix_spawn_file_actions_adddup2(3)}. Gives the child a descriptor under another number, or keeps it open on exec.
     *
     * @param actions what {@link #fileActions} prepared
     * @param from a descriptor of ours
     * @param to its number in the child
     * @return 0, or {@code -errno}
     */
    public int addDup2(MemorySegment actions, int from, int to) {
        try {
            return -(int) Processes.DUP2.invokeExact(state, actions, from, to);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code posix_spawn_file_actions_addclosefrom_np(3)}. Closes all other descriptors of the child. Needs glibc 2.34.
     *
     * @param actions what {@link #fileActions} prepared
     * @param first the lowest number that is closed
     * @return 0, or {@code -errno}
     */
    public int addCloseFrom(MemorySegment actions, int first) {
        try {
            return -(int) Processes.CLOSE_FROM.invokeExact(state, actions, first);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code posix_spawn_file_actions_destroy(3)}. Frees what the other calls allocated.
     *
     * @param actions what {@link #fileActions} prepared
     * @return 0, or {@code -errno}
     */
    public int destroyFileActions(MemorySegment actions) {
        try {
            return -(int) Processes.DESTROY.invokeExact(state, actions);
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }

    /**
     * {@code waitpid(2)}. Looks after a child; blocks without {@link Constants#WNOHANG}.
     *
     * @param pid the process id
     * @param status an {@code int}, which gets how it ended
     * @param options see waitpid(2)
     * @return the process id, 0 if it has not ended, or {@code -errno}
     */
    public int waitpid(int pid, MemorySegment status, int options) {
        try {
            return result((int) Processes.WAITPID.invokeExact(state, pid, status, options));
        } catch (Throwable t) {
            throw unexpected(t);
        }
    }
}
