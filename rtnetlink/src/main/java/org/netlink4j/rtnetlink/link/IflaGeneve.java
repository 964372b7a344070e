package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u32be;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.fieldBe;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.json.Numbers;

/** Attributes of Geneve devices: {@code IFLA_GENEVE_*} of {@code linux/if_link.h}. */
public final class IflaGeneve {
    /** u32: network identifier, 24 bits. */
    public static final int IFLA_GENEVE_ID = 1;

    /** IPv4 address: the other end. */
    public static final int IFLA_GENEVE_REMOTE = 2;

    /** u8: time to live; 0 for the default. */
    public static final int IFLA_GENEVE_TTL = 3;

    /** u8: type of service; 1 to inherit it. */
    public static final int IFLA_GENEVE_TOS = 4;

    /** u16 in network order: destination port. */
    public static final int IFLA_GENEVE_PORT = 5;

    /** Flag: routes and filters say where frames go. */
    public static final int IFLA_GENEVE_COLLECT_METADATA = 6;

    /** IPv6 address: the other end. */
    public static final int IFLA_GENEVE_REMOTE6 = 7;

    /** u8: 1 to send UDP checksums over IPv4. */
    public static final int IFLA_GENEVE_UDP_CSUM = 8;

    /** u8: 1 to send no UDP checksums over IPv6. */
    public static final int IFLA_GENEVE_UDP_ZERO_CSUM6_TX = 9;

    /** u8: 1 to accept packets over IPv6 without UDP checksum. */
    public static final int IFLA_GENEVE_UDP_ZERO_CSUM6_RX = 10;

    /** u32 in network order: IPv6 flow label, 20 bits. */
    public static final int IFLA_GENEVE_LABEL = 11;

    /** u8: 1 for the time to live of the packet inside. */
    public static final int IFLA_GENEVE_TTL_INHERIT = 12;

    /** u8: the bit against fragmentation, {@code GENEVE_DF_*}. */
    public static final int IFLA_GENEVE_DF = 13;

    /** Flag: carry IP packets without Ethernet header; since Linux 5.18. */
    public static final int IFLA_GENEVE_INNER_PROTO_INHERIT = 14;

    /** {@code struct ifla_geneve_port_range}, since Linux 6.15: lowest and highest source port, u16 each in network order. */
    public static final int IFLA_GENEVE_PORT_RANGE = 15;

    /** Flag: add a hint for receive offload; newer than Linux 6.18. */
    public static final int IFLA_GENEVE_GRO_HINT = 16;

    /** IPv4 address: source address; newer than Linux 6.18. */
    public static final int IFLA_GENEVE_LOCAL = 17;

    /** IPv6 address: source address; newer than Linux 6.18. */
    public static final int IFLA_GENEVE_LOCAL6 = 18;

    /** Value of {@link #IFLA_GENEVE_DF}: clear. */
    public static final int GENEVE_DF_UNSET = 0;

    /** Value of {@link #IFLA_GENEVE_DF}: set. */
    public static final int GENEVE_DF_SET = 1;

    /** Value of {@link #IFLA_GENEVE_DF}: that of the packet inside. */
    public static final int GENEVE_DF_INHERIT = 2;

    private static final StructSpec PORT_RANGE = new StructSpec("ifla_geneve_port_range", 4, List.of(
            fieldBe("low", 0, AttributeType.U16),
            fieldBe("high", 2, AttributeType.U16)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_GENEVE",
            u32(IFLA_GENEVE_ID, "IFLA_GENEVE_ID").key("id"),
            ipv4(IFLA_GENEVE_REMOTE, "IFLA_GENEVE_REMOTE").key("remote").shown(Renderings::address),
            u8(IFLA_GENEVE_TTL, "IFLA_GENEVE_TTL").key("ttl").shown(IflaGeneve::ttl),
            u8(IFLA_GENEVE_TOS, "IFLA_GENEVE_TOS").key("tos").shown(Renderings::nonZeroHex),
            u16be(IFLA_GENEVE_PORT, "IFLA_GENEVE_PORT").key("port"),
            flag(IFLA_GENEVE_COLLECT_METADATA, "IFLA_GENEVE_COLLECT_METADATA").key("external"),
            ipv6(IFLA_GENEVE_REMOTE6, "IFLA_GENEVE_REMOTE6").key("remote6").shown(Renderings::address),
            u8(IFLA_GENEVE_UDP_CSUM, "IFLA_GENEVE_UDP_CSUM").key("udp_csum").shown(Numbers::truth),
            u8(IFLA_GENEVE_UDP_ZERO_CSUM6_TX, "IFLA_GENEVE_UDP_ZERO_CSUM6_TX").key("udp_zero_csum6_tx")
                    .shown(Numbers::truth),
            u8(IFLA_GENEVE_UDP_ZERO_CSUM6_RX, "IFLA_GENEVE_UDP_ZERO_CSUM6_RX").key("udp_zero_csum6_rx")
                    .shown(Numbers::truth),
            u32be(IFLA_GENEVE_LABEL, "IFLA_GENEVE_LABEL").key("label").shown(Renderings::nonZeroHex),
            u8(IFLA_GENEVE_TTL_INHERIT, "IFLA_GENEVE_TTL_INHERIT"),
            u8(IFLA_GENEVE_DF, "IFLA_GENEVE_DF").key("df").words(Renderings.words("unset", "set", "inherit")),
            flag(IFLA_GENEVE_INNER_PROTO_INHERIT, "IFLA_GENEVE_INNER_PROTO_INHERIT").key("inner_proto_inherit"),
            struct(IFLA_GENEVE_PORT_RANGE, "IFLA_GENEVE_PORT_RANGE", PORT_RANGE).key("port_range").shown(Renderings::portRange),
            flag(IFLA_GENEVE_GRO_HINT, "IFLA_GENEVE_GRO_HINT"),
            ipv4(IFLA_GENEVE_LOCAL, "IFLA_GENEVE_LOCAL").key("local").shown(Renderings::address),
            ipv6(IFLA_GENEVE_LOCAL6, "IFLA_GENEVE_LOCAL6").key("local6").shown(Renderings::address));

    private IflaGeneve() {}

    private static Optional<Integer> ttl(Attributes data, int number) {
        boolean inherited = data.integer(IFLA_GENEVE_TTL_INHERIT).orElse(0) != 0;
        return inherited ? Optional.empty() : data.integer(number).stream().boxed().findFirst();
    }
}
