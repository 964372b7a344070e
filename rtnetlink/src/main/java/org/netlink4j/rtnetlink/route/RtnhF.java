package org.netlink4j.rtnetlink.route;

/** Flags of a next hop: {@code RTNH_F_*} of {@code linux/rtnetlink.h}. */
public final class RtnhF {
    /** Its device is down. */
    public static final int RTNH_F_DEAD = 1;

    /** Not in use. */
    public static final int RTNH_F_PERVASIVE = 2;

    /** The gateway is on the link, whatever the addresses say. */
    public static final int RTNH_F_ONLINK = 4;

    /** The hardware has it. */
    public static final int RTNH_F_OFFLOAD = 8;

    /** Its device has no carrier. */
    public static final int RTNH_F_LINKDOWN = 16;

    /** Not resolved yet; multicast only. */
    public static final int RTNH_F_UNRESOLVED = 32;

    /** The hardware hands the packets to the kernel. */
    public static final int RTNH_F_TRAP = 64;

    private RtnhF() {}
}
