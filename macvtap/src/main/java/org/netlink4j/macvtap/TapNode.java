package org.netlink4j.macvtap;

import static org.netlink4j.core.ffm.Constants.O_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.O_NONBLOCK;
import static org.netlink4j.core.ffm.Constants.O_RDWR;
import static org.netlink4j.core.ffm.Constants.STAT;
import static org.netlink4j.core.ffm.Constants.ST_RDEV;
import static org.netlink4j.core.ffm.Constants.S_IFCHR;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.socket.NetworkNamespace;

/**
 * Opens the device node of a macvtap, and no other device's. {@code /dev/tap<ifindex>} is shared by all network namespaces, so
 * it may belong to a device of another one that has the same index, be late, or not be there at all. What a device's node must
 * be, the sysfs of its own namespace tells. Where {@code /dev} has no such node, a private one is made for the moment.
 *
 * @param namespace where the device is
 * @param device its name
 * @param index its index
 * @param directory where nodes are; {@code /dev} but for tests
 */
record TapNode(NetworkNamespace namespace, String device, int index, Path directory) {
    private static final Path SYSFS = Path.of("/sys/class/net");
    private static final long PAUSE_MILLIS = 5;
    private static final int OWNER_ONLY = 0600;

    TapNode(NetworkNamespace namespace, String device, int index) {
        this(namespace, device, index, Path.of("/dev"));
    }

    private Path shared() {
        return directory.resolve("tap" + index);
    }

    /**
     * Opens it, again and again.
     *
     * @param count how often: each is a new queue of the device
     * @param timeout how long to wait each time for a node that is not there or not yet ours to open
     * @return as many descriptors, or none if it fails
     */
    List<Integer> open(int count, Duration timeout) throws NetlinkException {
        return inNamespace(() -> {
            try (Arena arena = Arena.ofConfined()) {
                return openHere(new Libc(arena), arena, count, timeout);
            }
        });
    }

    /**
     * Without {@code CAP_SYS_ADMIN} no thread can go elsewhere; then the device must be in the caller's namespace, and
     * {@code /sys} is believed to be that namespace's.
     */
    private <T> T inNamespace(NetworkNamespace.Task<T, NetlinkException> task) throws NetlinkException {
        if (!Capabilities.current().has(Capabilities.CAP_SYS_ADMIN)) {
            try (NetworkNamespace here = NetworkNamespace.current()) {
                if (here.equals(namespace)) {
                    return task.run();
                }
            }
        }
        return namespace.callWithSysfs(task);
    }

    private List<Integer> openHere(Libc libc, Arena arena, int count, Duration timeout) throws NetlinkException {
        List<Integer> descriptors = new ArrayList<>(count);
        try {
            DeviceNumber number = number();
            while (descriptors.size() < count) {
                int fd = openNode(libc, arena, number, System.nanoTime() + timeout.toNanos());
                descriptors.add(fd);
                verify(libc, arena, fd, number);
            }
            return descriptors;
        } catch (NetlinkException e) {
            descriptors.forEach(libc::close);
            throw e;
        }
    }

    /** What sysfs says; the index is checked because another device may have the name by now. */
    private DeviceNumber number() throws SystemCallException {
        Path link = SYSFS.resolve(device);
        try {
            if (Files.readString(link.resolve("ifindex")).strip().equals(Integer.toString(index))) {
                return DeviceNumber.parse(Files.readString(link.resolve("tap" + index).resolve("dev")));
            }
        } catch (IOException _) {
            // said below
        }
        throw new SystemCallException("looking up macvtap " + device + " with index " + index + " in " + SYSFS, Errno.ENODEV);
    }

    private int openNode(Libc libc, Arena arena, DeviceNumber number, long deadline) throws NetlinkException {
        while (true) {
            // Looked at before it is opened: an open would make a queue at the stranger's device, which would get frames.
            int shared = isOurs(number) ? open(libc, arena, shared()) : -Errno.ENOENT;
            if (shared >= 0) {
                return shared;
            }
            if (-shared == Errno.EBUSY) {
                throw full();
            }
            if (!mayCome(-shared)) {
                throw new SystemCallException("opening " + shared() + " of " + device, -shared);
            }
            int own = openPrivate(libc, arena, number);
            if (own >= 0) {
                return own;
            }
            if (-own == Errno.EBUSY) {
                throw full();
            }
            if (-own == Errno.ENODEV || deadline - System.nanoTime() <= 0) {
                throw notOpened(-shared, -own);
            }
            pause();
        }
    }

    private boolean isOurs(DeviceNumber number) {
        try {
            return Files.getAttribute(shared(), "unix:rdev").equals(number.bits());
        } catch (IOException _) {
            return false;
        }
    }

    /** Whether udev may still make the node, or give it to us. */
    private static boolean mayCome(int errno) {
        return errno == Errno.ENOENT || errno == Errno.ENXIO || errno == Errno.EACCES || errno == Errno.EPERM;
    }

    private int openPrivate(Libc libc, Arena arena, DeviceNumber number) {
        Path path = directory.resolve(".netlink4j-" + UUID.randomUUID());
        int result = libc.mknod(arena.allocateFrom(path.toString()), S_IFCHR | OWNER_ONLY, number.bits());
        if (result < 0) {
            return result;
        }
        try {
            return open(libc, arena, path);
        } finally {
            path.toFile().delete(); // fails only if somebody else was faster
        }
    }

    private static int open(Libc libc, Arena arena, Path node) {
        return libc.open(arena.allocateFrom(node.toString()), O_RDWR | O_NONBLOCK | O_CLOEXEC, 0);
    }

    private SystemCallException full() {
        return new SystemCallException(
                "opening " + device + ", which has " + TapOptions.MAX_QUEUES + " queues and takes no more", Errno.EBUSY);
    }

    private SystemCallException notOpened(int shared, int own) {
        String why = Files.exists(shared()) && shared == Errno.ENOENT
                ? "it belongs to a device of another network namespace"
                : Errno.describe(shared);
        return new SystemCallException(
                "opening " + device + " by " + shared() + ": " + why + "; by a node of our own", own);
    }

    private void pause() throws InterruptedCallException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for " + shared());
        }
    }

    /** The device may have been deleted, and its number or name given to another, between our steps. */
    private void verify(Libc libc, Arena arena, int fd, DeviceNumber number) throws SystemCallException {
        MemorySegment stat = arena.allocate(STAT, 8);
        int result = libc.fstat(fd, stat);
        if (result < 0) {
            throw new SystemCallException("fstat of a tap node", -result);
        }
        boolean ours = stat.get(ValueLayout.JAVA_LONG, ST_RDEV) == number.bits()
                && new TapControl(arena, fd).state().device().equals(device)
                && number().equals(number);
        if (!ours) {
            throw new SystemCallException("opening " + device + ": it was replaced meanwhile", Errno.ENODEV);
        }
    }
}
