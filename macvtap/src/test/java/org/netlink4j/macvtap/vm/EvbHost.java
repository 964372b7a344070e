package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.backend.ListedVsi;
import org.netlink4j.lldpad.backend.VsiBackend;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.daemon.LldpadDaemon;
import org.netlink4j.lldpad.daemon.LldpadSetup;
import org.netlink4j.lldpad.evb.EvbBridge;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;

/** Who speaks for a host with the switch, a real lldpad or the station of this library, and the port of the switch at the other end. */
final class EvbHost implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(20);

    final EvbBridgeRunner port;
    final VsiBackend backend;
    private final int index;
    private Optional<LldpadDaemon> lldpad = Optional.empty();

    /** On a cable that is connected. */
    EvbHost(Cable cable, Rtnetlink near, VsiBackend.Kind kind, VdpGeneration generation, EvbTimers timers) throws IOException {
        index = near.links().get(Cable.LOWER).index();
        port = EvbBridgeRunner.open(cable.far(), Cable.FAR, generation, timers);
        LldpadConfig config = new LldpadConfig(generation).timers(timers);
        if (kind == VsiBackend.Kind.LLDPAD) {
            LldpadDaemon daemon = LldpadDaemon.start(cable.near(), new LldpadSetup(Cable.LOWER, generation, false, timers));
            lldpad = Optional.of(daemon);
            assertTrue(port.awaitAgreement(LONG), daemon::toString);
            config = config.pidFile(daemon.pidFile());
        }
        backend = VsiBackend.open(kind, cable.near(), config);
    }

    /** As a function that fails with an unchecked exception. */
    VsiOutcome ask(VsiRequest request) {
        try {
            return backend.request(request);
        } catch (NetlinkException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the switch has. */
    Map<UUID, PortRequest> table() throws IOException {
        return table(port.vsis());
    }

    private static Map<UUID, PortRequest> table(List<EvbBridge.Vsi> vsis) {
        return new TreeMap<>(vsis.stream().collect(Collectors.toMap(vsi -> vsi.key().uuid(), EvbBridge.Vsi::inForce)));
    }

    /** What the host has, all of which the switch has agreed to. */
    Set<UUID> agreed() throws IOException {
        return backend.status(Cable.LOWER, index).stream()
                .filter(vsi -> vsi.stage() == ListedVsi.Stage.AGREED)
                .map(ListedVsi::instanceId)
                .collect(Collectors.toSet());
    }

    /** How many the host has in whatever state. */
    int listed() throws IOException {
        return backend.status(Cable.LOWER, index).size();
    }

    /** Waits until the switch has this and nothing else, for the host may have forgotten a VSI before the switch hears of it. */
    boolean awaitTable(Map<UUID, PortRequest> wanted) throws IOException {
        return port.awaitVsis(vsis -> table(vsis).equals(wanted), LONG);
    }

    @Override
    public void close() throws IOException {
        backend.close();
        port.close();
        if (lldpad.isPresent()) {
            lldpad.get().close();
        }
    }
}
