package org.netlink4j.lldpad;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.link.Link;

/** Finds a link by its index; {@link org.netlink4j.rtnetlink.link.Links#get(int)} does. */
@FunctionalInterface
public interface LinkLookup {
    /**
     * Gets a link.
     *
     * @param index its index
     * @return the link
     * @throws NetlinkException if there is none, or no answer
     */
    Link get(int index) throws NetlinkException;
}
