package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_CLASSID;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_IN_HW_COUNT;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ARP_OP;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ARP_SHA;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ARP_SIP;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ARP_THA;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ARP_TIP;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CFM;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_FLAGS_ESTABLISHED;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_FLAGS_INVALID;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_FLAGS_NEW;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_FLAGS_RELATED;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_FLAGS_REPLY;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_FLAGS_TRACKED;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_LABELS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_LABELS_MASK;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_MARK;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_STATE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_STATE_MASK;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_ZONE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CVLAN_ETH_TYPE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CVLAN_ID;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CVLAN_PRIO;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_FLAGS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_IPV4_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_IPV4_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_IPV6_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_IPV6_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_IP_TOS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_IP_TTL;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_KEY_ID;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_OPTS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_OPTS_MASK;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_UDP_DST_PORT;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_UDP_SRC_PORT;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ETH_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ETH_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ETH_TYPE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_FLAGS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_FLAGS_FRAG_IS_FIRST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_FLAGS_IS_FRAGMENT;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_FLAGS_TUNNEL_CRIT_OPT;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_FLAGS_TUNNEL_CSUM;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_FLAGS_TUNNEL_DONT_FRAGMENT;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_FLAGS_TUNNEL_OAM;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_HASH;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ICMPV4_CODE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ICMPV4_TYPE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ICMPV6_CODE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ICMPV6_TYPE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IPV4_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IPV4_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IPV6_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IPV6_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IP_PROTO;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IP_TOS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IP_TTL;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_L2TPV3_SID;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_MPLS_BOS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_MPLS_LABEL;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_MPLS_OPTS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_MPLS_OPTS_LSE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_MPLS_TC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_MPLS_TTL;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_NUM_OF_VLANS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_PORT_DST_MAX;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_PORT_DST_MIN;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_PORT_SRC_MAX;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_PORT_SRC_MIN;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_PPPOE_SID;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_PPP_PROTO;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_SCTP_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_SCTP_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_SPI;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_TCP_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_TCP_FLAGS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_TCP_FLAGS_MASK;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_TCP_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_UDP_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_UDP_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_VLAN_ETH_TYPE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_VLAN_ID;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_VLAN_PRIO;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_L2_MISS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.tc.TcH;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** How a filter flower stands in JSON: one row for each member of {@code "keys"}, whatever attributes it is made of. */
final class FlowerJson {
    /** A row: puts its members, if the attributes are there. */
    @FunctionalInterface
    private interface Row {
        void put(Attributes data, Map<String, Object> members);
    }

    private static final int HARDWARE_CLASSES = 16;

    private static final Map<Long, String> ETHERNET_TYPES = Map.of(0x800L, "ipv4", 0x806L, "arp", 0x86ddL, "ipv6");

    private static final Map<Long, String> IP_PROTOCOLS =
            Map.of(1L, "icmp", 6L, "tcp", 17L, "udp", 58L, "icmpv6", 115L, "l2tp", 132L, "sctp");

    private static final Map<Long, String> ARP_OPERATIONS = Map.of(1L, "request", 2L, "reply");

    private static final Map<Long, String> PPP_PROTOCOLS = Map.of(0x21L, "ip", 0x57L, "ipv6", 0x281L, "mpls_uc", 0x283L, "mpls_mc");

    private static final List<Map.Entry<Integer, String>> CONNECTION_STATES = List.of(
            Map.entry(TCA_FLOWER_KEY_CT_FLAGS_TRACKED, "trk"), Map.entry(TCA_FLOWER_KEY_CT_FLAGS_NEW, "new"),
            Map.entry(TCA_FLOWER_KEY_CT_FLAGS_ESTABLISHED, "est"), Map.entry(TCA_FLOWER_KEY_CT_FLAGS_RELATED, "rel"),
            Map.entry(TCA_FLOWER_KEY_CT_FLAGS_INVALID, "inv"), Map.entry(TCA_FLOWER_KEY_CT_FLAGS_REPLY, "rpl"));

    private static final List<Map.Entry<Integer, String>> PACKET_FLAGS = List.of(
            Map.entry(TCA_FLOWER_KEY_FLAGS_IS_FRAGMENT, "frag"), Map.entry(TCA_FLOWER_KEY_FLAGS_FRAG_IS_FIRST, "firstfrag"));

    private static final List<Map.Entry<Integer, String>> TUNNEL_FLAGS = List.of(
            Map.entry(TCA_FLOWER_KEY_FLAGS_TUNNEL_CSUM, "tuncsum"), Map.entry(TCA_FLOWER_KEY_FLAGS_TUNNEL_DONT_FRAGMENT, "tundf"),
            Map.entry(TCA_FLOWER_KEY_FLAGS_TUNNEL_OAM, "tunoam"), Map.entry(TCA_FLOWER_KEY_FLAGS_TUNNEL_CRIT_OPT, "tuncrit"));

    private static final List<Row> ROWS = List.of(
            number("num_of_vlans", TCA_FLOWER_KEY_NUM_OF_VLANS),
            number("vlan_id", TCA_FLOWER_KEY_VLAN_ID),
            number("vlan_prio", TCA_FLOWER_KEY_VLAN_PRIO),
            shown("vlan_ethtype", TCA_FLOWER_KEY_VLAN_ETH_TYPE, FlowerJson::etherType),
            number("cvlan_id", TCA_FLOWER_KEY_CVLAN_ID),
            number("cvlan_prio", TCA_FLOWER_KEY_CVLAN_PRIO),
            shown("cvlan_ethtype", TCA_FLOWER_KEY_CVLAN_ETH_TYPE, FlowerJson::etherType),
            address("dst_mac", TCA_FLOWER_KEY_ETH_DST),
            address("src_mac", TCA_FLOWER_KEY_ETH_SRC),
            shown("eth_type", TCA_FLOWER_KEY_ETH_TYPE, type -> ETHERNET_TYPES.getOrDefault(type, "%04x".formatted(type))),
            shown("ip_proto", TCA_FLOWER_KEY_IP_PROTO, type -> IP_PROTOCOLS.getOrDefault(type, "%02x".formatted(type))),
            masked("ip_tos", TCA_FLOWER_KEY_IP_TOS),
            masked("ip_ttl", TCA_FLOWER_KEY_IP_TTL),
            number("mpls_label", TCA_FLOWER_KEY_MPLS_LABEL),
            shown("mpls_tc", TCA_FLOWER_KEY_MPLS_TC, Long::toString),
            shown("mpls_bos", TCA_FLOWER_KEY_MPLS_BOS, Long::toString),
            shown("mpls_ttl", TCA_FLOWER_KEY_MPLS_TTL, Long::toString),
            FlowerJson::labels,
            address("dst_ip", TCA_FLOWER_KEY_IPV4_DST),
            address("dst_ip", TCA_FLOWER_KEY_IPV6_DST),
            address("src_ip", TCA_FLOWER_KEY_IPV4_SRC),
            address("src_ip", TCA_FLOWER_KEY_IPV6_SRC),
            masked("dst_port", TCA_FLOWER_KEY_TCP_DST),
            masked("dst_port", TCA_FLOWER_KEY_UDP_DST),
            masked("dst_port", TCA_FLOWER_KEY_SCTP_DST),
            range("dst_port", TCA_FLOWER_KEY_PORT_DST_MIN, TCA_FLOWER_KEY_PORT_DST_MAX),
            masked("src_port", TCA_FLOWER_KEY_TCP_SRC),
            masked("src_port", TCA_FLOWER_KEY_UDP_SRC),
            masked("src_port", TCA_FLOWER_KEY_SCTP_SRC),
            range("src_port", TCA_FLOWER_KEY_PORT_SRC_MIN, TCA_FLOWER_KEY_PORT_SRC_MAX),
            FlowerJson::tcpFlags,
            maskedText("icmp_type", TCA_FLOWER_KEY_ICMPV4_TYPE),
            maskedText("icmp_code", TCA_FLOWER_KEY_ICMPV4_CODE),
            maskedText("icmp_type", TCA_FLOWER_KEY_ICMPV6_TYPE),
            maskedText("icmp_code", TCA_FLOWER_KEY_ICMPV6_CODE),
            address("arp_sip", TCA_FLOWER_KEY_ARP_SIP),
            address("arp_tip", TCA_FLOWER_KEY_ARP_TIP),
            shown("arp_op", TCA_FLOWER_KEY_ARP_OP, type -> ARP_OPERATIONS.getOrDefault(type, Long.toString(type))),
            address("arp_sha", TCA_FLOWER_KEY_ARP_SHA),
            address("arp_tha", TCA_FLOWER_KEY_ARP_THA),
            number("pppoe_sid", TCA_FLOWER_KEY_PPPOE_SID),
            shown("ppp_proto", TCA_FLOWER_KEY_PPP_PROTO, type -> PPP_PROTOCOLS.getOrDefault(type, "[" + type + "]")),
            number("l2tpv3_sid", TCA_FLOWER_KEY_L2TPV3_SID),
            address("enc_dst_ip", TCA_FLOWER_KEY_ENC_IPV4_DST),
            address("enc_dst_ip", TCA_FLOWER_KEY_ENC_IPV6_DST),
            address("enc_src_ip", TCA_FLOWER_KEY_ENC_IPV4_SRC),
            address("enc_src_ip", TCA_FLOWER_KEY_ENC_IPV6_SRC),
            number("enc_key_id", TCA_FLOWER_KEY_ENC_KEY_ID),
            number("enc_dst_port", TCA_FLOWER_KEY_ENC_UDP_DST_PORT),
            number("enc_src_port", TCA_FLOWER_KEY_ENC_UDP_SRC_PORT),
            masked("enc_tos", TCA_FLOWER_KEY_ENC_IP_TOS),
            masked("enc_ttl", TCA_FLOWER_KEY_ENC_IP_TTL),
            options("key", TCA_FLOWER_KEY_ENC_OPTS),
            options("mask", TCA_FLOWER_KEY_ENC_OPTS_MASK),
            flags("ip_flags", TCA_FLOWER_KEY_FLAGS, PACKET_FLAGS),
            flags("enc_flags", TCA_FLOWER_KEY_ENC_FLAGS, TUNNEL_FLAGS),
            FlowerJson::connection,
            masked("ct_zone", TCA_FLOWER_KEY_CT_ZONE),
            masked("ct_mark", TCA_FLOWER_KEY_CT_MARK),
            FlowerJson::label,
            masked("hash", TCA_FLOWER_KEY_HASH),
            masked("spi", TCA_FLOWER_KEY_SPI),
            number("l2_miss", TCA_FLOWER_L2_MISS),
            (data, members) -> data.nest(TCA_FLOWER_KEY_CFM).ifPresent(cfm -> members.put("cfm", cfm.values())));

    private FlowerJson() {}

    static Map<String, Object> of(Attributes data) {
        Map<String, Object> keys = new LinkedHashMap<>();
        ROWS.forEach(row -> row.put(data, keys));
        Map<String, Object> all = new LinkedHashMap<>(data.values()); // class, device and flags
        hardwareClass(data).ifPresent(number -> {
            all.remove("classid");
            all.put("hw_tc", number);
        });
        all.put("keys", keys);
        data.number(TCA_FLOWER_IN_HW_COUNT).stream().filter(count -> count != 0).forEach(count -> all.put("in_hw_count", count));
        return all;
    }

    /** A traffic class of the hardware is said as a class with one of the last minor numbers. */
    private static OptionalInt hardwareClass(Attributes data) {
        return data.integer(TCA_FLOWER_CLASSID).stream()
                .map(handle -> new TcHandle(handle).minor() - TcH.TC_H_MIN_PRIORITY)
                .filter(number -> number >= 0 && number < HARDWARE_CLASSES)
                .findFirst();
    }

    private static Row shown(String key, int number, LongFunction<String> text) {
        return (data, members) -> data.number(number).ifPresent(value -> members.putIfAbsent(key, text.apply(value)));
    }

    private static Row number(String key, int number) {
        return (data, members) -> data.number(number).ifPresent(value -> members.putIfAbsent(key, value));
    }

    private static String etherType(long type) {
        return new EtherType((int) type).toString();
    }

    /** The mask of a number, if not all its bits count. */
    private static OptionalLong partialMask(Attributes data, int number) {
        OptionalInt mask = FlowerKeys.mask(number);
        if (mask.isEmpty() || allOnes(data.payload(mask.getAsInt()))) {
            return OptionalLong.empty();
        }
        return data.number(mask.getAsInt());
    }

    private static boolean allOnes(Optional<byte[]> mask) {
        return mask.isEmpty() || prefixLength(mask.get()).orElse(0) == mask.get().length * Byte.SIZE;
    }

    private static Row masked(String key, int number) {
        return (data, members) -> data.number(number).ifPresent(value -> {
            members.putIfAbsent(key, value);
            partialMask(data, number).ifPresent(mask -> members.putIfAbsent(key + "_mask", Long.toHexString(mask)));
        });
    }

    private static Row maskedText(String key, int number) {
        return (data, members) -> data.number(number).ifPresent(value -> {
            OptionalLong mask = partialMask(data, number);
            members.putIfAbsent(key, value + (mask.isPresent() ? "/" + Long.toHexString(mask.getAsLong()) : ""));
        });
    }

    /** An address, with the length of its mask or the mask itself if not all bits count. */
    private static Row address(String key, int number) {
        return (data, members) -> data.payload(number).ifPresent(address -> {
            Optional<byte[]> mask = data.payload(FlowerKeys.requireMask(number));
            members.putIfAbsent(key, text(address) + (allOnes(mask) ? "" : "/" + maskText(mask.orElseThrow())));
        });
    }

    private static String text(byte[] address) {
        if (address.length == MacAddress.LENGTH) {
            return MacAddress.of(address).toString();
        }
        return IpAddress.isLength(address.length) ? IpAddress.of(address).toString() : Octets.of(address).toString();
    }

    private static String maskText(byte[] mask) {
        OptionalInt length = prefixLength(mask);
        return length.isPresent() ? Integer.toString(length.getAsInt()) : text(mask);
    }

    /** How many bits a mask has, if they are the first ones. */
    private static OptionalInt prefixLength(byte[] mask) {
        int length = 0;
        while (length < mask.length * Byte.SIZE && bit(mask, length)) {
            length++;
        }
        for (int bit = length; bit < mask.length * Byte.SIZE; bit++) {
            if (bit(mask, bit)) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(length);
    }

    private static boolean bit(byte[] mask, int bit) {
        return (mask[bit / Byte.SIZE] & 0x80 >>> bit % Byte.SIZE) != 0;
    }

    private static Row range(String key, int first, int last) {
        return (data, members) -> {
            if (data.has(first) && data.has(last)) {
                Map<String, Object> ports = new LinkedHashMap<>();
                data.number(first).ifPresent(port -> ports.put("start", port));
                data.number(last).ifPresent(port -> ports.put("end", port));
                members.putIfAbsent(key, ports);
            }
        };
    }

    private static void tcpFlags(Attributes data, Map<String, Object> members) {
        data.number(TCA_FLOWER_KEY_TCP_FLAGS).ifPresent(flags -> {
            OptionalLong mask = data.number(TCA_FLOWER_KEY_TCP_FLAGS_MASK);
            members.put("tcp_flags", "0x" + Long.toHexString(flags)
                    + (mask.isPresent() ? "/" + Long.toHexString(mask.getAsLong()) : ""));
        });
    }

    private static Row flags(String key, int number, List<Map.Entry<Integer, String>> words) {
        return (data, members) -> data.number(number).ifPresent(flags -> {
            long mask = data.number(FlowerKeys.requireMask(number)).orElse(0);
            Map<String, Object> values = new LinkedHashMap<>();
            for (Map.Entry<Integer, String> word : words) {
                if ((mask & word.getKey()) != 0) {
                    values.put(word.getValue(), (flags & word.getKey()) != 0);
                }
            }
            members.put(key, values);
        });
    }

    private static void connection(Attributes data, Map<String, Object> members) {
        data.number(TCA_FLOWER_KEY_CT_STATE).ifPresent(state -> {
            long mask = data.number(TCA_FLOWER_KEY_CT_STATE_MASK).orElse(state);
            StringBuilder words = new StringBuilder();
            for (Map.Entry<Integer, String> word : CONNECTION_STATES) {
                if ((mask & word.getKey()) != 0) {
                    words.append((state & word.getKey()) != 0 ? '+' : '-').append(word.getValue());
                }
            }
            members.put("ct_state", words.toString());
        });
    }

    private static void label(Attributes data, Map<String, Object> members) {
        TcJson.maskedBytes(data, TCA_FLOWER_KEY_CT_LABELS, TCA_FLOWER_KEY_CT_LABELS_MASK)
                .ifPresent(label -> members.put("ct_label", label));
    }

    private static void labels(Attributes data, Map<String, Object> members) {
        data.nest(TCA_FLOWER_KEY_MPLS_OPTS).ifPresent(list -> {
            List<Map<String, Object>> headers = new ArrayList<>();
            list.nests(TCA_FLOWER_KEY_MPLS_OPTS_LSE).forEach(header -> headers.add(header.values()));
            members.put("mpls", headers);
        });
    }

    /** A list for each kind of tunnel, and another for its masks. */
    private static Row options(String what, int number) {
        return (data, members) -> data.nest(number).ifPresent(options -> {
            for (AttributeSpec kind : TcaFlower.OPTIONS.specs()) {
                List<Map<String, Object>> all = TcJson.tunnelOptions(options.nests(kind.number()));
                if (!all.isEmpty()) {
                    members.put(TcJson.tunnelName(kind) + "_opt_" + what, all);
                }
            }
        });
    }
}
