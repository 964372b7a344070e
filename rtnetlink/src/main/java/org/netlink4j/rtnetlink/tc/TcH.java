package org.netlink4j.rtnetlink.tc;

/** Handles with a meaning of their own: {@code TC_H_*} of {@code linux/pkt_sched.h}, the bits of a u32 each. */
public final class TcH {
    /** None: the kernel chooses, or any. */
    public static final int TC_H_UNSPEC = 0;

    /** Parent of the queueing discipline at the root of a device. */
    public static final int TC_H_ROOT = 0xffff_ffff;

    /** Parent of the queueing discipline for packets that come. */
    public static final int TC_H_INGRESS = 0xffff_fff1;

    /** Parent of clsact, which takes the place of ingress. */
    public static final int TC_H_CLSACT = TC_H_INGRESS;

    /** Bits of the major number. */
    public static final int TC_H_MAJ_MASK = 0xffff_0000;

    /** Bits of the minor number. */
    public static final int TC_H_MIN_MASK = 0x0000_ffff;

    /** Minor number: the first class of mqprio for a traffic class of the hardware. */
    public static final int TC_H_MIN_PRIORITY = 0xffe0;

    /** Minor number under clsact: filters for packets that come. */
    public static final int TC_H_MIN_INGRESS = 0xfff2;

    /** Minor number under clsact: filters for packets that leave. */
    public static final int TC_H_MIN_EGRESS = 0xfff3;

    private TcH() {}
}
