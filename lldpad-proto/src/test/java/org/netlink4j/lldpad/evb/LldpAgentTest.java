package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.EvbDraftTlv;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.StandardTlv.ChassisId;
import org.netlink4j.lldpad.wire.StandardTlv.PortId;
import org.netlink4j.lldpad.wire.StandardTlv.TimeToLive;
import org.netlink4j.lldpad.wire.Tlv;
import org.netlink4j.lldpad.wire.TlvSequence;

class LldpAgentTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Octets ADDRESS = Octets.parse("5254000a0001");
    private static final ChassisId CHASSIS = new ChassisId(4, ADDRESS);
    private static final PortId PORT = new PortId(3, ADDRESS);
    private static final EvbDraftTlv OFFER = new EvbOfferDraft(true, EvbTimers.DEFAULT).own(0);

    private final Outbox outbox = new Outbox(MacAddress.parse("52:54:00:0a:00:01"));
    private int vsis;
    private final LldpAgent agent = new LldpAgent(outbox, new EvbOfferDraft(false, EvbTimers.DEFAULT), () -> vsis);

    private void hear(long now, Tlv... tlvs) throws MalformedMessageException {
        agent.receive(TlvSequence.ended(tlvs).encode(), now);
    }

    /** When the timer is due the next times there is a frame: the seconds. */
    private List<Long> times(int frames) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            long now = agent.nextTimer();
            agent.advance(now - 1);
            assertEquals(List.of(), outbox.take());
            agent.advance(now);
            outbox.take().forEach(_ -> times.add(now / SECOND));
        }
        return times;
    }

    private static TlvSequence tlvs(EthernetFrame frame) throws MalformedMessageException {
        return TlvSequence.decode(frame.payload());
    }

    @Test
    void fourFramesASecondApartThenOneEveryThirtySeconds() throws Exception {
        agent.start(0);
        assertEquals(1, outbox.take().size());
        assertEquals(List.of(1L, 2L, 3L, 33L, 63L), times(5));
        hear(70 * SECOND, CHASSIS, PORT, new TimeToLive(120), OFFER); // something new
        assertEquals(1, outbox.take().size());
        assertEquals(List.of(71L, 72L, 73L, 103L), times(4));
        hear(110 * SECOND, CHASSIS, PORT, new TimeToLive(120), OFFER); // nothing new
        assertEquals(List.of(), outbox.take());
        assertEquals(List.of(133L), times(1));
    }

    @Test
    void sendsItsOfferWithTheNumberOfVsis() throws Exception {
        vsis = 7;
        agent.start(0);
        EthernetFrame frame = outbox.take().getFirst();
        assertEquals(EthernetFrame.NEAREST_CUSTOMER_BRIDGE, frame.destination());
        assertEquals(EthernetFrame.LLDP, frame.etherType());
        EvbDraftTlv offer = new EvbOfferDraft(false, EvbTimers.DEFAULT).own(7);
        assertEquals(7, offer.configuredVsis());
        assertEquals(List.of(CHASSIS, PORT, new TimeToLive(120), offer), tlvs(frame).tlvs());
    }

    @Test
    void saysGoodbyeOnceAndIsSilentUntilItResumes() throws Exception {
        agent.start(0);
        outbox.take();
        agent.stop();
        assertEquals(List.of(CHASSIS, PORT, new TimeToLive(0)), tlvs(outbox.take().getFirst()).tlvs());
        assertEquals(Timer.NEVER, agent.nextTimer());
        agent.stop();
        agent.advance(100 * SECOND);
        hear(100 * SECOND, CHASSIS, PORT, new TimeToLive(120), OFFER);
        assertEquals(List.of(), outbox.take());
        assertTrue(agent.hasNeighbour());
        agent.resume(101 * SECOND);
        assertEquals(1, outbox.take().size());
        assertEquals(List.of(102L, 103L, 104L, 134L), times(4));
    }

    /** Five at once; the sixth a second after the first, and as fast as the others. */
    @Test
    void waitsForCredit() {
        agent.start(0);
        for (int i = 0; i < 6; i++) {
            agent.start(SECOND / 2);
        }
        assertEquals(TransmitCredit.MOST, outbox.take().size());
        assertEquals(List.of(1L, 2L, 3L, 4L, 34L), times(5));
        assertEquals(64 * SECOND, agent.nextTimer());
        for (int i = 0; i < 6; i++) {
            agent.start(50 * SECOND);
        }
        assertEquals(TransmitCredit.MOST, outbox.take().size());
        agent.stop();
        outbox.take();
        agent.resume(50 * SECOND);
        assertEquals(1, outbox.take().size(), "who resumes is heard at once");
    }

    @Test
    void forgetsANeighbourThatSaysGoodbyeOrNothing() throws Exception {
        agent.stop(); // no timer but the neighbour's
        hear(0, CHASSIS, PORT, new TimeToLive(120), OFFER);
        assertEquals(120 * SECOND, agent.nextTimer());
        agent.advance(120 * SECOND - 1);
        assertTrue(agent.hasNeighbour());
        agent.advance(120 * SECOND);
        assertFalse(agent.hasNeighbour());
        hear(200 * SECOND, CHASSIS, PORT, new TimeToLive(120), OFFER);
        assertTrue(agent.hasNeighbour());
        hear(201 * SECOND, CHASSIS, PORT, new TimeToLive(0), OFFER);
        assertFalse(agent.hasNeighbour());
        assertEquals(Timer.NEVER, agent.nextTimer());
        hear(202 * SECOND, CHASSIS, PORT, new TimeToLive(1));
        assertFalse(agent.hasNeighbour(), "it offers nothing");
    }

    @Test
    void refusesWhatDoesNotBeginWithChassisPortAndTimeToLive() {
        TimeToLive ttl = new TimeToLive(120);
        for (Tlv[] tlvs : List.of(
                new Tlv[] {CHASSIS, PORT},
                new Tlv[] {PORT, PORT, ttl, OFFER},
                new Tlv[] {CHASSIS, CHASSIS, ttl, OFFER},
                new Tlv[] {CHASSIS, PORT, OFFER, ttl})) {
            assertThrows(MalformedMessageException.class, () -> hear(0, tlvs));
        }
        assertFalse(agent.hasNeighbour());
    }
}
