package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u32be;
import static org.netlink4j.core.schema.AttributeSpec.u64be;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the filter flower: {@code TCA_FLOWER_*} of {@code linux/pkt_cls.h}. */
public final class TcaFlower {
    /** u32: class in which the packet goes; {@link org.netlink4j.rtnetlink.tc.TcHandle}. */
    public static final int TCA_FLOWER_CLASSID = 1;

    /** String of at most 16 bytes with its NUL: device on which the packet came. */
    public static final int TCA_FLOWER_INDEV = 2;

    /** Nest of actions, numbered from 1. */
    public static final int TCA_FLOWER_ACT = 3;

    /** 6 octets: Ethernet destination. */
    public static final int TCA_FLOWER_KEY_ETH_DST = 4;

    /** 6 octets: mask of {@link #TCA_FLOWER_KEY_ETH_DST}. */
    public static final int TCA_FLOWER_KEY_ETH_DST_MASK = 5;

    /** 6 octets: Ethernet source. */
    public static final int TCA_FLOWER_KEY_ETH_SRC = 6;

    /** 6 octets: mask of {@link #TCA_FLOWER_KEY_ETH_SRC}. */
    public static final int TCA_FLOWER_KEY_ETH_SRC_MASK = 7;

    /** u16 in network byte order: protocol behind all VLAN tags. */
    public static final int TCA_FLOWER_KEY_ETH_TYPE = 8;

    /** u8: IP protocol. */
    public static final int TCA_FLOWER_KEY_IP_PROTO = 9;

    /** IPv4 address: source. */
    public static final int TCA_FLOWER_KEY_IPV4_SRC = 10;

    /** IPv4 address: mask of {@link #TCA_FLOWER_KEY_IPV4_SRC}. */
    public static final int TCA_FLOWER_KEY_IPV4_SRC_MASK = 11;

    /** IPv4 address: destination. */
    public static final int TCA_FLOWER_KEY_IPV4_DST = 12;

    /** IPv4 address: mask of {@link #TCA_FLOWER_KEY_IPV4_DST}. */
    public static final int TCA_FLOWER_KEY_IPV4_DST_MASK = 13;

    /** IPv6 address: source. */
    public static final int TCA_FLOWER_KEY_IPV6_SRC = 14;

    /** IPv6 address: mask of {@link #TCA_FLOWER_KEY_IPV6_SRC}. */
    public static final int TCA_FLOWER_KEY_IPV6_SRC_MASK = 15;

    /** IPv6 address: destination. */
    public static final int TCA_FLOWER_KEY_IPV6_DST = 16;

    /** IPv6 address: mask of {@link #TCA_FLOWER_KEY_IPV6_DST}. */
    public static final int TCA_FLOWER_KEY_IPV6_DST_MASK = 17;

    /** u16 in network byte order: TCP source port. */
    public static final int TCA_FLOWER_KEY_TCP_SRC = 18;

    /** u16 in network byte order: mask of {@link #TCA_FLOWER_KEY_TCP_SRC}. */
    public static final int TCA_FLOWER_KEY_TCP_SRC_MASK = 35;

    /** u16 in network byte order: TCP destination port. */
    public static final int TCA_FLOWER_KEY_TCP_DST = 19;

    /** u16 in network byte order: mask of {@link #TCA_FLOWER_KEY_TCP_DST}. */
    public static final int TCA_FLOWER_KEY_TCP_DST_MASK = 36;

    /** u16 in network byte order: UDP source port. */
    public static final int TCA_FLOWER_KEY_UDP_SRC = 20;

    /** u16 in network byte order: mask of {@link #TCA_FLOWER_KEY_UDP_SRC}. */
    public static final int TCA_FLOWER_KEY_UDP_SRC_MASK = 37;

    /** u16 in network byte order: UDP destination port. */
    public static final int TCA_FLOWER_KEY_UDP_DST = 21;

    /** u16 in network byte order: mask of {@link #TCA_FLOWER_KEY_UDP_DST}. */
    public static final int TCA_FLOWER_KEY_UDP_DST_MASK = 38;

    /** u32: {@code TCA_CLS_FLAGS_*}. */
    public static final int TCA_FLOWER_FLAGS = 22;

    /** u16: VLAN id, 12 bits; in host byte order, though the header says otherwise. */
    public static final int TCA_FLOWER_KEY_VLAN_ID = 23;

    /** u8: VLAN priority. */
    public static final int TCA_FLOWER_KEY_VLAN_PRIO = 24;

    /** u16 in network byte order: protocol behind the outer VLAN tag. */
    public static final int TCA_FLOWER_KEY_VLAN_ETH_TYPE = 25;

    /** u32 in network byte order: id of the tunnel. */
    public static final int TCA_FLOWER_KEY_ENC_KEY_ID = 26;

    /** IPv4 address: outer source. */
    public static final int TCA_FLOWER_KEY_ENC_IPV4_SRC = 27;

    /** IPv4 address: mask of {@link #TCA_FLOWER_KEY_ENC_IPV4_SRC}. */
    public static final int TCA_FLOWER_KEY_ENC_IPV4_SRC_MASK = 28;

    /** IPv4 address: outer destination. */
    public static final int TCA_FLOWER_KEY_ENC_IPV4_DST = 29;

    /** IPv4 address: mask of {@link #TCA_FLOWER_KEY_ENC_IPV4_DST}. */
    public static final int TCA_FLOWER_KEY_ENC_IPV4_DST_MASK = 30;

    /** IPv6 address: outer source. */
    public static final int TCA_FLOWER_KEY_ENC_IPV6_SRC = 31;

    /** IPv6 address: mask of {@link #TCA_FLOWER_KEY_ENC_IPV6_SRC}. */
    public static final int TCA_FLOWER_KEY_ENC_IPV6_SRC_MASK = 32;

    /** IPv6 address: outer destination. */
    public static final int TCA_FLOWER_KEY_ENC_IPV6_DST = 33;

    /** IPv6 address: mask of {@link #TCA_FLOWER_KEY_ENC_IPV6_DST}. */
    public static final int TCA_FLOWER_KEY_ENC_IPV6_DST_MASK = 34;

    /** u16 in network byte order: SCTP source port. */
    public static final int TCA_FLOWER_KEY_SCTP_SRC = 41;

    /** u16 in network byte order: mask of {@link #TCA_FLOWER_KEY_SCTP_SRC}. */
    public static final int TCA_FLOWER_KEY_SCTP_SRC_MASK = 39;

    /** u16 in network byte order: SCTP destination port. */
    public static final int TCA_FLOWER_KEY_SCTP_DST = 42;

    /** u16 in network byte order: mask of {@link #TCA_FLOWER_KEY_SCTP_DST}. */
    public static final int TCA_FLOWER_KEY_SCTP_DST_MASK = 40;

    /** u16 in network byte order: outer source port. */
    public static final int TCA_FLOWER_KEY_ENC_UDP_SRC_PORT = 43;

    /** u16 in network byte order: mask of {@link #TCA_FLOWER_KEY_ENC_UDP_SRC_PORT}. */
    public static final int TCA_FLOWER_KEY_ENC_UDP_SRC_PORT_MASK = 44;

    /** u16 in network byte order: outer destination port. */
    public static final int TCA_FLOWER_KEY_ENC_UDP_DST_PORT = 45;

    /** u16 in network byte order: mask of {@link #TCA_FLOWER_KEY_ENC_UDP_DST_PORT}. */
    public static final int TCA_FLOWER_KEY_ENC_UDP_DST_PORT_MASK = 46;

    /** u32 in network byte order: {@code TCA_FLOWER_KEY_FLAGS_*}. */
    public static final int TCA_FLOWER_KEY_FLAGS = 47;

    /** u32 in network byte order: mask of {@link #TCA_FLOWER_KEY_FLAGS}. */
    public static final int TCA_FLOWER_KEY_FLAGS_MASK = 48;

    /** u8: ICMP code. */
    public static final int TCA_FLOWER_KEY_ICMPV4_CODE = 49;

    /** u8: mask of {@link #TCA_FLOWER_KEY_ICMPV4_CODE}. */
    public static final int TCA_FLOWER_KEY_ICMPV4_CODE_MASK = 50;

    /** u8: ICMP type. */
    public static final int TCA_FLOWER_KEY_ICMPV4_TYPE = 51;

    /** u8: mask of {@link #TCA_FLOWER_KEY_ICMPV4_TYPE}. */
    public static final int TCA_FLOWER_KEY_ICMPV4_TYPE_MASK = 52;

    /** u8: ICMPv6 code. */
    public static final int TCA_FLOWER_KEY_ICMPV6_CODE = 53;

    /** u8: mask of {@link #TCA_FLOWER_KEY_ICMPV6_CODE}. */
    public static final int TCA_FLOWER_KEY_ICMPV6_CODE_MASK = 54;

    /** u8: ICMPv6 type. */
    public static final int TCA_FLOWER_KEY_ICMPV6_TYPE = 55;

    /** u8: mask of {@link #TCA_FLOWER_KEY_ICMPV6_TYPE}. */
    public static final int TCA_FLOWER_KEY_ICMPV6_TYPE_MASK = 56;

    /** IPv4 address: sender in ARP. */
    public static final int TCA_FLOWER_KEY_ARP_SIP = 57;

    /** IPv4 address: mask of {@link #TCA_FLOWER_KEY_ARP_SIP}. */
    public static final int TCA_FLOWER_KEY_ARP_SIP_MASK = 58;

    /** IPv4 address: target in ARP. */
    public static final int TCA_FLOWER_KEY_ARP_TIP = 59;

    /** IPv4 address: mask of {@link #TCA_FLOWER_KEY_ARP_TIP}. */
    public static final int TCA_FLOWER_KEY_ARP_TIP_MASK = 60;

    /** u8: operation of ARP: 1 request, 2 reply. */
    public static final int TCA_FLOWER_KEY_ARP_OP = 61;

    /** u8: mask of {@link #TCA_FLOWER_KEY_ARP_OP}. */
    public static final int TCA_FLOWER_KEY_ARP_OP_MASK = 62;

    /** 6 octets: sender in ARP. */
    public static final int TCA_FLOWER_KEY_ARP_SHA = 63;

    /** 6 octets: mask of {@link #TCA_FLOWER_KEY_ARP_SHA}. */
    public static final int TCA_FLOWER_KEY_ARP_SHA_MASK = 64;

    /** 6 octets: target in ARP. */
    public static final int TCA_FLOWER_KEY_ARP_THA = 65;

    /** 6 octets: mask of {@link #TCA_FLOWER_KEY_ARP_THA}. */
    public static final int TCA_FLOWER_KEY_ARP_THA_MASK = 66;

    /** u8: time to live of the outer MPLS header. */
    public static final int TCA_FLOWER_KEY_MPLS_TTL = 67;

    /** u8: bottom of the stack, 1 bit. */
    public static final int TCA_FLOWER_KEY_MPLS_BOS = 68;

    /** u8: traffic class, 3 bits. */
    public static final int TCA_FLOWER_KEY_MPLS_TC = 69;

    /** u32: label, 20 bits. */
    public static final int TCA_FLOWER_KEY_MPLS_LABEL = 70;

    /** u16 in network byte order: TCP flags, 12 bits. */
    public static final int TCA_FLOWER_KEY_TCP_FLAGS = 71;

    /** u16 in network byte order: mask of {@link #TCA_FLOWER_KEY_TCP_FLAGS}. */
    public static final int TCA_FLOWER_KEY_TCP_FLAGS_MASK = 72;

    /** u8: type of service. */
    public static final int TCA_FLOWER_KEY_IP_TOS = 73;

    /** u8: mask of {@link #TCA_FLOWER_KEY_IP_TOS}. */
    public static final int TCA_FLOWER_KEY_IP_TOS_MASK = 74;

    /** u8: time to live. */
    public static final int TCA_FLOWER_KEY_IP_TTL = 75;

    /** u8: mask of {@link #TCA_FLOWER_KEY_IP_TTL}. */
    public static final int TCA_FLOWER_KEY_IP_TTL_MASK = 76;

    /** u16: id of the second VLAN tag, 12 bits; in host byte order, though the header says otherwise. */
    public static final int TCA_FLOWER_KEY_CVLAN_ID = 77;

    /** u8: its priority. */
    public static final int TCA_FLOWER_KEY_CVLAN_PRIO = 78;

    /** u16 in network byte order: protocol behind the second VLAN tag. */
    public static final int TCA_FLOWER_KEY_CVLAN_ETH_TYPE = 79;

    /** u8: outer type of service. */
    public static final int TCA_FLOWER_KEY_ENC_IP_TOS = 80;

    /** u8: mask of {@link #TCA_FLOWER_KEY_ENC_IP_TOS}. */
    public static final int TCA_FLOWER_KEY_ENC_IP_TOS_MASK = 81;

    /** u8: outer time to live. */
    public static final int TCA_FLOWER_KEY_ENC_IP_TTL = 82;

    /** u8: mask of {@link #TCA_FLOWER_KEY_ENC_IP_TTL}. */
    public static final int TCA_FLOWER_KEY_ENC_IP_TTL_MASK = 83;

    /** Nest of {@code TCA_FLOWER_KEY_ENC_OPTS_*}: options of the tunnel. */
    public static final int TCA_FLOWER_KEY_ENC_OPTS = 84;

    /** Nest of {@code TCA_FLOWER_KEY_ENC_OPTS_*}: masks of {@link #TCA_FLOWER_KEY_ENC_OPTS}. */
    public static final int TCA_FLOWER_KEY_ENC_OPTS_MASK = 85;

    /** u32: on how many devices the hardware does it; only in answers. */
    public static final int TCA_FLOWER_IN_HW_COUNT = 86;

    /** u16 in network byte order: the first source port of a range. */
    public static final int TCA_FLOWER_KEY_PORT_SRC_MIN = 87;

    /** u16 in network byte order: the last source port of a range. */
    public static final int TCA_FLOWER_KEY_PORT_SRC_MAX = 88;

    /** u16 in network byte order: the first destination port of a range. */
    public static final int TCA_FLOWER_KEY_PORT_DST_MIN = 89;

    /** u16 in network byte order: the last destination port of a range. */
    public static final int TCA_FLOWER_KEY_PORT_DST_MAX = 90;

    /** u16: {@code TCA_FLOWER_KEY_CT_FLAGS_*}. */
    public static final int TCA_FLOWER_KEY_CT_STATE = 91;

    /** u16: mask of {@link #TCA_FLOWER_KEY_CT_STATE}. */
    public static final int TCA_FLOWER_KEY_CT_STATE_MASK = 92;

    /** u16: zone of the connection. */
    public static final int TCA_FLOWER_KEY_CT_ZONE = 93;

    /** u16: mask of {@link #TCA_FLOWER_KEY_CT_ZONE}. */
    public static final int TCA_FLOWER_KEY_CT_ZONE_MASK = 94;

    /** u32: mark of the connection. */
    public static final int TCA_FLOWER_KEY_CT_MARK = 95;

    /** u32: mask of {@link #TCA_FLOWER_KEY_CT_MARK}. */
    public static final int TCA_FLOWER_KEY_CT_MARK_MASK = 96;

    /** 16 bytes: label of the connection. */
    public static final int TCA_FLOWER_KEY_CT_LABELS = 97;

    /** 16 bytes: mask of {@link #TCA_FLOWER_KEY_CT_LABELS}. */
    public static final int TCA_FLOWER_KEY_CT_LABELS_MASK = 98;

    /** Nest of {@code TCA_FLOWER_KEY_MPLS_OPTS_LSE}: MPLS headers. */
    public static final int TCA_FLOWER_KEY_MPLS_OPTS = 99;

    /** u32: hash that a program set. */
    public static final int TCA_FLOWER_KEY_HASH = 100;

    /** u32: mask of {@link #TCA_FLOWER_KEY_HASH}. */
    public static final int TCA_FLOWER_KEY_HASH_MASK = 101;

    /** u8: number of VLAN tags; since Linux 5.19. */
    public static final int TCA_FLOWER_KEY_NUM_OF_VLANS = 102;

    /** u16 in network byte order: session of PPPoE; since Linux 6.0. */
    public static final int TCA_FLOWER_KEY_PPPOE_SID = 103;

    /** u16 in network byte order: protocol in PPP; since Linux 6.0. */
    public static final int TCA_FLOWER_KEY_PPP_PROTO = 104;

    /** u32 in network byte order: session of L2TPv3; since Linux 6.1. */
    public static final int TCA_FLOWER_KEY_L2TPV3_SID = 105;

    /** u8: 1 if the bridge did not know the destination; since Linux 6.5. */
    public static final int TCA_FLOWER_L2_MISS = 106;

    /** Nest of {@code TCA_FLOWER_KEY_CFM_*}: connectivity fault management; since Linux 6.5. */
    public static final int TCA_FLOWER_KEY_CFM = 107;

    /** u32 in network byte order: security parameter index of IPsec; since Linux 6.6. */
    public static final int TCA_FLOWER_KEY_SPI = 108;

    /** u32 in network byte order: mask of {@link #TCA_FLOWER_KEY_SPI}. */
    public static final int TCA_FLOWER_KEY_SPI_MASK = 109;

    /** u32 in network byte order: {@code TCA_FLOWER_KEY_FLAGS_TUNNEL_*}; since Linux 6.11. */
    public static final int TCA_FLOWER_KEY_ENC_FLAGS = 110;

    /** u32 in network byte order: mask of {@link #TCA_FLOWER_KEY_ENC_FLAGS}. */
    public static final int TCA_FLOWER_KEY_ENC_FLAGS_MASK = 111;

    /** Nest of {@code TCA_FLOWER_KEY_ENC_OPT_GENEVE_*}; one an option. */
    public static final int TCA_FLOWER_KEY_ENC_OPTS_GENEVE = 1;

    /** Nest of {@code TCA_FLOWER_KEY_ENC_OPT_VXLAN_*}. */
    public static final int TCA_FLOWER_KEY_ENC_OPTS_VXLAN = 2;

    /** Nest of {@code TCA_FLOWER_KEY_ENC_OPT_ERSPAN_*}. */
    public static final int TCA_FLOWER_KEY_ENC_OPTS_ERSPAN = 3;

    /** Nest of {@code TCA_FLOWER_KEY_ENC_OPT_GTP_*}. */
    public static final int TCA_FLOWER_KEY_ENC_OPTS_GTP = 4;

    /** Nest of {@code TCA_FLOWER_KEY_ENC_OPT_PFCP_*}; since Linux 6.9. */
    public static final int TCA_FLOWER_KEY_ENC_OPTS_PFCP = 5;

    /** u16 in network byte order: the class of the option. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_GENEVE_CLASS = 1;

    /** u8: its type. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_GENEVE_TYPE = 2;

    /** 4 to 128 bytes: its data. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_GENEVE_DATA = 3;

    /** u32: group based policy. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_VXLAN_GBP = 1;

    /** u8: version, 1 or 2. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_ERSPAN_VER = 1;

    /** u32 in network byte order: the index of version 1. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_ERSPAN_INDEX = 2;

    /** u8: the direction of version 2. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_ERSPAN_DIR = 3;

    /** u8: the hardware id of version 2. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_ERSPAN_HWID = 4;

    /** u8: type of the data. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_GTP_PDU_TYPE = 1;

    /** u8: flow of a quality of service. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_GTP_QFI = 2;

    /** u8: type. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_PFCP_TYPE = 1;

    /** u64 in network byte order: session. */
    public static final int TCA_FLOWER_KEY_ENC_OPT_PFCP_SEID = 2;

    /** Nest of {@code TCA_FLOWER_KEY_MPLS_OPT_LSE_*}: one MPLS header. */
    public static final int TCA_FLOWER_KEY_MPLS_OPTS_LSE = 1;

    /** u8: which header, from 1. */
    public static final int TCA_FLOWER_KEY_MPLS_OPT_LSE_DEPTH = 1;

    /** u8: time to live. */
    public static final int TCA_FLOWER_KEY_MPLS_OPT_LSE_TTL = 2;

    /** u8: bottom of the stack, 1 bit. */
    public static final int TCA_FLOWER_KEY_MPLS_OPT_LSE_BOS = 3;

    /** u8: traffic class, 3 bits. */
    public static final int TCA_FLOWER_KEY_MPLS_OPT_LSE_TC = 4;

    /** u32: label, 20 bits. */
    public static final int TCA_FLOWER_KEY_MPLS_OPT_LSE_LABEL = 5;

    /** u8: maintenance domain level. */
    public static final int TCA_FLOWER_KEY_CFM_MD_LEVEL = 1;

    /** u8: operation code. */
    public static final int TCA_FLOWER_KEY_CFM_OPCODE = 2;

    /** The packet is a fragment. */
    public static final int TCA_FLOWER_KEY_FLAGS_IS_FRAGMENT = 0x1;

    /** The packet is the first fragment. */
    public static final int TCA_FLOWER_KEY_FLAGS_FRAG_IS_FIRST = 0x2;

    /** The outer packet has a checksum; since Linux 6.11. */
    public static final int TCA_FLOWER_KEY_FLAGS_TUNNEL_CSUM = 0x4;

    /** The outer packet must not be fragmented; since Linux 6.11. */
    public static final int TCA_FLOWER_KEY_FLAGS_TUNNEL_DONT_FRAGMENT = 0x8;

    /** The outer packet is operation and maintenance; since Linux 6.11. */
    public static final int TCA_FLOWER_KEY_FLAGS_TUNNEL_OAM = 0x10;

    /** The outer packet has an option that must be understood; since Linux 6.11. */
    public static final int TCA_FLOWER_KEY_FLAGS_TUNNEL_CRIT_OPT = 0x20;

    /** Begins a connection. */
    public static final int TCA_FLOWER_KEY_CT_FLAGS_NEW = 0x1;

    /** Belongs to a connection. */
    public static final int TCA_FLOWER_KEY_CT_FLAGS_ESTABLISHED = 0x2;

    /** Belongs to a connection that another one announced. */
    public static final int TCA_FLOWER_KEY_CT_FLAGS_RELATED = 0x4;

    /** The connection was looked up. */
    public static final int TCA_FLOWER_KEY_CT_FLAGS_TRACKED = 0x8;

    /** Belongs to none. */
    public static final int TCA_FLOWER_KEY_CT_FLAGS_INVALID = 0x10;

    /** Goes in the direction of replies. */
    public static final int TCA_FLOWER_KEY_CT_FLAGS_REPLY = 0x20;

    /** The table of {@link #TCA_FLOWER_KEY_CFM}. */
    public static final AttributeSet CFM = AttributeSet.of(
            "TCA_FLOWER_KEY_CFM_OPT",
            u8(TCA_FLOWER_KEY_CFM_MD_LEVEL, "TCA_FLOWER_KEY_CFM_MD_LEVEL").key("mdl"),
            u8(TCA_FLOWER_KEY_CFM_OPCODE, "TCA_FLOWER_KEY_CFM_OPCODE").key("op"));

    /** The table of one MPLS header. */
    public static final AttributeSet LSE = AttributeSet.of(
            "TCA_FLOWER_KEY_MPLS_OPT_LSE",
            u8(TCA_FLOWER_KEY_MPLS_OPT_LSE_DEPTH, "TCA_FLOWER_KEY_MPLS_OPT_LSE_DEPTH").key("depth"),
            u8(TCA_FLOWER_KEY_MPLS_OPT_LSE_TTL, "TCA_FLOWER_KEY_MPLS_OPT_LSE_TTL").key("ttl"),
            u8(TCA_FLOWER_KEY_MPLS_OPT_LSE_BOS, "TCA_FLOWER_KEY_MPLS_OPT_LSE_BOS").key("bos"),
            u8(TCA_FLOWER_KEY_MPLS_OPT_LSE_TC, "TCA_FLOWER_KEY_MPLS_OPT_LSE_TC").key("tc"),
            u32(TCA_FLOWER_KEY_MPLS_OPT_LSE_LABEL, "TCA_FLOWER_KEY_MPLS_OPT_LSE_LABEL").key("label"));

    /** The table of {@link #TCA_FLOWER_KEY_MPLS_OPTS}. */
    public static final AttributeSet MPLS = AttributeSet.of(
            "TCA_FLOWER_KEY_MPLS_OPTS",
            nest(TCA_FLOWER_KEY_MPLS_OPTS_LSE, "TCA_FLOWER_KEY_MPLS_OPTS_LSE", () -> LSE));

    /** The table of the options of pfcp. */
    public static final AttributeSet PFCP = AttributeSet.of(
            "TCA_FLOWER_KEY_ENC_OPT_PFCP",
            u8(TCA_FLOWER_KEY_ENC_OPT_PFCP_TYPE, "TCA_FLOWER_KEY_ENC_OPT_PFCP_TYPE").key("type"),
            u64be(TCA_FLOWER_KEY_ENC_OPT_PFCP_SEID, "TCA_FLOWER_KEY_ENC_OPT_PFCP_SEID").key("seid"));

    /** The table of the options of gtp. */
    public static final AttributeSet GTP = AttributeSet.of(
            "TCA_FLOWER_KEY_ENC_OPT_GTP",
            u8(TCA_FLOWER_KEY_ENC_OPT_GTP_PDU_TYPE, "TCA_FLOWER_KEY_ENC_OPT_GTP_PDU_TYPE").key("pdu_type"),
            u8(TCA_FLOWER_KEY_ENC_OPT_GTP_QFI, "TCA_FLOWER_KEY_ENC_OPT_GTP_QFI").key("qfi"));

    /** The table of the options of erspan. */
    public static final AttributeSet ERSPAN = AttributeSet.of(
            "TCA_FLOWER_KEY_ENC_OPT_ERSPAN",
            u8(TCA_FLOWER_KEY_ENC_OPT_ERSPAN_VER, "TCA_FLOWER_KEY_ENC_OPT_ERSPAN_VER").key("ver"),
            u32be(TCA_FLOWER_KEY_ENC_OPT_ERSPAN_INDEX, "TCA_FLOWER_KEY_ENC_OPT_ERSPAN_INDEX").key("index"),
            u8(TCA_FLOWER_KEY_ENC_OPT_ERSPAN_DIR, "TCA_FLOWER_KEY_ENC_OPT_ERSPAN_DIR").key("dir"),
            u8(TCA_FLOWER_KEY_ENC_OPT_ERSPAN_HWID, "TCA_FLOWER_KEY_ENC_OPT_ERSPAN_HWID").key("hwid"));

    /** The table of the options of vxlan. */
    public static final AttributeSet VXLAN = AttributeSet.of(
            "TCA_FLOWER_KEY_ENC_OPT_VXLAN",
            u32(TCA_FLOWER_KEY_ENC_OPT_VXLAN_GBP, "TCA_FLOWER_KEY_ENC_OPT_VXLAN_GBP").key("gbp"));

    /** The table of an option of geneve. */
    public static final AttributeSet GENEVE = AttributeSet.of(
            "TCA_FLOWER_KEY_ENC_OPT_GENEVE",
            u16be(TCA_FLOWER_KEY_ENC_OPT_GENEVE_CLASS, "TCA_FLOWER_KEY_ENC_OPT_GENEVE_CLASS").key("class"),
            u8(TCA_FLOWER_KEY_ENC_OPT_GENEVE_TYPE, "TCA_FLOWER_KEY_ENC_OPT_GENEVE_TYPE").key("type"),
            binary(TCA_FLOWER_KEY_ENC_OPT_GENEVE_DATA, "TCA_FLOWER_KEY_ENC_OPT_GENEVE_DATA").atMost(128).key("data"));

    /** The table of the options of tunnels and of their masks. */
    public static final AttributeSet OPTIONS = AttributeSet.of(
            "TCA_FLOWER_KEY_ENC_OPTS",
            nest(TCA_FLOWER_KEY_ENC_OPTS_GENEVE, "TCA_FLOWER_KEY_ENC_OPTS_GENEVE", () -> GENEVE),
            nest(TCA_FLOWER_KEY_ENC_OPTS_VXLAN, "TCA_FLOWER_KEY_ENC_OPTS_VXLAN", () -> VXLAN),
            nest(TCA_FLOWER_KEY_ENC_OPTS_ERSPAN, "TCA_FLOWER_KEY_ENC_OPTS_ERSPAN", () -> ERSPAN),
            nest(TCA_FLOWER_KEY_ENC_OPTS_GTP, "TCA_FLOWER_KEY_ENC_OPTS_GTP", () -> GTP),
            nest(TCA_FLOWER_KEY_ENC_OPTS_PFCP, "TCA_FLOWER_KEY_ENC_OPTS_PFCP", () -> PFCP));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_FLOWER",
            u32(TCA_FLOWER_CLASSID, "TCA_FLOWER_CLASSID").key("classid").shown(TcJson.HANDLE),
            string(TCA_FLOWER_INDEV, "TCA_FLOWER_INDEV").atMost(16).key("indev"),
            TcaAct.list(TCA_FLOWER_ACT, "TCA_FLOWER_ACT"),
            lladdr(TCA_FLOWER_KEY_ETH_DST, "TCA_FLOWER_KEY_ETH_DST").atMost(6),
            lladdr(TCA_FLOWER_KEY_ETH_DST_MASK, "TCA_FLOWER_KEY_ETH_DST_MASK").atMost(6),
            lladdr(TCA_FLOWER_KEY_ETH_SRC, "TCA_FLOWER_KEY_ETH_SRC").atMost(6),
            lladdr(TCA_FLOWER_KEY_ETH_SRC_MASK, "TCA_FLOWER_KEY_ETH_SRC_MASK").atMost(6),
            u16be(TCA_FLOWER_KEY_ETH_TYPE, "TCA_FLOWER_KEY_ETH_TYPE"),
            u8(TCA_FLOWER_KEY_IP_PROTO, "TCA_FLOWER_KEY_IP_PROTO"),
            ipv4(TCA_FLOWER_KEY_IPV4_SRC, "TCA_FLOWER_KEY_IPV4_SRC"),
            ipv4(TCA_FLOWER_KEY_IPV4_SRC_MASK, "TCA_FLOWER_KEY_IPV4_SRC_MASK"),
            ipv4(TCA_FLOWER_KEY_IPV4_DST, "TCA_FLOWER_KEY_IPV4_DST"),
            ipv4(TCA_FLOWER_KEY_IPV4_DST_MASK, "TCA_FLOWER_KEY_IPV4_DST_MASK"),
            ipv6(TCA_FLOWER_KEY_IPV6_SRC, "TCA_FLOWER_KEY_IPV6_SRC"),
            ipv6(TCA_FLOWER_KEY_IPV6_SRC_MASK, "TCA_FLOWER_KEY_IPV6_SRC_MASK"),
            ipv6(TCA_FLOWER_KEY_IPV6_DST, "TCA_FLOWER_KEY_IPV6_DST"),
            ipv6(TCA_FLOWER_KEY_IPV6_DST_MASK, "TCA_FLOWER_KEY_IPV6_DST_MASK"),
            u16be(TCA_FLOWER_KEY_TCP_SRC, "TCA_FLOWER_KEY_TCP_SRC"),
            u16be(TCA_FLOWER_KEY_TCP_SRC_MASK, "TCA_FLOWER_KEY_TCP_SRC_MASK"),
            u16be(TCA_FLOWER_KEY_TCP_DST, "TCA_FLOWER_KEY_TCP_DST"),
            u16be(TCA_FLOWER_KEY_TCP_DST_MASK, "TCA_FLOWER_KEY_TCP_DST_MASK"),
            u16be(TCA_FLOWER_KEY_UDP_SRC, "TCA_FLOWER_KEY_UDP_SRC"),
            u16be(TCA_FLOWER_KEY_UDP_SRC_MASK, "TCA_FLOWER_KEY_UDP_SRC_MASK"),
            u16be(TCA_FLOWER_KEY_UDP_DST, "TCA_FLOWER_KEY_UDP_DST"),
            u16be(TCA_FLOWER_KEY_UDP_DST_MASK, "TCA_FLOWER_KEY_UDP_DST_MASK"),
            u32(TCA_FLOWER_FLAGS, "TCA_FLOWER_FLAGS").key("").shown(TcaClsFlags::members),
            u16(TCA_FLOWER_KEY_VLAN_ID, "TCA_FLOWER_KEY_VLAN_ID"),
            u8(TCA_FLOWER_KEY_VLAN_PRIO, "TCA_FLOWER_KEY_VLAN_PRIO"),
            u16be(TCA_FLOWER_KEY_VLAN_ETH_TYPE, "TCA_FLOWER_KEY_VLAN_ETH_TYPE"),
            u32be(TCA_FLOWER_KEY_ENC_KEY_ID, "TCA_FLOWER_KEY_ENC_KEY_ID"),
            ipv4(TCA_FLOWER_KEY_ENC_IPV4_SRC, "TCA_FLOWER_KEY_ENC_IPV4_SRC"),
            ipv4(TCA_FLOWER_KEY_ENC_IPV4_SRC_MASK, "TCA_FLOWER_KEY_ENC_IPV4_SRC_MASK"),
            ipv4(TCA_FLOWER_KEY_ENC_IPV4_DST, "TCA_FLOWER_KEY_ENC_IPV4_DST"),
            ipv4(TCA_FLOWER_KEY_ENC_IPV4_DST_MASK, "TCA_FLOWER_KEY_ENC_IPV4_DST_MASK"),
            ipv6(TCA_FLOWER_KEY_ENC_IPV6_SRC, "TCA_FLOWER_KEY_ENC_IPV6_SRC"),
            ipv6(TCA_FLOWER_KEY_ENC_IPV6_SRC_MASK, "TCA_FLOWER_KEY_ENC_IPV6_SRC_MASK"),
            ipv6(TCA_FLOWER_KEY_ENC_IPV6_DST, "TCA_FLOWER_KEY_ENC_IPV6_DST"),
            ipv6(TCA_FLOWER_KEY_ENC_IPV6_DST_MASK, "TCA_FLOWER_KEY_ENC_IPV6_DST_MASK"),
            u16be(TCA_FLOWER_KEY_SCTP_SRC, "TCA_FLOWER_KEY_SCTP_SRC"),
            u16be(TCA_FLOWER_KEY_SCTP_SRC_MASK, "TCA_FLOWER_KEY_SCTP_SRC_MASK"),
            u16be(TCA_FLOWER_KEY_SCTP_DST, "TCA_FLOWER_KEY_SCTP_DST"),
            u16be(TCA_FLOWER_KEY_SCTP_DST_MASK, "TCA_FLOWER_KEY_SCTP_DST_MASK"),
            u16be(TCA_FLOWER_KEY_ENC_UDP_SRC_PORT, "TCA_FLOWER_KEY_ENC_UDP_SRC_PORT"),
            u16be(TCA_FLOWER_KEY_ENC_UDP_SRC_PORT_MASK, "TCA_FLOWER_KEY_ENC_UDP_SRC_PORT_MASK"),
            u16be(TCA_FLOWER_KEY_ENC_UDP_DST_PORT, "TCA_FLOWER_KEY_ENC_UDP_DST_PORT"),
            u16be(TCA_FLOWER_KEY_ENC_UDP_DST_PORT_MASK, "TCA_FLOWER_KEY_ENC_UDP_DST_PORT_MASK"),
            u32be(TCA_FLOWER_KEY_FLAGS, "TCA_FLOWER_KEY_FLAGS"),
            u32be(TCA_FLOWER_KEY_FLAGS_MASK, "TCA_FLOWER_KEY_FLAGS_MASK"),
            u8(TCA_FLOWER_KEY_ICMPV4_CODE, "TCA_FLOWER_KEY_ICMPV4_CODE"),
            u8(TCA_FLOWER_KEY_ICMPV4_CODE_MASK, "TCA_FLOWER_KEY_ICMPV4_CODE_MASK"),
            u8(TCA_FLOWER_KEY_ICMPV4_TYPE, "TCA_FLOWER_KEY_ICMPV4_TYPE"),
            u8(TCA_FLOWER_KEY_ICMPV4_TYPE_MASK, "TCA_FLOWER_KEY_ICMPV4_TYPE_MASK"),
            u8(TCA_FLOWER_KEY_ICMPV6_CODE, "TCA_FLOWER_KEY_ICMPV6_CODE"),
            u8(TCA_FLOWER_KEY_ICMPV6_CODE_MASK, "TCA_FLOWER_KEY_ICMPV6_CODE_MASK"),
            u8(TCA_FLOWER_KEY_ICMPV6_TYPE, "TCA_FLOWER_KEY_ICMPV6_TYPE"),
            u8(TCA_FLOWER_KEY_ICMPV6_TYPE_MASK, "TCA_FLOWER_KEY_ICMPV6_TYPE_MASK"),
            ipv4(TCA_FLOWER_KEY_ARP_SIP, "TCA_FLOWER_KEY_ARP_SIP"),
            ipv4(TCA_FLOWER_KEY_ARP_SIP_MASK, "TCA_FLOWER_KEY_ARP_SIP_MASK"),
            ipv4(TCA_FLOWER_KEY_ARP_TIP, "TCA_FLOWER_KEY_ARP_TIP"),
            ipv4(TCA_FLOWER_KEY_ARP_TIP_MASK, "TCA_FLOWER_KEY_ARP_TIP_MASK"),
            u8(TCA_FLOWER_KEY_ARP_OP, "TCA_FLOWER_KEY_ARP_OP"),
            u8(TCA_FLOWER_KEY_ARP_OP_MASK, "TCA_FLOWER_KEY_ARP_OP_MASK"),
            lladdr(TCA_FLOWER_KEY_ARP_SHA, "TCA_FLOWER_KEY_ARP_SHA").atMost(6),
            lladdr(TCA_FLOWER_KEY_ARP_SHA_MASK, "TCA_FLOWER_KEY_ARP_SHA_MASK").atMost(6),
            lladdr(TCA_FLOWER_KEY_ARP_THA, "TCA_FLOWER_KEY_ARP_THA").atMost(6),
            lladdr(TCA_FLOWER_KEY_ARP_THA_MASK, "TCA_FLOWER_KEY_ARP_THA_MASK").atMost(6),
            u8(TCA_FLOWER_KEY_MPLS_TTL, "TCA_FLOWER_KEY_MPLS_TTL"),
            u8(TCA_FLOWER_KEY_MPLS_BOS, "TCA_FLOWER_KEY_MPLS_BOS"),
            u8(TCA_FLOWER_KEY_MPLS_TC, "TCA_FLOWER_KEY_MPLS_TC"),
            u32(TCA_FLOWER_KEY_MPLS_LABEL, "TCA_FLOWER_KEY_MPLS_LABEL"),
            u16be(TCA_FLOWER_KEY_TCP_FLAGS, "TCA_FLOWER_KEY_TCP_FLAGS"),
            u16be(TCA_FLOWER_KEY_TCP_FLAGS_MASK, "TCA_FLOWER_KEY_TCP_FLAGS_MASK"),
            u8(TCA_FLOWER_KEY_IP_TOS, "TCA_FLOWER_KEY_IP_TOS"),
            u8(TCA_FLOWER_KEY_IP_TOS_MASK, "TCA_FLOWER_KEY_IP_TOS_MASK"),
            u8(TCA_FLOWER_KEY_IP_TTL, "TCA_FLOWER_KEY_IP_TTL"),
            u8(TCA_FLOWER_KEY_IP_TTL_MASK, "TCA_FLOWER_KEY_IP_TTL_MASK"),
            u16(TCA_FLOWER_KEY_CVLAN_ID, "TCA_FLOWER_KEY_CVLAN_ID"),
            u8(TCA_FLOWER_KEY_CVLAN_PRIO, "TCA_FLOWER_KEY_CVLAN_PRIO"),
            u16be(TCA_FLOWER_KEY_CVLAN_ETH_TYPE, "TCA_FLOWER_KEY_CVLAN_ETH_TYPE"),
            u8(TCA_FLOWER_KEY_ENC_IP_TOS, "TCA_FLOWER_KEY_ENC_IP_TOS"),
            u8(TCA_FLOWER_KEY_ENC_IP_TOS_MASK, "TCA_FLOWER_KEY_ENC_IP_TOS_MASK"),
            u8(TCA_FLOWER_KEY_ENC_IP_TTL, "TCA_FLOWER_KEY_ENC_IP_TTL"),
            u8(TCA_FLOWER_KEY_ENC_IP_TTL_MASK, "TCA_FLOWER_KEY_ENC_IP_TTL_MASK"),
            nest(TCA_FLOWER_KEY_ENC_OPTS, "TCA_FLOWER_KEY_ENC_OPTS", () -> OPTIONS),
            nest(TCA_FLOWER_KEY_ENC_OPTS_MASK, "TCA_FLOWER_KEY_ENC_OPTS_MASK", () -> OPTIONS),
            u32(TCA_FLOWER_IN_HW_COUNT, "TCA_FLOWER_IN_HW_COUNT"),
            u16be(TCA_FLOWER_KEY_PORT_SRC_MIN, "TCA_FLOWER_KEY_PORT_SRC_MIN"),
            u16be(TCA_FLOWER_KEY_PORT_SRC_MAX, "TCA_FLOWER_KEY_PORT_SRC_MAX"),
            u16be(TCA_FLOWER_KEY_PORT_DST_MIN, "TCA_FLOWER_KEY_PORT_DST_MIN"),
            u16be(TCA_FLOWER_KEY_PORT_DST_MAX, "TCA_FLOWER_KEY_PORT_DST_MAX"),
            u16(TCA_FLOWER_KEY_CT_STATE, "TCA_FLOWER_KEY_CT_STATE"),
            u16(TCA_FLOWER_KEY_CT_STATE_MASK, "TCA_FLOWER_KEY_CT_STATE_MASK"),
            u16(TCA_FLOWER_KEY_CT_ZONE, "TCA_FLOWER_KEY_CT_ZONE"),
            u16(TCA_FLOWER_KEY_CT_ZONE_MASK, "TCA_FLOWER_KEY_CT_ZONE_MASK"),
            u32(TCA_FLOWER_KEY_CT_MARK, "TCA_FLOWER_KEY_CT_MARK"),
            u32(TCA_FLOWER_KEY_CT_MARK_MASK, "TCA_FLOWER_KEY_CT_MARK_MASK"),
            binary(TCA_FLOWER_KEY_CT_LABELS, "TCA_FLOWER_KEY_CT_LABELS").atMost(16),
            binary(TCA_FLOWER_KEY_CT_LABELS_MASK, "TCA_FLOWER_KEY_CT_LABELS_MASK").atMost(16),
            nest(TCA_FLOWER_KEY_MPLS_OPTS, "TCA_FLOWER_KEY_MPLS_OPTS", () -> MPLS),
            u32(TCA_FLOWER_KEY_HASH, "TCA_FLOWER_KEY_HASH"),
            u32(TCA_FLOWER_KEY_HASH_MASK, "TCA_FLOWER_KEY_HASH_MASK"),
            u8(TCA_FLOWER_KEY_NUM_OF_VLANS, "TCA_FLOWER_KEY_NUM_OF_VLANS"),
            u16be(TCA_FLOWER_KEY_PPPOE_SID, "TCA_FLOWER_KEY_PPPOE_SID"),
            u16be(TCA_FLOWER_KEY_PPP_PROTO, "TCA_FLOWER_KEY_PPP_PROTO"),
            u32be(TCA_FLOWER_KEY_L2TPV3_SID, "TCA_FLOWER_KEY_L2TPV3_SID"),
            u8(TCA_FLOWER_L2_MISS, "TCA_FLOWER_L2_MISS"),
            nest(TCA_FLOWER_KEY_CFM, "TCA_FLOWER_KEY_CFM", () -> CFM),
            u32be(TCA_FLOWER_KEY_SPI, "TCA_FLOWER_KEY_SPI"),
            u32be(TCA_FLOWER_KEY_SPI_MASK, "TCA_FLOWER_KEY_SPI_MASK"),
            u32be(TCA_FLOWER_KEY_ENC_FLAGS, "TCA_FLOWER_KEY_ENC_FLAGS"),
            u32be(TCA_FLOWER_KEY_ENC_FLAGS_MASK, "TCA_FLOWER_KEY_ENC_FLAGS_MASK"));

    private TcaFlower() {}
}
