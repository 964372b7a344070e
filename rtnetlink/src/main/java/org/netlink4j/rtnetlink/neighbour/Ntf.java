package org.netlink4j.rtnetlink.neighbour;

/** Flags of a neighbour: {@code NTF_*} of {@code linux/neighbour.h}. */
public final class Ntf {
    /** Only in requests: ask for it as if it were used. */
    public static final int NTF_USE = 1;

    /** The forwarding entry is of the device. */
    public static final int NTF_SELF = 1 << 1;

    /** The forwarding entry is of the bridge of the device. */
    public static final int NTF_MASTER = 1 << 2;

    /** This host answers for the address. */
    public static final int NTF_PROXY = 1 << 3;

    /** Was learnt by somebody else than the kernel, who keeps it up to date. */
    public static final int NTF_EXT_LEARNED = 1 << 4;

    /** The hardware has it. */
    public static final int NTF_OFFLOADED = 1 << 5;

    /** The forwarding entry does not move to another port. */
    public static final int NTF_STICKY = 1 << 6;

    /** Is a router; IPv6 only. */
    public static final int NTF_ROUTER = 1 << 7;

    /** In {@code NDA_FLAGS_EXT}: the kernel keeps it resolved; since Linux 5.16. */
    public static final int NTF_EXT_MANAGED = 1;

    /** In {@code NDA_FLAGS_EXT}: the forwarding entry of a locked port does not let frames in; since Linux 6.2. */
    public static final int NTF_EXT_LOCKED = 1 << 1;

    /** In {@code NDA_FLAGS_EXT}: somebody else than the kernel confirms it, so that the kernel keeps it; since Linux 6.18. */
    public static final int NTF_EXT_EXT_VALIDATED = 1 << 2;

    private Ntf() {}
}
