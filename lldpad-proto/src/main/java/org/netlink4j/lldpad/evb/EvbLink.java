package org.netlink4j.lldpad.evb;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.wire.EthernetFrame;

/** What both ends have in common: LLDP, ECP, and VDP messages above them. */
final class EvbLink {
    private final Vdp vdp;
    private final Outbox outbox;
    private final EvbOffer offer;
    private final Ecp ecp;
    private final LldpAgent lldp;
    private boolean started;
    private long malformed;

    EvbLink(EvbConfig config, boolean bridge, IntSupplier vsis, Ecp.Listener listener) {
        outbox = new Outbox(config.address());
        switch (config.generation()) {
            case DRAFT -> {
                vdp = Vdp.DRAFT;
                offer = new EvbOfferDraft(bridge, config.timers());
                ecp = new EcpDraft(outbox, config.firstSequence(), listener);
            }
            case RATIFIED -> {
                vdp = Vdp.RATIFIED;
                offer = new EvbOfferRatified(bridge, config.timers());
                ecp = new EcpRatified(outbox, config.timers(), config.firstSequence(), listener);
            }
            default -> throw new AssertionError(config.generation());
        }
        lldp = new LldpAgent(outbox, offer, vsis);
    }

    Vdp vdp() {
        return vdp;
    }

    EvbOffer offer() {
        return offer;
    }

    Ecp ecp() {
        return ecp;
    }

    LldpAgent lldp() {
        return lldp;
    }

    /** The VDP messages of a frame. */
    List<VdpMessage> receive(EthernetFrame frame, long now) {
        try {
            if (frame.etherType() == EthernetFrame.LLDP) {
                lldp.receive(frame.payload(), now);
                ecp.timers(offer.timers());
            } else if (frame.etherType() == ecp.etherType()) {
                Optional<Octets> body = ecp.receive(frame.payload(), now);
                return body.isPresent() && !isEmpty(body.get()) ? vdp.decode(body.get()) : List.of();
            }
        } catch (MalformedMessageException _) {
            malformed++;
        }
        return List.of();
    }

    private static boolean isEmpty(Octets body) {
        return body.equals(Octets.zeros(body.length()));
    }

    void send(VdpMessage message, long now) {
        ecp.send(message, now);
    }

    void advance(long now, boolean speaksFirst) {
        lldp.advance(now);
        if (speaksFirst && !started && offer.isReady()) {
            started = true;
            ecp.start(now);
        }
        ecp.advance(now);
    }

    long nextTimer() {
        return Math.min(lldp.nextTimer(), ecp.nextTimer());
    }

    List<EthernetFrame> takeFrames() {
        return outbox.take();
    }

    long malformed() {
        return malformed;
    }
}
