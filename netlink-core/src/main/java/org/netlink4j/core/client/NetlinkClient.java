package org.netlink4j.core.client;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ECHO;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jfr.FlightRecorder;
import org.netlink4j.core.DumpInterruptedException;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.conversation.Conversation;
import org.netlink4j.core.conversation.Exchange;
import org.netlink4j.core.ffm.Lifetime;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.ReadAheadTransport;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;

/**
 * Sends requests over a socket of its own and waits for the answers. One call is under way at a time; other threads that call
 * meanwhile wait for their turn. A call ends with its answer, its deadline, an interrupt of the thread, or {@link #close} from any
 * thread.
 *
 * <p>An answer counts only if the kernel (or the peer that the client was made for) sent it and its sequence number is that of
 * the request; everything else is counted and dropped.
 */
public final class NetlinkClient implements Requester {
    private final NetlinkProtocol protocol;
    private final DatagramTransport transport;
    private final int peer;

    private final ReentrantLock turn = new ReentrantLock();
    private final Arena arena = Arena.ofShared();
    private final Lifetime lifetime = new Lifetime("the netlink client", arena::close);
    private final RequestBuffer requests = new RequestBuffer(arena);
    private final Conversation conversation;
    private final Receiver receiver;
    private final Exchange exchange = new Exchange();
    private final Call call = new Call();

    private NetlinkClient(NetlinkProtocol protocol, DatagramTransport transport, int peer) {
        this.protocol = Objects.requireNonNull(protocol);
        this.transport = transport;
        this.peer = peer;
        conversation = new Conversation(protocol, peer, transport.portId(), (int) System.nanoTime());
        receiver = new Receiver(protocol, transport, conversation, peer, arena);
    }

    /**
     * Opens a client in the current network namespace. Needs no capability; what is requested may.
     *
     * @param protocol the protocol and its tables
     * @return the client, to be closed
     * @throws NetlinkException if the kernel gives no socket
     */
    public static NetlinkClient open(NetlinkProtocol protocol) throws NetlinkException {
        return over(protocol, Receiver.hearingTheKernel(NetlinkSocket.open(protocol.number(), SocketOptions.DEFAULT)));
    }

    /**
     * Opens a client in the current network namespace whose long dumps are received by a thread of its own while the caller's
     * thread decodes; see {@link ReadAheadTransport}.
     *
     * @param protocol the protocol and its tables
     * @return the client, to be closed
     * @throws NetlinkException if the kernel gives no socket
     */
    public static NetlinkClient openReadingAhead(NetlinkProtocol protocol) throws NetlinkException {
        NetlinkSocket socket = Receiver.hearingTheKernel(NetlinkSocket.open(protocol.number(), SocketOptions.DEFAULT));
        return over(protocol, new ReadAheadTransport(socket));
    }

    /**
     * Opens a client in another network namespace. Entering it needs {@code CAP_SYS_ADMIN}.
     *
     * @param protocol the protocol and its tables
     * @param namespace where; it may be closed afterwards
     * @return the client, to be closed
     * @throws NetlinkException if the namespace cannot be entered or the kernel gives no socket
     */
    public static NetlinkClient open(NetlinkProtocol protocol, NetworkNamespace namespace) throws NetlinkException {
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
    public static NetlinkClient over(NetlinkProtocol protocol, DatagramTransport transport) {
        return new NetlinkClient(protocol, transport, 0);
    }

    /** {@return the port id of this client's socket, the bits of an unsigned number} */
    public int portId() {
        return transport.portId();
    }

    /** {@return how many datagrams of strangers and messages that answered no open request were dropped} */
    public long dropped() {
        return receiver.dropped();
    }

    @Override
    public List<BatchResult> batch(List<Request> requests, BatchPolicy policy) throws NetlinkException {
        List<Request> all = Batch.checked(requests);
        Objects.requireNonNull(policy);
        if (all.isEmpty()) {
            return List.of();
        }
        takeTurn(all.getFirst(), System.nanoTime() + all.getFirst().timeout().toNanos());
        try {
            forgetOldAnswers();
            int window = policy == BatchPolicy.STOP ? 1 : Batch.window(transport.receiveBufferSize());
            return new Batch(conversation, transport, peer, this.requests, window).run(all, policy, this::pump);
        } finally {
            yieldTurn();
        }
    }

    /** A window is as large as an empty receive buffer allows, and what failed before may have left its answers there. */
    private void forgetOldAnswers() throws NetlinkException {
        while (receiver.receive(System.nanoTime())) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedCallException("interrupted before the batch was sent");
            }
        }
    }

    @Override
    public ExtendedAck converse(Request request, int flags, MessageConsumer consumer) throws NetlinkException {
        Objects.requireNonNull(consumer);
        if (!FlightRecorder.isInitialized()) { // loading the event takes long
            return takeTurnAndConverse(request, request.flags() | flags | NLM_F_REQUEST, consumer);
        }
        RequestEvent event = new RequestEvent();
        event.begin();
        try {
            return event.done(takeTurnAndConverse(request, request.flags() | flags | NLM_F_REQUEST, consumer));
        } catch (NetlinkException e) {
            throw event.failed(e);
        } finally {
            event.finished(protocol, request);
        }
    }

    private ExtendedAck takeTurnAndConverse(Request request, int flags, MessageConsumer consumer) throws NetlinkException {
        long deadline = System.nanoTime() + request.timeout().toNanos();
        takeTurn(request, deadline);
        try {
            return converseInTurn(request, flags, deadline, consumer);
        } finally {
            yieldTurn();
        }
    }

    private void takeTurn(Request request, long deadline) throws NetlinkException {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a consumer must not use the client that calls it");
        }
        lifetime.enter();
        boolean taken = false;
        try {
            taken = turn.tryLock() || turn.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for another thread's call to end");
        } finally {
            if (!taken) {
                lifetime.leave();
            }
        }
        if (!taken) {
            throw new TimedOutException(Encoded.name(protocol, request) + ": another thread's call did not end in time");
        }
    }

    private void yieldTurn() {
        turn.unlock();
        lifetime.leave();
    }

    private ExtendedAck converseInTurn(Request request, int flags, long deadline, MessageConsumer consumer)
            throws NetlinkException {
        if ((flags & NLM_F_DUMP) == NLM_F_DUMP) {
            awaitEndOfAbandonedDump(request, deadline);
        }
        requests.clear();
        requests.add(request);
        call.consumer = consumer;
        call.unchecked = null;
        conversation.begin(exchange, call, request.type(), flags, deadline);
        requests.stamp(0, flags, exchange.sequence());
        try {
            transport.send(requests.memory(), requests.length(), peer);
        } catch (NetlinkException e) {
            conversation.notSent(exchange, e);
        }
        while (exchange.isOpen()) {
            pump(request, deadline);
        }
        return outcome(request);
    }

    private ExtendedAck outcome(Request request) throws NetlinkException {
        if (call.unchecked != null) {
            throw unchecked(call.unchecked);
        }
        if (exchange.failure().isPresent()) {
            throw exchange.failure().get();
        }
        if (exchange.isInterrupted()) {
            throw new DumpInterruptedException(Encoded.name(protocol, request) + ": the objects changed while they were listed");
        }
        return exchange.said();
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    /** Waits for a datagram until the deadline and lets the conversation have it; what goes wrong ends exchanges. */
    private void pump(Request request, long deadline) {
        try {
            receiver.receive(deadline);
            if (conversation.openExchanges() > 0) {
                checkWhetherToGoOn(request, deadline);
            }
        } catch (NetlinkException e) {
            conversation.endAll(e);
        }
    }

    private void awaitEndOfAbandonedDump(Request request, long deadline) throws NetlinkException {
        while (conversation.isDumpRunning()) {
            receiver.receive(deadline);
            if (conversation.isDumpRunning()) {
                checkWhetherToGoOn(request, deadline);
            }
        }
    }

    /** Looks at deadline and interrupt after every datagram: while datagrams come, waiting for them never ends. */
    private void checkWhetherToGoOn(Request request, long deadline) throws NetlinkException {
        if (deadline - System.nanoTime() <= 0) {
            throw timedOut(request);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedCallException("interrupted while " + Encoded.name(protocol, request) + " was answered");
        }
    }

    private TimedOutException timedOut(Request request) {
        return new TimedOutException(Encoded.name(protocol, request) + ": no complete answer within " + request.timeout());
    }

    /** The call that is under way. */
    private final class Call implements Exchange.Handler {
        private MessageConsumer consumer;
        private Throwable unchecked;

        @Override
        public void answer(MessageReader message) throws NetlinkException {
            try {
                consumer.accept(message);
            } catch (RuntimeException | Error e) { // the consumer's own mistake: it goes to the caller, past the conversation
                unchecked = e;
                throw new InterruptedCallException("the consumer failed");
            }
        }

        @Override
        public byte[] request() {
            return requests.copy(0, requests.length());
        }

        @Override
        public void ended(Exchange exchange) {
            // the loop that sent it looks
        }
    }

    /** Closes the socket. A call that is under way ends with a {@link org.netlink4j.core.ClosedException}. Returns at once. */
    @Override
    public void close() {
        lifetime.close(transport::close);
    }
}
