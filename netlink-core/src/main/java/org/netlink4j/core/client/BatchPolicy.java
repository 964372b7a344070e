package org.netlink4j.core.client;

/** What a batch does when the kernel refuses one of its requests. */
public enum BatchPolicy {
    /**
     * Sends nothing more: the requests after the refused one have no effect. To be certain of that each request waits for the
     * acknowledgement of the one before.
     */
    STOP,
    /** Goes on with the others. Many requests travel in one datagram, which is about half again as fast. */
    CONTINUE
}
