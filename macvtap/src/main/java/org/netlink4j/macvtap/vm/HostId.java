package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The UUID of this host: its machine id. */
final class HostId {
    private static final Path FILE = Path.of("/etc/machine-id");

    private HostId() {}

    /** The nil UUID if there is none. */
    static UUID read() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException _) {
            return new UUID(0, 0);
        }
    }

    static UUID parse(String text) {
        String digits = text.strip();
        return digits.matches("[0-9a-f]{32}")
                ? new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16))
                : new UUID(0, 0);
    }
}
