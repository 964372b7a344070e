package org.netlink4j.core.client;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.wire.MessageReader;

/** Looks at messages as they come, without copies. */
@FunctionalInterface
public interface MessageConsumer {
    /**
     * Takes the message at which the reader stands. It must not use the client that calls it.
     *
     * @param message valid until the method returns
     * @throws NetlinkException to give up; the client stays usable
     */
    void accept(MessageReader message) throws NetlinkException;
}
