package org.netlink4j.lldpad.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.lldpad.PortStatus;
import org.netlink4j.lldpad.VsiNotice;
import org.netlink4j.lldpad.VsiRequest;

/**
 * A client of lldpad. May be used by many threads; all their requests about a port share one reader of its status. Talking to
 * lldpad needs {@code CAP_NET_ADMIN} in its network namespace.
 */
public final class LldpadClient implements AutoCloseable {
    private static final int NETLINK_ROUTE = 0;

    private final LldpadConfig config;
    private final LldpadChannel channel;
    private final Clock clock;
    private final Notices notices;
    private final Map<Integer, PortPoller> pollers = new ConcurrentHashMap<>();

    LldpadClient(LldpadConfig config, LldpadChannel channel, Clock clock, Notices notices) {
        this.config = config;
        this.channel = channel;
        this.clock = clock;
        this.notices = notices;
    }

    /** Where lldpad's notices arrive: another socket than that of the requests, so that neither waits for the other. */
    interface Notices extends AutoCloseable {
        Optional<VsiNotice> next(Duration wait) throws NetlinkException;

        /** Takes in what has come, so that lldpad has room for more; does not wait. */
        void collect() throws NetlinkException;

        @Override
        void close();
    }

    /** Opens a socket, here or elsewhere. */
    private interface Opener {
        DatagramTransport open() throws NetlinkException;
    }

    /**
     * A client in the network namespace of the calling thread.
     *
     * @param config how to reach lldpad
     * @return the client, to be closed
     * @throws NetlinkException if the kernel gives no socket
     */
    public static LldpadClient open(LldpadConfig config) throws NetlinkException {
        return open(config, () -> NetlinkSocket.open(NETLINK_ROUTE, SocketOptions.DEFAULT));
    }

    /**
     * A client in another network namespace. Entering it needs {@code CAP_SYS_ADMIN}.
     *
     * @param config how to reach lldpad
     * @param namespace where lldpad runs; it may be closed afterwards
     * @return the client, to be closed
     * @throws NetlinkException if the namespace cannot be entered or the kernel gives no socket
     */
    public static LldpadClient open(LldpadConfig config, NetworkNamespace namespace) throws NetlinkException {
        return open(config, () -> NetlinkSocket.open(NETLINK_ROUTE, SocketOptions.DEFAULT, namespace));
    }

    private static LldpadClient open(LldpadConfig config, Opener opener) throws NetlinkException {
        DatagramTransport listening = opener.open();
        try {
            Notices notices = new NoticeSocket(listening, config.pidFile());
            LldpadChannel channel = new LldpadSocket(opener.open(), config.pidFile(), listening.portId());
            return new LldpadClient(config, channel, Clock.SYSTEM, notices);
        } catch (NetlinkException e) {
            listening.close();
            throw e;
        }
    }

    /**
     * Asks for something and waits until the switch has answered, at most as long as the configuration says and the time that
     * cleaning up takes. Requests about the same port follow one another; the time of one begins when the one before has ended. A
     * VSI that failed is disassociated, so that the switch does not keep what nobody here knows of.
     *
     * @param request what for
     * @return what became of it
     * @throws NetlinkException if the client is closed, the thread is interrupted, or lldpad sends what nobody understands
     */
    public VsiOutcome request(VsiRequest request) throws NetlinkException {
        PortPoller poller = poller(request.index());
        poller.enter();
        try {
            notices.collect();
            return new VsiCall(config, channel, poller, clock, request).run();
        } catch (TimedOutException _) {
            return new VsiOutcome.NoAnswer();
        } catch (SystemCallException e) {
            return switch (e.errno()) {
                case Errno.ECONNREFUSED -> new VsiOutcome.NotRunning();
                case Errno.EPERM -> new VsiOutcome.NoPermission();
                default -> throw e;
            };
        } finally {
            poller.leave();
        }
    }

    /**
     * Looks at a port. lldpad forgets a finished VSI once it has told of it; requests that wait for it are told.
     *
     * @param index index of the device
     * @return its VSIs
     * @throws NetlinkException if lldpad is not running ({@link SystemCallException} with {@code ECONNREFUSED}) or does not answer
     */
    public PortStatus status(int index) throws NetlinkException {
        notices.collect();
        return poller(index).look(clock.now());
    }

    private PortPoller poller(int index) {
        return pollers.computeIfAbsent(index, port -> new PortPoller(channel, port, config.pollInterval().toNanos()));
    }

    /**
     * Waits for lldpad to say that a VSI which this client asked for has ended: the switch ended it, or, from a ratified lldpad, this
     * client had it disassociated. What does not come from lldpad's socket is ignored. Requests and {@link #status} take in what has
     * come meanwhile, because lldpad stands still, deaf to everybody, when about 256 notices lie unread; so a client that has more
     * VSIs than that must call one of these methods now and then. The newest 4096 notices are kept.
     *
     * @param wait how long
     * @return the notice; empty if none came
     * @throws NetlinkException if the client is closed, the thread is interrupted, or lldpad has gone
     */
    public Optional<VsiNotice> notice(Duration wait) throws NetlinkException {
        return notices.next(wait);
    }

    /** Closes the sockets; calls under way end with a {@link org.netlink4j.core.ClosedException}. */
    @Override
    public void close() {
        channel.close();
        notices.close();
    }
}
