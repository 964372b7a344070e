package org.netlink4j.core;

/** A system call failed: opening a socket, a device or a namespace. Not to be confused with a refusal that came as a message. */
public final class SystemCallException extends NetlinkException {
    private static final long serialVersionUID = 1;

    /** The error number. */
    private final int errno;

    /**
     * Makes one.
     *
     * @param call the call and what it was about, for example {@code "open /dev/tap4"}
     * @param errno the positive Linux error number
     */
    public SystemCallException(String call, int errno) {
        super(call + ": " + Errno.describe(errno));
        this.errno = errno;
    }

    /**
     * The error number.
     *
     * @return positive, as Linux gave it
     */
    public int errno() {
        return errno;
    }
}
