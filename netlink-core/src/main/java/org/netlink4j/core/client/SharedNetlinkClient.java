package org.netlink4j.core.client;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jdk.jfr.FlightRecorder;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;

/**
 * A client for many callers at once, platform or virtual threads, over one socket. One platform thread does all that could block
 * in the kernel: it sends what has come together in one datagram and gives each caller its answers, so a waiting virtual thread
 * pins no carrier.
 *
 * <p>Callers are served in the order in which they came. At most {@link #MOST_CALLS} are admitted; the others wait for a place,
 * within their deadline. Dumps run one after the other, other requests pass between their datagrams.
 *
 * <p>Decoders and consumers run on that thread: they must be quick, and must not use the client.
 */
public final class SharedNetlinkClient implements Requester {
    /** How many calls are admitted at a time. */
    public static final int MOST_CALLS = 4096;

    private final NetlinkProtocol protocol;
    private final Semaphore places = new Semaphore(MOST_CALLS, true);
    private final SharedLoop loop;

    private SharedNetlinkClient(NetlinkProtocol protocol, DatagramTransport transport) {
        this.protocol = Objects.requireNonNull(protocol);
        loop = new SharedLoop(protocol, transport, places);
    }

    /**
     * Opens a client in the current network namespace. Needs no capability; what is requested may.
     *
     * @param protocol the protocol and its tables
     * @return the client, to be closed
     * @throws NetlinkException if the kernel gives no socket
     */
    public static SharedNetlinkClient open(NetlinkProtocol protocol) throws NetlinkException {
        return over(protocol, Receiver.hearingTheKernel(NetlinkSocket.open(protocol.number(), SocketOptions.DEFAULT)));
    }

    /**
     * Opens a client in another network namespace. Entering it needs {@code CAP_SYS_ADMIN}.
     *
     * @param protocol the protocol and its tables
     * @param namespace where; it may be closed afterwards
     * @return the client, to be closed
     * @throws NetlinkException if the namespace cannot be entered or the kernel gives no socket
     */
    public static SharedNetlinkClient open(NetlinkProtocol protocol, NetworkNamespace namespace) throws NetlinkException {
        NetlinkSocket socket = NetlinkSocket.open(protocol.number(), SocketOptions.DEFAULT, namespace);
        return over(protocol, Receiver.hearingTheKernel(socket));
    }

    /**
     * A client over a transport that the caller opened, for tests and tracing.
     *
     * @param protocol the protocol and its tables
     * @param transport carries the datagrams; the client closes it
     * @return the client, to be closed
     */
    public static SharedNetlinkClient over(NetlinkProtocol protocol, DatagramTransport transport) {
        SharedNetlinkClient client = new SharedNetlinkClient(protocol, transport);
        client.loop.start();
        return client;
    }

    /** {@return how many datagrams of strangers and messages that answered no open request were dropped} */
    public long dropped() {
        return loop.dropped();
    }

    @Override
    public ExtendedAck converse(Request request, int flags, MessageConsumer consumer) throws NetlinkException {
        Objects.requireNonNull(consumer);
        if (!FlightRecorder.isInitialized()) { // loading the event takes long
            return submit(request, flags, consumer).await();
        }
        RequestEvent event = new RequestEvent();
        event.begin();
        try {
            return event.done(submit(request, flags, consumer).await());
        } catch (NetlinkException e) {
            throw event.failed(e);
        } finally {
            event.finished(protocol, request);
        }
    }

    /** Hands a call to the I/O thread; its place is given back when that thread is done with it. */
    private PendingCall submit(Request request, int flags, MessageConsumer consumer) throws NetlinkException {
        if (loop.isCurrentThread()) {
            throw new IllegalStateException("a consumer must not use the client that calls it");
        }
        long deadline = System.nanoTime() + request.timeout().toNanos();
        PendingCall call = new PendingCall(loop, protocol, request, request.flags() | flags | NLM_F_REQUEST, deadline, consumer);
        try {
            if (!places.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw new TimedOutException(call.name() + ": " + MOST_CALLS + " calls are under way and none ended in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for a place");
        }
        loop.submit(call);
        return call;
    }

    @Override
    public List<BatchResult> batch(List<Request> requests, BatchPolicy policy) throws NetlinkException {
        List<BatchResult> results = new ArrayList<>();
        List<PendingCall> window = new ArrayList<>();
        int most = policy == BatchPolicy.STOP ? 1 : MOST_CALLS / 4;
        boolean stopped = false;
        for (Request request : Batch.checked(requests)) {
            if (stopped) {
                results.add(new BatchResult.NotSent());
                continue;
            }
            try {
                window.add(submit(request, NLM_F_ACK, _ -> {}));
            } catch (NetlinkException e) {
                if (results.isEmpty() && window.isEmpty()) {
                    throw e;
                }
                collect(window, results);
                results.add(new BatchResult.NotSent());
                stopped = true;
            }
            if (window.size() == most) {
                stopped = collect(window, results) && policy == BatchPolicy.STOP;
            }
        }
        collect(window, results);
        return List.copyOf(results);
    }

    /** {@return whether one of them was not carried out} */
    private static boolean collect(List<PendingCall> window, List<BatchResult> results) {
        boolean refused = false;
        for (PendingCall call : window) {
            BatchResult result = result(call);
            refused |= !(result instanceof BatchResult.Done);
            results.add(result);
        }
        window.clear();
        return refused;
    }

    private static BatchResult result(PendingCall call) {
        try {
            call.await();
            return new BatchResult.Done();
        } catch (KernelException e) {
            return new BatchResult.Refused(e);
        } catch (NetlinkException e) {
            return new BatchResult.Unknown(e);
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
