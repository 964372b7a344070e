package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The clock is the test's: time passes only when it says so. */
class ReassociationsTest {
    private final Reassociations<String> retries = new Reassociations<>();
    private long now = Long.MAX_VALUE - Duration.ofMinutes(2).toNanos(); // a clock that wraps around

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void waitsLongerAndLongerUpToAMinute() {
        assertEquals(Optional.of(Duration.ofSeconds(1)), retries.ended("a", now));
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Duration wait = retries.untilNext(now).orElseThrow();
            waits.add(wait.toSeconds());
            pass(wait.minusNanos(1));
            assertEquals(List.of(), retries.due(now));
            pass(Duration.ofNanos(1));
            assertEquals(List.of("a"), retries.due(now));
            assertEquals(List.of(), retries.due(now), "it is being tried");
            retries.failed("a", now);
        }
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L), waits);
    }

    private void associateAgain() {
        pass(retries.untilNext(now).orElseThrow());
        assertEquals(List.of("a"), retries.due(now));
        retries.succeeded("a", now);
    }

    @Test
    void row16_associationThatIsEndedAtOnceAgainIsNotAskedForMoreAndMoreOften() {
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            waits.add(retries.ended("a", now).orElseThrow().toSeconds());
            associateAgain();
            pass(Duration.ofSeconds(1));
        }
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L), waits);
    }

    @Test
    void associationThatLastedBeginsAnew() {
        retries.ended("a", now);
        associateAgain();
        pass(Duration.ofSeconds(2));
        retries.ended("a", now);
        associateAgain();
        pass(Reassociations.STABLE);
        assertEquals(Optional.of(Duration.ofSeconds(1)), retries.ended("a", now));
    }

    @Test
    void isPlannedOnce() {
        retries.ended("a", now);
        assertEquals(Optional.empty(), retries.ended("a", now));
        pass(Duration.ofSeconds(1));
        retries.due(now);
        assertEquals(Optional.empty(), retries.ended("a", now), "it is being tried");
    }

    @Test
    void cancelledIsNotTriedAndAttemptsUnderWayLeadToNoMore() {
        retries.ended("a", now);
        retries.ended("b", now);
        retries.cancel("a");
        pass(Duration.ofSeconds(1));
        assertEquals(List.of("b"), retries.due(now));
        retries.cancel("b");
        assertEquals(Optional.empty(), retries.failed("b", now));
        retries.succeeded("b", now);
        assertEquals(Optional.empty(), retries.untilNext(now));
    }

    @Property
    void neverMoreOftenThanEverySecondNorLessThanEveryMinute(@ForAll @Size(max = 60) List<Byte> happenings) {
        Reassociations<String> any = new Reassociations<>();
        long last = now - Duration.ofHours(1).toNanos();
        for (byte happening : happenings) {
            switch (happening & 3) {
                case 0 -> any.ended("a", now);
                case 1 -> pass(Duration.ofMillis(700L * (happening & 0xff)));
                case 2 -> any.cancel("b");
                default -> {
                    for (String key : any.due(now)) {
                        assertTrue(now - last >= Duration.ofSeconds(1).toNanos());
                        last = now;
                        if ((happening & 4) == 0) {
                            any.failed(key, now);
                        } else {
                            any.succeeded(key, now);
                        }
                    }
                }
            }
            assertTrue(any.untilNext(now).orElse(Duration.ZERO).compareTo(Duration.ofSeconds(60)) <= 0);
        }
    }
}
