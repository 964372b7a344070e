package org.netlink4j.core;

import java.io.IOException;

/**
 * Something that the kernel, another process or the bytes on a netlink socket caused. Checked, because
 * {@code EEXIST} or {@code EPERM} are ordinary answers. A mistake of the caller is an {@link IllegalArgumentException}
 * instead, found before anything is sent.
 */
public abstract sealed class NetlinkException extends IOException
        permits ClosedException,
                DumpInterruptedException,
                InterruptedCallException,
                KernelException,
                MalformedMessageException,
                NotSupportedException,
                OverrunException,
                SystemCallException,
                TimedOutException,
                TruncatedException {
    private static final long serialVersionUID = 1;

    /**
     * For the subclasses.
     *
     * @param message what happened
     */
    protected NetlinkException(String message) {
        super(message);
    }
}
