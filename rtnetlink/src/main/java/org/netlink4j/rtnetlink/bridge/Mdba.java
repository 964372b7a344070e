package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.core.schema.StructSpec.fieldBe;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about multicast groups: {@code struct br_port_msg}, {@code struct br_mdb_entry} and the attributes {@code MDBA_*} of
 * {@code linux/if_bridge.h}, as of Linux 6.18. Requests use the numbers 1 and 2 otherwise than what the kernel says.
 */
public final class Mdba {
    /** Nest of {@link #MDBA_MDB_ENTRY}: the groups. */
    public static final int MDBA_MDB = 1;

    /** Nest of {@link #MDBA_ROUTER_PORT}: the ports to multicast routers. */
    public static final int MDBA_ROUTER = 2;

    /** Nest of {@link #MDBA_MDB_ENTRY_INFO}, may occur more than once: a group. */
    public static final int MDBA_MDB_ENTRY = 1;

    /** {@code struct br_mdb_entry}, then {@code MDBA_MDB_EATTR_*}, may occur more than once: a member of the group. */
    public static final int MDBA_MDB_ENTRY_INFO = 1;

    /** u32 in hundredths of a second: when the member expires. */
    public static final int MDBA_MDB_EATTR_TIMER = 1;

    /** Nest of {@link #MDBA_MDB_SRCLIST_ENTRY}: the sources. */
    public static final int MDBA_MDB_EATTR_SRC_LIST = 2;

    /** u8: {@code MCAST_EXCLUDE} or {@code MCAST_INCLUDE}: what the list of sources means. */
    public static final int MDBA_MDB_EATTR_GROUP_MODE = 3;

    /** IP address of the only source. */
    public static final int MDBA_MDB_EATTR_SOURCE = 4;

    /** u8: who made it, {@code RTPROT_*}. */
    public static final int MDBA_MDB_EATTR_RTPROT = 5;

    /** IP address of the remote end of a VXLAN; since Linux 6.4. */
    public static final int MDBA_MDB_EATTR_DST = 6;

    /** u16: UDP port of the remote end. */
    public static final int MDBA_MDB_EATTR_DST_PORT = 7;

    /** u32: VXLAN network identifier towards the remote end. */
    public static final int MDBA_MDB_EATTR_VNI = 8;

    /** u32: index of the device on which the remote end is reached. */
    public static final int MDBA_MDB_EATTR_IFINDEX = 9;

    /** u32: VXLAN network identifier of the group. */
    public static final int MDBA_MDB_EATTR_SRC_VNI = 10;

    /** Nest of {@code MDBA_MDB_SRCATTR_*}, may occur more than once: a source. */
    public static final int MDBA_MDB_SRCLIST_ENTRY = 1;

    /** IP address of the source. */
    public static final int MDBA_MDB_SRCATTR_ADDRESS = 1;

    /** u32 in hundredths of a second: when the source expires. */
    public static final int MDBA_MDB_SRCATTR_TIMER = 2;

    /** u32 index of the port, then {@code MDBA_ROUTER_PATTR_*}, may occur more than once: a port to a router. */
    public static final int MDBA_ROUTER_PORT = 1;

    /** u32 in hundredths of a second: when the port is none any more; the later one of both families. */
    public static final int MDBA_ROUTER_PATTR_TIMER = 1;

    /** u8: {@code MDB_RTR_TYPE_*}. */
    public static final int MDBA_ROUTER_PATTR_TYPE = 2;

    /** u32 in hundredths of a second: when the port is none any more to IPv4 routers. */
    public static final int MDBA_ROUTER_PATTR_INET_TIMER = 3;

    /** u32 in hundredths of a second: when the port is none any more to IPv6 routers. */
    public static final int MDBA_ROUTER_PATTR_INET6_TIMER = 4;

    /** u16: VLAN. */
    public static final int MDBA_ROUTER_PATTR_VID = 5;

    /** In requests that change: {@code struct br_mdb_entry}. */
    public static final int MDBA_SET_ENTRY = 1;

    /** In requests that change: nest of {@code MDBE_ATTR_*}. */
    public static final int MDBA_SET_ENTRY_ATTRS = 2;

    /** In requests that ask for one group: {@code struct br_mdb_entry}; since Linux 6.7. */
    public static final int MDBA_GET_ENTRY = 1;

    /** In requests that ask for one group: nest of {@code MDBE_ATTR_*}. */
    public static final int MDBA_GET_ENTRY_ATTRS = 2;

    /** The fixed header. */
    public static final StructSpec BR_PORT_MSG = new StructSpec("br_port_msg", 8, List.of(
            field("family", 0, AttributeType.U8),
            field("ifindex", 4, AttributeType.U32)));

    /** A member of a group. A MAC address stands in the first six bytes of {@code addr.u}. */
    static final StructSpec BR_MDB_ENTRY = new StructSpec("br_mdb_entry", 28, List.of(
            field("ifindex", 0, AttributeType.U32),
            field("state", 4, AttributeType.U8),
            field("flags", 5, AttributeType.U8),
            field("vid", 6, AttributeType.U16),
            fieldBe("addr.u.ip4", 8, AttributeType.U32),
            fieldBe("addr.u.ip6.s6_addr32[1]", 12, AttributeType.U32),
            fieldBe("addr.u.ip6.s6_addr32[2]", 16, AttributeType.U32),
            fieldBe("addr.u.ip6.s6_addr32[3]", 20, AttributeType.U32),
            fieldBe("addr.proto", 24, AttributeType.U16)));

    private static final StructSpec ROUTER_PORT = new StructSpec("router_port", 4, List.of(field("ifindex", 0, AttributeType.U32)));

    private static final AttributeSet SOURCE = AttributeSet.of("MDBA_MDB_SRCATTR",
            address(MDBA_MDB_SRCATTR_ADDRESS, "MDBA_MDB_SRCATTR_ADDRESS"),
            u32(MDBA_MDB_SRCATTR_TIMER, "MDBA_MDB_SRCATTR_TIMER"));

    private static final AttributeSet SOURCES = AttributeSet.of("MDBA_MDB_SRCLIST",
            nest(MDBA_MDB_SRCLIST_ENTRY, "MDBA_MDB_SRCLIST_ENTRY", () -> SOURCE));

    /** The table of what follows {@code struct br_mdb_entry}. */
    static final AttributeSet MEMBER = AttributeSet.of("MDBA_MDB_EATTR",
            u32(MDBA_MDB_EATTR_TIMER, "MDBA_MDB_EATTR_TIMER"),
            nest(MDBA_MDB_EATTR_SRC_LIST, "MDBA_MDB_EATTR_SRC_LIST", () -> SOURCES),
            u8(MDBA_MDB_EATTR_GROUP_MODE, "MDBA_MDB_EATTR_GROUP_MODE"),
            address(MDBA_MDB_EATTR_SOURCE, "MDBA_MDB_EATTR_SOURCE"),
            u8(MDBA_MDB_EATTR_RTPROT, "MDBA_MDB_EATTR_RTPROT"),
            address(MDBA_MDB_EATTR_DST, "MDBA_MDB_EATTR_DST"),
            u16(MDBA_MDB_EATTR_DST_PORT, "MDBA_MDB_EATTR_DST_PORT"),
            u32(MDBA_MDB_EATTR_VNI, "MDBA_MDB_EATTR_VNI"),
            u32(MDBA_MDB_EATTR_IFINDEX, "MDBA_MDB_EATTR_IFINDEX"),
            u32(MDBA_MDB_EATTR_SRC_VNI, "MDBA_MDB_EATTR_SRC_VNI"));

    private static final AttributeSet ENTRY = AttributeSet.of("MDBA_MDB_ENTRY",
            nest(MDBA_MDB_ENTRY_INFO, "MDBA_MDB_ENTRY_INFO", BR_MDB_ENTRY, () -> MEMBER));

    private static final AttributeSet GROUPS = AttributeSet.of("MDBA_MDB",
            nest(MDBA_MDB_ENTRY, "MDBA_MDB_ENTRY", () -> ENTRY));

    /** The table of what follows the index of a port to a router. */
    static final AttributeSet ROUTER = AttributeSet.of("MDBA_ROUTER_PATTR",
            u32(MDBA_ROUTER_PATTR_TIMER, "MDBA_ROUTER_PATTR_TIMER"),
            u8(MDBA_ROUTER_PATTR_TYPE, "MDBA_ROUTER_PATTR_TYPE"),
            u32(MDBA_ROUTER_PATTR_INET_TIMER, "MDBA_ROUTER_PATTR_INET_TIMER"),
            u32(MDBA_ROUTER_PATTR_INET6_TIMER, "MDBA_ROUTER_PATTR_INET6_TIMER"),
            u16(MDBA_ROUTER_PATTR_VID, "MDBA_ROUTER_PATTR_VID"));

    private static final AttributeSet ROUTERS = AttributeSet.of("MDBA_ROUTER",
            nest(MDBA_ROUTER_PORT, "MDBA_ROUTER_PORT", ROUTER_PORT, () -> ROUTER));

    /** The table of what the kernel says. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("MDBA",
            nest(MDBA_MDB, "MDBA_MDB", () -> GROUPS),
            nest(MDBA_ROUTER, "MDBA_ROUTER", () -> ROUTERS));

    /** The table of requests that change. */
    public static final AttributeSet SET_ATTRIBUTES = AttributeSet.of("MDBA_SET_ENTRY",
            struct(MDBA_SET_ENTRY, "MDBA_SET_ENTRY", BR_MDB_ENTRY),
            nest(MDBA_SET_ENTRY_ATTRS, "MDBA_SET_ENTRY_ATTRS", () -> Mdbe.ATTRIBUTES));

    /** The table of requests that ask for one group. */
    public static final AttributeSet GET_ATTRIBUTES = AttributeSet.of("MDBA_GET_ENTRY",
            struct(MDBA_GET_ENTRY, "MDBA_GET_ENTRY", BR_MDB_ENTRY),
            nest(MDBA_GET_ENTRY_ATTRS, "MDBA_GET_ENTRY_ATTRS", () -> Mdbe.ATTRIBUTES));

    private Mdba() {}
}
