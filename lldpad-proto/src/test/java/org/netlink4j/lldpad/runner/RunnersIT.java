package org.netlink4j.lldpad.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.PortRequest.ASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE_RR;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.UnixSocket;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.control.LldpadControl;
import org.netlink4j.lldpad.evb.Acceptance;
import org.netlink4j.lldpad.evb.BridgeAnswer;
import org.netlink4j.lldpad.evb.EvbBridge;
import org.netlink4j.lldpad.evb.StationEvent;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.lab.EvbCable;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.VsiFilter;
import org.netlink4j.testkit.KernelTest;

/** Our station against our bridge over a real cable. */
@KernelTest
class RunnersIT extends OnCable {
    private static final List<VsiFilter> FILTERS = List.of(new VsiFilter.MacVlan(MACHINE, 0));
    private static final VsiKey KEY = VsiKey.of(PROFILE);

    /** Keep-alives every 0.3 s, 0.5 s for an answer, and 0.2 s for its acknowledgement. */
    private static final EvbTimers QUICK = new EvbTimers(7, 11, 11, 15);

    private static StationEvent ask(EvbStationRunner station, StationEvents events, PortRequest request) throws Exception {
        assertEquals(Acceptance.ACCEPTED, station.request(request, PROFILE, FILTERS));
        return events.next(LONG).orElseThrow();
    }

    private static StationEvent agreed(PortRequest request) {
        return new StationEvent.Agreed(KEY, request, FILTERS);
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void aWholeLife(VdpGeneration generation) throws Exception {
        try (EvbBridgeRunner bridge = bridge(generation, EvbTimers.UNHURRIED);
                EvbStationRunner station = station(generation, EvbTimers.UNHURRIED);
                StationEvents events = station.events()) {
            assertTrue(station.awaitBridge(LONG) && bridge.awaitStation(LONG));
            assertTrue(station.awaitAgreement(LONG) && bridge.awaitAgreement(LONG));
            assertTrue(station.isReady() && station.hasBridge() && bridge.hasStation());
            for (PortRequest request : List.of(PREASSOCIATE, PREASSOCIATE_RR, ASSOCIATE)) {
                assertEquals(agreed(request), ask(station, events, request));
                assertEquals(List.of(new EvbBridge.Vsi(KEY, request, FILTERS)), bridge.vsis());
            }
            assertEquals(ASSOCIATE, station.vsis().getFirst().inForce());
            assertEquals(agreed(DISASSOCIATE), ask(station, events, DISASSOCIATE));
            assertEquals(List.of(), bridge.vsis());
        }
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void theBridgeDoesWhatItIsTold(VdpGeneration generation) throws Exception {
        try (EvbBridgeRunner bridge = bridge(generation, EvbTimers.UNHURRIED);
                EvbStationRunner station = station(generation, EvbTimers.UNHURRIED);
                StationEvents events = station.events()) {
            assertTrue(station.awaitBridge(LONG));
            bridge.answers(_ -> BridgeAnswer.refuse(2));
            assertEquals(
                    new StationEvent.Refused(KEY, ASSOCIATE, new PortResponse(2), DISASSOCIATE),
                    ask(station, events, ASSOCIATE));
            bridge.answers(_ -> new BridgeAnswer.Reply(0, Duration.ofMillis(50), 77));
            StationEvent.Agreed late = assertInstanceOf(StationEvent.Agreed.class, ask(station, events, ASSOCIATE));
            assertEquals(77, late.filters().getFirst().vlan());
            assertTrue(bridge.disassociate(KEY));
            assertEquals(new StationEvent.Ended(KEY, StationEvent.Reason.SWITCH), events.next(LONG).orElseThrow());
            assertFalse(bridge.disassociate(KEY));
            bridge.stop();
            station.request(ASSOCIATE, PROFILE, FILTERS);
            bridge.resume();
            assertTrue(station.awaitBridge(LONG));
        }
    }

    @Test
    void silenceOfEveryKindIsATimeout() throws Exception {
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED, QUICK);
                EvbStationRunner station = station(VdpGeneration.RATIFIED, QUICK);
                StationEvents events = station.events()) {
            assertTrue(station.awaitBridge(LONG));
            bridge.answers(_ -> new BridgeAnswer.Silence());
            assertEquals(new StationEvent.TimedOut(KEY, ASSOCIATE), ask(station, events, ASSOCIATE));
            bridge.acknowledges(false);
            assertEquals(new StationEvent.TimedOut(KEY, ASSOCIATE), ask(station, events, ASSOCIATE));
        }
    }

    @Test
    void keepAlivesTellABridgeThatForgotAndEndWhenItIsDead() throws Exception {
        EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED, QUICK);
        try (EvbStationRunner station = station(VdpGeneration.RATIFIED, QUICK);
                StationEvents events = station.events()) {
            assertTrue(station.awaitBridge(LONG));
            assertEquals(agreed(ASSOCIATE), ask(station, events, ASSOCIATE));
            bridge.forget();
            assertTrue(bridge.awaitVsis(vsis -> vsis.size() == 1, LONG));
            bridge.close();
            assertEquals(
                    new StationEvent.Ended(KEY, StationEvent.Reason.KEEP_ALIVE_TIMED_OUT), events.next(LONG).orElseThrow());
            assertEquals(List.of(), station.vsis());
        }
    }

    @Test
    void aBridgeGivesUpWhatADeadStationLeft() throws Exception {
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED, QUICK)) {
            try (EvbStationRunner station = station(VdpGeneration.RATIFIED, QUICK);
                    StationEvents events = station.events()) {
                assertTrue(station.awaitBridge(LONG));
                ask(station, events, ASSOCIATE);
            }
            assertTrue(bridge.awaitVsis(List::isEmpty, LONG));
            assertFalse(bridge.hasStation());
        }
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void ninetyVsisOnOnePort(VdpGeneration generation) throws Exception {
        try (EvbBridgeRunner bridge = bridge(generation, EvbTimers.UNHURRIED);
                EvbStationRunner station = station(generation, EvbTimers.UNHURRIED);
                StationEvents events = station.events()) {
            assertTrue(station.awaitBridge(LONG));
            List<QbgProfile> profiles =
                    IntStream.range(0, 90).mapToObj(i -> new QbgProfile(11, 1, 1, new UUID(7, i))).toList();
            for (PortRequest request : List.of(ASSOCIATE, DISASSOCIATE)) {
                Set<VsiKey> agreed = new HashSet<>();
                for (QbgProfile profile : profiles) {
                    assertEquals(Acceptance.ACCEPTED, station.request(request, profile, FILTERS));
                }
                while (agreed.size() < profiles.size()) {
                    agreed.add(assertInstanceOf(StationEvent.Agreed.class, events.next(LONG).orElseThrow()).key());
                }
                assertEquals(request == ASSOCIATE ? 90 : 0, bridge.vsis().size());
            }
        }
    }

    // ---- who speaks on a port

    private static int errno(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(SystemCallException.class, call).errno();
    }

    @Test
    void onlyOneSpeaksOnAPort() throws Exception {
        EvbStationRunner first = station(VdpGeneration.RATIFIED, QUICK);
        assertEquals(Errno.EBUSY, errno(() -> station(VdpGeneration.DRAFT, QUICK)));
        assertEquals(
                Errno.EBUSY,
                errno(() -> EvbBridgeRunner.open(cable.near(), EvbCable.STATION, VdpGeneration.DRAFT, EvbTimers.UNHURRIED)));
        bridge(VdpGeneration.RATIFIED, QUICK).close();
        first.close();
        station(VdpGeneration.DRAFT, QUICK).close();
    }

    @Test
    void nobodySpeaksWhereLldpadDoes() throws Exception {
        try (FrameFile _ = UnixSocket.bound(cable.near(), LldpadControl.SOCKET)) {
            assertEquals(Errno.EBUSY, errno(() -> station(VdpGeneration.DRAFT, QUICK)));
        }
        station(VdpGeneration.DRAFT, QUICK).close();
    }

    // ---- what goes wrong around it

    @Test
    void aDeviceMayBeDownForAWhile() throws Exception {
        cable.setUp(false);
        try (EvbBridgeRunner _ = bridge(VdpGeneration.RATIFIED, EvbTimers.UNHURRIED);
                EvbStationRunner station = station(VdpGeneration.RATIFIED, EvbTimers.UNHURRIED);
                StationEvents events = station.events()) {
            assertFalse(station.awaitBridge(Duration.ZERO));
            cable.setUp(true);
            assertTrue(station.awaitBridge(LONG));
            cable.setUp(false);
            cable.setUp(true);
            assertEquals(agreed(ASSOCIATE), ask(station, events, ASSOCIATE));
        }
    }

    @Test
    void aDeviceThatGoesAwayEndsTheStation() throws Exception {
        try (EvbStationRunner station = station(VdpGeneration.RATIFIED, EvbTimers.UNHURRIED);
                StationEvents events = station.events()) {
            cable.cut();
            NetlinkException end = assertThrows(NetlinkException.class, () -> {
                while (true) {
                    station.request(PREASSOCIATE, PROFILE, FILTERS);
                    events.next(LONG);
                }
            });
            assertInstanceOf(SystemCallException.class, end);
            assertThrows(SystemCallException.class, station::vsis);
        }
    }

    @Test
    void closingEndsAllThatWait() throws Exception {
        EvbStationRunner station = station(VdpGeneration.RATIFIED, EvbTimers.UNHURRIED);
        StationEvents events = station.events();
        CountDownLatch waiting = new CountDownLatch(1);
        Thread closer = Thread.startVirtualThread(() -> {
            try {
                waiting.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            station.close();
            station.close();
        });
        waiting.countDown();
        assertThrows(ClosedException.class, () -> events.next(LONG));
        closer.join();
        assertThrows(ClosedException.class, station::vsis);
        assertThrows(ClosedException.class, () -> station.awaitBridge(LONG));
    }

    @Test
    void closingDoesNotWaitForAPolicyThatHangs() throws Exception {
        CountDownLatch hung = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED, EvbTimers.UNHURRIED);
        bridge.answers(_ -> {
            hung.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return BridgeAnswer.AGREE;
        });
        try (EvbStationRunner station = station(VdpGeneration.RATIFIED, EvbTimers.UNHURRIED)) {
            station.request(ASSOCIATE, PROFILE, FILTERS);
            hung.await();
            bridge.close();
            closed.countDown();
        }
    }

    @Test
    @Timeout(30)
    void aPolicyThatFailsClosesTheBridgeAndTellsAllWhoUseIt() throws Exception {
        IllegalStateException why = new IllegalStateException("no answer");
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED, EvbTimers.UNHURRIED);
                EvbStationRunner station = station(VdpGeneration.RATIFIED, EvbTimers.UNHURRIED)) {
            bridge.answers(_ -> {
                throw why;
            });
            station.request(ASSOCIATE, PROFILE, FILTERS);
            ClosedException e = assertThrows(ClosedException.class, () -> bridge.awaitVsis(_ -> false, LONG.multipliedBy(10)));
            assertSame(why, e.getCause());
            assertTrue(e.getMessage().endsWith("is closed, because of " + why), e::getMessage);
            assertThrows(ClosedException.class, bridge::vsis);
        }
        bridge(VdpGeneration.RATIFIED, EvbTimers.UNHURRIED).close(); // the device is free again
    }

    @Test
    void anEventThatNobodyReadsIsNoEvent() throws Exception {
        try (EvbBridgeRunner _ = bridge(VdpGeneration.RATIFIED, EvbTimers.UNHURRIED);
                EvbStationRunner station = station(VdpGeneration.RATIFIED, EvbTimers.UNHURRIED);
                StationEvents one = station.events()) {
            StationEvents two = station.events();
            assertTrue(station.awaitBridge(LONG));
            assertEquals(Optional.empty(), one.next(Duration.ZERO));
            assertEquals(agreed(PREASSOCIATE), ask(station, one, PREASSOCIATE));
            assertEquals(agreed(PREASSOCIATE), two.next(Duration.ZERO).orElseThrow());
            two.close();
            assertEquals(agreed(ASSOCIATE), ask(station, one, ASSOCIATE));
            assertEquals(Optional.empty(), two.next(Duration.ZERO));
        }
    }
}
