package org.netlink4j.rtnetlink.tc.qdisc;

import java.util.List;

/** Clocks in the words of {@code tc}: {@code CLOCK_*} of {@code time.h}. */
final class Clocks {
    /** Not a clock. */
    static final int NONE = -1;

    private static final List<String> NAMES = List.of(
            "REALTIME", "MONOTONIC", "invalid", "invalid", "invalid", "invalid", "invalid", "BOOTTIME", "invalid", "invalid", "invalid",
            "TAI");

    private Clocks() {}

    static String name(int clock) {
        return clock >= 0 && clock < NAMES.size() ? NAMES.get(clock) : "invalid";
    }
}
