package org.netlink4j.core.conversation;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_HDRLEN;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_NOOP;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_OVERRUN;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK_TLVS;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP_INTR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ECHO;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;

import java.util.Optional;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.Nlmsg;

/**
 * One request and what has come back of it: open from {@link Conversation#begin} until its last message has come or it has
 * failed. May be used again for the next request. Allocates nothing unless the request is refused.
 */
public final class Exchange {
    /** What is done with the answers of one request. */
    public interface Handler {
        /**
         * Takes an answer.
         *
         * @param message valid until the method returns
         * @throws NetlinkException to give the request up
         */
        void answer(MessageReader message) throws NetlinkException;

        /**
         * What the request's bytes were, to name the attribute that the kernel refused.
         *
         * @return the request from its {@code nlmsghdr} on
         */
        byte[] request();

        /**
         * The last message has come, or the exchange has failed.
         *
         * @param exchange this, which tells the outcome
         */
        void ended(Exchange exchange);
    }

    private Handler handler;
    private int type;
    private int sequence;
    private long deadline;
    private boolean dump;
    private boolean acknowledged;
    private boolean echo;
    private boolean open;
    private boolean interrupted;
    private ExtendedAck said = ExtendedAck.NONE;
    private NetlinkException failure;

    /** An exchange that has not begun. */
    public Exchange() {}

    void begin(Handler handler, int type, int flags, int sequence, long deadline) {
        if (open) {
            throw new IllegalStateException("the exchange is open");
        }
        this.handler = handler;
        this.type = type;
        this.sequence = sequence;
        this.deadline = deadline;
        dump = isDump(flags);
        acknowledged = (flags & NLM_F_ACK) != 0;
        echo = (flags & NLM_F_ECHO) != 0;
        open = true;
        interrupted = false;
        said = ExtendedAck.NONE;
        failure = null;
    }

    /**
     * Takes the next message of this exchange.
     *
     * @return whether it was the last one
     */
    boolean take(MessageReader message, NetlinkProtocol protocol) throws NetlinkException {
        interrupted |= (message.flags() & NLM_F_DUMP_INTR) != 0;
        return switch (message.type()) {
            case NLMSG_NOOP -> false;
            case NLMSG_ERROR -> error(message, protocol);
            case NLMSG_DONE -> done(message, protocol);
            case NLMSG_OVERRUN -> throw new OverrunException(name(protocol) + ": the sender lost messages");
            default -> {
                handler.answer(message);
                boolean more = dump || acknowledged || (message.flags() & NLM_F_MULTI) != 0;
                yield !more;
            }
        };
    }

    /** {@code struct nlmsgerr}: s32 error, the request's header, the request's payload unless capped, attributes if any. */
    private boolean error(MessageReader message, NetlinkProtocol protocol) throws NetlinkException {
        long echoed = (message.flags() & NLM_F_CAPPED) != 0 ? NLMSG_HDRLEN : Integer.toUnsignedLong(message.u32(4));
        return last(message, protocol, message.u32(0), 4 + Nlmsg.align(echoed));
    }

    private boolean done(MessageReader message, NetlinkProtocol protocol) throws NetlinkException {
        if ((message.flags() & NLM_F_MULTI) != 0) {
            return last(message, protocol, message.payloadLength() < 4 ? 0 : message.u32(0), 4);
        }
        if (message.payloadLength() > 4) {
            handler.answer(message); // not the end of a multipart answer: lldpad answers RTM_GETLINK so
        }
        return true;
    }

    private boolean last(MessageReader message, NetlinkProtocol protocol, int error, long attributesAt) throws NetlinkException {
        if (error > 0 || error == Integer.MIN_VALUE) {
            throw new MalformedMessageException("an error number that is not negative: " + error);
        }
        if ((message.flags() & NLM_F_ACK_TLVS) != 0) {
            if (attributesAt > message.payloadLength()) {
                throw new MalformedMessageException(
                        "an extended acknowledgement at " + attributesAt + " of " + message.payloadLength() + " bytes");
            }
            said = ExtendedAckDecoder.decode(protocol, message.attributes((int) attributesAt), handler.request());
        }
        if (error != 0) {
            failure = new KernelException(name(protocol), -error, said);
        }
        return true;
    }

    /** Ends the exchange with or without a failure; the handler hears of it once. */
    void end(NetlinkException cause) {
        if (failure == null) {
            failure = cause;
        }
        open = false;
        handler.ended(this);
    }

    /** {@return what the request is called, in the words of its protocol} */
    String name(NetlinkProtocol protocol) {
        return protocol.nameOf(handler.request());
    }

    /** {@return {@code nlmsg_type} of the request} */
    public int type() {
        return type;
    }

    /** {@return the sequence number of the request} */
    public int sequence() {
        return sequence;
    }

    /** {@return when the exchange fails if it has not ended, of {@link System#nanoTime}} */
    public long deadline() {
        return deadline;
    }

    /**
     * Whether a request asks for a dump.
     *
     * @param flags its {@code nlmsg_flags}
     * @return whether both bits of {@code NLM_F_DUMP} are set
     */
    public static boolean isDump(int flags) {
        return (flags & NLM_F_DUMP) == NLM_F_DUMP;
    }

    /** {@return whether the request asks for a dump} */
    public boolean isDump() {
        return dump;
    }

    /** {@return whether the request asks for the notification that it causes} */
    boolean wantsEcho() {
        return echo;
    }

    /** {@return whether more is to come} */
    public boolean isOpen() {
        return open;
    }

    /** {@return whether the objects changed while they were dumped} */
    public boolean isInterrupted() {
        return interrupted;
    }

    /** {@return what the peer said beyond the error number; {@link ExtendedAck#NONE} if nothing} */
    public ExtendedAck said() {
        return said;
    }

    /** {@return why the exchange failed; empty if it did not} */
    public Optional<NetlinkException> failure() {
        return Optional.ofNullable(failure);
    }
}
