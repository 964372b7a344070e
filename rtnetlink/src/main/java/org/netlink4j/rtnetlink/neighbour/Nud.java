package org.netlink4j.rtnetlink.neighbour;

/** States of a neighbour: {@code NUD_*} of {@code linux/neighbour.h}. */
public final class Nud {
    /** Not asked for yet. */
    public static final int NUD_NONE = 0;

    /** Is being asked for. */
    public static final int NUD_INCOMPLETE = 0x01;

    /** Answered lately. */
    public static final int NUD_REACHABLE = 0x02;

    /** Has to be confirmed when it is used. */
    public static final int NUD_STALE = 0x04;

    /** Was used, and is waited for to confirm itself. */
    public static final int NUD_DELAY = 0x08;

    /** Is being asked whether it is still there. */
    public static final int NUD_PROBE = 0x10;

    /** Did not answer. */
    public static final int NUD_FAILED = 0x20;

    /** Needs no asking. */
    public static final int NUD_NOARP = 0x40;

    /** Is not asked, and stays. */
    public static final int NUD_PERMANENT = 0x80;

    private Nud() {}
}
