package org.netlink4j.core.generic.taskstats;

import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * {@code struct taskstats} of {@code linux/taskstats.h}, version 13. It grows at its end: an older kernel's is shorter, a newer
 * one's longer.
 */
final class TaskstatsStruct {
    /** Where the name of the command begins; a text is no field. */
    static final int AC_COMM = 80;

    /** The room for the name of the command, its terminating NUL included. */
    static final int TS_COMM_LEN = 32;

    static final StructSpec STRUCT =
            new StructSpec(
                    "taskstats",
                    416,
                    List.of(
                            field("version", 0, AttributeType.U16),
                            field("ac_exitcode", 4, AttributeType.U32),
                            field("ac_flag", 8, AttributeType.U8),
                            field("ac_nice", 9, AttributeType.U8),
                            field("cpu_count", 16, AttributeType.U64),
                            field("cpu_delay_total", 24, AttributeType.U64),
                            field("blkio_count", 32, AttributeType.U64),
                            field("blkio_delay_total", 40, AttributeType.U64),
                            field("swapin_count", 48, AttributeType.U64),
                            field("swapin_delay_total", 56, AttributeType.U64),
                            field("cpu_run_real_total", 64, AttributeType.U64),
                            field("cpu_run_virtual_total", 72, AttributeType.U64),
                            field("ac_sched", 112, AttributeType.U8),
                            field("ac_uid", 120, AttributeType.U32),
                            field("ac_gid", 124, AttributeType.U32),
                            field("ac_pid", 128, AttributeType.U32),
                            field("ac_ppid", 132, AttributeType.U32),
                            field("ac_btime", 136, AttributeType.U32),
                            field("ac_etime", 144, AttributeType.U64),
                            field("ac_utime", 152, AttributeType.U64),
                            field("ac_stime", 160, AttributeType.U64),
                            field("ac_minflt", 168, AttributeType.U64),
                            field("ac_majflt", 176, AttributeType.U64),
                            field("coremem", 184, AttributeType.U64),
                            field("virtmem", 192, AttributeType.U64),
                            field("hiwater_rss", 200, AttributeType.U64),
                            field("hiwater_vm", 208, AttributeType.U64),
                            field("read_char", 216, AttributeType.U64),
                            field("write_char", 224, AttributeType.U64),
                            field("read_syscalls", 232, AttributeType.U64),
                            field("write_syscalls", 240, AttributeType.U64),
                            field("read_bytes", 248, AttributeType.U64),
                            field("write_bytes", 256, AttributeType.U64),
                            field("cancelled_write_bytes", 264, AttributeType.U64),
                            field("nvcsw", 272, AttributeType.U64),
                            field("nivcsw", 280, AttributeType.U64),
                            field("ac_utimescaled", 288, AttributeType.U64),
                            field("ac_stimescaled", 296, AttributeType.U64),
                            field("cpu_scaled_run_real_total", 304, AttributeType.U64),
                            field("freepages_count", 312, AttributeType.U64),
                            field("freepages_delay_total", 320, AttributeType.U64),
                            field("thrashing_count", 328, AttributeType.U64),
                            field("thrashing_delay_total", 336, AttributeType.U64),
                            field("ac_btime64", 344, AttributeType.U64),
                            field("compact_count", 352, AttributeType.U64),
                            field("compact_delay_total", 360, AttributeType.U64),
                            field("ac_tgid", 368, AttributeType.U32),
                            field("ac_tgetime", 376, AttributeType.U64),
                            field("ac_exe_dev", 384, AttributeType.U64),
                            field("ac_exe_inode", 392, AttributeType.U64),
                            field("wpcopy_count", 400, AttributeType.U64),
                            field("wpcopy_delay_total", 408, AttributeType.U64)));

    private TaskstatsStruct() {}
}
