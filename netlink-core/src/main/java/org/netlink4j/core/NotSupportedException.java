package org.netlink4j.core;

/** This system cannot do it: an old kernel, a missing module, a build without the feature. The message says which and how that
 * was found out. */
public final class NotSupportedException extends NetlinkException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what is not supported and why
     */
    public NotSupportedException(String message) {
        super(message);
    }
}
