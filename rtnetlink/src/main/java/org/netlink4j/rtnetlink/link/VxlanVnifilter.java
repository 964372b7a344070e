package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about the network identifiers that a VXLAN takes: {@code struct tunnel_msg} and the attributes {@code VXLAN_VNIFILTER_*} of
 * {@code linux/if_link.h}; since Linux 5.18.
 */
public final class VxlanVnifilter {
    /** u64: bytes that came. */
    public static final int VNIFILTER_ENTRY_STATS_RX_BYTES = 1;

    /** u64: packets that came. */
    public static final int VNIFILTER_ENTRY_STATS_RX_PKTS = 2;

    /** u64: packets that came and were dropped. */
    public static final int VNIFILTER_ENTRY_STATS_RX_DROPS = 3;

    /** u64: bad packets that came. */
    public static final int VNIFILTER_ENTRY_STATS_RX_ERRORS = 4;

    /** u64: bytes sent. */
    public static final int VNIFILTER_ENTRY_STATS_TX_BYTES = 5;

    /** u64: packets sent. */
    public static final int VNIFILTER_ENTRY_STATS_TX_PKTS = 6;

    /** u64: packets dropped before they were sent. */
    public static final int VNIFILTER_ENTRY_STATS_TX_DROPS = 7;

    /** u64: packets that could not be sent. */
    public static final int VNIFILTER_ENTRY_STATS_TX_ERRORS = 8;

    /** Padding; only in answers. */
    public static final int VNIFILTER_ENTRY_STATS_PAD = 9;

    /** u32: the network identifier, or the first of some. */
    public static final int VXLAN_VNIFILTER_ENTRY_START = 1;

    /** u32: the last of some. */
    public static final int VXLAN_VNIFILTER_ENTRY_END = 2;

    /** IPv4 address of the multicast group or the remote end. */
    public static final int VXLAN_VNIFILTER_ENTRY_GROUP = 3;

    /** IPv6 address of the multicast group or the remote end. */
    public static final int VXLAN_VNIFILTER_ENTRY_GROUP6 = 4;

    /** Nest of {@code VNIFILTER_ENTRY_STATS_*}, only in answers. */
    public static final int VXLAN_VNIFILTER_ENTRY_STATS = 5;

    /** Nest of {@code VXLAN_VNIFILTER_ENTRY_*}. */
    public static final int VXLAN_VNIFILTER_ENTRY = 1;

    /** In the header of a request: with statistics. */
    public static final int TUNNEL_MSG_FLAG_STATS = 0x01;

    /** The fixed header. */
    public static final StructSpec TUNNEL_MSG = new StructSpec("tunnel_msg", 8, List.of(
            field("family", 0, AttributeType.U8),
            field("flags", 1, AttributeType.U8),
            field("ifindex", 4, AttributeType.U32)));

    /** The table of {@link #VXLAN_VNIFILTER_ENTRY_STATS}. */
    public static final AttributeSet STATISTICS = AttributeSet.of(
            "VNIFILTER_ENTRY_STATS",
            u64(VNIFILTER_ENTRY_STATS_RX_BYTES, "VNIFILTER_ENTRY_STATS_RX_BYTES"),
            u64(VNIFILTER_ENTRY_STATS_RX_PKTS, "VNIFILTER_ENTRY_STATS_RX_PKTS"),
            u64(VNIFILTER_ENTRY_STATS_RX_DROPS, "VNIFILTER_ENTRY_STATS_RX_DROPS"),
            u64(VNIFILTER_ENTRY_STATS_RX_ERRORS, "VNIFILTER_ENTRY_STATS_RX_ERRORS"),
            u64(VNIFILTER_ENTRY_STATS_TX_BYTES, "VNIFILTER_ENTRY_STATS_TX_BYTES"),
            u64(VNIFILTER_ENTRY_STATS_TX_PKTS, "VNIFILTER_ENTRY_STATS_TX_PKTS"),
            u64(VNIFILTER_ENTRY_STATS_TX_DROPS, "VNIFILTER_ENTRY_STATS_TX_DROPS"),
            u64(VNIFILTER_ENTRY_STATS_TX_ERRORS, "VNIFILTER_ENTRY_STATS_TX_ERRORS"),
            binary(VNIFILTER_ENTRY_STATS_PAD, "VNIFILTER_ENTRY_STATS_PAD"));

    /** The table of {@link #VXLAN_VNIFILTER_ENTRY}. */
    public static final AttributeSet ENTRY = AttributeSet.of(
            "VXLAN_VNIFILTER_ENTRY",
            u32(VXLAN_VNIFILTER_ENTRY_START, "VXLAN_VNIFILTER_ENTRY_START"),
            u32(VXLAN_VNIFILTER_ENTRY_END, "VXLAN_VNIFILTER_ENTRY_END"),
            ipv4(VXLAN_VNIFILTER_ENTRY_GROUP, "VXLAN_VNIFILTER_ENTRY_GROUP"),
            ipv6(VXLAN_VNIFILTER_ENTRY_GROUP6, "VXLAN_VNIFILTER_ENTRY_GROUP6"),
            nest(VXLAN_VNIFILTER_ENTRY_STATS, "VXLAN_VNIFILTER_ENTRY_STATS", () -> STATISTICS));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "VXLAN_VNIFILTER",
            nest(VXLAN_VNIFILTER_ENTRY, "VXLAN_VNIFILTER_ENTRY", () -> ENTRY));

    private VxlanVnifilter() {}
}
