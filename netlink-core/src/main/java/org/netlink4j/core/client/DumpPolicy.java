package org.netlink4j.core.client;

import java.time.Duration;

/** What to do if the kernel says that the objects changed while it listed them ({@code NLM_F_DUMP_INTR}). */
public sealed interface DumpPolicy {
    /** Retries 10 times, first after 1 ms. */
    DumpPolicy DEFAULT = new Retry(10, Duration.ofMillis(1));

    /** Fails with a {@link org.netlink4j.core.DumpInterruptedException}. */
    record Fail() implements DumpPolicy {}

    /** Returns what came, marked as {@link Dump#interrupted}. */
    record ReturnMarked() implements DumpPolicy {}

    /**
     * Dumps again, within the request's timeout, and fails if the last attempt is interrupted too.
     *
     * @param attempts how often to dump at most, at least 1
     * @param pause how long to wait before the second attempt; it doubles for each further one
     */
    record Retry(int attempts, Duration pause) implements DumpPolicy {
        /** Checks the ranges. */
        public Retry {
            if (attempts < 1 || pause.isNegative()) {
                throw new IllegalArgumentException(attempts + " attempts, pause " + pause);
            }
        }
    }
}
