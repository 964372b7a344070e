package org.netlink4j.core.client;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * What a {@link Watch} has to know of a kind of object: how all of them are listed, and how one is told from another.
 *
 * @param <K> what tells objects apart, with {@code equals} and {@code hashCode}
 * @param <T> the objects; what changes all the time, such as counters, is better left out of their {@code equals}
 */
public interface Watched<K, T> {
    /** {@return the dump that lists all objects} */
    Request list();

    /**
     * Decodes an answer of the dump or a notification.
     *
     * @param message valid until the method returns
     * @return what it says
     * @throws MalformedMessageException if the bytes do not follow the format
     */
    Sighting<K, T> decode(MessageReader message) throws MalformedMessageException;

    /**
     * What one message says of one object.
     *
     * @param <K> what tells objects apart
     * @param <T> the objects
     */
    sealed interface Sighting<K, T> {
        /**
         * The object is there, as it is now.
         *
         * @param <K> what tells objects apart
         * @param <T> the objects
         * @param key which one
         * @param object the object
         */
        record Present<K, T>(K key, T object) implements Sighting<K, T> {}

        /**
         * The object is gone.
         *
         * @param <K> what tells objects apart
         * @param <T> the objects
         * @param key which one
         */
        record Gone<K, T>(K key) implements Sighting<K, T> {}

        /**
         * The message is about something else.
         *
         * @param <K> what tells objects apart
         * @param <T> the objects
         */
        record Unrelated<K, T>() implements Sighting<K, T> {}
    }
}
