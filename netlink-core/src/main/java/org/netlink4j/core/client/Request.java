package org.netlink4j.core.client;

import java.time.Duration;
import java.util.Objects;

/**
 * A request. Immutable; may be sent again and again.
 *
 * @param type {@code nlmsg_type}, 16 bits
 * @param flags {@code nlmsg_flags} beyond those that the client adds itself: {@code NLM_F_REQUEST}, {@code _ACK}, {@code _DUMP}
 * @param timeout how long to wait for the whole answer
 * @param body writes what follows the header
 */
public record Request(int type, int flags, Duration timeout, MessageBody body) {
    /** How long to wait for an answer unless the request says otherwise: 5 seconds. The kernel answers within milliseconds. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /** Checks the ranges. */
    public Request {
        if (type >>> 16 != 0 || flags >>> 16 != 0) {
            throw new IllegalArgumentException("type " + type + " and flags " + flags + " have 16 bits each");
        }
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a negative timeout: " + timeout);
        }
        Objects.requireNonNull(body);
    }

    /**
     * A request with no further flags.
     *
     * @param type {@code nlmsg_type}, 16 bits
     * @param body writes what follows the header
     * @return the request
     */
    public static Request of(int type, MessageBody body) {
        return new Request(type, 0, DEFAULT_TIMEOUT, body);
    }

    /**
     * Sets the flags.
     *
     * @param flags {@code nlmsg_flags} beyond those that the client adds itself
     * @return the request with them
     */
    public Request flags(int flags) {
        return new Request(type, flags, timeout, body);
    }

    /**
     * Sets the time to wait.
     *
     * @param timeout how long to wait for the whole answer
     * @return the request with it
     */
    public Request timeout(Duration timeout) {
        return new Request(type, flags, timeout, body);
    }
}
