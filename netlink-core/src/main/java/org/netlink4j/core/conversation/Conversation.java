package org.netlink4j.core.conversation;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_OVERRUN;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.function.Supplier;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.MessageReader;

/**
 * Everything that is said over one netlink socket, without the socket and without a clock: it is given requests, datagrams and
 * the time, and tells each open {@link Exchange} what is its. It knows sequence numbers, acknowledgements, multipart answers,
 * errors, overruns, deadlines and cancellation.
 *
 * <p>Rules: only the peer is believed. A multicast message answers no request, even if it bears its number, unless it is the echo
 * that was asked for. What answers no open request is counted and dropped, among it the late answers to cancelled ones; what
 * strangers sent is not even read. One dump runs at a time, as in the kernel; an abandoned one runs until its last message has come. For one thread at a time; allocates
 * nothing for a request that succeeds.
 */
public final class Conversation {
    private final NetlinkProtocol protocol;
    private final int peer;
    private final int portId;
    private final OpenExchanges open = new OpenExchanges();
    private final MessageReader reader = new MessageReader();
    private int sequence;
    private boolean dumpRuns;
    private int dumpSequence;
    private long dropped;

    /**
     * A conversation in which nothing has been said.
     *
     * @param protocol the tables by which messages and attributes are named
     * @param peer the port id of the one who is believed; 0 is the kernel
     * @param portId the port id of this end, by which its own echoes are known
     * @param firstSequence where sequence numbers begin; a number that no stranger's late answer bears
     */
    public Conversation(NetlinkProtocol protocol, int peer, int portId, int firstSequence) {
        this.protocol = Objects.requireNonNull(protocol);
        this.peer = peer;
        this.portId = portId;
        sequence = firstSequence;
    }

    /**
     * Opens an exchange. The caller then sends the request with the exchange's sequence number.
     *
     * @param exchange one that is not open
     * @param handler gets the answers
     * @param type {@code nlmsg_type} of the request
     * @param flags {@code nlmsg_flags} of the request: they decide which message will be the last
     * @param deadline when to give up
     * @throws IllegalStateException if a dump is asked for while another runs
     */
    public void begin(Exchange exchange, Exchange.Handler handler, int type, int flags, long deadline) {
        if (dumpRuns && Exchange.isDump(flags)) {
            throw new IllegalStateException("a dump is running");
        }
        exchange.begin(handler, type, flags, nextSequence(), deadline);
        if (exchange.isDump()) {
            dumpRuns = true;
            dumpSequence = exchange.sequence();
        }
        open.add(exchange);
    }

    /** Zero is what notifications bear; a running dump's number stays its own after it was abandoned. */
    private int nextSequence() {
        do {
            sequence++;
        } while (sequence == 0 || dumpRuns && sequence == dumpSequence || !open.isFree(sequence));
        return sequence;
    }

    /** {@return whether a dump runs, wanted or abandoned, so that another has to wait} */
    public boolean isDumpRunning() {
        return dumpRuns;
    }

    /** {@return how many exchanges are open} */
    public int openExchanges() {
        return open.count();
    }

    /** {@return how many datagrams of strangers and to groups, and messages that answered no open request, were dropped} */
    public long dropped() {
        return dropped;
    }

    /**
     * Takes a datagram. A malformed one ends all exchanges, for it is not known whose answers were in it; unless it was multicast.
     *
     * @param memory holds it
     * @param length its length; it begins at 0
     * @param sender the port id of the sender, as the kernel states it
     * @param multicast whether it was sent to a multicast group and not to this socket alone
     */
    public void datagram(MemorySegment memory, long length, int sender, boolean multicast) {
        if (sender != peer) {
            dropped++; // whatever is in it, it is not looked at
            return;
        }
        reader.over(memory, 0, length);
        try {
            while (reader.next()) {
                message(multicast);
            }
        } catch (MalformedMessageException e) {
            lost(multicast, () -> new MalformedMessageException(e.getMessage()));
        }
    }

    /**
     * Takes note of a datagram that did not fit into its room.
     *
     * @param sender the port id of the sender, as the kernel states it
     * @param multicast whether it was sent to a multicast group and not to this socket alone
     * @param why what the handlers of open exchanges will find as their failure, if answers may have been in it
     */
    public void truncated(int sender, boolean multicast, TruncatedException why) {
        if (sender != peer) {
            dropped++;
        } else {
            lost(multicast, () -> new TruncatedException(why.getMessage()));
        }
    }

    /** What was in a datagram is lost: whose answers, and whether the end of a dump was among them. */
    private void lost(boolean multicast, Supplier<NetlinkException> why) {
        if (multicast) {
            dropped++;
            return;
        }
        dumpRuns = false; // if it runs still, the kernel refuses the next one, which is better than to wait for ever
        endEach(why);
    }

    private void message(boolean multicast) {
        if (!multicast && isLastOfDump()) {
            dumpRuns = false;
        }
        Exchange exchange = open.get(reader.sequence());
        if (exchange == null || multicast && !isEcho(exchange)) {
            dropped++;
            return;
        }
        try {
            if (exchange.take(reader, protocol)) {
                close(exchange, null);
            }
        } catch (NetlinkException e) {
            close(exchange, e);
        }
    }

    /** The kernel sends an echo to the requester alone, but with the mask of the group that it sends the same message to. */
    private boolean isEcho(Exchange exchange) {
        return exchange.wantsEcho() && reader.portId() == portId;
    }

    private boolean isLastOfDump() {
        return dumpRuns && reader.sequence() == dumpSequence
                && (reader.type() == NLMSG_DONE || reader.type() == NLMSG_ERROR || reader.type() == NLMSG_OVERRUN);
    }

    private void close(Exchange exchange, NetlinkException failure) {
        open.remove(exchange);
        exchange.end(failure);
    }

    /**
     * Gives an exchange up; its late answers will be dropped. Nothing happens if it has ended.
     *
     * @param exchange the exchange
     * @param why what its handler will find as its failure
     */
    public void cancel(Exchange exchange, NetlinkException why) {
        if (exchange.isOpen()) {
            close(exchange, why);
        }
    }

    /**
     * Ends an exchange well though nothing answered it: a request without {@code NLM_F_ACK} is answered only if it is refused, and
     * requests are answered in order, so the answer to a later one tells. Nothing happens if it has ended.
     *
     * @param exchange the exchange
     */
    public void succeed(Exchange exchange) {
        if (exchange.isOpen()) {
            close(exchange, null);
        }
    }

    /**
     * A request could not be sent, so nothing will answer it.
     *
     * @param exchange the exchange that was opened for it
     * @param why what its handler will find as its failure
     */
    public void notSent(Exchange exchange, NetlinkException why) {
        if (exchange.isDump()) {
            dumpRuns = false;
        }
        cancel(exchange, why);
    }

    /**
     * The receive buffer overran: answers of any open exchange may be among what was lost, so none of them is believed to become
     * complete.
     *
     * @param why what their handlers will find as their failure
     */
    public void overrun(OverrunException why) {
        endEach(() -> new OverrunException(why.getMessage()));
    }

    /** Each exchange gets a failure of its own: they may go to different threads. */
    private void endEach(Supplier<NetlinkException> why) {
        open.all().forEach(exchange -> cancel(exchange, why.get()));
    }

    /**
     * Ends all exchanges, because the socket is closed or broken.
     *
     * @param why what their handlers will find as their failure
     */
    public void endAll(NetlinkException why) {
        endEach(() -> why);
    }

    /**
     * When the next exchange has to be given up.
     *
     * @param otherwise what to return if none is open
     * @return a time of {@link System#nanoTime}, not after {@code otherwise}
     */
    public long nextDeadline(long otherwise) {
        return open.earliestDeadline(otherwise);
    }

    /**
     * Gives up the exchanges whose deadline has come.
     *
     * @param now of {@link System#nanoTime}
     */
    public void expire(long now) {
        if (open.earliestDeadline(now + 1) - now > 0) {
            return;
        }
        for (Exchange exchange : open.all()) {
            if (exchange.deadline() - now <= 0) {
                cancel(exchange, new TimedOutException(exchange.name(protocol) + ": no complete answer in time"));
            }
        }
    }
}
