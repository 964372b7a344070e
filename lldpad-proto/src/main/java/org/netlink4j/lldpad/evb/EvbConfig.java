package org.netlink4j.lldpad.evb;

import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.wire.EvbTimers;

/**
 * How one end is set up.
 *
 * @param generation which generation it speaks
 * @param address MAC address of the device, the source of all frames
 * @param timers what it offers; the draft uses the exponent {@code rte} only
 * @param firstSequence sequence number of the first ECP unit, 1 to 65535; one that was used shortly before, as by a process that is
 *     started again, is taken for a repetition by the other side
 */
public record EvbConfig(VdpGeneration generation, MacAddress address, EvbTimers timers, int firstSequence) {
    private static final int SEQUENCES = 0xffff;

    /** Refuses nulls and checks the range. */
    public EvbConfig {
        Objects.requireNonNull(generation);
        Objects.requireNonNull(address);
        Objects.requireNonNull(timers);
        if (firstSequence < 1 || firstSequence > SEQUENCES) {
            throw new IllegalArgumentException("a sequence number is 1 to " + SEQUENCES + ": " + firstSequence);
        }
    }

    /**
     * Offers {@link EvbTimers#UNHURRIED} and begins at random.
     *
     * @param generation which generation it speaks
     * @param address MAC address of the device
     */
    public EvbConfig(VdpGeneration generation, MacAddress address) {
        this(generation, address, EvbTimers.UNHURRIED, 1 + ThreadLocalRandom.current().nextInt(SEQUENCES));
    }

    /**
     * Sets the times.
     *
     * @param timers what it offers
     * @return the configuration with it
     */
    public EvbConfig timers(EvbTimers timers) {
        return new EvbConfig(generation, address, timers, firstSequence);
    }

    /**
     * Sets the number to begin with.
     *
     * @param firstSequence sequence number of the first ECP unit, 1 to 65535
     * @return the configuration with it
     */
    public EvbConfig firstSequence(int firstSequence) {
        return new EvbConfig(generation, address, timers, firstSequence);
    }
}
