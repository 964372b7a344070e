package org.netlink4j.macvtap;

/** Flags of {@code linux/if_tun.h} that a tap queue of a macvtap knows. */
public final class Tun {
    /** The queue carries Ethernet frames; always set. */
    public static final int IFF_TAP = 0x0002;

    /** The queue belongs to a device with several. */
    public static final int IFF_MULTI_QUEUE = 0x0100;

    /** The queue is to have its share of frames. */
    public static final int IFF_ATTACH_QUEUE = 0x0200;

    /** The queue is to have no share of frames. */
    public static final int IFF_DETACH_QUEUE = 0x0400;

    /** No protocol information before a frame; always set. */
    public static final int IFF_NO_PI = 0x1000;

    /** A {@link VnetHeader} before every frame, both ways. */
    public static final int IFF_VNET_HDR = 0x4000;

    /** The reader takes frames with a checksum that is still to be computed. */
    public static final int TUN_F_CSUM = 0x01;

    /** The reader takes TCP over IPv4 that is still to be segmented. */
    public static final int TUN_F_TSO4 = 0x02;

    /** The reader takes TCP over IPv6 that is still to be segmented. */
    public static final int TUN_F_TSO6 = 0x04;

    /** The reader takes TCP with explicit congestion notification that is still to be segmented. */
    public static final int TUN_F_TSO_ECN = 0x08;

    /** The reader takes UDP that is still to be fragmented. */
    public static final int TUN_F_UFO = 0x10;

    /** The reader takes UDP over IPv4 that is still to be segmented; Linux 6.2 or newer. */
    public static final int TUN_F_USO4 = 0x20;

    /** The reader takes UDP over IPv6 that is still to be segmented; Linux 6.2 or newer. */
    public static final int TUN_F_USO6 = 0x40;

    private Tun() {}
}
