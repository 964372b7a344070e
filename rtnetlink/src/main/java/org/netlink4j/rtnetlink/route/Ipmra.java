package org.netlink4j.rtnetlink.route;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/**
 * Multicast routing of IPv4: attributes {@code IPMRA_*} of {@code linux/mroute.h}. A dump of links of the family
 * {@code RTNL_FAMILY_IPMR} has the tables in {@code IFLA_AF_SPEC}; {@code RTM_NEWCACHEREPORT} tells what daemons are told.
 */
public final class Ipmra {
    /** u32: number of the table. */
    public static final int IPMRA_TABLE_ID = 1;

    /** u32: how many packets' routes a daemon was asked for without an answer yet. */
    public static final int IPMRA_TABLE_CACHE_RES_QUEUE_LEN = 2;

    /** s32: number of the virtual interface to a PIM rendezvous point; -1 without one. */
    public static final int IPMRA_TABLE_MROUTE_REG_VIF_NUM = 3;

    /** u8: whether the daemon is told of packets on a wrong interface. */
    public static final int IPMRA_TABLE_MROUTE_DO_ASSERT = 4;

    /** u8: whether PIM is on. */
    public static final int IPMRA_TABLE_MROUTE_DO_PIM = 5;

    /** Nest: the virtual interfaces. */
    public static final int IPMRA_TABLE_VIFS = 6;

    /** u8: whether the daemon is told of packets on a wrong interface with the whole packet; since Linux 5.0. */
    public static final int IPMRA_TABLE_MROUTE_DO_WRVIFWHOLE = 7;

    /** Nest: one virtual interface. */
    public static final int IPMRA_VIF = 1;

    /** u32: index of the device. */
    public static final int IPMRA_VIFA_IFINDEX = 1;

    /** u32: number of the virtual interface in its table. */
    public static final int IPMRA_VIFA_VIF_ID = 2;

    /** u16: bits {@code VIFF_*}. */
    public static final int IPMRA_VIFA_FLAGS = 3;

    /** u64: bytes that came in. */
    public static final int IPMRA_VIFA_BYTES_IN = 4;

    /** u64: bytes that went out. */
    public static final int IPMRA_VIFA_BYTES_OUT = 5;

    /** u64: packets that came in. */
    public static final int IPMRA_VIFA_PACKETS_IN = 6;

    /** u64: packets that went out. */
    public static final int IPMRA_VIFA_PACKETS_OUT = 7;

    /** The local address. Linux up to 6.18 sends none. */
    public static final int IPMRA_VIFA_LOCAL_ADDR = 8;

    /** The address at the far end of a tunnel. Linux up to 6.18 sends none. */
    public static final int IPMRA_VIFA_REMOTE_ADDR = 9;

    /** Padding. */
    public static final int IPMRA_VIFA_PAD = 10;

    /** u8: {@code IGMPMSG_*}. */
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

    /** Of a virtual interface. */
    public static final AttributeSet VIF = AttributeSet.of(
            "IPMRA_VIFA",
            u32(IPMRA_VIFA_IFINDEX, "IPMRA_VIFA_IFINDEX"),
            u32(IPMRA_VIFA_VIF_ID, "IPMRA_VIFA_VIF_ID"),
            u16(IPMRA_VIFA_FLAGS, "IPMRA_VIFA_FLAGS"),
            u64(IPMRA_VIFA_BYTES_IN, "IPMRA_VIFA_BYTES_IN"),
            u64(IPMRA_VIFA_BYTES_OUT, "IPMRA_VIFA_BYTES_OUT"),
            u64(IPMRA_VIFA_PACKETS_IN, "IPMRA_VIFA_PACKETS_IN"),
            u64(IPMRA_VIFA_PACKETS_OUT, "IPMRA_VIFA_PACKETS_OUT"),
            address(IPMRA_VIFA_LOCAL_ADDR, "IPMRA_VIFA_LOCAL_ADDR"),
            address(IPMRA_VIFA_REMOTE_ADDR, "IPMRA_VIFA_REMOTE_ADDR"),
            binary(IPMRA_VIFA_PAD, "IPMRA_VIFA_PAD"));

    /** The virtual interfaces of a table. */
    public static final AttributeSet VIFS = AttributeSet.of("IPMRA_VIF", nest(IPMRA_VIF, "IPMRA_VIF", () -> VIF).unmarked());

    /** A table of multicast routing. */
    public static final AttributeSet TABLE = AttributeSet.of(
            "IPMRA_TABLE",
            u32(IPMRA_TABLE_ID, "IPMRA_TABLE_ID"),
            u32(IPMRA_TABLE_CACHE_RES_QUEUE_LEN, "IPMRA_TABLE_CACHE_RES_QUEUE_LEN"),
            s32(IPMRA_TABLE_MROUTE_REG_VIF_NUM, "IPMRA_TABLE_MROUTE_REG_VIF_NUM"),
            u8(IPMRA_TABLE_MROUTE_DO_ASSERT, "IPMRA_TABLE_MROUTE_DO_ASSERT"),
            u8(IPMRA_TABLE_MROUTE_DO_PIM, "IPMRA_TABLE_MROUTE_DO_PIM"),
            nest(IPMRA_TABLE_VIFS, "IPMRA_TABLE_VIFS", () -> VIFS).unmarked(),
            u8(IPMRA_TABLE_MROUTE_DO_WRVIFWHOLE, "IPMRA_TABLE_MROUTE_DO_WRVIFWHOLE"));

    /** What a daemon is told. */
    public static final AttributeSet REPORT = AttributeSet.of(
            "IPMRA_CREPORT",
            u8(IPMRA_CREPORT_MSGTYPE, "IPMRA_CREPORT_MSGTYPE"),
            u32(IPMRA_CREPORT_VIF_ID, "IPMRA_CREPORT_VIF_ID"),
            address(IPMRA_CREPORT_SRC_ADDR, "IPMRA_CREPORT_SRC_ADDR"),
            address(IPMRA_CREPORT_DST_ADDR, "IPMRA_CREPORT_DST_ADDR"),
            binary(IPMRA_CREPORT_PKT, "IPMRA_CREPORT_PKT"),
            u32(IPMRA_CREPORT_TABLE, "IPMRA_CREPORT_TABLE"));

    private Ipmra() {}
}
