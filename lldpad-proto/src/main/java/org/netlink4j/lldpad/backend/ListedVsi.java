package org.netlink4j.lldpad.backend;

import java.util.Objects;
import java.util.UUID;

/**
 * A VSI as a back end lists it.
 *
 * @param instanceId which
 * @param stage how far it has come
 * @param words the same in words, with what else is known
 */
public record ListedVsi(UUID instanceId, Stage stage, String words) {
    /** How far a VSI has come. */
    public enum Stage {
        /** The switch is to answer. */
        WAITING,
        /** The switch has agreed. */
        AGREED,
        /** The switch has refused. */
        REFUSED
    }

    /** Refuses nulls. */
    public ListedVsi {
        Objects.requireNonNull(instanceId);
        Objects.requireNonNull(stage);
        Objects.requireNonNull(words);
    }
}
