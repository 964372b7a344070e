package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u64be;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/** Attributes of a tunnel over IPv4: {@code LWTUNNEL_IP_*} of {@code linux/lwtunnel.h}. */
public final class LwtunnelIp {
    /** u64 in network order: id of the tunnel, for example a VNI. */
    public static final int LWTUNNEL_IP_ID = 1;

    /** IPv4 address: the other end. */
    public static final int LWTUNNEL_IP_DST = 2;

    /** IPv4 address: this end. */
    public static final int LWTUNNEL_IP_SRC = 3;

    /** u8: time to live; 0 for that of the device. */
    public static final int LWTUNNEL_IP_TTL = 4;

    /** u8: type of service. */
    public static final int LWTUNNEL_IP_TOS = 5;

    /** u16 in network order: {@link TunnelFlags}. */
    public static final int LWTUNNEL_IP_FLAGS = 6;

    /** Padding before a u64. */
    public static final int LWTUNNEL_IP_PAD = 7;

    /** Nest of {@link LwtunnelIpOpts}. */
    public static final int LWTUNNEL_IP_OPTS = 8;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("LWTUNNEL_IP",
            u64be(LWTUNNEL_IP_ID, "LWTUNNEL_IP_ID").key("id"),
            ipv4(LWTUNNEL_IP_DST, "LWTUNNEL_IP_DST").key("dst"),
            ipv4(LWTUNNEL_IP_SRC, "LWTUNNEL_IP_SRC").key("src"),
            u8(LWTUNNEL_IP_TTL, "LWTUNNEL_IP_TTL").key("ttl"),
            u8(LWTUNNEL_IP_TOS, "LWTUNNEL_IP_TOS").key("tos"),
            u16be(LWTUNNEL_IP_FLAGS, "LWTUNNEL_IP_FLAGS").key("").shown(Renderings::tunnelFlags),
            binary(LWTUNNEL_IP_PAD, "LWTUNNEL_IP_PAD"),
            nest(LWTUNNEL_IP_OPTS, "LWTUNNEL_IP_OPTS", () -> LwtunnelIpOpts.ATTRIBUTES).key("").shown(Renderings::tunnelOptions));

    private LwtunnelIp() {}
}
