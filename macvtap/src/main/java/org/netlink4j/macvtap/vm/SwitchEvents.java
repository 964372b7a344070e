package org.netlink4j.macvtap.vm;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.VsiType;
import org.netlink4j.lldpad.client.LldpadClient;
import org.netlink4j.lldpad.client.LldpadConfig;

/** What the switch, or who talks to it, does without being asked. Used by one thread. */
@FunctionalInterface
public interface SwitchEvents {
    /** What was done. */
    sealed interface SwitchEvent {
        /**
         * The switch ended a VSI.
         *
         * @param instance the VSI instance
         * @param type its type; one of another type is another's
         * @param device name of the device at the bottom, or empty if that is not told
         */
        record Ended(UUID instance, VsiType type, String device) implements SwitchEvent {
            /** Refuses nulls. */
            public Ended {
                Objects.requireNonNull(instance);
                Objects.requireNonNull(type);
                Objects.requireNonNull(device);
            }
        }

        /** Who talks to the switch was started anew and knows of no VSI. */
        record Restarted() implements SwitchEvent {}
    }

    /**
     * Waits for the next event.
     *
     * @param wait how long
     * @return the event; empty if there was none
     * @throws NetlinkException if there will be no more
     */
    Optional<SwitchEvent> next(Duration wait) throws NetlinkException;

    /**
     * What lldpad tells its client, and whether it is another lldpad by now.
     *
     * @param client the client that asked for the VSIs
     * @param config how to reach lldpad
     * @return the events
     */
    static SwitchEvents of(LldpadClient client, LldpadConfig config) {
        return new LldpadEvents(client, config);
    }
}
