package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.wire.EcpUnit;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.VdpTlv;
import org.netlink4j.lldpad.wire.VsiFilter;

class EcpRatifiedTest {
    private static final EvbTimers SLOW = new EvbTimers(7, 18, 20, 20);
    private static final Octets BODY = Octets.parse("0a10");

    private final Outbox outbox = new Outbox(MacAddress.parse("52:54:00:0a:00:01"));
    private final List<VdpMessage> lost = new ArrayList<>();
    private final EcpRatified ecp = new EcpRatified(outbox, EvbTimers.DEFAULT, 0xffff, new Ecp.Listener() {
        @Override
        public void sent(VdpMessage message, long now) {}

        @Override
        public void lost(VdpMessage message, long now) {
            lost.add(message);
        }
    });

    private static VdpMessage message(int vsi) {
        VsiKey key = VsiKey.of(new QbgProfile(11, 1, 1, new UUID(7, vsi)));
        return new VdpMessage(key, VdpTlv.Vsi.UUID, PortRequest.ASSOCIATE, 0, List.of(new VsiFilter.Vlan(7)));
    }

    private EcpUnit unit() throws MalformedMessageException {
        List<EthernetFrame> frames = outbox.take();
        assertEquals(1, frames.size());
        return EcpUnit.decode(frames.getFirst().payload());
    }

    private Optional<Octets> receive(EcpUnit unit, long now) throws MalformedMessageException {
        return ecp.receive(unit.encode(), now);
    }

    @Test
    void oneMessageAtATimeAndNoUnitHasTheNumberZero() throws Exception {
        ecp.send(message(0), 0);
        ecp.send(message(1), 0);
        assertEquals(2, ecp.backlog());
        assertEquals(0xffff, unit().sequence());
        receive(new EcpUnit(EcpUnit.ACKNOWLEDGEMENT, 0xfffe, Octets.EMPTY), 0); // of another
        assertEquals(2, ecp.backlog());
        receive(new EcpUnit(EcpUnit.ACKNOWLEDGEMENT, 0xffff, Octets.EMPTY), 0);
        assertEquals(1, ecp.backlog());
        EcpUnit second = unit();
        assertEquals(1, second.sequence());
        assertEquals(List.of(message(1)), Vdp.RATIFIED.decode(second.body()));
    }

    @Test
    void givesUpAfterTheRetriesThatWereAgreed() throws Exception {
        ecp.timers(SLOW);
        ecp.send(message(0), 0);
        for (int i = 0; i <= SLOW.retries(); i++) {
            assertEquals(0xffff, unit().sequence());
            assertEquals(SLOW.retransmission().toNanos() * (i + 1), ecp.nextTimer());
            assertEquals(List.of(), lost);
            ecp.advance(ecp.nextTimer());
        }
        assertEquals(List.of(message(0)), lost);
        assertEquals(List.of(), outbox.take());
        assertEquals(Timer.NEVER, ecp.nextTimer());
        assertEquals(0, ecp.backlog());
    }

    /** As long as the other side may repeat a unit, an equal one is a repetition. */
    @Test
    void remembersAUnitForTwiceTheTimeOfItsRepetitions() throws Exception {
        ecp.timers(SLOW);
        EcpUnit request = new EcpUnit(EcpUnit.REQUEST, 5, BODY);
        assertEquals(Optional.of(BODY), receive(request, 0));
        long memory = 2 * 8 * SLOW.retransmission().toNanos();
        assertEquals(Optional.empty(), receive(request, memory - 1));
        assertEquals(Optional.of(BODY), receive(request, 2 * memory - 1));
        assertEquals(Optional.of(BODY), receive(new EcpUnit(EcpUnit.REQUEST, 6, BODY), 2 * memory), "it has another number");
        List<EthernetFrame> acknowledgements = outbox.take();
        assertEquals(4, acknowledgements.size());
        assertEquals(
                new EcpUnit(EcpUnit.ACKNOWLEDGEMENT, 6, Octets.EMPTY), EcpUnit.decode(acknowledgements.getLast().payload()));
    }

    @Test
    void answersNeitherOtherProtocolsNorOtherOperations() throws Exception {
        for (EcpUnit unit : List.of(new EcpUnit(1, EcpUnit.REQUEST, 2, 5, BODY), new EcpUnit(1, 3, EcpUnit.VDP, 5, BODY))) {
            assertEquals(Optional.empty(), receive(unit, 0));
        }
        ecp.acknowledging(false);
        assertEquals(Optional.empty(), receive(new EcpUnit(EcpUnit.REQUEST, 5, BODY), 0));
        assertEquals(List.of(), outbox.take());
    }
}
