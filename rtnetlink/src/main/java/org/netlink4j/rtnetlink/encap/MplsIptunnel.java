package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/** Attributes of an MPLS encapsulation: {@code MPLS_IPTUNNEL_*} of {@code linux/mpls_iptunnel.h}. */
public final class MplsIptunnel {
    /** Bytes: the label stack; see {@link org.netlink4j.rtnetlink.MplsLabels}. */
    public static final int MPLS_IPTUNNEL_DST = 1;

    /** u8: time to live in the labels; that of the packet if absent. */
    public static final int MPLS_IPTUNNEL_TTL = 2;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("MPLS_IPTUNNEL",
            binary(MPLS_IPTUNNEL_DST, "MPLS_IPTUNNEL_DST").key("dst").shown(Renderings::labels),
            u8(MPLS_IPTUNNEL_TTL, "MPLS_IPTUNNEL_TTL").key("ttl"));

    private MplsIptunnel() {}
}
