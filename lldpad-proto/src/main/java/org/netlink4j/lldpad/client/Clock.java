package org.netlink4j.lldpad.client;

import java.time.Duration;
import org.netlink4j.core.InterruptedCallException;

/** The time, and waiting for it to pass; tests have one of their own. */
interface Clock {
    Clock SYSTEM = new Clock() {
        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration time) throws InterruptedCallException {
            try {
                Thread.sleep(time);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedCallException("interrupted while waiting for the switch");
            }
        }
    };

    /** In nanoseconds from any beginning. */
    long now();

    void sleep(Duration time) throws InterruptedCallException;
}
