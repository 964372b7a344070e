package org.netlink4j.lldpad.evb;

import java.util.Optional;

/** Where a VSI is at the station. */
sealed interface VsiState permits VsiStateDraft, VsiStateRatified {
    /** What a state means to the timers and to the user. */
    enum Phase {
        /** Nothing was asked yet. */
        NEW,
        /** The switch is to answer. */
        WAITING,
        /** The switch has agreed. */
        ESTABLISHED,
        /** It is over. */
        ENDED
    }

    Phase phase();

    /** The state that follows; empty if what happens does not matter here. */
    Optional<? extends VsiState> next(VsiInput input);
}
