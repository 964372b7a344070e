package org.netlink4j.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_NOOP;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/** What random interleavings reach too seldom: many requests that are open at once, and numbers that look alike. */
class ConversationTest {
    private static final int THING = 20;

    private final Conversation conversation = new Conversation(NetlinkProtocol.of(0, "TEST"), 0, 4711, 0);

    /** A request and the numbers it was answered with. */
    private static final class Asked implements Exchange.Handler {
        final Exchange exchange = new Exchange();
        final List<Integer> answers = new ArrayList<>();

        @Override
        public void answer(MessageReader message) throws MalformedMessageException {
            answers.add(message.u32(0));
        }

        @Override
        public byte[] request() {
            return new byte[16];
        }

        @Override
        public void ended(Exchange ended) {
            // the test looks
        }
    }

    private Asked ask() {
        Asked asked = new Asked();
        conversation.begin(asked.exchange, asked, THING, 0, 1000);
        return asked;
    }

    private void answer(int type, int sequence) {
        byte[] datagram = new byte[20];
        new MessageWriter().over(MemorySegment.ofArray(datagram), 0, datagram.length).begin(type, 0, sequence, 4711).u32(sequence).end();
        conversation.datagram(MemorySegment.ofArray(datagram), datagram.length, 0, false);
    }

    @Test
    void aThousandOpenRequestsEachGetTheirOwnAnswer() {
        List<Asked> all = IntStream.range(0, 1000).mapToObj(_ -> ask()).toList();
        assertEquals(1000, conversation.openExchanges());
        all.reversed().forEach(asked -> answer(THING, asked.exchange.sequence()));
        all.forEach(asked -> assertEquals(List.of(asked.exchange.sequence()), asked.answers));
        assertEquals(0, conversation.openExchanges());
    }

    @Test
    void aLongOpenRequestKeepsItsPlaceWhileOthersComeAndGo() {
        Asked patient = ask();
        for (int i = 0; i < 1000; i++) {
            Asked other = ask();
            answer(THING, other.exchange.sequence());
            assertEquals(List.of(other.exchange.sequence()), other.answers);
        }
        answer(THING, patient.exchange.sequence());
        assertEquals(List.of(patient.exchange.sequence()), patient.answers);
    }

    @Test
    void aNumberThatDiffersInASingleBitIsNobodys() {
        Asked asked = ask();
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            answer(THING, asked.exchange.sequence() ^ 1 << bit);
        }
        assertEquals(List.of(), asked.answers);
        assertEquals(Integer.SIZE, conversation.dropped());
    }

    @Test
    void noopIsNoAnswer() {
        Asked asked = ask();
        answer(NLMSG_NOOP, asked.exchange.sequence());
        assertTrue(asked.exchange.isOpen());
        assertEquals(List.of(), asked.answers);
    }

    @Test
    void afterAnOverrunEachRequestHasAFailureOfItsOwn() {
        Asked one = ask();
        Asked other = ask();
        conversation.overrun(new OverrunException("full"));
        assertNotSame(one.exchange.failure().orElseThrow(), other.exchange.failure().orElseThrow());
    }
}
