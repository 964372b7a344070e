package org.netlink4j.lldpad.evb;

import java.time.Duration;

/** A point in time at which something is due, or none. */
final class Timer {
    static final long NEVER = Long.MAX_VALUE;

    private boolean running;
    private long due;

    void start(Duration after, long now) {
        running = true;
        due = now + after.toNanos();
    }

    void stop() {
        running = false;
    }

    boolean isRunning() {
        return running;
    }

    /** Whether it is due; it is stopped then. */
    boolean expired(long now) {
        if (!running || now - due < 0) {
            return false;
        }
        running = false;
        return true;
    }

    long due() {
        return running ? due : NEVER;
    }
}
