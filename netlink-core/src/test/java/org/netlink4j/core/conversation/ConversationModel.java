package org.netlink4j.core.conversation;

import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TruncatedException;

/** What {@link Conversation} is to do, in the plainest words: lists, and a verdict a request. */
final class ConversationModel {
    /** The verdict of a request that ended well. */
    static final String DONE = "done";

    /** What kinds of requests there are. */
    enum Kind {
        GET,
        ACKNOWLEDGED,
        DUMP,
        ECHO
    }

    /** A request. Its verdict is empty while it is open. */
    static final class Request {
        final Kind kind;
        final int sequence;
        final long deadline;
        final List<Integer> answers = new ArrayList<>();
        String verdict = "";
        boolean interrupted;

        Request(Kind kind, int sequence, long deadline) {
            this.kind = kind;
            this.sequence = sequence;
            this.deadline = deadline;
        }

        boolean isOpen() {
            return verdict.isEmpty();
        }
    }

    /** What a message is; {@code value} is an object's number or an error number. */
    record Message(Type type, int sequence, int value, boolean multi, boolean dumpInterrupted, boolean ownPort) {}

    /** What a message can say. */
    enum Type {
        OBJECT,
        VERDICT,
        DONE,
        DONE_WITH_OBJECT,
        NOOP,
        OVERRUN
    }

    /** An object that the handler refuses. */
    static final int POISON = 13;

    final List<Request> requests = new ArrayList<>();
    long dropped;
    private Request dump;

    boolean dumpRuns() {
        return dump != null;
    }

    List<Request> open() {
        return requests.stream().filter(Request::isOpen).toList();
    }

    void begin(Request request) {
        requests.add(request);
        if (request.kind == Kind.DUMP) {
            dump = request;
        }
    }

    void stranger() {
        dropped++;
    }

    void message(Message message, boolean multicast) {
        boolean last = message.type == Type.VERDICT || message.type == Type.OVERRUN || message.type == Type.DONE
                || message.type == Type.DONE_WITH_OBJECT;
        if (!multicast && dump != null && dump.sequence == message.sequence && last) {
            dump = null;
        }
        Request request = open().stream().filter(r -> r.sequence == message.sequence).findFirst().orElse(null);
        if (request == null || multicast && !(request.kind == Kind.ECHO && message.ownPort)) {
            dropped++;
            return;
        }
        request.interrupted |= message.dumpInterrupted;
        switch (message.type) {
            case NOOP -> {}
            case OVERRUN -> request.verdict = OverrunException.class.getSimpleName();
            case OBJECT -> {
                answer(request, message.value);
                if (request.isOpen() && request.kind == Kind.GET && !message.multi) {
                    request.verdict = DONE;
                }
            }
            case DONE_WITH_OBJECT -> {
                answer(request, message.value);
                if (request.isOpen()) {
                    request.verdict = DONE;
                }
            }
            case VERDICT, DONE -> request.verdict = message.value == 0 ? DONE
                    : message.value < 0 ? MalformedMessageException.class.getSimpleName()
                    : KernelException.class.getSimpleName() + message.value;
        }
    }

    private static void answer(Request request, int value) {
        if (value == POISON) {
            request.verdict = NotSupportedException.class.getSimpleName();
        } else {
            request.answers.add(value);
        }
    }

    void malformed(boolean multicast) {
        lost(multicast, MalformedMessageException.class.getSimpleName());
    }

    void truncated(boolean multicast) {
        lost(multicast, TruncatedException.class.getSimpleName());
    }

    private void lost(boolean multicast, String why) {
        if (multicast) {
            dropped++;
        } else {
            dump = null;
            endAll(why);
        }
    }

    void overrun() {
        endAll(OverrunException.class.getSimpleName());
    }

    private void endAll(String why) {
        open().forEach(request -> request.verdict = why);
    }

    void end(Request request, String why) {
        if (request.isOpen()) {
            request.verdict = why;
        }
    }

    void notSent(Request request, String why) {
        if (request == dump) {
            dump = null;
        }
        end(request, why);
    }
}
