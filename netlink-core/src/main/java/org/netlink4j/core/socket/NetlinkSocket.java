package org.netlink4j.core.socket;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.netlink4j.core.ffm.Constants.AF_NETLINK;
import static org.netlink4j.core.ffm.Constants.SOCKADDR_NL;
import static org.netlink4j.core.ffm.Constants.SOCK_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.SOCK_NONBLOCK;
import static org.netlink4j.core.ffm.Constants.SOCK_RAW;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.ffm.Lifetime;
import org.netlink4j.core.ffm.Waiter;

/**
 * An {@code AF_NETLINK} socket, bound to a port id that the kernel chose. Opening one needs no capability. A thread that waits
 * for a datagram is woken by the deadline, by {@link #close} and by {@link Thread#interrupt}. One thread at a time sends, and
 * one at a time receives; any thread may close.
 */
public final class NetlinkSocket implements MulticastTransport {
    private static final int PORT = 4;

    private final Arena arena = Arena.ofShared();
    private final Libc libc = new Libc(arena);
    private final int fd;
    private final int portId;
    private final Waiter waiter;
    private final Lifetime lifetime = new Lifetime("the netlink socket", this::release);

    private final MemorySegment peer = arena.allocate(SOCKADDR_NL, 4);
    private final Incoming incoming;
    private final Options options;
    private final int receiveBufferSize;
    private final int sendBufferSize;
    private final AtomicBoolean woken = new AtomicBoolean();

    /** Where a datagram without an address goes. */
    private volatile int connectedTo;

    /** Whether nothing comes but what that one sends to this socket alone, so that who sent it need not be asked. */
    private volatile boolean oneSender;

    /** Whether multicast may come, of whomever. */
    private volatile boolean joined;

    private NetlinkSocket(int protocol, SocketOptions wanted) throws SystemCallException {
        int descriptor = -1;
        try {
            descriptor = check("socket(AF_NETLINK, SOCK_RAW, " + protocol + ")",
                    libc.socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol));
            fd = descriptor;
            peer.set(JAVA_SHORT, 0, (short) AF_NETLINK);
            check("bind", libc.bind(fd, peer, SOCKADDR_NL));
            portId = readPortId();
            options = new Options(fd);
            options.apply(wanted);
            receiveBufferSize = options.receiveBuffer();
            sendBufferSize = options.sendBuffer();
            waiter = new Waiter(arena, fd);
        } catch (SystemCallException e) {
            if (descriptor >= 0) {
                libc.close(descriptor);
            }
            arena.close();
            throw e;
        }
        incoming = new Incoming(fd, arena);
    }

    /**
     * Opens a socket in the current network namespace.
     *
     * @param protocol the third argument of {@code socket(2)}, for example 0 for {@code NETLINK_ROUTE}
     * @param options what it is to do beyond its default
     * @return the socket, to be closed
     * @throws SystemCallException if the kernel does not give one, for example for a protocol that it lacks
     */
    public static NetlinkSocket open(int protocol, SocketOptions options) throws SystemCallException {
        return new NetlinkSocket(protocol, options);
    }

    /**
     * Opens a socket in another network namespace. The calling thread stays where it is; the socket stays where it was opened.
     *
     * @param protocol the third argument of {@code socket(2)}
     * @param options what it is to do beyond its default
     * @param namespace where
     * @return the socket, to be closed
     * @throws NetlinkException if the kernel does not give one; entering a namespace needs {@code CAP_SYS_ADMIN}
     */
    public static NetlinkSocket open(int protocol, SocketOptions options, NetworkNamespace namespace) throws NetlinkException {
        return namespace.call(() -> new NetlinkSocket(protocol, options));
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
            MemorySegment address = local.allocate(SOCKADDR_NL, 4);
            check("getsockname", libc.getsockname(fd, address, length));
            return address.get(JAVA_INT, PORT);
        }
    }

    @Override
    public int portId() {
        return portId;
    }

    @Override
    public int receiveBufferSize() {
        return receiveBufferSize;
    }

    /** {@return the size of the send buffer as the kernel counts it, in bytes; the largest datagram is a little smaller} */
    public int sendBufferSize() {
        return sendBufferSize;
    }

    /** {@return the names of the options that were asked for and that this kernel lacks, for example {@code "NETLINK_CAP_ACK"}} */
    public Set<String> unsupportedOptions() {
        return options.unsupported();
    }

    /** What may fail with an errno while the socket is open. */
    private interface OptionCall<T> {
        T call() throws SystemCallException;
    }

    private <T> T whileOpen(OptionCall<T> option) throws NetlinkException {
        lifetime.enter();
        try {
            return option.call();
        } finally {
            lifetime.leave();
        }
    }

    /**
     * Joins a multicast group. Some groups need a capability. What is sent to a group beyond the 32nd shows so only by
     * {@link SocketOptions#packetInfo}, which is switched on then.
     *
     * @param group the group's number, from 1 on
     * @throws NetlinkException if there is no such group ({@code EINVAL}) or it may not be joined ({@code EPERM})
     */
    @Override
    public void join(int group) throws NetlinkException {
        whileOpen(() -> {
            joined = true;
            oneSender = false;
            options.join(group);
            return group;
        });
    }

    /**
     * Leaves a multicast group.
     *
     * @param group the group's number, from 1 on
     * @throws NetlinkException if there is no such group ({@code EINVAL})
     */
    @Override
    public void leave(int group) throws NetlinkException {
        whileOpen(() -> {
            options.leave(group);
            return group;
        });
    }

    /**
     * The multicast groups that the socket has joined.
     *
     * @return their numbers
     * @throws NetlinkException if the kernel does not tell (before Linux 4.2)
     */
    @Override
    public Set<Integer> memberships() throws NetlinkException {
        return whileOpen(options::memberships);
    }

    /**
     * How many messages the kernel dropped because the receive buffer was full; the column "Drops" of {@code /proc/net/netlink}.
     *
     * @return the count since the socket was opened, modulo 2^32
     * @throws NetlinkException if the kernel does not tell (before Linux 4.12)
     */
    @Override
    public long drops() throws NetlinkException {
        return whileOpen(options::drops);
    }

    /**
     * Lets a classic BPF program decide which datagrams come in, in place of the one before.
     *
     * @param program the instructions; what it returns is how many bytes of the datagram to keep, 0 for none
     * @throws NetlinkException if the kernel refuses the program ({@code EINVAL})
     */
    public void attachFilter(List<BpfInstruction> program) throws NetlinkException {
        whileOpen(() -> {
            options.attach(program);
            return program;
        });
    }

    /**
     * Takes the BPF program away.
     *
     * @throws NetlinkException if there is none ({@code ENOENT})
     */
    public void detachFilter() throws NetlinkException {
        whileOpen(() -> {
            options.detach();
            return this;
        });
    }

    /**
     * Hears only one sender from now on, besides multicast: the kernel refuses what others send to this socket alone
     * ({@code connect(2)}; they get {@code ECONNREFUSED}), so they can neither deceive it nor fill its receive buffer. What came
     * before is dropped.
     *
     * @param port the sender's port id; 0 is the kernel. Another one needs {@code CAP_NET_ADMIN} in most protocols
     * @throws NetlinkException if the kernel refuses
     */
    public void hearOnly(int port) throws NetlinkException {
        whileOpen(() -> {
            try (Arena local = Arena.ofConfined()) {
                MemorySegment address = local.allocate(SOCKADDR_NL, 4);
                address.set(JAVA_SHORT, 0, (short) AF_NETLINK);
                address.set(JAVA_INT, PORT, port);
                Libc own = new Libc(local); // another thread may send meanwhile
                check("connect to port " + Integer.toUnsignedString(port), own.connect(fd, address, SOCKADDR_NL));
                connectedTo = port;
                incoming.drain(own); // it may be of others
                oneSender = !options.haveControl() && !joined;
                return port;
            }
        });
    }

    @Override
    public void send(MemorySegment memory, long length, int destinationPort) throws NetlinkException {
        lifetime.enter();
        try {
            long sent;
            do {
                sent = sendNow(memory, length, destinationPort);
            } while (sent == -Errno.EINTR);
            if (sent < 0) {
                throw new SystemCallException(
                        "sending " + length + " bytes to port " + Integer.toUnsignedString(destinationPort), (int) -sent);
            }
        } finally {
            lifetime.leave();
        }
    }

    private long sendNow(MemorySegment memory, long length, int destinationPort) {
        if (destinationPort == connectedTo) {
            return libc.send(fd, memory, length, 0);
        }
        peer.set(JAVA_INT, PORT, destinationPort);
        return libc.sendto(fd, memory, length, 0, peer, SOCKADDR_NL);
    }

    @Override
    public boolean receive(Datagram into, long deadline) throws NetlinkException {
        lifetime.enter();
        try {
            while (true) {
                long received = oneSender ? incoming.receive(into, connectedTo) : incoming.receive(into, options.haveControl());
                if (received >= 0) {
                    return true;
                }
                if (received != -Errno.EAGAIN) {
                    throw failure((int) -received);
                }
                boolean late = deadline - System.nanoTime() <= 0; // then there is nothing to wait for
                if (late || !waiter.await(deadline)) {
                    checkWhyNot();
                    if (woken.getAndSet(false) || deadline - System.nanoTime() <= 0) {
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

    private static NetlinkException failure(int errno) {
        return errno == Errno.ENOBUFS
                ? new OverrunException("the receive buffer overran: the kernel dropped messages for this socket")
                : new SystemCallException("receiving", errno);
    }

    @Override
    public void wake() {
        try {
            lifetime.enter();
        } catch (ClosedException _) {
            return; // closing wakes, too
        }
        try {
            woken.set(true);
            waiter.wake();
        } finally {
            lifetime.leave();
        }
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
