package org.netlink4j.macvtap.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.backend.EndedVsi;
import org.netlink4j.lldpad.backend.VsiBackend;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.daemon.LldpadDaemon;
import org.netlink4j.lldpad.daemon.LldpadSetup;
import org.netlink4j.lldpad.evb.EvbBridge;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.link.Link;

/** The part of the demonstration in which a switch at the far end is asked about the machine's port profile. */
final class VsiDemo {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int VLAN = 100;

    private final Cable cable;
    private final Link lower;
    private final MacAddress machine;
    private final Steps steps;

    VsiDemo(Cable cable, Link lower, MacAddress machine, Steps steps) {
        this.cable = cable;
        this.lower = lower;
        this.machine = machine;
        this.steps = steps;
    }

    void run() throws NetlinkException {
        for (VdpGeneration generation : VdpGeneration.values()) {
            begin("the built-in station", generation);
            try (EvbBridgeRunner bridge = bridge(generation)) {
                live(VsiBackend.Kind.BUILT_IN, new LldpadConfig(generation).timers(EvbTimers.UNHURRIED), bridge);
            }
        }
        begin("a real lldpad", VdpGeneration.RATIFIED);
        Optional<String> missing = LldpadDaemon.missing();
        if (missing.isPresent()) {
            steps.result("left out: the command " + missing.get() + " is not installed");
        } else {
            throughLldpad();
        }
    }

    private void begin(String who, VdpGeneration generation) {
        steps.begin("its VSI at the switch, by way of " + who + ", " + generation.name().toLowerCase(Locale.ROOT) + " 802.1Qbg");
    }

    private EvbBridgeRunner bridge(VdpGeneration generation) throws NetlinkException {
        return EvbBridgeRunner.open(cable.far(), Cable.FAR, generation, EvbTimers.UNHURRIED);
    }

    private void throughLldpad() throws NetlinkException {
        VdpGeneration generation = VdpGeneration.RATIFIED;
        LldpadSetup setup = new LldpadSetup(Cable.LOWER, generation, false, EvbTimers.UNHURRIED);
        try (EvbBridgeRunner bridge = bridge(generation);
                LldpadDaemon lldpad = LldpadDaemon.start(cable.near(), setup)) {
            if (!bridge.awaitAgreement(PATIENCE)) {
                throw new NotSupportedException("not supported: lldpad says nothing here: " + lldpad.log());
            }
            steps.result("lldpad runs as process " + lldpad.process().pid());
            LldpadConfig config = new LldpadConfig(generation).timers(EvbTimers.UNHURRIED).pidFile(lldpad.pidFile());
            live(VsiBackend.Kind.LLDPAD, config, bridge);
        } catch (NetlinkException e) {
            throw e;
        } catch (IOException e) {
            throw new NotSupportedException("not supported: lldpad cannot be started: " + e.getMessage());
        }
    }

    /** Associates, lets the switch end it, associates again and ends it. */
    private void live(VsiBackend.Kind kind, LldpadConfig config, EvbBridgeRunner bridge) throws NetlinkException {
        QbgProfile profile = new QbgProfile(11, 0x123456, 2, UUID.randomUUID());
        VsiRequest associate =
                new VsiRequest(PortRequest.ASSOCIATE, profile, lower.name(), lower.index(), machine, VLAN);
        try (VsiBackend backend = VsiBackend.open(kind, cable.near(), config)) {
            ask(backend, associate.with(PortRequest.PREASSOCIATE));
            ask(backend, associate);
            List<EvbBridge.Vsi> table = bridge.vsis();
            steps.result("the switch lists " + table.size() + " VSI: " + table.getFirst().key().uuid() + ", "
                    + table.getFirst().inForce().words() + ", VLAN " + table.getFirst().filters().getFirst().vlan());
            bridge.disassociate(table.getFirst().key());
            EndedVsi ended = backend.ended(PATIENCE)
                    .orElseThrow(() -> new NotSupportedException("not supported: nobody told that the switch ended the VSI"));
            steps.result("told: " + ended.reason().words());
            ask(backend, associate);
            ask(backend, associate.with(PortRequest.DISASSOCIATE));
            steps.result("the switch lists " + bridge.vsis().size() + " VSIs; all that by way of: " + backend.kind().word());
        }
    }

    private void ask(VsiBackend backend, VsiRequest request) throws NetlinkException {
        VsiOutcome outcome = backend.request(request);
        if (!outcome.isDone()) {
            throw new NotSupportedException("not supported: " + request.request().words() + ": " + outcome.words());
        }
        steps.result(outcome.words());
    }
}
