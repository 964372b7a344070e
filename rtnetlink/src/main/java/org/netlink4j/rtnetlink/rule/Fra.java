package org.netlink4j.rtnetlink.rule;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u32be;
import static org.netlink4j.core.schema.AttributeSpec.u64be;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about routing rules: {@code struct fib_rule_hdr} and the attributes {@code FRA_*} of {@code linux/fib_rules.h}, as
 * of Linux 6.18.
 */
public final class Fra {
    /** Destination prefix. */
    public static final int FRA_DST = 1;

    /** Source prefix. */
    public static final int FRA_SRC = 2;

    /** String of at most 16 bytes with its NUL: device on which the packet came. */
    public static final int FRA_IIFNAME = 3;

    /** u32: priority of the rule to go on with. */
    public static final int FRA_GOTO = 4;

    /** Not in use. */
    public static final int FRA_UNUSED2 = 5;

    /** u32: priority; the lowest comes first. */
    public static final int FRA_PRIORITY = 6;

    /** Not in use. */
    public static final int FRA_UNUSED3 = 7;

    /** Not in use. */
    public static final int FRA_UNUSED4 = 8;

    /** Not in use. */
    public static final int FRA_UNUSED5 = 9;

    /** u32: mark of the packet. */
    public static final int FRA_FWMARK = 10;

    /** u32: realms. */
    public static final int FRA_FLOW = 11;

    /** u64 in network byte order: id of the tunnel. */
    public static final int FRA_TUN_ID = 12;

    /** u32: refuse a result by a device of this group. */
    public static final int FRA_SUPPRESS_IFGROUP = 13;

    /** u32: refuse a result with a prefix of at most this length. */
    public static final int FRA_SUPPRESS_PREFIXLEN = 14;

    /** u32: table, which goes beyond the 8 bits of the header. */
    public static final int FRA_TABLE = 15;

    /** u32: mask of the mark. */
    public static final int FRA_FWMASK = 16;

    /** String of at most 16 bytes with its NUL: device on which the packet leaves. */
    public static final int FRA_OIFNAME = 17;

    /** Padding before a u64. */
    public static final int FRA_PAD = 18;

    /** u8: whether the table is that of the VRF. */
    public static final int FRA_L3MDEV = 19;

    /** {@code struct fib_rule_uid_range}: users whose packet it is. */
    public static final int FRA_UID_RANGE = 20;

    /** u8: who made the rule. */
    public static final int FRA_PROTOCOL = 21;

    /** u8: protocol of the packet. */
    public static final int FRA_IP_PROTO = 22;

    /** {@code struct fib_rule_port_range}: source ports. */
    public static final int FRA_SPORT_RANGE = 23;

    /** {@code struct fib_rule_port_range}: destination ports. */
    public static final int FRA_DPORT_RANGE = 24;

    /** u8: DSCP; since Linux 6.12. */
    public static final int FRA_DSCP = 25;

    /** u32 in network byte order: flow label; since Linux 6.14. */
    public static final int FRA_FLOWLABEL = 26;

    /** u32 in network byte order: mask of the flow label; since Linux 6.14. */
    public static final int FRA_FLOWLABEL_MASK = 27;

    /** u16: mask of the source port; since Linux 6.15. */
    public static final int FRA_SPORT_MASK = 28;

    /** u16: mask of the destination port; since Linux 6.15. */
    public static final int FRA_DPORT_MASK = 29;

    /** u8: mask of the DSCP; since Linux 6.15. */
    public static final int FRA_DSCP_MASK = 30;

    /** The fixed header. */
    public static final StructSpec FIB_RULE_HDR = new StructSpec("fib_rule_hdr", 12, List.of(
            field("family", 0, AttributeType.U8),
            field("dst_len", 1, AttributeType.U8),
            field("src_len", 2, AttributeType.U8),
            field("tos", 3, AttributeType.U8),
            field("table", 4, AttributeType.U8),
            field("action", 7, AttributeType.U8),
            field("flags", 8, AttributeType.U32)));

    /** First and last user. */
    private static final StructSpec UID_RANGE = new StructSpec("fib_rule_uid_range", 8, List.of(
            field("start", 0, AttributeType.U32),
            field("end", 4, AttributeType.U32)));

    /** First and last port. */
    private static final StructSpec PORT_RANGE = new StructSpec("fib_rule_port_range", 4, List.of(
            field("start", 0, AttributeType.U16),
            field("end", 2, AttributeType.U16)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "FRA",
            address(FRA_DST, "FRA_DST"),
            address(FRA_SRC, "FRA_SRC"),
            string(FRA_IIFNAME, "FRA_IIFNAME").atMost(16).key("iif"),
            u32(FRA_GOTO, "FRA_GOTO"),
            binary(FRA_UNUSED2, "FRA_UNUSED2"),
            u32(FRA_PRIORITY, "FRA_PRIORITY"),
            binary(FRA_UNUSED3, "FRA_UNUSED3"),
            binary(FRA_UNUSED4, "FRA_UNUSED4"),
            binary(FRA_UNUSED5, "FRA_UNUSED5"),
            u32(FRA_FWMARK, "FRA_FWMARK"),
            u32(FRA_FLOW, "FRA_FLOW"),
            u64be(FRA_TUN_ID, "FRA_TUN_ID").key("tun_id"),
            u32(FRA_SUPPRESS_IFGROUP, "FRA_SUPPRESS_IFGROUP"),
            u32(FRA_SUPPRESS_PREFIXLEN, "FRA_SUPPRESS_PREFIXLEN").key("suppress_prefixlen").shown(Fra::unlessNone),
            u32(FRA_TABLE, "FRA_TABLE"),
            u32(FRA_FWMASK, "FRA_FWMASK"),
            string(FRA_OIFNAME, "FRA_OIFNAME").atMost(16).key("oif"),
            binary(FRA_PAD, "FRA_PAD"),
            u8(FRA_L3MDEV, "FRA_L3MDEV"),
            struct(FRA_UID_RANGE, "FRA_UID_RANGE", UID_RANGE).key("").shown(Fra::users),
            u8(FRA_PROTOCOL, "FRA_PROTOCOL"),
            u8(FRA_IP_PROTO, "FRA_IP_PROTO"),
            struct(FRA_SPORT_RANGE, "FRA_SPORT_RANGE", PORT_RANGE).key("").shown((among, number) -> ports(among, number, "sport")),
            struct(FRA_DPORT_RANGE, "FRA_DPORT_RANGE", PORT_RANGE).key("").shown((among, number) -> ports(among, number, "dport")),
            u8(FRA_DSCP, "FRA_DSCP"),
            u32be(FRA_FLOWLABEL, "FRA_FLOWLABEL"),
            u32be(FRA_FLOWLABEL_MASK, "FRA_FLOWLABEL_MASK"),
            u16(FRA_SPORT_MASK, "FRA_SPORT_MASK"),
            u16(FRA_DPORT_MASK, "FRA_DPORT_MASK"),
            u8(FRA_DSCP_MASK, "FRA_DSCP_MASK"));

    /** A u32 that says that nothing is suppressed. */
    private static final long NONE = 0xffff_ffffL;

    private Fra() {}

    private static Optional<Long> unlessNone(Attributes among, int number) {
        return among.number(number).stream().filter(value -> value != NONE).boxed().findFirst();
    }

    private static Optional<Map<String, Long>> users(Attributes among, int number) {
        OptionalLong first = among.field(number, "start");
        OptionalLong last = among.field(number, "end");
        return first.isPresent() && last.isPresent()
                ? Optional.of(Map.of("uid_start", first.getAsLong(), "uid_end", last.getAsLong()))
                : Optional.empty();
    }

    private static Optional<Map<String, Long>> ports(Attributes among, int number, String key) {
        OptionalLong first = among.field(number, "start");
        OptionalLong last = among.field(number, "end");
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(first.equals(last)
                ? Map.of(key, first.getAsLong())
                : Map.of(key + "_start", first.getAsLong(), key + "_end", last.getAsLong()));
    }
}
