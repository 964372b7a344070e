package org.netlink4j.lldpad.evb;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.wire.EcpDraftUnit;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.Tlv;
import org.netlink4j.lldpad.wire.TlvSequence;

/** ECP of draft 0.2: all that waits goes into one unit, and every repetition has a sequence number of its own. */
final class EcpDraft implements Ecp {
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int TRANSMISSIONS = 3;
    private static final int LONGEST = 1400;
    private static final int HEADER = 9;

    private final Outbox outbox;
    private final Listener listener;
    private final Deque<VdpMessage> waiting = new ArrayDeque<>();
    private final List<VdpMessage> underWay = new ArrayList<>();
    private final Timer timer = new Timer();
    private int transmissions;
    private int sequence;
    private boolean acknowledging = true;
    private Optional<EcpDraftUnit> last = Optional.empty();

    EcpDraft(Outbox outbox, int firstSequence, Listener listener) {
        this.outbox = outbox;
        this.listener = listener;
        sequence = firstSequence - 1;
    }

    @Override
    public void start(long now) {
        transmit(now); // an empty unit
    }

    @Override
    public void timers(EvbTimers timers) {
        // the times of the draft are fixed
    }

    @Override
    public void acknowledging(boolean on) {
        acknowledging = on;
    }

    @Override
    public void send(VdpMessage message, long now) {
        waiting.add(message);
        if (!timer.isRunning()) {
            transmissions = 0;
            transmit(now);
        }
    }

    @Override
    public int backlog() {
        return waiting.size() + underWay.size();
    }

    @Override
    public void unsend(VsiKey key) {
        waiting.removeIf(message -> message.key().equals(key));
    }

    private void transmit(long now) {
        List<VdpMessage> added = new ArrayList<>();
        int length = underWay.stream().mapToInt(EcpDraft::length).sum();
        while (!waiting.isEmpty() && length + length(waiting.peek()) <= LONGEST) { // always true of the first
            length += length(waiting.peek());
            added.add(waiting.poll());
        }
        underWay.addAll(added);
        sequence = sequence + 1 & 0xffff;
        transmissions++;
        Tlv[] tlvs = underWay.stream().flatMap(message -> Vdp.DRAFT.encode(message).stream()).toArray(Tlv[]::new);
        put(EcpDraftUnit.REQUEST, sequence, TlvSequence.ended(tlvs).encode());
        timer.start(WAIT, now);
        added.forEach(message -> listener.sent(message, now));
    }

    private static int length(VdpMessage message) {
        return Vdp.DRAFT.encode(message).stream().mapToInt(tlv -> 2 + tlv.value().length()).sum();
    }

    private void put(int operation, int number, Octets body) {
        outbox.addPadded(
                EthernetFrame.NEAREST_BRIDGE, etherType(), new EcpDraftUnit(operation, number, body).encode());
    }

    @Override
    public Optional<Octets> receive(Octets payload, long now) throws MalformedMessageException {
        EcpDraftUnit unit = EcpDraftUnit.decode(payload);
        if (unit.operation() == EcpDraftUnit.ACKNOWLEDGEMENT) {
            if (timer.isRunning() && unit.sequence() == sequence) {
                next(now);
            }
            return Optional.empty();
        }
        if (unit.operation() != EcpDraftUnit.REQUEST || !acknowledging) {
            return Optional.empty();
        }
        // as long as what is acknowledged, the rest zero
        put(EcpDraftUnit.ACKNOWLEDGEMENT, unit.sequence(), Octets.zeros(payload.length() - HEADER));
        boolean repeated = last.filter(unit::equals).isPresent();
        last = Optional.of(unit);
        return repeated ? Optional.empty() : Optional.of(unit.body());
    }

    /** What is under way is done with. */
    private void next(long now) {
        timer.stop();
        underWay.clear();
        transmissions = 0;
        if (!waiting.isEmpty()) {
            transmit(now);
        }
    }

    @Override
    public void advance(long now) {
        if (timer.expired(now)) {
            if (transmissions < TRANSMISSIONS) {
                transmit(now);
            } else {
                next(now); // the timer of VDP notices
            }
        }
    }

    @Override
    public long nextTimer() {
        return timer.due();
    }

    @Override
    public int etherType() {
        return EthernetFrame.ECP_DRAFT;
    }
}
