package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.json.Numbers;

/** Attributes of a port of a bridge: {@code IFLA_BRPORT_*} of {@code linux/if_link.h}. */
public final class IflaBrport {
    /** u8: state in the spanning tree, 0 disabled, 1 listening, 2 learning, 3 forwarding, 4 blocking. */
    public static final int IFLA_BRPORT_STATE = 1;

    /** u16: priority in the spanning tree, 0 to 63. */
    public static final int IFLA_BRPORT_PRIORITY = 2;

    /** u32: path cost in the spanning tree, 1 to 65535. */
    public static final int IFLA_BRPORT_COST = 3;

    /** u8: 1 to send frames back through the port on which they came (hairpin, reflective relay). */
    public static final int IFLA_BRPORT_MODE = 4;

    /** u8: 1 to disable the port when a BPDU comes. */
    public static final int IFLA_BRPORT_GUARD = 5;

    /** u8: 1 to never let the port become the root port. */
    public static final int IFLA_BRPORT_PROTECT = 6;

    /** u8: 1 to drop a group at the first leave. */
    public static final int IFLA_BRPORT_FAST_LEAVE = 7;

    /** u8: 1 to learn source addresses. */
    public static final int IFLA_BRPORT_LEARNING = 8;

    /** u8: 1 to flood frames to unknown addresses. */
    public static final int IFLA_BRPORT_UNICAST_FLOOD = 9;

    /** u8: 1 to answer ARP for others. */
    public static final int IFLA_BRPORT_PROXYARP = 10;

    /** u8: 1 to take over what the hardware learnt. */
    public static final int IFLA_BRPORT_LEARNING_SYNC = 11;

    /** u8: 1 to answer ARP as IEEE 802.11 wants it. */
    public static final int IFLA_BRPORT_PROXYARP_WIFI = 12;

    /** {@code struct ifla_bridge_id}, only in answers: the designated root. */
    public static final int IFLA_BRPORT_ROOT_ID = 13;

    /** {@code struct ifla_bridge_id}, only in answers: the designated bridge. */
    public static final int IFLA_BRPORT_BRIDGE_ID = 14;

    /** u16, only in answers: the designated port. */
    public static final int IFLA_BRPORT_DESIGNATED_PORT = 15;

    /** u16, only in answers: the designated cost. */
    public static final int IFLA_BRPORT_DESIGNATED_COST = 16;

    /** u16, only in answers: id of the port, priority and number. */
    public static final int IFLA_BRPORT_ID = 17;

    /** u16, only in answers: number of the port. */
    public static final int IFLA_BRPORT_NO = 18;

    /** u8, only in answers: 1 while a change is to be acknowledged. */
    public static final int IFLA_BRPORT_TOPOLOGY_CHANGE_ACK = 19;

    /** u8, only in answers: 1 while a BPDU waits to be sent. */
    public static final int IFLA_BRPORT_CONFIG_PENDING = 20;

    /** u64, only in answers: time left, in hundredths of a second. */
    public static final int IFLA_BRPORT_MESSAGE_AGE_TIMER = 21;

    /** u64, only in answers: time left, in hundredths of a second. */
    public static final int IFLA_BRPORT_FORWARD_DELAY_TIMER = 22;

    /** u64, only in answers: time left, in hundredths of a second. */
    public static final int IFLA_BRPORT_HOLD_TIMER = 23;

    /** Only in requests: forget the addresses learnt on this port; the payload does not count. */
    public static final int IFLA_BRPORT_FLUSH = 24;

    /** u8: a multicast router behind the port, 0 never, 1 as learnt, 2 always, 3 for a while. */
    public static final int IFLA_BRPORT_MULTICAST_ROUTER = 25;

    /** Padding that aligns 64-bit numbers. */
    public static final int IFLA_BRPORT_PAD = 26;

    /** u8: 1 to flood multicast frames. */
    public static final int IFLA_BRPORT_MCAST_FLOOD = 27;

    /** u8: 1 to send multicast frames to each member. */
    public static final int IFLA_BRPORT_MCAST_TO_UCAST = 28;

    /** u8: 1 to map VLANs to tunnels. */
    public static final int IFLA_BRPORT_VLAN_TUNNEL = 29;

    /** u8: 1 to flood broadcast frames. */
    public static final int IFLA_BRPORT_BCAST_FLOOD = 30;

    /** u16: which link-local groups are forwarded, a bit each. */
    public static final int IFLA_BRPORT_GROUP_FWD_MASK = 31;

    /** u8: 1 to suppress ARP and neighbour discovery. */
    public static final int IFLA_BRPORT_NEIGH_SUPPRESS = 32;

    /** u8: 1 to forward to ports only that are not isolated. */
    public static final int IFLA_BRPORT_ISOLATED = 33;

    /** u32: index of the port that takes over when this one is down, 0 for none. */
    public static final int IFLA_BRPORT_BACKUP_PORT = 34;

    /** u8, only in answers: 1 if the MRP ring is open. */
    public static final int IFLA_BRPORT_MRP_RING_OPEN = 35;

    /** u8, only in answers: 1 if the MRP interconnect ring is open. */
    public static final int IFLA_BRPORT_MRP_IN_OPEN = 36;

    /** u32: largest number of hosts tracked. */
    public static final int IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT = 37;

    /** u32, only in answers: number of hosts tracked. */
    public static final int IFLA_BRPORT_MCAST_EHT_HOSTS_CNT = 38;

    /** u8: 1 to drop frames from addresses that are not in the table. */
    public static final int IFLA_BRPORT_LOCKED = 39;

    /** u8, since Linux 6.2: 1 for MAC authentication bypass. */
    public static final int IFLA_BRPORT_MAB = 40;

    /** u32, since Linux 6.3, only in answers: number of groups. */
    public static final int IFLA_BRPORT_MCAST_N_GROUPS = 41;

    /** u32, since Linux 6.3: largest number of groups, 0 for no limit. */
    public static final int IFLA_BRPORT_MCAST_MAX_GROUPS = 42;

    /** u8, since Linux 6.4: 1 to suppress per VLAN. */
    public static final int IFLA_BRPORT_NEIGH_VLAN_SUPPRESS = 43;

    /** u32, since Linux 6.6: id of the next hop to the backup port. */
    public static final int IFLA_BRPORT_BACKUP_NHID = 44;

    /** u8: whether unasked announcements of neighbours are forwarded though {@code IFLA_BRPORT_NEIGH_SUPPRESS} is on. */
    public static final int IFLA_BRPORT_NEIGH_FORWARD_GRAT = 45;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_BRPORT",
            u8(IFLA_BRPORT_STATE, "IFLA_BRPORT_STATE").key("state")
                    .words(Map.of(0L, "disabled", 1L, "listening", 2L, "learning", 3L, "forwarding", 4L, "blocking")),
            u16(IFLA_BRPORT_PRIORITY, "IFLA_BRPORT_PRIORITY").key("priority"),
            u32(IFLA_BRPORT_COST, "IFLA_BRPORT_COST").key("cost"),
            u8(IFLA_BRPORT_MODE, "IFLA_BRPORT_MODE").key("hairpin").shown(Numbers::truth),
            u8(IFLA_BRPORT_GUARD, "IFLA_BRPORT_GUARD").key("guard").shown(Numbers::truth),
            u8(IFLA_BRPORT_PROTECT, "IFLA_BRPORT_PROTECT").key("root_block").shown(Numbers::truth),
            u8(IFLA_BRPORT_FAST_LEAVE, "IFLA_BRPORT_FAST_LEAVE").key("fastleave").shown(Numbers::truth),
            u8(IFLA_BRPORT_LEARNING, "IFLA_BRPORT_LEARNING").key("learning").shown(Numbers::truth),
            u8(IFLA_BRPORT_UNICAST_FLOOD, "IFLA_BRPORT_UNICAST_FLOOD").key("flood").shown(Numbers::truth),
            u8(IFLA_BRPORT_PROXYARP, "IFLA_BRPORT_PROXYARP").key("proxy_arp").shown(Numbers::truth),
            u8(IFLA_BRPORT_LEARNING_SYNC, "IFLA_BRPORT_LEARNING_SYNC"),
            u8(IFLA_BRPORT_PROXYARP_WIFI, "IFLA_BRPORT_PROXYARP_WIFI").key("proxy_arp_wifi").shown(Numbers::truth),
            binary(IFLA_BRPORT_ROOT_ID, "IFLA_BRPORT_ROOT_ID").atMost(8).key("root_id")
                    .shown(Renderings::bridgeId),
            binary(IFLA_BRPORT_BRIDGE_ID, "IFLA_BRPORT_BRIDGE_ID").atMost(8).key("bridge_id")
                    .shown(Renderings::bridgeId),
            u16(IFLA_BRPORT_DESIGNATED_PORT, "IFLA_BRPORT_DESIGNATED_PORT").key("designated_port"),
            u16(IFLA_BRPORT_DESIGNATED_COST, "IFLA_BRPORT_DESIGNATED_COST").key("designated_cost"),
            u16(IFLA_BRPORT_ID, "IFLA_BRPORT_ID").key("id").shown(Numbers::hex),
            u16(IFLA_BRPORT_NO, "IFLA_BRPORT_NO").key("no").shown(Numbers::hex),
            u8(IFLA_BRPORT_TOPOLOGY_CHANGE_ACK, "IFLA_BRPORT_TOPOLOGY_CHANGE_ACK").key("topology_change_ack"),
            u8(IFLA_BRPORT_CONFIG_PENDING, "IFLA_BRPORT_CONFIG_PENDING").key("config_pending"),
            u64(IFLA_BRPORT_MESSAGE_AGE_TIMER, "IFLA_BRPORT_MESSAGE_AGE_TIMER").key("message_age_timer")
                    .shown(Renderings::hundredths),
            u64(IFLA_BRPORT_FORWARD_DELAY_TIMER, "IFLA_BRPORT_FORWARD_DELAY_TIMER").key("forward_delay_timer")
                    .shown(Renderings::hundredths),
            u64(IFLA_BRPORT_HOLD_TIMER, "IFLA_BRPORT_HOLD_TIMER").key("hold_timer").shown(Renderings::hundredths),
            binary(IFLA_BRPORT_FLUSH, "IFLA_BRPORT_FLUSH"),
            u8(IFLA_BRPORT_MULTICAST_ROUTER, "IFLA_BRPORT_MULTICAST_ROUTER").key("multicast_router"),
            binary(IFLA_BRPORT_PAD, "IFLA_BRPORT_PAD"),
            u8(IFLA_BRPORT_MCAST_FLOOD, "IFLA_BRPORT_MCAST_FLOOD").key("mcast_flood").shown(Numbers::truth),
            u8(IFLA_BRPORT_MCAST_TO_UCAST, "IFLA_BRPORT_MCAST_TO_UCAST").key("mcast_to_unicast").shown(Numbers::truth),
            u8(IFLA_BRPORT_VLAN_TUNNEL, "IFLA_BRPORT_VLAN_TUNNEL").key("vlan_tunnel").shown(Numbers::truth),
            u8(IFLA_BRPORT_BCAST_FLOOD, "IFLA_BRPORT_BCAST_FLOOD").key("bcast_flood").shown(Numbers::truth),
            u16(IFLA_BRPORT_GROUP_FWD_MASK, "IFLA_BRPORT_GROUP_FWD_MASK").key("").shown(IflaBrport::forwarded),
            u8(IFLA_BRPORT_NEIGH_SUPPRESS, "IFLA_BRPORT_NEIGH_SUPPRESS").key("neigh_suppress").shown(Numbers::truth),
            u8(IFLA_BRPORT_ISOLATED, "IFLA_BRPORT_ISOLATED").key("isolated").shown(Numbers::truth),
            u32(IFLA_BRPORT_BACKUP_PORT, "IFLA_BRPORT_BACKUP_PORT").key("backup_port").shown(Renderings::index),
            u8(IFLA_BRPORT_MRP_RING_OPEN, "IFLA_BRPORT_MRP_RING_OPEN"),
            u8(IFLA_BRPORT_MRP_IN_OPEN, "IFLA_BRPORT_MRP_IN_OPEN"),
            u32(IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT, "IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT"),
            u32(IFLA_BRPORT_MCAST_EHT_HOSTS_CNT, "IFLA_BRPORT_MCAST_EHT_HOSTS_CNT"),
            u8(IFLA_BRPORT_LOCKED, "IFLA_BRPORT_LOCKED").key("locked").shown(Numbers::truth),
            u8(IFLA_BRPORT_MAB, "IFLA_BRPORT_MAB"),
            u32(IFLA_BRPORT_MCAST_N_GROUPS, "IFLA_BRPORT_MCAST_N_GROUPS"),
            u32(IFLA_BRPORT_MCAST_MAX_GROUPS, "IFLA_BRPORT_MCAST_MAX_GROUPS"),
            u8(IFLA_BRPORT_NEIGH_VLAN_SUPPRESS, "IFLA_BRPORT_NEIGH_VLAN_SUPPRESS"),
            u32(IFLA_BRPORT_BACKUP_NHID, "IFLA_BRPORT_BACKUP_NHID"),
            u8(IFLA_BRPORT_NEIGH_FORWARD_GRAT, "IFLA_BRPORT_NEIGH_FORWARD_GRAT"));

    private IflaBrport() {}

    private static final Map<Integer, String> GROUPS = Map.of(0, "stp", 2, "lacp", 14, "lldp");

    private static Optional<Map<String, Object>> forwarded(Attributes port, int number) {
        int mask = port.integer(number).orElse(0);
        StringJoiner groups = new StringJoiner(",").setEmptyValue("0x0");
        for (int bit = 0; bit < Short.SIZE; bit++) {
            if ((mask >>> bit & 1) != 0) {
                groups.add(GROUPS.getOrDefault(bit, "0x" + Integer.toHexString(1 << bit)));
            }
        }
        return Optional.of(new TreeMap<>(Map.of(
                "group_fwd_mask", Numbers.hex(port, number).orElseThrow(),
                "group_fwd_mask_str", groups.toString())));
    }
}
