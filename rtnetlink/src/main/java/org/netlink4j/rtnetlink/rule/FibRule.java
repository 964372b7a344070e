package org.netlink4j.rtnetlink.rule;

/** Flags of a rule: {@code FIB_RULE_*} of {@code linux/fib_rules.h}. */
public final class FibRule {
    /** Cannot be deleted. */
    public static final int FIB_RULE_PERMANENT = 0x01;

    /** Holds for packets that do not match. */
    public static final int FIB_RULE_INVERT = 0x02;

    /** There is no rule to go on with; only in answers. */
    public static final int FIB_RULE_UNRESOLVED = 0x04;

    /** There is no device of the name of the incoming one; only in answers. */
    public static final int FIB_RULE_IIF_DETACHED = 0x08;

    /** There is no device of the name of the outgoing one; only in answers. */
    public static final int FIB_RULE_OIF_DETACHED = 0x10;

    /** Looks for a source address; only in the kernel. */
    public static final int FIB_RULE_FIND_SADDR = 0x10000;

    private FibRule() {}
}
