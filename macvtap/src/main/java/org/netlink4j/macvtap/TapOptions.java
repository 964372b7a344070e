package org.netlink4j.macvtap;

import java.time.Duration;
import java.util.Objects;

/**
 * How to open the queues of a device.
 *
 * @param queues how many, 1 to 256
 * @param vnetHeader whether a {@link VnetHeader} stands before every frame
 * @param nodeTimeout how long to wait for each queue's device node, which another process (udev) may make late or give
 *     permissions late
 */
public record TapOptions(int queues, boolean vnetHeader, Duration nodeTimeout) {
    /** The kernel's limit ({@code MAX_TAP_QUEUES}). */
    public static final int MAX_QUEUES = 256;

    /** One queue, plain frames, one second. */
    public static final TapOptions DEFAULT = new TapOptions(1, false, Duration.ofSeconds(1));

    /** Checks the ranges. */
    public TapOptions {
        Objects.requireNonNull(nodeTimeout);
        if (queues < 1 || queues > MAX_QUEUES) {
            throw new IllegalArgumentException("a macvtap has 1 to " + MAX_QUEUES + " queues, not " + queues);
        }
        if (nodeTimeout.isNegative()) {
            throw new IllegalArgumentException("a negative timeout: " + nodeTimeout);
        }
    }

    /**
     * Sets the number of queues.
     *
     * @param queues 1 to 256
     * @return the options with it
     */
    public TapOptions queues(int queues) {
        return new TapOptions(queues, vnetHeader, nodeTimeout);
    }

    /**
     * Sets whether frames have a header.
     *
     * @param vnetHeader whether a {@link VnetHeader} stands before every frame
     * @return the options with it
     */
    public TapOptions vnetHeader(boolean vnetHeader) {
        return new TapOptions(queues, vnetHeader, nodeTimeout);
    }

    /**
     * Sets how long to wait for a device node.
     *
     * @param nodeTimeout zero to fail at once
     * @return the options with it
     */
    public TapOptions nodeTimeout(Duration nodeTimeout) {
        return new TapOptions(queues, vnetHeader, nodeTimeout);
    }
}
