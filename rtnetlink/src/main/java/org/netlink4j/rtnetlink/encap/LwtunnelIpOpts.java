package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u32be;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/**
 * Options of tunnels: {@code LWTUNNEL_IP_OPTS_*} and {@code LWTUNNEL_IP_OPT_*} of {@code linux/lwtunnel.h}. Some kernels, 6.18.44
 * among them, crash on options of routes: try them on a machine that may be lost.
 */
public final class LwtunnelIpOpts {
    /** Nest: in requests an option of Geneve, may occur more than once; in answers all options, one behind the other. */
    public static final int LWTUNNEL_IP_OPTS_GENEVE = 1;

    /** Nest: options of VXLAN. */
    public static final int LWTUNNEL_IP_OPTS_VXLAN = 2;

    /** Nest: options of ERSPAN. */
    public static final int LWTUNNEL_IP_OPTS_ERSPAN = 3;

    /** u16 in network order: class of the option. */
    public static final int LWTUNNEL_IP_OPT_GENEVE_CLASS = 1;

    /** u8: type of the option. */
    public static final int LWTUNNEL_IP_OPT_GENEVE_TYPE = 2;

    /** Bytes: the option, a multiple of 4, at most 124. */
    public static final int LWTUNNEL_IP_OPT_GENEVE_DATA = 3;

    /** u32: id of the group policy. */
    public static final int LWTUNNEL_IP_OPT_VXLAN_GBP = 1;

    /** u8: version, 1 or 2. */
    public static final int LWTUNNEL_IP_OPT_ERSPAN_VER = 1;

    /** u32 in network order: index of version 1. */
    public static final int LWTUNNEL_IP_OPT_ERSPAN_INDEX = 2;

    /** u8: direction of version 2, 0 or 1. */
    public static final int LWTUNNEL_IP_OPT_ERSPAN_DIR = 3;

    /** u8: hardware id of version 2. */
    public static final int LWTUNNEL_IP_OPT_ERSPAN_HWID = 4;

    /** The table of {@link #LWTUNNEL_IP_OPTS_GENEVE}. */
    public static final AttributeSet GENEVE = AttributeSet.of("LWTUNNEL_IP_OPT_GENEVE",
            u16be(LWTUNNEL_IP_OPT_GENEVE_CLASS, "LWTUNNEL_IP_OPT_GENEVE_CLASS").key("class"),
            u8(LWTUNNEL_IP_OPT_GENEVE_TYPE, "LWTUNNEL_IP_OPT_GENEVE_TYPE").key("type"),
            binary(LWTUNNEL_IP_OPT_GENEVE_DATA, "LWTUNNEL_IP_OPT_GENEVE_DATA").atMost(124).key("data"));

    /** The table of {@link #LWTUNNEL_IP_OPTS_VXLAN}. */
    public static final AttributeSet VXLAN = AttributeSet.of(
            "LWTUNNEL_IP_OPT_VXLAN", u32(LWTUNNEL_IP_OPT_VXLAN_GBP, "LWTUNNEL_IP_OPT_VXLAN_GBP").key("gbp"));

    /** The table of {@link #LWTUNNEL_IP_OPTS_ERSPAN}. */
    public static final AttributeSet ERSPAN = AttributeSet.of("LWTUNNEL_IP_OPT_ERSPAN",
            u8(LWTUNNEL_IP_OPT_ERSPAN_VER, "LWTUNNEL_IP_OPT_ERSPAN_VER").key("ver"),
            u32be(LWTUNNEL_IP_OPT_ERSPAN_INDEX, "LWTUNNEL_IP_OPT_ERSPAN_INDEX").key("index"),
            u8(LWTUNNEL_IP_OPT_ERSPAN_DIR, "LWTUNNEL_IP_OPT_ERSPAN_DIR").key("dir"),
            u8(LWTUNNEL_IP_OPT_ERSPAN_HWID, "LWTUNNEL_IP_OPT_ERSPAN_HWID").key("hwid"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("LWTUNNEL_IP_OPTS",
            nest(LWTUNNEL_IP_OPTS_GENEVE, "LWTUNNEL_IP_OPTS_GENEVE", () -> GENEVE).key("geneve_opts").shown(Renderings::geneve),
            nest(LWTUNNEL_IP_OPTS_VXLAN, "LWTUNNEL_IP_OPTS_VXLAN", () -> VXLAN).key("vxlan_opts").shown(Renderings::all),
            nest(LWTUNNEL_IP_OPTS_ERSPAN, "LWTUNNEL_IP_OPTS_ERSPAN", () -> ERSPAN).key("erspan_opts").shown(Renderings::erspan));

    private LwtunnelIpOpts() {}
}
