package org.netlink4j.core.generic.taskstats;

import static org.netlink4j.core.generic.taskstats.Taskstats.TASKSTATS_TYPE_PID;
import static org.netlink4j.core.generic.taskstats.Taskstats.TASKSTATS_TYPE_STATS;
import static org.netlink4j.core.generic.taskstats.Taskstats.TASKSTATS_TYPE_TGID;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * What the kernel has counted for a task, or for all tasks of a process. Fields that this kernel's structure does not have yet
 * are empty; those that it fills for tasks only are 0 for a process.
 *
 * @param attributes what the kernel sent, of {@link Taskstats#ANSWER}
 */
public record TaskStatistics(Attributes attributes) {
    /** {@return the id of the task or the process} */
    public int id() {
        OptionalInt task = attributes.integer(TASKSTATS_TYPE_PID);
        return task.isPresent() ? task.getAsInt() : attributes.integer(TASKSTATS_TYPE_TGID).orElse(0);
    }

    /** {@return the version of the structure} */
    public int version() {
        return (int) field("version").orElse(0);
    }

    /** {@return the name of the command, at most 15 bytes; of a task only} */
    public String command() {
        byte[] stats = attributes.payload(TASKSTATS_TYPE_STATS).orElse(new byte[0]);
        int from = Math.min(TaskstatsStruct.AC_COMM, stats.length);
        int to = Math.min(from + TaskstatsStruct.TS_COMM_LEN, stats.length);
        int end = from;
        while (end < to && stats[end] != 0) {
            end++;
        }
        return new String(Arrays.copyOfRange(stats, from, end), StandardCharsets.UTF_8);
    }

    /** {@return the id of the parent process; of a task only} */
    public OptionalLong parent() {
        return field("ac_ppid");
    }

    /** {@return the user id; of a task only} */
    public OptionalLong user() {
        return field("ac_uid");
    }

    /** {@return processor time in user mode, in microseconds} */
    public OptionalLong userTime() {
        return field("ac_utime");
    }

    /** {@return processor time in the kernel, in microseconds} */
    public OptionalLong systemTime() {
        return field("ac_stime");
    }

    /** {@return time since the start, in microseconds} */
    public OptionalLong elapsedTime() {
        return field("ac_etime");
    }

    /** {@return how long it waited for a processor though it could run, in nanoseconds; 0 if delays are not accounted} */
    public OptionalLong processorDelay() {
        return field("cpu_delay_total");
    }

    /**
     * Any other number of the structure.
     *
     * @param name the kernel's name of the field, for example {@code "read_bytes"}
     * @return its value, the bits of an unsigned number; empty if this kernel's structure does not have it yet
     */
    public OptionalLong field(String name) {
        return attributes.field(TASKSTATS_TYPE_STATS, name);
    }
}
