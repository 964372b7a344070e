/** NETLINK_ROUTE in pure Java: links and their kinds. */
module org.netlink4j.rtnetlink {
    requires transitive org.netlink4j.core;
}
