package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.bitfield32;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/** Messages about actions: {@code struct tcamsg} and {@code TCA_ROOT_*} of {@code linux/rtnetlink.h}. */
public final class TcaRoot {
    /** Nest of actions, numbered from 1 in requests and from 0 in dumps; {@link TcaAct}. */
    public static final int TCA_ROOT_TAB = 1;

    /** Bitfield32, only in requests: {@code TCA_ACT_FLAG_*}. */
    public static final int TCA_ROOT_FLAGS = 2;

    /** u32, only in answers: how many actions are in this message. */
    public static final int TCA_ROOT_COUNT = 3;

    /** u32, only in requests: milliseconds; only actions that were used since. */
    public static final int TCA_ROOT_TIME_DELTA = 4;

    /** String, only in answers: a warning; since Linux 6.3. */
    public static final int TCA_ROOT_EXT_WARN_MSG = 5;

    /** Messages with as many actions as fit, not only 32. */
    public static final int TCA_ACT_FLAG_LARGE_DUMP_ON = 0x1;

    /** Only kind, index, counters and cookie; since Linux 5.11. */
    public static final int TCA_ACT_FLAG_TERSE_DUMP = 0x2;

    /** The fixed header. */
    public static final StructSpec TCAMSG = new StructSpec("tcamsg", 4, List.of(field("tca_family", 0, AttributeType.U8)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_ROOT",
            TcaAct.list(TCA_ROOT_TAB, "TCA_ROOT_TAB"),
            bitfield32(TCA_ROOT_FLAGS, "TCA_ROOT_FLAGS"),
            u32(TCA_ROOT_COUNT, "TCA_ROOT_COUNT"),
            u32(TCA_ROOT_TIME_DELTA, "TCA_ROOT_TIME_DELTA"),
            string(TCA_ROOT_EXT_WARN_MSG, "TCA_ROOT_EXT_WARN_MSG"));

    private TcaRoot() {}
}
