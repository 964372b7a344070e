package org.netlink4j.lldpad.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.netlink4j.lldpad.LldpadPidFile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.wire.EvbTimers;

/**
 * How to reach lldpad and how long to wait.
 *
 * @param generation which generation lldpad speaks on the port; {@link org.netlink4j.lldpad.control.LldpadControl#generation} finds
 *     that out and leaves nothing behind
 * @param pidFile the file in which lldpad left its process id
 * @param timeout how long a request may take, from the first attempt to the switch's answer
 * @param pollInterval how long to wait between two looks at a port
 */
public record LldpadConfig(VdpGeneration generation, Path pidFile, Duration timeout, Duration pollInterval) {
    private static final Duration POLL = Duration.ofMillis(25);
    private static final Duration SLACK = Duration.ofSeconds(2);

    /** A draft station that is asked for the other kind of pre-association asks with the next keep-alive: 10 s, then 3 s. */
    private static final Duration DRAFT = Duration.ofSeconds(13);

    /** Refuses nulls and times of nothing. */
    public LldpadConfig {
        Objects.requireNonNull(generation);
        Objects.requireNonNull(pidFile);
        if (timeout.isNegative() || !pollInterval.isPositive()) {
            throw new IllegalArgumentException("timeout " + timeout + ", poll interval " + pollInterval);
        }
    }

    /**
     * What fits a lldpad that was not told otherwise: requests may take as long as lldpad itself waits, and two seconds more.
     *
     * @param generation which generation lldpad speaks on the port
     */
    public LldpadConfig(VdpGeneration generation) {
        this(generation, LldpadPidFile.DEFAULT, timeout(generation, EvbTimers.DEFAULT), POLL);
    }

    private static Duration timeout(VdpGeneration generation, EvbTimers timers) {
        return (generation == VdpGeneration.DRAFT ? DRAFT : timers.acknowledgement()).plus(SLACK);
    }

    /**
     * Waits as long as a lldpad with other timers does, and two seconds more.
     *
     * @param timers the timers in force on the port
     * @return the configuration with it
     */
    public LldpadConfig timers(EvbTimers timers) {
        return new LldpadConfig(generation, pidFile, timeout(generation, timers), pollInterval);
    }

    /**
     * Sets the file.
     *
     * @param pidFile the file in which lldpad left its process id
     * @return the configuration with it
     */
    public LldpadConfig pidFile(Path pidFile) {
        return new LldpadConfig(generation, pidFile, timeout, pollInterval);
    }

    /**
     * Sets the time to wait.
     *
     * @param timeout how long a request may take
     * @return the configuration with it
     */
    public LldpadConfig timeout(Duration timeout) {
        return new LldpadConfig(generation, pidFile, timeout, pollInterval);
    }
}
