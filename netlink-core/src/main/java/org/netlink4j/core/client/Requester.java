package org.netlink4j.core.client;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ECHO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netlink4j.core.DumpInterruptedException;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;

/**
 * Sends requests and waits for their answers. A call blocks until its answer has come, its deadline has passed, the thread is
 * interrupted, or the requester is closed by any thread. Families such as NETLINK_ROUTE work over any of them.
 */
public sealed interface Requester extends AutoCloseable permits NetlinkClient, SharedNetlinkClient, TimedRequester {
    /**
     * Sends a request and waits until it is acknowledged. Answers before that, such as an echo, are dropped.
     *
     * @param request the request; {@code NLM_F_REQUEST} and {@code NLM_F_ACK} are added
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    default ExtendedAck execute(Request request) throws NetlinkException {
        return converse(request, NLM_F_ACK, _ -> {});
    }

    /**
     * Sends a request and waits for the one object that answers it.
     *
     * @param <T> the object
     * @param request the request; {@code NLM_F_REQUEST} is added
     * @param decoder turns the answer into the object
     * @return the object
     * @throws KernelException if the kernel refused, for example because there is no such object
     * @throws NetlinkException if there is no answer
     */
    default <T> T get(Request request, MessageDecoder<T> decoder) throws NetlinkException {
        List<T> answer = new ArrayList<>(1);
        converse(request, 0, message -> answer.add(decoder.decode(message)));
        if (answer.size() != 1) {
            throw new MalformedMessageException(
                    "request " + request.type() + " was answered with " + answer.size() + " objects instead of one");
        }
        return answer.getFirst();
    }

    /**
     * Sends a request that makes or changes an object, and returns the object as the kernel then announces it
     * ({@code NLM_F_ECHO}).
     *
     * @param <T> the object
     * @param request the request; {@code NLM_F_REQUEST}, {@code NLM_F_ACK} and {@code NLM_F_ECHO} are added
     * @param decoder turns the announcement into the object
     * @return the object; empty if this kernel does not echo this request, though it carried it out
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    default <T> Optional<T> echo(Request request, MessageDecoder<T> decoder) throws NetlinkException {
        List<T> announced = new ArrayList<>(1);
        converse(request, NLM_F_ACK | NLM_F_ECHO, message -> announced.add(decoder.decode(message)));
        return announced.stream().findFirst();
    }

    /**
     * Sends a request and shows its answers as they come, without copies: what all other methods stand on.
     *
     * @param request the request; {@code NLM_F_REQUEST} is added
     * @param flags {@code nlmsg_flags} to add: they decide which message will be the last, see {@code NLM_F_ACK} and
     *     {@code NLM_F_DUMP}
     * @param consumer sees every answer
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused
     * @throws DumpInterruptedException after the last answer, if the objects changed while they were dumped
     * @throws NetlinkException if there is no answer, or what the consumer threw
     */
    ExtendedAck converse(Request request, int flags, MessageConsumer consumer) throws NetlinkException;

    /**
     * Lists objects as values: a dump, repeated as {@link DumpPolicy#DEFAULT} says if the kernel marks it as interrupted.
     *
     * @param <T> the objects
     * @param request the request; {@code NLM_F_REQUEST} and {@code NLM_F_DUMP} are added
     * @param decoder turns each answer into an object
     * @return the objects in the kernel's order
     * @throws KernelException if the kernel refused
     * @throws DumpInterruptedException if the objects changed during every attempt
     * @throws NetlinkException if there is no answer
     */
    default <T> List<T> list(Request request, MessageDecoder<T> decoder) throws NetlinkException {
        return list(request, DumpPolicy.DEFAULT, decoder).objects();
    }

    /**
     * Lists objects as values: a dump.
     *
     * @param <T> the objects
     * @param request the request; {@code NLM_F_REQUEST} and {@code NLM_F_DUMP} are added; its timeout covers all attempts
     * @param policy what to do if the kernel marks the dump as interrupted
     * @param decoder turns each answer into an object
     * @return the objects in the kernel's order
     * @throws KernelException if the kernel refused
     * @throws DumpInterruptedException if the objects changed while they were dumped and the policy does not allow for that
     * @throws NetlinkException if there is no answer
     */
    default <T> Dump<T> list(Request request, DumpPolicy policy, MessageDecoder<T> decoder) throws NetlinkException {
        DumpAttempts attempts = new DumpAttempts(request, policy);
        while (true) {
            List<T> objects = new ArrayList<>();
            try {
                dump(attempts.next(), message -> objects.add(decoder.decode(message)));
                return new Dump<>(objects, false);
            } catch (DumpInterruptedException e) {
                if (attempts.mayReturn(e)) {
                    return new Dump<>(objects, true);
                }
            }
        }
    }

    /**
     * Lists objects without keeping them: the consumer sees each as it comes. Memory use does not depend on their number. A
     * consumer that throws ends the call; the rest of the dump is read and dropped before the next one begins.
     *
     * @param request the request; {@code NLM_F_REQUEST} and {@code NLM_F_DUMP} are added
     * @param consumer sees every answer
     * @throws KernelException if the kernel refused
     * @throws DumpInterruptedException after the last answer, if the objects changed while they were dumped
     * @throws NetlinkException if there is no answer, or what the consumer threw
     */
    default void dump(Request request, MessageConsumer consumer) throws NetlinkException {
        converse(request, NLM_F_DUMP, consumer);
    }

    /**
     * Sends many requests in order and says what became of each. So many acknowledgements are awaited at a time as the receive
     * buffer can hold, so none is lost.
     *
     * @param requests the requests; {@code NLM_F_REQUEST} is added; the timeout of each counts from the sending of its datagram
     * @param policy what to do when one is refused
     * @return one result a request, in the same order
     * @throws IllegalArgumentException if one of them asks for a dump
     * @throws NetlinkException if the client is closed or the thread was interrupted before anything was sent
     */
    List<BatchResult> batch(List<Request> requests, BatchPolicy policy) throws NetlinkException;

    /**
     * The same socket with another time to wait: for a slow machine, or for so many objects that listing them takes longer than
     * {@link Request#DEFAULT_TIMEOUT}.
     *
     * @param timeout how long each request waits for its whole answer, whatever it says itself
     * @return a requester that closes this one with itself
     */
    default Requester within(Duration timeout) {
        return new TimedRequester(this, timeout);
    }

    /** Closes the socket. Calls that are under way end with a {@link org.netlink4j.core.ClosedException}. Returns at once. */
    @Override
    void close();
}
