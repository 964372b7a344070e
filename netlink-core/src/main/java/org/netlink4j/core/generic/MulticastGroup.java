package org.netlink4j.core.generic;

import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_MCAST_GRP_ID;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_MCAST_GRP_NAME;

import org.netlink4j.core.schema.Attributes;

/**
 * A multicast group of a family.
 *
 * @param attributes what the kernel sent, of {@link Ctrl#GROUP}
 */
public record MulticastGroup(Attributes attributes) {
    /** {@return the name, unique in its family} */
    public String name() {
        return attributes.text(CTRL_ATTR_MCAST_GRP_NAME).orElse("");
    }

    /** {@return the number to join, which this kernel gave out} */
    public int id() {
        return attributes.integer(CTRL_ATTR_MCAST_GRP_ID).orElse(0);
    }
}
