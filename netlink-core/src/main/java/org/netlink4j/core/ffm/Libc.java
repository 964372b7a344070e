package org.netlink4j.core.ffm;

import static java.lang.foreign.ValueLayout.JAVA_INT;

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
 * <p>The arena of an instance cannot be closed during a call, other memory has to be kept by the caller: functions get addresses.
 *
 * <p>Functions are linked on first use, in groups, because linking costs start-up time: what one command needs and another does
 * not is in a group of its own.
 */
public final class Libc {
    private static final class Sockets {
        static final MethodHandle SOCKET = Linkage.function("socket");
        static final MethodHandle BIND = Linkage.function("bind");
        static final MethodHandle CONNECT = Linkage.function("connect");
        static final MethodHandle GETSOCKNAME = Linkage.function("getsockname");
        static final MethodHandle SETSOCKOPT = Linkage.function("setsockopt");
        static final MethodHandle GETSOCKOPT = Linkage.function("getsockopt");
        static final MethodHandle SENDTO = Linkage.function("sendto");
        static final MethodHandle RECVFROM = Linkage.function("recvfrom");
        static final MethodHandle EVENTFD = Linkage.function("eventfd");
        static final MethodHandle CLOSE = Linkage.function("close");
    }

    private static final class Vectors {
        static final MethodHandle SENDMSG = Linkage.function("sendmsg");
        static final MethodHandle RECVMSG = Linkage.function("recvmsg");
        static final MethodHandle WRITEV = Linkage.function("writev");
    }

    /**
     * {@code syscall(2)}, for what is done again and again: the functions of the C library let threads be cancelled, which costs them
     * 40 ns in a process of several threads, as every JVM is.
     */
    private static final class Direct {
        static final MethodHandle SYSCALL = Linkage.function("syscall");
    }

    private static final class Waiting {
        static final MethodHandle PPOLL = Linkage.function("ppoll");
    }

    private static final class Files {
        static final MethodHandle OPEN = Linkage.variadic("open");
        static final MethodHandle IOCTL = Linkage.variadic("ioctl");
        static final MethodHandle FCNTL = Linkage.variadic("fcntl");
        static final MethodHandle FSTAT = Linkage.function("fstat");
        static final MethodHandle MKNOD = Linkage.function("mknod");
    }

    private static final class Namespaces {
        static final MethodHandle SETNS = Linkage.function("setns");
        static final MethodHandle UNSHARE = Linkage.function("unshare");
        static final MethodHandle MOUNT = Linkage.function("mount");
    }

    private static final class Streams {
        static final MethodHandle LISTEN = Linkage.function("listen");
        static final MethodHandle ACCEPT4 = Linkage.function("accept4");
    }

    private static final class Processes {
        static final MethodHandle SPAWN = Linkage.function("posix_spawnp");
        static final MethodHandle INIT = Linkage.function("posix_spawn_file_actions_init");
        static final MethodHandle DUP2 = Linkage.function("posix_spawn_file_actions_adddup2");
        static final MethodHandle CLOSE_FROM = Linkage.function("posix_spawn_file_actions_addclosefrom_np");
        static final MethodHandle DESTROY = Linkage.function("posix_spawn_file_actions_destroy");
        static final MethodHandle WAITPID = Linkage.function("waitpid");
        static final MethodHandle GETEUID = Linkage.function("geteuid");
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

    private int orErrno(int value) {
        return value < 0 ? -state.get(JAVA_INT, Linkage.ERRNO) : value;
    }

    private long orErrno(long value) {
        return value < 0 ? -state.get(JAVA_INT, Linkage.ERRNO) : value;
    }

    /** Where memory is; it must stay there until the call ends. */
    private static long at(MemorySegment memory) {
        if (!memory.isNative()) {
            throw new IllegalArgumentException("the C library reaches native memory only: " + memory);
        }
        if (!memory.scope().isAlive()) {
            throw new IllegalStateException("the memory was freed: " + memory);
        }
        return memory.address();
    }

    private long call(MethodHandle function, long a, long b, long c) {
        return call(function, a, b, c, 0, 0, 0);
    }

    private long call(MethodHandle function, long a, long b, long c, long d, long e, long f) {
        try {
            return (long) function.invokeExact(state, a, b, c, d, e, f);
        } catch (RuntimeException | Error misuse) { // for example from another thread than the errno cell's
            throw misuse;
        } catch (Throwable t) {
            throw new AssertionError("a native call has no checked exceptions", t);
        }
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
        return orErrno((int) call(Sockets.SOCKET, domain, type, protocol));
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
        return orErrno((int) call(Sockets.CONNECT, fd, at(address), length));
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
        return orErrno((int) call(Sockets.BIND, fd, at(address), length));
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
        return orErrno((int) call(Sockets.GETSOCKNAME, fd, at(address), at(length)));
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
        return orErrno((int) call(Sockets.SETSOCKOPT, fd, level, option, at(value), length, 0));
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
        return orErrno((int) call(Sockets.GETSOCKOPT, fd, level, option, at(value), at(length), 0));
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
        return orErrno(call(Sockets.SENDTO, fd, at(buffer), length, flags, at(address), addressLength));
    }

    /**
     * {@code sendto(2)} without an address. Sends one datagram to whom the socket is connected to.
     *
     * @param fd a descriptor
     * @param buffer native memory
     * @param length its length in bytes
     * @param flags see sendto(2)
     * @return what sendto(2) returns, or {@code -errno}
     */
    public long send(int fd, MemorySegment buffer, long length, int flags) {
        return orErrno(call(Direct.SYSCALL, Constants.SYS_SENDTO, fd, at(buffer), length, flags, 0));
    }

    /**
     * {@code recvfrom(2)} without an address. Receives one datagram.
     *
     * @param fd a descriptor
     * @param buffer native memory
     * @param length its length in bytes
     * @param flags see recvfrom(2)
     * @return what recvfrom(2) returns, or {@code -errno}
     */
    public long receive(int fd, MemorySegment buffer, long length, int flags) {
        return orErrno(call(Direct.SYSCALL, Constants.SYS_RECVFROM, fd, at(buffer), length, flags, 0));
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
        return orErrno(call(Vectors.SENDMSG, fd, at(message), flags));
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
        return orErrno(call(Sockets.RECVFROM, fd, at(buffer), length, flags, at(address), at(addressLength)));
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
        return orErrno(call(Vectors.RECVMSG, fd, at(message), flags));
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
        return orErrno((int) call(Waiting.PPOLL, at(fds), count, at(timeout), at(mask), 0, 0));
    }

    /**
     * {@code eventfd(2)}. Makes an event counter that {@link #ppoll} can wait for.
     *
     * @param initial see eventfd(2)
     * @param flags see eventfd(2)
     * @return what eventfd(2) returns, or {@code -errno}
     */
    public int eventfd(int initial, int flags) {
        return orErrno((int) call(Sockets.EVENTFD, initial, flags, 0));
    }

    /**
     * {@code close(2)}. Closes a descriptor.
     *
     * @param fd a descriptor
     * @return what close(2) returns, or {@code -errno}
     */
    public int close(int fd) {
        return orErrno((int) call(Sockets.CLOSE, fd, 0, 0));
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
        return orErrno((int) call(Files.OPEN, at(path), flags, mode));
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
        return orErrno(call(Direct.SYSCALL, Constants.SYS_READ, fd, at(buffer), length, 0, 0));
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
        return orErrno(call(Direct.SYSCALL, Constants.SYS_WRITE, fd, at(buffer), length, 0, 0));
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
        return orErrno(call(Direct.SYSCALL, Constants.SYS_READV, fd, at(vector), count, 0, 0));
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
        return orErrno(call(Vectors.WRITEV, fd, at(vector), count));
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
        return orErrno((int) call(Files.IOCTL, fd, request, at(argument)));
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
        return orErrno((int) call(Files.FCNTL, fd, command, argument));
    }

    /**
     * {@code fstat(2)}. Fills a {@code struct stat}; its layout is in {@link Constants#ST_MODE} and its neighbours.
     *
     * @param fd a descriptor
     * @param stat see fstat(2)
     * @return what fstat(2) returns, or {@code -errno}
     */
    public int fstat(int fd, MemorySegment stat) {
        return orErrno((int) call(Files.FSTAT, fd, at(stat), 0));
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
        return orErrno((int) call(Files.MKNOD, at(path), mode, device));
    }

    /**
     * {@code setns(2)}. Moves the calling thread into a namespace; needs {@code CAP_SYS_ADMIN}.
     *
     * @param fd a descriptor
     * @param type see setns(2)
     * @return what setns(2) returns, or {@code -errno}
     */
    public int setns(int fd, int type) {
        return orErrno((int) call(Namespaces.SETNS, fd, type, 0));
    }

    /**
     * {@code unshare(2)}. Gives the calling thread namespaces of its own; needs {@code CAP_SYS_ADMIN}.
     *
     * @param flags see unshare(2)
     * @return what unshare(2) returns, or {@code -errno}
     */
    public int unshare(int flags) {
        return orErrno((int) call(Namespaces.UNSHARE, flags, 0, 0));
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
        return orErrno((int) call(Namespaces.MOUNT, at(source), at(target), at(type), flags, at(data), 0));
    }

    /**
     * {@code listen(2)}. Lets a socket be connected to.
     *
     * @param fd a descriptor
     * @param backlog see listen(2)
     * @return what listen(2) returns, or {@code -errno}
     */
    public int listen(int fd, int backlog) {
        return orErrno((int) call(Streams.LISTEN, fd, backlog, 0));
    }

    /**
     * {@code accept4(2)}. Takes the next connection; who it is from is not asked.
     *
     * @param fd a descriptor
     * @param flags see accept4(2)
     * @return a descriptor, or {@code -errno}
     */
    public int accept(int fd, int flags) {
        return orErrno((int) call(Streams.ACCEPT4, fd, 0, 0, flags, 0, 0));
    }

    /**
     * {@code geteuid(2)}. The effective user of this process.
     *
     * @return its id, u32
     */
    public int geteuid() {
        return (int) call(Processes.GETEUID, 0, 0, 0);
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
        return -(int) call(Processes.SPAWN, at(pid), at(file), at(actions), 0, at(arguments), at(environment));
    }

    /**
     * {@code posix_spawn_file_actions_init(3)}. Prepares what a child does with its descriptors; nothing yet.
     *
     * @param actions {@link Constants#FILE_ACTIONS} bytes
     * @return 0, or {@code -errno}
     */
    public int fileActions(MemorySegment actions) {
        return -(int) call(Processes.INIT, at(actions), 0, 0);
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
        return -(int) call(Processes.DUP2, at(actions), from, to);
    }

    /**
     * {@code posix_spawn_file_actions_addclosefrom_np(3)}. Closes all other descriptors of the child. Needs glibc 2.34.
     *
     * @param actions what {@link #fileActions} prepared
     * @param first the lowest number that is closed
     * @return 0, or {@code -errno}
     */
    public int addCloseFrom(MemorySegment actions, int first) {
        return -(int) call(Processes.CLOSE_FROM, at(actions), first, 0);
    }

    /**
     * {@code posix_spawn_file_actions_destroy(3)}. Frees what the other calls allocated.
     *
     * @param actions what {@link #fileActions} prepared
     * @return 0, or {@code -errno}
     */
    public int destroyFileActions(MemorySegment actions) {
        return -(int) call(Processes.DESTROY, at(actions), 0, 0);
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
        return orErrno((int) call(Processes.WAITPID, pid, at(status), options));
    }
}
