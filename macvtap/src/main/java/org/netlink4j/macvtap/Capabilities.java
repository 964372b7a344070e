package org.netlink4j.macvtap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The effective capabilities of a thread; the numbers are those of {@code linux/capability.h}.
 *
 * @param bits one bit each
 */
record Capabilities(long bits) {
    static final int CAP_NET_ADMIN = 12;
    static final int CAP_SYS_ADMIN = 21;
    static final int CAP_MKNOD = 27;

    private static final Path STATUS = Path.of("/proc/thread-self/status");
    private static final String LINE = "CapEff:";

    /** Those of the calling thread; none if {@code /proc} does not tell. */
    static Capabilities current() {
        try {
            return parse(Files.readString(STATUS));
        } catch (IOException _) {
            return new Capabilities(0);
        }
    }

    static Capabilities parse(String status) {
        return new Capabilities(status.lines()
                .filter(line -> line.startsWith(LINE))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(LINE.length()).strip(), 16))
                .findFirst()
                .orElse(0));
    }

    boolean has(int capability) {
        return (bits >>> capability & 1) != 0;
    }
}
