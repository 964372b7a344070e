package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.core.schema.AttributeSpec.binary;

import org.netlink4j.core.schema.AttributeSet;

/** Attributes of an RPL encapsulation: {@code RPL_IPTUNNEL_*} of {@code linux/rpl_iptunnel.h}. */
public final class RplIptunnel {
    /** Bytes: a {@code struct ipv6_rpl_sr_hdr} of {@code linux/rpl.h}. */
    public static final int RPL_IPTUNNEL_SRH = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("RPL_IPTUNNEL",
            binary(RPL_IPTUNNEL_SRH, "RPL_IPTUNNEL_SRH").key("segs").shown(Renderings::sourceRoute));

    private RplIptunnel() {}
}
