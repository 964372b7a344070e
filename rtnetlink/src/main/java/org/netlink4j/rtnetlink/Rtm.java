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

    /** An address of a device is there, or is to be made or changed. */
    public static final int RTM_NEWADDR = 20;

    /** An address of a device is gone, or is to be deleted. */
    public static final int RTM_DELADDR = 21;

    /** Asks for addresses. */
    public static final int RTM_GETADDR = 22;

    /** A route is there, or is to be made or changed. */
    public static final int RTM_NEWROUTE = 24;

    /** A route is gone, or is to be deleted. */
    public static final int RTM_DELROUTE = 25;

    /** Asks for routes. */
    public static final int RTM_GETROUTE = 26;

    /** A neighbour or a forwarding entry is there, or is to be made or changed. */
    public static final int RTM_NEWNEIGH = 28;

    /** A neighbour or a forwarding entry is gone, or is to be deleted. */
    public static final int RTM_DELNEIGH = 29;

    /** Asks for neighbours and forwarding entries. */
    public static final int RTM_GETNEIGH = 30;

    /** A routing rule is there, or is to be made or changed. */
    public static final int RTM_NEWRULE = 32;

    /** A routing rule is gone, or is to be deleted. */
    public static final int RTM_DELRULE = 33;

    /** Asks for routing rules. */
    public static final int RTM_GETRULE = 34;

    /** A queueing discipline is there, or is to be made or changed. */
    public static final int RTM_NEWQDISC = 36;

    /** A queueing discipline is gone, or is to be deleted. */
    public static final int RTM_DELQDISC = 37;

    /** Asks for queueing disciplines. */
    public static final int RTM_GETQDISC = 38;

    /** A traffic class is there, or is to be made or changed. */
    public static final int RTM_NEWTCLASS = 40;

    /** A traffic class is gone, or is to be deleted. */
    public static final int RTM_DELTCLASS = 41;

    /** Asks for traffic classes. */
    public static final int RTM_GETTCLASS = 42;

    /** A traffic filter is there, or is to be made or changed. */
    public static final int RTM_NEWTFILTER = 44;

    /** A traffic filter is gone, or is to be deleted. */
    public static final int RTM_DELTFILTER = 45;

    /** Asks for traffic filters. */
    public static final int RTM_GETTFILTER = 46;

    /** Actions of traffic control are there, or are to be made or changed. */
    public static final int RTM_NEWACTION = 48;

    /** Actions of traffic control are gone, or are to be deleted. */
    public static final int RTM_DELACTION = 49;

    /** Asks for actions of traffic control. */
    public static final int RTM_GETACTION = 50;

    /** A multicast group of a bridge is there, or is to be made or changed. */
    public static final int RTM_NEWMDB = 84;

    /** A multicast group of a bridge is gone, or is to be deleted. */
    public static final int RTM_DELMDB = 85;

    /** Asks for multicast groups of bridges, and answers to that. */
    public static final int RTM_GETMDB = 86;

    /** A router announced a prefix; the kernel only tells of it. */
    public static final int RTM_NEWPREFIX = 52;

    /** A multicast address of a device is there; since Linux 6.13. */
    public static final int RTM_NEWMULTICAST = 56;

    /** A multicast address of a device is gone; since Linux 6.13. */
    public static final int RTM_DELMULTICAST = 57;

    /** Asks for the multicast addresses of devices; the answers have the same type. */
    public static final int RTM_GETMULTICAST = 58;

    /** An anycast address of a device is there; since Linux 6.15. */
    public static final int RTM_NEWANYCAST = 60;

    /** An anycast address of a device is gone; since Linux 6.15. */
    public static final int RTM_DELANYCAST = 61;

    /** Asks for the anycast addresses of devices; the answers have the same type. */
    public static final int RTM_GETANYCAST = 62;

    /** A neighbour table, or its settings for a device. */
    public static final int RTM_NEWNEIGHTBL = 64;

    /** Asks for neighbour tables. */
    public static final int RTM_GETNEIGHTBL = 66;

    /** A neighbour table, or its settings for a device, is to be changed. */
    public static final int RTM_SETNEIGHTBL = 67;

    /** An option of neighbour discovery came that is not for the kernel; the kernel only tells of it. */
    public static final int RTM_NEWNDUSEROPT = 68;

    /** A label of a prefix is there, or is to be made or changed. */
    public static final int RTM_NEWADDRLABEL = 72;

    /** A label of a prefix is gone, or is to be deleted. */
    public static final int RTM_DELADDRLABEL = 73;

    /** Asks for labels of prefixes. */
    public static final int RTM_GETADDRLABEL = 74;

    /** Asks for data centre bridging of a device; also what is told of its changes. */
    public static final int RTM_GETDCB = 78;

    /** Data centre bridging of a device is to be changed. */
    public static final int RTM_SETDCB = 79;

    /** Settings of a device are there, or changed. */
    public static final int RTM_NEWNETCONF = 80;

    /** Settings of a device are gone. */
    public static final int RTM_DELNETCONF = 81;

    /** Asks for settings of devices. */
    public static final int RTM_GETNETCONF = 82;

    /** Statistics of a link. */
    public static final int RTM_NEWSTATS = 92;

    /** Asks for statistics of links. */
    public static final int RTM_GETSTATS = 94;

    /** What is counted of a link is to be changed. */
    public static final int RTM_SETSTATS = 95;

    /** An id of a network namespace is there, or is to be made or changed. */
    public static final int RTM_NEWNSID = 88;

    /** An id of a network namespace is gone, or is to be deleted. */
    public static final int RTM_DELNSID = 89;

    /** Asks for the id of a network namespace. */
    public static final int RTM_GETNSID = 90;

    /** A chain of traffic filters is there, or is to be made or changed. */
    public static final int RTM_NEWCHAIN = 100;

    /** A chain of traffic filters is gone, or is to be deleted. */
    public static final int RTM_DELCHAIN = 101;

    /** Asks for chains of traffic filters. */
    public static final int RTM_GETCHAIN = 102;

    /** A next hop object is there, or is to be made or changed. */
    public static final int RTM_NEWNEXTHOP = 104;

    /** A next hop object is gone, or is to be deleted. */
    public static final int RTM_DELNEXTHOP = 105;

    /** Asks for next hop objects. */
    public static final int RTM_GETNEXTHOP = 106;

    /** Alternative names of a link are to be added. */
    public static final int RTM_NEWLINKPROP = 108;

    /** Alternative names of a link are to be deleted. */
    public static final int RTM_DELLINKPROP = 109;

    /** Not in use: the names are in {@link #RTM_NEWLINK}. */
    public static final int RTM_GETLINKPROP = 110;

    /** A VLAN of a bridge or of a port is there, or is to be made or changed. */
    public static final int RTM_NEWVLAN = 112;

    /** A VLAN of a bridge or of a port is gone, or is to be deleted. */
    public static final int RTM_DELVLAN = 113;

    /** Asks for VLANs of bridges and ports. */
    public static final int RTM_GETVLAN = 114;

    /** A bucket of a resilient next hop group is there, or is to be made or changed. */
    public static final int RTM_NEWNEXTHOPBUCKET = 116;

    /** A bucket of a resilient next hop group is gone, or is to be deleted. */
    public static final int RTM_DELNEXTHOPBUCKET = 117;

    /** Asks for buckets of resilient next hop groups. */
    public static final int RTM_GETNEXTHOPBUCKET = 118;

    /** A packet that the multicast routing does not know what to do with; the kernel only tells of it. */
    public static final int RTM_NEWCACHEREPORT = 96;

    /** A network identifier of a VXLAN is there, or is to be added; since Linux 5.18. */
    public static final int RTM_NEWTUNNEL = 120;

    /** A network identifier of a VXLAN is gone, or is to be deleted; since Linux 5.18. */
    public static final int RTM_DELTUNNEL = 121;

    /** Asks for network identifiers of VXLANs; since Linux 5.18. */
    public static final int RTM_GETTUNNEL = 122;

    private Rtm() {}
}
