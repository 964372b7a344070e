package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.PortRequest.ASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE_RR;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.examples.EvbExample;
import org.netlink4j.lldpad.wire.EcpDraftUnit;
import org.netlink4j.lldpad.wire.EcpUnit;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.EvbDraftTlv;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.TlvSequence;
import org.netlink4j.lldpad.wire.VdpTlv;
import org.netlink4j.lldpad.wire.VsiFilter;

class StationAndBridgeTest {
    private static final MacAddress STATION = MacAddress.parse("52:54:00:0a:00:01");
    private static final MacAddress BRIDGE = MacAddress.parse("52:54:00:0b:00:01");
    private static final MacAddress MACHINE = MacAddress.parse("52:54:00:c7:3e:ce");
    private static final QbgProfile PROFILE =
            new QbgProfile(11, 0x123456, 2, UUID.fromString("09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f"));
    private static final VsiKey KEY = VsiKey.of(PROFILE);
    private static final List<VsiFilter> FILTERS = List.of(new VsiFilter.MacVlan(MACHINE, 0));
    private static final Duration MOMENT = Duration.ofMillis(50);

    private static SimulatedWire wire(VdpGeneration generation) {
        SimulatedWire wire = new SimulatedWire(asLldpad(generation, STATION), asLldpad(generation, BRIDGE));
        wire.pass(MOMENT);
        return wire;
    }

    private static EvbConfig asLldpad(VdpGeneration generation, MacAddress address) {
        return new EvbConfig(generation, address, EvbTimers.DEFAULT, 1);
    }

    private static Acceptance ask(SimulatedWire wire, PortRequest request) {
        return wire.station().request(request, PROFILE, FILTERS, wire.now());
    }

    /** Asks, waits a moment, and gives what happened. */
    private static List<StationEvent> askAndWait(SimulatedWire wire, PortRequest request) {
        assertEquals(Acceptance.ACCEPTED, ask(wire, request));
        wire.pass(MOMENT);
        return wire.takeEvents();
    }

    private static List<StationEvent> agreed(PortRequest request) {
        return List.of(new StationEvent.Agreed(KEY, request, FILTERS));
    }

    private static SimulatedWire associated(VdpGeneration generation) {
        SimulatedWire wire = wire(generation);
        assertEquals(agreed(ASSOCIATE), askAndWait(wire, ASSOCIATE));
        return wire;
    }

    private static long frames(SimulatedWire wire, int from, boolean byStation, int etherType) {
        return wire.sent().stream()
                .skip(from)
                .filter(sent -> sent.byStation() == byStation && sent.frame().etherType() == etherType)
                .count();
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void aWholeLife(VdpGeneration generation) {
        SimulatedWire wire = wire(generation);
        assertTrue(wire.station().hasBridge() && wire.station().isAgreed());
        assertTrue(wire.bridge().hasStation() && wire.bridge().isAgreed());
        for (PortRequest request : List.of(PREASSOCIATE, PREASSOCIATE_RR, ASSOCIATE)) {
            assertEquals(agreed(request), askAndWait(wire, request));
            assertEquals(List.of(new EvbBridge.Vsi(KEY, request, FILTERS)), wire.bridge().vsis());
            assertEquals(List.of(new EvbStation.Vsi(KEY, request, false, FILTERS)), wire.station().vsis());
        }
        assertEquals(agreed(ASSOCIATE), askAndWait(wire, ASSOCIATE));
        wire.pass(Duration.ofMinutes(10)); // kept alive
        assertEquals(List.of(), wire.takeEvents());
        assertEquals(1, wire.bridge().vsis().size());
        assertEquals(agreed(DISASSOCIATE), askAndWait(wire, DISASSOCIATE));
        assertEquals(List.of(), wire.bridge().vsis());
        assertEquals(List.of(), wire.station().vsis());
        assertEquals(Acceptance.UNKNOWN, ask(wire, DISASSOCIATE));
        assertEquals(0, wire.station().malformedFrames() + wire.bridge().malformedFrames());
    }

    /** Of the farewell: what is being asked for or kept alive is not passed over. */
    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void allEndEvenInTheMidstOfARequest(VdpGeneration generation) {
        for (boolean keptAlive : List.of(true, false)) {
            SimulatedWire wire = keptAlive ? associated(generation) : wire(generation);
            wire.bridge().answers(_ -> new BridgeAnswer.Reply(0, Duration.ofMillis(10), 0));
            if (!keptAlive) {
                assertEquals(Acceptance.ACCEPTED, ask(wire, ASSOCIATE));
            }
            for (int i = 0; i < 20_000 && !wire.station().vsis().getFirst().waiting(); i++) {
                wire.pass(Duration.ofMillis(5));
            }
            assertTrue(wire.station().vsis().getFirst().waiting());
            wire.station().disassociateAll(wire.now());
            assertEquals(1, wire.station().vsis().size());
            wire.pass(MOMENT);
            assertEquals(List.of(), wire.station().vsis());
            assertEquals(List.of(), wire.bridge().vsis());
        }
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void allThatAreInForceEnd(VdpGeneration generation) {
        SimulatedWire wire = associated(generation);
        QbgProfile other = new QbgProfile(11, 1, 1, new UUID(12, 0));
        wire.station().request(PREASSOCIATE, other, FILTERS, wire.now());
        wire.pass(MOMENT);
        wire.takeEvents();
        wire.station().disassociateAll(wire.now());
        wire.pass(MOMENT);
        StationEvent otherEnded = new StationEvent.Agreed(VsiKey.of(other), DISASSOCIATE, FILTERS);
        assertEquals(List.of(agreed(DISASSOCIATE).getFirst(), otherEnded), wire.takeEvents());
        assertEquals(List.of(), wire.station().vsis());
        assertEquals(List.of(), wire.bridge().vsis());
    }

    private static int announcedVsis(SimulatedWire wire, boolean byStation) throws MalformedMessageException {
        EthernetFrame last = wire.sent().stream()
                .filter(sent -> sent.byStation() == byStation && sent.frame().etherType() == EthernetFrame.LLDP)
                .reduce((_, later) -> later)
                .orElseThrow()
                .frame();
        return TlvSequence.decode(last.payload()).find(EvbDraftTlv.class).orElseThrow().configuredVsis();
    }

    @Test
    void theDraftAnnouncesHowManyVsisAreInForce() throws Exception {
        SimulatedWire wire = associated(VdpGeneration.DRAFT);
        assertEquals(0, announcedVsis(wire, true), "it was none when this was sent");
        wire.bridge().answers(_ -> new BridgeAnswer.Silence());
        wire.station().request(ASSOCIATE, new QbgProfile(11, 1, 1, new UUID(12, 0)), FILTERS, wire.now());
        wire.pass(Duration.ofMillis(1100));
        assertEquals(2, wire.station().vsis().size());
        assertEquals(1, announcedVsis(wire, true), "one of them is not in force");
        assertEquals(1, announcedVsis(wire, false));
    }

    /** A neighbour whose offer changes all the time is not answered all the time, but in the end. */
    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void changesAreAnnouncedAsOftenAsTheCreditAllows(VdpGeneration generation) {
        SimulatedWire wire = wire(generation);
        wire.pass(Duration.ofMinutes(1));
        int before = wire.sent().size();
        for (int i = 0; i < 20; i++) {
            wire.bridge().stop();
            wire.pass(Duration.ofMillis(1));
            wire.bridge().resume(wire.now());
            wire.pass(Duration.ofMillis(1));
        }
        assertEquals(TransmitCredit.MOST, frames(wire, before, true, EthernetFrame.LLDP));
        for (int second = 1; second <= 10; second++) {
            wire.pass(Duration.ofSeconds(1));
            assertTrue(frames(wire, before, true, EthernetFrame.LLDP) <= TransmitCredit.MOST + second);
        }
        assertTrue(wire.station().isAgreed() && wire.bridge().isAgreed());
        assertEquals(agreed(ASSOCIATE), askAndWait(wire, ASSOCIATE));
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void aRefusalIsTold(VdpGeneration generation) {
        SimulatedWire wire = wire(generation);
        wire.bridge().answers(_ -> BridgeAnswer.refuse(2));
        assertEquals(
                List.of(new StationEvent.Refused(KEY, ASSOCIATE, new PortResponse(2), DISASSOCIATE)), askAndWait(wire, ASSOCIATE));
        assertEquals(List.of(), wire.station().vsis());
        assertEquals(List.of(), wire.bridge().vsis());
    }

    @Test
    void aRatifiedBridgeMayKeepWhatWasInForce() {
        SimulatedWire wire = wire(VdpGeneration.RATIFIED);
        askAndWait(wire, PREASSOCIATE);
        wire.bridge().answers(request -> request.request() == ASSOCIATE
                ? BridgeAnswer.refuse(VdpTlv.Vsi.KEEP | 2)
                : BridgeAnswer.AGREE);
        assertEquals(
                List.of(new StationEvent.Refused(KEY, ASSOCIATE, new PortResponse(0x22), PREASSOCIATE)),
                askAndWait(wire, ASSOCIATE));
        assertEquals(PREASSOCIATE, wire.station().vsis().getFirst().inForce());
        wire.pass(Duration.ofMinutes(2)); // what is in force is kept alive
        assertEquals(List.of(), wire.takeEvents());
        assertEquals(PREASSOCIATE, wire.bridge().vsis().getFirst().inForce());
    }

    /** Only a refused association can be kept. */
    @Test
    void aRefusedPreassociationIsNotKept() {
        SimulatedWire wire = wire(VdpGeneration.RATIFIED);
        askAndWait(wire, PREASSOCIATE);
        wire.bridge().answers(_ -> BridgeAnswer.refuse(VdpTlv.Vsi.KEEP | 2));
        assertEquals(
                List.of(new StationEvent.Refused(KEY, PREASSOCIATE_RR, new PortResponse(0x22), DISASSOCIATE)),
                askAndWait(wire, PREASSOCIATE_RR));
        assertEquals(List.of(), wire.station().vsis());
    }

    @Test
    void aRatifiedAssociationWhoseKeepAliveIsRefusedButKeptIsEnded() {
        SimulatedWire wire = associated(VdpGeneration.RATIFIED);
        wire.bridge().answers(request -> request.request() == ASSOCIATE
                ? BridgeAnswer.refuse(VdpTlv.Vsi.KEEP | 4)
                : BridgeAnswer.AGREE);
        wire.pass(Duration.ofSeconds(11));
        assertEquals(
                List.of(new StationEvent.Ended(KEY, StationEvent.Reason.KEEP_ALIVE_REFUSED)), wire.takeEvents());
        assertEquals(List.of(), wire.bridge().vsis());
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void aRefusedKeepAliveEndsTheVsi(VdpGeneration generation) {
        SimulatedWire wire = associated(generation);
        wire.bridge().answers(_ -> BridgeAnswer.refuse(3));
        wire.pass(Duration.ofSeconds(11));
        assertEquals(
                List.of(new StationEvent.Ended(KEY, StationEvent.Reason.KEEP_ALIVE_REFUSED)), wire.takeEvents());
    }

    /** The built-in counterpart of row 48, and the 15.76 seconds of the ratified defaults. */
    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void silenceIsATimeout(VdpGeneration generation) {
        SimulatedWire wire = wire(generation);
        wire.bridge().answers(_ -> new BridgeAnswer.Silence());
        assertEquals(Acceptance.ACCEPTED, ask(wire, ASSOCIATE));
        Duration limit = generation == VdpGeneration.DRAFT ? Duration.ofSeconds(3) : EvbTimers.DEFAULT.acknowledgement();
        wire.pass(limit.minusNanos(1));
        assertEquals(List.of(), wire.takeEvents());
        assertEquals(Acceptance.BUSY, ask(wire, ASSOCIATE));
        wire.pass(Duration.ofNanos(1));
        assertEquals(List.of(new StationEvent.TimedOut(KEY, ASSOCIATE)), wire.takeEvents());
        assertEquals(List.of(), wire.station().vsis());
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void aLateAnswerCounts(VdpGeneration generation) {
        SimulatedWire wire = wire(generation);
        wire.bridge().answers(_ -> new BridgeAnswer.Reply(0, Duration.ofSeconds(2), 0));
        ask(wire, ASSOCIATE);
        wire.pass(Duration.ofMillis(1999));
        assertEquals(List.of(), wire.takeEvents());
        wire.pass(MOMENT);
        assertEquals(agreed(ASSOCIATE), wire.takeEvents());
    }

    /** Row 69: three frames half a second apart, each with a number of its own. */
    @Test
    void aDraftRequestThatNobodyAcknowledgesIsSentThreeTimes() throws Exception {
        SimulatedWire wire = wire(VdpGeneration.DRAFT);
        wire.bridge().acknowledges(false);
        long asked = wire.now();
        int before = wire.sent().size();
        ask(wire, ASSOCIATE);
        wire.pass(Duration.ofSeconds(4));
        List<SimulatedWire.Sent> sent = wire.sent().stream()
                .skip(before)
                .filter(one -> one.byStation() && one.frame().etherType() == EthernetFrame.ECP_DRAFT)
                .toList();
        assertEquals(
                List.of(0L, 500_000_000L, 1_000_000_000L), sent.stream().map(one -> one.time() - asked).toList());
        List<Integer> numbers = sent.stream().map(one -> sequence(one.frame())).toList();
        assertEquals(List.of(numbers.get(0), numbers.get(0) + 1, numbers.get(0) + 2), numbers);
        assertEquals(List.of(new StationEvent.TimedOut(KEY, ASSOCIATE)), wire.takeEvents());
    }

    private static int sequence(EthernetFrame frame) {
        try {
            return EcpDraftUnit.decode(frame.payload()).sequence();
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRatifiedRequestThatNobodyAcknowledgesIsRepeatedAsItIs() {
        SimulatedWire wire = wire(VdpGeneration.RATIFIED);
        wire.bridge().acknowledges(false);
        long asked = wire.now();
        int before = wire.sent().size();
        ask(wire, ASSOCIATE);
        wire.pass(MOMENT);
        List<SimulatedWire.Sent> sent = wire.sent().stream()
                .skip(before)
                .filter(one -> one.byStation() && one.frame().etherType() == EthernetFrame.ECP)
                .toList();
        assertEquals(
                List.of(0L, 2_560_000L, 5_120_000L, 7_680_000L), sent.stream().map(one -> one.time() - asked).toList());
        assertEquals(1, sent.stream().map(SimulatedWire.Sent::frame).distinct().count());
        assertEquals(List.of(new StationEvent.TimedOut(KEY, ASSOCIATE)), wire.takeEvents());
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void theSwitchMayEndAnAssociation(VdpGeneration generation) {
        SimulatedWire wire = associated(generation);
        assertTrue(wire.bridge().disassociate(KEY, wire.now()));
        assertFalse(wire.bridge().disassociate(KEY, wire.now()));
        wire.pass(MOMENT);
        assertEquals(List.of(new StationEvent.Ended(KEY, StationEvent.Reason.SWITCH)), wire.takeEvents());
        assertEquals(List.of(), wire.station().vsis());
        assertEquals(agreed(ASSOCIATE), askAndWait(wire, ASSOCIATE));
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void theBridgeMayChooseTheVlan(VdpGeneration generation) {
        SimulatedWire wire = wire(generation);
        wire.bridge().answers(_ -> new BridgeAnswer.Reply(0, Duration.ZERO, 77));
        List<VsiFilter> chosen = List.of(new VsiFilter.MacVlan(MACHINE, 77));
        assertEquals(List.of(new StationEvent.Agreed(KEY, PREASSOCIATE, chosen)), askAndWait(wire, PREASSOCIATE));
        assertEquals(List.of(new StationEvent.Agreed(KEY, ASSOCIATE, chosen)), askAndWait(wire, ASSOCIATE));
        assertEquals(chosen, wire.bridge().vsis().getFirst().filters());
        assertEquals(
                Acceptance.OTHER_FILTERS,
                wire.station().request(ASSOCIATE, PROFILE, List.of(new VsiFilter.MacVlan(MACHINE, 78)), wire.now()));
        assertEquals(
                Acceptance.OTHER_FILTERS,
                wire.station().request(ASSOCIATE, PROFILE, List.of(chosen.getFirst(), chosen.getFirst()), wire.now()));
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void aBridgeThatForgotIsToldAgainByTheKeepAlive(VdpGeneration generation) {
        SimulatedWire wire = associated(generation);
        wire.bridge().forget();
        wire.pass(Duration.ofSeconds(11));
        assertEquals(1, wire.bridge().vsis().size());
        assertEquals(List.of(), wire.takeEvents());
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void aBridgeForgetsWhatItHasNotAnsweredYet(VdpGeneration generation) {
        SimulatedWire wire = wire(generation);
        wire.bridge().answers(_ -> new BridgeAnswer.Reply(0, Duration.ofSeconds(1), 0));
        ask(wire, ASSOCIATE);
        wire.pass(MOMENT);
        wire.bridge().forget();
        wire.pass(Duration.ofSeconds(2));
        assertEquals(List.of(), wire.bridge().vsis());
        assertEquals(List.of(), wire.takeEvents());
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void bothSidesGiveUpWhenTheWireIsCut(VdpGeneration generation) {
        SimulatedWire wire = associated(generation);
        wire.weather(List::of);
        wire.pass(Duration.ofSeconds(27));
        assertEquals(
                List.of(new StationEvent.Ended(KEY, StationEvent.Reason.KEEP_ALIVE_TIMED_OUT)), wire.takeEvents());
        wire.pass(Duration.ofSeconds(15));
        assertEquals(List.of(), wire.bridge().vsis());
        wire.pass(Duration.ofMinutes(2));
        assertFalse(wire.station().hasBridge());
        assertFalse(wire.bridge().hasStation());
    }

    /** The built-in counterpart of row 40. */
    @Test
    void aDraftStationNeedsABridgeThatOffersVdp() {
        SimulatedWire wire = wire(VdpGeneration.DRAFT);
        assertTrue(wire.station().isReady());
        wire.bridge().stop();
        wire.pass(MOMENT);
        assertFalse(wire.station().isReady());
        assertFalse(wire.station().hasBridge());
        assertEquals(Acceptance.NOT_READY, ask(wire, ASSOCIATE));
        wire.bridge().resume(wire.now());
        wire.pass(MOMENT);
        assertEquals(agreed(ASSOCIATE), askAndWait(wire, ASSOCIATE));
        wire.station().stop();
        wire.pass(MOMENT);
        assertFalse(wire.bridge().hasStation());
    }

    /** The built-in counterpart of row 61. */
    @Test
    void onlyTheDraftGoesBackwards() {
        SimulatedWire ratified = associated(VdpGeneration.RATIFIED);
        assertEquals(Acceptance.BACKWARDS, ask(ratified, PREASSOCIATE));
        SimulatedWire draft = associated(VdpGeneration.DRAFT);
        assertEquals(agreed(PREASSOCIATE), askAndWait(draft, PREASSOCIATE));
        assertEquals(PREASSOCIATE, draft.bridge().vsis().getFirst().inForce());
    }

    @Test
    void theGenerationsDoNotUnderstandOneAnother() {
        SimulatedWire wire = new SimulatedWire(
                asLldpad(VdpGeneration.RATIFIED, STATION), asLldpad(VdpGeneration.DRAFT, BRIDGE));
        wire.pass(MOMENT);
        assertFalse(wire.station().hasBridge());
        ask(wire, ASSOCIATE);
        wire.pass(MOMENT);
        assertEquals(List.of(new StationEvent.TimedOut(KEY, ASSOCIATE)), wire.takeEvents());
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void nothingIsAgreedBeforeBothHaveHeardOfEachOther(VdpGeneration generation) {
        SimulatedWire wire = new SimulatedWire(asLldpad(generation, STATION), asLldpad(generation, BRIDGE));
        EthernetFrame first = wire.bridge().takeFrames().getFirst();
        wire.station().receive(first, wire.now());
        assertTrue(wire.station().hasBridge());
        assertFalse(wire.station().isAgreed());
        wire.pass(MOMENT);
        assertTrue(wire.bridge().isAgreed());
        assertTrue(wire.station().isAgreed());
    }

    @Test
    void theLargerTimesAreInForce() {
        EvbTimers slow = new EvbTimers(3, 14, 20, 20);
        SimulatedWire wire = new SimulatedWire(
                asLldpad(VdpGeneration.RATIFIED, STATION), asLldpad(VdpGeneration.RATIFIED, BRIDGE).timers(slow));
        wire.pass(MOMENT);
        wire.bridge().answers(_ -> new BridgeAnswer.Silence());
        ask(wire, ASSOCIATE);
        wire.pass(Duration.ofNanos(17_448_959_999L)); // row 68
        assertEquals(List.of(), wire.takeEvents());
        wire.pass(Duration.ofNanos(1));
        assertEquals(1, wire.takeEvents().size());
        wire.bridge().acknowledges(false);
        ask(wire, ASSOCIATE);
        int before = wire.sent().size();
        wire.pass(slow.retransmission().plusNanos(1));
        assertEquals(2, frames(wire, before, true, EthernetFrame.ECP), "the second when the longer time has passed");
    }

    /** The trap of the stale verdict: an answer that was given to another request settles nothing. */
    @Test
    void anAnswerToARequestBeforeDoesNotCount() throws Exception {
        SimulatedWire wire = wire(VdpGeneration.RATIFIED);
        askAndWait(wire, PREASSOCIATE);
        EthernetFrame old = wire.sent().stream()
                .map(SimulatedWire.Sent::frame)
                .filter(frame -> frame.etherType() == EthernetFrame.ECP && frame.source().equals(BRIDGE))
                .filter(frame -> frame.payload().length() > 4)
                .reduce((_, last) -> last)
                .orElseThrow();
        EcpUnit again = new EcpUnit(EcpUnit.REQUEST, 99, EcpUnit.decode(old.payload()).body());
        wire.bridge().answers(_ -> new BridgeAnswer.Silence());
        ask(wire, ASSOCIATE);
        wire.station().receive(new EthernetFrame(STATION, BRIDGE, EthernetFrame.ECP, again.encode()), wire.now());
        wire.pass(MOMENT);
        assertEquals(List.of(), wire.takeEvents());
        assertTrue(wire.station().vsis().getFirst().waiting());
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void ninetyVsisOnOnePort(VdpGeneration generation) {
        SimulatedWire wire = wire(generation);
        List<QbgProfile> profiles =
                IntStream.range(0, 90).mapToObj(i -> new QbgProfile(11, 1, 1, new UUID(7, i))).toList();
        for (QbgProfile profile : profiles) {
            assertEquals(Acceptance.ACCEPTED, wire.station().request(ASSOCIATE, profile, FILTERS, wire.now()));
        }
        wire.pass(Duration.ofMinutes(5));
        assertEquals(90, wire.bridge().vsis().size());
        assertEquals(90, wire.takeEvents().size());
        for (QbgProfile profile : profiles) {
            assertEquals(Acceptance.ACCEPTED, wire.station().request(DISASSOCIATE, profile, List.of(), wire.now()));
        }
        wire.pass(Duration.ofSeconds(1));
        assertEquals(List.of(), wire.bridge().vsis());
        assertEquals(List.of(), wire.station().vsis());
    }

    @Test
    void aDraftStationBeginsWithAnEmptyUnit() throws Exception {
        SimulatedWire wire = wire(VdpGeneration.DRAFT);
        EthernetFrame first = wire.sent().stream()
                .filter(sent -> sent.byStation() && sent.frame().etherType() == EthernetFrame.ECP_DRAFT)
                .findFirst()
                .orElseThrow()
                .frame();
        assertEquals(1, sequence(first));
        assertEquals(Octets.zeros(37), EcpDraftUnit.decode(first.payload()).body());
        assertEquals(1, frames(wire, 0, false, EthernetFrame.ECP_DRAFT)); // its acknowledgement
        assertEquals(0, wire.bridge().malformedFrames());
    }

    @Test
    void refusesFiltersThatAGenerationDoesNotHave() {
        SimulatedWire wire = wire(VdpGeneration.DRAFT);
        List<VsiFilter> vlan = List.of(new VsiFilter.Vlan(7));
        assertThrows(
                IllegalArgumentException.class, () -> wire.station().request(ASSOCIATE, PROFILE, vlan, wire.now()));
        assertThrows(
                IllegalArgumentException.class, () -> wire.station().request(ASSOCIATE, PROFILE, List.of(), wire.now()));
        SimulatedWire ratified = wire(VdpGeneration.RATIFIED);
        assertEquals(Acceptance.ACCEPTED, ratified.station().request(ASSOCIATE, PROFILE, vlan, ratified.now()));
        ratified.pass(MOMENT);
        assertEquals(vlan, ratified.bridge().vsis().getFirst().filters());
    }

    /** What cannot be sent would keep from being sent all that comes after it. */
    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void refusesFiltersThatDoNotFitTogetherIntoATlv(VdpGeneration generation) {
        SimulatedWire wire = wire(generation);
        List<VsiFilter> most = Collections.nCopies(60, FILTERS.getFirst());
        List<VsiFilter> tooMany = Collections.nCopies(61, FILTERS.getFirst());
        List<VsiFilter> mixed = List.of(FILTERS.getFirst(), new VsiFilter.Vlan(7));
        for (List<VsiFilter> filters : List.of(tooMany, mixed)) {
            assertThrows(
                    IllegalArgumentException.class, () -> wire.station().request(ASSOCIATE, PROFILE, filters, wire.now()));
            assertEquals(List.of(), wire.station().vsis());
        }
        assertEquals(Acceptance.ACCEPTED, wire.station().request(ASSOCIATE, PROFILE, most, wire.now()));
        wire.pass(MOMENT);
        assertEquals(List.of(new StationEvent.Agreed(KEY, ASSOCIATE, most)), wire.takeEvents());
    }

    /** The built-in counterpart of row 63. */
    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void theRatifiedGenerationForbidsVlanOneAndGroupAddresses(VdpGeneration generation) {
        SimulatedWire wire = wire(generation);
        Acceptance wanted = generation == VdpGeneration.DRAFT ? Acceptance.ACCEPTED : Acceptance.FORBIDDEN_FILTERS;
        List<VsiFilter> forbidden = List.of(
                new VsiFilter.MacVlan(MACHINE, 1),
                new VsiFilter.MacVlan(MACHINE, 4095),
                new VsiFilter.MacVlan(MacAddress.BROADCAST, 2),
                new VsiFilter.MacVlan(MacAddress.parse("00:00:00:00:00:00"), 2));
        for (int i = 0; i < forbidden.size(); i++) {
            QbgProfile profile = new QbgProfile(11, 1, 1, new UUID(8, i));
            assertEquals(wanted, wire.station().request(ASSOCIATE, profile, List.of(forbidden.get(i)), wire.now()));
        }
        for (int vlan : List.of(0, 2, 4094)) {
            QbgProfile profile = new QbgProfile(11, 1, 1, new UUID(9, vlan));
            List<VsiFilter> filters = List.of(new VsiFilter.MacVlan(MACHINE, vlan));
            assertEquals(Acceptance.ACCEPTED, wire.station().request(ASSOCIATE, profile, filters, wire.now()));
        }
    }

    /** A bridge that acknowledges late keeps requests waiting; their time begins when they are sent. */
    @Test
    void theTimeForAnAnswerBeginsWhenARequestIsSent() {
        EvbTimers slow = new EvbTimers(7, 18, 10, 20); // 2.6 s for an acknowledgement, eight times; 59 s for an answer
        SimulatedWire wire = new SimulatedWire(
                asLldpad(VdpGeneration.RATIFIED, STATION).timers(slow), asLldpad(VdpGeneration.RATIFIED, BRIDGE).timers(slow));
        wire.pass(MOMENT);
        wire.bridge().acknowledges(false);
        for (int i = 0; i < 5; i++) {
            QbgProfile profile = new QbgProfile(11, 1, 1, new UUID(10, i));
            assertEquals(Acceptance.ACCEPTED, wire.station().request(ASSOCIATE, profile, FILTERS, wire.now()));
        }
        wire.pass(Duration.ofSeconds(70)); // the first three are given up, the fourth is under way
        assertEquals(3, wire.takeEvents().size());
        wire.bridge().acknowledges(true);
        wire.pass(Duration.ofSeconds(3));
        assertEquals(2, wire.takeEvents().stream().filter(StationEvent.Agreed.class::isInstance).count());
    }

    @Test
    void whatWaitsToBeSentIsDroppedWhenItsVsiHasEnded() {
        SimulatedWire wire = associated(VdpGeneration.RATIFIED);
        QbgProfile other = new QbgProfile(11, 1, 1, new UUID(11, 0));
        wire.bridge().acknowledges(false);
        wire.bridge().disassociate(KEY, wire.now());
        wire.station().request(ASSOCIATE, other, FILTERS, wire.now()); // under way
        assertEquals(Acceptance.ACCEPTED, ask(wire, ASSOCIATE)); // waits
        wire.pass(Duration.ofMillis(1));
        assertEquals(List.of(new StationEvent.Ended(KEY, StationEvent.Reason.SWITCH)), wire.takeEvents());
        wire.bridge().acknowledges(true);
        wire.pass(MOMENT);
        assertEquals(List.of(VsiKey.of(other)), wire.bridge().vsis().stream().map(EvbBridge.Vsi::key).toList());
    }

    /** As a real lldpad does, which always begins with 1. */
    @Test
    void aStationThatIsStartedAnewWithTheSameNumberIsNotTakenForARepetition() {
        SimulatedWire wire = wire(VdpGeneration.RATIFIED);
        askAndWait(wire, ASSOCIATE);
        EthernetFrame first = wire.sent().stream()
                .map(SimulatedWire.Sent::frame)
                .filter(frame -> frame.etherType() == EthernetFrame.ECP && frame.source().equals(STATION))
                .findFirst()
                .orElseThrow();
        wire.bridge().forget();
        wire.bridge().receive(first, wire.now());
        assertEquals(List.of(), wire.bridge().vsis()); // a repetition
        wire.pass(Duration.ofMillis(1001));
        wire.bridge().receive(first, wire.now());
        assertEquals(1, wire.bridge().vsis().size());
    }

    @Test
    void unitsBeginAtRandom() {
        assertTrue(IntStream.range(0, 20)
                        .map(_ -> new EvbConfig(VdpGeneration.RATIFIED, STATION).firstSequence())
                        .distinct()
                        .count()
                > 10);
        assertThrows(IllegalArgumentException.class, () -> asLldpad(VdpGeneration.DRAFT, STATION).firstSequence(0));
        assertThrows(IllegalArgumentException.class, () -> asLldpad(VdpGeneration.DRAFT, STATION).firstSequence(0x1_0000));
    }

    @Test
    void malformedFramesAreCounted() {
        SimulatedWire wire = wire(VdpGeneration.RATIFIED);
        for (int type : List.of(EthernetFrame.LLDP, EthernetFrame.ECP)) {
            wire.station().receive(new EthernetFrame(STATION, BRIDGE, type, Octets.parse("ff")), wire.now());
        }
        assertEquals(2, wire.station().malformedFrames());
        wire.bridge().receive(new EthernetFrame(BRIDGE, STATION, EthernetFrame.ECP, Octets.parse("1001000200000000")), wire.now());
        assertEquals(0, wire.bridge().malformedFrames(), "an empty unit");
        wire.bridge().receive(new EthernetFrame(BRIDGE, STATION, EthernetFrame.ECP, Octets.parse("100100010c0000")), wire.now());
        assertEquals(1, wire.bridge().malformedFrames());
    }

    @Test
    void theExampleOfThePackageWorks() {
        assertInstanceOf(StationEvent.Agreed.class, EvbExample.associate(PROFILE, MACHINE).getFirst());
    }
}
