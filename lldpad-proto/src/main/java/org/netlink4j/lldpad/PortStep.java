package org.netlink4j.lldpad;

/** One step of associating or disassociating. */
public sealed interface PortStep {
    /**
     * Send a request and wait for the switch.
     *
     * @param request the request
     */
    record Send(PortRequest request) implements PortStep {}

    /** Change the lower device; that it fails does not matter. */
    enum LowerDevice implements PortStep {
        /** Bring it up. */
        UP,
        /** Take it down. */
        DOWN
    }
}
