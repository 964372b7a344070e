package org.netlink4j.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.schema.Nlmsgerr.NLMSGERR_ATTR_COOKIE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_NOOP;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_OVERRUN;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK_TLVS;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ECHO;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/** What random interleavings reach too seldom: many requests that are open at once, and numbers that look alike. */
class ConversationTest {
    private static final int THING = 20;
    private static final int PORT = 4711;
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "TEST");

    private final Conversation conversation = new Conversation(PROTOCOL, 0, PORT, 0);

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
        return ask(0);
    }

    private Asked ask(int flags) {
        Asked asked = new Asked();
        conversation.begin(asked.exchange, asked, THING, flags, 1000);
        return asked;
    }

    private void answer(int type, int sequence) {
        answer(type, 0, sequence, PORT, false, sequence);
    }

    /** A message of one number after the other arrives. */
    private void answer(int type, int flags, int sequence, int port, boolean multicast, int... payload) {
        byte[] datagram = new byte[16 + 4 * payload.length];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(datagram), 0, datagram.length);
        out.begin(type, flags, sequence, port);
        IntStream.of(payload).forEach(out::u32);
        out.end();
        conversation.datagram(MemorySegment.ofArray(datagram), datagram.length, 0, multicast);
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

    @Test
    void numbersCountUpAndLeaveOutThatOfNotifications() {
        Conversation late = new Conversation(PROTOCOL, 0, PORT, -3);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Asked asked = new Asked();
            late.begin(asked.exchange, asked, THING, 0, 1000);
            numbers.add(asked.exchange.sequence());
        }
        assertEquals(List.of(-2, -1, 1, 2), numbers);
    }

    @Test
    void aRequestExpiresAtItsDeadlineAndNotBefore() {
        Asked asked = ask();
        assertEquals(THING, asked.exchange.type());
        conversation.expire(999);
        assertTrue(asked.exchange.isOpen());
        conversation.expire(1000);
        String why = assertInstanceOf(TimedOutException.class, asked.exchange.failure().orElseThrow()).getMessage();
        assertEquals(PROTOCOL.nameOf(asked.request()) + ": no complete answer in time", why);
    }

    @Test
    void theEndOfAllIsTheEndOfEach() {
        List<Asked> all = List.of(ask(), ask(NLM_F_DUMP), ask(NLM_F_ACK));
        ClosedException why = new ClosedException("closed");
        conversation.endAll(why);
        all.forEach(asked -> assertSame(why, asked.exchange.failure().orElseThrow()));
        assertEquals(0, conversation.openExchanges());
    }

    @Test
    void whatSucceedsWithoutAnAnswerIsNotOpenAnyMore() {
        Asked asked = ask();
        conversation.succeed(asked.exchange);
        conversation.succeed(asked.exchange);
        assertFalse(asked.exchange.isOpen());
        assertEquals(0, conversation.openExchanges());
    }

    @Test
    void aRequestWithoutAnAcknowledgementEndsWithItsAnswerAndAnotherDoesNot() {
        Asked plain = ask();
        answer(THING, plain.exchange.sequence());
        assertFalse(plain.exchange.isOpen());
        Asked acknowledged = ask(NLM_F_ACK);
        answer(THING, acknowledged.exchange.sequence());
        assertTrue(acknowledged.exchange.isOpen());
    }

    @Test
    void anEchoIsAnAnswerIfItWasWantedAndIsOurs() {
        Asked wants = ask(NLM_F_ECHO | NLM_F_ACK);
        Asked doesNot = ask(NLM_F_ACK);
        answer(THING, 0, wants.exchange.sequence(), PORT, true, 1);
        answer(THING, 0, wants.exchange.sequence(), PORT + 1, true, 2);
        answer(THING, 0, doesNot.exchange.sequence(), PORT, true, 3);
        assertEquals(List.of(1), wants.answers);
        assertEquals(List.of(), doesNot.answers);
        assertEquals(2, conversation.dropped());
    }

    @Test
    void anAbandonedDumpRunsUntilItsLastMessage() {
        for (int last : new int[] {NLMSG_DONE, NLMSG_ERROR, NLMSG_OVERRUN}) {
            Asked dump = ask(NLM_F_DUMP);
            conversation.cancel(dump.exchange, new ClosedException("enough"));
            answer(last, dump.exchange.sequence() + 1);
            answer(THING, dump.exchange.sequence());
            answer(last, 0, dump.exchange.sequence(), PORT, true, 0, 0);
            assertTrue(conversation.isDumpRunning());
            answer(last, dump.exchange.sequence());
            assertFalse(conversation.isDumpRunning());
        }
    }

    @Test
    void aRequestThatWasNotSentLeavesTheDumpRunning() {
        Asked dump = ask(NLM_F_DUMP);
        conversation.notSent(ask().exchange, new ClosedException("lost"));
        assertTrue(conversation.isDumpRunning());
        conversation.notSent(dump.exchange, new ClosedException("lost"));
        assertFalse(conversation.isDumpRunning());
        assertEquals(0, conversation.openExchanges());
    }

    @Test
    void theNumberAtTheEndOfADumpIsItsErrorAndNoAnswer() {
        Asked without = ask(NLM_F_DUMP);
        answer(NLMSG_DONE, NLM_F_MULTI, without.exchange.sequence(), PORT, false);
        assertTrue(without.exchange.failure().isEmpty());
        Asked well = ask(NLM_F_DUMP);
        answer(NLMSG_DONE, NLM_F_MULTI, well.exchange.sequence(), PORT, false, 0);
        assertTrue(well.exchange.failure().isEmpty());
        Asked refused = ask(NLM_F_DUMP);
        answer(NLMSG_DONE, NLM_F_MULTI, refused.exchange.sequence(), PORT, false, -22);
        assertEquals(22, assertInstanceOf(KernelException.class, refused.exchange.failure().orElseThrow()).errno());
        assertEquals(List.of(), refused.answers);
        assertFalse(conversation.isDumpRunning());
    }

    /** lldpad answers so. */
    @Test
    void aDoneThatIsNotOfSeveralMessagesIsAnAnswerIfThereIsMoreThanANumberInIt() {
        Asked nothing = ask();
        answer(NLMSG_DONE, 0, nothing.exchange.sequence(), PORT, false, 0);
        assertEquals(List.of(), nothing.answers);
        assertFalse(nothing.exchange.isOpen());
        Asked something = ask();
        answer(NLMSG_DONE, 0, something.exchange.sequence(), PORT, false, 5, 6);
        assertEquals(List.of(5), something.answers);
        assertFalse(something.exchange.isOpen());
    }

    @Test
    void anExtendedAcknowledgementFollowsTheRequestOrItsHeaderAlone() {
        int header = 16;
        int request = 24; // with eight bytes that a capped answer does not repeat
        int message = 8 | NLMSGERR_ATTR_COOKIE << 16; // an attribute of four bytes
        Asked whole = ask(NLM_F_ACK);
        answer(NLMSG_ERROR, NLM_F_ACK_TLVS, whole.exchange.sequence(), PORT, false, 0, request, 0, 0, 0, 7, 7, message, 1);
        assertEquals("01000000", whole.exchange.said().cookie().orElseThrow());
        Asked capped = ask(NLM_F_ACK);
        answer(NLMSG_ERROR, NLM_F_ACK_TLVS | NLM_F_CAPPED, capped.exchange.sequence(), PORT, false,
                0, request, 0, 0, 0, message, 2);
        assertEquals("02000000", capped.exchange.said().cookie().orElseThrow());
        Asked empty = ask(NLM_F_ACK);
        answer(NLMSG_ERROR, NLM_F_ACK_TLVS, empty.exchange.sequence(), PORT, false, 0, header, 0, 0, 0);
        assertTrue(empty.exchange.failure().isEmpty());
        Asked outside = ask(NLM_F_ACK);
        answer(NLMSG_ERROR, NLM_F_ACK_TLVS, outside.exchange.sequence(), PORT, false, 0, request, 0, 0, 0);
        assertInstanceOf(MalformedMessageException.class, outside.exchange.failure().orElseThrow());
        Asked without = ask(NLM_F_ACK);
        answer(NLMSG_ERROR, 0, without.exchange.sequence(), PORT, false, 0, header, 0, 0, 0, message, 3);
        assertTrue(without.exchange.said().cookie().isEmpty());
    }
}
