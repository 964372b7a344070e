package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u32be;
import static org.netlink4j.core.schema.AttributeSpec.u64be;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.fieldBe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.json.Numbers;

/** Attributes of VXLAN devices: {@code IFLA_VXLAN_*} of {@code linux/if_link.h}. */
public final class IflaVxlan {
    /** u32: network identifier, 24 bits. */
    public static final int IFLA_VXLAN_ID = 1;

    /** IPv4 address: where frames to unknown addresses go, a group or another end. */
    public static final int IFLA_VXLAN_GROUP = 2;

    /** u32: index of the lower device. */
    public static final int IFLA_VXLAN_LINK = 3;

    /** IPv4 address: source address. */
    public static final int IFLA_VXLAN_LOCAL = 4;

    /** u8: time to live; 0 for the default. */
    public static final int IFLA_VXLAN_TTL = 5;

    /** u8: type of service; 1 to inherit it. */
    public static final int IFLA_VXLAN_TOS = 6;

    /** u8: 1 to learn addresses from received frames. */
    public static final int IFLA_VXLAN_LEARNING = 7;

    /** u32: seconds that a learnt address is kept. */
    public static final int IFLA_VXLAN_AGEING = 8;

    /** u32: largest number of addresses, 0 for no limit. */
    public static final int IFLA_VXLAN_LIMIT = 9;

    /** {@code struct ifla_vxlan_port_range}: lowest and highest source port, u16 each in network order. */
    public static final int IFLA_VXLAN_PORT_RANGE = 10;

    /** u8: 1 to answer ARP requests. */
    public static final int IFLA_VXLAN_PROXY = 11;

    /** u8: 1 to route short-cut. */
    public static final int IFLA_VXLAN_RSC = 12;

    /** u8: 1 to notify of unknown MAC addresses. */
    public static final int IFLA_VXLAN_L2MISS = 13;

    /** u8: 1 to notify of unknown IP addresses. */
    public static final int IFLA_VXLAN_L3MISS = 14;

    /** u16 in network order: destination port. */
    public static final int IFLA_VXLAN_PORT = 15;

    /** IPv6 address: as {@link #IFLA_VXLAN_GROUP}. */
    public static final int IFLA_VXLAN_GROUP6 = 16;

    /** IPv6 address: source address. */
    public static final int IFLA_VXLAN_LOCAL6 = 17;

    /** u8: 1 to send UDP checksums over IPv4. */
    public static final int IFLA_VXLAN_UDP_CSUM = 18;

    /** u8: 1 to send no UDP checksums over IPv6. */
    public static final int IFLA_VXLAN_UDP_ZERO_CSUM6_TX = 19;

    /** u8: 1 to accept packets over IPv6 without UDP checksum. */
    public static final int IFLA_VXLAN_UDP_ZERO_CSUM6_RX = 20;

    /** u8: 1 to offload checksums to the other end. */
    public static final int IFLA_VXLAN_REMCSUM_TX = 21;

    /** u8: 1 to accept checksums that the other end offloads. */
    public static final int IFLA_VXLAN_REMCSUM_RX = 22;

    /** Flag: the header carries a group policy. */
    public static final int IFLA_VXLAN_GBP = 23;

    /** Flag: compute offloaded checksums at once. */
    public static final int IFLA_VXLAN_REMCSUM_NOPARTIAL = 24;

    /** u8: 1 if routes and filters say where frames go. */
    public static final int IFLA_VXLAN_COLLECT_METADATA = 25;

    /** u32 in network order: IPv6 flow label, 20 bits. */
    public static final int IFLA_VXLAN_LABEL = 26;

    /** Flag: the header names the protocol that follows. */
    public static final int IFLA_VXLAN_GPE = 27;

    /** Flag in requests, u8 in answers: time to live of the packet inside. */
    public static final int IFLA_VXLAN_TTL_INHERIT = 28;

    /** u8: the bit against fragmentation, {@code VXLAN_DF_*}. */
    public static final int IFLA_VXLAN_DF = 29;

    /** u8: 1 to accept a list of network identifiers only; since Linux 5.18. */
    public static final int IFLA_VXLAN_VNIFILTER = 30;

    /** u8: 1 to hand frames for this host over directly; since Linux 6.5. */
    public static final int IFLA_VXLAN_LOCALBYPASS = 31;

    /** u32: where the flow label comes from, 0 {@link #IFLA_VXLAN_LABEL}, 1 the packet inside; since Linux 6.7. */
    public static final int IFLA_VXLAN_LABEL_POLICY = 32;

    /** u64 in network order: header bits that senders may set; since Linux 6.14. */
    public static final int IFLA_VXLAN_RESERVED_BITS = 33;

    /** u8: 1 to route to groups by the multicast routing table; since Linux 6.17. */
    public static final int IFLA_VXLAN_MC_ROUTE = 34;

    /** Value of {@link #IFLA_VXLAN_DF}: clear. */
    public static final int VXLAN_DF_UNSET = 0;

    /** Value of {@link #IFLA_VXLAN_DF}: set. */
    public static final int VXLAN_DF_SET = 1;

    /** Value of {@link #IFLA_VXLAN_DF}: that of the packet inside. */
    public static final int VXLAN_DF_INHERIT = 2;

    private static final StructSpec PORT_RANGE = new StructSpec("ifla_vxlan_port_range", 4, List.of(
            fieldBe("low", 0, AttributeType.U16),
            fieldBe("high", 2, AttributeType.U16)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_VXLAN",
            u32(IFLA_VXLAN_ID, "IFLA_VXLAN_ID").key("id"),
            ipv4(IFLA_VXLAN_GROUP, "IFLA_VXLAN_GROUP").key("").shown(IflaVxlan::remote),
            u32(IFLA_VXLAN_LINK, "IFLA_VXLAN_LINK").key("link").shown(Renderings::someIndex),
            ipv4(IFLA_VXLAN_LOCAL, "IFLA_VXLAN_LOCAL").key("local").shown(Renderings::address),
            u8(IFLA_VXLAN_TTL, "IFLA_VXLAN_TTL").key("ttl").shown(IflaVxlan::ttl),
            u8(IFLA_VXLAN_TOS, "IFLA_VXLAN_TOS").key("tos").shown(Renderings::nonZeroHex),
            u8(IFLA_VXLAN_LEARNING, "IFLA_VXLAN_LEARNING").key("learning").shown(Numbers::truth),
            u32(IFLA_VXLAN_AGEING, "IFLA_VXLAN_AGEING").key("ageing"),
            u32(IFLA_VXLAN_LIMIT, "IFLA_VXLAN_LIMIT").key("limit").shown(Numbers::nonZero),
            struct(IFLA_VXLAN_PORT_RANGE, "IFLA_VXLAN_PORT_RANGE", PORT_RANGE).key("port_range").shown(Renderings::portRange),
            u8(IFLA_VXLAN_PROXY, "IFLA_VXLAN_PROXY").key("proxy").shown(Numbers::onlyTrue),
            u8(IFLA_VXLAN_RSC, "IFLA_VXLAN_RSC").key("rsc").shown(Numbers::onlyTrue),
            u8(IFLA_VXLAN_L2MISS, "IFLA_VXLAN_L2MISS").key("l2miss").shown(Numbers::onlyTrue),
            u8(IFLA_VXLAN_L3MISS, "IFLA_VXLAN_L3MISS").key("l3miss").shown(Numbers::onlyTrue),
            u16be(IFLA_VXLAN_PORT, "IFLA_VXLAN_PORT").key("port"),
            ipv6(IFLA_VXLAN_GROUP6, "IFLA_VXLAN_GROUP6").key("").shown(IflaVxlan::remote6),
            ipv6(IFLA_VXLAN_LOCAL6, "IFLA_VXLAN_LOCAL6").key("local6").shown(Renderings::address),
            u8(IFLA_VXLAN_UDP_CSUM, "IFLA_VXLAN_UDP_CSUM").key("udp_csum").shown(Numbers::truth),
            u8(IFLA_VXLAN_UDP_ZERO_CSUM6_TX, "IFLA_VXLAN_UDP_ZERO_CSUM6_TX").key("udp_zero_csum6_tx").shown(Numbers::truth),
            u8(IFLA_VXLAN_UDP_ZERO_CSUM6_RX, "IFLA_VXLAN_UDP_ZERO_CSUM6_RX").key("udp_zero_csum6_rx").shown(Numbers::truth),
            u8(IFLA_VXLAN_REMCSUM_TX, "IFLA_VXLAN_REMCSUM_TX").key("remcsum_tx").shown(Numbers::onlyTrue),
            u8(IFLA_VXLAN_REMCSUM_RX, "IFLA_VXLAN_REMCSUM_RX").key("remcsum_rx").shown(Numbers::onlyTrue),
            flag(IFLA_VXLAN_GBP, "IFLA_VXLAN_GBP").key("gbp"),
            flag(IFLA_VXLAN_REMCSUM_NOPARTIAL, "IFLA_VXLAN_REMCSUM_NOPARTIAL"),
            u8(IFLA_VXLAN_COLLECT_METADATA, "IFLA_VXLAN_COLLECT_METADATA").key("external").shown(Numbers::onlyTrue),
            u32be(IFLA_VXLAN_LABEL, "IFLA_VXLAN_LABEL").key("label").shown(Renderings::nonZeroHex),
            flag(IFLA_VXLAN_GPE, "IFLA_VXLAN_GPE").key("gpe"),
            binary(IFLA_VXLAN_TTL_INHERIT, "IFLA_VXLAN_TTL_INHERIT").atMost(1),
            u8(IFLA_VXLAN_DF, "IFLA_VXLAN_DF").key("df").words(Renderings.words("unset", "set", "inherit")),
            u8(IFLA_VXLAN_VNIFILTER, "IFLA_VXLAN_VNIFILTER").key("vnifilter").shown(Numbers::onlyTrue),
            u8(IFLA_VXLAN_LOCALBYPASS, "IFLA_VXLAN_LOCALBYPASS"),
            u32(IFLA_VXLAN_LABEL_POLICY, "IFLA_VXLAN_LABEL_POLICY"),
            u64be(IFLA_VXLAN_RESERVED_BITS, "IFLA_VXLAN_RESERVED_BITS"),
            u8(IFLA_VXLAN_MC_ROUTE, "IFLA_VXLAN_MC_ROUTE"));

    private IflaVxlan() {}

    private static Optional<Map<String, String>> remote(Attributes data, int number, String version) {
        return data.ip(number)
                .filter(address -> !address.isUnspecified())
                .map(address -> Map.of((address.isMulticast() ? "group" : "remote") + version, address.toString()));
    }

    private static Optional<Map<String, String>> remote(Attributes data, int number) {
        return remote(data, number, "");
    }

    private static Optional<Map<String, String>> remote6(Attributes data, int number) {
        return remote(data, number, "6");
    }

    static boolean inheritsTtl(Attributes data) {
        return data.payload(IFLA_VXLAN_TTL_INHERIT).filter(flag -> flag.length == 0 || flag[0] != 0).isPresent();
    }

    private static Optional<Integer> ttl(Attributes data, int number) {
        return inheritsTtl(data) ? Optional.empty() : data.integer(number).stream().boxed().findFirst();
    }
}
