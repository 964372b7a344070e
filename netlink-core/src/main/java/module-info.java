/** AF_NETLINK in pure Java: sockets, messages, attributes, conversations, namespaces. */
@SuppressWarnings("module") // the modules that the qualified exports name are built later
module org.netlink4j.core {
    requires jdk.jfr;

    exports org.netlink4j.core;
    exports org.netlink4j.core.capture;
    exports org.netlink4j.core.client;
    exports org.netlink4j.core.generic;
    exports org.netlink4j.core.generic.ethtool;
    exports org.netlink4j.core.generic.taskstats;
    exports org.netlink4j.core.schema;
    exports org.netlink4j.core.socket;
    exports org.netlink4j.core.testing;
    exports org.netlink4j.core.wire;

    // For the modules of this project only: no promise is made about these.
    exports org.netlink4j.core.ffm to
            org.netlink4j.lldpad,
            org.netlink4j.macvtap;
    exports org.netlink4j.core.io to
            org.netlink4j.rtnetlink,
            org.netlink4j.lldpad,
            org.netlink4j.macvtap;
    exports org.netlink4j.core.cli to
            org.netlink4j.rtnetlink,
            org.netlink4j.lldpad,
            org.netlink4j.macvtap;
    exports org.netlink4j.core.json to
            org.netlink4j.rtnetlink,
            org.netlink4j.lldpad,
            org.netlink4j.macvtap;
}
