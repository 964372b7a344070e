package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.testing.Answer.acknowledge;
import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.message;
import static org.netlink4j.core.testing.Answer.object;
import static org.netlink4j.core.testing.Answer.overrun;
import static org.netlink4j.core.testing.Answer.refuse;
import static org.netlink4j.core.testing.Answer.silence;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_NOOP;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_OVERRUN;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK_TLVS;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ECHO;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.DumpInterruptedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.schema.NlAttrType;
import org.netlink4j.core.schema.NlPolicyTypeAttr;
import org.netlink4j.core.schema.Nlmsgerr;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
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

    private static final Request IMPATIENT = REQUEST.timeout(Duration.ofMillis(20));

    private static Answer thing(int value) {
        return object(THING, out -> out.u32(value));
    }

    private static Answer things(int... values) {
        return dump(IntStream.of(values).mapToObj(NetlinkClientTest::thing).toList());
    }

    private final FakeKernel kernel = new FakeKernel();
    private final NetlinkClient client = NetlinkClient.over(PROTOCOL, kernel);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void executeAsksForAnAcknowledgementAndReturnsWithIt() throws Exception {
        kernel.on(THING, acknowledge());
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
        byte[] bytes = kernel.sent().get(index);
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        assertTrue(reader.next());
        return reader;
    }

    @Test
    void everyRequestHasASequenceNumberOfItsOwnThatIsNeverZero() throws Exception {
        kernel.on(THING, acknowledge());
        for (int i = 0; i < 3; i++) {
            client.execute(REQUEST);
        }
        assertEquals(sent(0).sequence() + 1, sent(1).sequence());
        assertEquals(sent(1).sequence() + 1, sent(2).sequence());
    }

    @Test
    void getReturnsTheOneAnswer() throws Exception {
        kernel.on(THING, thing(42));
        assertEquals(42, number(0));
        assertEquals(NLM_F_REQUEST, sent(0).flags());
    }

    @Test
    void getRefusesSilenceAfterAnAcknowledgement() {
        kernel.on(THING, message(NLMSG_ERROR, NLM_F_CAPPED, out -> out.zeros(20)));
        assertThrows(MalformedMessageException.class, () -> client.get(REQUEST, message -> message.u32(0)));
    }

    @Test
    void getTakesAnAnswerThatComesAsDoneWithAPayload() throws Exception {
        kernel.on(THING, message(NLMSG_DONE, 0, out -> out.u32(5).u32(6)));
        assertEquals(6, number(4));
    }

    @Test
    void listCollectsAllDatagramsUpToDone() throws Exception {
        kernel.on(THING, things(IntStream.range(0, 40).toArray()));
        assertEquals(IntStream.range(0, 40).boxed().toList(), client.list(REQUEST, message -> message.u32(0)));
        assertEquals(NLM_F_REQUEST | NLM_F_DUMP, sent(0).flags());
    }

    @Test
    void anEmptyDumpIsAnEmptyList() throws Exception {
        kernel.on(THING, dump());
        assertEquals(List.of(), client.list(REQUEST, message -> message.u32(0)));
    }

    @Test
    void noopIsSkipped() throws Exception {
        kernel.on(THING, message(NLMSG_NOOP, 0, _ -> {}).then(acknowledge()));
        client.execute(REQUEST);
    }

    @Test
    void aRefusalCarriesErrnoTheKernelsWordsAndTheAttributePath() throws Exception {
        // the request: 16 header, 8 OUTER_ID, at 24 OUTER_NEST, at 28 INNER_MODE
        kernel.on(THING, refuse(Errno.EINVAL).saying("bad mode").at(28));
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
        kernel.on(THING, silence(), thing(666).sequenceShifted(-1).then(thing(1)));
        assertThrows(TimedOutException.class, () -> client.get(IMPATIENT, message -> message.u32(0)));
        assertEquals(1, number(0));
        assertEquals(1, client.dropped());
    }

    @Test
    void anAnswerFromAnotherPortIsNotBelievedEvenWithTheRightSequenceNumber() throws Exception {
        kernel.on(THING, acknowledge().fromPort(99));
        assertThrows(TimedOutException.class, () -> client.execute(IMPATIENT));
        assertEquals(1, client.dropped());
    }

    @Test
    void aMalformedDatagramFromAStrangerHurtsNobody() throws Exception {
        kernel.on(THING, acknowledge()).arrives(99, new byte[] {1, 2, 3});
        client.execute(REQUEST);
        assertEquals(1, client.dropped());
    }

    @Test
    void aDatagramOfAStrangerThatIsTooLargeHurtsNobody() throws Exception {
        kernel.on(THING, acknowledge()).arrives(99, new byte[100_000]);
        client.execute(REQUEST);
        assertEquals(1, client.dropped());
    }

    @Test
    void anAnswerThatIsTooLargeIsReportedAndTheNextDumpIsNotHeldUp() throws Exception {
        kernel.on(THING, things(1).inOneDatagram().truncated(), things(2));
        assertThrows(TruncatedException.class, () -> client.list(REQUEST, message -> message.u32(0)));
        assertEquals(List.of(2), client.list(REQUEST, message -> message.u32(0)));
    }

    @Test
    @Timeout(100)
    void aFloodOfStrangersDoesNotHoldUpTheDeadline() {
        kernel.on(THING, silence());
        AtomicBoolean over = new AtomicBoolean();
        Thread flood = Thread.startVirtualThread(() -> {
            while (!over.get()) {
                kernel.arrives(99, new byte[20]);
            }
        });
        assertThrows(TimedOutException.class, () -> client.execute(IMPATIENT));
        over.set(true);
        assertDoesNotThrow(() -> flood.join());
    }

    @Test
    void aLongDumpEndsWhenItsThreadIsInterrupted() {
        kernel.on(THING, things(IntStream.range(0, 1000).toArray()));
        List<Integer> seen = new ArrayList<>();
        assertThrows(InterruptedCallException.class, () -> client.dump(REQUEST, message -> {
            seen.add(message.u32(0));
            Thread.currentThread().interrupt();
        }));
        assertTrue(Thread.interrupted());
        assertTrue(seen.size() < 1000, "stopped after " + seen.size());
    }

    @Test
    void anOverrunWhileTheRestOfAnAbandonedDumpIsReadIsNotTheNextCallersFailure() throws Exception {
        kernel.on(THING, things(1).withoutEnd().then(overrun()).then(things(2)), things(3).sequenceShifted(-1).then(things(3)));
        assertThrows(NotSupportedException.class, () -> client.dump(REQUEST, _ -> {
            throw new NotSupportedException("enough");
        }));
        assertEquals(List.of(3), client.list(REQUEST, message -> message.u32(0)));
    }

    @Test
    void aDumpInABatchIsTheCallersMistakeAndIsFoundBeforeAnythingIsSent() {
        List<Request> requests = List.of(REQUEST, REQUEST.flags(NLM_F_DUMP));
        assertThrows(IllegalArgumentException.class, () -> client.batch(requests, BatchPolicy.CONTINUE));
        assertEquals(List.of(), kernel.sent());
    }

    @Test
    void aRequestThatCannotBeSentFailsAtOnce() throws Exception {
        kernel.on(THING, things(1)).failNextSend(new NotSupportedException("no sending"));
        assertThrows(NotSupportedException.class, () -> client.list(REQUEST, message -> message.u32(0)));
        assertEquals(List.of(1), client.list(REQUEST, message -> message.u32(0)));
    }

    @Test
    void anInterruptedDumpIsReportedAndNotReturned() {
        kernel.on(THING, things(1, 2).interrupted());
        List<Integer> seen = new ArrayList<>();
        assertThrows(DumpInterruptedException.class, () -> client.dump(REQUEST, message -> seen.add(message.u32(0))));
        assertEquals(List.of(1, 2), seen);
    }

    @Test
    void anInterruptionMarkedOnlyOnDoneIsReportedToo() {
        kernel.on(THING, things(1).withoutEnd().then(dump().interrupted()));
        assertThrows(DumpInterruptedException.class, () -> client.dump(REQUEST, _ -> {}));
    }

    @Test
    void anInterruptedListIsRepeatedUntilItIsWhole() throws Exception {
        kernel.on(THING, things(1).interrupted(), things(2).interrupted(), things(3));
        assertEquals(List.of(3), client.list(REQUEST, message -> message.u32(0)));
    }

    @Test
    void repeatingEndsAfterAsManyAttemptsAsThePolicyAllows() {
        kernel.on(THING, dump().interrupted(), dump().interrupted(), dump());
        DumpPolicy twice = new DumpPolicy.Retry(2, Duration.ZERO);
        assertThrows(DumpInterruptedException.class, () -> client.list(REQUEST, twice, message -> message.u32(0)));
        assertEquals(2, kernel.sent().size());
    }

    @Test
    void repeatingPausesTwiceAsLongEachTime() {
        kernel.on(THING, dump().interrupted());
        DumpPolicy policy = new DumpPolicy.Retry(4, Duration.ofMillis(20));
        long start = System.nanoTime();
        assertThrows(DumpInterruptedException.class, () -> client.list(REQUEST, policy, message -> message.u32(0)));
        assertTrue(System.nanoTime() - start >= Duration.ofMillis(20 + 40 + 80).toNanos());
    }

    @Test
    @Timeout(30)
    void aPauseBeyondTheDeadlineIsNotBegun() {
        kernel.on(THING, dump().interrupted());
        DumpPolicy policy = new DumpPolicy.Retry(2, Duration.ofMinutes(5));
        assertThrows(DumpInterruptedException.class, () -> client.list(REQUEST, policy, message -> message.u32(0)));
    }

    @Test
    void repeatingDoesNotExtendTheDeadline() {
        kernel.on(THING, dump().interrupted(), silence());
        Request request = REQUEST.timeout(Duration.ofMillis(200));
        DumpPolicy policy = new DumpPolicy.Retry(2, Duration.ofMillis(1));
        TimedOutException e =
                assertThrows(TimedOutException.class, () -> client.list(request, policy, message -> message.u32(0)));
        assertNotEquals("NEW_THING: no complete answer within PT0.2S", e.getMessage(), "the second attempt has what is left");
    }

    @Test
    @Timeout(30)
    void aPauseEndsWithAnInterruptThatIsNotForgotten() {
        kernel.on(THING, things(1).interrupted().inOneDatagram());
        DumpPolicy policy = new DumpPolicy.Retry(2, Duration.ofMinutes(5));
        assertThrows(
                InterruptedCallException.class, () -> client.list(REQUEST.timeout(Duration.ofHours(1)), policy, message -> {
                    Thread.currentThread().interrupt();
                    return message.u32(0);
                }));
        assertTrue(Thread.interrupted());
    }

    @Test
    void thePolicyMayBeToFailOrToReturnWhatCameMarked() throws Exception {
        kernel.on(THING, things(1).interrupted(), things(1).interrupted(), dump());
        assertThrows(
                DumpInterruptedException.class, () -> client.list(REQUEST, new DumpPolicy.Fail(), message -> message.u32(0)));
        assertEquals(new Dump<>(List.of(1), true), client.list(REQUEST, new DumpPolicy.ReturnMarked(), message -> message.u32(0)));
        assertEquals(new Dump<>(List.of(), false), client.list(REQUEST, new DumpPolicy.ReturnMarked(), message -> message.u32(0)));
    }

    @Test
    void echoReturnsTheObjectOrNothingWhereTheKernelDoesNotEcho() throws Exception {
        kernel.on(THING, thing(5), acknowledge());
        assertEquals(Optional.of(5), client.echo(REQUEST, message -> message.u32(0)));
        assertEquals(NLM_F_REQUEST | NLM_F_ACK | NLM_F_ECHO, sent(0).flags());
        assertEquals(Optional.empty(), client.echo(REQUEST, message -> message.u32(0)));
    }

    @Test
    void aConsumersOwnMistakeGoesToTheCallerAndTheClientStaysUsable() throws Exception {
        kernel.on(THING, things(1, 2), acknowledge());
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
        kernel.on(THING, acknowledge());
        client.execute(REQUEST);
    }

    @Test
    void anErrorInsideDoneIsARefusal() {
        kernel.on(THING, things(1).endingWith(Errno.ENODEV));
        KernelException e = assertThrows(KernelException.class, () -> client.list(REQUEST, message -> message.u32(0)));
        assertEquals(Errno.ENODEV, e.errno());
    }

    @Test
    void anOverrunIsReported() {
        kernel.on(THING, message(NLMSG_OVERRUN, 0, _ -> {}), overrun());
        assertThrows(OverrunException.class, () -> client.execute(REQUEST));
        assertThrows(OverrunException.class, () -> client.execute(REQUEST));
    }

    @Test
    void anErrorNumberThatIsPositiveIsMalformed() {
        kernel.on(THING, message(NLMSG_ERROR, NLM_F_CAPPED, out -> out.u32(5).zeros(16)));
        assertThrows(MalformedMessageException.class, () -> client.execute(REQUEST));
    }

    @Test
    void anErrorMessageThatIsTooShortIsMalformed() {
        kernel.on(THING, message(NLMSG_ERROR, 0, out -> out.u16(1)));
        assertThrows(MalformedMessageException.class, () -> client.execute(REQUEST));
    }

    @Test
    void anExtendedAckBeyondTheMessageIsMalformed() {
        kernel.on(THING, message(NLMSG_ERROR, NLM_F_ACK_TLVS, out -> out.u32(-22).u32(0xffff_fff0).zeros(12)));
        assertThrows(MalformedMessageException.class, () -> client.execute(REQUEST));
    }

    @Test
    void anErrorNumberThatHasNoPositiveCounterpartIsMalformed() {
        kernel.on(THING, message(NLMSG_ERROR, NLM_F_CAPPED, out -> out.u32(Integer.MIN_VALUE).zeros(16)));
        assertThrows(MalformedMessageException.class, () -> client.execute(REQUEST));
    }

    @Test
    void theWordsOfACappedErrorFollowItsHeaderHoweverLongTheRequestWas() {
        kernel.on(THING, message(NLMSG_ERROR, NLM_F_CAPPED | NLM_F_ACK_TLVS, out ->
                out.u32(-Errno.EINVAL).u32(5000).zeros(12).attributes().stringz(1, "too long")));
        KernelException e = assertThrows(KernelException.class, () -> client.execute(REQUEST));
        assertEquals(Optional.of("too long"), e.kernelMessage());
    }

    @Test
    void theEndOfADumpMaySayWhyItFailed() {
        kernel.on(THING, message(NLMSG_DONE, NLM_F_MULTI | NLM_F_ACK_TLVS, out ->
                out.u32(-Errno.ENODEV).attributes().stringz(1, "it is gone")));
        KernelException e = assertThrows(KernelException.class, () -> client.list(REQUEST, message -> message.u32(0)));
        assertEquals(Errno.ENODEV, e.errno());
        assertEquals(Optional.of("it is gone"), e.kernelMessage());
    }

    @Test
    void theEndOfADumpMayBeEmpty() throws Exception {
        kernel.on(THING, message(NLMSG_DONE, NLM_F_MULTI, _ -> {}));
        assertEquals(List.of(), client.list(REQUEST, message -> message.u32(0)));
    }

    @Test
    void anAnswerIsNotTheAcknowledgement() {
        kernel.on(THING, message(THING, 0, out -> out.u32(1)).then(refuse(Errno.EPERM)));
        assertThrows(KernelException.class, () -> client.execute(REQUEST));
    }

    @Test
    void aConsumerThatGivesUpLeavesTheClientUsable() throws Exception {
        NotSupportedException enough = new NotSupportedException("enough");
        kernel.on(THING, things(1, 2), acknowledge(), things(7));
        assertSame(enough, assertThrows(NotSupportedException.class, () -> client.dump(REQUEST, _ -> {
            throw enough;
        })));
        client.execute(REQUEST);
        assertEquals(List.of(7), client.list(REQUEST, message -> message.u32(0)));
    }

    @Test
    void anotherDumpWaitsUntilTheRestOfAnAbandonedOneIsRead() throws Exception {
        kernel.on(THING, things(1, 2).inOneDatagram(), things(7), things(1).withoutEnd());
        assertThrows(NotSupportedException.class, () -> client.dump(REQUEST, _ -> {
            throw new NotSupportedException("enough");
        }));
        assertEquals(List.of(7), client.list(REQUEST, message -> message.u32(0))); // the first was already read to its end

        assertThrows(TimedOutException.class, () -> client.list(IMPATIENT, message -> message.u32(0)));
        int sentSoFar = kernel.sent().size();
        assertThrows(TimedOutException.class, () -> client.list(IMPATIENT, message -> message.u32(0)));
        assertEquals(sentSoFar, kernel.sent().size(), "no second dump is begun before the first has ended");
    }

    @Test
    void aLargeRequestGrowsTheBuffer() throws Exception {
        byte[] large = new byte[60_000];
        kernel.on(THING, acknowledge());
        client.execute(Request.of(THING, out -> out.attributes().bytes(9, large)));
        assertEquals(16 + 4 + large.length, kernel.sent().getFirst().length);
        assertArrayEquals(large, java.util.Arrays.copyOfRange(kernel.sent().getFirst(), 20, 20 + large.length));
    }

    @Test
    void aConsumerMustNotUseTheClient() {
        kernel.on(THING, things(1));
        IllegalStateException e = assertThrows(
                IllegalStateException.class, () -> client.dump(REQUEST, _ -> client.execute(REQUEST)));
        assertEquals("a consumer must not use the client that calls it", e.getMessage());
    }

    /** Keeps the client busy with a request that nobody answers, and runs something meanwhile. */
    private void whileBusy(Executable meanwhile) throws Throwable {
        kernel.on(THING, silence());
        Thread busy = Thread.startVirtualThread(
                () -> assertThrows(ClosedException.class, () -> client.execute(REQUEST.timeout(Duration.ofMinutes(5)))));
        while (kernel.sent().isEmpty()) {
            Thread.onSpinWait();
        }
        meanwhile.execute();
        client.close();
        busy.join();
    }

    @Test
    @Timeout(30)
    void waitingForAnotherThreadsCallEndsAtTheDeadline() throws Throwable {
        whileBusy(() -> assertThrows(TimedOutException.class, () -> client.execute(IMPATIENT)));
    }

    @Test
    @Timeout(30)
    void waitingForAnotherThreadsCallEndsWithAnInterruptThatIsNotForgotten() throws Throwable {
        whileBusy(() -> {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedCallException.class, () -> client.execute(REQUEST));
            assertTrue(Thread.interrupted());
        });
    }

    @Test
    void aWarningOnSuccessIsReturned() throws Exception {
        kernel.on(THING, acknowledge().saying("careful"));
        assertEquals(Optional.of("careful"), client.execute(REQUEST).message());
    }

    @Test
    void aPolicyAndACookieAreKept() {
        Attributes policy = Attributes.none(NlPolicyTypeAttr.ATTRIBUTES)
                .with(NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_TYPE, NlAttrType.NL_ATTR_TYPE_U32)
                .with(NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_MIN_VALUE_U, 1)
                .with(NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_MAX_VALUE_U, 16);
        kernel.on(THING, refuse(Errno.ERANGE).explaining(words -> words
                .with(Nlmsgerr.NLMSGERR_ATTR_COOKIE, new byte[] {1, (byte) 0xff})
                .with(Nlmsgerr.NLMSGERR_ATTR_POLICY, policy)));
        KernelException e = assertThrows(KernelException.class, () -> client.execute(REQUEST));
        assertEquals(Optional.of("01ff"), e.extendedAck().cookie());
        assertEquals("1..16", e.policy().orElseThrow().inWords());
        assertTrue(e.getMessage().endsWith(", allowed 1..16"), e.getMessage());
    }

    @Test
    void aClosedClientRefuses() {
        client.close();
        client.close();
        assertThrows(ClosedException.class, kernel::drops, "its transport is closed too");
        assertThrows(ClosedException.class, () -> client.execute(REQUEST));
    }
}
