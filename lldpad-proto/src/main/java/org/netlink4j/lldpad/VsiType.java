package org.netlink4j.lldpad;

import java.util.Optional;

/**
 * The type of a VSI: {@code struct ifla_port_vsi} of {@code linux/if_link.h}, 8 bytes: u8 manager id, u8 type id[3] with the
 * lowest byte first, u8 version, u8 padding[3].
 *
 * @param managerId 0 to 255
 * @param typeId 0 to 0xffffff
 * @param version 0 to 255
 */
public record VsiType(int managerId, int typeId, int version) {
    private static final int LENGTH = 8;

    /** Checks the ranges. */
    public VsiType {
        check(managerId, typeId, version);
    }

    static void check(int managerId, int typeId, int version) {
        if (managerId >>> 8 != 0 || typeId >>> 24 != 0 || version >>> 8 != 0) {
            throw new IllegalArgumentException(
                    "manager id " + managerId + " and version " + version + " have 8 bits each, type id " + typeId + " has 24");
        }
    }

    /** Empty if the structure is too short; its padding may be anything. */
    static Optional<VsiType> read(byte[] bytes) {
        if (bytes.length < LENGTH) {
            return Optional.empty();
        }
        int typeId = bytes[1] & 0xff | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff) << 16;
        return Optional.of(new VsiType(bytes[0] & 0xff, typeId, bytes[4] & 0xff));
    }

    byte[] bytes() {
        return new byte[] {
            (byte) managerId, (byte) typeId, (byte) (typeId >>> 8), (byte) (typeId >>> 16), (byte) version, 0, 0, 0
        };
    }
}
