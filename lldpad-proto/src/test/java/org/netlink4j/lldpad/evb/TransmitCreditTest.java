package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransmitCreditTest {
    private static final long SECOND = 1_000_000_000L;

    private final TransmitCredit credit = new TransmitCredit();

    private int take(long now) {
        int taken = 0;
        while (taken < 100 && credit.take(now)) {
            taken++;
        }
        return taken;
    }

    /** {@code System.nanoTime} may be anything, and pass the largest number. */
    @ParameterizedTest
    @ValueSource(longs = {0, -3 * SECOND, Long.MAX_VALUE - SECOND / 2})
    void fiveAtOnceAndOneEachSecond(long begin) {
        assertEquals(5, take(begin));
        assertEquals(0, take(begin + SECOND - 1));
        assertEquals(Duration.ofNanos(1), credit.next(begin + SECOND - 1));
        assertEquals(1, take(begin + SECOND));
        assertEquals(Duration.ofSeconds(1), credit.next(begin + SECOND));
        assertEquals(2, take(begin + 3 * SECOND + SECOND / 2));
        assertEquals(Duration.ofMillis(500), credit.next(begin + 3 * SECOND + SECOND / 2), "the half second counts");
        assertEquals(5, take(begin + 1000 * SECOND), "never more");
        assertFalse(credit.take(begin + 1000 * SECOND));
        credit.renew();
        assertTrue(credit.take(begin + 1000 * SECOND));
    }
}
