package org.netlink4j.lldpad.evb;

/** Decides what a bridge answers. */
@FunctionalInterface
public interface BridgePolicy {
    /** Agrees to everything. */
    BridgePolicy AGREE = _ -> BridgeAnswer.AGREE;

    /**
     * Decides.
     *
     * @param request what a station asks
     * @return what to do
     */
    BridgeAnswer answer(BridgeRequest request);
}
