package org.netlink4j.lldpad.evb;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.wire.EcpUnit;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.TlvSequence;

/** ECP of the ratified standard: one VSI a unit, and every repetition is the same frame. */
final class EcpRatified implements Ecp {
    private static final Duration SHORTEST_MEMORY = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final Listener listener;
    private final Deque<VdpMessage> queue = new ArrayDeque<>();
    private final Timer timer = new Timer();
    private EvbTimers timers;
    private int transmissions;
    private int sequence;
    private boolean acknowledging = true;
    private Optional<EcpUnit> last = Optional.empty();
    private final Timer repetitions = new Timer();

    EcpRatified(Outbox outbox, EvbTimers timers, int firstSequence, Listener listener) {
        this.outbox = outbox;
        this.timers = timers;
        this.listener = listener;
        sequence = firstSequence - 1;
    }

    @Override
    public void start(long now) {
        // nothing is said before there is something to say
    }

    @Override
    public void timers(EvbTimers timers) {
        this.timers = timers;
    }

    @Override
    public void acknowledging(boolean on) {
        acknowledging = on;
    }

    @Override
    public void send(VdpMessage message, long now) {
        queue.add(message);
        if (!timer.isRunning()) {
            first(now);
        }
    }

    private void first(long now) {
        sequence = sequence == 0xffff ? 1 : sequence + 1;
        transmissions = 0;
        transmit(now);
        listener.sent(queue.element(), now);
    }

    @Override
    public int backlog() {
        return queue.size();
    }

    @Override
    public void unsend(VsiKey key) {
        Optional<VdpMessage> underWay = timer.isRunning() ? Optional.of(queue.remove()) : Optional.empty();
        queue.removeIf(message -> message.key().equals(key));
        underWay.ifPresent(queue::addFirst);
    }

    private void transmit(long now) {
        transmissions++;
        Octets body = new TlvSequence(Vdp.RATIFIED.encode(queue.element()), Octets.EMPTY).encode();
        outbox.addPadded(
                EthernetFrame.NEAREST_CUSTOMER_BRIDGE, etherType(), new EcpUnit(EcpUnit.REQUEST, sequence, body).encode());
        timer.start(timers.retransmission(), now);
    }

    @Override
    public Optional<Octets> receive(Octets payload, long now) throws MalformedMessageException {
        EcpUnit unit = EcpUnit.decode(payload);
        if (unit.subtype() != EcpUnit.VDP) {
            return Optional.empty();
        }
        if (unit.operation() == EcpUnit.ACKNOWLEDGEMENT) {
            if (timer.isRunning() && unit.sequence() == sequence) {
                next(now);
            }
            return Optional.empty();
        }
        if (unit.operation() != EcpUnit.REQUEST || !acknowledging) {
            return Optional.empty();
        }
        EcpUnit acknowledgement = new EcpUnit(EcpUnit.ACKNOWLEDGEMENT, unit.sequence(), Octets.EMPTY);
        outbox.add(EthernetFrame.NEAREST_CUSTOMER_BRIDGE, etherType(), acknowledgement.encode());
        boolean repeated = !repetitions.expired(now) && last.filter(unit::equals).isPresent();
        last = Optional.of(unit);
        repetitions.start(longest(timers.retransmission().multipliedBy(2L * (1 + timers.retries()))), now);
        return repeated ? Optional.empty() : Optional.of(unit.body());
    }

    /** After that an equal unit is a new one: of a station that was started anew and begins with the same number. */
    private static Duration longest(Duration repetitions) {
        return repetitions.compareTo(SHORTEST_MEMORY) > 0 ? repetitions : SHORTEST_MEMORY;
    }

    /** What is under way is done with. */
    private VdpMessage next(long now) {
        timer.stop();
        VdpMessage done = queue.remove();
        if (!queue.isEmpty()) {
            first(now);
        }
        return done;
    }

    @Override
    public void advance(long now) {
        if (timer.expired(now)) {
            if (transmissions <= timers.retries()) {
                transmit(now);
            } else {
                listener.lost(next(now), now);
            }
        }
    }

    @Override
    public long nextTimer() {
        return timer.due();
    }

    @Override
    public int etherType() {
        return EthernetFrame.ECP;
    }
}
