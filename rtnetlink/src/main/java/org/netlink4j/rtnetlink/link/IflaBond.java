package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.array;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.json.Numbers;

/** Attributes of bonds: {@code IFLA_BOND_*} of {@code linux/if_link.h}. */
public final class IflaBond {
    /** u8: how frames are spread, {@code BOND_MODE_*}. */
    public static final int IFLA_BOND_MODE = 1;

    /** u32: index of the active port, 0 for none. */
    public static final int IFLA_BOND_ACTIVE_SLAVE = 2;

    /** u32: milliseconds between looks at the carrier, 0 for never. */
    public static final int IFLA_BOND_MIIMON = 3;

    /** u32: milliseconds before a port with a carrier is used. */
    public static final int IFLA_BOND_UPDELAY = 4;

    /** u32: milliseconds before a port without a carrier is not used any more. */
    public static final int IFLA_BOND_DOWNDELAY = 5;

    /** u8: 1 to ask the driver for the carrier; since Linux 6.18 always. */
    public static final int IFLA_BOND_USE_CARRIER = 6;

    /** u32: milliseconds between ARP requests, 0 for none. */
    public static final int IFLA_BOND_ARP_INTERVAL = 7;

    /** Nest: IPv4 addresses that ARP requests ask for. */
    public static final int IFLA_BOND_ARP_IP_TARGET = 8;

    /** u32: which ARP packets count, 0 none, 1 active, 2 backup, 3 all, 4 filter, 5 filter active, 6 filter backup. */
    public static final int IFLA_BOND_ARP_VALIDATE = 9;

    /** u32: 0 if one target must answer, 1 if all must. */
    public static final int IFLA_BOND_ARP_ALL_TARGETS = 10;

    /** u32: index of the preferred port, 0 for none. */
    public static final int IFLA_BOND_PRIMARY = 11;

    /** u8: when the preferred port takes over again, 0 always, 1 if better, 2 if the other one fails. */
    public static final int IFLA_BOND_PRIMARY_RESELECT = 12;

    /** u8: MAC addresses of ports, 0 the bond's, 1 the bond follows the active port, 2 the active port follows the bond. */
    public static final int IFLA_BOND_FAIL_OVER_MAC = 13;

    /**
     * u8: what chooses the port, 0 layer 2, 1 layers 3 and 4, 2 layers 2 and 3, 3 and 4 the same of the packet inside a
     * tunnel, 5 VLAN and source MAC address.
     */
    public static final int IFLA_BOND_XMIT_HASH_POLICY = 14;

    /** u32: IGMP reports after a change of the active port, 0 to 255. */
    public static final int IFLA_BOND_RESEND_IGMP = 15;

    /** u8: gratuitous ARP and neighbour advertisements after such a change. */
    public static final int IFLA_BOND_NUM_PEER_NOTIF = 16;

    /** u8: 1 to accept frames on ports that are not active. */
    public static final int IFLA_BOND_ALL_SLAVES_ACTIVE = 17;

    /** u32: ports that the bond needs for a carrier. */
    public static final int IFLA_BOND_MIN_LINKS = 18;

    /** u32: seconds between learning packets. */
    public static final int IFLA_BOND_LP_INTERVAL = 19;

    /** u32: packets before the next port's turn, 0 for random ports. */
    public static final int IFLA_BOND_PACKETS_PER_SLAVE = 20;

    /** u8: how often the other end is to send LACP packets, 0 slow, 1 fast. */
    public static final int IFLA_BOND_AD_LACP_RATE = 21;

    /** u8: how the aggregator is chosen, 0 stable, 1 by bandwidth, 2 by count, 3 by port priority. */
    public static final int IFLA_BOND_AD_SELECT = 22;

    /** Nest of {@code IFLA_BOND_AD_INFO_*}, only in answers: the active aggregator. */
    public static final int IFLA_BOND_AD_INFO = 23;

    /** u16: LACP system priority. */
    public static final int IFLA_BOND_AD_ACTOR_SYS_PRIO = 24;

    /** u16: upper bits of the LACP port key, 0 to 1023. */
    public static final int IFLA_BOND_AD_USER_PORT_KEY = 25;

    /** 6 octets: LACP system id. */
    public static final int IFLA_BOND_AD_ACTOR_SYSTEM = 26;

    /** u8: 1 to rebalance by load. */
    public static final int IFLA_BOND_TLB_DYNAMIC_LB = 27;

    /** u32: milliseconds between notifications of peers. */
    public static final int IFLA_BOND_PEER_NOTIF_DELAY = 28;

    /** u8: 0 to send LACP packets only as an answer. */
    public static final int IFLA_BOND_AD_LACP_ACTIVE = 29;

    /** u8: missed ARP answers before a port is down. */
    public static final int IFLA_BOND_MISSED_MAX = 30;

    /** Nest: IPv6 addresses that neighbour solicitations ask for. */
    public static final int IFLA_BOND_NS_IP6_TARGET = 31;

    /** u8: 1 to couple the LACP states collecting and distributing; since Linux 6.9. */
    public static final int IFLA_BOND_COUPLED_CONTROL = 32;

    /** u8: 1 to send ARP and neighbour discovery to all ports; since Linux 6.17. */
    public static final int IFLA_BOND_BROADCAST_NEIGH = 33;

    /** u8: 1 for no carrier without an LACP partner; newer than Linux 6.18. */
    public static final int IFLA_BOND_LACP_STRICT = 34;

    /** Value of {@link #IFLA_BOND_MODE}: one port after the other; {@code linux/if_bonding.h}. */
    public static final int BOND_MODE_ROUNDROBIN = 0;

    /** Value of {@link #IFLA_BOND_MODE}: the active port; {@code linux/if_bonding.h}. */
    public static final int BOND_MODE_ACTIVEBACKUP = 1;

    /** Value of {@link #IFLA_BOND_MODE}: chosen by a hash; {@code linux/if_bonding.h}. */
    public static final int BOND_MODE_XOR = 2;

    /** Value of {@link #IFLA_BOND_MODE}: all ports; {@code linux/if_bonding.h}. */
    public static final int BOND_MODE_BROADCAST = 3;

    /** Value of {@link #IFLA_BOND_MODE}: IEEE 802.3ad, LACP; {@code linux/if_bonding.h}. */
    public static final int BOND_MODE_8023AD = 4;

    /** Value of {@link #IFLA_BOND_MODE}: balanced by load; {@code linux/if_bonding.h}. */
    public static final int BOND_MODE_TLB = 5;

    /** Value of {@link #IFLA_BOND_MODE}: balanced by load in both directions; {@code linux/if_bonding.h}. */
    public static final int BOND_MODE_ALB = 6;

    /** u16: id of the aggregator. */
    public static final int IFLA_BOND_AD_INFO_AGGREGATOR = 1;

    /** u16: number of its ports. */
    public static final int IFLA_BOND_AD_INFO_NUM_PORTS = 2;

    /** u16: its key. */
    public static final int IFLA_BOND_AD_INFO_ACTOR_KEY = 3;

    /** u16: the key of the other end. */
    public static final int IFLA_BOND_AD_INFO_PARTNER_KEY = 4;

    /** 6 octets: MAC address of the other end. */
    public static final int IFLA_BOND_AD_INFO_PARTNER_MAC = 5;

    private static final List<String> VALIDATIONS =
            List.of("none", "active", "backup", "all", "filter", "filter_active", "filter_backup");

    private static final AttributeSet AD_INFO = AttributeSet.of("IFLA_BOND_AD_INFO",
            u16(IFLA_BOND_AD_INFO_AGGREGATOR, "IFLA_BOND_AD_INFO_AGGREGATOR").key("aggregator"),
            u16(IFLA_BOND_AD_INFO_NUM_PORTS, "IFLA_BOND_AD_INFO_NUM_PORTS").key("num_ports"),
            u16(IFLA_BOND_AD_INFO_ACTOR_KEY, "IFLA_BOND_AD_INFO_ACTOR_KEY").key("actor_key"),
            u16(IFLA_BOND_AD_INFO_PARTNER_KEY, "IFLA_BOND_AD_INFO_PARTNER_KEY").key("partner_key"),
            lladdr(IFLA_BOND_AD_INFO_PARTNER_MAC, "IFLA_BOND_AD_INFO_PARTNER_MAC").atMost(6).key("partner_mac"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_BOND",
            u8(IFLA_BOND_MODE, "IFLA_BOND_MODE").key("mode").words(Renderings
                    .words("balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb")),
            u32(IFLA_BOND_ACTIVE_SLAVE, "IFLA_BOND_ACTIVE_SLAVE").key("active_slave").shown(Renderings::someIndex),
            u32(IFLA_BOND_MIIMON, "IFLA_BOND_MIIMON").key("miimon"),
            u32(IFLA_BOND_UPDELAY, "IFLA_BOND_UPDELAY").key("updelay"),
            u32(IFLA_BOND_DOWNDELAY, "IFLA_BOND_DOWNDELAY").key("downdelay"),
            u8(IFLA_BOND_USE_CARRIER, "IFLA_BOND_USE_CARRIER").key("use_carrier"),
            u32(IFLA_BOND_ARP_INTERVAL, "IFLA_BOND_ARP_INTERVAL").key("arp_interval"),
            array(IFLA_BOND_ARP_IP_TARGET, "IFLA_BOND_ARP_IP_TARGET", ipv4(0, "IFLA_BOND_ARP_IP_TARGET")).unmarked()
                    .key("arp_ip_target").shown(IflaBond::targets),
            u32(IFLA_BOND_ARP_VALIDATE, "IFLA_BOND_ARP_VALIDATE").key("arp_validate").shown(IflaBond::validation),
            u32(IFLA_BOND_ARP_ALL_TARGETS, "IFLA_BOND_ARP_ALL_TARGETS").key("arp_all_targets").words(Renderings
                    .words("any", "all")),
            u32(IFLA_BOND_PRIMARY, "IFLA_BOND_PRIMARY").key("primary").shown(Renderings::someIndex),
            u8(IFLA_BOND_PRIMARY_RESELECT, "IFLA_BOND_PRIMARY_RESELECT").key("primary_reselect").words(Renderings
                    .words("always", "better", "failure")),
            u8(IFLA_BOND_FAIL_OVER_MAC, "IFLA_BOND_FAIL_OVER_MAC").key("fail_over_mac").words(Renderings
                    .words("none", "active", "follow")),
            u8(IFLA_BOND_XMIT_HASH_POLICY, "IFLA_BOND_XMIT_HASH_POLICY").key("xmit_hash_policy").words(Renderings
                    .words("layer2", "layer3+4", "layer2+3", "encap2+3", "encap3+4", "vlan+srcmac")),
            u32(IFLA_BOND_RESEND_IGMP, "IFLA_BOND_RESEND_IGMP").key("resend_igmp"),
            u8(IFLA_BOND_NUM_PEER_NOTIF, "IFLA_BOND_NUM_PEER_NOTIF").key("num_peer_notif"),
            u8(IFLA_BOND_ALL_SLAVES_ACTIVE, "IFLA_BOND_ALL_SLAVES_ACTIVE").key("all_slaves_active"),
            u32(IFLA_BOND_MIN_LINKS, "IFLA_BOND_MIN_LINKS").key("min_links"),
            u32(IFLA_BOND_LP_INTERVAL, "IFLA_BOND_LP_INTERVAL").key("lp_interval"),
            u32(IFLA_BOND_PACKETS_PER_SLAVE, "IFLA_BOND_PACKETS_PER_SLAVE").key("packets_per_slave"),
            u8(IFLA_BOND_AD_LACP_RATE, "IFLA_BOND_AD_LACP_RATE").key("ad_lacp_rate").words(Renderings.words("slow", "fast")),
            u8(IFLA_BOND_AD_SELECT, "IFLA_BOND_AD_SELECT").key("ad_select").words(Renderings
                    .words("stable", "bandwidth", "count", "actor_port_prio")),
            nest(IFLA_BOND_AD_INFO, "IFLA_BOND_AD_INFO", () -> AD_INFO).unmarked().key("ad_info"),
            u16(IFLA_BOND_AD_ACTOR_SYS_PRIO, "IFLA_BOND_AD_ACTOR_SYS_PRIO").key("ad_actor_sys_prio"),
            u16(IFLA_BOND_AD_USER_PORT_KEY, "IFLA_BOND_AD_USER_PORT_KEY").key("ad_user_port_key"),
            lladdr(IFLA_BOND_AD_ACTOR_SYSTEM, "IFLA_BOND_AD_ACTOR_SYSTEM").atMost(6).key("ad_actor_system"),
            u8(IFLA_BOND_TLB_DYNAMIC_LB, "IFLA_BOND_TLB_DYNAMIC_LB").key("tlb_dynamic_lb"),
            u32(IFLA_BOND_PEER_NOTIF_DELAY, "IFLA_BOND_PEER_NOTIF_DELAY").key("peer_notify_delay"),
            u8(IFLA_BOND_AD_LACP_ACTIVE, "IFLA_BOND_AD_LACP_ACTIVE").key("ad_lacp_active").words(Renderings.words("off", "on")),
            u8(IFLA_BOND_MISSED_MAX, "IFLA_BOND_MISSED_MAX").key("arp_missed_max"),
            array(IFLA_BOND_NS_IP6_TARGET, "IFLA_BOND_NS_IP6_TARGET", ipv6(0, "IFLA_BOND_NS_IP6_TARGET")).unmarked()
                    .key("ns_ip6_target").shown(IflaBond::targets),
            u8(IFLA_BOND_COUPLED_CONTROL, "IFLA_BOND_COUPLED_CONTROL").key("coupled_control").shown(Numbers::truth),
            u8(IFLA_BOND_BROADCAST_NEIGH, "IFLA_BOND_BROADCAST_NEIGH").key("broadcast_neighbor").shown(Numbers::truth),
            u8(IFLA_BOND_LACP_STRICT, "IFLA_BOND_LACP_STRICT"));

    private IflaBond() {}

    /** 0 is null in JSON, not "none". */
    private static Optional<Object> validation(Attributes data, int number) {
        int value = data.integer(number).orElse(0);
        boolean known = value > 0 && value < VALIDATIONS.size();
        return Optional.of(value == 0 ? Optional.empty() : known ? VALIDATIONS.get(value) : Integer.toUnsignedLong(value));
    }

    private static Optional<List<String>> targets(Attributes data, int number) {
        return Optional.of(data.ips(number).stream().map(IpAddress::toString).toList()).filter(list -> !list.isEmpty());
    }
}
