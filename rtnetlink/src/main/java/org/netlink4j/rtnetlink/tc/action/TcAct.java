package org.netlink4j.rtnetlink.tc.action;

/** What becomes of a packet after an action: {@code TC_ACT_*} of {@code linux/pkt_cls.h}; see {@link ControlAction}. */
public final class TcAct {
    /** Go on with the next filter; of a filter: its class counts. */
    public static final int TC_ACT_UNSPEC = -1;

    /** Done: the packet passes. */
    public static final int TC_ACT_OK = 0;

    /** Begin with the first filter again. */
    public static final int TC_ACT_RECLASSIFY = 1;

    /** Drop the packet. */
    public static final int TC_ACT_SHOT = 2;

    /** Go on with the next action. */
    public static final int TC_ACT_PIPE = 3;

    /** The action has taken the packet; no error for its sender. */
    public static final int TC_ACT_STOLEN = 4;

    /** The action has queued the packet. */
    public static final int TC_ACT_QUEUED = 5;

    /** The same action once more. */
    public static final int TC_ACT_REPEAT = 6;

    /** A BPF program sends the packet elsewhere. */
    public static final int TC_ACT_REDIRECT = 7;

    /** The hardware hands the packet to the processor; in software like stolen. */
    public static final int TC_ACT_TRAP = 8;

    /** With a number in the low 28 bits: skip so many actions of the list. */
    public static final int TC_ACT_JUMP = 0x1000_0000;

    /** With a number in the low 28 bits: go on with the filters of that chain. */
    public static final int TC_ACT_GOTO_CHAIN = 0x2000_0000;

    /** The number that some carry. */
    public static final int TC_ACT_EXT_VAL_MASK = 0x0fff_ffff;

    private TcAct() {}
}
