package org.netlink4j.core.client;

import org.netlink4j.core.wire.MessageWriter;

/** Writes what follows the message header of a request: fixed fields, then attributes. */
@FunctionalInterface
public interface MessageBody {
    /**
     * Writes it. May be called again with a larger buffer if the first was too small.
     *
     * @param out a writer after the message header
     */
    void write(MessageWriter out);
}
