package org.netlink4j.lldpad.runner;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.evb.BridgePolicy;
import org.netlink4j.lldpad.evb.EvbBridge;
import org.netlink4j.lldpad.evb.EvbConfig;
import org.netlink4j.lldpad.evb.EvbStation;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.wire.EvbTimers;

/** The switch's end on a device, for stations to be tried with. May be used by many threads; all calls but the waits return at once. */
public final class EvbBridgeRunner implements AutoCloseable {
    private final EvbBridge bridge;
    private final PortThread thread;

    private EvbBridgeRunner(PortClaim claim, EvbConfig config) throws NetlinkException {
        bridge = new EvbBridge(config, System.nanoTime());
        thread = claim.thread(config.generation(), bridge, () -> {}, line -> answer(line, config.generation()));
        thread.start();
    }

    /** Of other processes. */
    private String answer(String line, VdpGeneration generation) throws NetlinkException {
        if (!line.equals(PortPeer.TABLE)) {
            throw DoorText.nonsense(line + "; here is a bridge");
        }
        List<EvbStation.Vsi> vsis =
                vsis().stream().map(vsi -> new EvbStation.Vsi(vsi.key(), vsi.inForce(), false, vsi.filters())).toList();
        return new PortTable(true, generation, vsis).encode();
    }

    /**
     * Begins to speak on a device of the network namespace of the calling thread.
     *
     * @param device name of the device
     * @param generation which generation it speaks
     * @return the bridge, to be closed
     * @throws NetlinkException if there is no such device; if lldpad or another process of this library speaks there ({@code EBUSY});
     *     or without {@code CAP_NET_RAW} ({@code EPERM})
     */
    public static EvbBridgeRunner open(String device, VdpGeneration generation) throws NetlinkException {
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
     * @return the bridge, to be closed
     * @throws NetlinkException if there is no such device; if lldpad or another process of this library speaks there ({@code EBUSY});
     *     or without {@code CAP_NET_RAW}, or {@code CAP_SYS_ADMIN} for another namespace ({@code EPERM})
     */
    public static EvbBridgeRunner open(NetworkNamespace namespace, String device, VdpGeneration generation, EvbTimers timers)
            throws NetlinkException {
        Objects.requireNonNull(generation);
        PortClaim claim = PortClaim.of(namespace, device);
        return new EvbBridgeRunner(claim, new EvbConfig(generation, claim.address()).timers(timers));
    }

    // ---- how it behaves from now on

    /**
     * Sets what it answers.
     *
     * @param policy the policy, called by this bridge's thread; it is to return at once; if it throws, the bridge is closed, and all
     *     calls fail with a {@link org.netlink4j.core.ClosedException} that has this cause
     * @throws NetlinkException if the bridge is closed, or its device gone
     */
    public void answers(BridgePolicy policy) throws NetlinkException {
        run(_ -> bridge.answers(policy));
    }

    /**
     * Sets whether it acknowledges what it receives; one that does not is as good as dead, but still heard.
     *
     * @param on whether it does
     * @throws NetlinkException if the bridge is closed, or its device gone
     */
    public void acknowledges(boolean on) throws NetlinkException {
        run(_ -> bridge.acknowledges(on));
    }

    /**
     * Announces that it stops, and announces nothing more.
     *
     * @throws NetlinkException if the bridge is closed, or its device gone
     */
    public void stop() throws NetlinkException {
        run(_ -> bridge.stop());
    }

    /**
     * Announces itself again after {@link #stop}.
     *
     * @throws NetlinkException if the bridge is closed, or its device gone
     */
    public void resume() throws NetlinkException {
        run(bridge::resume);
    }

    // ---- its table

    /**
     * Whether a station is heard.
     *
     * @return whether it is
     * @throws NetlinkException if the bridge is closed, or its device gone
     */
    public boolean hasStation() throws NetlinkException {
        return thread.call(_ -> bridge.hasStation());
    }

    /**
     * Waits until the station has heard this end, too, so that both go by the same times.
     *
     * @param wait how long
     * @return whether it has
     * @throws NetlinkException if the bridge is closed, its device gone, or the thread interrupted
     */
    public boolean awaitAgreement(Duration wait) throws NetlinkException {
        return thread.await(bridge::isAgreed, wait);
    }

    /**
     * Waits until a station is heard.
     *
     * @param wait how long
     * @return whether it is
     * @throws NetlinkException if the bridge is closed, its device gone, or the thread interrupted
     */
    public boolean awaitStation(Duration wait) throws NetlinkException {
        return thread.await(bridge::hasStation, wait);
    }

    /**
     * Its VSIs.
     *
     * @return the oldest first
     * @throws NetlinkException if the bridge is closed, or its device gone
     */
    public List<EvbBridge.Vsi> vsis() throws NetlinkException {
        return thread.call(_ -> bridge.vsis());
    }

    /**
     * Waits until its table is as it should be.
     *
     * @param condition what it should be, asked by this bridge's thread and by the caller
     * @param wait how long
     * @return whether it is
     * @throws NetlinkException if the bridge is closed, its device gone, or the thread interrupted
     */
    public boolean awaitVsis(Predicate<List<EvbBridge.Vsi>> condition, Duration wait) throws NetlinkException {
        return thread.await(() -> condition.test(bridge.vsis()), wait);
    }

    /**
     * Forgets all VSIs without a word, as a switch that was switched off and on.
     *
     * @throws NetlinkException if the bridge is closed, or its device gone
     */
    public void forget() throws NetlinkException {
        run(_ -> bridge.forget());
    }

    /**
     * Ends a VSI and tells the station.
     *
     * @param key which
     * @return whether there was such a VSI
     * @throws NetlinkException if the bridge is closed, or its device gone
     */
    public boolean disassociate(VsiKey key) throws NetlinkException {
        return thread.call(now -> bridge.disassociate(key, now));
    }

    /** Something to do at a time. */
    private interface Action {
        void run(long now);
    }

    private void run(Action action) throws NetlinkException {
        thread.call(now -> {
            action.run(now);
            return true;
        });
    }

    /** Says goodbye and closes; waits at most a second for a policy that does not return. May be called again. */
    @Override
    public void close() {
        thread.close(bridge::stop);
    }
}
