package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_NOOP;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_OVERRUN;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK_TLVS;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP_INTR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ECHO;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.DumpInterruptedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.wire.MessageReader;

class NetlinkClientTest {
    private static final int THING = 20;
    private static final AttributeSet INNER = AttributeSet.of("INNER", AttributeSpec.u32(1, "INNER_MODE"));
    private static final AttributeSet OUTER =
            AttributeSet.of("OUTER", AttributeSpec.u32(1, "OUTER_ID"), AttributeSpec.nest(2, "OUTER_NEST", () -> INNER));
    private static final NetlinkProtocol PROTOCOL =
            NetlinkProtocol.of(0, "TEST", new MessageSpec(THING, "NEW_THING", StructSpec.EMPTY, OUTER));
    private static final Request REQUEST =
            Request.of(THING, out -> out.attributes().u32(1, 7).begin(2).u32(1, 99).end());

    private static final ScriptedTransport.Answer ACK = (out, sequence) ->
            out.begin(NLMSG_ERROR, NLM_F_CAPPED, sequence, 4711).u32(0).zeros(16).end();
    private static final ScriptedTransport.Answer DONE = (out, sequence) ->
            out.begin(NLMSG_DONE, NLM_F_MULTI, sequence, 4711).u32(0).end();

    private static ScriptedTransport.Answer thing(int value, int flags) {
        return (out, sequence) -> out.begin(THING, flags, sequence, 4711).u32(value).end();
    }

    private static ScriptedTransport.Answer error(int errno) {
        return (out, sequence) -> out.begin(NLMSG_ERROR, NLM_F_CAPPED, sequence, 4711).u32(-errno).zeros(16).end();
    }

    private static ScriptedTransport.Answer together(ScriptedTransport.Answer... answers) {
        return (out, sequence) -> {
            for (ScriptedTransport.Answer answer : answers) {
                answer.write(out, sequence);
            }
        };
    }

    private final ScriptedTransport transport = new ScriptedTransport();
    private final NetlinkClient client = NetlinkClient.over(PROTOCOL, transport);

    @Test
    void executeAsksForAnAcknowledgementAndReturnsWithIt() throws Exception {
        transport.answer(ACK);
        assertSame(ExtendedAck.NONE, client.execute(REQUEST.flags(NLM_F_CREATE)));
        MessageReader sent = sent(0);
        assertEquals(THING, sent.type());
        assertEquals(NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE, sent.flags());
        assertEquals(0, sent.portId());
    }

    /** Asks for one object and reads a number at an offset of the answer. */
    private int number(int at) throws NetlinkException {
        return client.<Integer>get(REQUEST, message -> message.u32(at));
    }

    private MessageReader sent(int index) throws MalformedMessageException {
        byte[] bytes = transport.sent().get(index);
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        assertTrue(reader.next());
        return reader;
    }

    @Test
    void everyRequestHasASequenceNumberOfItsOwnThatIsNeverZero() throws Exception {
        for (int i = 0; i < 3; i++) {
            transport.answer(ACK);
            client.execute(REQUEST);
        }
        assertEquals(sent(0).sequence() + 1, sent(1).sequence());
        assertEquals(sent(1).sequence() + 1, sent(2).sequence());
    }

    @Test
    void getReturnsTheOneAnswer() throws Exception {
        transport.answer(thing(42, 0));
        assertEquals(42, number(0));
        assertEquals(NLM_F_REQUEST, sent(0).flags());
    }

    @Test
    void getRefusesSilenceAfterAnAcknowledgement() {
        transport.answer(ACK);
        assertThrows(MalformedMessageException.class, () -> client.get(REQUEST, message -> message.u32(0)));
    }

    @Test
    void getTakesAnAnswerThatComesAsDoneWithAPayload() throws Exception {
        transport.answer((out, sequence) -> out.begin(NLMSG_DONE, 0, sequence, 1).u32(5).u32(6).end());
        assertEquals(6, number(4));
    }

    @Test
    void listCollectsAllDatagramsUpToDone() throws Exception {
        transport.answers(together(thing(1, NLM_F_MULTI), thing(2, NLM_F_MULTI)), thing(3, NLM_F_MULTI), DONE);
        assertEquals(List.of(1, 2, 3), client.list(REQUEST, message -> message.u32(0)));
        assertEquals(NLM_F_REQUEST | NLM_F_DUMP, sent(0).flags());
    }

    @Test
    void anEmptyDumpIsAnEmptyList() throws Exception {
        transport.answer(DONE);
        assertEquals(List.of(), client.list(REQUEST, message -> message.u32(0)));
    }

    @Test
    void noopIsSkipped() throws Exception {
        transport.answers((out, sequence) -> out.begin(NLMSG_NOOP, 0, sequence, 0).end(), ACK);
        client.execute(REQUEST);
    }

    @Test
    void aRefusalCarriesErrnoTheKernelsWordsAndTheAttributePath() throws Exception {
        // the request: 16 header, 8 OUTER_ID, at 24 OUTER_NEST, at 28 INNER_MODE
        transport.answer((out, sequence) -> {
            out.begin(NLMSG_ERROR, NLM_F_CAPPED | NLM_F_ACK_TLVS, sequence, 0).u32(-Errno.EINVAL).zeros(16)
                    .attributes().stringz(1, "bad mode").u32(2, 28);
            out.end();
        });
        KernelException e = assertThrows(KernelException.class, () -> client.execute(REQUEST));
        assertEquals(Errno.EINVAL, e.errno());
        assertEquals("NEW_THING", e.request());
        assertEquals(Optional.of("bad mode"), e.kernelMessage());
        assertEquals(OptionalInt.of(28), e.extendedAck().offset());
        assertEquals(Optional.of("OUTER_NEST/INNER_MODE"), e.attributePath());
        assertEquals("NEW_THING refused: EINVAL (Invalid argument): bad mode, at OUTER_NEST/INNER_MODE", e.getMessage());
    }

    @Test
    void aTimedOutRequestLeavesTheClientUsableAndItsLateAnswerIsDropped() throws Exception {
        assertThrows(TimedOutException.class, () -> client.get(REQUEST, message -> message.u32(0)));
        int late = sent(0).sequence();
        transport.stray(0, ScriptedTransport.encode(thing(666, 0), late)).answer(thing(1, 0));
        assertEquals(1, number(0));
        assertEquals(1, client.dropped());
    }

    @Test
    void anAnswerFromAnotherPortIsNotBelievedEvenWithTheRightSequenceNumber() throws Exception {
        transport.answer(99, ACK);
        assertThrows(TimedOutException.class, () -> client.execute(REQUEST));
        assertEquals(1, client.dropped());
    }

    @Test
    void aMalformedDatagramFromAStrangerHurtsNobody() throws Exception {
        transport.stray(99, new byte[] {1, 2, 3}).answer(ACK);
        client.execute(REQUEST);
        assertEquals(1, client.dropped());
    }

    @Test
    void anInterruptedDumpIsReportedAndNotReturned() {
        transport.answers(thing(1, NLM_F_MULTI), thing(2, NLM_F_MULTI | NLM_F_DUMP_INTR), DONE);
        List<Integer> seen = new ArrayList<>();
        assertThrows(DumpInterruptedException.class, () -> client.dump(REQUEST, message -> seen.add(message.u32(0))));
        assertEquals(List.of(1, 2), seen);
    }

    @Test
    void anInterruptionMarkedOnlyOnDoneIsReportedToo() {
        transport.answers(thing(1, NLM_F_MULTI), (out, sequence) ->
                out.begin(NLMSG_DONE, NLM_F_MULTI | NLM_F_DUMP_INTR, sequence, 0).u32(0).end());
        assertThrows(DumpInterruptedException.class, () -> client.dump(REQUEST, _ -> {}));
    }

    private static final ScriptedTransport.Answer INTERRUPTED = (out, sequence) ->
            out.begin(NLMSG_DONE, NLM_F_MULTI | NLM_F_DUMP_INTR, sequence, 0).u32(0).end();

    @Test
    void anInterruptedListIsRepeatedUntilItIsWhole() throws Exception {
        transport.answers(thing(1, NLM_F_MULTI), INTERRUPTED).answers(thing(2, NLM_F_MULTI), INTERRUPTED)
                .answers(thing(3, NLM_F_MULTI), DONE);
        assertEquals(List.of(3), client.list(REQUEST, message -> message.u32(0)));
    }

    @Test
    void repeatingEndsAfterAsManyAttemptsAsThePolicyAllows() {
        transport.answers(INTERRUPTED).answers(INTERRUPTED).answers(DONE);
        DumpPolicy twice = new DumpPolicy.Retry(2, Duration.ZERO);
        assertThrows(DumpInterruptedException.class, () -> client.list(REQUEST, twice, message -> message.u32(0)));
        assertEquals(2, transport.sent().size());
    }

    @Test
    void thePolicyMayBeToFailOrToReturnWhatCameMarked() throws Exception {
        transport.answers(thing(1, NLM_F_MULTI), INTERRUPTED).answers(thing(1, NLM_F_MULTI), INTERRUPTED).answers(DONE);
        assertThrows(
                DumpInterruptedException.class, () -> client.list(REQUEST, new DumpPolicy.Fail(), message -> message.u32(0)));
        assertEquals(new Dump<>(List.of(1), true), client.list(REQUEST, new DumpPolicy.ReturnMarked(), message -> message.u32(0)));
        assertEquals(new Dump<>(List.of(), false), client.list(REQUEST, new DumpPolicy.ReturnMarked(), message -> message.u32(0)));
    }

    @Test
    void echoReturnsTheObjectOrNothingWhereTheKernelDoesNotEcho() throws Exception {
        transport.answers(thing(5, 0), ACK).answers(ACK);
        assertEquals(Optional.of(5), client.echo(REQUEST, message -> message.u32(0)));
        assertEquals(NLM_F_REQUEST | NLM_F_ACK | NLM_F_ECHO, sent(0).flags());
        assertEquals(Optional.empty(), client.echo(REQUEST, message -> message.u32(0)));
    }

    @Test
    void aConsumersOwnMistakeGoesToTheCallerAndTheClientStaysUsable() throws Exception {
        transport.answers(together(thing(1, NLM_F_MULTI), thing(2, NLM_F_MULTI), DONE)).answers(ACK);
        assertThrows(ArithmeticException.class, () -> client.dump(REQUEST, message -> {
            throw new ArithmeticException();
        }));
        client.execute(REQUEST);
    }

    @Test
    void aRequestThatCannotBeWrittenLeavesTheClientUsable() throws Exception {
        Request bad = Request.of(THING, _ -> {
            throw new IllegalArgumentException("bad");
        });
        assertThrows(IllegalArgumentException.class, () -> client.execute(bad));
        transport.answer(ACK);
        client.execute(REQUEST);
    }

    @Test
    void anErrorInsideDoneIsARefusal() {
        transport.answers(thing(1, NLM_F_MULTI), (out, sequence) ->
                out.begin(NLMSG_DONE, NLM_F_MULTI, sequence, 0).u32(-Errno.ENODEV).end());
        KernelException e = assertThrows(KernelException.class, () -> client.list(REQUEST, message -> message.u32(0)));
        assertEquals(Errno.ENODEV, e.errno());
    }

    @Test
    void anOverrunIsReported() {
        transport.answer((out, sequence) -> out.begin(NLMSG_OVERRUN, 0, sequence, 0).end());
        assertThrows(OverrunException.class, () -> client.execute(REQUEST));
        transport.failure(new OverrunException("ENOBUFS"));
        assertThrows(OverrunException.class, () -> client.execute(REQUEST));
    }

    @Test
    void anErrorNumberThatIsPositiveIsMalformed() {
        transport.answer(error(-5));
        assertThrows(MalformedMessageException.class, () -> client.execute(REQUEST));
    }

    @Test
    void anErrorMessageThatIsTooShortIsMalformed() {
        transport.answer((out, sequence) -> out.begin(NLMSG_ERROR, 0, sequence, 0).u16(1).end());
        assertThrows(MalformedMessageException.class, () -> client.execute(REQUEST));
    }

    @Test
    void anExtendedAckBeyondTheMessageIsMalformed() {
        transport.answer((out, sequence) -> out.begin(NLMSG_ERROR, NLM_F_ACK_TLVS, sequence, 0)
                .u32(-22).u32(0xffff_fff0).zeros(12).end());
        assertThrows(MalformedMessageException.class, () -> client.execute(REQUEST));
    }

    @Test
    void aConsumerThatGivesUpLeavesTheClientUsable() throws Exception {
        NotSupportedException enough = new NotSupportedException("enough");
        transport.answers(thing(1, NLM_F_MULTI), thing(2, NLM_F_MULTI), DONE);
        assertSame(enough, assertThrows(NotSupportedException.class, () -> client.dump(REQUEST, _ -> {
            throw enough;
        })));
        transport.answer(ACK);
        client.execute(REQUEST);
        transport.answers(thing(7, NLM_F_MULTI), DONE);
        assertEquals(List.of(7), client.list(REQUEST, message -> message.u32(0)));
    }

    @Test
    void anotherDumpWaitsUntilTheRestOfAnAbandonedOneIsRead() throws Exception {
        transport.answers(together(thing(1, NLM_F_MULTI), thing(2, NLM_F_MULTI), DONE));
        assertThrows(NotSupportedException.class, () -> client.dump(REQUEST, _ -> {
            throw new NotSupportedException("enough");
        }));
        transport.answers(thing(7, NLM_F_MULTI), DONE); // the DONE of the first was in the datagram already read
        assertEquals(List.of(7), client.list(REQUEST, message -> message.u32(0)));

        transport.answers(thing(1, NLM_F_MULTI));
        assertThrows(TimedOutException.class, () -> client.list(REQUEST, message -> message.u32(0)));
        int sentSoFar = transport.sent().size();
        assertThrows(TimedOutException.class, () -> client.list(REQUEST, message -> message.u32(0)));
        assertEquals(sentSoFar, transport.sent().size(), "no second dump is begun before the first has ended");
    }

    @Test
    void aLargeRequestGrowsTheBuffer() throws Exception {
        byte[] large = new byte[60_000];
        transport.answer(ACK);
        client.execute(Request.of(THING, out -> out.attributes().bytes(9, large)));
        assertEquals(16 + 4 + large.length, transport.sent().getFirst().length);
        assertArrayEquals(large, java.util.Arrays.copyOfRange(transport.sent().getFirst(), 20, 20 + large.length));
    }

    @Test
    void aConsumerMustNotUseTheClient() {
        transport.answers(thing(1, NLM_F_MULTI), DONE);
        assertThrows(IllegalStateException.class, () -> client.dump(REQUEST, _ -> client.execute(REQUEST)));
    }

    @Test
    void aWarningOnSuccessIsReturned() throws Exception {
        transport.answer((out, sequence) -> {
            out.begin(NLMSG_ERROR, NLM_F_CAPPED | NLM_F_ACK_TLVS, sequence, 0).u32(0).zeros(16).attributes().stringz(1, "careful");
            out.end();
        });
        assertEquals(Optional.of("careful"), client.execute(REQUEST).message());
    }

    @Test
    void aPolicyAndACookieAreKept() {
        transport.answer((out, sequence) -> {
            out.begin(NLMSG_ERROR, NLM_F_CAPPED | NLM_F_ACK_TLVS, sequence, 0).u32(-Errno.ERANGE).zeros(16).attributes()
                    .bytes(3, new byte[] {1, (byte) 0xff})
                    .begin(4).u32(1, 4).u64(4, 1).u64(5, 16).end();
            out.end();
        });
        KernelException e = assertThrows(KernelException.class, () -> client.execute(REQUEST));
        assertEquals(Optional.of("01ff"), e.extendedAck().cookie());
        assertEquals("1..16", e.policy().orElseThrow().inWords());
        assertTrue(e.getMessage().endsWith(", allowed 1..16"), e.getMessage());
    }

    @Test
    void aClosedClientRefuses() {
        client.close();
        client.close();
        assertTrue(transport.isClosed());
        assertThrows(ClosedException.class, () -> client.execute(REQUEST));
    }
}
