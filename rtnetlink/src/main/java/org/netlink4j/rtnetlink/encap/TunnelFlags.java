package org.netlink4j.rtnetlink.encap;

/** Flags of tunnels: {@code TUNNEL_*} of {@code linux/if_tunnel.h}, as numbers in host order. u16. */
public final class TunnelFlags {
    /** Checksum. */
    public static final int TUNNEL_CSUM = 0x01;

    /** Key. */
    public static final int TUNNEL_KEY = 0x04;

    /** Sequence numbers. */
    public static final int TUNNEL_SEQ = 0x08;

    private TunnelFlags() {}
}
