package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.json.Numbers;

/**
 * Attributes of bridges: {@code IFLA_BR_*} of {@code linux/if_link.h}. Times that the user sets are in hundredths of a second
 * (USER_HZ).
 */
public final class IflaBr {
    /** u32: forward delay of the spanning tree, in hundredths of a second. */
    public static final int IFLA_BR_FORWARD_DELAY = 1;

    /** u32: interval of hello packets, in hundredths of a second. */
    public static final int IFLA_BR_HELLO_TIME = 2;

    /** u32: age at which a hello packet is dropped, in hundredths of a second. */
    public static final int IFLA_BR_MAX_AGE = 3;

    /** u32: how long a learnt address is kept, in hundredths of a second. */
    public static final int IFLA_BR_AGEING_TIME = 4;

    /** u32: spanning tree, 0 off, 1 in the kernel, 2 in user space. */
    public static final int IFLA_BR_STP_STATE = 5;

    /** u16: priority of the bridge in the spanning tree. */
    public static final int IFLA_BR_PRIORITY = 6;

    /** u8: 1 to filter by VLAN. */
    public static final int IFLA_BR_VLAN_FILTERING = 7;

    /** u16, network order: the EtherType of VLAN tags. */
    public static final int IFLA_BR_VLAN_PROTOCOL = 8;

    /** u16: which link-local groups 01:80:c2:00:00:0X are forwarded, a bit each. */
    public static final int IFLA_BR_GROUP_FWD_MASK = 9;

    /** {@code struct ifla_bridge_id}, only in answers: id of the root bridge. */
    public static final int IFLA_BR_ROOT_ID = 10;

    /** {@code struct ifla_bridge_id}, only in answers: u8 priority[2], u8 address[6]. */
    public static final int IFLA_BR_BRIDGE_ID = 11;

    /** u16, only in answers: number of the port towards the root. */
    public static final int IFLA_BR_ROOT_PORT = 12;

    /** u32, only in answers: cost of the path to the root. */
    public static final int IFLA_BR_ROOT_PATH_COST = 13;

    /** u8, only in answers: 1 while the topology changes. */
    public static final int IFLA_BR_TOPOLOGY_CHANGE = 14;

    /** u8, only in answers: 1 if this bridge detected a change. */
    public static final int IFLA_BR_TOPOLOGY_CHANGE_DETECTED = 15;

    /** u64, only in answers: time left, in hundredths of a second. */
    public static final int IFLA_BR_HELLO_TIMER = 16;

    /** u64, only in answers: time left, in hundredths of a second. */
    public static final int IFLA_BR_TCN_TIMER = 17;

    /** u64, only in answers: time left, in hundredths of a second. */
    public static final int IFLA_BR_TOPOLOGY_CHANGE_TIMER = 18;

    /** u64, only in answers: time left, in hundredths of a second. */
    public static final int IFLA_BR_GC_TIMER = 19;

    /** 6 octets: destination of spanning tree frames. */
    public static final int IFLA_BR_GROUP_ADDR = 20;

    /** Only in requests: forget all learnt addresses; the payload does not count. */
    public static final int IFLA_BR_FDB_FLUSH = 21;

    /** u8: multicast routers, 0 none, 1 as learnt, 2 always. */
    public static final int IFLA_BR_MCAST_ROUTER = 22;

    /** u8: 1 to snoop IGMP and MLD. */
    public static final int IFLA_BR_MCAST_SNOOPING = 23;

    /** u8: 1 to send queries from the address of the interface. */
    public static final int IFLA_BR_MCAST_QUERY_USE_IFADDR = 24;

    /** u8: 1 to send queries. */
    public static final int IFLA_BR_MCAST_QUERIER = 25;

    /** u32: has no effect since Linux 4.20. */
    public static final int IFLA_BR_MCAST_HASH_ELASTICITY = 26;

    /** u32: largest number of multicast groups. */
    public static final int IFLA_BR_MCAST_HASH_MAX = 27;

    /** u32: number of queries after a leave. */
    public static final int IFLA_BR_MCAST_LAST_MEMBER_CNT = 28;

    /** u32: number of queries at the start. */
    public static final int IFLA_BR_MCAST_STARTUP_QUERY_CNT = 29;

    /** u64: interval of queries after a leave, in hundredths of a second. */
    public static final int IFLA_BR_MCAST_LAST_MEMBER_INTVL = 30;

    /** u64: how long a membership lasts, in hundredths of a second. */
    public static final int IFLA_BR_MCAST_MEMBERSHIP_INTVL = 31;

    /** u64: how long another querier is believed to be there, in hundredths of a second. */
    public static final int IFLA_BR_MCAST_QUERIER_INTVL = 32;

    /** u64: interval of queries, in hundredths of a second. */
    public static final int IFLA_BR_MCAST_QUERY_INTVL = 33;

    /** u64: longest time to an answer, in hundredths of a second. */
    public static final int IFLA_BR_MCAST_QUERY_RESPONSE_INTVL = 34;

    /** u64: interval of queries at the start, in hundredths of a second. */
    public static final int IFLA_BR_MCAST_STARTUP_QUERY_INTVL = 35;

    /** u8: 1 to pass IPv4 packets through iptables. */
    public static final int IFLA_BR_NF_CALL_IPTABLES = 36;

    /** u8: 1 to pass IPv6 packets through ip6tables. */
    public static final int IFLA_BR_NF_CALL_IP6TABLES = 37;

    /** u8: 1 to pass ARP packets through arptables. */
    public static final int IFLA_BR_NF_CALL_ARPTABLES = 38;

    /** u16: VLAN id of untagged frames on new ports, 0 for none. */
    public static final int IFLA_BR_VLAN_DEFAULT_PVID = 39;

    /** Padding that aligns 64-bit numbers. */
    public static final int IFLA_BR_PAD = 40;

    /** u8: 1 to count per VLAN. */
    public static final int IFLA_BR_VLAN_STATS_ENABLED = 41;

    /** u8: 1 to count IGMP and MLD packets. */
    public static final int IFLA_BR_MCAST_STATS_ENABLED = 42;

    /** u8: IGMP version, 2 or 3. */
    public static final int IFLA_BR_MCAST_IGMP_VERSION = 43;

    /** u8: MLD version, 1 or 2. */
    public static final int IFLA_BR_MCAST_MLD_VERSION = 44;

    /** u8: 1 to count per VLAN and port. */
    public static final int IFLA_BR_VLAN_STATS_PER_PORT = 45;

    /** {@code struct br_boolopt_multi}: u32 values, u32 mask of those that count; {@code BR_BOOLOPT_*} are bit numbers. */
    public static final int IFLA_BR_MULTI_BOOLOPT = 46;

    /** Nest of {@link BridgeQuerier}, only in answers: who sends queries. */
    public static final int IFLA_BR_MCAST_QUERIER_STATE = 47;

    /** u32, since Linux 6.7, only in answers: number of learnt addresses. */
    public static final int IFLA_BR_FDB_N_LEARNED = 48;

    /** u32, since Linux 6.7: largest number of learnt addresses, 0 for no limit. */
    public static final int IFLA_BR_FDB_MAX_LEARNED = 49;

    /** u32: who runs the spanning tree protocol: 0 as a helper decides, 1 a process, 2 the kernel. */
    public static final int IFLA_BR_STP_MODE = 50;

    /** Bit number in {@link #IFLA_BR_MULTI_BOOLOPT}: do not learn from link-local frames. */
    public static final int BR_BOOLOPT_NO_LL_LEARN = 0;

    /** Bit number in {@link #IFLA_BR_MULTI_BOOLOPT}: snoop per VLAN. */
    public static final int BR_BOOLOPT_MCAST_VLAN_SNOOPING = 1;

    private static final StructSpec BR_BOOLOPT_MULTI = new StructSpec("br_boolopt_multi", 8, List.of(
            field("optval", 0, AttributeType.U32),
            field("optmask", 4, AttributeType.U32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_BR",
            u32(IFLA_BR_FORWARD_DELAY, "IFLA_BR_FORWARD_DELAY").key("forward_delay"),
            u32(IFLA_BR_HELLO_TIME, "IFLA_BR_HELLO_TIME").key("hello_time"),
            u32(IFLA_BR_MAX_AGE, "IFLA_BR_MAX_AGE").key("max_age"),
            u32(IFLA_BR_AGEING_TIME, "IFLA_BR_AGEING_TIME").key("ageing_time"),
            u32(IFLA_BR_STP_STATE, "IFLA_BR_STP_STATE").key("stp_state"),
            u16(IFLA_BR_PRIORITY, "IFLA_BR_PRIORITY").key("priority"),
            u8(IFLA_BR_VLAN_FILTERING, "IFLA_BR_VLAN_FILTERING").key("vlan_filtering"),
            u16be(IFLA_BR_VLAN_PROTOCOL, "IFLA_BR_VLAN_PROTOCOL").key("vlan_protocol")
                    .words(Map.of(0x8100L, "802.1Q", 0x88a8L, "802.1ad")),
            u16(IFLA_BR_GROUP_FWD_MASK, "IFLA_BR_GROUP_FWD_MASK").key("group_fwd_mask").shown(Numbers::hex),
            binary(IFLA_BR_ROOT_ID, "IFLA_BR_ROOT_ID").atMost(8).key("root_id")
                    .shown(Renderings::bridgeId),
            binary(IFLA_BR_BRIDGE_ID, "IFLA_BR_BRIDGE_ID").atMost(8).key("bridge_id")
                    .shown(Renderings::bridgeId),
            u16(IFLA_BR_ROOT_PORT, "IFLA_BR_ROOT_PORT").key("root_port"),
            u32(IFLA_BR_ROOT_PATH_COST, "IFLA_BR_ROOT_PATH_COST").key("root_path_cost"),
            u8(IFLA_BR_TOPOLOGY_CHANGE, "IFLA_BR_TOPOLOGY_CHANGE").key("topology_change"),
            u8(IFLA_BR_TOPOLOGY_CHANGE_DETECTED, "IFLA_BR_TOPOLOGY_CHANGE_DETECTED").key("topology_change_detected"),
            u64(IFLA_BR_HELLO_TIMER, "IFLA_BR_HELLO_TIMER").key("hello_timer").shown(Renderings::hundredths),
            u64(IFLA_BR_TCN_TIMER, "IFLA_BR_TCN_TIMER").key("tcn_timer").shown(Renderings::hundredths),
            u64(IFLA_BR_TOPOLOGY_CHANGE_TIMER, "IFLA_BR_TOPOLOGY_CHANGE_TIMER").key("topology_change_timer")
                    .shown(Renderings::hundredths),
            u64(IFLA_BR_GC_TIMER, "IFLA_BR_GC_TIMER").key("gc_timer").shown(Renderings::hundredths),
            lladdr(IFLA_BR_GROUP_ADDR, "IFLA_BR_GROUP_ADDR").key("group_addr"),
            binary(IFLA_BR_FDB_FLUSH, "IFLA_BR_FDB_FLUSH"),
            u8(IFLA_BR_MCAST_ROUTER, "IFLA_BR_MCAST_ROUTER").key("mcast_router"),
            u8(IFLA_BR_MCAST_SNOOPING, "IFLA_BR_MCAST_SNOOPING").key("mcast_snooping"),
            u8(IFLA_BR_MCAST_QUERY_USE_IFADDR, "IFLA_BR_MCAST_QUERY_USE_IFADDR").key("mcast_query_use_ifaddr"),
            u8(IFLA_BR_MCAST_QUERIER, "IFLA_BR_MCAST_QUERIER").key("mcast_querier"),
            u32(IFLA_BR_MCAST_HASH_ELASTICITY, "IFLA_BR_MCAST_HASH_ELASTICITY").key("mcast_hash_elasticity"),
            u32(IFLA_BR_MCAST_HASH_MAX, "IFLA_BR_MCAST_HASH_MAX").key("mcast_hash_max"),
            u32(IFLA_BR_MCAST_LAST_MEMBER_CNT, "IFLA_BR_MCAST_LAST_MEMBER_CNT").key("mcast_last_member_cnt"),
            u32(IFLA_BR_MCAST_STARTUP_QUERY_CNT, "IFLA_BR_MCAST_STARTUP_QUERY_CNT").key("mcast_startup_query_cnt"),
            u64(IFLA_BR_MCAST_LAST_MEMBER_INTVL, "IFLA_BR_MCAST_LAST_MEMBER_INTVL").key("mcast_last_member_intvl"),
            u64(IFLA_BR_MCAST_MEMBERSHIP_INTVL, "IFLA_BR_MCAST_MEMBERSHIP_INTVL").key("mcast_membership_intvl"),
            u64(IFLA_BR_MCAST_QUERIER_INTVL, "IFLA_BR_MCAST_QUERIER_INTVL").key("mcast_querier_intvl"),
            u64(IFLA_BR_MCAST_QUERY_INTVL, "IFLA_BR_MCAST_QUERY_INTVL").key("mcast_query_intvl"),
            u64(IFLA_BR_MCAST_QUERY_RESPONSE_INTVL, "IFLA_BR_MCAST_QUERY_RESPONSE_INTVL").key("mcast_query_response_intvl"),
            u64(IFLA_BR_MCAST_STARTUP_QUERY_INTVL, "IFLA_BR_MCAST_STARTUP_QUERY_INTVL").key("mcast_startup_query_intvl"),
            u8(IFLA_BR_NF_CALL_IPTABLES, "IFLA_BR_NF_CALL_IPTABLES").key("nf_call_iptables"),
            u8(IFLA_BR_NF_CALL_IP6TABLES, "IFLA_BR_NF_CALL_IP6TABLES").key("nf_call_ip6tables"),
            u8(IFLA_BR_NF_CALL_ARPTABLES, "IFLA_BR_NF_CALL_ARPTABLES").key("nf_call_arptables"),
            u16(IFLA_BR_VLAN_DEFAULT_PVID, "IFLA_BR_VLAN_DEFAULT_PVID").key("vlan_default_pvid"),
            binary(IFLA_BR_PAD, "IFLA_BR_PAD"),
            u8(IFLA_BR_VLAN_STATS_ENABLED, "IFLA_BR_VLAN_STATS_ENABLED").key("vlan_stats_enabled"),
            u8(IFLA_BR_MCAST_STATS_ENABLED, "IFLA_BR_MCAST_STATS_ENABLED").key("mcast_stats_enabled"),
            u8(IFLA_BR_MCAST_IGMP_VERSION, "IFLA_BR_MCAST_IGMP_VERSION").key("mcast_igmp_version"),
            u8(IFLA_BR_MCAST_MLD_VERSION, "IFLA_BR_MCAST_MLD_VERSION").key("mcast_mld_version"),
            u8(IFLA_BR_VLAN_STATS_PER_PORT, "IFLA_BR_VLAN_STATS_PER_PORT").key("vlan_stats_per_port"),
            struct(IFLA_BR_MULTI_BOOLOPT, "IFLA_BR_MULTI_BOOLOPT", BR_BOOLOPT_MULTI).key("").shown(IflaBr::options),
            nest(IFLA_BR_MCAST_QUERIER_STATE, "IFLA_BR_MCAST_QUERIER_STATE", () -> BridgeQuerier.ATTRIBUTES),
            u32(IFLA_BR_FDB_N_LEARNED, "IFLA_BR_FDB_N_LEARNED"),
            u32(IFLA_BR_FDB_MAX_LEARNED, "IFLA_BR_FDB_MAX_LEARNED"),
            u32(IFLA_BR_STP_MODE, "IFLA_BR_STP_MODE").key("stp_mode").words(Map.of(0L, "auto", 1L, "user", 2L, "kernel")));

    private IflaBr() {}

    private static Optional<Map<String, Long>> options(Attributes data, int number) {
        Map<String, Long> options = new TreeMap<>();
        long values = data.field(number, "optval").orElse(0);
        long mask = data.field(number, "optmask").orElse(0);
        Map.of(BR_BOOLOPT_NO_LL_LEARN, "no_linklocal_learn", BR_BOOLOPT_MCAST_VLAN_SNOOPING, "mcast_vlan_snooping")
                .forEach((bit, key) -> {
                    if ((mask >>> bit & 1) != 0) {
                        options.put(key, values >>> bit & 1);
                    }
                });
        return Optional.of(options);
    }
}
