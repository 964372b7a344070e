package org.netlink4j.core;

/** Bytes that do not follow the format: a length that does not fit its container, a value of the wrong width. Nothing of
 * such a message is believed. */
public final class MalformedMessageException extends NetlinkException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what is wrong, with the byte offset
     */
    public MalformedMessageException(String message) {
        super(message);
    }
}
