package org.netlink4j.rtnetlink.link;

import java.util.Map;

/**
 * Operational state of RFC 2863: {@code IF_OPER_*} of {@code linux/if.h}. Values that a newer kernel may add are kept.
 *
 * @param value u8
 */
public record OperState(int value) {
    static final Map<Long, String> WORDS = Map.of(
            0L, "UNKNOWN", 1L, "NOTPRESENT", 2L, "DOWN", 3L, "LOWERLAYERDOWN", 4L, "TESTING", 5L, "DORMANT", 6L, "UP");

    /** The driver does not say. */
    public static final OperState UNKNOWN = new OperState(0);

    /** The hardware is missing. */
    public static final OperState NOTPRESENT = new OperState(1);

    /** Cannot carry traffic. */
    public static final OperState DOWN = new OperState(2);

    /** Cannot carry traffic because a lower device cannot. */
    public static final OperState LOWERLAYERDOWN = new OperState(3);

    /** Is being tested. */
    public static final OperState TESTING = new OperState(4);

    /** Waits for something, for example authentication. */
    public static final OperState DORMANT = new OperState(5);

    /** Can carry traffic. */
    public static final OperState UP = new OperState(6);

    /** {@return the kernel's word without its prefix, or the number} */
    @Override
    public String toString() {
        return WORDS.getOrDefault((long) value, Integer.toString(value));
    }
}
