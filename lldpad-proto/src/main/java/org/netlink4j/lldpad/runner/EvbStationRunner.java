package org.netlink4j.lldpad.runner;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.evb.Acceptance;
import org.netlink4j.lldpad.evb.EvbConfig;
import org.netlink4j.lldpad.evb.EvbStation;
import org.netlink4j.lldpad.evb.StationEvent;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.VsiFilter;

/** The station's end on a device: what lldpad does, without it. May be used by many threads; all calls but the waits return at once. */
public final class EvbStationRunner implements AutoCloseable {
    private final EvbStation station;
    private final PortThread thread;
    private final List<StationEvents> readers = new CopyOnWriteArrayList<>();

    private EvbStationRunner(PortClaim claim, EvbConfig config) throws NetlinkException {
        station = new EvbStation(config, System.nanoTime());
        thread = claim.thread(config.generation(), station, this::tell).start();
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
