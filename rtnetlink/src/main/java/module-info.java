/** NETLINK_ROUTE in pure Java: links and their kinds. */
module org.netlink4j.rtnetlink {
    requires transitive org.netlink4j.core;

    exports org.netlink4j.rtnetlink;
    exports org.netlink4j.rtnetlink.link;
}
