package org.netlink4j.core;

/** The kernel marked a dump with {@code NLM_F_DUMP_INTR}: the objects changed while they were listed, so the list may lack some
 * or show some twice. */
public final class DumpInterruptedException extends NetlinkException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message which dump
     */
    public DumpInterruptedException(String message) {
        super(message);
    }
}
