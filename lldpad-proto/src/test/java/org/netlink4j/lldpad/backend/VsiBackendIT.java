package org.netlink4j.lldpad.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.PortRequest.ASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.evb.BridgeAnswer;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.lab.EvbCable;
import org.netlink4j.lldpad.lab.LldpadLab;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.lldpad.runner.EvbStationRunner;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Both back ends are asked the same and must answer the same. */
@KernelTest
@NeedsCommand({"lldpad", "nsenter", "stdbuf", "unshare"})
class VsiBackendIT {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final MacAddress MACHINE = MacAddress.parse("52:54:00:c7:3e:ce");
    private static final QbgProfile PROFILE = new QbgProfile(11, 0x123456, 2, UUID.randomUUID());

    private static VsiRequest request(LldpadLab lab, PortRequest request, int vlan) {
        return new VsiRequest(request, PROFILE, EvbCable.STATION, lab.index(), MACHINE, vlan);
    }

    private static LldpadConfig config(LldpadLab lab, VdpGeneration generation) {
        return new LldpadConfig(generation).pidFile(lab.pidFile()).timers(EvbTimers.UNHURRIED);
    }

    /** Whoever speaks for a back end that does not do so itself: lldpad, or the station of another process, here of this one. */
    private static Speaker speaker(VsiBackend.Kind kind, LldpadLab lab, VdpGeneration generation) throws Exception {
        return switch (kind) {
            case LLDPAD -> {
                lab.startStation();
                yield () -> {}; // the lab closes it
            }
            case STATION -> EvbStationRunner.open(lab.namespace(), EvbCable.STATION, generation, EvbTimers.UNHURRIED)::close;
            case BUILT_IN -> () -> {};
        };
    }

    private interface Speaker extends AutoCloseable {
        @Override
        void close();
    }

    private static void done(VsiBackend backend, VsiRequest request) throws Exception {
        assertEquals(new VsiOutcome.Done(request.request()), backend.request(request));
    }

    @ParameterizedTest
    @CsvSource({
        "LLDPAD, DRAFT", "LLDPAD, RATIFIED", "BUILT_IN, DRAFT", "BUILT_IN, RATIFIED", "STATION, DRAFT", "STATION, RATIFIED"
    })
    void aWholeLife(VsiBackend.Kind kind, VdpGeneration generation) throws Exception {
        try (LldpadLab lab = new LldpadLab(generation);
                EvbBridgeRunner bridge = lab.openBridge();
                Speaker _ = speaker(kind, lab, generation)) {
            agreement(kind, bridge);
            try (VsiBackend backend = VsiBackend.open(kind, lab.namespace(), config(lab, generation))) {
                assertEquals(kind, backend.kind());
                done(backend, request(lab, PREASSOCIATE, 0));
                done(backend, request(lab, ASSOCIATE, 0));
                ListedVsi listed = backend.status(EvbCable.STATION, lab.index()).getFirst();
                assertEquals(PROFILE.instanceId(), listed.instanceId());
                assertEquals(ListedVsi.Stage.AGREED, listed.stage(), listed.words());
                assertEquals(Optional.empty(), backend.ended(Duration.ZERO));
                assertTrue(bridge.disassociate(VsiKey.of(PROFILE)));
                assertEquals(
                        new EndedVsi(
                                PROFILE.instanceId(),
                                kind == VsiBackend.Kind.STATION ? EndedVsi.Reason.STATION_LOST : EndedVsi.Reason.SWITCH),
                        backend.ended(LONG).orElseThrow());
                assertEquals(List.of(), backend.status(EvbCable.STATION, lab.index()));
                bridge.answers(_ -> BridgeAnswer.refuse(2));
                assertEquals(
                        new VsiOutcome.Refused(new PortResponse(2), generation, true),
                        backend.request(request(lab, ASSOCIATE, 0)));
                bridge.answers(_ -> BridgeAnswer.AGREE);
                done(backend, request(lab, ASSOCIATE, 0));
                done(backend, request(lab, DISASSOCIATE, 0));
                done(backend, request(lab, DISASSOCIATE, 0)); // row 60
                assertEquals(List.of(), bridge.vsis());
            }
        }
    }

    private static void agreement(VsiBackend.Kind kind, EvbBridgeRunner bridge) throws Exception {
        assertTrue(kind != VsiBackend.Kind.LLDPAD || bridge.awaitAgreement(LONG));
    }

    @Test
    void lldpadIsChosenWhereItRuns() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED)) {
            assertEquals(VsiBackend.Kind.BUILT_IN, automatic(lab));
            lab.startStation();
            assertEquals(VsiBackend.Kind.LLDPAD, automatic(lab));
        }
    }

    private static VsiBackend.Kind automatic(LldpadLab lab) throws Exception {
        try (VsiBackend backend = VsiBackend.automatic(lab.namespace(), config(lab, VdpGeneration.RATIFIED))) {
            return backend.kind();
        }
    }

    /** Rows 61 and 63. */
    @ParameterizedTest
    @EnumSource(VsiBackend.Kind.class)
    void whatTheRatifiedGenerationForbids(VsiBackend.Kind kind) throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED);
                EvbBridgeRunner bridge = lab.openBridge();
                Speaker _ = speaker(kind, lab, VdpGeneration.RATIFIED)) {
            agreement(kind, bridge);
            try (VsiBackend backend = VsiBackend.open(kind, lab.namespace(), config(lab, VdpGeneration.RATIFIED))) {
                VsiOutcome rejected = new VsiOutcome.Rejected(Errno.EINVAL);
                assertEquals(rejected, backend.request(request(lab, ASSOCIATE, 1)));
                done(backend, request(lab, ASSOCIATE, 4094));
                assertEquals(rejected, backend.request(request(lab, PREASSOCIATE, 4094)));
                assertEquals(rejected, backend.request(request(lab, ASSOCIATE, 7)));
                done(backend, request(lab, DISASSOCIATE, 4094));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(VsiBackend.Kind.class)
    void withoutABridgeTheDraftIsNotReady(VsiBackend.Kind kind) throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.DRAFT);
                Speaker _ = speaker(kind, lab, VdpGeneration.DRAFT)) {
            LldpadConfig hasty = config(lab, VdpGeneration.DRAFT).timeout(Duration.ofMillis(300));
            try (VsiBackend backend = VsiBackend.open(kind, lab.namespace(), hasty)) {
                assertEquals(new VsiOutcome.NotReady(Errno.ENXIO), backend.request(request(lab, ASSOCIATE, 0)));
            }
        }
    }

    @Test
    void theBuiltInOneStaysAwayFromAPortThatHasASpeaker() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED)) {
            LldpadConfig config = config(lab, VdpGeneration.RATIFIED);
            try (EvbStationRunner _ =
                            EvbStationRunner.open(lab.namespace(), EvbCable.STATION, VdpGeneration.DRAFT, EvbTimers.UNHURRIED);
                    VsiBackend backend = VsiBackend.automatic(lab.namespace(), config)) {
                VsiOutcome taken = backend.request(request(lab, ASSOCIATE, 0));
                assertTrue(assertInstanceOf(VsiOutcome.PortTaken.class, taken).words().contains("another process"), taken.words());
            }
            lab.startStation();
            try (VsiBackend backend = VsiBackend.open(VsiBackend.Kind.BUILT_IN, lab.namespace(), config)) {
                VsiOutcome taken = backend.request(request(lab, ASSOCIATE, 0));
                assertTrue(assertInstanceOf(VsiOutcome.PortTaken.class, taken).words().contains("lldpad"), taken.words());
            }
        }
    }

    private interface Story {
        void happens(LldpadLab lab, VsiBackend backend) throws Exception;
    }

    /** What happens once the real lldpad has agreed with the switch. */
    private static void withAgreement(Story story) throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED);
                EvbBridgeRunner bridge = lab.openBridge()) {
            lab.startStation();
            assertTrue(bridge.awaitAgreement(LONG));
            try (VsiBackend backend = VsiBackend.automatic(lab.namespace(), config(lab, VdpGeneration.RATIFIED))) {
                story.happens(lab, backend);
            }
        }
    }

    /** Row 59: a restart is noticed, and all that lldpad has forgotten is told. */
    @Test
    void aRestartOfLldpadEndsAllItsVsis() throws Exception {
        withAgreement((lab, backend) -> {
            done(backend, request(lab, ASSOCIATE, 0));
            lab.killStation();
            lab.startStation();
            assertEquals(
                    new EndedVsi(PROFILE.instanceId(), EndedVsi.Reason.LLDPAD_RESTARTED),
                    backend.ended(LONG).orElseThrow());
            done(backend, request(lab, ASSOCIATE, 0));
        });
    }

    /** As after a crash: the pid file still names it. */
    @Test
    void theDeathOfLldpadEndsAllItsVsis() throws Exception {
        withAgreement((lab, backend) -> {
            done(backend, request(lab, ASSOCIATE, 0));
            lab.station().kill();
            assertEquals(
                    new EndedVsi(PROFILE.instanceId(), EndedVsi.Reason.LLDPAD_RESTARTED),
                    backend.ended(LONG).orElseThrow());
            assertTrue(Files.exists(lab.pidFile()));
        });
    }

    private static void signal(LldpadLab lab, String signal) {
        Commands.here().run("kill", "-s", signal, Long.toString(lab.station().process().pid()));
    }

    @Test
    void aFrozenLldpadDoesNotAnswerAndGoesOnLater() throws Exception {
        withAgreement((lab, backend) -> {
            done(backend, request(lab, PREASSOCIATE, 0));
            signal(lab, "STOP");
            assertEquals(new VsiOutcome.NoAnswer(), backend.request(request(lab, ASSOCIATE, 0)));
            signal(lab, "CONT");
            done(backend, request(lab, ASSOCIATE, 0));
        });
    }

    /** SIGHUP lets lldpad begin anew without a new process: it forgets all VSIs, which its list shows. */
    @Test
    void aReloadOfLldpadEndsAllItsVsis() throws Exception {
        withAgreement((lab, backend) -> {
            done(backend, request(lab, ASSOCIATE, 0));
            signal(lab, "HUP");
            assertEquals(PROFILE.instanceId(), backend.ended(LONG).orElseThrow().instanceId());
        });
    }

    /** {@code -Dnetlink4j.vsi.cycles=1000} for as many as the issue wants. */
    @ParameterizedTest
    @CsvSource({
        "LLDPAD, DRAFT", "LLDPAD, RATIFIED", "BUILT_IN, DRAFT", "BUILT_IN, RATIFIED", "STATION, DRAFT", "STATION, RATIFIED"
    })
    void manyLivesLeaveNothingBehind(VsiBackend.Kind kind, VdpGeneration generation) throws Exception {
        try (LldpadLab lab = new LldpadLab(generation);
                EvbBridgeRunner bridge = lab.openBridge();
                Speaker _ = speaker(kind, lab, generation)) {
            agreement(kind, bridge);
            try (VsiBackend backend = VsiBackend.open(kind, lab.namespace(), config(lab, generation))) {
                for (int i = 0; i < Integer.getInteger("netlink4j.vsi.cycles", 20); i++) {
                    QbgProfile profile = new QbgProfile(11, 0x123456, 2, UUID.randomUUID());
                    VsiRequest request = new VsiRequest(ASSOCIATE, profile, EvbCable.STATION, lab.index(), MACHINE, 0);
                    done(backend, request);
                    done(backend, request.with(DISASSOCIATE));
                }
                assertEquals(List.of(), backend.status(EvbCable.STATION, lab.index()));
                assertEquals(List.of(), bridge.vsis());
            }
        }
    }

    @Test
    void aClosedOneSaysSo() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED)) {
            VsiBackend backend = VsiBackend.automatic(lab.namespace(), config(lab, VdpGeneration.RATIFIED));
            backend.close();
            backend.close();
            assertThrows(ClosedException.class, () -> backend.request(request(lab, ASSOCIATE, 0)));
        }
    }
}
