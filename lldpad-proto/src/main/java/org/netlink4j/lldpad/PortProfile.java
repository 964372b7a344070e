package org.netlink4j.lldpad;

/** What a switch is told about a virtual port: a complete port profile of IEEE 802.1Qbg or 802.1Qbh. */
public sealed interface PortProfile permits QbgProfile, QbhProfile {
    /** {@return its type} */
    PortProfileType type();
}
