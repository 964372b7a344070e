package org.netlink4j.rtnetlink.route;

/** Flags of a route: {@code RTM_F_*} of {@code linux/rtnetlink.h}. The low bits are {@link RtnhF}. */
public final class RtmF {
    /** Only in requests: announce the answer. */
    public static final int RTM_F_NOTIFY = 0x100;

    /** Is the result of a lookup. */
    public static final int RTM_F_CLONED = 0x200;

    /** Only in requests: say the table in which the route was found. */
    public static final int RTM_F_LOOKUP_TABLE = 0x1000;

    /** Only in requests: answer with the route itself. */
    public static final int RTM_F_FIB_MATCH = 0x2000;

    /** The hardware has it. */
    public static final int RTM_F_OFFLOAD = 0x4000;

    /** The hardware hands the packets to the kernel. */
    public static final int RTM_F_TRAP = 0x8000;

    /** The hardware could not take it. */
    public static final int RTM_F_OFFLOAD_FAILED = 0x20000000;

    private RtmF() {}
}
