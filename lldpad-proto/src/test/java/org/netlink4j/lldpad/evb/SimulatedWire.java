package org.netlink4j.lldpad.evb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.lldpad.wire.EthernetFrame;

/** A station and a bridge with a wire and a clock between them; no time passes but the simulated one. */
final class SimulatedWire {
    /** What happens to a frame: how long each copy of it takes; no copy is a loss. */
    interface Weather {
        List<Duration> copies();
    }

    static final Weather FINE = () -> List.of(Duration.ofNanos(1000));

    /** A frame and when it was sent. */
    record Sent(long time, boolean byStation, EthernetFrame frame) {}

    private record Flight(long arrival, long order, EvbPort receiver, EthernetFrame frame) {}

    // an odd beginning: as with System.nanoTime it may be below zero
    private long now = -3_000_000_000L;
    private long order;
    private Weather weather = FINE;
    private final PriorityQueue<Flight> inFlight =
            new PriorityQueue<>(Comparator.comparingLong(Flight::arrival).thenComparingLong(Flight::order));
    private final List<Sent> sent = new ArrayList<>();
    private final List<StationEvent> events = new ArrayList<>();
    private final EvbStation station;
    private final EvbBridge bridge;

    SimulatedWire(EvbConfig station, EvbConfig bridge) {
        this.station = new EvbStation(station, now);
        this.bridge = new EvbBridge(bridge, now);
    }

    EvbStation station() {
        return station;
    }

    EvbBridge bridge() {
        return bridge;
    }

    long now() {
        return now;
    }

    void weather(Weather weather) {
        this.weather = weather;
    }

    List<Sent> sent() {
        return sent;
    }

    List<StationEvent> takeEvents() {
        List<StationEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    void pass(Duration time) {
        long end = now + time.toNanos();
        int steps = 0;
        while (true) {
            launch(station, bridge, true);
            launch(bridge, station, false);
            events.addAll(station.takeEvents());
            long next = Math.min(station.nextTimer(), bridge.nextTimer());
            if (!inFlight.isEmpty()) {
                next = Math.min(next, inFlight.peek().arrival);
            }
            if (next > end) {
                break;
            }
            if (next > now) {
                now = next;
                steps = 0;
            } else if (++steps > 10_000) {
                throw new AssertionError("no time passes: a timer that is due was not served");
            }
            while (!inFlight.isEmpty() && inFlight.peek().arrival <= now) {
                Flight flight = inFlight.poll();
                flight.receiver.receive(flight.frame, now);
            }
            station.advance(now);
            bridge.advance(now);
        }
        now = end;
    }

    private void launch(EvbPort from, EvbPort to, boolean byStation) {
        for (EthernetFrame frame : from.takeFrames()) {
            sent.add(new Sent(now, byStation, frame));
            for (Duration delay : weather.copies()) {
                try {
                    inFlight.add(new Flight(now + delay.toNanos(), order++, to, EthernetFrame.decode(frame.encode())));
                } catch (MalformedMessageException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
