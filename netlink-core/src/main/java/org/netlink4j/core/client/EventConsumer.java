package org.netlink4j.core.client;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.wire.MessageReader;

/** Looks at notifications as they come, without copies. */
@FunctionalInterface
public interface EventConsumer {
    /**
     * Takes the message at which the reader stands.
     *
     * @param message valid until the method returns
     * @param datagram the datagram that it came in, for its group and namespace; valid as long
     * @throws NetlinkException to end the call; the stream stays usable
     */
    void accept(MessageReader message, Datagram datagram) throws NetlinkException;
}
