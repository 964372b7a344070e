package org.netlink4j.lldpad.backend;

import java.util.Objects;
import java.util.UUID;

/**
 * A VSI that ended, though nobody here asked for that.
 *
 * @param instanceId which
 * @param reason why
 */
public record EndedVsi(UUID instanceId, Reason reason) {
    /** Why a VSI ended. */
    public enum Reason {
        /** The switch said so. */
        SWITCH("the switch ended it"),
        /** The switch refused the keep-alive. */
        KEEP_ALIVE_REFUSED("the switch refused the keep-alive"),
        /** The switch did not answer the keep-alive. */
        KEEP_ALIVE_TIMED_OUT("the switch did not answer the keep-alive"),
        /** Another process of this host had it disassociated. */
        ANOTHER_PROCESS("another process of this host had it disassociated"),
        /** The station of another process no longer has it, or has ended itself. */
        STATION_LOST("the station no longer has it: the switch or another process ended it, or the station has ended"),
        /** lldpad was started anew, or ended, and has forgotten it. */
        LLDPAD_RESTARTED("lldpad was restarted or has ended, and has forgotten it"),
        /** lldpad no longer lists it. */
        FORGOTTEN("lldpad no longer lists it: the switch did not answer the keep-alive, or lldpad was told to forget it");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** {@return the reason in words} */
        public String words() {
            return words;
        }
    }

    /** Refuses nulls. */
    public EndedVsi {
        Objects.requireNonNull(instanceId);
        Objects.requireNonNull(reason);
    }
}
