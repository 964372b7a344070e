package org.netlink4j.core.generic.taskstats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class TaskstatsTest {
    private static final String HEADER = "linux/taskstats.h";

    @Test
    void numbersAreThoseOfTheHeader() {
        assertEquals(Set.of(), HeaderConstants.assertHolder(Taskstats.class, HEADER));
        assertEquals(Set.of(), HeaderConstants.assertTables(Tables.reachable(Taskstats.REQUEST), HEADER));
        assertEquals(Set.of(), HeaderConstants.assertTables(Tables.reachable(Taskstats.ANSWER), HEADER));
    }

    @Test
    void fieldsAreWhereTheHeaderHasThem() {
        Map<String, Long> places = new TreeMap<>();
        places.put("offsetof(struct taskstats, ac_comm)", (long) TaskstatsStruct.AC_COMM);
        places.put("TS_COMM_LEN", (long) TaskstatsStruct.TS_COMM_LEN);
        for (StructSpec.Field field : TaskstatsStruct.STRUCT.fields()) {
            places.put("offsetof(struct taskstats, " + field.name() + ")", (long) field.offset());
        }
        HeaderConstants.assertAgree(places, HEADER);
    }

    private static TaskStatistics statistics(int length) {
        ByteBuffer stats = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        stats.putShort(0, (short) 7);
        byte[] command = "a task".getBytes(StandardCharsets.UTF_8);
        for (int at = 80; at < length; at++) {
            stats.put(at, at - 80 < command.length ? command[at - 80] : 0);
        }
        if (length >= 160) {
            stats.putLong(152, 36_000);
        }
        return new TaskStatistics(Attributes.none(Taskstats.ANSWER)
                .with(Taskstats.TASKSTATS_TYPE_PID, 4711)
                .with(Taskstats.TASKSTATS_TYPE_STATS, stats.array()));
    }

    @Test
    void shorterStructuresOfOlderKernelsAndLongerOnesOfNewerAreRead() {
        TaskStatistics newer = statistics(1000);
        assertEquals(4711, newer.id());
        assertEquals(7, newer.version());
        assertEquals("a task", newer.command());
        assertEquals(OptionalLong.of(36_000), newer.userTime());
        assertEquals(OptionalLong.of(0), newer.field("wpcopy_delay_total"));
        TaskStatistics older = statistics(82);
        assertEquals("a ", older.command());
        assertEquals(OptionalLong.empty(), older.userTime());
        assertEquals("", statistics(4).command());
        assertEquals("", new TaskStatistics(Attributes.none(Taskstats.ANSWER)).command());
    }
}
