package org.netlink4j.core.generic.taskstats;

import static org.netlink4j.core.generic.CommandSpec.command;
import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.generic.FamilySpec;
import org.netlink4j.core.schema.AttributeSet;

/** The numbers of the family: {@code TASKSTATS_*} of {@code linux/taskstats.h}. */
public final class Taskstats {
    /** Asks for a task or a process. */
    public static final int TASKSTATS_CMD_GET = 1;

    /** Answers, and announces a task that ended. */
    public static final int TASKSTATS_CMD_NEW = 2;

    /** u32: the id of a task. */
    public static final int TASKSTATS_CMD_ATTR_PID = 1;

    /** u32: the id of a process: a thread group. */
    public static final int TASKSTATS_CMD_ATTR_TGID = 2;

    /** Text such as {@code "0-3"}: announce to this socket the tasks that end on these processors. */
    public static final int TASKSTATS_CMD_ATTR_REGISTER_CPUMASK = 3;

    /** Text such as {@code "0-3"}: announce them no longer. */
    public static final int TASKSTATS_CMD_ATTR_DEREGISTER_CPUMASK = 4;

    /** u32: the id of a task. */
    public static final int TASKSTATS_TYPE_PID = 1;

    /** u32: the id of a process. */
    public static final int TASKSTATS_TYPE_TGID = 2;

    /** {@code struct taskstats}. */
    public static final int TASKSTATS_TYPE_STATS = 3;

    /** Nest of {@link #TASKSTATS_TYPE_PID} and {@link #TASKSTATS_TYPE_STATS}. */
    public static final int TASKSTATS_TYPE_AGGR_PID = 4;

    /** Nest of {@link #TASKSTATS_TYPE_TGID} and {@link #TASKSTATS_TYPE_STATS}. */
    public static final int TASKSTATS_TYPE_AGGR_TGID = 5;

    /** Nothing: it aligns what follows. */
    public static final int TASKSTATS_TYPE_NULL = 6;

    /** The table of {@code TASKSTATS_CMD_ATTR_*}: requests. */
    public static final AttributeSet REQUEST =
            AttributeSet.of(
                    "TASKSTATS_CMD_ATTR",
                    u32(TASKSTATS_CMD_ATTR_PID, "TASKSTATS_CMD_ATTR_PID").key("pid"),
                    u32(TASKSTATS_CMD_ATTR_TGID, "TASKSTATS_CMD_ATTR_TGID").key("tgid"),
                    string(TASKSTATS_CMD_ATTR_REGISTER_CPUMASK, "TASKSTATS_CMD_ATTR_REGISTER_CPUMASK"),
                    string(TASKSTATS_CMD_ATTR_DEREGISTER_CPUMASK, "TASKSTATS_CMD_ATTR_DEREGISTER_CPUMASK"));

    /** The table of {@code TASKSTATS_TYPE_*}: answers, and what is in their nests. */
    public static final AttributeSet ANSWER =
            AttributeSet.of(
                    "TASKSTATS_TYPE",
                    u32(TASKSTATS_TYPE_PID, "TASKSTATS_TYPE_PID").key("pid"),
                    u32(TASKSTATS_TYPE_TGID, "TASKSTATS_TYPE_TGID").key("tgid"),
                    struct(TASKSTATS_TYPE_STATS, "TASKSTATS_TYPE_STATS", TaskstatsStruct.STRUCT).key("stats"),
                    nest(TASKSTATS_TYPE_AGGR_PID, "TASKSTATS_TYPE_AGGR_PID", () -> Taskstats.ANSWER).key("task"),
                    nest(TASKSTATS_TYPE_AGGR_TGID, "TASKSTATS_TYPE_AGGR_TGID", () -> Taskstats.ANSWER).key("process"),
                    binary(TASKSTATS_TYPE_NULL, "TASKSTATS_TYPE_NULL"));

    /** The family: name, version and commands. */
    public static final FamilySpec FAMILY =
            FamilySpec.of("TASKSTATS", 1, command(TASKSTATS_CMD_GET, "TASKSTATS_CMD_GET", REQUEST))
                    .answers(command(TASKSTATS_CMD_NEW, "TASKSTATS_CMD_NEW", ANSWER));

    private Taskstats() {}
}
