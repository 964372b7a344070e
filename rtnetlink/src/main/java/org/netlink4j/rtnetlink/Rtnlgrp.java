package org.netlink4j.rtnetlink;

/**
 * Multicast groups of NETLINK_ROUTE: {@code RTNLGRP_*} of {@code linux/rtnetlink.h}, for {@link
 * org.netlink4j.core.client.EventStream}. A group that the kernel does not have cannot be joined.
 */
public final class Rtnlgrp {
    /** Links, and bridge ports. */
    public static final int RTNLGRP_LINK = 1;

    /** Nothing in this century. */
    public static final int RTNLGRP_NOTIFY = 2;

    /** Neighbours and forwarding entries. */
    public static final int RTNLGRP_NEIGH = 3;

    /** Queueing disciplines, classes, filters, chains and actions. */
    public static final int RTNLGRP_TC = 4;

    /** IPv4 addresses. */
    public static final int RTNLGRP_IPV4_IFADDR = 5;

    /** Multicast routes of IPv4. */
    public static final int RTNLGRP_IPV4_MROUTE = 6;

    /** IPv4 routes. */
    public static final int RTNLGRP_IPV4_ROUTE = 7;

    /** Routing rules of IPv4. */
    public static final int RTNLGRP_IPV4_RULE = 8;

    /** IPv6 addresses. */
    public static final int RTNLGRP_IPV6_IFADDR = 9;

    /** Multicast routes of IPv6. */
    public static final int RTNLGRP_IPV6_MROUTE = 10;

    /** IPv6 routes. */
    public static final int RTNLGRP_IPV6_ROUTE = 11;

    /** Links as IPv6 sees them. */
    public static final int RTNLGRP_IPV6_IFINFO = 12;

    /** Addresses of DECnet; no kernel since 6.1 has it. */
    public static final int RTNLGRP_DECnet_IFADDR = 13;

    /** Reserved. */
    public static final int RTNLGRP_NOP2 = 14;

    /** Routes of DECnet; no kernel since 6.1 has it. */
    public static final int RTNLGRP_DECnet_ROUTE = 15;

    /** Routing rules of DECnet; no kernel since 6.1 has it. */
    public static final int RTNLGRP_DECnet_RULE = 16;

    /** Reserved. */
    public static final int RTNLGRP_NOP4 = 17;

    /** Prefixes that routers announce. */
    public static final int RTNLGRP_IPV6_PREFIX = 18;

    /** Routing rules of IPv6. */
    public static final int RTNLGRP_IPV6_RULE = 19;

    /** Options of neighbour discovery that are not for the kernel. */
    public static final int RTNLGRP_ND_USEROPT = 20;

    /** Addresses of Phonet. */
    public static final int RTNLGRP_PHONET_IFADDR = 21;

    /** Routes of Phonet. */
    public static final int RTNLGRP_PHONET_ROUTE = 22;

    /** Data centre bridging. */
    public static final int RTNLGRP_DCB = 23;

    /** Settings of IPv4 devices. */
    public static final int RTNLGRP_IPV4_NETCONF = 24;

    /** Settings of IPv6 devices. */
    public static final int RTNLGRP_IPV6_NETCONF = 25;

    /** Multicast groups of bridges. */
    public static final int RTNLGRP_MDB = 26;

    /** MPLS routes. */
    public static final int RTNLGRP_MPLS_ROUTE = 27;

    /** Ids of network namespaces. */
    public static final int RTNLGRP_NSID = 28;

    /** Settings of MPLS devices. */
    public static final int RTNLGRP_MPLS_NETCONF = 29;

    /** Reports of the multicast routing of IPv4; needs {@code CAP_NET_ADMIN}. */
    public static final int RTNLGRP_IPV4_MROUTE_R = 30;

    /** Reports of the multicast routing of IPv6; needs {@code CAP_NET_ADMIN}. */
    public static final int RTNLGRP_IPV6_MROUTE_R = 31;

    /** Next hop objects; since Linux 5.3. */
    public static final int RTNLGRP_NEXTHOP = 32;

    /** VLANs of bridges; since Linux 5.6. */
    public static final int RTNLGRP_BRVLAN = 33;

    /** Addresses of MCTP; since Linux 5.15. */
    public static final int RTNLGRP_MCTP_IFADDR = 34;

    /** Remote ends of tunnels; since Linux 5.18. */
    public static final int RTNLGRP_TUNNEL = 35;

    /** Statistics of links; since Linux 5.18. */
    public static final int RTNLGRP_STATS = 36;

    /** Multicast addresses of IPv4; since Linux 6.13. */
    public static final int RTNLGRP_IPV4_MCADDR = 37;

    /** Multicast addresses of IPv6; since Linux 6.13. */
    public static final int RTNLGRP_IPV6_MCADDR = 38;

    /** Anycast addresses of IPv6; since Linux 6.15. */
    public static final int RTNLGRP_IPV6_ACADDR = 39;

    private Rtnlgrp() {}
}
