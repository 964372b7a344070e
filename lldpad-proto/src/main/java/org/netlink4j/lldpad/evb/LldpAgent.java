package org.netlink4j.lldpad.evb;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.StandardTlv.ChassisId;
import org.netlink4j.lldpad.wire.StandardTlv.PortId;
import org.netlink4j.lldpad.wire.StandardTlv.TimeToLive;
import org.netlink4j.lldpad.wire.Tlv;
import org.netlink4j.lldpad.wire.TlvSequence;

/** Sends own offer, more often while something is new, and keeps the other side's until its time has passed. */
final class LldpAgent {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration FAST = Duration.ofSeconds(1);
    private static final int FAST_FRAMES = 4;
    private static final int TIME_TO_LIVE = 120;
    private static final int MAC_OF_CHASSIS = 4;
    private static final int MAC_OF_PORT = 3;

    private final Outbox outbox;
    private final EvbOffer offer;
    private final IntSupplier vsis;
    private final TransmitCredit credit = new TransmitCredit();
    private final Timer transmission = new Timer();
    private final Timer neighbour = new Timer();
    private Optional<? extends Tlv> heard = Optional.empty();
    private int fastFrames;
    private boolean silent;

    LldpAgent(Outbox outbox, EvbOffer offer, IntSupplier vsis) {
        this.outbox = outbox;
        this.offer = offer;
        this.vsis = vsis;
    }

    void start(long now) {
        fastFrames = FAST_FRAMES;
        send(now);
    }

    /** Says goodbye and nothing more. */
    void stop() {
        if (!silent) {
            put(TlvSequence.ended(chassis(), port(), new TimeToLive(0)));
        }
        silent = true;
        transmission.stop();
    }

    /** Speaks again after {@link #stop}. */
    void resume(long now) {
        silent = false;
        credit.renew();
        start(now);
    }

    private ChassisId chassis() {
        return new ChassisId(MAC_OF_CHASSIS, Octets.of(outbox.source().octets()));
    }

    private PortId port() {
        return new PortId(MAC_OF_PORT, Octets.of(outbox.source().octets()));
    }

    private void put(TlvSequence tlvs) {
        outbox.addPadded(EthernetFrame.NEAREST_CUSTOMER_BRIDGE, EthernetFrame.LLDP, tlvs.encode());
    }

    private void send(long now) {
        if (silent) {
            return;
        }
        if (!credit.take(now)) {
            transmission.start(credit.next(now), now);
            return;
        }
        put(TlvSequence.ended(chassis(), port(), new TimeToLive(TIME_TO_LIVE), offer.own(vsis.getAsInt())));
        fastFrames = Math.max(0, fastFrames - 1);
        transmission.start(fastFrames > 0 ? FAST : INTERVAL, now);
    }

    void receive(Octets payload, long now) throws MalformedMessageException {
        TlvSequence tlvs = TlvSequence.decode(payload);
        List<Tlv> first = tlvs.tlvs();
        if (first.size() < 3
                || !(first.get(0) instanceof ChassisId)
                || !(first.get(1) instanceof PortId)
                || !(first.get(2) instanceof TimeToLive timeToLive)) {
            throw new MalformedMessageException("LLDP begins with chassis, port and time to live");
        }
        Optional<? extends Tlv> found = timeToLive.seconds() == 0 ? Optional.empty() : offer.find(tlvs);
        neighbour.stop();
        if (found.isPresent()) {
            neighbour.start(Duration.ofSeconds(timeToLive.seconds()), now);
        }
        changed(found, now);
    }

    private void changed(Optional<? extends Tlv> now, long time) {
        if (!now.equals(heard)) {
            heard = now;
            offer.heard(now);
            start(time);
        }
    }

    void advance(long now) {
        if (neighbour.expired(now)) {
            changed(Optional.empty(), now);
        }
        if (transmission.expired(now)) {
            send(now);
        }
    }

    boolean hasNeighbour() {
        return heard.isPresent();
    }

    long nextTimer() {
        return Math.min(transmission.due(), neighbour.due());
    }
}
