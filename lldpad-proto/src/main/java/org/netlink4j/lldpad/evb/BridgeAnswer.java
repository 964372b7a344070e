package org.netlink4j.lldpad.evb;

import java.time.Duration;

/** What a bridge does with a request. */
public sealed interface BridgeAnswer {
    /** Agrees at once and leaves the VLAN as it is. */
    BridgeAnswer AGREE = new Reply(0, Duration.ZERO, 0);

    /**
     * Answers.
     *
     * @param status u8: 0 agrees; else the draft's response, or the ratified code with {@link
     *     org.netlink4j.lldpad.wire.VdpTlv.Vsi#KEEP} and {@link org.netlink4j.lldpad.wire.VdpTlv.Vsi#HARD}
     * @param delay after which time
     * @param vlan VLAN id for filters that leave it to the bridge; 0 to choose none
     */
    record Reply(int status, Duration delay, int vlan) implements BridgeAnswer {
        /** Checks the ranges. */
        public Reply {
            if (status >>> 6 != 0 || delay.isNegative() || vlan >>> 12 != 0) {
                throw new IllegalArgumentException("status " + status + " has 6 bits, VLAN id " + vlan + " 12; delay " + delay);
            }
        }
    }

    /** Says nothing. */
    record Silence() implements BridgeAnswer {}

    /**
     * Refuses at once.
     *
     * @param status u8, not 0
     * @return the answer
     */
    static BridgeAnswer refuse(int status) {
        return new Reply(status, Duration.ZERO, 0);
    }
}
