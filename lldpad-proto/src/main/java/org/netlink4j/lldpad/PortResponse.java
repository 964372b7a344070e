package org.netlink4j.lldpad;

import static java.util.Map.entry;

import java.util.Map;
import org.netlink4j.lldpad.wire.VdpTlv.Vsi;

/**
 * What became of a request: {@code IFLA_PORT_RESPONSE}, u16. The kernel's {@code PORT_VDP_RESPONSE_*} and
 * {@code PORT_PROFILE_RESPONSE_*} of {@code linux/if_link.h}, and from a ratified lldpad the status byte of the switch's answer.
 *
 * @param value 0 to 65535
 */
public record PortResponse(int value) {
    /** 802.1Qbg: done. */
    public static final PortResponse SUCCESS = new PortResponse(0);

    /** 802.1Qbh: done. */
    public static final PortResponse PROFILE_SUCCESS = new PortResponse(0x100);

    /** 802.1Qbh: the switch has not answered yet. */
    public static final PortResponse PROFILE_INPROGRESS = new PortResponse(0x101);

    private static final int STATUS = 0x0f;

    private static final Map<Integer, String> DRAFT = Map.ofEntries(
            entry(0, "success"),
            entry(1, "invalid format"),
            entry(2, "insufficient resources"),
            entry(3, "unused VTID"),
            entry(4, "VTID violation"),
            entry(5, "VTID version violation"),
            entry(6, "out of sync"));

    private static final Map<Integer, String> RATIFIED = Map.of(
            0, "success",
            1, "invalid format",
            2, "insufficient resources",
            3, "no contact with the VSI manager",
            4, "other failure",
            5, "invalid VID, MAC address or group id");

    private static final Map<Integer, String> PROFILE = Map.of(
            0x100, "success",
            0x101, "in progress",
            0x102, "invalid",
            0x103, "bad state",
            0x104, "insufficient resources",
            0x105, "error");

    /** Checks the range. */
    public PortResponse {
        if (value >>> 16 != 0) {
            throw new IllegalArgumentException("a response has 16 bits: " + value);
        }
    }

    /** {@return whether the switch agreed} */
    public boolean isSuccess() {
        return equals(SUCCESS) || equals(PROFILE_SUCCESS);
    }

    /** {@return whether the driver of an 802.1Qbh card still waits for the switch} */
    public boolean isInProgress() {
        return equals(PROFILE_INPROGRESS);
    }

    /** {@return whether a ratified switch refused but keeps what was in force before} */
    public boolean isKept() {
        return value < PROFILE_SUCCESS.value && (value & Vsi.KEEP) != 0;
    }

    /** {@return whether a ratified switch says that asking again is of no use} */
    public boolean isHard() {
        return value < PROFILE_SUCCESS.value && (value & Vsi.HARD) != 0;
    }

    /**
     * The response in words.
     *
     * @param generation whose numbers those below 256 are
     * @return for example {@code "insufficient resources, kept"}
     */
    public String words(VdpGeneration generation) {
        if (value >= PROFILE_SUCCESS.value) {
            return PROFILE.getOrDefault(value, unknown());
        }
        return switch (generation) {
            case DRAFT -> DRAFT.getOrDefault(value, unknown());
            case RATIFIED -> RATIFIED.getOrDefault(value & STATUS, unknown()) + (isHard() ? ", hard" : "") + (isKept() ? ", kept" : "");
        };
    }

    private String unknown() {
        return "response 0x" + Integer.toHexString(value);
    }
}
