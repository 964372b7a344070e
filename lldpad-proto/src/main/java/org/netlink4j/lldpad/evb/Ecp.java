package org.netlink4j.lldpad.evb;

import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.wire.EvbTimers;

/** Carries VDP: one unit at a time, repeated until it is acknowledged. */
sealed interface Ecp permits EcpDraft, EcpRatified {
    /** Hears what becomes of messages. */
    interface Listener {
        /** It is sent for the first time; those before it had to be acknowledged first. */
        void sent(VdpMessage message, long now);

        /** Nobody acknowledged it, and it is given up. The draft does not say so. */
        void lost(VdpMessage message, long now);
    }

    /** Begins to speak. */
    void start(long now);

    void timers(EvbTimers timers);

    /** Whether requests are acknowledged; a bridge that plays dead does not. */
    void acknowledging(boolean on);

    void send(VdpMessage message, long now);

    /** How many messages wait to be sent or acknowledged. */
    int backlog();

    /** Drops what waits to be sent about a VSI; what is under way stays so. */
    void unsend(VsiKey key);

    /** The body of a new unit of the other side. */
    Optional<Octets> receive(Octets payload, long now) throws MalformedMessageException;

    void advance(long now);

    long nextTimer();

    int etherType();
}
