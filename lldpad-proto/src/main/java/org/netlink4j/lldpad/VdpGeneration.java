package org.netlink4j.lldpad;

/** The two generations of VDP, the protocol between a station and the switch; they do not understand one another. */
public enum VdpGeneration {
    /** Draft 0.2 of IEEE 802.1Qbg. */
    DRAFT,
    /** IEEE 802.1Qbg-2012, the ratified standard. */
    RATIFIED
}
