/** 802.1Qbg and 802.1Qbh port profiles over netlink, and the EVB, ECP and VDP protocols beneath them. */
module org.netlink4j.lldpad {
    requires transitive org.netlink4j.rtnetlink;

    exports org.netlink4j.lldpad;
    exports org.netlink4j.lldpad.client;
    exports org.netlink4j.lldpad.evb;
    exports org.netlink4j.lldpad.runner;
    exports org.netlink4j.lldpad.wire;
}
