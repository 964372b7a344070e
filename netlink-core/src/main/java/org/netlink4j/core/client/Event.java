package org.netlink4j.core.client;

/**
 * What an {@link EventStream} tells.
 *
 * @param <T> the objects that notifications carry
 */
public sealed interface Event<T> {
    /**
     * The kernel announces an object: new, changed or gone, as its message type says.
     *
     * @param <T> the object
     * @param type {@code nlmsg_type}
     * @param object the object
     * @param origin where it came from
     */
    record Notification<T>(int type, T object, Origin origin) implements Event<T> {}

    /**
     * Announcements were lost because the receive buffer was full: what the listener knows may be out of date until it lists the
     * objects anew. The kernel goes on dropping them, without telling again, until the buffer has been read empty: so first ask
     * for events until there is none, then list. {@link Watch} does that.
     *
     * @param <T> the objects
     * @param lost how many messages the kernel has dropped for this socket since it was opened, modulo 2^32
     */
    record Overrun<T>(long lost) implements Event<T> {}

    /**
     * Where a notification came from.
     *
     * @param group the multicast group, from 1 on; 0 unless the stream was opened with {@code packetInfo}
     * @param nsid the id of the namespace that it is about, in the stream's own; {@link #THIS_NAMESPACE} if it is that one
     */
    record Origin(int group, int nsid) {
        /** The stream's own namespace. */
        public static final int THIS_NAMESPACE = -1;
    }
}
