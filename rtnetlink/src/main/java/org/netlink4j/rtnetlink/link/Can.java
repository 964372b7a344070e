package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaCan.IFLA_CAN_BITTIMING;
import static org.netlink4j.rtnetlink.link.IflaCan.IFLA_CAN_CTRLMODE;
import static org.netlink4j.rtnetlink.link.IflaCan.IFLA_CAN_DATA_BITTIMING;
import static org.netlink4j.rtnetlink.link.IflaCan.IFLA_CAN_RESTART;
import static org.netlink4j.rtnetlink.link.IflaCan.IFLA_CAN_RESTART_MS;
import static org.netlink4j.rtnetlink.link.IflaCan.IFLA_CAN_STATE;
import static org.netlink4j.rtnetlink.link.IflaCan.IFLA_CAN_TERMINATION;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * A CAN device. It belongs to hardware, so it can be changed but not made.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaCan}
 */
public record Can(Attributes data) implements TypedLinkKind<Can> {
    static final String KIND = "can";

    /** Checks the table. */
    public Can {
        LinkKindType.require(IflaCan.ATTRIBUTES, data);
    }

    /** Nothing is wanted yet. */
    public Can() {
        this(Attributes.none(IflaCan.ATTRIBUTES));
    }

    /**
     * Sets the bit rate; the kernel computes the times.
     *
     * @param bitsPerSecond u32
     * @param samplePoint in thousandths of a bit, 0 to 999; 0 for the default
     * @return the kind with it
     */
    public Can bitRate(long bitsPerSecond, int samplePoint) {
        return over(data.withStruct(IFLA_CAN_BITTIMING, bitsPerSecond, samplePoint, 0, 0, 0, 0, 0, 0));
    }

    /**
     * Sets the bit rate of the data of CAN FD; the kernel computes the times.
     *
     * @param bitsPerSecond u32
     * @param samplePoint in thousandths of a bit, 0 to 999; 0 for the default
     * @return the kind with it
     */
    public Can dataBitRate(long bitsPerSecond, int samplePoint) {
        return over(data.withStruct(IFLA_CAN_DATA_BITTIMING, bitsPerSecond, samplePoint, 0, 0, 0, 0, 0, 0));
    }

    /** {@return the bit rate in bit/s; {@code IFLA_CAN_BITTIMING}} */
    public OptionalLong bitRate() {
        return data.field(IFLA_CAN_BITTIMING, "bitrate");
    }

    /** {@return the bit rate of the data of CAN FD in bit/s; {@code IFLA_CAN_DATA_BITTIMING}} */
    public OptionalLong dataBitRate() {
        return data.field(IFLA_CAN_DATA_BITTIMING, "bitrate");
    }

    /** {@return the modes, {@code CAN_CTRLMODE_*} of {@link IflaCan}; {@code IFLA_CAN_CTRLMODE}} */
    public OptionalLong modes() {
        return data.field(IFLA_CAN_CTRLMODE, "flags");
    }

    /**
     * Sets modes.
     *
     * @param modes u32; {@code CAN_CTRLMODE_*} of {@link IflaCan}
     * @param mask u32; those that count, the others stay
     * @return the kind with them
     */
    public Can modes(long modes, long mask) {
        return over(data.withStruct(IFLA_CAN_CTRLMODE, mask, modes));
    }

    /** {@return the state, 0 active, 1 warning, 2 passive, 3 bus off, 4 stopped, 5 sleeping; {@code IFLA_CAN_STATE}} */
    public OptionalInt state() {
        return data.integer(IFLA_CAN_STATE);
    }

    /** {@return the milliseconds after which a device that is bus off starts again; {@code IFLA_CAN_RESTART_MS}} */
    public OptionalInt restartDelay() {
        return data.integer(IFLA_CAN_RESTART_MS);
    }

    /**
     * Sets the milliseconds after which a device that is bus off starts again.
     *
     * @param value u32; 0 for never
     * @return the kind with it
     */
    public Can restartDelay(long value) {
        return with(IFLA_CAN_RESTART_MS, value);
    }

    /** {@return the termination in ohms; {@code IFLA_CAN_TERMINATION}} */
    public OptionalInt termination() {
        return data.integer(IFLA_CAN_TERMINATION);
    }

    /**
     * Sets the termination in ohms.
     *
     * @param value u16; 0 for none
     * @return the kind with it
     */
    public Can termination(int value) {
        return with(IFLA_CAN_TERMINATION, value);
    }

    /** {@return the kind with the wish to start again; {@code IFLA_CAN_RESTART}} */
    public Can restart() {
        return with(IFLA_CAN_RESTART, 1);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Can over(Attributes data) {
        return new Can(data);
    }
}
