package org.netlink4j.lldpad;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * lldpad's answer to a request: an {@code NLMSG_ERROR} of 36 bytes. No error means that the request is queued, not that the
 * switch has agreed.
 *
 * @param errno 0 if the request is queued, else a positive Linux error number
 * @param requestSequence {@code nlmsg_seq} of the request that it repeats, the bits of an unsigned number
 */
public record LldpadReply(int errno, int requestSequence) {
    private static final int ORIGINAL_SEQUENCE = 4 + 8;

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code NLMSG_ERROR}
     * @return the reply
     * @throws MalformedMessageException if it is another message, or too short
     */
    public static LldpadReply decode(MessageReader message) throws MalformedMessageException {
        int error = message.u32(0);
        if (message.type() != NLMSG_ERROR || error > 0 || error == Integer.MIN_VALUE) {
            throw new MalformedMessageException("a message of type " + message.type() + " with error " + error + " is no answer");
        }
        return new LldpadReply(-error, message.u32(ORIGINAL_SEQUENCE));
    }

    /** {@return whether the request is queued} */
    public boolean isQueued() {
        return errno == 0;
    }
}
