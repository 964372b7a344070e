package org.netlink4j.core;

/** A datagram was larger than the receive buffer ({@code MSG_TRUNC}); its tail is lost. */
public final class TruncatedException extends NetlinkException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message how large it was and how much was read
     */
    public TruncatedException(String message) {
        super(message);
    }
}
