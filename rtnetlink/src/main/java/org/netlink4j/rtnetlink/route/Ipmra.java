package org.netlink4j.rtnetlink.route;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/**
 * Reports of the multicast routing: attributes {@code IPMRA_CREPORT_*} of {@code linux/mroute.h}, which have the same numbers as
 * {@code IP6MRA_CREPORT_*} of {@code linux/mroute6.h}.
 */
public final class Ipmra {
    /** u8: {@code IGMPMSG_*} or {@code MRT6MSG_*}. */
    public static final int IPMRA_CREPORT_MSGTYPE = 1;

    /** u32: number of the virtual interface. */
    public static final int IPMRA_CREPORT_VIF_ID = 2;

    /** Source address of the packet. */
    public static final int IPMRA_CREPORT_SRC_ADDR = 3;

    /** Destination address of the packet. */
    public static final int IPMRA_CREPORT_DST_ADDR = 4;

    /** Bytes: the packet. */
    public static final int IPMRA_CREPORT_PKT = 5;

    /** u32: number of the multicast routing table; since Linux 5.3. */
    public static final int IPMRA_CREPORT_TABLE = 6;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "IPMRA_CREPORT",
            u8(IPMRA_CREPORT_MSGTYPE, "IPMRA_CREPORT_MSGTYPE"),
            u32(IPMRA_CREPORT_VIF_ID, "IPMRA_CREPORT_VIF_ID"),
            address(IPMRA_CREPORT_SRC_ADDR, "IPMRA_CREPORT_SRC_ADDR"),
            address(IPMRA_CREPORT_DST_ADDR, "IPMRA_CREPORT_DST_ADDR"),
            binary(IPMRA_CREPORT_PKT, "IPMRA_CREPORT_PKT"),
            u32(IPMRA_CREPORT_TABLE, "IPMRA_CREPORT_TABLE"));

    private Ipmra() {}
}
