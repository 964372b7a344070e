package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.StructSpec.field;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/** Attributes of the action pedit: {@code TCA_PEDIT_*} of {@code linux/tc_act/tc_pedit.h}. */
public final class TcaPedit {
    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_PEDIT_TM = 1;

    /** {@code struct tc_pedit_sel}: what all actions have, and the keys, 24 bytes each. */
    public static final int TCA_PEDIT_PARMS = 2;

    /** Padding before a u64. */
    public static final int TCA_PEDIT_PAD = 3;

    /** The same, beside {@link #TCA_PEDIT_KEYS_EX}. */
    public static final int TCA_PEDIT_PARMS_EX = 4;

    /** Nest of one {@link #TCA_PEDIT_KEY_EX} a key. */
    public static final int TCA_PEDIT_KEYS_EX = 5;

    /** Nest: the header in which a key lies, and what is done to it. */
    public static final int TCA_PEDIT_KEY_EX = 6;

    /** u16: {@code TCA_PEDIT_KEY_EX_HDR_TYPE_*}, from which header on the offset counts. */
    public static final int TCA_PEDIT_KEY_EX_HTYPE = 1;

    /** u16: {@code TCA_PEDIT_KEY_EX_CMD_*}, what is done. */
    public static final int TCA_PEDIT_KEY_EX_CMD = 2;

    /** From the network header on, whatever it is. */
    public static final int TCA_PEDIT_KEY_EX_HDR_TYPE_NETWORK = 0;

    /** From the Ethernet header on. */
    public static final int TCA_PEDIT_KEY_EX_HDR_TYPE_ETH = 1;

    /** From the IPv4 header on. */
    public static final int TCA_PEDIT_KEY_EX_HDR_TYPE_IP4 = 2;

    /** From the IPv6 header on. */
    public static final int TCA_PEDIT_KEY_EX_HDR_TYPE_IP6 = 3;

    /** From the TCP header on. */
    public static final int TCA_PEDIT_KEY_EX_HDR_TYPE_TCP = 4;

    /** From the UDP header on. */
    public static final int TCA_PEDIT_KEY_EX_HDR_TYPE_UDP = 5;

    /** The value replaces what is there. */
    public static final int TCA_PEDIT_KEY_EX_CMD_SET = 0;

    /** The value is added to what is there. */
    public static final int TCA_PEDIT_KEY_EX_CMD_ADD = 1;

    /** The head of {@code struct tc_pedit_sel}; the keys follow. */
    static final StructSpec SELECTOR = TcGen.struct("tc_pedit_sel", 24,
            field("nkeys", 20, AttributeType.U8), field("flags", 21, AttributeType.U8));

    /** One key of it. */
    static final StructSpec PEDIT_KEY = new StructSpec("tc_pedit_key", 24, List.of(
            field("mask", 0, AttributeType.U32), field("val", 4, AttributeType.U32), field("off", 8, AttributeType.U32),
            field("at", 12, AttributeType.U32), field("offmask", 16, AttributeType.U32), field("shift", 20, AttributeType.U32)));

    private static final List<String> HEADERS = List.of("network", "eth", "ipv4", "ipv6", "tcp", "udp");

    /** The table of {@link #TCA_PEDIT_KEY_EX}. */
    public static final AttributeSet KEY = AttributeSet.of(
            "TCA_PEDIT_KEY_EX",
            u16(TCA_PEDIT_KEY_EX_HTYPE, "TCA_PEDIT_KEY_EX_HTYPE"),
            u16(TCA_PEDIT_KEY_EX_CMD, "TCA_PEDIT_KEY_EX_CMD"));

    /** The table of {@link #TCA_PEDIT_KEYS_EX}. */
    public static final AttributeSet KEYS = AttributeSet.of(
            "TCA_PEDIT_KEYS_EX",
            nest(TCA_PEDIT_KEY_EX, "TCA_PEDIT_KEY_EX", () -> KEY));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_PEDIT",
            TcGen.times(TCA_PEDIT_TM, "TCA_PEDIT_TM"),
            TcGen.parameters(TCA_PEDIT_PARMS, "TCA_PEDIT_PARMS", SELECTOR, TcaPedit::members),
            binary(TCA_PEDIT_PAD, "TCA_PEDIT_PAD"),
            TcGen.parameters(TCA_PEDIT_PARMS_EX, "TCA_PEDIT_PARMS_EX", SELECTOR, TcaPedit::members),
            nest(TCA_PEDIT_KEYS_EX, "TCA_PEDIT_KEYS_EX", () -> KEYS));

    private TcaPedit() {}

    private static Map<String, Object> members(Attributes data) {
        List<PeditKey> keys = new Pedit(data).keys();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("nkeys", keys.size());
        members.put("keys", keys.stream().map(TcaPedit::members).toList());
        return members;
    }

    private static Map<String, Object> members(PeditKey key) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("htype", key.header() < HEADERS.size() ? HEADERS.get(key.header()) : Integer.toString(key.header()));
        members.put("offset", key.offset());
        members.put("cmd", key.command() == TCA_PEDIT_KEY_EX_CMD_ADD ? "add" : "set");
        members.put("val", digits(key.value()));
        members.put("mask", digits(key.keep()));
        return members;
    }

    /** The four bytes in the order of the packet as one number. */
    private static String digits(Octets octets) {
        return Integer.toHexString(ByteBuffer.wrap(octets.toArray()).getInt());
    }
}
