package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.array;
import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.json.Numbers;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of cake: {@code TCA_CAKE_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaCake {
    /** Padding before a u64. */
    public static final int TCA_CAKE_PAD = 1;

    /** u64: rate in bytes per second; 0 for no limit. */
    public static final int TCA_CAKE_BASE_RATE64 = 2;

    /** u32: {@code CAKE_DIFFSERV_*}. */
    public static final int TCA_CAKE_DIFFSERV_MODE = 3;

    /** u32: {@code CAKE_ATM_*}. */
    public static final int TCA_CAKE_ATM = 4;

    /** u32: {@code CAKE_FLOW_*}. */
    public static final int TCA_CAKE_FLOW_MODE = 5;

    /** s32: bytes that every packet is longer on the wire. */
    public static final int TCA_CAKE_OVERHEAD = 6;

    /** u32: time that a packet takes to and fro, in microseconds. */
    public static final int TCA_CAKE_RTT = 7;

    /** u32: acceptable delay in microseconds. */
    public static final int TCA_CAKE_TARGET = 8;

    /** u32: whether the rate is found out, 0 or 1. */
    public static final int TCA_CAKE_AUTORATE = 9;

    /** u32: most memory in bytes; 0 for as much as the rate wants. */
    public static final int TCA_CAKE_MEMORY = 10;

    /** u32: whether to look behind NAT, 0 or 1. */
    public static final int TCA_CAKE_NAT = 11;

    /** u32: packets count for what they have; only in answers. */
    public static final int TCA_CAKE_RAW = 12;

    /** u32: whether to clear the DS field, 0 or 1. */
    public static final int TCA_CAKE_WASH = 13;

    /** u32: the least that a packet counts for in bytes. */
    public static final int TCA_CAKE_MPU = 14;

    /** u32: whether dropped packets count, too, 0 or 1. */
    public static final int TCA_CAKE_INGRESS = 15;

    /** u32: {@code CAKE_ACK_*}. */
    public static final int TCA_CAKE_ACK_FILTER = 16;

    /** u32: whether to split packets that the device would have to, 0 or 1. */
    public static final int TCA_CAKE_SPLIT_GSO = 17;

    /** u32: mask of the mark that chooses the tin. */
    public static final int TCA_CAKE_FWMARK = 18;

    private static final List<String> ATM = List.of("noatm", "atm", "ptm");

    /** Three tins. */
    public static final int CAKE_DIFFSERV_DIFFSERV3 = 0;

    /** Four tins. */
    public static final int CAKE_DIFFSERV_DIFFSERV4 = 1;

    /** Eight tins. */
    public static final int CAKE_DIFFSERV_DIFFSERV8 = 2;

    /** One tin. */
    public static final int CAKE_DIFFSERV_BESTEFFORT = 3;

    /** A tin for every precedence of old. */
    public static final int CAKE_DIFFSERV_PRECEDENCE = 4;

    /** All packets are a flow. */
    public static final int CAKE_FLOW_NONE = 0;

    /** A flow for every source. */
    public static final int CAKE_FLOW_SRC_IP = 1;

    /** A flow for every destination. */
    public static final int CAKE_FLOW_DST_IP = 2;

    /** A flow for every pair of hosts. */
    public static final int CAKE_FLOW_HOSTS = 3;

    /** A flow for every connection. */
    public static final int CAKE_FLOW_FLOWS = 4;

    /** Connections, and sources share. */
    public static final int CAKE_FLOW_DUAL_SRC = 5;

    /** Connections, and destinations share. */
    public static final int CAKE_FLOW_DUAL_DST = 6;

    /** Connections, and sources and destinations share. */
    public static final int CAKE_FLOW_TRIPLE = 7;

    /** All acknowledgements go. */
    public static final int CAKE_ACK_NONE = 0;

    /** Needless ones are dropped. */
    public static final int CAKE_ACK_FILTER = 1;

    /** All but the last one are dropped. */
    public static final int CAKE_ACK_AGGRESSIVE = 2;

    /** Packets are as long as they are. */
    public static final int CAKE_ATM_NONE = 0;

    /** Packets go in cells of 53 bytes that carry 48. */
    public static final int CAKE_ATM_ATM = 1;

    /** 64 bytes go as 65. */
    public static final int CAKE_ATM_PTM = 2;

    /** Padding before a u64. */
    public static final int TCA_CAKE_STATS_PAD = 1;

    /** u64: bytes per second that were measured. */
    public static final int TCA_CAKE_STATS_CAPACITY_ESTIMATE64 = 2;

    /** u32: most memory in bytes. */
    public static final int TCA_CAKE_STATS_MEMORY_LIMIT = 3;

    /** u32: memory in bytes. */
    public static final int TCA_CAKE_STATS_MEMORY_USED = 4;

    /** u32: how far in a packet its network header is on average. */
    public static final int TCA_CAKE_STATS_AVG_NETOFF = 5;

    /** u32: shortest packet without its link-layer header. */
    public static final int TCA_CAKE_STATS_MIN_NETLEN = 6;

    /** u32: longest packet without its link-layer header. */
    public static final int TCA_CAKE_STATS_MAX_NETLEN = 7;

    /** u32: shortest packet on the wire. */
    public static final int TCA_CAKE_STATS_MIN_ADJLEN = 8;

    /** u32: longest packet on the wire. */
    public static final int TCA_CAKE_STATS_MAX_ADJLEN = 9;

    /** Array of nests of {@code TCA_CAKE_TIN_STATS_*}, one a tin. */
    public static final int TCA_CAKE_STATS_TIN_STATS = 10;

    /** s32: of a class, bytes that it may send. */
    public static final int TCA_CAKE_STATS_DEFICIT = 11;

    /** u32: of a class, drops. */
    public static final int TCA_CAKE_STATS_COBALT_COUNT = 12;

    /** u32: of a class, whether it drops, 0 or 1. */
    public static final int TCA_CAKE_STATS_DROPPING = 13;

    /** s32: of a class, microseconds until the next drop. */
    public static final int TCA_CAKE_STATS_DROP_NEXT_US = 14;

    /** u32: of a class, drop probability in 1/2<sup>32</sup>. */
    public static final int TCA_CAKE_STATS_P_DROP = 15;

    /** s32: of a class, microseconds until the probability changes. */
    public static final int TCA_CAKE_STATS_BLUE_TIMER_US = 16;

    /** u32: queues that are in use. */
    public static final int TCA_CAKE_STATS_ACTIVE_QUEUES = 17;

    /** Padding before a u64. */
    public static final int TCA_CAKE_TIN_STATS_PAD = 1;

    /** u32: packets sent. */
    public static final int TCA_CAKE_TIN_STATS_SENT_PACKETS = 2;

    /** u64: bytes sent. */
    public static final int TCA_CAKE_TIN_STATS_SENT_BYTES64 = 3;

    /** u32: packets dropped. */
    public static final int TCA_CAKE_TIN_STATS_DROPPED_PACKETS = 4;

    /** u64: bytes dropped. */
    public static final int TCA_CAKE_TIN_STATS_DROPPED_BYTES64 = 5;

    /** u32: acknowledgements dropped. */
    public static final int TCA_CAKE_TIN_STATS_ACKS_DROPPED_PACKETS = 6;

    /** u64: bytes of acknowledgements dropped. */
    public static final int TCA_CAKE_TIN_STATS_ACKS_DROPPED_BYTES64 = 7;

    /** u32: packets marked. */
    public static final int TCA_CAKE_TIN_STATS_ECN_MARKED_PACKETS = 8;

    /** u64: bytes marked. */
    public static final int TCA_CAKE_TIN_STATS_ECN_MARKED_BYTES64 = 9;

    /** u32: packets that wait. */
    public static final int TCA_CAKE_TIN_STATS_BACKLOG_PACKETS = 10;

    /** u32: bytes that wait. */
    public static final int TCA_CAKE_TIN_STATS_BACKLOG_BYTES = 11;

    /** u64: bytes per second above which the tin yields. */
    public static final int TCA_CAKE_TIN_STATS_THRESHOLD_RATE64 = 12;

    /** u32: acceptable delay in microseconds. */
    public static final int TCA_CAKE_TIN_STATS_TARGET_US = 13;

    /** u32: how long the delay may be too long, in microseconds. */
    public static final int TCA_CAKE_TIN_STATS_INTERVAL_US = 14;

    /** u32: flows found beside their place. */
    public static final int TCA_CAKE_TIN_STATS_WAY_INDIRECT_HITS = 15;

    /** u32: flows that were new. */
    public static final int TCA_CAKE_TIN_STATS_WAY_MISSES = 16;

    /** u32: flows that had to share. */
    public static final int TCA_CAKE_TIN_STATS_WAY_COLLISIONS = 17;

    /** u32: longest delay in microseconds. */
    public static final int TCA_CAKE_TIN_STATS_PEAK_DELAY_US = 18;

    /** u32: average delay in microseconds. */
    public static final int TCA_CAKE_TIN_STATS_AVG_DELAY_US = 19;

    /** u32: shortest delay in microseconds. */
    public static final int TCA_CAKE_TIN_STATS_BASE_DELAY_US = 20;

    /** u32: flows that send little. */
    public static final int TCA_CAKE_TIN_STATS_SPARSE_FLOWS = 21;

    /** u32: flows that send much. */
    public static final int TCA_CAKE_TIN_STATS_BULK_FLOWS = 22;

    /** u32: flows that do not slow down. */
    public static final int TCA_CAKE_TIN_STATS_UNRESPONSIVE_FLOWS = 23;

    /** u32: longest packet in bytes. */
    public static final int TCA_CAKE_TIN_STATS_MAX_SKBLEN = 24;

    /** u32: bytes that a flow may send a round. */
    public static final int TCA_CAKE_TIN_STATS_FLOW_QUANTUM = 25;

    /** The table of the counters of a tin. */
    public static final AttributeSet TIN = AttributeSet.of(
            "TCA_CAKE_TIN_STATS",
            binary(TCA_CAKE_TIN_STATS_PAD, "TCA_CAKE_TIN_STATS_PAD"),
            u32(TCA_CAKE_TIN_STATS_SENT_PACKETS, "TCA_CAKE_TIN_STATS_SENT_PACKETS").key("sent_packets"),
            u64(TCA_CAKE_TIN_STATS_SENT_BYTES64, "TCA_CAKE_TIN_STATS_SENT_BYTES64").key("sent_bytes"),
            u32(TCA_CAKE_TIN_STATS_DROPPED_PACKETS, "TCA_CAKE_TIN_STATS_DROPPED_PACKETS").key("drops"),
            u64(TCA_CAKE_TIN_STATS_DROPPED_BYTES64, "TCA_CAKE_TIN_STATS_DROPPED_BYTES64"),
            u32(TCA_CAKE_TIN_STATS_ACKS_DROPPED_PACKETS, "TCA_CAKE_TIN_STATS_ACKS_DROPPED_PACKETS").key("ack_drops"),
            u64(TCA_CAKE_TIN_STATS_ACKS_DROPPED_BYTES64, "TCA_CAKE_TIN_STATS_ACKS_DROPPED_BYTES64"),
            u32(TCA_CAKE_TIN_STATS_ECN_MARKED_PACKETS, "TCA_CAKE_TIN_STATS_ECN_MARKED_PACKETS").key("ecn_mark"),
            u64(TCA_CAKE_TIN_STATS_ECN_MARKED_BYTES64, "TCA_CAKE_TIN_STATS_ECN_MARKED_BYTES64"),
            u32(TCA_CAKE_TIN_STATS_BACKLOG_PACKETS, "TCA_CAKE_TIN_STATS_BACKLOG_PACKETS"),
            u32(TCA_CAKE_TIN_STATS_BACKLOG_BYTES, "TCA_CAKE_TIN_STATS_BACKLOG_BYTES").key("backlog_bytes"),
            u64(TCA_CAKE_TIN_STATS_THRESHOLD_RATE64, "TCA_CAKE_TIN_STATS_THRESHOLD_RATE64").key("threshold_rate"),
            u32(TCA_CAKE_TIN_STATS_TARGET_US, "TCA_CAKE_TIN_STATS_TARGET_US").key("target_us"),
            u32(TCA_CAKE_TIN_STATS_INTERVAL_US, "TCA_CAKE_TIN_STATS_INTERVAL_US").key("interval_us"),
            u32(TCA_CAKE_TIN_STATS_WAY_INDIRECT_HITS, "TCA_CAKE_TIN_STATS_WAY_INDIRECT_HITS").key("way_indirect_hits"),
            u32(TCA_CAKE_TIN_STATS_WAY_MISSES, "TCA_CAKE_TIN_STATS_WAY_MISSES").key("way_misses"),
            u32(TCA_CAKE_TIN_STATS_WAY_COLLISIONS, "TCA_CAKE_TIN_STATS_WAY_COLLISIONS").key("way_collisions"),
            u32(TCA_CAKE_TIN_STATS_PEAK_DELAY_US, "TCA_CAKE_TIN_STATS_PEAK_DELAY_US").key("peak_delay_us"),
            u32(TCA_CAKE_TIN_STATS_AVG_DELAY_US, "TCA_CAKE_TIN_STATS_AVG_DELAY_US").key("avg_delay_us"),
            u32(TCA_CAKE_TIN_STATS_BASE_DELAY_US, "TCA_CAKE_TIN_STATS_BASE_DELAY_US").key("base_delay_us"),
            u32(TCA_CAKE_TIN_STATS_SPARSE_FLOWS, "TCA_CAKE_TIN_STATS_SPARSE_FLOWS").key("sparse_flows"),
            u32(TCA_CAKE_TIN_STATS_BULK_FLOWS, "TCA_CAKE_TIN_STATS_BULK_FLOWS").key("bulk_flows"),
            u32(TCA_CAKE_TIN_STATS_UNRESPONSIVE_FLOWS, "TCA_CAKE_TIN_STATS_UNRESPONSIVE_FLOWS").key("unresponsive_flows"),
            u32(TCA_CAKE_TIN_STATS_MAX_SKBLEN, "TCA_CAKE_TIN_STATS_MAX_SKBLEN").key("max_pkt_len"),
            u32(TCA_CAKE_TIN_STATS_FLOW_QUANTUM, "TCA_CAKE_TIN_STATS_FLOW_QUANTUM").key("flow_quantum"));

    /** The table of the counters. */
    public static final AttributeSet STATISTICS = AttributeSet.of(
            "TCA_CAKE_STATS",
            binary(TCA_CAKE_STATS_PAD, "TCA_CAKE_STATS_PAD"),
            u64(TCA_CAKE_STATS_CAPACITY_ESTIMATE64, "TCA_CAKE_STATS_CAPACITY_ESTIMATE64").key("capacity_estimate"),
            u32(TCA_CAKE_STATS_MEMORY_LIMIT, "TCA_CAKE_STATS_MEMORY_LIMIT").key("memory_limit"),
            u32(TCA_CAKE_STATS_MEMORY_USED, "TCA_CAKE_STATS_MEMORY_USED").key("memory_used"),
            u32(TCA_CAKE_STATS_AVG_NETOFF, "TCA_CAKE_STATS_AVG_NETOFF").key("avg_hdr_offset"),
            u32(TCA_CAKE_STATS_MIN_NETLEN, "TCA_CAKE_STATS_MIN_NETLEN").key("min_network_size"),
            u32(TCA_CAKE_STATS_MAX_NETLEN, "TCA_CAKE_STATS_MAX_NETLEN").key("max_network_size"),
            u32(TCA_CAKE_STATS_MIN_ADJLEN, "TCA_CAKE_STATS_MIN_ADJLEN").key("min_adj_size"),
            u32(TCA_CAKE_STATS_MAX_ADJLEN, "TCA_CAKE_STATS_MAX_ADJLEN").key("max_adj_size"),
            array(TCA_CAKE_STATS_TIN_STATS, "TCA_CAKE_STATS_TIN_STATS", nest(1, "TCA_CAKE_STATS_TIN_STATS", () -> TIN)).key("tins"),
            s32(TCA_CAKE_STATS_DEFICIT, "TCA_CAKE_STATS_DEFICIT").key("deficit"),
            u32(TCA_CAKE_STATS_COBALT_COUNT, "TCA_CAKE_STATS_COBALT_COUNT").key("count"),
            u32(TCA_CAKE_STATS_DROPPING, "TCA_CAKE_STATS_DROPPING").key("dropping").shown(Numbers::onlyTrue),
            s32(TCA_CAKE_STATS_DROP_NEXT_US, "TCA_CAKE_STATS_DROP_NEXT_US").key("drop_next"),
            u32(TCA_CAKE_STATS_P_DROP, "TCA_CAKE_STATS_P_DROP").key("blue_prob").shown((among, number) -> among.number(number).stream().mapToObj(Shown::probability).findFirst()),
            s32(TCA_CAKE_STATS_BLUE_TIMER_US, "TCA_CAKE_STATS_BLUE_TIMER_US").key("blue_timer"),
            u32(TCA_CAKE_STATS_ACTIVE_QUEUES, "TCA_CAKE_STATS_ACTIVE_QUEUES"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_CAKE",
            binary(TCA_CAKE_PAD, "TCA_CAKE_PAD"),
            u64(TCA_CAKE_BASE_RATE64, "TCA_CAKE_BASE_RATE64").key("bandwidth").shown(TcaCake::bandwidth),
            u32(TCA_CAKE_DIFFSERV_MODE, "TCA_CAKE_DIFFSERV_MODE").words(Map.of(0L, "diffserv3", 1L, "diffserv4", 2L, "diffserv8", 3L, "besteffort", 4L, "precedence")).key("diffserv"),
            u32(TCA_CAKE_ATM, "TCA_CAKE_ATM").key("").shown(TcaCake::atm),
            u32(TCA_CAKE_FLOW_MODE, "TCA_CAKE_FLOW_MODE").words(Map.of(0L, "flowblind", 1L, "srchost", 2L, "dsthost", 3L, "hosts", 4L, "flows", 5L, "dual-srchost", 6L, "dual-dsthost", 7L, "triple-isolate")).key("flowmode"),
            s32(TCA_CAKE_OVERHEAD, "TCA_CAKE_OVERHEAD").key("overhead"),
            u32(TCA_CAKE_RTT, "TCA_CAKE_RTT").key("rtt"),
            u32(TCA_CAKE_TARGET, "TCA_CAKE_TARGET"),
            u32(TCA_CAKE_AUTORATE, "TCA_CAKE_AUTORATE").key("autorate").shown(TcaCake::autorate),
            u32(TCA_CAKE_MEMORY, "TCA_CAKE_MEMORY").key("memlimit").shown(Numbers::nonZero),
            u32(TCA_CAKE_NAT, "TCA_CAKE_NAT").key("nat").shown(Numbers::truth),
            u32(TCA_CAKE_RAW, "TCA_CAKE_RAW"),
            u32(TCA_CAKE_WASH, "TCA_CAKE_WASH").key("wash").shown(Numbers::truth),
            u32(TCA_CAKE_MPU, "TCA_CAKE_MPU").key("mpu").shown(Numbers::nonZero),
            u32(TCA_CAKE_INGRESS, "TCA_CAKE_INGRESS").key("ingress").shown(Numbers::truth),
            u32(TCA_CAKE_ACK_FILTER, "TCA_CAKE_ACK_FILTER").words(Map.of(0L, "disabled", 1L, "enabled", 2L, "aggressive")).key("ack-filter"),
            u32(TCA_CAKE_SPLIT_GSO, "TCA_CAKE_SPLIT_GSO").key("split_gso").shown(Numbers::truth),
            u32(TCA_CAKE_FWMARK, "TCA_CAKE_FWMARK").key("fwmark").shown(Numbers::hex));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC =
            TcTables.of(Cake.KIND, ATTRIBUTES).counting(nest(TCA_STATS_APP, "TCA_STATS_APP", () -> STATISTICS).key(""));

    private TcaCake() {}

    private static Optional<Object> bandwidth(Attributes among, int number) {
        return among.number(number).stream().mapToObj(rate -> rate == 0 ? (Object) "unlimited" : (Object) rate).findFirst();
    }

    private static Optional<String> autorate(Attributes among, int number) {
        return Numbers.onlyTrue(among, number).map(_ -> "autorate-ingress");
    }

    /** Packets count for what they have, or for what they are on the wire. */
    private static Optional<Map<String, Object>> atm(Attributes among, int number) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("raw", among.has(TCA_CAKE_RAW));
        if (!among.has(TCA_CAKE_RAW)) {
            among.number(number)
                    .ifPresent(mode -> members.put("atm", mode < ATM.size() ? ATM.get((int) mode) : Long.toString(mode)));
        }
        return Optional.of(members);
    }
}
