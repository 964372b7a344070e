package org.netlink4j.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_NOOP;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_OVERRUN;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK_TLVS;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP_INTR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ECHO;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.conversation.ConversationModel.Kind;
import org.netlink4j.core.conversation.ConversationModel.Message;
import org.netlink4j.core.conversation.ConversationModel.Type;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/** Random interleavings of all that can happen to a conversation, against {@link ConversationModel}. */
class ConversationModelTest {
    private static final int THING = 20;
    private static final int PORT = 4711;
    private static final int STRANGER = 99;

    /** What can happen. */
    enum Action {
        BEGIN, BEGIN_TOO, MESSAGE, MESSAGE_TOO, MESSAGE_AGAIN, TWO_MESSAGES, MULTICAST, STRANGER, MALFORMED, MALFORMED_AFTER_MESSAGE,
        MALFORMED_MULTICAST, TRUNCATED, TRUNCATED_STRANGER, TRUNCATED_MULTICAST, OVERRUN, CANCEL, SUCCEED, NOT_SENT, EXPIRE
    }

    /** What happens, to which request, and how. */
    record Step(Action action, int which, int detail) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Action.class), Arbitraries.integers().between(0, 7), Arbitraries.integers().between(0, 999))
                .as(Step::new);
        return step.list().ofMaxSize(120);
    }

    @Property(tries = 2000, shrinking = ShrinkingMode.BOUNDED)
    void agreesWithTheModel(@ForAll("steps") List<Step> steps, @ForAll int firstSequence) {
        Run run = new Run(firstSequence);
        for (Step step : steps) {
            run.step(step);
            run.compare(step);
        }
        run.end();
    }

    /** A request as the conversation sees it. */
    private static final class Real implements Exchange.Handler {
        final Exchange exchange = new Exchange();
        final List<Integer> answers = new ArrayList<>();
        int ends;

        @Override
        public void answer(MessageReader message) throws NetlinkException {
            int value = message.type() == NLMSG_DONE ? message.u32(4) : message.u32(0);
            if (value == ConversationModel.POISON) {
                throw new NotSupportedException("poison");
            }
            answers.add(value);
        }

        @Override
        public byte[] request() {
            return new byte[16];
        }

        @Override
        public void ended(Exchange ended) {
            assertEquals(exchange, ended);
            ends++;
        }

        String verdict() {
            return exchange.isOpen() ? "" : exchange.failure().map(Real::inWords).orElse(ConversationModel.DONE);
        }

        private static String inWords(NetlinkException failure) {
            String name = failure.getClass().getSimpleName();
            if (!(failure instanceof KernelException refusal)) {
                return name;
            }
            assertEquals(refusal.errno() % 2 == 1, refusal.kernelMessage().isPresent());
            return name + refusal.errno();
        }
    }

    /** One run: the conversation, the model, and the steps on both. */
    private static final class Run {
        private final ConversationModel model = new ConversationModel();
        private final Conversation conversation;
        private final List<Real> reals = new ArrayList<>();
        private long now = Long.MAX_VALUE - 20; // nanoTime may overflow

        Run(int firstSequence) {
            conversation = new Conversation(NetlinkProtocol.of(0, "TEST"), 0, PORT, firstSequence);
        }

        void step(Step step) {
            if (step.action == Action.BEGIN || step.action == Action.BEGIN_TOO) {
                begin(Kind.values()[step.which % 4], now + 1 + step.detail % 50);
                return;
            }
            if (reals.isEmpty()) {
                return;
            }
            int index = Math.max(0, reals.size() - 1 - step.which); // the latest ones, open or not
            ConversationModel.Request request = model.requests.get(index);
            Exchange exchange = reals.get(index).exchange;
            NotSupportedException why = new NotSupportedException("why");
            switch (step.action) {
                case MESSAGE, MESSAGE_TOO, MESSAGE_AGAIN -> send(List.of(message(request, step.detail)), 0, false, 0);
                case TWO_MESSAGES -> {
                    ConversationModel.Request other = model.requests.get(step.detail % reals.size());
                    send(List.of(message(request, step.detail), message(other, step.detail / 7)), 0, false, 0);
                }
                case MULTICAST -> send(List.of(message(request, step.detail)), 0, true, 0);
                case STRANGER -> send(List.of(message(request, step.detail)), STRANGER, step.detail % 2 == 0, step.detail % 3);
                case MALFORMED -> send(List.of(), 0, false, 1 + step.detail % 15);
                case MALFORMED_AFTER_MESSAGE ->
                        send(List.of(message(request, step.detail)), 0, false, 1 + step.detail % 15);
                case MALFORMED_MULTICAST -> send(List.of(), 0, true, 1 + step.detail % 15);
                case TRUNCATED -> {
                    conversation.truncated(0, false, new TruncatedException("large"));
                    model.truncated(false);
                }
                case TRUNCATED_STRANGER -> {
                    conversation.truncated(STRANGER, step.detail % 2 == 0, new TruncatedException("large"));
                    model.stranger();
                }
                case TRUNCATED_MULTICAST -> {
                    conversation.truncated(0, true, new TruncatedException("large"));
                    model.truncated(true);
                }
                case OVERRUN -> {
                    conversation.overrun(new OverrunException("full"));
                    model.overrun();
                }
                case CANCEL -> {
                    conversation.cancel(exchange, why);
                    model.end(request, why.getClass().getSimpleName());
                }
                case SUCCEED -> {
                    conversation.succeed(exchange);
                    model.end(request, ConversationModel.DONE);
                }
                case NOT_SENT -> {
                    if (request.isOpen()) { // only what was just begun can fail to be sent
                        conversation.notSent(exchange, why);
                        model.notSent(request, why.getClass().getSimpleName());
                    }
                }
                case EXPIRE -> {
                    now += step.detail % 20;
                    conversation.expire(now);
                    expireModel();
                }
                case BEGIN, BEGIN_TOO -> throw new AssertionError("done above");
            }
        }

        private void expireModel() {
            model.open().stream().filter(r -> r.deadline - now <= 0).forEach(r -> model.end(r, TimedOutException.class.getSimpleName()));
        }

        private void begin(Kind kind, long deadline) {
            int flags = switch (kind) {
                case GET -> 0;
                case ACKNOWLEDGED -> NLM_F_ACK;
                case DUMP -> NLM_F_DUMP;
                case ECHO -> NLM_F_ACK | NLM_F_ECHO;
            };
            Real real = new Real();
            if (kind == Kind.DUMP && model.dumpRuns()) {
                assertThrows(IllegalStateException.class, () -> conversation.begin(real.exchange, real, THING, flags, deadline));
                assertTrue(!real.exchange.isOpen(), "it may be used for another request");
                return;
            }
            conversation.begin(real.exchange, real, THING, flags, deadline);
            int sequence = real.exchange.sequence();
            assertNotEquals(0, sequence);
            assertTrue(model.requests.stream().noneMatch(r -> r.sequence == sequence), "a number is not given out twice");
            model.begin(new ConversationModel.Request(kind, sequence, deadline));
            reals.add(real);
        }

        private static Message message(ConversationModel.Request request, int detail) {
            Type type = Type.values()[detail % Type.values().length];
            boolean sometimes = detail / 6 % 2 == 0;
            boolean interrupted = detail / 12 % 4 == 0;
            int value = switch (type) {
                case OBJECT, DONE_WITH_OBJECT -> detail % 40;
                case VERDICT, DONE -> detail / 12 % 3 == 0 ? 0 : detail / 12 % 7 == 0 ? -5 : 1 + detail % 100;
                case NOOP, OVERRUN -> 0;
            };
            return new Message(type, request.sequence, value, sometimes, interrupted, detail / 48 % 2 == 0);
        }

        private void send(List<Message> messages, int sender, boolean multicast, int garbage) {
            byte[] datagram = encode(messages, garbage);
            conversation.datagram(MemorySegment.ofArray(datagram), datagram.length, sender, multicast);
            if (sender != 0) {
                model.stranger();
                return;
            }
            messages.forEach(message -> model.message(message, multicast));
            if (garbage != 0) {
                model.malformed(multicast);
            }
        }

        private static byte[] encode(List<Message> messages, int garbage) {
            byte[] buffer = new byte[512];
            MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length);
            messages.forEach(message -> write(out, message));
            return Arrays.copyOf(buffer, (int) out.position() + garbage);
        }

        private static void write(MessageWriter out, Message message) {
            int interrupted = message.dumpInterrupted() ? NLM_F_DUMP_INTR : 0;
            boolean words = message.value() % 2 == 1 && message.value() > 0;
            Consumer<Integer> begin = type -> {
                boolean multi = message.type() == Type.DONE || message.type() != Type.DONE_WITH_OBJECT && message.multi();
                boolean tlvs = words && (message.type() == Type.DONE || message.type() == Type.VERDICT);
                int flags = interrupted | (multi ? NLM_F_MULTI : 0) | (tlvs ? NLM_F_ACK_TLVS : 0)
                        | (type == NLMSG_ERROR ? NLM_F_CAPPED : 0);
                out.begin(type, flags, message.sequence(), message.ownPort() ? PORT : 1);
            };
            switch (message.type()) {
                case OBJECT -> begin.andThen(_ -> out.u32(message.value())).accept(THING);
                case VERDICT -> begin.andThen(_ -> out.u32(-message.value()).zeros(16)).accept(NLMSG_ERROR);
                case DONE -> begin.andThen(_ -> out.u32(-message.value())).accept(NLMSG_DONE);
                case DONE_WITH_OBJECT -> begin.andThen(_ -> out.u32(0).u32(message.value())).accept(NLMSG_DONE);
                case NOOP -> begin.accept(NLMSG_NOOP);
                case OVERRUN -> begin.accept(NLMSG_OVERRUN);
            }
            if (words && (message.type() == Type.DONE || message.type() == Type.VERDICT)) {
                out.attributes().stringz(1, "words");
            }
            out.end();
        }

        void compare(Step after) {
            for (int i = 0; i < reals.size(); i++) {
                Real real = reals.get(i);
                ConversationModel.Request request = model.requests.get(i);
                String what = "request " + i + " after " + after;
                assertEquals(request.verdict, real.verdict(), what);
                assertEquals(request.answers, real.answers, what);
                assertEquals(request.interrupted, real.exchange.isInterrupted(), what);
                assertEquals(request.isOpen() ? 0 : 1, real.ends, what + ": it ends once");
                if (real.verdict().equals(ConversationModel.DONE)) {
                    assertEquals(ExtendedAck.NONE, real.exchange.said(), what);
                }
            }
            assertEquals(model.dropped, conversation.dropped(), () -> "dropped after " + after);
            assertEquals(model.open().size(), conversation.openExchanges(), () -> "open after " + after);
            assertEquals(model.dumpRuns(), conversation.isDumpRunning(), () -> "a dump runs after " + after);
            long earliest = model.open().stream().mapToLong(r -> r.deadline - now).min().orElse(1000);
            assertEquals(now + earliest, conversation.nextDeadline(now + 1000), () -> "next deadline after " + after);
        }

        /** Nothing stays open, whatever happened before. */
        void end() {
            now += 1000;
            conversation.expire(now);
            expireModel();
            compare(new Step(Action.EXPIRE, 0, 1000));
            assertEquals(0, conversation.openExchanges());
        }
    }
}
