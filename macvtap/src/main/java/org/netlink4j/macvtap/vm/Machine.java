package org.netlink4j.macvtap.vm;

import java.util.Objects;
import java.util.UUID;

/**
 * The virtual machine that an interface belongs to. Only 802.1Qbh tells the switch who it is.
 *
 * @param name its name, perhaps empty
 * @param id its UUID
 */
public record Machine(String name, UUID id) {
    /** A machine of which nothing is known. */
    public static final Machine UNKNOWN = new Machine("", new UUID(0, 0));

    /** Refuses nulls. */
    public Machine {
        Objects.requireNonNull(name);
        Objects.requireNonNull(id);
    }
}
