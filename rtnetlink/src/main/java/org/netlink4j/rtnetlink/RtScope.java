package org.netlink4j.rtnetlink;

/** How far an address or a route reaches: {@code RT_SCOPE_*} of {@code linux/rtnetlink.h}. u8; the higher, the nearer. */
public final class RtScope {
    /** Everywhere. */
    public static final int RT_SCOPE_UNIVERSE = 0;

    /** Within the site; IPv6 only. */
    public static final int RT_SCOPE_SITE = 200;

    /** On the link. */
    public static final int RT_SCOPE_LINK = 253;

    /** On this host. */
    public static final int RT_SCOPE_HOST = 254;

    /** Nowhere: there is no such destination. */
    public static final int RT_SCOPE_NOWHERE = 255;

    private RtScope() {}
}
