package org.netlink4j.rtnetlink.link;

/**
 * Bits of {@code IFLA_GRE_IFLAGS} and {@code IFLA_GRE_OFLAGS}: {@code GRE_*} of {@code linux/if_tunnel.h}. The header has them in
 * network order, here they are plain numbers.
 */
public final class GreFlags {
    /** Packets have a checksum; {@code GRE_CSUM}. */
    public static final int CSUM = 0x8000;

    /** Packets have a key; {@code GRE_KEY}. */
    public static final int KEY = 0x2000;

    /** Packets have sequence numbers; {@code GRE_SEQ}. */
    public static final int SEQ = 0x1000;

    private GreFlags() {}
}
