package org.netlink4j.core.conversation;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_NOOP;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_OVERRUN;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK_TLVS;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP_INTR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * What has come back of one request: a state machine without a socket. It is fed with the messages that bear the request's
 * sequence number and says of each what it is. Reused from one request to the next; allocates nothing.
 */
public final class Exchange {
    /** What a message is to its request. */
    public enum Verdict {
        /** Not for the caller: a {@code NLMSG_NOOP}, a positive end of the conversation. */
        CONTROL,
        /** An answer, to be given to the caller. */
        ANSWER,
        /** The request was refused; {@link #errno} says why. */
        REFUSED,
        /** The sender lost messages of this conversation. */
        OVERRUN
    }

    private int sequence;
    private boolean dump;
    private boolean acknowledged;
    private boolean ended = true;
    private boolean interrupted;
    private int errno;
    private int tlvsAt;

    /** An exchange that has ended before it began. */
    public Exchange() {}

    /**
     * Begins to wait for the answers to a request.
     *
     * @param sequence its sequence number
     * @param flags its {@code nlmsg_flags}: they decide which message will be the last
     */
    public void begin(int sequence, int flags) {
        this.sequence = sequence;
        dump = (flags & NLM_F_DUMP) == NLM_F_DUMP;
        acknowledged = (flags & NLM_F_ACK) != 0;
        ended = false;
        interrupted = false;
        errno = 0;
        tlvsAt = 0;
    }

    /** {@return the sequence number of the request} */
    public int sequence() {
        return sequence;
    }

    /** {@return whether the request asked for a dump} */
    public boolean isDump() {
        return dump;
    }

    /** {@return whether the last message has come} */
    public boolean isEnded() {
        return ended;
    }

    /** {@return whether the objects changed while they were dumped} */
    public boolean isInterrupted() {
        return interrupted;
    }

    /** {@return the positive error number of a refusal, or 0} */
    public int errno() {
        return errno;
    }

    /**
     * Where in the payload of the last message the attributes of an extended acknowledgement begin.
     *
     * @return an offset into the payload, or 0 if there are none
     */
    public int tlvsAt() {
        return tlvsAt;
    }

    /**
     * Takes the next message of this exchange.
     *
     * @param message it, with this exchange's sequence number
     * @return what it is
     * @throws MalformedMessageException if a control message is too short for what it must hold
     */
    public Verdict accept(MessageReader message) throws MalformedMessageException {
        interrupted |= (message.flags() & NLM_F_DUMP_INTR) != 0;
        return switch (message.type()) {
            case NLMSG_NOOP -> Verdict.CONTROL;
            case NLMSG_ERROR -> error(message);
            case NLMSG_DONE -> done(message);
            case NLMSG_OVERRUN -> {
                ended = true;
                yield Verdict.OVERRUN;
            }
            default -> {
                boolean multipart = (message.flags() & NLM_F_MULTI) != 0;
                ended = !multipart && !dump && !acknowledged;
                yield Verdict.ANSWER;
            }
        };
    }

    /** {@code struct nlmsgerr}: s32 error, the request's header, the request's payload unless capped, attributes if any. */
    private Verdict error(MessageReader message) throws MalformedMessageException {
        long echoed = (message.flags() & NLM_F_CAPPED) != 0 ? 16 : Integer.toUnsignedLong(message.u32(4));
        return end(message, message.u32(0), 4 + (echoed + 3 & ~3L));
    }

    private Verdict done(MessageReader message) throws MalformedMessageException {
        if ((message.flags() & NLM_F_MULTI) == 0) {
            ended = true; // not the end of a multipart answer: lldpad answers RTM_GETLINK so, with a payload
            return message.payloadLength() > 4 ? Verdict.ANSWER : Verdict.CONTROL;
        }
        return end(message, message.payloadLength() < 4 ? 0 : message.u32(0), 4);
    }

    private Verdict end(MessageReader message, int error, long afterEcho) throws MalformedMessageException {
        if (error > 0 || error == Integer.MIN_VALUE) {
            throw new MalformedMessageException("an error number that is not negative: " + error);
        }
        ended = true;
        errno = -error;
        if ((message.flags() & NLM_F_ACK_TLVS) != 0) {
            if (afterEcho > message.payloadLength()) {
                throw new MalformedMessageException("extended acknowledgement at " + afterEcho + " of " + message.payloadLength());
            }
            tlvsAt = (int) afterEcho;
        }
        return errno == 0 ? Verdict.CONTROL : Verdict.REFUSED;
    }
}
