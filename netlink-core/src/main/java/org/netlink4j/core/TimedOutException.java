package org.netlink4j.core;

/** The deadline passed before the answer was complete. The request may still take effect. */
public final class TimedOutException extends NetlinkException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what was awaited and for how long
     */
    public TimedOutException(String message) {
        super(message);
    }
}
