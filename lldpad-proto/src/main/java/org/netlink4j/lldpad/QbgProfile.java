package org.netlink4j.lldpad;

import java.util.Objects;
import java.util.UUID;

/**
 * A port profile of IEEE 802.1Qbg: it names a VSI (virtual station interface) and its type.
 *
 * @param managerId id of the VSI manager, 0 to 255; 0 is reserved by the standard, but sent if asked for
 * @param typeId id of the VSI type, 0 to 0xffffff
 * @param typeIdVersion version of the VSI type, 0 to 255
 * @param instanceId id of the VSI instance
 */
public record QbgProfile(int managerId, int typeId, int typeIdVersion, UUID instanceId) implements PortProfile {
    /** Checks the ranges. */
    public QbgProfile {
        VsiType.check(managerId, typeId, typeIdVersion);
        Objects.requireNonNull(instanceId);
    }

    /** {@return manager id, type id and version as one value} */
    public VsiType vsiType() {
        return new VsiType(managerId, typeId, typeIdVersion);
    }

    @Override
    public PortProfileType type() {
        return PortProfileType.QBG;
    }
}
