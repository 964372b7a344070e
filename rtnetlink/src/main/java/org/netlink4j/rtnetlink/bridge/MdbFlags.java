package org.netlink4j.rtnetlink.bridge;

/** Flags of a member of a multicast group: {@code MDB_FLAGS_*} of {@code linux/if_bridge.h}. */
public final class MdbFlags {
    /** The hardware has it. */
    public static final int MDB_FLAGS_OFFLOAD = 1;

    /** The group is left at once. */
    public static final int MDB_FLAGS_FAST_LEAVE = 1 << 1;

    /** Was added because the port wants the group from all sources but some. */
    public static final int MDB_FLAGS_STAR_EXCL = 1 << 2;

    /** The port does not want the group from this source. */
    public static final int MDB_FLAGS_BLOCKED = 1 << 3;

    /** The hardware could not take it; since Linux 6.16. */
    public static final int MDB_FLAGS_OFFLOAD_FAILED = 1 << 4;

    private MdbFlags() {}
}
