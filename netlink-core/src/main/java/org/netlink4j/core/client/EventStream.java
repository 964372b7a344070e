package org.netlink4j.core.client;

import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.ffm.Lifetime;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.MulticastTransport;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;

/**
 * The notifications of some multicast groups. The listener asks for the next event when it is ready for it; until then events
 * wait in the socket's receive buffer, whose size {@link SocketOptions#receiveBuffer} sets. If it is full, the kernel drops what
 * comes, and the listener is told so by an {@link Event.Overrun} in the place where something is missing. Nothing is queued
 * anywhere else.
 *
 * <p>Only the kernel is believed: notifications that other processes send to a group are counted and dropped. One thread listens
 * at a time; any thread may close.
 */
public final class EventStream implements AutoCloseable {
    private static final long RECEIVE_BUFFER = 64 * 1024;

    /** The kernel counts at least so many bytes for a datagram in a receive buffer, however small it is. */
    private static final int SMALLEST = 512;

    private final NetlinkProtocol protocol;
    private final MulticastTransport transport;
    private final ReentrantLock turn = new ReentrantLock();
    private final Arena arena = Arena.ofShared();
    private final Lifetime lifetime = new Lifetime("the event stream", arena::close);
    private final Datagram datagram = new Datagram(arena, RECEIVE_BUFFER);
    private final MessageReader reader = new MessageReader();
    private volatile long dropped;

    private EventStream(NetlinkProtocol protocol, MulticastTransport transport) {
        this.protocol = Objects.requireNonNull(protocol);
        this.transport = transport;
    }

    /**
     * Joins groups in the current network namespace. Some groups need a capability.
     *
     * @param protocol the protocol
     * @param groups the groups' numbers, from 1 on
     * @param options what the socket is to do beyond its default
     * @return the stream, to be closed; it hears what happens from now on
     * @throws NetlinkException if the kernel gives no socket or a group cannot be joined
     */
    public static EventStream open(NetlinkProtocol protocol, Set<Integer> groups, SocketOptions options)
            throws NetlinkException {
        return over(protocol, groups, Receiver.hearingTheKernel(NetlinkSocket.open(protocol.number(), options)));
    }

    /**
     * Joins groups in another network namespace. Entering it needs {@code CAP_SYS_ADMIN}.
     *
     * @param protocol the protocol
     * @param groups the groups' numbers, from 1 on
     * @param options what the socket is to do beyond its default
     * @param namespace where; it may be closed afterwards
     * @return the stream, to be closed; it hears what happens from now on
     * @throws NetlinkException if the namespace cannot be entered, the kernel gives no socket or a group cannot be joined
     */
    public static EventStream open(
            NetlinkProtocol protocol, Set<Integer> groups, SocketOptions options, NetworkNamespace namespace)
            throws NetlinkException {
        NetlinkSocket socket = NetlinkSocket.open(protocol.number(), options, namespace);
        return over(protocol, groups, Receiver.hearingTheKernel(socket));
    }

    /**
     * Joins groups over a transport that the caller opened, for tests and tracing.
     *
     * @param protocol the protocol
     * @param groups the groups' numbers, from 1 on
     * @param transport carries the datagrams; the stream closes it
     * @return the stream, to be closed; it hears what happens from now on
     * @throws NetlinkException if a group cannot be joined; the transport is closed then
     */
    public static EventStream over(NetlinkProtocol protocol, Set<Integer> groups, MulticastTransport transport)
            throws NetlinkException {
        try {
            for (int group : groups) {
                transport.join(group);
            }
            return new EventStream(protocol, transport);
        } catch (NetlinkException e) {
            transport.close();
            throw e;
        }
    }

    /** {@return the socket, to join and leave groups and to read its counters; it is not to be received from} */
    public MulticastTransport socket() {
        return transport;
    }

    /** {@return how many datagrams of other processes were dropped} */
    public long dropped() {
        return dropped;
    }

    /**
     * Waits for the next event.
     *
     * @param <T> the object that a notification carries
     * @param timeout how long to wait
     * @param decoder turns a notification into the object
     * @return the event; empty if there was none in time. What was in the receive buffer by then has been read, whoever sent it
     * @throws MalformedMessageException if a notification does not follow the format; the stream goes on after its datagram
     * @throws NetlinkException if the stream is closed or the thread interrupted
     */
    public <T> Optional<Event<T>> next(Duration timeout, MessageDecoder<T> decoder) throws NetlinkException {
        Objects.requireNonNull(decoder);
        List<Event<T>> event = new ArrayList<>(1);
        try {
            boolean came = poll(timeout, (message, from) ->
                    event.add(new Event.Notification<>(message.type(), decoder.decode(message), origin(from))));
            return came ? Optional.of(event.getFirst()) : Optional.empty();
        } catch (OverrunException | TruncatedException e) {
            return Optional.of(new Event.Overrun<>(transport.drops()));
        }
    }

    private static Event.Origin origin(Datagram from) {
        return new Event.Origin(from.group(), from.hasNsid() ? from.nsid() : Event.Origin.THIS_NAMESPACE);
    }

    /**
     * Waits for the next notification and shows it without a copy.
     *
     * @param timeout how long to wait
     * @param consumer sees the notification
     * @return whether there was one in time
     * @throws OverrunException if notifications were lost at this place
     * @throws TruncatedException if the next notification was larger than the room for it and is lost; there is enough now
     * @throws MalformedMessageException if a notification does not follow the format; the stream goes on after its datagram
     * @throws NetlinkException if the stream is closed or the thread interrupted, or what the consumer threw
     */
    public boolean poll(Duration timeout, EventConsumer consumer) throws NetlinkException {
        lifetime.enter();
        turn.lock();
        try {
            if (!advance(System.nanoTime() + timeout.toNanos())) {
                return false;
            }
            consumer.accept(reader, datagram);
            return true;
        } finally {
            turn.unlock();
            lifetime.leave();
        }
    }

    /** Goes to the next message, of this datagram or of the next one. */
    private boolean advance(long deadline) throws NetlinkException {
        try {
            while (!reader.next()) {
                if (!nextDatagram(deadline)) {
                    return false;
                }
            }
            return true;
        } catch (MalformedMessageException e) {
            reader.over(datagram.memory(), 0, 0);
            throw e;
        }
    }

    /**
     * Reads all that was there when the deadline came, for it would stay behind what other processes sent; but no more, for they
     * could send for ever.
     */
    private boolean nextDatagram(long deadline) throws NetlinkException {
        int late = 0;
        while (receive(deadline)) {
            if (datagram.senderPort() == 0) {
                reader.over(datagram.memory(), 0, datagram.length());
                return true;
            }
            dropped++; // one thread at a time comes here
            if (deadline - System.nanoTime() <= 0 && ++late > transport.receiveBufferSize() / SMALLEST) {
                return false;
            }
        }
        return false;
    }

    private boolean receive(long deadline) throws NetlinkException {
        try {
            return transport.receive(datagram, deadline);
        } catch (OverrunException e) {
            OverrunEvent.report(protocol);
            throw e;
        } catch (TruncatedException e) {
            if (datagram.senderPort() == 0) {
                throw e;
            }
            return true; // nothing of the kernel's was lost
        }
    }

    /** Closes the socket. A thread that listens gets a {@link org.netlink4j.core.ClosedException}. Returns at once. */
    @Override
    public void close() {
        lifetime.close(transport::close);
    }
}
