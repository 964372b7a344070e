package org.netlink4j.lldpad.wire;

import java.time.Duration;

/**
 * The times of ratified edge virtual bridging. An exponent stands for 10 microseconds times 2 to the power of it.
 *
 * @param retries how often ECP sends again, 0 to 7
 * @param rte exponent of the time between ECP retransmissions, 0 to 31
 * @param rwd exponent of the time that the other side may take for its resources, 0 to 31
 * @param rka exponent of the time between keep-alives, 0 to 31
 */
public record EvbTimers(int retries, int rte, int rwd, int rka) {
    /** What lldpad uses unless told otherwise. */
    public static final EvbTimers DEFAULT = new EvbTimers(3, 8, 20, 20);

    /**
     * For a process that may pause, as a Java one does: ECP waits 41 ms eight times, where lldpad waits 2.6 ms four times. A longer
     * wait would slow every request, because a lldpad that is busy with a frame drops the next.
     */
    public static final EvbTimers UNHURRIED = new EvbTimers(7, 12, 20, 20);

    private static final long UNIT_NANOS = 10_000;

    /** Checks the ranges. */
    public EvbTimers {
        if ((retries | 7) != 7 || ((rte | rwd | rka) | 31) != 31) {
            throw new IllegalArgumentException("retries have 3 bits, exponents 5: " + retries + " " + rte + " " + rwd + " " + rka);
        }
    }

    /**
     * What two sides agree on: the larger of each.
     *
     * @param other what the other side offers
     * @return the agreement
     */
    public EvbTimers agree(EvbTimers other) {
        return new EvbTimers(
                Math.max(retries, other.retries),
                Math.max(rte, other.rte),
                Math.max(rwd, other.rwd),
                Math.max(rka, other.rka));
    }

    private static Duration of(int exponent) {
        return Duration.ofNanos(UNIT_NANOS << exponent);
    }

    /** {@return how long ECP waits for an acknowledgement} */
    public Duration retransmission() {
        return of(rte);
    }

    /** {@return how long a station waits before it asks again for what it has} */
    public Duration keepAlive() {
        return of(rka);
    }

    /** {@return how long a station waits for an answer: 1.5 * ((1 + 2 * retries) * 2^rte + 2^rwd) * 10 microseconds} */
    public Duration acknowledgement() {
        return of(rte).multipliedBy(1 + 2L * retries).plus(of(rwd)).multipliedBy(3).dividedBy(2);
    }
}
