package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/** Attributes inside {@code IFLA_XDP}: {@code IFLA_XDP_*} of {@code linux/if_link.h}. */
public final class IflaXdp {
    /** s32, only in requests: file descriptor of the program, -1 to detach. */
    public static final int IFLA_XDP_FD = 1;

    /** u8, only in answers: how a program is attached, 0 none, 1 driver, 2 generic, 3 hardware, 4 several. */
    public static final int IFLA_XDP_ATTACHED = 2;

    /** u32: {@code XDP_FLAGS_*}. */
    public static final int IFLA_XDP_FLAGS = 3;

    /** u32, only in answers: id of the program. */
    public static final int IFLA_XDP_PROG_ID = 4;

    /** u32, only in answers: id of the program in the driver. */
    public static final int IFLA_XDP_DRV_PROG_ID = 5;

    /** u32, only in answers: id of the generic program. */
    public static final int IFLA_XDP_SKB_PROG_ID = 6;

    /** u32, only in answers: id of the program in hardware. */
    public static final int IFLA_XDP_HW_PROG_ID = 7;

    /** s32, only in requests: the program that must be attached now. */
    public static final int IFLA_XDP_EXPECTED_FD = 8;

    /** Value of {@link #IFLA_XDP_ATTACHED}: no program. */
    public static final int XDP_ATTACHED_NONE = 0;

    /** Value of {@link #IFLA_XDP_ATTACHED}: in the driver. */
    public static final int XDP_ATTACHED_DRV = 1;

    /** Value of {@link #IFLA_XDP_ATTACHED}: generic. */
    public static final int XDP_ATTACHED_SKB = 2;

    /** Value of {@link #IFLA_XDP_ATTACHED}: in hardware. */
    public static final int XDP_ATTACHED_HW = 3;

    /** Value of {@link #IFLA_XDP_ATTACHED}: in several of these ways. */
    public static final int XDP_ATTACHED_MULTI = 4;

    /** Bit of {@link #IFLA_XDP_FLAGS}: only if no program is attached. */
    public static final int XDP_FLAGS_UPDATE_IF_NOEXIST = 1;

    /** Bit of {@link #IFLA_XDP_FLAGS}: generic. */
    public static final int XDP_FLAGS_SKB_MODE = 1 << 1;

    /** Bit of {@link #IFLA_XDP_FLAGS}: in the driver. */
    public static final int XDP_FLAGS_DRV_MODE = 1 << 2;

    /** Bit of {@link #IFLA_XDP_FLAGS}: in hardware. */
    public static final int XDP_FLAGS_HW_MODE = 1 << 3;

    /** Bit of {@link #IFLA_XDP_FLAGS}: only instead of {@link #IFLA_XDP_EXPECTED_FD}. */
    public static final int XDP_FLAGS_REPLACE = 1 << 4;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_XDP",
            s32(IFLA_XDP_FD, "IFLA_XDP_FD"),
            u8(IFLA_XDP_ATTACHED, "IFLA_XDP_ATTACHED"),
            u32(IFLA_XDP_FLAGS, "IFLA_XDP_FLAGS"),
            u32(IFLA_XDP_PROG_ID, "IFLA_XDP_PROG_ID"),
            u32(IFLA_XDP_DRV_PROG_ID, "IFLA_XDP_DRV_PROG_ID"),
            u32(IFLA_XDP_SKB_PROG_ID, "IFLA_XDP_SKB_PROG_ID"),
            u32(IFLA_XDP_HW_PROG_ID, "IFLA_XDP_HW_PROG_ID"),
            s32(IFLA_XDP_EXPECTED_FD, "IFLA_XDP_EXPECTED_FD"));

    private IflaXdp() {}
}
