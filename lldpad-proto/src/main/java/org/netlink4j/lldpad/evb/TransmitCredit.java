package org.netlink4j.lldpad.evb;

import java.time.Duration;

/** How many LLDP frames may be sent now: five, and one more each second; {@code txCredit} of IEEE 802.1AB. */
final class TransmitCredit {
    static final int MOST = 5;
    private static final long TICK = Duration.ofSeconds(1).toNanos();

    private int left = MOST;
    private long ticked;

    /** As in the beginning. */
    void renew() {
        left = MOST;
    }

    /** Takes one, if there is one. */
    boolean take(long now) {
        if (left == MOST) {
            ticked = now;
        }
        long ticks = (now - ticked) / TICK;
        left = (int) Math.min(MOST, left + ticks);
        ticked += ticks * TICK;
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /** How long until there is one, if there is none. */
    Duration next(long now) {
        return Duration.ofNanos(ticked + TICK - now);
    }
}
