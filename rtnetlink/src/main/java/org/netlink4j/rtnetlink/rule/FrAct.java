package org.netlink4j.rtnetlink.rule;

/** What a rule does: {@code FR_ACT_*} of {@code linux/fib_rules.h}. */
public final class FrAct {
    /** Not said. */
    public static final int FR_ACT_UNSPEC = 0;

    /** Looks up a table. */
    public static final int FR_ACT_TO_TBL = 1;

    /** Goes on with another rule. */
    public static final int FR_ACT_GOTO = 2;

    /** Nothing. */
    public static final int FR_ACT_NOP = 3;

    /** Drops the packet. */
    public static final int FR_ACT_BLACKHOLE = 6;

    /** Refuses the packet with {@code ENETUNREACH}. */
    public static final int FR_ACT_UNREACHABLE = 7;

    /** Refuses the packet with {@code EACCES}. */
    public static final int FR_ACT_PROHIBIT = 8;

    private FrAct() {}
}
