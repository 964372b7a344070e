package org.netlink4j.macvtap.vm;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.VsiOutcome;

/**
 * Negotiates 802.1Qbg port profiles with the switch. {@link org.netlink4j.lldpad.backend.VsiBackend#request} is one. Used by many
 * threads.
 */
@FunctionalInterface
public interface VsiAssociator {
    /**
     * Asks for something and waits until the switch has answered. Afterwards the switch keeps nothing of a request that failed,
     * unless the outcome says so.
     *
     * @param request what for
     * @return what became of it
     * @throws NetlinkException if that is not known
     */
    VsiOutcome request(VsiRequest request) throws NetlinkException;
}
