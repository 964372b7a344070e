package org.netlink4j.lldpad.evb;

import java.util.Optional;
import org.netlink4j.lldpad.wire.EvbDraftTlv;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.Tlv;
import org.netlink4j.lldpad.wire.TlvSequence;

/** The offer of draft 0.2: in force is what both sides can. */
final class EvbOfferDraft implements EvbOffer {
    private static final int CAPABILITIES = EvbDraftTlv.RTE | EvbDraftTlv.ECP | EvbDraftTlv.VDP;
    private static final int NEEDED = EvbDraftTlv.ECP | EvbDraftTlv.VDP;
    private static final int MOST_VSIS = 3295;

    private final boolean bridge;
    private final EvbTimers mine;
    private Optional<EvbDraftTlv> other = Optional.empty();

    EvbOfferDraft(boolean bridge, EvbTimers mine) {
        this.bridge = bridge;
        this.mine = mine;
    }

    @Override
    public Optional<EvbDraftTlv> find(TlvSequence tlvs) {
        return tlvs.find(EvbDraftTlv.class);
    }

    @Override
    public void heard(Optional<? extends Tlv> offer) {
        other = offer.map(EvbDraftTlv.class::cast);
    }

    private int common() {
        return other.map(offer -> offer.supportedCapabilities() & CAPABILITIES).orElse(0);
    }

    @Override
    public EvbDraftTlv own(int vsis) {
        return new EvbDraftTlv(
                bridge ? EvbDraftTlv.STANDARD | EvbDraftTlv.REFLECTIVE_RELAY : EvbDraftTlv.REFLECTIVE_RELAY,
                CAPABILITIES,
                EvbDraftTlv.REFLECTIVE_RELAY,
                common(),
                bridge || other.isPresent() ? MOST_VSIS : 0,
                vsis,
                timers().rte());
    }

    @Override
    public boolean isReady() {
        return (common() & NEEDED) == NEEDED;
    }

    @Override
    public boolean isAgreed() {
        return isReady() && other.filter(offer -> (offer.configuredCapabilities() & NEEDED) == NEEDED).isPresent();
    }

    @Override
    public EvbTimers timers() {
        int rte = Math.max(mine.rte(), other.map(offer -> offer.rte() & 0x1f).orElse(0));
        return new EvbTimers(mine.retries(), rte, mine.rwd(), mine.rka());
    }
}
