package org.netlink4j.core.client;

import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;

/** What became of one request of a batch. */
public sealed interface BatchResult {
    /** The kernel carried it out. */
    record Done() implements BatchResult {}

    /**
     * The kernel refused it.
     *
     * @param why the refusal
     */
    record Refused(KernelException why) implements BatchResult {}

    /**
     * It was sent, but its answer did not come: it may have been carried out.
     *
     * @param why a deadline, an overrun, a closed socket
     */
    record Unknown(NetlinkException why) implements BatchResult {}

    /** It was not sent, because one before it was refused or lost. */
    record NotSent() implements BatchResult {}
}
