/** 802.1Qbg and 802.1Qbh port profiles over netlink. */
module org.netlink4j.lldpad {
    requires transitive org.netlink4j.rtnetlink;
}
