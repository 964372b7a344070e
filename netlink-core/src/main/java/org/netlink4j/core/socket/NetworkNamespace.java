package org.netlink4j.core.socket;

import static org.netlink4j.core.ffm.Constants.CLONE_NEWNET;
import static org.netlink4j.core.ffm.Constants.CLONE_NEWNS;
import static org.netlink4j.core.ffm.Constants.MS_REC;
import static org.netlink4j.core.ffm.Constants.MS_SLAVE;
import static org.netlink4j.core.ffm.Constants.O_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.O_RDONLY;
import static org.netlink4j.core.ffm.Constants.STAT;
import static org.netlink4j.core.ffm.Constants.ST_DEV;
import static org.netlink4j.core.ffm.Constants.ST_INO;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.ffm.Lifetime;

/**
 * A network namespace, held by a descriptor: it lives at least until {@link #close}. Two are equal if they are the same
 * namespace. No method changes the namespace of the calling thread; what has to happen inside happens on a short-lived platform
 * thread. May be used by many threads.
 */
public final class NetworkNamespace implements AutoCloseable {
    private static final Path NAMED = Path.of("/run/netns");
    private static final Path OWN = Path.of("/proc/thread-self/ns/net");

    private final int fd;
    private final long device;
    private final long inode;
    private final Lifetime lifetime;

    private NetworkNamespace(int fd, Libc libc, Arena arena) throws SystemCallException {
        MemorySegment stat = arena.allocate(STAT, 8);
        int result = libc.fstat(fd, stat);
        if (result < 0) {
            libc.close(fd);
            throw new SystemCallException("fstat of a network namespace", -result);
        }
        this.fd = fd;
        device = stat.get(ValueLayout.JAVA_LONG, ST_DEV);
        inode = stat.get(ValueLayout.JAVA_LONG, ST_INO);
        lifetime = new Lifetime("network namespace " + inode, () -> closeDescriptor(fd));
    }

    private static void closeDescriptor(int fd) {
        try (Arena arena = Arena.ofConfined()) {
            new Libc(arena).close(fd);
        }
    }

    /**
     * The namespace of the calling thread. Needs no capability.
     *
     * @return the namespace, to be closed
     * @throws SystemCallException if {@code /proc} is not there
     */
    public static NetworkNamespace current() throws SystemCallException {
        return ofPath(OWN);
    }

    /**
     * A namespace that {@code ip netns} made. Needs no capability to open.
     *
     * @param name its name, a file in {@code /run/netns}
     * @return the namespace, to be closed
     * @throws SystemCallException if there is none of that name ({@code ENOENT})
     */
    public static NetworkNamespace named(String name) throws SystemCallException {
        if (name.isEmpty() || name.contains("/") || name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException("not the name of a namespace: " + name);
        }
        return ofPath(NAMED.resolve(name));
    }

    /**
     * A namespace by a file that stands for it, for example {@code /proc/4711/ns/net}.
     *
     * @param path the file
     * @return the namespace, to be closed
     * @throws SystemCallException if the file cannot be opened
     */
    public static NetworkNamespace ofPath(Path path) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            Libc libc = new Libc(arena);
            int fd = libc.open(arena.allocateFrom(path.toString()), O_RDONLY | O_CLOEXEC, 0);
            if (fd < 0) {
                throw new SystemCallException("opening the network namespace " + path, -fd);
            }
            return new NetworkNamespace(fd, libc, arena);
        }
    }

    /**
     * Makes a namespace without a name: it is gone when it is closed and nothing else holds it. It has only a loopback device,
     * which is down. Needs {@code CAP_SYS_ADMIN}.
     *
     * @return the namespace, to be closed
     * @throws NetlinkException if it cannot be made ({@code EPERM} without the capability)
     */
    public static NetworkNamespace createAnonymous() throws NetlinkException {
        return onNewThread(() -> {
            unshare(CLONE_NEWNET);
            return current();
        });
    }

    /** {@return the inode number, which {@code ls -i /run/netns} and {@code lsns} show} */
    public long inode() {
        return inode;
    }

    /**
     * The descriptor, for messages that hand a namespace to the kernel, such as {@code IFLA_NET_NS_FD}.
     *
     * @return a descriptor of this process, valid until {@link #close}
     */
    public int descriptor() {
        return fd;
    }

    /** {@return a path by which this and other processes can open the namespace until {@link #close}; good for {@code nsenter}} */
    public Path path() {
        return Path.of("/proc", Long.toString(ProcessHandle.current().pid()), "fd", Integer.toString(fd));
    }

    /**
     * Something to do inside.
     *
     * @param <T> what comes out
     * @param <E> what may go wrong
     */
    @FunctionalInterface
    public interface Task<T, E extends Exception> {
        /**
         * Does it.
         *
         * @return what comes out
         * @throws E if it goes wrong
         */
        T run() throws E;
    }

    /**
     * Runs a task on a new platform thread inside this namespace and waits for it. Sockets that it opens stay in the namespace.
     * Needs {@code CAP_SYS_ADMIN}, unless the caller is in this namespace.
     *
     * @param <T> what comes out
     * @param <E> what may go wrong
     * @param task the task; it must not keep the thread
     * @return what the task returned
     * @throws E what the task threw
     * @throws NetlinkException if the namespace cannot be entered
     */
    public <T, E extends Exception> T call(Task<T, E> task) throws E, NetlinkException {
        return inside(task, () -> {});
    }

    /**
     * The same with a {@code /sys} that shows this namespace's devices, mounted for the new thread alone: an ordinary
     * {@code /sys} shows those of the namespace in which it was mounted. Needs {@code CAP_SYS_ADMIN}.
     *
     * @param <T> what comes out
     * @param <E> what may go wrong
     * @param task the task; it must not keep the thread
     * @return what the task returned
     * @throws E what the task threw
     * @throws NetlinkException if the namespace cannot be entered or {@code /sys} not be mounted
     */
    public <T, E extends Exception> T callWithSysfs(Task<T, E> task) throws E, NetlinkException {
        return inside(task, NetworkNamespace::mountSysfs);
    }

    /** A step of the preparation of a thread. */
    private interface Preparation {
        void run() throws NetlinkException;
    }

    private <T, E extends Exception> T inside(Task<T, E> task, Preparation preparation) throws E, NetlinkException {
        lifetime.enter();
        try {
            return NetworkNamespace.<T, E>onNewThread(() -> {
                enter();
                preparation.run();
                return task.run();
            });
        } finally {
            lifetime.leave();
        }
    }

    /** Moves this thread here; it must be one that dies soon. */
    private void enter() throws SystemCallException {
        try (NetworkNamespace here = current();
                Arena arena = Arena.ofConfined()) {
            if (!here.equals(this)) {
                int result = new Libc(arena).setns(fd, CLONE_NEWNET);
                if (result < 0) {
                    throw new SystemCallException("entering network namespace " + inode, -result);
                }
            }
        }
    }

    private static void unshare(int flags) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            int result = new Libc(arena).unshare(flags);
            if (result < 0) {
                throw new SystemCallException("unshare(0x" + Integer.toHexString(flags) + ")", -result);
            }
        }
    }

    /** Gives this thread a mount namespace of its own, from which nothing spreads, and in it a new /sys. */
    private static void mountSysfs() throws SystemCallException {
        unshare(CLONE_NEWNS);
        mount("none", "/", "", MS_REC | MS_SLAVE);
        try {
            mount("sysfs", "/sys", "sysfs", 0);
        } catch (SystemCallException e) {
            if (e.errno() != Errno.EBUSY) { // the same file system on the same place: /sys shows this namespace already
                throw e;
            }
        }
    }

    private static void mount(String source, String target, String type, long flags) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            int result = new Libc(arena).mount(
                    arena.allocateFrom(source), arena.allocateFrom(target), arena.allocateFrom(type), flags, MemorySegment.NULL);
            if (result < 0) {
                throw new SystemCallException("mounting " + source + " on " + target, -result);
            }
        }
    }

    /** A task whose preparation may fail in a way of its own. */
    private interface PreparedTask<T, E extends Exception> {
        T run() throws E, NetlinkException;
    }

    private static <T, E extends Exception> T onNewThread(PreparedTask<T, E> task) throws E, NetlinkException {
        Outcome<T> outcome = new Outcome<>();
        Thread thread = Thread.ofPlatform().name("netlink4j-namespace").start(() -> {
            try {
                outcome.value = task.run();
            } catch (Throwable t) { // whatever it is, it belongs to the caller
                outcome.failure = t;
            }
        });
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
                thread.interrupt(); // the task decides what an interrupt means
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return outcome.<E>get();
    }

    /** What a thread leaves behind. */
    private static final class Outcome<T> {
        private T value;
        private Throwable failure;

        @SuppressWarnings("unchecked") // the task throws E, NetlinkException or something unchecked
        private <E extends Exception> T get() throws E, NetlinkException {
            switch (failure) {
                case null -> {
                    return value;
                }
                case Error error -> throw error;
                case Throwable exception -> throw (E) exception;
            }
        }
    }

    /** Gives the descriptor back. The namespace lives on while something else holds it. May be called again. */
    @Override
    public void close() {
        lifetime.close(() -> {});
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkNamespace that && device == that.device && inode == that.inode;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(device * 31 + inode);
    }

    /** {@return for example {@code "net:[4026531840]"}, as the kernel writes it} */
    @Override
    public String toString() {
        return "net:[" + inode + "]";
    }
}
