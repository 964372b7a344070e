package org.netlink4j.lldpad.evb;

import java.util.Optional;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.Tlv;
import org.netlink4j.lldpad.wire.TlvSequence;

/** What one end offers in LLDP, given what it last heard. */
sealed interface EvbOffer permits EvbOfferDraft, EvbOfferRatified {
    /** The offer of the other side in a frame; empty if there is none, or if it is no other side. */
    Optional<? extends Tlv> find(TlvSequence tlvs);

    /** Remembers what the other side offers; empty if it is gone. */
    void heard(Optional<? extends Tlv> offer);

    /** Own offer. */
    Tlv own(int vsis);

    /** Whether VDP may be spoken. */
    boolean isReady();

    EvbTimers timers();

    /** Whether the other side has heard this one, so that both go by the same times. */
    boolean isAgreed();
}
