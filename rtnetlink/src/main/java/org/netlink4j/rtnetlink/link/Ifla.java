package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.AttributeSpec.uint;
import static org.netlink4j.rtnetlink.IpFamily.RTNL_FAMILY_IPMR;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.json.Numbers;
import org.netlink4j.rtnetlink.route.Ipmra;

/** Attributes of a link: {@code IFLA_*} of {@code linux/if_link.h}, as of Linux 6.18. */
public final class Ifla {
    /** Link-layer address: 6 octets on Ethernet. */
    public static final int IFLA_ADDRESS = 1;

    /** Link-layer broadcast address, or address of the peer of a point-to-point device. */
    public static final int IFLA_BROADCAST = 2;

    /** String of at most 16 bytes with its NUL: name of the device. */
    public static final int IFLA_IFNAME = 3;

    /** u32: largest payload in bytes. */
    public static final int IFLA_MTU = 4;

    /**
     * u32: index of the lower device, or of the peer; 0 for none. Of another namespace if {@link #IFLA_LINK_NETNSID} is there.
     */
    public static final int IFLA_LINK = 5;

    /** String: the queueing discipline. */
    public static final int IFLA_QDISC = 6;

    /** {@code struct rtnl_link_stats}: u32 counters, only in answers. */
    public static final int IFLA_STATS = 7;

    /** Not in use. */
    public static final int IFLA_COST = 8;

    /** Not in use. */
    public static final int IFLA_PRIORITY = 9;

    /** u32: index of the device of which this one is a port; 0 in a request for none. */
    public static final int IFLA_MASTER = 10;

    /** Bytes: wireless extension event. */
    public static final int IFLA_WIRELESS = 11;

    /** Nest of the address family in the header: {@code IFLA_BRPORT_*} in bridge messages, {@code IFLA_INET6_*} in IPv6 ones. */
    public static final int IFLA_PROTINFO = 12;

    /** u32: length of the transmit queue in packets. */
    public static final int IFLA_TXQLEN = 13;

    /** {@code struct rtnl_link_ifmap}: addresses of the hardware. */
    public static final int IFLA_MAP = 14;

    /** u32: not in use. */
    public static final int IFLA_WEIGHT = 15;

    /** u8: operational state of RFC 2863; see {@link OperState}. */
    public static final int IFLA_OPERSTATE = 16;

    /** u8: state when the carrier comes, 0 up, 1 dormant, 2 testing. */
    public static final int IFLA_LINKMODE = 17;

    /** Nest of {@link IflaInfo}: kind of the device. */
    public static final int IFLA_LINKINFO = 18;

    /** u32, only in requests: a process in the network namespace. */
    public static final int IFLA_NET_NS_PID = 19;

    /** String of at most 255 bytes: a description. */
    public static final int IFLA_IFALIAS = 20;

    /** u32, only in answers: number of virtual functions. */
    public static final int IFLA_NUM_VF = 21;

    /** Nest of {@link IflaVf#IFLA_VF_INFO}: the virtual functions. */
    public static final int IFLA_VFINFO_LIST = 22;

    /** {@code struct rtnl_link_stats64}: u64 counters, only in answers. */
    public static final int IFLA_STATS64 = 23;

    /** Nest of {@link IflaPort#IFLA_VF_PORT}: port profiles of virtual functions. */
    public static final int IFLA_VF_PORTS = 24;

    /** Nest of {@link IflaPort}: port profile of the device itself. */
    public static final int IFLA_PORT_SELF = 25;

    /** Nest: settings by address family. */
    public static final int IFLA_AF_SPEC = 26;

    /** u32: group that the administrator puts the device into. */
    public static final int IFLA_GROUP = 27;

    /** u32, only in requests: file descriptor of the network namespace. */
    public static final int IFLA_NET_NS_FD = 28;

    /** u32, only in requests: {@code RTEXT_FILTER_*}, what to answer beyond the usual; see {@link Rtext}. */
    public static final int IFLA_EXT_MASK = 29;

    /** u32, only in answers: how many ask for promiscuous mode. */
    public static final int IFLA_PROMISCUITY = 30;

    /** u32: number of transmit queues. */
    public static final int IFLA_NUM_TX_QUEUES = 31;

    /** u32: number of receive queues. */
    public static final int IFLA_NUM_RX_QUEUES = 32;

    /** u8: 1 if there is a carrier. */
    public static final int IFLA_CARRIER = 33;

    /** Bytes, only in answers: id of the physical port. */
    public static final int IFLA_PHYS_PORT_ID = 34;

    /** u32, only in answers: how often the carrier came or went. */
    public static final int IFLA_CARRIER_CHANGES = 35;

    /** Bytes, only in answers: id of the switch. */
    public static final int IFLA_PHYS_SWITCH_ID = 36;

    /** s32: id of the network namespace that {@link #IFLA_LINK} is in; -1 if it has none. */
    public static final int IFLA_LINK_NETNSID = 37;

    /** String, only in answers: name of the physical port. */
    public static final int IFLA_PHYS_PORT_NAME = 38;

    /** u8: 1 if a protocol keeps the device down. */
    public static final int IFLA_PROTO_DOWN = 39;

    /** u32: largest number of segments that segmentation offload may make. */
    public static final int IFLA_GSO_MAX_SEGS = 40;

    /** u32: largest packet for segmentation offload, in bytes. */
    public static final int IFLA_GSO_MAX_SIZE = 41;

    /** Padding that aligns 64-bit numbers. */
    public static final int IFLA_PAD = 42;

    /** Nest of {@link IflaXdp}: the XDP program. */
    public static final int IFLA_XDP = 43;

    /** u32, only in notifications: what happened, {@code IFLA_EVENT_*}. */
    public static final int IFLA_EVENT = 44;

    /** s32, only in notifications: id of the namespace that the device went to. */
    public static final int IFLA_NEW_NETNSID = 45;

    /** s32: id of the network namespace that the message is about; also called {@code IFLA_IF_NETNSID}. */
    public static final int IFLA_TARGET_NETNSID = 46;

    /** u32, only in answers: how often the carrier came. */
    public static final int IFLA_CARRIER_UP_COUNT = 47;

    /** u32, only in answers: how often the carrier went. */
    public static final int IFLA_CARRIER_DOWN_COUNT = 48;

    /** s32: index in the namespace that the device goes to. */
    public static final int IFLA_NEW_IFINDEX = 49;

    /** u32, only in answers: smallest MTU in bytes. */
    public static final int IFLA_MIN_MTU = 50;

    /** u32, only in answers: largest MTU in bytes; 0 for no limit. */
    public static final int IFLA_MAX_MTU = 51;

    /** Nest of {@link #IFLA_ALT_IFNAME}: alternative names. */
    public static final int IFLA_PROP_LIST = 52;

    /** String of at most 128 bytes with its NUL: an alternative name. */
    public static final int IFLA_ALT_IFNAME = 53;

    /** Link-layer address that the hardware was made with, only in answers. */
    public static final int IFLA_PERM_ADDRESS = 54;

    /** Nest: u32 mask (1) and u32 values (2) of the reasons for {@link #IFLA_PROTO_DOWN}. */
    public static final int IFLA_PROTO_DOWN_REASON = 55;

    /** String, only in answers: name of the parent device, for example its PCI address. */
    public static final int IFLA_PARENT_DEV_NAME = 56;

    /** String, only in answers: bus of the parent device. */
    public static final int IFLA_PARENT_DEV_BUS_NAME = 57;

    /** u32: largest packet that receive offload may make, in bytes. */
    public static final int IFLA_GRO_MAX_SIZE = 58;

    /** u32, only in answers: largest packet for TCP segmentation in hardware, in bytes. */
    public static final int IFLA_TSO_MAX_SIZE = 59;

    /** u32, only in answers: largest number of segments for TCP segmentation in hardware. */
    public static final int IFLA_TSO_MAX_SEGS = 60;

    /** u32, only in answers, since Linux 6.0: how many ask for all multicast frames. */
    public static final int IFLA_ALLMULTI = 61;

    /** Nest, only in answers, since Linux 6.2: the devlink port. */
    public static final int IFLA_DEVLINK_PORT = 62;

    /** u32, since Linux 6.3: as {@link #IFLA_GSO_MAX_SIZE}, for IPv4. */
    public static final int IFLA_GSO_IPV4_MAX_SIZE = 63;

    /** u32, since Linux 6.3: as {@link #IFLA_GRO_MAX_SIZE}, for IPv4. */
    public static final int IFLA_GRO_IPV4_MAX_SIZE = 64;

    /** Nest, only in answers, since Linux 6.7: the clock pin. */
    public static final int IFLA_DPLL_PIN = 65;

    /** Unsigned, 32 or 64 bits, only in answers, since Linux 6.13: how far ahead the hardware can pace, in nanoseconds. */
    public static final int IFLA_MAX_PACING_OFFLOAD_HORIZON = 66;

    /** u8, only in answers, since Linux 6.15: 1 if the device may not change its namespace. */
    public static final int IFLA_NETNS_IMMUTABLE = 67;

    /** u16, only in answers, since Linux 6.18: bytes that the device wants before a packet. */
    public static final int IFLA_HEADROOM = 68;

    /** u16, only in answers, since Linux 6.18: bytes that the device wants after a packet. */
    public static final int IFLA_TAILROOM = 69;

    /** u32 inside {@link #IFLA_PROTO_DOWN_REASON}: which reasons count. */
    public static final int IFLA_PROTO_DOWN_REASON_MASK = 1;

    /** u32 inside {@link #IFLA_PROTO_DOWN_REASON}: the reasons, a bit each. */
    public static final int IFLA_PROTO_DOWN_REASON_VALUE = 2;

    private Ifla() {}

    static final AttributeSet PROPERTIES = AttributeSet.of("IFLA_PROP_LIST",
            string(IFLA_ALT_IFNAME, "IFLA_ALT_IFNAME").atMost(128));

    static final AttributeSet PROTO_DOWN_REASONS = AttributeSet.of("IFLA_PROTO_DOWN_REASON",
            u32(IFLA_PROTO_DOWN_REASON_MASK, "IFLA_PROTO_DOWN_REASON_MASK"),
            u32(IFLA_PROTO_DOWN_REASON_VALUE, "IFLA_PROTO_DOWN_REASON_VALUE"));

    /** The bridge's family, in messages about its ports, forwarding entries, multicast groups and VLANs. */
    public static final int AF_BRIDGE = 7;

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int AF_MCTP = 45;

    static final AttributeSet AF_SPEC = AttributeSet.of("IFLA_AF_SPEC",
            nest(AF_INET, "AF_INET", () -> IflaInet.INET).unmarked(),
            nest(AF_INET6, "AF_INET6", () -> IflaInet.INET6).unmarked().key(""),
            nest(AF_MCTP, "AF_MCTP", () -> IflaMctp.ATTRIBUTES).unmarked());

    /** The table of all families but two. */
    public static final AttributeSet ATTRIBUTES = table(() -> AF_SPEC, () -> AttributeSet.UNKNOWN);

    /** The table of messages of the bridge's family, where two nests hold something else. */
    public static final AttributeSet BRIDGE_ATTRIBUTES = table(() -> IflaBridge.ATTRIBUTES, () -> IflaBrport.ATTRIBUTES);

    /** The table of messages of the family of multicast routing, whose nest holds its tables. */
    public static final AttributeSet MULTICAST_ROUTING_ATTRIBUTES = table(() -> Ipmra.TABLE, () -> AttributeSet.UNKNOWN);

    /**
     * The table of messages of a family.
     *
     * @param family the address family in the header
     * @return the table
     */
    public static AttributeSet attributes(int family) {
        return switch (family) {
            case AF_BRIDGE -> BRIDGE_ATTRIBUTES;
            case RTNL_FAMILY_IPMR -> MULTICAST_ROUTING_ATTRIBUTES;
            default -> ATTRIBUTES;
        };
    }

    private static AttributeSet table(Supplier<AttributeSet> families, Supplier<AttributeSet> protocol) {
        return AttributeSet.of("IFLA",
                lladdr(IFLA_ADDRESS, "IFLA_ADDRESS").atMost(32).key("address"),
                lladdr(IFLA_BROADCAST, "IFLA_BROADCAST").atMost(32).key("broadcast"),
                string(IFLA_IFNAME, "IFLA_IFNAME").atMost(16).key("ifname"),
                u32(IFLA_MTU, "IFLA_MTU").key("mtu"),
                u32(IFLA_LINK, "IFLA_LINK").key("").shown(Ifla::lower),
                string(IFLA_QDISC, "IFLA_QDISC").atMost(16).key("qdisc"),
                struct(IFLA_STATS, "IFLA_STATS", LinkStats.STRUCT32),
                binary(IFLA_COST, "IFLA_COST"),
                binary(IFLA_PRIORITY, "IFLA_PRIORITY"),
                u32(IFLA_MASTER, "IFLA_MASTER").key("master").shown(Renderings::index),
                binary(IFLA_WIRELESS, "IFLA_WIRELESS"),
                u32(IFLA_TXQLEN, "IFLA_TXQLEN").key("txqlen").shown(Numbers::nonZero),
                struct(IFLA_MAP, "IFLA_MAP", LinkStats.MAP),
                u32(IFLA_WEIGHT, "IFLA_WEIGHT"),
                u8(IFLA_OPERSTATE, "IFLA_OPERSTATE").key("operstate").words(OperState.WORDS),
                u8(IFLA_LINKMODE, "IFLA_LINKMODE").key("linkmode").words(Map.of(0L, "DEFAULT", 1L, "DORMANT")),
                nest(IFLA_LINKINFO, "IFLA_LINKINFO", () -> IflaInfo.ATTRIBUTES).unmarked().key("linkinfo"),
                u32(IFLA_NET_NS_PID, "IFLA_NET_NS_PID"),
                string(IFLA_IFALIAS, "IFLA_IFALIAS").atMost(255).unterminated().key("ifalias"),
                u32(IFLA_NUM_VF, "IFLA_NUM_VF"),
                nest(IFLA_VFINFO_LIST, "IFLA_VFINFO_LIST", () -> IflaVf.LIST).unmarked().key("vfinfo_list").shown(Ifla::functions),
                struct(IFLA_STATS64, "IFLA_STATS64", LinkStats.STRUCT64),
                nest(IFLA_VF_PORTS, "IFLA_VF_PORTS", () -> IflaPort.LIST).unmarked(),
                nest(IFLA_PORT_SELF, "IFLA_PORT_SELF", () -> IflaPort.ATTRIBUTES).unmarked(),
                u32(IFLA_GROUP, "IFLA_GROUP").key("group").shown(Ifla::group),
                u32(IFLA_NET_NS_FD, "IFLA_NET_NS_FD"),
                u32(IFLA_EXT_MASK, "IFLA_EXT_MASK"),
                u32(IFLA_PROMISCUITY, "IFLA_PROMISCUITY").key("promiscuity"),
                u32(IFLA_NUM_TX_QUEUES, "IFLA_NUM_TX_QUEUES").key("num_tx_queues"),
                u32(IFLA_NUM_RX_QUEUES, "IFLA_NUM_RX_QUEUES").key("num_rx_queues"),
                u8(IFLA_CARRIER, "IFLA_CARRIER"),
                binary(IFLA_PHYS_PORT_ID, "IFLA_PHYS_PORT_ID").atMost(32).key("phys_port_id"),
                u32(IFLA_CARRIER_CHANGES, "IFLA_CARRIER_CHANGES"),
                binary(IFLA_PHYS_SWITCH_ID, "IFLA_PHYS_SWITCH_ID").atMost(32).key("phys_switch_id"),
                s32(IFLA_LINK_NETNSID, "IFLA_LINK_NETNSID").key("link_netnsid"),
                string(IFLA_PHYS_PORT_NAME, "IFLA_PHYS_PORT_NAME").key("phys_port_name"),
                u8(IFLA_PROTO_DOWN, "IFLA_PROTO_DOWN").key("proto_down").shown(Numbers::onlyTrue),
                u32(IFLA_GSO_MAX_SEGS, "IFLA_GSO_MAX_SEGS").key("gso_max_segs"),
                u32(IFLA_GSO_MAX_SIZE, "IFLA_GSO_MAX_SIZE").key("gso_max_size"),
                binary(IFLA_PAD, "IFLA_PAD"),
                nest(IFLA_XDP, "IFLA_XDP", () -> IflaXdp.ATTRIBUTES).unmarked().key("xdp").shown(Ifla::xdp),
                u32(IFLA_EVENT, "IFLA_EVENT"),
                s32(IFLA_NEW_NETNSID, "IFLA_NEW_NETNSID"),
                s32(IFLA_TARGET_NETNSID, "IFLA_TARGET_NETNSID"),
                u32(IFLA_CARRIER_UP_COUNT, "IFLA_CARRIER_UP_COUNT"),
                u32(IFLA_CARRIER_DOWN_COUNT, "IFLA_CARRIER_DOWN_COUNT"),
                s32(IFLA_NEW_IFINDEX, "IFLA_NEW_IFINDEX"),
                u32(IFLA_MIN_MTU, "IFLA_MIN_MTU").key("min_mtu"),
                u32(IFLA_MAX_MTU, "IFLA_MAX_MTU").key("max_mtu"),
                nest(IFLA_PROP_LIST, "IFLA_PROP_LIST", () -> PROPERTIES).key("altnames").shown(Ifla::alternativeNames),
                string(IFLA_ALT_IFNAME, "IFLA_ALT_IFNAME").atMost(128),
                lladdr(IFLA_PERM_ADDRESS, "IFLA_PERM_ADDRESS").atMost(32).key("permaddr").shown(Ifla::permanentAddress),
                nest(IFLA_PROTO_DOWN_REASON, "IFLA_PROTO_DOWN_REASON", () -> PROTO_DOWN_REASONS).key("proto_down_reason")
                        .shown(Ifla::reasons),
                string(IFLA_PARENT_DEV_NAME, "IFLA_PARENT_DEV_NAME").key("parentdev"),
                string(IFLA_PARENT_DEV_BUS_NAME, "IFLA_PARENT_DEV_BUS_NAME").key("parentbus"),
                u32(IFLA_GRO_MAX_SIZE, "IFLA_GRO_MAX_SIZE").key("gro_max_size"),
                u32(IFLA_TSO_MAX_SIZE, "IFLA_TSO_MAX_SIZE").key("tso_max_size"),
                u32(IFLA_TSO_MAX_SEGS, "IFLA_TSO_MAX_SEGS").key("tso_max_segs"),
                u32(IFLA_ALLMULTI, "IFLA_ALLMULTI").key("allmulti"),
                nest(IFLA_DEVLINK_PORT, "IFLA_DEVLINK_PORT", () -> AttributeSet.UNKNOWN),
                u32(IFLA_GSO_IPV4_MAX_SIZE, "IFLA_GSO_IPV4_MAX_SIZE"),
                u32(IFLA_GRO_IPV4_MAX_SIZE, "IFLA_GRO_IPV4_MAX_SIZE"),
                nest(IFLA_DPLL_PIN, "IFLA_DPLL_PIN", () -> AttributeSet.UNKNOWN),
                uint(IFLA_MAX_PACING_OFFLOAD_HORIZON, "IFLA_MAX_PACING_OFFLOAD_HORIZON"),
                u8(IFLA_NETNS_IMMUTABLE, "IFLA_NETNS_IMMUTABLE"),
                u16(IFLA_HEADROOM, "IFLA_HEADROOM"),
                u16(IFLA_TAILROOM, "IFLA_TAILROOM"),
                nest(IFLA_PROTINFO, "IFLA_PROTINFO", protocol),
                nest(IFLA_AF_SPEC, "IFLA_AF_SPEC", families).unmarked().key(""));
    }

    private static Optional<Object> lower(Attributes link, int number) {
        int lower = link.integer(number).orElse(0);
        if (lower == 0) {
            return Optional.of(Map.of("link", Optional.empty()));
        }
        return Optional.of(link.has(IFLA_LINK_NETNSID) ? Map.of("link_index", lower) : Map.of("link", new LinkIndex(lower)));
    }

    private static Optional<LinkGroup> group(Attributes link, int number) {
        return link.number(number).stream().mapToObj(LinkGroup::new).findFirst();
    }

    /** All reasons; ip 6.1 reads the lowest eight only. */
    private static Optional<List<String>> reasons(Attributes link, int number) {
        long reasons = link.nest(number).map(nest -> nest.number(IFLA_PROTO_DOWN_REASON_VALUE)).orElse(OptionalLong.empty()).orElse(0);
        List<String> bits = IntStream.range(0, Integer.SIZE).filter(bit -> (reasons >>> bit & 1) != 0)
                .mapToObj(Integer::toString).toList();
        return Optional.of(bits).filter(list -> !list.isEmpty());
    }

    private static Optional<Map<String, Object>> xdp(Attributes link, int number) {
        return link.nest(number).map(LinkXdp::new).filter(LinkXdp::isAttached).map(LinkXdp::members);
    }

    private static Optional<List<Map<String, Object>>> functions(Attributes link, int number) {
        return link.has(IFLA_NUM_VF)
                ? link.nest(number).map(list -> list.nests(IflaVf.IFLA_VF_INFO).stream().map(VirtualFunction::new)
                        .map(VirtualFunction::members).toList())
                : Optional.empty();
    }

    private static Optional<List<String>> alternativeNames(Attributes link, int number) {
        return link.nest(number).map(properties -> properties.texts(IFLA_ALT_IFNAME));
    }

    private static Optional<String> permanentAddress(Attributes link, int number) {
        Optional<byte[]> permanent = link.payload(number);
        Optional<byte[]> current = link.payload(IFLA_ADDRESS);
        return permanent.filter(address -> current.isEmpty() || !Arrays.equals(address, current.get()))
                .map(Renderings::octets);
    }
}
