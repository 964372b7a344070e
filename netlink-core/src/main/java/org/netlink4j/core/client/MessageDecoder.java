package org.netlink4j.core.client;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * Turns a message into a value.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface MessageDecoder<T> {
    /**
     * Decodes the message at which the reader stands.
     *
     * @param message valid until the method returns
     * @return the value, which keeps nothing of the reader
     * @throws MalformedMessageException if the bytes do not follow the format
     */
    T decode(MessageReader message) throws MalformedMessageException;
}
