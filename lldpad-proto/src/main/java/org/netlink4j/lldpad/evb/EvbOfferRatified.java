package org.netlink4j.lldpad.evb;

import java.util.Optional;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.EvbTlv;
import org.netlink4j.lldpad.wire.Tlv;
import org.netlink4j.lldpad.wire.TlvSequence;

/** The offer of the ratified standard: each side repeats what it heard of the other, and the larger times are in force. */
final class EvbOfferRatified implements EvbOffer {
    private static final int RELAY_UNKNOWN = 3;
    private static final int RELAY_IN_FORCE = 1;

    private final boolean bridge;
    private final EvbTimers mine;
    private Optional<EvbTlv> other = Optional.empty();

    EvbOfferRatified(boolean bridge, EvbTimers mine) {
        this.bridge = bridge;
        this.mine = mine;
    }

    @Override
    public Optional<EvbTlv> find(TlvSequence tlvs) {
        return tlvs.find(EvbTlv.class).filter(offer -> offer.mode() == (bridge ? EvbTlv.STATION : EvbTlv.BRIDGE));
    }

    @Override
    public void heard(Optional<? extends Tlv> offer) {
        other = offer.map(EvbTlv.class::cast);
    }

    private int bridgeStatus() {
        if (!bridge) {
            return other.map(EvbTlv::bridgeStatus).orElse(0);
        }
        boolean wanted = (other.map(EvbTlv::stationStatus).orElse(0) & EvbTlv.REFLECTIVE_RELAY_REQUESTED) != 0;
        return EvbTlv.REFLECTIVE_RELAY_CAPABLE | (wanted ? EvbTlv.REFLECTIVE_RELAY : 0);
    }

    private int stationStatus() {
        if (bridge) {
            return other.map(EvbTlv::stationStatus).orElse(0);
        }
        int relay = other.map(offer -> (offer.bridgeStatus() & EvbTlv.REFLECTIVE_RELAY) != 0 ? RELAY_IN_FORCE : 0)
                .orElse(RELAY_UNKNOWN);
        return EvbTlv.REFLECTIVE_RELAY_REQUESTED | relay;
    }

    @Override
    public EvbTlv own(int vsis) {
        EvbTimers agreed = timers();
        return EvbTlv.of(
                bridgeStatus(),
                stationStatus(),
                bridge ? EvbTlv.BRIDGE : EvbTlv.STATION,
                agreed,
                other.isPresent() && mine.rwd() <= other.get().timers().rwd(),
                other.isPresent() && mine.rka() <= other.get().timers().rka());
    }

    /** A station may ask before it has heard of a bridge. */
    @Override
    public boolean isReady() {
        return true;
    }

    /** Each side repeats the status of the other, which is never zero. */
    @Override
    public boolean isAgreed() {
        return other.filter(offer -> offer.timers().equals(timers()))
                .filter(offer -> (bridge ? offer.bridgeStatus() : offer.stationStatus()) != 0)
                .isPresent();
    }

    @Override
    public EvbTimers timers() {
        return other.map(offer -> mine.agree(offer.timers())).orElse(mine);
    }
}
