package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;

/** Attributes of a segment routing encapsulation: {@code SEG6_IPTUN*} of {@code linux/seg6_iptunnel.h}. */
public final class Seg6Iptunnel {
    /** Bytes: a {@code struct seg6_iptunnel_encap}: s32 mode, and the header, {@link SegmentRoutingHeader}. */
    public static final int SEG6_IPTUNNEL_SRH = 1;

    /** IPv6 address from which packets are sent. */
    public static final int SEG6_IPTUNNEL_SRC = 2;

    /** u32: routing table in which the first segment is looked up. */
    public static final int SEG6_IPTUNNEL_TABLE = 3;

    /** Mode: the header goes into the packet. */
    public static final int SEG6_IPTUN_MODE_INLINE = 0;

    /** Mode: the packet goes into an IPv6 packet with the header. */
    public static final int SEG6_IPTUN_MODE_ENCAP = 1;

    /** Mode: the frame goes into an IPv6 packet with the header. */
    public static final int SEG6_IPTUN_MODE_L2ENCAP = 2;

    /** Mode: as {@link #SEG6_IPTUN_MODE_ENCAP}, without the first segment in the header; since Linux 6.0. */
    public static final int SEG6_IPTUN_MODE_ENCAP_RED = 3;

    /** Mode: as {@link #SEG6_IPTUN_MODE_L2ENCAP}, without the first segment in the header; since Linux 6.0. */
    public static final int SEG6_IPTUN_MODE_L2ENCAP_RED = 4;

    static final Map<Integer, String> MODES = Map.of(
            SEG6_IPTUN_MODE_INLINE, "inline", SEG6_IPTUN_MODE_ENCAP, "encap", SEG6_IPTUN_MODE_L2ENCAP, "l2encap",
            SEG6_IPTUN_MODE_ENCAP_RED, "encap.red", SEG6_IPTUN_MODE_L2ENCAP_RED, "l2encap.red");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("SEG6_IPTUNNEL",
            binary(SEG6_IPTUNNEL_SRH, "SEG6_IPTUNNEL_SRH").key("").shown(Renderings::segmentRouting),
            ipv6(SEG6_IPTUNNEL_SRC, "SEG6_IPTUNNEL_SRC"),
            u32(SEG6_IPTUNNEL_TABLE, "SEG6_IPTUNNEL_TABLE"));

    private Seg6Iptunnel() {}
}
