package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.array;
import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.bitfield32;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.selected;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.rtnetlink.tc.Tca;

/** Attributes of one action: {@code TCA_ACT_*} of {@code linux/pkt_cls.h}. */
public final class TcaAct {
    /** String of at most 16 bytes with its NUL: kind of action. */
    public static final int TCA_ACT_KIND = 1;

    /** Nest: what the kind says of itself. */
    public static final int TCA_ACT_OPTIONS = 2;

    /** u32, only in requests that get or delete: the number of the action among those of its kind. */
    public static final int TCA_ACT_INDEX = 3;

    /** Nest of {@code TCA_STATS_*}, only in answers. */
    public static final int TCA_ACT_STATS = 4;

    /** Padding before a u64. */
    public static final int TCA_ACT_PAD = 5;

    /** At most 16 bytes that the kernel keeps for whoever made the action. */
    public static final int TCA_ACT_COOKIE = 6;

    /** Bitfield32: {@code TCA_ACT_FLAGS_*}. */
    public static final int TCA_ACT_FLAGS = 7;

    /** Bitfield32: {@code TCA_ACT_HW_STATS_*}, the counters of the hardware that are wanted. */
    public static final int TCA_ACT_HW_STATS = 8;

    /** Bitfield32: {@code TCA_ACT_HW_STATS_*}, those in use; only in answers. */
    public static final int TCA_ACT_USED_HW_STATS = 9;

    /** u32: on how many devices the hardware does it; only in answers. */
    public static final int TCA_ACT_IN_HW_COUNT = 10;

    /** Longest {@link #TCA_ACT_COOKIE} in bytes. */
    public static final int TC_COOKIE_MAX_SIZE = 16;

    /** How many actions a list has at most. */
    public static final int TCA_ACT_MAX_PRIO = 32;

    /** One set of counters for all processors: slower, but smaller. */
    public static final int TCA_ACT_FLAGS_NO_PERCPU_STATS = 0x1;

    /** Not by the hardware; since Linux 5.17. */
    public static final int TCA_ACT_FLAGS_SKIP_HW = 0x2;

    /** By the hardware only; since Linux 5.17. */
    public static final int TCA_ACT_FLAGS_SKIP_SW = 0x4;

    /** The counters are asked for when they are listed. */
    public static final int TCA_ACT_HW_STATS_IMMEDIATE = 0x1;

    /** The counters may be some seconds old. */
    public static final int TCA_ACT_HW_STATS_DELAYED = 0x2;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_ACT",
            string(TCA_ACT_KIND, "TCA_ACT_KIND").atMost(16).key("kind"),
            selected(TCA_ACT_OPTIONS, "TCA_ACT_OPTIONS", TCA_ACT_KIND, ActionKindType::table),
            u32(TCA_ACT_INDEX, "TCA_ACT_INDEX"),
            nest(TCA_ACT_STATS, "TCA_ACT_STATS", () -> Tca.STATISTICS).unmarked(),
            binary(TCA_ACT_PAD, "TCA_ACT_PAD"),
            binary(TCA_ACT_COOKIE, "TCA_ACT_COOKIE").atMost(TC_COOKIE_MAX_SIZE).key("cookie"),
            bitfield32(TCA_ACT_FLAGS, "TCA_ACT_FLAGS"),
            bitfield32(TCA_ACT_HW_STATS, "TCA_ACT_HW_STATS"),
            bitfield32(TCA_ACT_USED_HW_STATS, "TCA_ACT_USED_HW_STATS"),
            u32(TCA_ACT_IN_HW_COUNT, "TCA_ACT_IN_HW_COUNT"));

    private static final AttributeSpec ONE = nest(1, "TCA_ACT_TAB", () -> ATTRIBUTES).unmarked();

    private TcaAct() {}

    /**
     * Specifies a list of actions: an array of nests, numbered from 1.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec list(int number, String name) {
        return array(number, name, ONE).unmarked();
    }
}
