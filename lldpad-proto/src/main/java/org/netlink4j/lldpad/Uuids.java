package org.netlink4j.lldpad;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/** UUIDs as 16 bytes in the order of their text. */
final class Uuids {
    static final int LENGTH = 16;

    private Uuids() {}

    static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(LENGTH)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    /** Empty if the length is another one. */
    static Optional<UUID> read(byte[] bytes) {
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return Optional.of(new UUID(in.getLong(), in.getLong()));
    }
}
