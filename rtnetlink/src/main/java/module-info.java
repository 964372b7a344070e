/** NETLINK_ROUTE in pure Java: links and their kinds. */
module org.netlink4j.rtnetlink {
    requires transitive org.netlink4j.core;

    exports org.netlink4j.rtnetlink;
    exports org.netlink4j.rtnetlink.address;
    exports org.netlink4j.rtnetlink.bridge;
    exports org.netlink4j.rtnetlink.encap;
    exports org.netlink4j.rtnetlink.dcb;
    exports org.netlink4j.rtnetlink.link;
    exports org.netlink4j.rtnetlink.neighbour;
    exports org.netlink4j.rtnetlink.netconf;
    exports org.netlink4j.rtnetlink.nexthop;
    exports org.netlink4j.rtnetlink.nsid;
    exports org.netlink4j.rtnetlink.route;
    exports org.netlink4j.rtnetlink.rule;
    exports org.netlink4j.rtnetlink.stats;
    exports org.netlink4j.rtnetlink.tc;
    exports org.netlink4j.rtnetlink.tc.action;
    exports org.netlink4j.rtnetlink.tc.filter;
    exports org.netlink4j.rtnetlink.tc.qdisc;
}
