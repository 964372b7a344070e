package org.netlink4j.core;

/** The calling thread was interrupted while it waited. Its interrupt status is still set; the socket stays usable. */
public final class InterruptedCallException extends NetlinkException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what was awaited
     */
    public InterruptedCallException(String message) {
        super(message);
    }
}
