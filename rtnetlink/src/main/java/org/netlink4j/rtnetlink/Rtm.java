package org.netlink4j.rtnetlink;

/** Message types of NETLINK_ROUTE: {@code RTM_*} of {@code linux/rtnetlink.h}. */
public final class Rtm {
    /** A link is there, or is to be made or changed. */
    public static final int RTM_NEWLINK = 16;

    /** A link is gone, or is to be deleted. */
    public static final int RTM_DELLINK = 17;

    /** Asks for links. */
    public static final int RTM_GETLINK = 18;

    /** A link is to be changed; what its kind says of itself stays. */
    public static final int RTM_SETLINK = 19;

    /** Alternative names of a link are to be added. */
    public static final int RTM_NEWLINKPROP = 108;

    /** Alternative names of a link are to be deleted. */
    public static final int RTM_DELLINKPROP = 109;

    private Rtm() {}
}
