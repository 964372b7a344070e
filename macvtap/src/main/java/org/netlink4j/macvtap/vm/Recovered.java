package org.netlink4j.macvtap.vm;

import java.util.Objects;

/**
 * What became of an interface that a process before left in the journal.
 *
 * @param name its name, or the file of the journal if that is damaged
 * @param outcome what was done
 * @param words why, or what failed; one line
 */
public record Recovered(String name, Outcome outcome, String words) {
    /** Refuses nulls. */
    public Recovered {
        Objects.requireNonNull(name);
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(words);
    }

    /** What was done. */
    public enum Outcome {
        /** It was complete and is in use: {@link DirectInterfaces#interfaces} has it now. */
        KEPT,
        /** It was incomplete, or not wanted any more, and is gone. */
        REMOVED,
        /** Nothing is left of it since the machine was started. */
        FORGOTTEN,
        /** It is in another network namespace, and stays as it is. */
        ELSEWHERE,
        /** Something failed; it stays in the journal. */
        FAILED
    }
}
