package org.netlink4j.macvtap.vm;

import java.time.Duration;
import java.util.Optional;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.backend.EndedVsi;

/**
 * Hears of VSIs that end without having been asked for that. {@link org.netlink4j.lldpad.backend.VsiBackend#ended} is one. Used by
 * one thread.
 */
@FunctionalInterface
public interface SwitchEvents {
    /**
     * Waits for the next one.
     *
     * @param wait how long
     * @return what ended, perhaps a VSI of somebody else; empty if nothing did
     * @throws NetlinkException if it cannot be heard
     */
    Optional<EndedVsi> next(Duration wait) throws NetlinkException;
}
