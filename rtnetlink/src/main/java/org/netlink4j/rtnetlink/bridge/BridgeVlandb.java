package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.link.BridgeQuerier;
import org.netlink4j.rtnetlink.link.IflaBridge;

/**
 * Messages about VLANs of bridges: {@code struct br_vlan_msg} and the attributes {@code BRIDGE_VLANDB_*} of {@code
 * linux/if_bridge.h}, as of Linux 6.18. All times are in hundredths of a second.
 */
public final class BridgeVlandb {
    /** In requests for a list: u32, bits {@code BRIDGE_VLANDB_DUMPF_*}. */
    public static final int BRIDGE_VLANDB_DUMP_FLAGS = 1;

    /** With statistics; every VLAN comes alone then. */
    public static final int BRIDGE_VLANDB_DUMPF_STATS = 1;

    /** The global options of the VLANs, and not the VLANs. */
    public static final int BRIDGE_VLANDB_DUMPF_GLOBAL = 1 << 1;

    /** Nest of {@code BRIDGE_VLANDB_ENTRY_*}, may occur more than once: VLANs of a port or of the bridge itself. */
    public static final int BRIDGE_VLANDB_ENTRY = 1;

    /** Nest of {@code BRIDGE_VLANDB_GOPTS_*}, may occur more than once: options of VLANs of the whole bridge; since Linux 5.15. */
    public static final int BRIDGE_VLANDB_GLOBAL_OPTIONS = 2;

    /** {@code struct bridge_vlan_info}: u16 flags, u16 id. */
    public static final int BRIDGE_VLANDB_ENTRY_INFO = 1;

    /** u16: the last id, where more than one VLAN is meant. */
    public static final int BRIDGE_VLANDB_ENTRY_RANGE = 2;

    /** u8: the spanning tree state. */
    public static final int BRIDGE_VLANDB_ENTRY_STATE = 3;

    /** Nest of {@code BRIDGE_VLANDB_TINFO_*}: the tunnel. */
    public static final int BRIDGE_VLANDB_ENTRY_TUNNEL_INFO = 4;

    /** Nest of {@code BRIDGE_VLANDB_STATS_*}, only in answers. */
    public static final int BRIDGE_VLANDB_ENTRY_STATS = 5;

    /** u8: whether a multicast router is there; 0 never, 1 if learnt, 2 always. */
    public static final int BRIDGE_VLANDB_ENTRY_MCAST_ROUTER = 6;

    /** u32, only in answers: the number of multicast groups; since Linux 6.3. */
    public static final int BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS = 7;

    /** u32: the largest number of multicast groups, 0 for no limit; since Linux 6.3. */
    public static final int BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS = 8;

    /** u8: whether ARP and neighbour discovery are suppressed; since Linux 6.4. */
    public static final int BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS = 9;

    /** u8: whether unasked announcements of neighbours are forwarded though {@link #BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS} is on. */
    public static final int BRIDGE_VLANDB_ENTRY_NEIGH_FORWARD_GRAT = 10;

    /** u32: id of the tunnel. */
    public static final int BRIDGE_VLANDB_TINFO_ID = 1;

    /** u32, only in requests: {@code RTM_SETLINK} to set it, {@code RTM_DELLINK} to take it away. */
    public static final int BRIDGE_VLANDB_TINFO_CMD = 2;

    /** u64: bytes received. */
    public static final int BRIDGE_VLANDB_STATS_RX_BYTES = 1;

    /** u64: packets received. */
    public static final int BRIDGE_VLANDB_STATS_RX_PACKETS = 2;

    /** u64: bytes sent. */
    public static final int BRIDGE_VLANDB_STATS_TX_BYTES = 3;

    /** u64: packets sent. */
    public static final int BRIDGE_VLANDB_STATS_TX_PACKETS = 4;

    /** Nothing. */
    public static final int BRIDGE_VLANDB_STATS_PAD = 5;

    /** u16: id of the VLAN. */
    public static final int BRIDGE_VLANDB_GOPTS_ID = 1;

    /** u16: the last id, where more than one VLAN is meant. */
    public static final int BRIDGE_VLANDB_GOPTS_RANGE = 2;

    /** u8: whether IGMP and MLD are snooped. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING = 3;

    /** u8: version of IGMP, 2 or 3. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION = 4;

    /** u8: version of MLD, 1 or 2. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION = 5;

    /** u32: how many queries are sent after a host left. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT = 6;

    /** u32: how many queries are sent in the beginning. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT = 7;

    /** u64: between queries after a host left. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL = 8;

    /** Nothing. */
    public static final int BRIDGE_VLANDB_GOPTS_PAD = 9;

    /** u64: until a member expires. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL = 10;

    /** u64: until another querier is taken for gone. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL = 11;

    /** u64: between queries. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL = 12;

    /** u64: how long hosts may wait with their reports. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL = 13;

    /** u64: between queries in the beginning. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL = 14;

    /** u8: whether the bridge sends queries. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_QUERIER = 15;

    /** Nest of {@link Mdba#MDBA_ROUTER}, only in answers: the ports to multicast routers. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS = 16;

    /** Nest of {@link BridgeQuerier}, only in answers: who sends queries. */
    public static final int BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE = 17;

    /** u16: the spanning tree that the VLAN follows; since Linux 5.18. */
    public static final int BRIDGE_VLANDB_GOPTS_MSTI = 18;

    /** The fixed header. */
    public static final StructSpec BR_VLAN_MSG = new StructSpec("br_vlan_msg", 8, List.of(
            field("family", 0, AttributeType.U8),
            field("ifindex", 4, AttributeType.U32)));

    /** The table of the tunnel of a VLAN. */
    static final AttributeSet TUNNEL = AttributeSet.of("BRIDGE_VLANDB_TINFO",
            u32(BRIDGE_VLANDB_TINFO_ID, "BRIDGE_VLANDB_TINFO_ID"),
            u32(BRIDGE_VLANDB_TINFO_CMD, "BRIDGE_VLANDB_TINFO_CMD"));

    private static final AttributeSet STATISTICS = AttributeSet.of("BRIDGE_VLANDB_STATS",
            u64(BRIDGE_VLANDB_STATS_RX_BYTES, "BRIDGE_VLANDB_STATS_RX_BYTES"),
            u64(BRIDGE_VLANDB_STATS_RX_PACKETS, "BRIDGE_VLANDB_STATS_RX_PACKETS"),
            u64(BRIDGE_VLANDB_STATS_TX_BYTES, "BRIDGE_VLANDB_STATS_TX_BYTES"),
            u64(BRIDGE_VLANDB_STATS_TX_PACKETS, "BRIDGE_VLANDB_STATS_TX_PACKETS"),
            binary(BRIDGE_VLANDB_STATS_PAD, "BRIDGE_VLANDB_STATS_PAD"));

    /** The table of VLANs of a port. */
    static final AttributeSet ENTRY = AttributeSet.of("BRIDGE_VLANDB_ENTRY",
            struct(BRIDGE_VLANDB_ENTRY_INFO, "BRIDGE_VLANDB_ENTRY_INFO", IflaBridge.VLAN_INFO),
            u16(BRIDGE_VLANDB_ENTRY_RANGE, "BRIDGE_VLANDB_ENTRY_RANGE"),
            u8(BRIDGE_VLANDB_ENTRY_STATE, "BRIDGE_VLANDB_ENTRY_STATE"),
            nest(BRIDGE_VLANDB_ENTRY_TUNNEL_INFO, "BRIDGE_VLANDB_ENTRY_TUNNEL_INFO", () -> TUNNEL),
            nest(BRIDGE_VLANDB_ENTRY_STATS, "BRIDGE_VLANDB_ENTRY_STATS", () -> STATISTICS),
            u8(BRIDGE_VLANDB_ENTRY_MCAST_ROUTER, "BRIDGE_VLANDB_ENTRY_MCAST_ROUTER"),
            u32(BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS, "BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS"),
            u32(BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS, "BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS"),
            u8(BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS, "BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS"),
            u8(BRIDGE_VLANDB_ENTRY_NEIGH_FORWARD_GRAT, "BRIDGE_VLANDB_ENTRY_NEIGH_FORWARD_GRAT"));

    /** The table of options of the whole bridge. */
    static final AttributeSet OPTIONS = AttributeSet.of("BRIDGE_VLANDB_GOPTS",
            u16(BRIDGE_VLANDB_GOPTS_ID, "BRIDGE_VLANDB_GOPTS_ID"),
            u16(BRIDGE_VLANDB_GOPTS_RANGE, "BRIDGE_VLANDB_GOPTS_RANGE"),
            u8(BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING, "BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING").key("mcast_snooping"),
            u8(BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION, "BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION").key("mcast_igmp_version"),
            u8(BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION, "BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION").key("mcast_mld_version"),
            u32(BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT, "BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT")
                    .key("mcast_last_member_count"),
            u32(BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT, "BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT")
                    .key("mcast_startup_query_count"),
            u64(BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL, "BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL")
                    .key("mcast_last_member_interval"),
            binary(BRIDGE_VLANDB_GOPTS_PAD, "BRIDGE_VLANDB_GOPTS_PAD"),
            u64(BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL, "BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL")
                    .key("mcast_membership_interval"),
            u64(BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL, "BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL")
                    .key("mcast_querier_interval"),
            u64(BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL, "BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL").key("mcast_query_interval"),
            u64(BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL, "BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL")
                    .key("mcast_query_response_interval"),
            u64(BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL, "BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL")
                    .key("mcast_startup_query_interval"),
            u8(BRIDGE_VLANDB_GOPTS_MCAST_QUERIER, "BRIDGE_VLANDB_GOPTS_MCAST_QUERIER").key("mcast_querier"),
            nest(BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS, "BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS", () -> Mdba.ATTRIBUTES),
            nest(BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE, "BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE",
                    () -> BridgeQuerier.ATTRIBUTES),
            u16(BRIDGE_VLANDB_GOPTS_MSTI, "BRIDGE_VLANDB_GOPTS_MSTI").key("msti"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("BRIDGE_VLANDB",
            nest(BRIDGE_VLANDB_ENTRY, "BRIDGE_VLANDB_ENTRY", () -> ENTRY),
            nest(BRIDGE_VLANDB_GLOBAL_OPTIONS, "BRIDGE_VLANDB_GLOBAL_OPTIONS", () -> OPTIONS));

    /** The table of requests for a list. */
    public static final AttributeSet DUMP_ATTRIBUTES = AttributeSet.of("BRIDGE_VLANDB_DUMP",
            u32(BRIDGE_VLANDB_DUMP_FLAGS, "BRIDGE_VLANDB_DUMP_FLAGS"));

    private BridgeVlandb() {}
}
