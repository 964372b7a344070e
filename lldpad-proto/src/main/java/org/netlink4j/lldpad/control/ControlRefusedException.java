package org.netlink4j.lldpad.control;

import java.io.IOException;
import java.util.Map;

/** lldpad refused a command. */
public final class ControlRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private static final Map<Integer, String> WORDS = Map.of(
            1, "failed",
            2, "device not found or inactive",
            4, "invalid command",
            5, "invalid parameters",
            9, "command not applicable");

    /** The status. */
    private final int status;

    /**
     * Makes one.
     *
     * @param command what was asked for
     * @param status lldpad's status, 1 to 255
     */
    ControlRefusedException(String command, int status) {
        super(command + ": " + WORDS.getOrDefault(status, "status " + status));
        this.status = status;
    }

    /**
     * The status.
     *
     * @return 1 to 255; 2 for a device that lldpad does not know, 5 for a bad value, 9 for a key that there is not
     */
    public int status() {
        return status;
    }
}
