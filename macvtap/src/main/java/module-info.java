/** macvtap devices, their tap queues, and the network interfaces of virtual machines that are made of them. */
module org.netlink4j.macvtap {
    requires java.xml;
    requires transitive org.netlink4j.lldpad;

    exports org.netlink4j.macvtap;
    exports org.netlink4j.macvtap.handover;
    exports org.netlink4j.macvtap.libvirt;
    exports org.netlink4j.macvtap.vm;
}
