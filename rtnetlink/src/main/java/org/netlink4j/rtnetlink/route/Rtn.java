package org.netlink4j.rtnetlink.route;

/** Types of a route: {@code RTN_*} of {@code linux/rtnetlink.h}. u8. */
public final class Rtn {
    /** Not said; in a request to delete, any. */
    public static final int RTN_UNSPEC = 0;

    /** To a gateway or on the link. */
    public static final int RTN_UNICAST = 1;

    /** To this host. */
    public static final int RTN_LOCAL = 2;

    /** To this host, as broadcast; sent as broadcast. */
    public static final int RTN_BROADCAST = 3;

    /** To this host, as broadcast; sent as unicast. */
    public static final int RTN_ANYCAST = 4;

    /** To a group. */
    public static final int RTN_MULTICAST = 5;

    /** Drops the packet. */
    public static final int RTN_BLACKHOLE = 6;

    /** Refuses the packet: the destination cannot be reached. */
    public static final int RTN_UNREACHABLE = 7;

    /** Refuses the packet: it is prohibited. */
    public static final int RTN_PROHIBIT = 8;

    /** Not in this table. */
    public static final int RTN_THROW = 9;

    private Rtn() {}
}
