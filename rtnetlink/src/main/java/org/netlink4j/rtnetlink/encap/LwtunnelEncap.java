package org.netlink4j.rtnetlink.encap;

/** Encapsulations of routes and next hops (lightweight tunnels): {@code LWTUNNEL_ENCAP_*} of {@code linux/lwtunnel.h}. u16. */
public final class LwtunnelEncap {
    /** None. */
    public static final int LWTUNNEL_ENCAP_NONE = 0;

    /** MPLS labels; see {@link MplsEncap}. */
    public static final int LWTUNNEL_ENCAP_MPLS = 1;

    /** Metadata for a tunnel device over IPv4; see {@link IpEncap}. */
    public static final int LWTUNNEL_ENCAP_IP = 2;

    /** Identifier locator addressing; see {@link IlaEncap}. */
    public static final int LWTUNNEL_ENCAP_ILA = 3;

    /** Metadata for a tunnel device over IPv6; see {@link Ip6Encap}. */
    public static final int LWTUNNEL_ENCAP_IP6 = 4;

    /** A segment routing header; see {@link Seg6Encap}. */
    public static final int LWTUNNEL_ENCAP_SEG6 = 5;

    /** BPF programs; see {@link BpfEncap}. */
    public static final int LWTUNNEL_ENCAP_BPF = 6;

    /** What this host does as a segment; see {@link Seg6LocalEncap}. */
    public static final int LWTUNNEL_ENCAP_SEG6_LOCAL = 7;

    /** A source routing header of RPL; see {@link RplEncap}. */
    public static final int LWTUNNEL_ENCAP_RPL = 8;

    /** In-situ operations, administration and maintenance; see {@link Ioam6Encap}. */
    public static final int LWTUNNEL_ENCAP_IOAM6 = 9;

    /** IPsec through an xfrm device; see {@link XfrmEncap}. */
    public static final int LWTUNNEL_ENCAP_XFRM = 10;

    private LwtunnelEncap() {}
}
