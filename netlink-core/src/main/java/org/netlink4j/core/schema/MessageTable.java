package org.netlink4j.core.schema;

import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * What is known of the messages of a protocol in which {@code nlmsg_type} alone does not say what a message is: in
 * NETLINK_GENERIC the kernel gives the types out at run time, and the command stands after the message header. Must be thread-safe.
 */
@FunctionalInterface
public interface MessageTable {
    /**
     * Looks a message up.
     *
     * @param message a reader that stands at the message
     * @return empty if nothing is known of it
     * @throws MalformedMessageException if the message is too short to tell
     */
    Optional<MessageSpec> find(MessageReader message) throws MalformedMessageException;
}
