package org.netlink4j.core.client;

import java.util.List;

/**
 * A difference between what a {@link Watch} knew and what it knows now.
 *
 * @param <T> the objects
 */
public sealed interface WatchEvent<T> {
    /**
     * There is a new object.
     *
     * @param <T> the object
     * @param object as it is now
     */
    record Appeared<T>(T object) implements WatchEvent<T> {}

    /**
     * An object is not as it was.
     *
     * @param <T> the object
     * @param before as it was
     * @param now as it is now
     */
    record Changed<T>(T before, T now) implements WatchEvent<T> {}

    /**
     * An object is gone.
     *
     * @param <T> the object
     * @param object as it was
     */
    record Disappeared<T>(T object) implements WatchEvent<T> {}

    /**
     * Notifications were lost, or objects changed without any, so all objects were listed anew. What happened in between, and in which order, is not known; what
     * is different now is.
     *
     * @param <T> the objects
     * @param differences between the list before and the list now; each {@link Appeared}, {@link Changed} or {@link Disappeared}
     */
    record Resynchronised<T>(List<WatchEvent<T>> differences) implements WatchEvent<T> {
        /** Copies the list. */
        public Resynchronised {
            differences = List.copyOf(differences);
        }
    }
}
