package org.netlink4j.lldpad.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.PortRequest.ASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE_RR;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiNotice;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.LldpadClient;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.evb.Acceptance;
import org.netlink4j.lldpad.evb.BridgeAnswer;
import org.netlink4j.lldpad.evb.EvbBridge;
import org.netlink4j.lldpad.evb.StationEvent;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.lab.EvbCable;
import org.netlink4j.lldpad.lab.LldpadLab;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.VsiFilter;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Our station and bridge with a real lldpad, and with the simulator, at the other end. */
@KernelTest
@NeedsCommand({"lldpad", "python3", "nsenter", "stdbuf", "unshare"})
class LldpadRunnersIT {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final MacAddress MACHINE = MacAddress.parse("52:54:00:c7:3e:ce");
    private static final QbgProfile PROFILE = new QbgProfile(11, 0x123456, 2, UUID.randomUUID());
    private static final VsiKey KEY = VsiKey.of(PROFILE);

    private static List<VsiFilter> filters(int vlan) {
        return List.of(new VsiFilter.MacVlan(MACHINE, vlan));
    }

    private static EvbStationRunner station(LldpadLab lab, VdpGeneration generation) throws Exception {
        return EvbStationRunner.open(lab.namespace(), EvbCable.STATION, generation, EvbTimers.UNHURRIED);
    }

    private static StationEvent ask(EvbStationRunner station, StationEvents events, PortRequest request) throws Exception {
        assertEquals(Acceptance.ACCEPTED, station.request(request, PROFILE, filters(0)));
        return events.next(LONG).orElseThrow();
    }

    private static StationEvent agreed(PortRequest request) {
        return new StationEvent.Agreed(KEY, request, filters(0));
    }

    private static VsiRequest request(LldpadLab lab, PortRequest request, int vlan) {
        return new VsiRequest(request, PROFILE, EvbCable.STATION, lab.index(), MACHINE, vlan);
    }

    private static LldpadClient client(LldpadLab lab, VdpGeneration generation) throws Exception {
        return LldpadClient.open(
                new LldpadConfig(generation).pidFile(lab.pidFile()).timers(EvbTimers.UNHURRIED), lab.namespace());
    }

    // ---- our station

    /** A station that is started anew begins with another ECP number, or the bridge would take its request for a repetition. */
    @Test
    void ourStationAgainstTheRealBridge() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED).startRealBridge()) {
            for (int i = 0; i < 3; i++) {
                try (EvbStationRunner station = station(lab, VdpGeneration.RATIFIED);
                        StationEvents events = station.events()) {
                    assertTrue(station.awaitAgreement(LONG));
                    for (PortRequest request : List.of(PREASSOCIATE, PREASSOCIATE_RR, ASSOCIATE, ASSOCIATE, DISASSOCIATE)) {
                        assertEquals(agreed(request), ask(station, events, request));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void ourStationAgainstTheSimulator(VdpGeneration generation) throws Exception {
        try (LldpadLab lab = new LldpadLab(generation).startSimulator();
                EvbStationRunner station = station(lab, generation);
                StationEvents events = station.events()) {
            assertTrue(station.awaitBridge(LONG));
            for (PortRequest request : List.of(PREASSOCIATE, ASSOCIATE, DISASSOCIATE)) {
                assertEquals(agreed(request), ask(station, events, request));
            }
            lab.simulator("once 2");
            assertEquals(
                    new StationEvent.Refused(KEY, ASSOCIATE, new PortResponse(2), DISASSOCIATE),
                    ask(station, events, ASSOCIATE));
            assertEquals(agreed(ASSOCIATE), ask(station, events, ASSOCIATE));
            lab.simulator("deassoc all");
            assertEquals(new StationEvent.Ended(KEY, StationEvent.Reason.SWITCH), events.next(LONG).orElseThrow());
        }
    }

    @Test
    void ourStationStaysAwayWhereLldpadIs() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED).startStation()) {
            SystemCallException refusal =
                    assertThrows(SystemCallException.class, () -> station(lab, VdpGeneration.RATIFIED));
            assertEquals(Errno.EBUSY, refusal.errno());
        }
    }

    // ---- our bridge

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void theRealStationAgainstOurBridge(VdpGeneration generation) throws Exception {
        try (LldpadLab lab = new LldpadLab(generation);
                EvbBridgeRunner bridge = lab.openBridge()) {
            lab.startStation();
            assertTrue(bridge.awaitAgreement(LONG));
            try (LldpadClient client = client(lab, generation)) {
                for (PortRequest step : List.of(PREASSOCIATE, ASSOCIATE)) {
                    assertEquals(new VsiOutcome.Done(step), client.request(request(lab, step, 0)));
                    assertEquals(List.of(new EvbBridge.Vsi(KEY, step, filters(0))), bridge.vsis());
                }
                assertTrue(bridge.disassociate(KEY));
                VsiNotice notice = client.notice(LONG).orElseThrow();
                assertEquals(Optional.of(PROFILE.instanceId()), notice.entries().getFirst().instanceId());
                bridge.answers(_ -> BridgeAnswer.refuse(3));
                assertEquals(
                        new VsiOutcome.Refused(new PortResponse(3), generation, true),
                        client.request(request(lab, ASSOCIATE, 0)));
                bridge.answers(_ -> new BridgeAnswer.Reply(0, Duration.ofMillis(200), 0));
                assertEquals(new VsiOutcome.Done(ASSOCIATE), client.request(request(lab, ASSOCIATE, 0)));
                assertEquals(new VsiOutcome.Done(DISASSOCIATE), client.request(request(lab, DISASSOCIATE, 0)));
                assertEquals(List.of(), bridge.vsis());
            }
        }
    }

    @Test
    void theRealStationLetsOurBridgeChooseTheVlan() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED);
                EvbBridgeRunner bridge = lab.openBridge()) {
            lab.startStation();
            assertTrue(bridge.awaitAgreement(LONG));
            bridge.answers(_ -> new BridgeAnswer.Reply(0, Duration.ZERO, 77));
            try (LldpadClient client = client(lab, VdpGeneration.RATIFIED)) {
                assertEquals(new VsiOutcome.Done(ASSOCIATE), client.request(request(lab, ASSOCIATE, 0)));
                assertEquals(77, bridge.vsis().getFirst().filters().getFirst().vlan());
                assertInstanceOf(VsiOutcome.class, client.request(request(lab, DISASSOCIATE, 0)));
                assertEquals(new VsiOutcome.Done(DISASSOCIATE), client.request(request(lab, DISASSOCIATE, 77)));
                assertEquals(List.of(), bridge.vsis());
            }
        }
    }

    /** The VLAN is another than that of the request then, for which lldpad marks the VSI as if the switch had refused it. */
    @Test
    void theSwitchMayChooseTheVlanAtTheEndOfAMigration() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED);
                EvbBridgeRunner bridge = lab.openBridge()) {
            lab.startStation();
            assertTrue(bridge.awaitAgreement(LONG));
            try (LldpadClient client = client(lab, VdpGeneration.RATIFIED)) {
                assertEquals(new VsiOutcome.Done(PREASSOCIATE), client.request(request(lab, PREASSOCIATE, 0)));
                bridge.answers(_ -> new BridgeAnswer.Reply(0, Duration.ofMillis(100), 77));
                assertEquals(new VsiOutcome.Done(ASSOCIATE), client.request(request(lab, ASSOCIATE, 0)));
                assertEquals(77, bridge.vsis().getFirst().filters().getFirst().vlan());
                assertEquals(new VsiOutcome.Done(DISASSOCIATE), client.request(request(lab, DISASSOCIATE, 77)));
            }
        }
    }
}
