package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.wire.EcpDraftUnit;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.VdpTlv;
import org.netlink4j.lldpad.wire.VsiFilter;

/** Messages of one filter have 40 bytes, each further filter 8: 35 of them fill the 1400 bytes of a unit. */
class EcpDraftTest {
    private static final VsiFilter FILTER = new VsiFilter.MacVlan(MacAddress.parse("52:54:00:c7:3e:ce"), 7);
    private static final long HALF_SECOND = 500_000_000L;

    private final Outbox outbox = new Outbox(MacAddress.parse("52:54:00:0a:00:01"));
    private final List<VdpMessage> sent = new ArrayList<>();
    private final List<VdpMessage> all = new ArrayList<>();
    private final EcpDraft ecp = new EcpDraft(outbox, 0xffff, new Ecp.Listener() {
        @Override
        public void sent(VdpMessage message, long now) {
            sent.add(message);
        }

        @Override
        public void lost(VdpMessage message, long now) {
            throw new AssertionError("the draft does not say so");
        }
    });

    private void send(int messages, int filters) {
        for (int i = 0; i < messages; i++) {
            VsiKey key = VsiKey.of(new QbgProfile(11, 1, 1, new UUID(7, all.size())));
            all.add(new VdpMessage(key, VdpTlv.Vsi.UUID, PortRequest.ASSOCIATE, 0, Collections.nCopies(filters, FILTER)));
            ecp.send(all.getLast(), 0);
        }
    }

    private EcpDraftUnit unit() throws MalformedMessageException {
        List<EthernetFrame> frames = outbox.take();
        assertEquals(1, frames.size());
        return EcpDraftUnit.decode(frames.getFirst().payload());
    }

    private static List<VdpMessage> messages(EcpDraftUnit unit) throws MalformedMessageException {
        return Vdp.DRAFT.decode(unit.body());
    }

    private void acknowledge(int sequence) throws MalformedMessageException {
        ecp.receive(new EcpDraftUnit(EcpDraftUnit.ACKNOWLEDGEMENT, sequence, Octets.EMPTY).encode(), 0);
    }

    @Test
    void messagesGoIntoUnitsOfAtMost1400Bytes() throws Exception {
        assertEquals(0, ecp.backlog());
        send(1 + 35 + 34 + 1, 1); // the first goes at once
        send(1, 2);
        assertEquals(72, ecp.backlog());
        assertEquals(all.subList(0, 1), messages(unit()));
        acknowledge(0xffff);
        assertEquals(71, ecp.backlog());
        EcpDraftUnit full = unit();
        assertEquals(1400 + 2, full.body().length(), "and the End TLV");
        assertEquals(0, full.sequence());
        assertEquals(all.subList(1, 36), messages(full));
        assertEquals(all.subList(0, 36), sent);
        acknowledge(0);
        assertEquals(36, ecp.backlog());
        assertEquals(all.subList(36, 71), messages(unit()));
        acknowledge(1);
        assertEquals(all.subList(71, 72), messages(unit()));
        assertEquals(1, ecp.backlog());
        acknowledge(2);
        assertEquals(0, ecp.backlog());
        assertEquals(List.of(), outbox.take());
        assertEquals(all, sent);
    }

    @Test
    void aMessageThatIsEightBytesTooLongWaits() throws Exception {
        send(1 + 34, 1);
        send(1, 2);
        unit();
        acknowledge(0xffff);
        assertEquals(34, messages(unit()).size());
        acknowledge(0);
        assertEquals(all.subList(35, 36), messages(unit()));
    }

    @Test
    void aRepetitionTakesAlongWhatWaitsIfThereIsRoom() throws Exception {
        send(1 + 34 + 5, 1);
        assertEquals(1, messages(unit()).size());
        ecp.advance(HALF_SECOND - 1);
        assertEquals(List.of(), outbox.take());
        ecp.advance(HALF_SECOND);
        assertEquals(all.subList(0, 35), messages(unit()));
        assertEquals(all.subList(0, 35), sent);
        ecp.advance(2 * HALF_SECOND);
        EcpDraftUnit third = unit();
        assertEquals(1, third.sequence());
        assertEquals(all.subList(0, 35), messages(third));
        assertEquals(40, ecp.backlog());
        ecp.advance(3 * HALF_SECOND);
        assertEquals(all.subList(35, 40), messages(unit()), "the first are given up");
        assertEquals(5, ecp.backlog());
    }

    @Test
    void whatIsUnderWayIsNotUnsent() throws Exception {
        send(4, 1);
        unit();
        IntStream.of(0, 2).forEach(i -> ecp.unsend(all.get(i).key()));
        assertEquals(3, ecp.backlog());
        acknowledge(0xfffe); // of another unit
        assertEquals(List.of(), outbox.take());
        acknowledge(0xffff);
        assertEquals(List.of(all.get(1), all.get(3)), messages(unit()));
    }
}
