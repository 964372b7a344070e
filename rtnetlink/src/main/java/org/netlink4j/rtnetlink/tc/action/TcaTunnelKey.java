package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u32be;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the action tunnel_key: {@code TCA_TUNNEL_KEY_*} of {@code linux/tc_act/tc_tunnel_key.h}. */
public final class TcaTunnelKey {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_TUNNEL_KEY_TM = 1;

    /** {@code struct tc_tunnel_key}: what all actions have, and what is done. */
    public static final int TCA_TUNNEL_KEY_PARMS = 2;

    /** IPv4 address: outer source. */
    public static final int TCA_TUNNEL_KEY_ENC_IPV4_SRC = 3;

    /** IPv4 address: outer destination. */
    public static final int TCA_TUNNEL_KEY_ENC_IPV4_DST = 4;

    /** IPv6 address: outer source. */
    public static final int TCA_TUNNEL_KEY_ENC_IPV6_SRC = 5;

    /** IPv6 address: outer destination. */
    public static final int TCA_TUNNEL_KEY_ENC_IPV6_DST = 6;

    /** u32 in network byte order: the id of the tunnel. */
    public static final int TCA_TUNNEL_KEY_ENC_KEY_ID = 7;

    /** Padding before a u64. */
    public static final int TCA_TUNNEL_KEY_PAD = 8;

    /** u16 in network byte order: outer destination port. */
    public static final int TCA_TUNNEL_KEY_ENC_DST_PORT = 9;

    /** u8: 1 to leave the outer checksum out. */
    public static final int TCA_TUNNEL_KEY_NO_CSUM = 10;

    /** Nest of {@code TCA_TUNNEL_KEY_ENC_OPTS_*}. Linux 6.18.44 panics on some of them. */
    public static final int TCA_TUNNEL_KEY_ENC_OPTS = 11;

    /** u8: outer type of service. */
    public static final int TCA_TUNNEL_KEY_ENC_TOS = 12;

    /** u8: outer time to live; 0 for the default. */
    public static final int TCA_TUNNEL_KEY_ENC_TTL = 13;

    /** Flag: the outer packet must not be fragmented; since Linux 6.3. */
    public static final int TCA_TUNNEL_KEY_NO_FRAG = 14;

    /** Nest of {@code TCA_TUNNEL_KEY_ENC_OPT_GENEVE_*}; one an option. */
    public static final int TCA_TUNNEL_KEY_ENC_OPTS_GENEVE = 1;

    /** Nest of {@code TCA_TUNNEL_KEY_ENC_OPT_VXLAN_*}. */
    public static final int TCA_TUNNEL_KEY_ENC_OPTS_VXLAN = 2;

    /** Nest of {@code TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_*}. */
    public static final int TCA_TUNNEL_KEY_ENC_OPTS_ERSPAN = 3;

    /** u16 in network byte order: the class of the option. */
    public static final int TCA_TUNNEL_KEY_ENC_OPT_GENEVE_CLASS = 1;

    /** u8: its type. */
    public static final int TCA_TUNNEL_KEY_ENC_OPT_GENEVE_TYPE = 2;

    /** 4 to 128 bytes: its data. */
    public static final int TCA_TUNNEL_KEY_ENC_OPT_GENEVE_DATA = 3;

    /** u32: group based policy. */
    public static final int TCA_TUNNEL_KEY_ENC_OPT_VXLAN_GBP = 1;

    /** u8: version, 1 or 2. */
    public static final int TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_VER = 1;

    /** u32 in network byte order: the index of version 1. */
    public static final int TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_INDEX = 2;

    /** u8: the direction of version 2. */
    public static final int TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_DIR = 3;

    /** u8: the hardware id of version 2. */
    public static final int TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_HWID = 4;

    /** {@code t_action}: say how the packet is to be wrapped. */
    public static final int TCA_TUNNEL_KEY_ACT_SET = 1;

    /** {@code t_action}: forget how it was wrapped. */
    public static final int TCA_TUNNEL_KEY_ACT_RELEASE = 2;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_tunnel_key", 24, field("t_action", 20, AttributeType.S32));

    private static final Map<Long, String> ACTIONS =
            Map.of((long) TCA_TUNNEL_KEY_ACT_SET, "set", (long) TCA_TUNNEL_KEY_ACT_RELEASE, "unset");

    /** The table of the options of erspan. */
    public static final AttributeSet ERSPAN = AttributeSet.of(
            "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN",
            u8(TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_VER, "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_VER").key("ver"),
            u32be(TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_INDEX, "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_INDEX").key("index"),
            u8(TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_DIR, "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_DIR").key("dir"),
            u8(TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_HWID, "TCA_TUNNEL_KEY_ENC_OPT_ERSPAN_HWID").key("hwid"));

    /** The table of the options of vxlan. */
    public static final AttributeSet VXLAN = AttributeSet.of(
            "TCA_TUNNEL_KEY_ENC_OPT_VXLAN",
            u32(TCA_TUNNEL_KEY_ENC_OPT_VXLAN_GBP, "TCA_TUNNEL_KEY_ENC_OPT_VXLAN_GBP").key("gbp"));

    /** The table of an option of geneve. */
    public static final AttributeSet GENEVE = AttributeSet.of(
            "TCA_TUNNEL_KEY_ENC_OPT_GENEVE",
            u16be(TCA_TUNNEL_KEY_ENC_OPT_GENEVE_CLASS, "TCA_TUNNEL_KEY_ENC_OPT_GENEVE_CLASS").key("class"),
            u8(TCA_TUNNEL_KEY_ENC_OPT_GENEVE_TYPE, "TCA_TUNNEL_KEY_ENC_OPT_GENEVE_TYPE").key("type"),
            binary(TCA_TUNNEL_KEY_ENC_OPT_GENEVE_DATA, "TCA_TUNNEL_KEY_ENC_OPT_GENEVE_DATA").atMost(128).key("data"));

    /** The table of {@link #TCA_TUNNEL_KEY_ENC_OPTS}. */
    public static final AttributeSet OPTIONS = AttributeSet.of(
            "TCA_TUNNEL_KEY_ENC_OPTS",
            nest(TCA_TUNNEL_KEY_ENC_OPTS_GENEVE, "TCA_TUNNEL_KEY_ENC_OPTS_GENEVE", () -> GENEVE),
            nest(TCA_TUNNEL_KEY_ENC_OPTS_VXLAN, "TCA_TUNNEL_KEY_ENC_OPTS_VXLAN", () -> VXLAN),
            nest(TCA_TUNNEL_KEY_ENC_OPTS_ERSPAN, "TCA_TUNNEL_KEY_ENC_OPTS_ERSPAN", () -> ERSPAN));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_TUNNEL_KEY",
            TcGen.times(TCA_TUNNEL_KEY_TM, "TCA_TUNNEL_KEY_TM"),
            TcGen.parameters(TCA_TUNNEL_KEY_PARMS, "TCA_TUNNEL_KEY_PARMS", PARAMETERS, TcaTunnelKey::members),
            ipv4(TCA_TUNNEL_KEY_ENC_IPV4_SRC, "TCA_TUNNEL_KEY_ENC_IPV4_SRC").key("src_ip"),
            ipv4(TCA_TUNNEL_KEY_ENC_IPV4_DST, "TCA_TUNNEL_KEY_ENC_IPV4_DST").key("dst_ip"),
            ipv6(TCA_TUNNEL_KEY_ENC_IPV6_SRC, "TCA_TUNNEL_KEY_ENC_IPV6_SRC").key("src_ip"),
            ipv6(TCA_TUNNEL_KEY_ENC_IPV6_DST, "TCA_TUNNEL_KEY_ENC_IPV6_DST").key("dst_ip"),
            u32be(TCA_TUNNEL_KEY_ENC_KEY_ID, "TCA_TUNNEL_KEY_ENC_KEY_ID").key("key_id"),
            binary(TCA_TUNNEL_KEY_PAD, "TCA_TUNNEL_KEY_PAD"),
            u16be(TCA_TUNNEL_KEY_ENC_DST_PORT, "TCA_TUNNEL_KEY_ENC_DST_PORT").key("dst_port"),
            u8(TCA_TUNNEL_KEY_NO_CSUM, "TCA_TUNNEL_KEY_NO_CSUM").key("flag").words(Map.of(0L, "csum", 1L, "nocsum")),
            nest(TCA_TUNNEL_KEY_ENC_OPTS, "TCA_TUNNEL_KEY_ENC_OPTS", () -> OPTIONS).key("").shown(TcaTunnelKey::options),
            u8(TCA_TUNNEL_KEY_ENC_TOS, "TCA_TUNNEL_KEY_ENC_TOS").key("tos").shown(TcaTunnelKey::notZero),
            u8(TCA_TUNNEL_KEY_ENC_TTL, "TCA_TUNNEL_KEY_ENC_TTL").key("ttl").shown(TcaTunnelKey::notZero),
            flag(TCA_TUNNEL_KEY_NO_FRAG, "TCA_TUNNEL_KEY_NO_FRAG"));

    private TcaTunnelKey() {}

    private static Map<String, Object> members(Attributes data) {
        return TcGen.word("mode", data, TCA_TUNNEL_KEY_PARMS, "t_action", ACTIONS);
    }

    private static Optional<Map<String, Object>> options(Attributes data, int number) {
        Map<String, Object> members = new LinkedHashMap<>();
        data.nest(number).ifPresent(options -> OPTIONS.specs().forEach(kind -> {
            List<Map<String, Object>> all = TcJson.tunnelOptions(options.nests(kind.number()));
            if (!all.isEmpty()) {
                members.put(TcJson.tunnelName(kind) + "_opts", all);
            }
        }));
        return Optional.of(members);
    }

    private static Optional<Long> notZero(Attributes data, int number) {
        return data.number(number).stream().filter(value -> value != 0).boxed().findFirst();
    }
}
