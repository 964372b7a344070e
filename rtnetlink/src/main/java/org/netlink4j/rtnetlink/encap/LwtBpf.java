package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;

/** Attributes of BPF programs on a route: {@code LWT_BPF_*} of {@code linux/lwtunnel.h}. */
public final class LwtBpf {
    /** Nest: the program for what comes in. */
    public static final int LWT_BPF_IN = 1;

    /** Nest: the program for what this host sends. */
    public static final int LWT_BPF_OUT = 2;

    /** Nest: the program for what leaves, which may change packets. */
    public static final int LWT_BPF_XMIT = 3;

    /** u32: room before the packet in bytes, at most 256. */
    public static final int LWT_BPF_XMIT_HEADROOM = 4;

    /** u32: file descriptor of a program, only in requests. */
    public static final int LWT_BPF_PROG_FD = 1;

    /** String: name of a program. */
    public static final int LWT_BPF_PROG_NAME = 2;

    /** The table of a program. */
    public static final AttributeSet PROGRAM = AttributeSet.of("LWT_BPF_PROG",
            u32(LWT_BPF_PROG_FD, "LWT_BPF_PROG_FD"), string(LWT_BPF_PROG_NAME, "LWT_BPF_PROG_NAME").atMost(256));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("LWT_BPF",
            nest(LWT_BPF_IN, "LWT_BPF_IN", () -> PROGRAM).key("in").shown(Renderings::program),
            nest(LWT_BPF_OUT, "LWT_BPF_OUT", () -> PROGRAM).key("out").shown(Renderings::program),
            nest(LWT_BPF_XMIT, "LWT_BPF_XMIT", () -> PROGRAM).key("xmit").shown(Renderings::program),
            u32(LWT_BPF_XMIT_HEADROOM, "LWT_BPF_XMIT_HEADROOM").key("headroom"));

    private LwtBpf() {}
}
