package org.netlink4j.core.testing;

import static org.netlink4j.core.schema.Nlmsgerr.NLMSGERR_ATTR_MISS_NEST;
import static org.netlink4j.core.schema.Nlmsgerr.NLMSGERR_ATTR_MISS_TYPE;
import static org.netlink4j.core.schema.Nlmsgerr.NLMSGERR_ATTR_MSG;
import static org.netlink4j.core.schema.Nlmsgerr.NLMSGERR_ATTR_OFFS;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_NOOP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP_INTR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.Nlmsgerr;
import org.netlink4j.core.testing.Content.Message;
import org.netlink4j.core.testing.Content.Messages;
import org.netlink4j.core.testing.Content.Together;
import org.netlink4j.core.testing.Content.Verdict;

/**
 * What a {@link FakeKernel} answers to one request: the ordinary things by the static methods, faults by the others. Immutable; may
 * be given again and again.
 *
 * {@snippet :
 * dump(object(RTM_NEWLINK, lo), object(RTM_NEWLINK, eth0)).interrupted()
 * refuse(Errno.EINVAL).saying("Unknown device type").at(36)
 * acknowledge().fromPort(4711)
 * }
 */
public final class Answer {
    private static final int OBJECTS_PER_DATAGRAM = 16;

    /** How a datagram comes. */
    enum Arrival {
        WHOLE,
        TRUNCATED,
        OVERRUN
    }

    /** One datagram. */
    record Part(Content content, int sender, int group, int sequenceShift, Duration delay, Arrival arrival) {
        Part(Content content) {
            this(content, 0, 0, 0, Duration.ZERO, Arrival.WHOLE);
        }

        Part with(Content other) {
            return new Part(other, sender, group, sequenceShift, delay, arrival);
        }

        Part arriving(Arrival other) {
            return new Part(content, sender, group, sequenceShift, delay, other);
        }
    }

    private final List<Part> parts;

    private Answer(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    private static Answer of(Content... contents) {
        return new Answer(Stream.of(contents).map(Part::new).toList());
    }

    List<Part> parts() {
        return parts;
    }

    // ---- what a kernel says

    /** {@return agreement: an acknowledgement if the request asks for one, else nothing} */
    public static Answer acknowledge() {
        return of(Verdict.of(0));
    }

    /**
     * A refusal.
     *
     * @param errno the positive Linux error number
     * @return the answer
     */
    public static Answer refuse(int errno) {
        if (errno <= 0) {
            throw new IllegalArgumentException("an error number is positive: " + errno);
        }
        return of(Verdict.of(errno));
    }

    /**
     * One object, then an acknowledgement if the request asks for one.
     *
     * @param type {@code nlmsg_type}, for example {@code RTM_NEWLINK}
     * @param body writes what follows the header
     * @return the answer
     */
    public static Answer object(int type, MessageBody body) {
        return message(type, 0, body).then(acknowledge());
    }

    /**
     * A list of objects, ended by {@code NLMSG_DONE}.
     *
     * @param objects the objects, each an answer of its own
     * @return the answer
     */
    public static Answer dump(Answer... objects) {
        return dump(List.of(objects));
    }

    /**
     * A list of objects, ended by {@code NLMSG_DONE}.
     *
     * @param objects the objects, each an answer of its own
     * @return the answer
     */
    public static Answer dump(List<Answer> objects) {
        List<Message> messages = objects.stream()
                .flatMap(object -> object.parts.stream())
                .flatMap(part -> part.content instanceof Messages several ? several.messages().stream() : Stream.empty())
                .map(message -> message.with(NLM_F_MULTI))
                .toList();
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < messages.size(); from += OBJECTS_PER_DATAGRAM) {
            int to = Math.min(messages.size(), from + OBJECTS_PER_DATAGRAM);
            parts.add(new Part(new Messages(messages.subList(from, to))));
        }
        parts.add(done(0));
        return new Answer(parts);
    }

    private static Part done(int errno) {
        return new Part(new Messages(List.of(new Message(NLMSG_DONE, NLM_F_MULTI, out -> out.u32(-errno)))));
    }

    /**
     * Any message, with the request's sequence number.
     *
     * @param type {@code nlmsg_type}
     * @param flags {@code nlmsg_flags}
     * @param body writes what follows the header
     * @return the answer
     */
    public static Answer message(int type, int flags, MessageBody body) {
        return of(new Messages(List.of(new Message(type, flags, Objects.requireNonNull(body)))));
    }

    /** {@return no answer at all} */
    public static Answer silence() {
        return of();
    }

    /** {@return {@code ENOBUFS} in the place of an answer: the receive buffer was full and the answer is lost} */
    public static Answer overrun() {
        return message(NLMSG_NOOP, 0, _ -> {}).each(part -> part.arriving(Arrival.OVERRUN));
    }

    // ---- more words

    /**
     * Adds the kernel's words to an acknowledgement or a refusal; {@code NLMSGERR_ATTR_MSG}.
     *
     * @param text the words
     * @return the answer with them
     */
    public Answer saying(String text) {
        return explaining(words -> words.with(NLMSGERR_ATTR_MSG, text));
    }

    /**
     * Adds where in the request the offending attribute is; {@code NLMSGERR_ATTR_OFFS}.
     *
     * @param offset in bytes from the request's {@code nlmsghdr}
     * @return the answer with it
     */
    public Answer at(int offset) {
        return explaining(words -> words.with(NLMSGERR_ATTR_OFFS, offset));
    }

    /**
     * Adds which attribute is missing from the outermost level; {@code NLMSGERR_ATTR_MISS_TYPE}.
     *
     * @param type the attribute's number
     * @return the answer with it
     */
    public Answer missing(int type) {
        return explaining(words -> words.with(NLMSGERR_ATTR_MISS_TYPE, type));
    }

    /**
     * Adds which attribute is missing from a nest; {@code NLMSGERR_ATTR_MISS_TYPE} and {@code NLMSGERR_ATTR_MISS_NEST}.
     *
     * @param type the attribute's number
     * @param nest where the nest begins, in bytes from the request's {@code nlmsghdr}
     * @return the answer with it
     */
    public Answer missing(int type, int nest) {
        return missing(type).explaining(words -> words.with(NLMSGERR_ATTR_MISS_NEST, nest));
    }

    /**
     * Changes all that an acknowledgement or a refusal explains.
     *
     * @param change adds attributes of {@link Nlmsgerr}
     * @return the answer with them
     */
    public Answer explaining(UnaryOperator<Attributes> change) {
        return each(part -> part.content instanceof Verdict(int errno, Attributes words)
                ? part.with(new Verdict(errno, change.apply(words)))
                : part);
    }

    // ---- what can go wrong

    /** {@return this dump, marked as interrupted ({@code NLM_F_DUMP_INTR}): the objects changed while they were listed} */
    public Answer interrupted() {
        return each(part -> part.content instanceof Messages several
                ? part.with(new Messages(several.messages().stream().map(m -> m.with(NLM_F_DUMP_INTR)).toList()))
                : part);
    }

    /**
     * Lets a dump fail at its end.
     *
     * @param errno the positive Linux error number, in the {@code NLMSG_DONE}
     * @return this dump with another end
     */
    public Answer endingWith(int errno) {
        List<Part> others = new ArrayList<>(withoutEnd().parts);
        others.add(done(errno));
        return new Answer(others);
    }

    /** {@return this answer without its last datagram: of a dump, without {@code NLMSG_DONE}} */
    public Answer withoutEnd() {
        return new Answer(parts.subList(0, parts.size() - 1));
    }

    /**
     * Lets another sender send it.
     *
     * @param port the sender's port id
     * @return the forged answer
     */
    public Answer fromPort(int port) {
        return each(part -> new Part(part.content, port, part.group, part.sequenceShift, part.delay, part.arrival));
    }

    /**
     * Marks objects as the kernel marks an echo ({@code NLM_F_ECHO}): with the group that hears of the same change.
     *
     * @param group the multicast group, from 1 on
     * @return the echo
     */
    public Answer announcedTo(int group) {
        return each(part -> part.content instanceof Messages
                ? new Part(part.content, part.sender, group, part.sequenceShift, part.delay, part.arrival)
                : part);
    }

    /**
     * Gives it a wrong sequence number.
     *
     * @param shift what to add to the request's number
     * @return the answer to another request
     */
    public Answer sequenceShifted(int shift) {
        return each(part -> new Part(
                part.content, part.sender, part.group, part.sequenceShift + shift, part.delay, part.arrival));
    }

    /**
     * Lets it come later; what comes without a delay overtakes it.
     *
     * @param delay how much later, in real time
     * @return the late answer
     */
    public Answer delayed(Duration delay) {
        return each(part -> new Part(part.content, part.sender, part.group, part.sequenceShift, delay, part.arrival));
    }

    /** {@return this answer, too large for the room it comes into: lost but for the fact} */
    public Answer truncated() {
        return each(part -> part.arriving(Arrival.TRUNCATED));
    }

    /** {@return this answer and then the same once more} */
    public Answer twice() {
        return then(this);
    }

    /**
     * Adds what comes after this.
     *
     * @param next what comes in datagrams of its own
     * @return both
     */
    public Answer then(Answer next) {
        return new Answer(Stream.concat(parts.stream(), next.parts.stream()).toList());
    }

    /** {@return all messages of this answer in one datagram, which comes as the first would} */
    public Answer inOneDatagram() {
        return new Answer(List.of(parts.getFirst().with(new Together(parts.stream().map(Part::content).toList()))));
    }

    private Answer each(UnaryOperator<Part> change) {
        return new Answer(parts.stream().map(change).toList());
    }
}
