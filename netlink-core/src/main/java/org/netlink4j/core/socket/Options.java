package org.netlink4j.core.socket;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.netlink4j.core.ffm.Constants.SOL_NETLINK;
import static org.netlink4j.core.ffm.Constants.SOL_SOCKET;
import static org.netlink4j.core.ffm.Constants.SO_DETACH_FILTER;
import static org.netlink4j.core.ffm.Constants.SO_RCVBUF;
import static org.netlink4j.core.ffm.Constants.SO_RCVBUFFORCE;
import static org.netlink4j.core.ffm.Constants.SO_SNDBUF;
import static org.netlink4j.core.ffm.Constants.SO_SNDBUFFORCE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.netlink4j.core.Errno;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.ffm.SocketFilter;

/** The options of one socket: {@code setsockopt} and {@code getsockopt} with errors in words. Any thread may use it. */
final class Options {
    private static final int NETLINK_ADD_MEMBERSHIP = 1;
    private static final int NETLINK_DROP_MEMBERSHIP = 2;
    private static final int NETLINK_PKTINFO = 3;
    private static final int NETLINK_BROADCAST_ERROR = 4;
    private static final int NETLINK_NO_ENOBUFS = 5;
    private static final int NETLINK_LISTEN_ALL_NSID = 8;
    private static final int NETLINK_LIST_MEMBERSHIPS = 9;
    private static final int NETLINK_CAP_ACK = 10;
    private static final int NETLINK_EXT_ACK = 11;
    private static final int NETLINK_GET_STRICT_CHK = 12;

    private static final int SO_MEMINFO = 55;
    private static final int SK_MEMINFO_DROPS = 8;

    private final int fd;
    private final Set<String> unsupported = new TreeSet<>();
    private volatile boolean control;

    Options(int fd) {
        this.fd = fd;
    }

    void apply(SocketOptions options) throws SystemCallException {
        flag("NETLINK_EXT_ACK", NETLINK_EXT_ACK, true);
        flag("NETLINK_CAP_ACK", NETLINK_CAP_ACK, true);
        flag("NETLINK_GET_STRICT_CHK", NETLINK_GET_STRICT_CHK, options.strictChecking());
        flag("NETLINK_PKTINFO", NETLINK_PKTINFO, options.packetInfo());
        flag("NETLINK_LISTEN_ALL_NSID", NETLINK_LISTEN_ALL_NSID, options.allNamespaces());
        control = options.packetInfo() || options.allNamespaces();
        flag("NETLINK_NO_ENOBUFS", NETLINK_NO_ENOBUFS, options.noEnobufs());
        flag("NETLINK_BROADCAST_ERROR", NETLINK_BROADCAST_ERROR, options.broadcastError());
        buffer("SO_RCVBUF", options.receiveBuffer(), SO_RCVBUFFORCE, SO_RCVBUF);
        buffer("SO_SNDBUF", options.sendBuffer(), SO_SNDBUFFORCE, SO_SNDBUF);
    }

    /** Whether datagrams come with control messages. */
    boolean haveControl() {
        return control;
    }

    Set<String> unsupported() {
        return Set.copyOf(unsupported);
    }

    /** Asked for only when there is something to say: logging takes long to set up. */
    private static System.Logger logger() {
        return System.getLogger("org.netlink4j.core");
    }

    private void flag(String name, int option, boolean on) throws SystemCallException {
        if (!on) {
            return;
        }
        int result = set(SOL_NETLINK, option, 1);
        if (result == -Errno.ENOPROTOOPT) {
            unsupported.add(name);
            logger().log(System.Logger.Level.WARNING, "this kernel lacks the socket option {0}; going on without it", name);
        } else {
            check(name, result);
        }
    }

    /** The kernel takes the largest allowed size if it may not take the one that is wanted. */
    private void buffer(String name, int bytes, int forced, int allowed) throws SystemCallException {
        if (bytes > 0 && set(SOL_SOCKET, forced, bytes) < 0) {
            check(name, set(SOL_SOCKET, allowed, bytes));
        }
    }

    int receiveBuffer() throws SystemCallException {
        return get("SO_RCVBUF", SO_RCVBUF);
    }

    int sendBuffer() throws SystemCallException {
        return get("SO_SNDBUF", SO_SNDBUF);
    }

    private int get(String name, int option) throws SystemCallException {
        try (Arena local = Arena.ofConfined()) {
            MemorySegment value = local.allocate(JAVA_INT);
            MemorySegment length = local.allocateFrom(JAVA_INT, Integer.BYTES);
            check(name, new Libc(local).getsockopt(fd, SOL_SOCKET, option, value, length));
            return value.get(JAVA_INT, 0);
        }
    }

    private int set(int level, int option, int value) {
        try (Arena local = Arena.ofConfined()) {
            return new Libc(local).setsockopt(fd, level, option, local.allocateFrom(JAVA_INT, value), Integer.BYTES);
        }
    }

    private static void check(String name, int result) throws SystemCallException {
        if (result < 0) {
            throw new SystemCallException("socket option " + name, -result);
        }
    }

    void join(int group) throws SystemCallException {
        if (group > Integer.SIZE) { // sockaddr_nl has no bit for it: what comes would look as if it was sent to this socket alone
            flag("NETLINK_PKTINFO", NETLINK_PKTINFO, true);
            control = true;
        }
        check("NETLINK_ADD_MEMBERSHIP " + group, set(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group));
    }

    void leave(int group) throws SystemCallException {
        check("NETLINK_DROP_MEMBERSHIP " + group, set(SOL_NETLINK, NETLINK_DROP_MEMBERSHIP, group));
    }

    /** A bit map of unknown length, in words of 32 bits: the kernel says how long it is. */
    Set<Integer> memberships() throws SystemCallException {
        try (Arena local = Arena.ofConfined()) {
            Libc libc = new Libc(local);
            MemorySegment length = local.allocateFrom(JAVA_INT, 0);
            check("NETLINK_LIST_MEMBERSHIPS",
                    libc.getsockopt(fd, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, MemorySegment.NULL, length));
            MemorySegment words = local.allocate(Math.max(4, length.get(JAVA_INT, 0)), 4);
            length.set(JAVA_INT, 0, (int) words.byteSize());
            check("NETLINK_LIST_MEMBERSHIPS", libc.getsockopt(fd, SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, words, length));
            Set<Integer> groups = new TreeSet<>();
            for (int bit = 0; bit < 8 * Math.min(words.byteSize(), length.get(JAVA_INT, 0)); bit++) {
                if ((words.getAtIndex(JAVA_INT, bit / 32) >>> bit % 32 & 1) != 0) {
                    groups.add(bit + 1);
                }
            }
            return Set.copyOf(groups);
        }
    }

    /** The counter that the column "Drops" of {@code /proc/net/netlink} shows. */
    long drops() throws SystemCallException {
        try (Arena local = Arena.ofConfined()) {
            MemorySegment words = local.allocate(JAVA_INT, SK_MEMINFO_DROPS + 1);
            MemorySegment length = local.allocateFrom(JAVA_INT, (int) words.byteSize());
            check("SO_MEMINFO", new Libc(local).getsockopt(fd, SOL_SOCKET, SO_MEMINFO, words, length));
            return Integer.toUnsignedLong(words.getAtIndex(JAVA_INT, SK_MEMINFO_DROPS));
        }
    }

    void attach(List<BpfInstruction> program) throws SystemCallException {
        try (Arena local = Arena.ofConfined()) {
            SocketFilter filter = new SocketFilter(local);
            program.forEach(one -> filter.add(one.code(), one.jumpTrue(), one.jumpFalse(), one.k()));
            check("SO_ATTACH_FILTER", filter.attach(fd));
        }
    }

    void detach() throws SystemCallException {
        check("SO_DETACH_FILTER", set(SOL_SOCKET, SO_DETACH_FILTER, 0));
    }
}
