package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the action ct: {@code TCA_CT_*} of {@code linux/tc_act/tc_ct.h}. */
public final class TcaCt {
    /** {@code struct tc_ct}: what all actions have. */
    public static final int TCA_CT_PARMS = 1;

    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_CT_TM = 2;

    /** u16: {@code TCA_CT_ACT_*}. */
    public static final int TCA_CT_ACTION = 3;

    /** u16: zone of the connection. */
    public static final int TCA_CT_ZONE = 4;

    /** u32: mark of the connection. */
    public static final int TCA_CT_MARK = 5;

    /** u32: which bits of the mark are set. */
    public static final int TCA_CT_MARK_MASK = 6;

    /** 16 bytes: label of the connection. */
    public static final int TCA_CT_LABELS = 7;

    /** 16 bytes: which bits of the label are set. */
    public static final int TCA_CT_LABELS_MASK = 8;

    /** IPv4 address: the first to translate to. */
    public static final int TCA_CT_NAT_IPV4_MIN = 9;

    /** IPv4 address: the last to translate to. */
    public static final int TCA_CT_NAT_IPV4_MAX = 10;

    /** IPv6 address: the first to translate to. */
    public static final int TCA_CT_NAT_IPV6_MIN = 11;

    /** IPv6 address: the last to translate to. */
    public static final int TCA_CT_NAT_IPV6_MAX = 12;

    /** u16 in network byte order: the first port to translate to. */
    public static final int TCA_CT_NAT_PORT_MIN = 13;

    /** u16 in network byte order: the last port to translate to. */
    public static final int TCA_CT_NAT_PORT_MAX = 14;

    /** Padding before a u64. */
    public static final int TCA_CT_PAD = 15;

    /** String: the helper of the connection; since Linux 6.2. */
    public static final int TCA_CT_HELPER_NAME = 16;

    /** u8: address family of the helper; since Linux 6.2. */
    public static final int TCA_CT_HELPER_FAMILY = 17;

    /** u8: IP protocol of the helper; since Linux 6.2. */
    public static final int TCA_CT_HELPER_PROTO = 18;

    /** Keep the connection in the table. */
    public static final int TCA_CT_ACT_COMMIT = 0x1;

    /** Even if another direction of it is there already. */
    public static final int TCA_CT_ACT_FORCE = 0x2;

    /** Forget what is known of the packet's connection. */
    public static final int TCA_CT_ACT_CLEAR = 0x4;

    /** Translate addresses. */
    public static final int TCA_CT_ACT_NAT = 0x8;

    /** Translate the source. */
    public static final int TCA_CT_ACT_NAT_SRC = 0x10;

    /** Translate the destination. */
    public static final int TCA_CT_ACT_NAT_DST = 0x20;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_ct", 20);

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_CT",
            TcGen.parameters(TCA_CT_PARMS, "TCA_CT_PARMS", PARAMETERS),
            TcGen.times(TCA_CT_TM, "TCA_CT_TM"),
            u16(TCA_CT_ACTION, "TCA_CT_ACTION").key("").shown(TcaCt::action),
            u16(TCA_CT_ZONE, "TCA_CT_ZONE").key("zone"),
            u32(TCA_CT_MARK, "TCA_CT_MARK").key("mark"),
            u32(TCA_CT_MARK_MASK, "TCA_CT_MARK_MASK").key("mark_mask").shown(TcJson.MASK),
            binary(TCA_CT_LABELS, "TCA_CT_LABELS").atMost(16).key("label").shown((data, _) -> TcJson.maskedBytes(data, TCA_CT_LABELS, TCA_CT_LABELS_MASK)),
            binary(TCA_CT_LABELS_MASK, "TCA_CT_LABELS_MASK").atMost(16),
            ipv4(TCA_CT_NAT_IPV4_MIN, "TCA_CT_NAT_IPV4_MIN"),
            ipv4(TCA_CT_NAT_IPV4_MAX, "TCA_CT_NAT_IPV4_MAX"),
            ipv6(TCA_CT_NAT_IPV6_MIN, "TCA_CT_NAT_IPV6_MIN"),
            ipv6(TCA_CT_NAT_IPV6_MAX, "TCA_CT_NAT_IPV6_MAX"),
            u16be(TCA_CT_NAT_PORT_MIN, "TCA_CT_NAT_PORT_MIN"),
            u16be(TCA_CT_NAT_PORT_MAX, "TCA_CT_NAT_PORT_MAX"),
            binary(TCA_CT_PAD, "TCA_CT_PAD"),
            string(TCA_CT_HELPER_NAME, "TCA_CT_HELPER_NAME").atMost(16).key("helper"),
            u8(TCA_CT_HELPER_FAMILY, "TCA_CT_HELPER_FAMILY"),
            u8(TCA_CT_HELPER_PROTO, "TCA_CT_HELPER_PROTO"));

    private TcaCt() {}

    private static Optional<Map<String, Object>> action(Attributes data, int number) {
        int flags = data.integer(number).orElse(0);
        Map<String, Object> members = new LinkedHashMap<>();
        StringJoiner words = new StringJoiner(" ");
        add(words, flags, TCA_CT_ACT_COMMIT, "commit");
        add(words, flags, TCA_CT_ACT_FORCE, "force");
        add(words, flags, TCA_CT_ACT_CLEAR, "clear");
        if (words.length() > 0) {
            members.put("action", words.toString());
        }
        if ((flags & TCA_CT_ACT_NAT) != 0) {
            members.put("nat", translation(new Ct(data), flags));
        }
        return Optional.of(members);
    }

    private static void add(StringJoiner words, int flags, int flag, String word) {
        if ((flags & flag) != 0) {
            words.add(word);
        }
    }

    private static String translation(Ct ct, int flags) {
        StringJoiner words = new StringJoiner(" ");
        add(words, flags, TCA_CT_ACT_NAT_SRC, "src");
        add(words, flags, TCA_CT_ACT_NAT_DST, "dst");
        ct.firstAddress().ifPresent(first -> words.add("addr " + first + ct.lastAddress().filter(last -> !last.equals(first))
                .map(last -> "-" + last).orElse("")));
        ct.firstPort().ifPresent(first -> words.add("port " + first + ct.lastPort().stream().filter(last -> last != first)
                .mapToObj(last -> "-" + last).findFirst().orElse("")));
        return words.toString();
    }
}
