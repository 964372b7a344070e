package org.netlink4j.core.socket;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.netlink4j.core.ffm.Constants.AF_NETLINK;
import static org.netlink4j.core.ffm.Constants.MSGHDR;
import static org.netlink4j.core.ffm.Constants.MSG_FLAGS;
import static org.netlink4j.core.ffm.Constants.MSG_IOV;
import static org.netlink4j.core.ffm.Constants.MSG_IOVLEN;
import static org.netlink4j.core.ffm.Constants.MSG_NAME;
import static org.netlink4j.core.ffm.Constants.MSG_NAMELEN;
import static org.netlink4j.core.ffm.Constants.MSG_TRUNC;
import static org.netlink4j.core.ffm.Constants.SOCKADDR_NL;
import static org.netlink4j.core.ffm.Constants.SOCK_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.SOCK_NONBLOCK;
import static org.netlink4j.core.ffm.Constants.SOCK_RAW;
import static org.netlink4j.core.ffm.Constants.SOL_NETLINK;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.ffm.Lifetime;
import org.netlink4j.core.ffm.Waiter;

/**
 * An {@code AF_NETLINK} socket, bound to a port id that the kernel chose. Opening one needs no capability. A thread that waits
 * for a datagram is woken by the deadline, by {@link #close} and by {@link Thread#interrupt}. One thread at a time sends and
 * receives; any thread may close.
 */
public final class NetlinkSocket implements DatagramTransport {
    private static final int NETLINK_CAP_ACK = 10;
    private static final int NETLINK_EXT_ACK = 11;
    private static final int NETLINK_GET_STRICT_CHK = 12;

    private static final int PORT = 4;
    private static final int GROUPS = 8;

    private final Arena arena = Arena.ofShared();
    private final Libc libc = new Libc(arena);
    private final int fd;
    private final int portId;
    private final Waiter waiter;
    private final Lifetime lifetime = new Lifetime("the netlink socket", this::release);

    private final MemorySegment peer = arena.allocate(SOCKADDR_NL, 4);
    private final MemorySegment sender = arena.allocate(SOCKADDR_NL, 4);
    private final MemorySegment vector = arena.allocate(16, 8);
    private final MemorySegment header = arena.allocate(MSGHDR, 8);

    private NetlinkSocket(int protocol) throws SystemCallException {
        int descriptor = -1;
        try {
            descriptor = check("socket(AF_NETLINK, SOCK_RAW, " + protocol + ")",
                    libc.socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol));
            fd = descriptor;
            peer.set(JAVA_SHORT, 0, (short) AF_NETLINK);
            check("bind", libc.bind(fd, peer, SOCKADDR_NL));
            portId = readPortId();
            option(NETLINK_EXT_ACK);
            option(NETLINK_CAP_ACK);
            option(NETLINK_GET_STRICT_CHK);
            waiter = new Waiter(arena, fd);
        } catch (SystemCallException e) {
            if (descriptor >= 0) {
                libc.close(descriptor);
            }
            arena.close();
            throw e;
        }
        vector.set(ADDRESS, 0, MemorySegment.NULL);
        header.set(ADDRESS, MSG_NAME, sender);
        header.set(ADDRESS, MSG_IOV, vector);
        header.set(JAVA_LONG, MSG_IOVLEN, 1);
    }

    /**
     * Opens a socket in the current network namespace.
     *
     * @param protocol the third argument of {@code socket(2)}, for example 0 for {@code NETLINK_ROUTE}
     * @return the socket, to be closed
     * @throws SystemCallException if the kernel does not give one, for example for a protocol that it lacks
     */
    public static NetlinkSocket open(int protocol) throws SystemCallException {
        return new NetlinkSocket(protocol);
    }

    /**
     * Opens a socket in another network namespace. The calling thread stays where it is; the socket stays where it was opened.
     *
     * @param protocol the third argument of {@code socket(2)}
     * @param namespace where
     * @return the socket, to be closed
     * @throws NetlinkException if the kernel does not give one; entering a namespace needs {@code CAP_SYS_ADMIN}
     */
    public static NetlinkSocket open(int protocol, NetworkNamespace namespace) throws NetlinkException {
        return namespace.call(() -> new NetlinkSocket(protocol));
    }

    private static int check(String call, int result) throws SystemCallException {
        if (result < 0) {
            throw new SystemCallException(call, -result);
        }
        return result;
    }

    private int readPortId() throws SystemCallException {
        try (Arena local = Arena.ofConfined()) {
            MemorySegment length = local.allocateFrom(JAVA_INT, SOCKADDR_NL);
            check("getsockname", libc.getsockname(fd, sender, length));
            return sender.get(JAVA_INT, PORT);
        }
    }

    /** Switches an option of {@code SOL_NETLINK} on, if this kernel has it: each only adds to what errors tell. */
    private void option(int option) throws SystemCallException {
        try (Arena local = Arena.ofConfined()) {
            int result = libc.setsockopt(fd, SOL_NETLINK, option, local.allocateFrom(JAVA_INT, 1), Integer.BYTES);
            if (result != -Errno.ENOPROTOOPT) {
                check("setsockopt(SOL_NETLINK, " + option + ")", result);
            }
        }
    }

    @Override
    public int portId() {
        return portId;
    }

    @Override
    public void send(MemorySegment memory, long length, int destinationPort) throws NetlinkException {
        lifetime.enter();
        try {
            peer.set(JAVA_INT, PORT, destinationPort);
            long sent;
            do {
                sent = libc.sendto(fd, memory, length, 0, peer, SOCKADDR_NL);
            } while (sent == -Errno.EINTR);
            if (sent < 0) {
                throw new SystemCallException(
                        "sending " + length + " bytes to port " + Integer.toUnsignedString(destinationPort), (int) -sent);
            }
        } finally {
            lifetime.leave();
        }
    }

    @Override
    public boolean receive(Datagram into, long deadline) throws NetlinkException {
        lifetime.enter();
        try {
            while (true) {
                long received = receiveNow(into);
                if (received >= 0) {
                    return true;
                }
                if (received != -Errno.EAGAIN) {
                    throw failure((int) -received);
                }
                if (!waiter.await(deadline)) {
                    checkWhyNot();
                    if (deadline - System.nanoTime() <= 0) {
                        return false;
                    }
                }
            }
        } finally {
            lifetime.leave();
        }
    }

    private void checkWhyNot() throws NetlinkException {
        if (lifetime.isClosing()) {
            throw new ClosedException("the netlink socket was closed during the call");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedCallException("interrupted while waiting for a datagram");
        }
    }

    /** {@return the length, or {@code -errno}} */
    private long receiveNow(Datagram into) throws TruncatedException {
        MemorySegment memory = into.memory();
        vector.set(ADDRESS, 0, memory);
        vector.set(JAVA_LONG, 8, memory.byteSize());
        header.set(JAVA_INT, MSG_NAMELEN, SOCKADDR_NL);
        long received;
        do {
            received = libc.recvmsg(fd, header, MSG_TRUNC);
        } while (received == -Errno.EINTR);
        if (received < 0) {
            return received;
        }
        if ((header.get(JAVA_INT, MSG_FLAGS) & MSG_TRUNC) != 0) {
            into.grow(received);
            throw new TruncatedException("a datagram of " + received + " bytes came into " + memory.byteSize()
                    + " bytes of room; there is enough now");
        }
        into.received(received, sender.get(JAVA_INT, PORT), sender.get(JAVA_INT, GROUPS));
        return received;
    }

    private static NetlinkException failure(int errno) {
        return errno == Errno.ENOBUFS
                ? new OverrunException("the receive buffer overran: the kernel dropped messages for this socket")
                : new SystemCallException("recvmsg", errno);
    }

    /** Closes the socket; a thread that waits in it gets a {@link ClosedException}. Returns at once. May be called again. */
    @Override
    public void close() {
        lifetime.close(waiter::wake);
    }

    private void release() {
        waiter.release();
        libc.close(fd);
        arena.close();
    }
}
