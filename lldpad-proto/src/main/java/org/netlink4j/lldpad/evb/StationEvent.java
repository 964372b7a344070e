package org.netlink4j.lldpad.evb;

import java.util.List;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.wire.VsiFilter;

/** What a station has to tell of a VSI. */
public sealed interface StationEvent {
    /** {@return which VSI} */
    VsiKey key();

    /**
     * The switch agreed to a request.
     *
     * @param key which VSI
     * @param request the request
     * @param filters its filters, with the VLAN that the switch chose
     */
    record Agreed(VsiKey key, PortRequest request, List<VsiFilter> filters) implements StationEvent {}

    /**
     * The switch refused a request.
     *
     * @param key which VSI
     * @param request the request
     * @param response why
     * @param inForce what is still in force; {@link PortRequest#DISASSOCIATE} if nothing is
     */
    record Refused(VsiKey key, PortRequest request, PortResponse response, PortRequest inForce) implements StationEvent {}

    /**
     * The switch did not answer a request. The VSI is over here; the switch may think otherwise until it misses the keep-alive.
     *
     * @param key which VSI
     * @param request the request
     */
    record TimedOut(VsiKey key, PortRequest request) implements StationEvent {}

    /**
     * A VSI that was in force is over, though nobody here asked for that.
     *
     * @param key which VSI
     * @param reason why
     */
    record Ended(VsiKey key, Reason reason) implements StationEvent {}

    /** Why a VSI is over. */
    enum Reason {
        /** The switch said so. */
        SWITCH,
        /** The switch refused the keep-alive. */
        KEEP_ALIVE_REFUSED,
        /** The switch did not answer the keep-alive. */
        KEEP_ALIVE_TIMED_OUT,
        /** Another process of this host had it disassociated. */
        ANOTHER_PROCESS
    }
}
