package org.netlink4j.core.generic.taskstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.generic.GenericNetlink;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.RootTest;

/** The tasks of this process, compared with {@code /proc}. */
@RootTest
@Timeout(60)
class TaskstatsIT {
    @BeforeEach
    void needsTheFamily() throws Exception {
        try (GenericNetlink generic = GenericNetlink.open()) {
            generic.resolve(Taskstats.FAMILY.name());
        } catch (NotSupportedException absent) {
            Assumptions.abort(absent.getMessage());
        }
    }

    private static String status(String key) throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .findFirst()
                .orElseThrow()
                .split("\\s+")[1];
    }

    @Test
    void aTaskIsTheOneOfProc() throws Exception {
        int pid = (int) ProcessHandle.current().pid();
        try (GenericNetlink generic = GenericNetlink.open()) {
            TaskStatistics task = TaskstatsClient.over(generic).task(pid);
            assertEquals(pid, task.id());
            assertEquals(Files.readString(Path.of("/proc/self/task/" + pid + "/comm")).strip(), task.command());
            assertEquals(OptionalLong.of(Long.parseLong(status("PPid"))), task.parent());
            assertEquals(OptionalLong.of(Long.parseLong(status("Uid"))), task.user());
            assertEquals(OptionalLong.of(pid), task.field("ac_pid"));
            assertTrue(task.elapsedTime().orElseThrow() > 0);
            assertTrue(task.version() >= 8, task::toString);
        }
    }

    @Test
    void aProcessIsTheSumOfItsTasks() throws Exception {
        int pid = (int) ProcessHandle.current().pid();
        try (GenericNetlink generic = GenericNetlink.open()) {
            TaskstatsClient client = TaskstatsClient.over(generic);
            TaskStatistics process = client.process(pid);
            assertEquals(pid, process.id());
            assertEquals(OptionalInt.of(pid), process.attributes().integer(Taskstats.TASKSTATS_TYPE_TGID));
            assertTrue(process.field("nvcsw").orElseThrow() >= client.task(pid).field("nvcsw").orElseThrow(), process::toString);
        }
    }

    @Test
    void anAbsentTaskIsRefused() throws Exception {
        try (GenericNetlink generic = GenericNetlink.open()) {
            KernelException refused =
                    assertThrows(KernelException.class, () -> TaskstatsClient.over(generic).task(0x3fff_fff0));
            assertEquals(Errno.ESRCH, refused.errno());
            assertEquals("TASKSTATS_CMD_GET", refused.request());
        }
    }

    @Test
    void tasksAreTheSameInEveryNetworkNamespace() throws Exception {
        int pid = (int) ProcessHandle.current().pid();
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                GenericNetlink generic = GenericNetlink.open(namespace)) {
            assertEquals(pid, TaskstatsClient.over(generic).task(pid).id());
        }
    }
}
