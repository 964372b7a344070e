package org.netlink4j.macvtap;

/** Request numbers of {@code linux/if_tun.h}, as x86-64 and aarch64 compute them. */
final class TapIoctls {
    /** Sets the flags; a {@code struct ifreq}. */
    static final long TUNSETIFF = 0x400454caL;

    /** Reads name and flags; a {@code struct ifreq}. {@code ENOLINK} if the device is gone. */
    static final long TUNGETIFF = 0x800454d2L;

    /** Reads the flags that {@link #TUNSETIFF} takes; an {@code unsigned int}. */
    static final long TUNGETFEATURES = 0x800454cfL;

    /** Sets the offloads that the reader takes; the argument itself. */
    static final long TUNSETOFFLOAD = 0x400454d0L;

    /** Sets how many bytes the writer may have under way; an {@code int}. */
    static final long TUNSETSNDBUF = 0x400454d4L;

    /** Gives a queue its share of frames or takes it away; a {@code struct ifreq} with a flag. */
    static final long TUNSETQUEUE = 0x400454d9L;

    /** Reads the size of the header before a frame; an {@code int}. */
    static final long TUNGETVNETHDRSZ = 0x800454d7L;

    /** Sets the size of the header before a frame; an {@code int}, 10 or more. */
    static final long TUNSETVNETHDRSZ = 0x400454d8L;

    private TapIoctls() {}
}
