package org.netlink4j.lldpad.evb;

import java.util.Objects;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.wire.EvbTimers;

/**
 * How one end is set up.
 *
 * @param generation which generation it speaks
 * @param address MAC address of the device, the source of all frames
 * @param timers what it offers; the draft uses the exponent {@code rte} only
 */
public record EvbConfig(VdpGeneration generation, MacAddress address, EvbTimers timers) {
    /** Refuses nulls. */
    public EvbConfig {
        Objects.requireNonNull(generation);
        Objects.requireNonNull(address);
        Objects.requireNonNull(timers);
    }

    /**
     * Set up as lldpad is unless told otherwise.
     *
     * @param generation which generation it speaks
     * @param address MAC address of the device
     */
    public EvbConfig(VdpGeneration generation, MacAddress address) {
        this(generation, address, EvbTimers.DEFAULT);
    }
}
