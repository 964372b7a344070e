package org.netlink4j.core.client;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferOverflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.netlink4j.core.DumpInterruptedException;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.conversation.Exchange;
import org.netlink4j.core.conversation.ExtendedAckDecoder;
import org.netlink4j.core.ffm.Lifetime;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * Sends requests over a socket of its own and waits for the answers. One call is under way at a time; other threads that call
 * meanwhile wait for their turn. A call ends with its answer, its deadline, an interrupt of the thread, or {@link #close} from any
 * thread.
 *
 * <p>An answer counts only if the kernel (or the peer that the client was made for) sent it and its sequence number is that of
 * the request; everything else is counted and dropped.
 */
public final class NetlinkClient implements AutoCloseable {
    private static final long FIRST_SEND_BUFFER = 4096;

    /** The kernel fills at most 32 KiB of a dump into one datagram; single answers may be larger. */
    private static final long RECEIVE_BUFFER = 64 * 1024;

    private final NetlinkProtocol protocol;
    private final DatagramTransport transport;
    private final int peer;

    private final ReentrantLock turn = new ReentrantLock();
    private final Arena arena = Arena.ofShared();
    private final Lifetime lifetime = new Lifetime("the netlink client", arena::close);
    private final Datagram datagram = new Datagram(arena, RECEIVE_BUFFER);
    private final MessageReader reader = new MessageReader();
    private final MessageWriter writer = new MessageWriter();
    private MemorySegment sendBuffer = arena.allocate(FIRST_SEND_BUFFER, 8);
    private Exchange exchange = new Exchange();

    /** A dump that its caller gave up: the socket cannot begin another until the rest of it has been read. */
    private Exchange abandoned = new Exchange();

    private int sequence;
    private long dropped;

    private NetlinkClient(NetlinkProtocol protocol, DatagramTransport transport, int peer) {
        this.protocol = Objects.requireNonNull(protocol);
        this.transport = transport;
        this.peer = peer;
        sequence = (int) System.nanoTime(); // a stranger's old answer shall not fit by chance
    }

    /**
     * Opens a client in the current network namespace. Needs no capability; what is requested may.
     *
     * @param protocol the protocol and its tables
     * @return the client, to be closed
     * @throws NetlinkException if the kernel gives no socket
     */
    public static NetlinkClient open(NetlinkProtocol protocol) throws NetlinkException {
        return over(protocol, NetlinkSocket.open(protocol.number()));
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
        return over(protocol, NetlinkSocket.open(protocol.number(), namespace));
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
        turn.lock();
        try {
            return dropped;
        } finally {
            turn.unlock();
        }
    }

    /**
     * Sends a request and waits until it is acknowledged. Answers before that, such as an echo, are dropped.
     *
     * @param request the request; {@code NLM_F_REQUEST} and {@code NLM_F_ACK} are added
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck execute(Request request) throws NetlinkException {
        return converse(request, NLM_F_ACK, _ -> {});
    }

    /**
     * Sends a request and waits for the one object that answers it.
     *
     * @param <T> the object
     * @param request the request; {@code NLM_F_REQUEST} is added
     * @param decoder turns the answer into the object
     * @return the object
     * @throws KernelException if the kernel refused, for example because there is no such object
     * @throws NetlinkException if there is no answer
     */
    public <T> T get(Request request, MessageDecoder<T> decoder) throws NetlinkException {
        List<T> answer = new ArrayList<>(1);
        converse(request, 0, message -> answer.add(decoder.decode(message)));
        if (answer.size() != 1) {
            throw new MalformedMessageException(
                    protocol.nameOf(request.type()) + " was answered with " + answer.size() + " objects instead of one");
        }
        return answer.getFirst();
    }

    /**
     * Sends a request and shows its answers as they come, without copies: a dump, or a request with {@code NLM_F_ACK} or
     * {@code NLM_F_ECHO} of the caller's.
     *
     * @param request the request; {@code NLM_F_REQUEST} is added
     * @param consumer sees every answer
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused
     * @throws DumpInterruptedException after the last answer, if the objects changed while they were dumped
     * @throws NetlinkException if there is no answer, or what the consumer threw
     */
    public ExtendedAck converse(Request request, MessageConsumer consumer) throws NetlinkException {
        return converse(request, 0, consumer);
    }

    /**
     * Lists objects as values: a dump.
     *
     * @param <T> the objects
     * @param request the request; {@code NLM_F_REQUEST} and {@code NLM_F_DUMP} are added
     * @param decoder turns each answer into an object
     * @return the objects in the kernel's order
     * @throws KernelException if the kernel refused
     * @throws DumpInterruptedException if the objects changed while they were dumped
     * @throws NetlinkException if there is no answer
     */
    public <T> List<T> list(Request request, MessageDecoder<T> decoder) throws NetlinkException {
        List<T> objects = new ArrayList<>();
        dump(request, message -> objects.add(decoder.decode(message)));
        return List.copyOf(objects);
    }

    /**
     * Lists objects without keeping them: the consumer sees each as it comes.
     *
     * @param request the request; {@code NLM_F_REQUEST} and {@code NLM_F_DUMP} are added
     * @param consumer sees every answer
     * @throws KernelException if the kernel refused
     * @throws DumpInterruptedException after the last answer, if the objects changed while they were dumped
     * @throws NetlinkException if there is no answer, or what the consumer threw
     */
    public void dump(Request request, MessageConsumer consumer) throws NetlinkException {
        converse(request, NLM_F_DUMP, consumer);
    }

    private ExtendedAck converse(Request request, int flags, MessageConsumer consumer) throws NetlinkException {
        Objects.requireNonNull(consumer);
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a consumer must not use the client that calls it");
        }
        long deadline = System.nanoTime() + request.timeout().toNanos();
        lifetime.enter();
        try {
            awaitTurn(request, deadline);
            try {
                return converseInTurn(request, request.flags() | flags | NLM_F_REQUEST, deadline, consumer);
            } finally {
                turn.unlock();
            }
        } finally {
            lifetime.leave();
        }
    }

    private void awaitTurn(Request request, long deadline) throws NetlinkException {
        try {
            if (!turn.tryLock() && !turn.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw timedOut(request);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for another thread's call to end");
        }
    }

    private ExtendedAck converseInTurn(Request request, int flags, long deadline, MessageConsumer consumer)
            throws NetlinkException {
        if ((flags & NLM_F_DUMP) == NLM_F_DUMP) {
            drainAbandoned(request, deadline);
        }
        long length = encode(request, flags);
        exchange.begin(sequence, flags);
        boolean sent = false;
        try {
            transport.send(sendBuffer, length, peer);
            sent = true;
            return receive(request, deadline, length, consumer);
        } finally {
            if (sent && exchange.isDump() && !exchange.isEnded()) {
                abandon();
            }
        }
    }

    private long encode(Request request, int flags) {
        sequence++;
        if (sequence == 0) {
            sequence = 1; // 0 is what notifications bear
        }
        while (true) {
            try {
                writer.over(sendBuffer, 0, sendBuffer.byteSize()).begin(request.type(), flags, sequence, 0);
                request.body().write(writer);
                return writer.end();
            } catch (BufferOverflowException _) {
                sendBuffer = arena.allocate(sendBuffer.byteSize() * 4, 8);
            }
        }
    }

    private ExtendedAck receive(Request request, long deadline, long length, MessageConsumer consumer) throws NetlinkException {
        ExtendedAck said = ExtendedAck.NONE;
        while (!exchange.isEnded()) {
            nextDatagram(request, deadline);
            while (reader.next()) {
                if (isAnswer()) {
                    said = take(request, length, consumer);
                }
            }
        }
        if (exchange.isInterrupted()) {
            throw new DumpInterruptedException(protocol.nameOf(request.type()) + ": the objects changed while they were listed");
        }
        return said;
    }

    /** Points the reader at the next datagram of the peer; what is in a stranger's is not looked at. */
    private void nextDatagram(Request request, long deadline) throws NetlinkException {
        while (true) {
            if (!transport.receive(datagram, deadline)) {
                throw timedOut(request);
            }
            if (datagram.senderPort() == peer) {
                reader.over(datagram.memory(), 0, datagram.length());
                return;
            }
            dropped++;
        }
    }

    private TimedOutException timedOut(Request request) {
        return new TimedOutException(protocol.nameOf(request.type()) + ": no complete answer within " + request.timeout());
    }

    private boolean isAnswer() throws MalformedMessageException {
        if (reader.sequence() == exchange.sequence() && !exchange.isEnded()) {
            return true;
        }
        if (!abandoned.isEnded() && reader.sequence() == abandoned.sequence()) {
            abandoned.accept(reader);
        }
        dropped++;
        return false;
    }

    private ExtendedAck take(Request request, long length, MessageConsumer consumer) throws NetlinkException {
        switch (exchange.accept(reader)) {
            case CONTROL -> {
                return extendedAck(length);
            }
            case ANSWER -> consumer.accept(reader);
            case REFUSED -> throw new KernelException(protocol.nameOf(request.type()), exchange.errno(), extendedAck(length));
            case OVERRUN -> throw new OverrunException(protocol.nameOf(request.type()) + ": the sender lost messages");
        }
        return ExtendedAck.NONE;
    }

    private ExtendedAck extendedAck(long length) throws MalformedMessageException {
        if (exchange.tlvsAt() == 0) {
            return ExtendedAck.NONE;
        }
        byte[] request = sendBuffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        return ExtendedAckDecoder.decode(protocol, exchange, reader, request);
    }

    /** The rest of the dump may be in this very datagram, or still in the kernel. */
    private void abandon() {
        Exchange given = abandoned;
        abandoned = exchange;
        exchange = given;
        try {
            while (reader.next()) {
                isAnswer();
            }
        } catch (MalformedMessageException _) {
            dropped++; // nobody is waiting for it any more
        }
    }

    private void drainAbandoned(Request request, long deadline) throws NetlinkException {
        while (!abandoned.isEnded()) {
            nextDatagram(request, deadline);
            while (reader.next()) {
                isAnswer();
            }
        }
    }

    /** Closes the socket. A call that is under way ends with a {@link org.netlink4j.core.ClosedException}. Returns at once. */
    @Override
    public void close() {
        lifetime.close(transport::close);
    }
}
