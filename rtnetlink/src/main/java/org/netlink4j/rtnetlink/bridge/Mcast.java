package org.netlink4j.rtnetlink.bridge;

/** What a list of sources of a multicast group means: {@code MCAST_*} of {@code linux/in.h}. */
public final class Mcast {
    /** All sources but those of the list are wanted. */
    public static final int MCAST_EXCLUDE = 0;

    /** The sources of the list are wanted. */
    public static final int MCAST_INCLUDE = 1;

    private Mcast() {}
}
