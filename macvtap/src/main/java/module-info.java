/** macvtap devices and their tap queues. */
module org.netlink4j.macvtap {
    requires transitive org.netlink4j.lldpad;

    exports org.netlink4j.macvtap;
}
