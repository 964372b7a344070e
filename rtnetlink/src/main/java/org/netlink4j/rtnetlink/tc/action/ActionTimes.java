package org.netlink4j.rtnetlink.tc.action;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/**
 * How long ago an action was made and used: {@code struct tcf_t}, to a hundredth of a second.
 *
 * @param installed since it was made
 * @param lastUsed since it was used last, or made
 * @param firstUsed since it was used first; empty if it never was, or on kernels before 4.13
 * @param expires when it will go; zero for never
 */
public record ActionTimes(Duration installed, Duration lastUsed, Optional<Duration> firstUsed, Duration expires) {
    private static final int TICKS_A_SECOND = 100; // the kernel converts to USER_HZ, the same on all machines
    private static final int NANOSECONDS_A_TICK = 10_000_000;

    /** Refuses nulls. */
    public ActionTimes {
        Objects.requireNonNull(installed);
        Objects.requireNonNull(lastUsed);
        Objects.requireNonNull(firstUsed);
        Objects.requireNonNull(expires);
    }

    static ActionTimes of(Attributes data, int number) {
        return new ActionTimes(
                time(data, number, "install"),
                time(data, number, "lastuse"),
                Optional.of(time(data, number, "firstuse")).filter(time -> !time.isZero()),
                time(data, number, "expires"));
    }

    private static Duration time(Attributes data, int number, String field) {
        long ticks = data.field(number, field).orElse(0);
        return Duration.ofSeconds(
                Long.divideUnsigned(ticks, TICKS_A_SECOND), Long.remainderUnsigned(ticks, TICKS_A_SECOND) * NANOSECONDS_A_TICK);
    }
}
