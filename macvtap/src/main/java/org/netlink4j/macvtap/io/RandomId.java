package org.netlink4j.macvtap.io;

import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.UUID;

/** Draws UUIDs. {@link UUID#randomUUID} would load the network library, which opens a socket. */
public final class RandomId {
    private static final String SOURCE = "/dev/urandom";
    private static final long VERSION_4 = 0x4000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RandomId() {}

    /**
     * Draws one.
     *
     * @return a UUID of version 4
     * @throws IOException if the system has no {@code /dev/urandom}
     */
    public static UUID draw() throws IOException {
        try (DataInputStream random = new DataInputStream(new FileInputStream(SOURCE))) {
            return new UUID(random.readLong() & ~0xf000L | VERSION_4, random.readLong() >>> 2 | VARIANT);
        }
    }
}
