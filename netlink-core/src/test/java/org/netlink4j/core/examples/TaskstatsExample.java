package org.netlink4j.core.examples;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.generic.GenericNetlink;
import org.netlink4j.core.generic.taskstats.TaskStatistics;
import org.netlink4j.core.generic.taskstats.TaskstatsClient;

/** What the kernel has counted for a process. */
final class TaskstatsExample {
    private TaskstatsExample() {}

    static TaskStatistics look() throws NetlinkException {
        // @start region="example"
        try (GenericNetlink generic = GenericNetlink.open()) {
            return TaskstatsClient.over(generic).process((int) ProcessHandle.current().pid());
        }
        // @end
    }
}
