package org.netlink4j.rtnetlink.bridge;

/** Why a port leads to a multicast router: {@code MDB_RTR_TYPE_*} of {@code linux/if_bridge.h}. */
public final class MdbRtrType {
    /** It never does. */
    public static final int MDB_RTR_TYPE_DISABLED = 0;

    /** A query or a hello of a router came in lately. */
    public static final int MDB_RTR_TYPE_TEMP_QUERY = 1;

    /** Somebody said so. */
    public static final int MDB_RTR_TYPE_PERM = 2;

    /** Somebody said so for a while. */
    public static final int MDB_RTR_TYPE_TEMP = 3;

    private MdbRtrType() {}
}
