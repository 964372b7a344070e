package org.netlink4j.core;

/** The socket or device was closed, before or during the call. */
public final class ClosedException extends NetlinkException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what was closed
     */
    public ClosedException(String message) {
        super(message);
    }
}
