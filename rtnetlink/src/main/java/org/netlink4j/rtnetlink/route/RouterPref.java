package org.netlink4j.rtnetlink.route;

/** How much a router is preferred: {@code ICMPV6_ROUTER_PREF_*} of {@code linux/icmpv6.h}. u8. */
public final class RouterPref {
    /** Medium. */
    public static final int ICMPV6_ROUTER_PREF_MEDIUM = 0;

    /** High. */
    public static final int ICMPV6_ROUTER_PREF_HIGH = 1;

    /** Not a value. */
    public static final int ICMPV6_ROUTER_PREF_INVALID = 2;

    /** Low. */
    public static final int ICMPV6_ROUTER_PREF_LOW = 3;

    private RouterPref() {}
}
