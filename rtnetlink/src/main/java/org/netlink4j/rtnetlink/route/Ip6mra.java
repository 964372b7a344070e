package org.netlink4j.rtnetlink.route;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/** Reports of the multicast routing of IPv6: attributes {@code IP6MRA_CREPORT_*} of {@code linux/mroute6.h}. */
public final class Ip6mra {
    /** u8: {@code MRT6MSG_*}. */
    public static final int IP6MRA_CREPORT_MSGTYPE = 1;

    /** u32: number of the virtual interface. */
    public static final int IP6MRA_CREPORT_MIF_ID = 2;

    /** Source address of the packet. */
    public static final int IP6MRA_CREPORT_SRC_ADDR = 3;

    /** Destination address of the packet. */
    public static final int IP6MRA_CREPORT_DST_ADDR = 4;

    /** Bytes: the packet. */
    public static final int IP6MRA_CREPORT_PKT = 5;

    /** What a daemon is told. */
    public static final AttributeSet REPORT = AttributeSet.of(
            "IP6MRA_CREPORT",
            u8(IP6MRA_CREPORT_MSGTYPE, "IP6MRA_CREPORT_MSGTYPE"),
            u32(IP6MRA_CREPORT_MIF_ID, "IP6MRA_CREPORT_MIF_ID"),
            address(IP6MRA_CREPORT_SRC_ADDR, "IP6MRA_CREPORT_SRC_ADDR"),
            address(IP6MRA_CREPORT_DST_ADDR, "IP6MRA_CREPORT_DST_ADDR"),
            binary(IP6MRA_CREPORT_PKT, "IP6MRA_CREPORT_PKT"));

    private Ip6mra() {}
}
