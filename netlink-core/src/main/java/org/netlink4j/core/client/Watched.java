package org.netlink4j.core.client;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * What a {@link Watch} has to know of a kind of object: how all of them are listed, how one is told from another, and what a
 * notification does to them.
 *
 * <p>Mostly a message says that one object is there as it is now, or that it is gone:
 *
 * {@snippet file="org/netlink4j/core/examples/CapabilityExamples.java" region="watched"}
 *
 * <p>Where the order of some objects matters, or a notification says less than what becomes of them, the value of the watch is
 * what is ordered, and the messages alter it. Where the kernel changes objects without a word, {@link Sighting.Unsure} says that it
 * may have done so:
 *
 * {@snippet file="org/netlink4j/core/examples/WatchExample.java" region="ordered"}
 *
 * @param <K> what tells objects apart, with {@code equals} and {@code hashCode}
 * @param <T> the objects; what changes all the time, such as counters, is better left out of their {@code equals}
 */
public interface Watched<K, T> {
    /** {@return the dump that lists all objects} */
    Request list();

    /**
     * Decodes a notification.
     *
     * @param message valid until the method returns
     * @return what it says
     * @throws MalformedMessageException if the bytes do not follow the format
     */
    Sighting<K, T> decode(MessageReader message) throws MalformedMessageException;

    /**
     * Decodes an answer of the dump; as a notification unless this says otherwise. What the answers say counts in their order, from
     * nothing on.
     *
     * @param message valid until the method returns
     * @return what it says
     * @throws MalformedMessageException if the bytes do not follow the format
     */
    default Sighting<K, T> listed(MessageReader message) throws MalformedMessageException {
        return decode(message);
    }

    /**
     * A request that the kernel acknowledges only when all changes are done that were under way; it is made before each list. Some
     * kernels announce the cause of a silent change before the change, and list without waiting for it.
     *
     * @return the request; empty if the list itself waits for changes
     */
    default Optional<Request> barrier() {
        return Optional.empty();
    }

    /**
     * How long after a {@link Sighting.Unsure} objects are listed. All that is unsure in the meantime is settled by that one list,
     * so under a storm there are at most so many lists.
     *
     * @return not negative
     */
    default Duration settle() {
        return Duration.ofMillis(100);
    }

    /**
     * What one message says.
     *
     * @param <K> what tells objects apart
     * @param <T> the objects
     */
    sealed interface Sighting<K, T> {
        /**
         * The object is there, as it is now. It may be said again without harm.
         *
         * @param <K> what tells objects apart
         * @param <T> the objects
         * @param key which one
         * @param object the object
         */
        record Present<K, T>(K key, T object) implements Sighting<K, T> {}

        /**
         * The object is gone. It may be said again without harm.
         *
         * @param <K> what tells objects apart
         * @param <T> the objects
         * @param key which one
         */
        record Gone<K, T>(K key) implements Sighting<K, T> {}

        /**
         * The object, if any, becomes another, which depends on what it was: such as a list to which something is appended. It counts
         * once: if it comes while objects are listed, nobody knows whether the list has it already, so they are listed again.
         *
         * @param <K> what tells objects apart
         * @param <T> the objects
         * @param key which one
         * @param none stands for no object and is never shown: what is altered if there is none, and what makes an object vanish if
         *     it becomes equal to it
         * @param change makes the new object of the old one, without changing that
         */
        record Altered<K, T>(K key, T none, UnaryOperator<T> change) implements Sighting<K, T> {
            /** Refuses nulls. */
            public Altered {
                Objects.requireNonNull(none);
                Objects.requireNonNull(change);
            }
        }

        /**
         * Any objects may have changed without a word: they are listed anew after {@link Watched#settle}, and what is different
         * then is told as {@link WatchEvent.Resynchronised}.
         *
         * @param <K> what tells objects apart
         * @param <T> the objects
         */
        record Unsure<K, T>() implements Sighting<K, T> {}

        /**
         * The message says several things, which count in their order.
         *
         * @param <K> what tells objects apart
         * @param <T> the objects
         * @param sightings what it says
         */
        record Several<K, T>(List<Sighting<K, T>> sightings) implements Sighting<K, T> {
            /** Copies the list. */
            public Several {
                sightings = List.copyOf(sightings);
            }
        }

        /**
         * The message is about something else.
         *
         * @param <K> what tells objects apart
         * @param <T> the objects
         */
        record Unrelated<K, T>() implements Sighting<K, T> {}
    }
}
