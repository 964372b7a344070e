package org.netlink4j.core;

/** The receive buffer overran ({@code ENOBUFS} or {@code NLMSG_OVERRUN}): the kernel dropped messages for this socket. */
public final class OverrunException extends NetlinkException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what was being read
     */
    public OverrunException(String message) {
        super(message);
    }
}
