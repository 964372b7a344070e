package org.netlink4j.lldpad.runner;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.evb.Acceptance;
import org.netlink4j.lldpad.evb.EvbConfig;
import org.netlink4j.lldpad.evb.EvbStation;
import org.netlink4j.lldpad.evb.StationEvent;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.VsiFilter;

/** The station's end on a device: what lldpad does, without it. May be used by many threads; all calls but the waits return at once. */
public final class EvbStationRunner implements AutoCloseable {
    private static final Duration RETRY = Duration.ofMillis(100);

    /** How long a ratified station waits to hear of its bridge before it asks nevertheless. */
    private static final Duration ACQUAINTANCE = Duration.ofSeconds(3);

    private static final long LONGEST_WAIT_MILLIS = 600_000;

    private final VdpGeneration generation;
    private final EvbStation station;
    private final PortThread thread;
    private final List<StationEvents> readers = new CopyOnWriteArrayList<>();

    private EvbStationRunner(PortClaim claim, EvbConfig config) throws NetlinkException {
        station = new EvbStation(config, System.nanoTime());
        generation = config.generation();
        thread = claim.thread(generation, station, this::tell, this::answer);
        thread.start();
    }

    /**
     * Begins to speak on a device of the network namespace of the calling thread.
     *
     * @param device name of the device
     * @param generation which generation it speaks
     * @return the station, to be closed
     * @throws NetlinkException if there is no such device; if lldpad or another process of this library speaks there ({@code EBUSY});
     *     or without {@code CAP_NET_RAW} ({@code EPERM})
     */
    public static EvbStationRunner open(String device, VdpGeneration generation) throws NetlinkException {
        try (NetworkNamespace here = NetworkNamespace.current()) {
            return open(here, device, generation, EvbTimers.UNHURRIED);
        }
    }

    /**
     * Begins to speak on a device.
     *
     * @param namespace where the device is; it may be closed afterwards
     * @param device name of the device
     * @param generation which generation it speaks
     * @param timers what it offers
     * @return the station, to be closed
     * @throws NetlinkException if there is no such device; if lldpad or another process of this library speaks there ({@code EBUSY});
     *     or without {@code CAP_NET_RAW}, or {@code CAP_SYS_ADMIN} for another namespace ({@code EPERM})
     */
    public static EvbStationRunner open(NetworkNamespace namespace, String device, VdpGeneration generation, EvbTimers timers)
            throws NetlinkException {
        Objects.requireNonNull(generation);
        PortClaim claim = PortClaim.of(namespace, device);
        return new EvbStationRunner(claim, new EvbConfig(generation, claim.address()).timers(timers));
    }

    private void tell() {
        for (StationEvent event : station.takeEvents()) {
            readers.forEach(reader -> reader.add(event));
        }
    }

    /**
     * What happens from now on.
     *
     * @return a reader of its own, to be closed
     */
    public StationEvents events() {
        StationEvents reader = new StationEvents(thread, readers::remove);
        readers.add(reader);
        return reader;
    }

    /**
     * Asks the switch; an event will tell what it says. As {@link EvbStation#request}.
     *
     * @param request what for
     * @param profile the port profile
     * @param filters the frames that belong to the VSI
     * @return whether it is asked
     * @throws NetlinkException if the station is closed, or its device gone
     */
    public Acceptance request(PortRequest request, QbgProfile profile, List<VsiFilter> filters) throws NetlinkException {
        return thread.call(now -> station.request(request, profile, filters, now));
    }

    /**
     * Asks the switch and waits for the outcome. While the request before has no answer, or the switch does not offer VDP, it is asked
     * again and again.
     *
     * @param request what for; its device is not looked at
     * @param timeout how long to wait
     * @return what became of it
     * @throws NetlinkException if the station is closed, its device gone, or the thread interrupted
     */
    public VsiOutcome ask(VsiRequest request, Duration timeout) throws NetlinkException {
        List<VsiFilter> filters = List.of(new VsiFilter.MacVlan(request.address(), request.vlan()));
        return ask(request.request(), request.profile(), filters, timeout);
    }

    private VsiOutcome ask(PortRequest request, QbgProfile profile, List<VsiFilter> filters, Duration timeout) throws NetlinkException {
        long deadline = System.nanoTime() + timeout.toNanos();
        awaitAgreement(generation == VdpGeneration.DRAFT ? timeout : ACQUAINTANCE);
        try (StationEvents events = events()) {
            while (true) {
                Acceptance acceptance = request(request, profile, filters);
                if (acceptance == Acceptance.ACCEPTED) {
                    return outcome(events, VsiKey.of(profile), deadline);
                }
                boolean passing = acceptance == Acceptance.BUSY || acceptance == Acceptance.NOT_READY;
                if (!passing || System.nanoTime() - deadline >= 0) {
                    return refused(acceptance);
                }
                sleep();
            }
        }
    }

    private static void sleep() throws InterruptedCallException {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for the switch");
        }
    }

    private static VsiOutcome refused(Acceptance acceptance) {
        return switch (acceptance) {
            case NOT_READY -> new VsiOutcome.NotReady(Errno.ENXIO);
            case BUSY -> new VsiOutcome.Busy();
            case UNKNOWN -> new VsiOutcome.Done(PortRequest.DISASSOCIATE);
            case BACKWARDS, OTHER_FILTERS, FORBIDDEN_FILTERS -> new VsiOutcome.Rejected(Errno.EINVAL);
            case ACCEPTED -> throw new AssertionError(acceptance);
        };
    }

    private VsiOutcome outcome(StationEvents events, VsiKey key, long deadline) throws NetlinkException {
        while (true) {
            Optional<StationEvent> next = events.next(Duration.ofNanos(deadline - System.nanoTime()));
            if (next.isEmpty()) {
                return new VsiOutcome.TimedOut(false);
            }
            if (next.get().key().equals(key)) {
                return switch (next.get()) {
                    case StationEvent.Agreed yes -> new VsiOutcome.Done(yes.request());
                    case StationEvent.Refused no -> new VsiOutcome.Refused(
                            no.response(), generation, no.inForce() == PortRequest.DISASSOCIATE);
                    case StationEvent.TimedOut _ -> new VsiOutcome.TimedOut(true);
                    case StationEvent.Ended _ -> new VsiOutcome.EndedMeanwhile();
                };
            }
        }
    }

    /**
     * Ends all VSIs at the switch.
     *
     * @param wait how long to wait for the switch to agree
     * @return whether none is left
     * @throws NetlinkException if the station is closed, its device gone, or the thread interrupted
     */
    public boolean disassociateAll(Duration wait) throws NetlinkException {
        thread.call(now -> {
            station.disassociateAll(now);
            return true;
        });
        return thread.await(() -> station.vsis().isEmpty(), wait);
    }

    // ---- other processes

    private String answer(String line) throws NetlinkException {
        if (line.equals(PortPeer.TABLE)) {
            return new PortTable(false, generation, vsis()).encode();
        }
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[0].equals(PortPeer.ASK)) {
            throw DoorText.nonsense(line);
        }
        long millis = Long.parseLong(words[1]);
        if (millis < 0 || millis > LONGEST_WAIT_MILLIS) {
            throw new IllegalArgumentException("a station waits ten minutes at most: " + millis + " ms");
        }
        return DoorText.encode(askForAnother(DoorText.decode(words[2], false), Duration.ofMillis(millis)));
    }

    /** Whoever keeps the VSI is told if it ends. */
    private VsiOutcome askForAnother(EvbStation.Vsi wanted, Duration timeout) throws NetlinkException {
        boolean inForce = vsis().stream()
                .anyMatch(vsi -> vsi.key().equals(wanted.key()) && vsi.inForce() != PortRequest.DISASSOCIATE);
        VsiOutcome outcome = ask(wanted.inForce(), wanted.key().profile(), wanted.filters(), timeout);
        if (inForce && outcome.equals(new VsiOutcome.Done(PortRequest.DISASSOCIATE))) {
            StationEvent ended = new StationEvent.Ended(wanted.key(), StationEvent.Reason.ANOTHER_PROCESS);
            thread.call(_ -> {
                readers.forEach(reader -> reader.add(ended));
                return true;
            });
        }
        return outcome;
    }

    /**
     * Whether requests are accepted: the draft needs a switch that offers VDP.
     *
     * @return whether they are
     * @throws NetlinkException if the station is closed, or its device gone
     */
    public boolean isReady() throws NetlinkException {
        return thread.call(_ -> station.isReady());
    }

    /**
     * Whether a switch is heard.
     *
     * @return whether it is
     * @throws NetlinkException if the station is closed, or its device gone
     */
    public boolean hasBridge() throws NetlinkException {
        return thread.call(_ -> station.hasBridge());
    }

    /**
     * Waits until the switch has heard this end, too, so that both go by the same times.
     *
     * @param wait how long
     * @return whether it has
     * @throws NetlinkException if the station is closed, its device gone, or the thread interrupted
     */
    public boolean awaitAgreement(Duration wait) throws NetlinkException {
        return thread.await(station::isAgreed, wait);
    }

    /**
     * Waits until a switch is heard.
     *
     * @param wait how long
     * @return whether it is
     * @throws NetlinkException if the station is closed, its device gone, or the thread interrupted
     */
    public boolean awaitBridge(Duration wait) throws NetlinkException {
        return thread.await(station::hasBridge, wait);
    }

    /**
     * The VSIs that are asked for or in force.
     *
     * @return the oldest first
     * @throws NetlinkException if the station is closed, or its device gone
     */
    public List<EvbStation.Vsi> vsis() throws NetlinkException {
        return thread.call(_ -> station.vsis());
    }

    /** Says goodbye and closes; VSIs that are in force stay so at the switch until it misses the keep-alive. May be called again. */
    @Override
    public void close() {
        thread.close(station::stop);
    }
}
