/** 802.1Qbg and 802.1Qbh port profiles over netlink, and the EVB, ECP and VDP protocols beneath them. */
@SuppressWarnings("module") // the module that the qualified export names is built later
module org.netlink4j.lldpad {
    requires transitive org.netlink4j.rtnetlink;

    exports org.netlink4j.lldpad;
    exports org.netlink4j.lldpad.backend;
    exports org.netlink4j.lldpad.client;
    exports org.netlink4j.lldpad.control;
    exports org.netlink4j.lldpad.evb;
    exports org.netlink4j.lldpad.runner;
    exports org.netlink4j.lldpad.wire;

    // For the modules of this project only: no promise is made about it.
    exports org.netlink4j.lldpad.daemon to
            org.netlink4j.macvtap;
}
