package org.netlink4j.lldpad.evb;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.wire.EvbTimers;

/** Carries VDP: one unit at a time, repeated until it is acknowledged. */
sealed interface Ecp permits EcpDraft, EcpRatified {
    /** Begins to speak. */
    void start(long now);

    void timers(EvbTimers timers);

    /** Whether requests are acknowledged; a bridge that plays dead does not. */
    void acknowledging(boolean on);

    void send(VdpMessage message, long now);

    /** The body of a new unit of the other side. */
    Optional<Octets> receive(Octets payload, long now) throws MalformedMessageException;

    /** Returns what nobody acknowledged and is given up; the draft says nothing. */
    List<VdpMessage> advance(long now);

    long nextTimer();

    int etherType();
}
