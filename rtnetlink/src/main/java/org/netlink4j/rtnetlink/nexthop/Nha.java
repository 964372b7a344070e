package org.netlink4j.rtnetlink.nexthop;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.numbered;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.uint;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.encap.Encap;

/**
 * Messages about next hop objects: {@code struct nhmsg} and the attributes {@code NHA_*} of {@code linux/nexthop.h}, as of
 * Linux 6.18.
 */
public final class Nha {
    /** u32: id; 0 or absent in a request for any that is free. */
    public static final int NHA_ID = 1;

    /** Several {@code struct nexthop_grp}: u32 id, u8 weight less one, and 3 bytes of which one is more weight. */
    public static final int NHA_GROUP = 2;

    /** u16: {@link #NEXTHOP_GRP_TYPE_MPATH} or {@link #NEXTHOP_GRP_TYPE_RES}. */
    public static final int NHA_GROUP_TYPE = 3;

    /** Flag: drop the packet. */
    public static final int NHA_BLACKHOLE = 4;

    /** u32: index of the device. */
    public static final int NHA_OIF = 5;

    /** Gateway. */
    public static final int NHA_GATEWAY = 6;

    /** u16: {@link org.netlink4j.rtnetlink.encap.LwtunnelEncap}. */
    public static final int NHA_ENCAP_TYPE = 7;

    /** Nest of that encapsulation. */
    public static final int NHA_ENCAP = 8;

    /** Flag of a dump: groups only. */
    public static final int NHA_GROUPS = 9;

    /** u32 of a dump: only on ports of this device. */
    public static final int NHA_MASTER = 10;

    /** Flag: for forwarding entries of a VXLAN device. */
    public static final int NHA_FDB = 11;

    /** Nest of {@code NHA_RES_GROUP_*}. */
    public static final int NHA_RES_GROUP = 12;

    /** Nest of {@code NHA_RES_BUCKET_*}. */
    public static final int NHA_RES_BUCKET = 13;

    /** u32: {@code NHA_OP_FLAG_*}; since Linux 6.9. */
    public static final int NHA_OP_FLAGS = 14;

    /** Nest: counters of a group; since Linux 6.9. */
    public static final int NHA_GROUP_STATS = 15;

    /** u32: whether the hardware is to count; since Linux 6.9. */
    public static final int NHA_HW_STATS_ENABLE = 16;

    /** u32: whether the hardware counts; since Linux 6.9. */
    public static final int NHA_HW_STATS_USED = 17;

    /** u16 in network byte order: UDP port of the remote end of a next hop for forwarding entries. */
    public static final int NHA_DST_PORT = 18;

    /** Type of a group: a flow is hashed to a threshold. */
    public static final int NEXTHOP_GRP_TYPE_MPATH = 0;

    /** Type of a group: a flow is hashed to a bucket, and buckets move one by one; resilient. */
    public static final int NEXTHOP_GRP_TYPE_RES = 1;

    /** Bit of {@link #NHA_OP_FLAGS}: answer with counters. */
    public static final int NHA_OP_FLAG_DUMP_STATS = 1;

    /** Bit of {@link #NHA_OP_FLAGS}: answer with counters of the hardware. */
    public static final int NHA_OP_FLAG_DUMP_HW_STATS = 2;

    /** Nest, may occur more than once: counters of a member. */
    public static final int NHA_GROUP_STATS_ENTRY = 1;

    /** u32: the member. */
    public static final int NHA_GROUP_STATS_ENTRY_ID = 1;

    /** u32 or u64: packets that the kernel sent, and the hardware. */
    public static final int NHA_GROUP_STATS_ENTRY_PACKETS = 2;

    /** u32 or u64: packets that the hardware sent. */
    public static final int NHA_GROUP_STATS_ENTRY_PACKETS_HW = 3;

    /** Padding before a u64. */
    public static final int NHA_RES_GROUP_PAD = 0;

    /** u16: how many buckets. */
    public static final int NHA_RES_GROUP_BUCKETS = 1;

    /** u32: after how many hundredths of a second a bucket counts as idle. */
    public static final int NHA_RES_GROUP_IDLE_TIMER = 2;

    /** u32: after how many hundredths of a second a bucket is moved by force; 0 for never. */
    public static final int NHA_RES_GROUP_UNBALANCED_TIMER = 3;

    /** u64: for how many hundredths of a second the group is unbalanced, only in answers. */
    public static final int NHA_RES_GROUP_UNBALANCED_TIME = 4;

    /** Padding before a u64. */
    public static final int NHA_RES_BUCKET_PAD = 0;

    /** u16: number of the bucket. */
    public static final int NHA_RES_BUCKET_INDEX = 1;

    /** u64: for how many hundredths of a second it is idle. */
    public static final int NHA_RES_BUCKET_IDLE_TIME = 2;

    /** u32: the next hop. */
    public static final int NHA_RES_BUCKET_NH_ID = 3;

    /** The fixed header. */
    public static final StructSpec NHMSG = new StructSpec("nhmsg", 8, List.of(
            field("nh_family", 0, AttributeType.U8),
            field("nh_scope", 1, AttributeType.U8),
            field("nh_protocol", 2, AttributeType.U8),
            field("nh_flags", 4, AttributeType.U32)));

    private static final AttributeSet GROUP_STATS_ENTRY = AttributeSet.of(
            "NHA_GROUP_STATS_ENTRY",
            u32(NHA_GROUP_STATS_ENTRY_ID, "NHA_GROUP_STATS_ENTRY_ID").key("id"),
            uint(NHA_GROUP_STATS_ENTRY_PACKETS, "NHA_GROUP_STATS_ENTRY_PACKETS").key("packets"),
            uint(NHA_GROUP_STATS_ENTRY_PACKETS_HW, "NHA_GROUP_STATS_ENTRY_PACKETS_HW").key("packets_hw"));

    /** The table of {@link #NHA_GROUP_STATS}. */
    public static final AttributeSet GROUP_STATS = AttributeSet.of(
            "NHA_GROUP_STATS", nest(NHA_GROUP_STATS_ENTRY, "NHA_GROUP_STATS_ENTRY", () -> GROUP_STATS_ENTRY));

    /** The table of {@link #NHA_RES_BUCKET}. */
    public static final AttributeSet RESILIENT_BUCKET = AttributeSet.of(
            "NHA_RES_BUCKET",
            binary(NHA_RES_BUCKET_PAD, "NHA_RES_BUCKET_PAD"),
            u16(NHA_RES_BUCKET_INDEX, "NHA_RES_BUCKET_INDEX"),
            u64(NHA_RES_BUCKET_IDLE_TIME, "NHA_RES_BUCKET_IDLE_TIME"),
            u32(NHA_RES_BUCKET_NH_ID, "NHA_RES_BUCKET_NH_ID"));

    /** The table of {@link #NHA_RES_GROUP}. */
    public static final AttributeSet RESILIENT_GROUP = AttributeSet.of(
            "NHA_RES_GROUP",
            binary(NHA_RES_GROUP_PAD, "NHA_RES_GROUP_PAD"),
            u16(NHA_RES_GROUP_BUCKETS, "NHA_RES_GROUP_BUCKETS"),
            u32(NHA_RES_GROUP_IDLE_TIMER, "NHA_RES_GROUP_IDLE_TIMER"),
            u32(NHA_RES_GROUP_UNBALANCED_TIMER, "NHA_RES_GROUP_UNBALANCED_TIMER"),
            u64(NHA_RES_GROUP_UNBALANCED_TIME, "NHA_RES_GROUP_UNBALANCED_TIME"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "NHA",
            u32(NHA_ID, "NHA_ID"),
            binary(NHA_GROUP, "NHA_GROUP"),
            u16(NHA_GROUP_TYPE, "NHA_GROUP_TYPE"),
            flag(NHA_BLACKHOLE, "NHA_BLACKHOLE"),
            u32(NHA_OIF, "NHA_OIF"),
            address(NHA_GATEWAY, "NHA_GATEWAY"),
            u16(NHA_ENCAP_TYPE, "NHA_ENCAP_TYPE"),
            numbered(NHA_ENCAP, "NHA_ENCAP", NHA_ENCAP_TYPE, Encap::table),
            flag(NHA_GROUPS, "NHA_GROUPS"),
            u32(NHA_MASTER, "NHA_MASTER"),
            flag(NHA_FDB, "NHA_FDB"),
            nest(NHA_RES_GROUP, "NHA_RES_GROUP", () -> RESILIENT_GROUP),
            nest(NHA_RES_BUCKET, "NHA_RES_BUCKET", () -> RESILIENT_BUCKET),
            u32(NHA_OP_FLAGS, "NHA_OP_FLAGS"),
            nest(NHA_GROUP_STATS, "NHA_GROUP_STATS", () -> GROUP_STATS),
            u32(NHA_HW_STATS_ENABLE, "NHA_HW_STATS_ENABLE"),
            u32(NHA_HW_STATS_USED, "NHA_HW_STATS_USED"),
            u16be(NHA_DST_PORT, "NHA_DST_PORT"));

    private Nha() {}
}
