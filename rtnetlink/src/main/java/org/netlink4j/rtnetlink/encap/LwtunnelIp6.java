package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u64be;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/** Attributes of a tunnel over IPv6: {@code LWTUNNEL_IP6_*} of {@code linux/lwtunnel.h}. */
public final class LwtunnelIp6 {
    /** u64 in network order: id of the tunnel, for example a VNI. */
    public static final int LWTUNNEL_IP6_ID = 1;

    /** IPv6 address: the other end. */
    public static final int LWTUNNEL_IP6_DST = 2;

    /** IPv6 address: this end. */
    public static final int LWTUNNEL_IP6_SRC = 3;

    /** u8: hop limit; 0 for that of the device. */
    public static final int LWTUNNEL_IP6_HOPLIMIT = 4;

    /** u8: traffic class. */
    public static final int LWTUNNEL_IP6_TC = 5;

    /** u16 in network order: {@link TunnelFlags}. */
    public static final int LWTUNNEL_IP6_FLAGS = 6;

    /** Padding before a u64. */
    public static final int LWTUNNEL_IP6_PAD = 7;

    /** Nest of {@link LwtunnelIpOpts}. */
    public static final int LWTUNNEL_IP6_OPTS = 8;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("LWTUNNEL_IP6",
            u64be(LWTUNNEL_IP6_ID, "LWTUNNEL_IP6_ID").key("id"),
            ipv6(LWTUNNEL_IP6_DST, "LWTUNNEL_IP6_DST").key("dst"),
            ipv6(LWTUNNEL_IP6_SRC, "LWTUNNEL_IP6_SRC").key("src"),
            u8(LWTUNNEL_IP6_HOPLIMIT, "LWTUNNEL_IP6_HOPLIMIT").key("hoplimit"),
            u8(LWTUNNEL_IP6_TC, "LWTUNNEL_IP6_TC").key("tc"),
            u16be(LWTUNNEL_IP6_FLAGS, "LWTUNNEL_IP6_FLAGS").key("").shown(Renderings::tunnelFlags),
            binary(LWTUNNEL_IP6_PAD, "LWTUNNEL_IP6_PAD"),
            nest(LWTUNNEL_IP6_OPTS, "LWTUNNEL_IP6_OPTS", () -> LwtunnelIpOpts.ATTRIBUTES).key("").shown(Renderings::tunnelOptions));

    private LwtunnelIp6() {}
}
