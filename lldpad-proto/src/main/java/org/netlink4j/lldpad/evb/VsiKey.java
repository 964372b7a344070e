package org.netlink4j.lldpad.evb;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.QbgProfile;

/**
 * What makes a VSI the same VSI.
 *
 * @param managerId 16 bytes; an id of 8 bits stands in the first
 * @param typeId u24
 * @param version u8
 * @param instanceId 16 bytes
 */
public record VsiKey(Octets managerId, int typeId, int version, Octets instanceId) {
    private static final int LENGTH = 16;

    /** Checks the ranges. */
    public VsiKey {
        if (managerId.length() != LENGTH || instanceId.length() != LENGTH || typeId >>> 24 != 0 || version >>> 8 != 0) {
            throw new IllegalArgumentException("ids of 16 bytes, type id of 24 bits, version of 8: " + managerId + " " + instanceId
                    + " " + typeId + " " + version);
        }
    }

    /**
     * The key of a profile.
     *
     * @param profile the profile
     * @return its key
     */
    public static VsiKey of(QbgProfile profile) {
        UUID id = profile.instanceId();
        byte[] instance = ByteBuffer.allocate(LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return new VsiKey(managerId(profile.managerId()), profile.typeId(), profile.typeIdVersion(), Octets.of(instance));
    }

    /** {@return the instance id as a UUID} */
    public UUID uuid() {
        ByteBuffer bytes = ByteBuffer.wrap(instanceId.toArray());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /**
     * The profile that has this key.
     *
     * @return the profile
     * @throws IllegalArgumentException if there is none, because its manager id is longer than 8 bits
     */
    public QbgProfile profile() {
        if (!managerId.equals(managerId(managerId.get(0)))) {
            throw new IllegalArgumentException("a profile's manager id has 8 bits: " + managerId);
        }
        return new QbgProfile(managerId.get(0), typeId, version, uuid());
    }

    static Octets managerId(int id) {
        byte[] bytes = new byte[LENGTH];
        bytes[0] = (byte) id;
        return Octets.of(bytes);
    }
}
