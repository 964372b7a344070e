package org.netlink4j.core.generic.taskstats;

import static org.netlink4j.core.generic.taskstats.Taskstats.TASKSTATS_CMD_ATTR_PID;
import static org.netlink4j.core.generic.taskstats.Taskstats.TASKSTATS_CMD_ATTR_TGID;
import static org.netlink4j.core.generic.taskstats.Taskstats.TASKSTATS_CMD_GET;
import static org.netlink4j.core.generic.taskstats.Taskstats.TASKSTATS_TYPE_AGGR_PID;
import static org.netlink4j.core.generic.taskstats.Taskstats.TASKSTATS_TYPE_AGGR_TGID;

import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.generic.FamilyClient;
import org.netlink4j.core.generic.GenericMessage;
import org.netlink4j.core.generic.GenericNetlink;
import org.netlink4j.core.schema.Attributes;

/**
 * Reads what the kernel has counted for tasks. Needs {@code CAP_NET_ADMIN} in the initial user namespace; the network namespace
 * does not matter. A kernel without {@code CONFIG_TASKSTATS} is a {@link NotSupportedException}.
 */
public final class TaskstatsClient {
    private final FamilyClient family;

    private TaskstatsClient(FamilyClient family) {
        this.family = family;
    }

    /**
     * Works over generic netlink.
     *
     * @param generic is not closed by this
     * @return the client
     */
    public static TaskstatsClient over(GenericNetlink generic) {
        return new TaskstatsClient(generic.client(Taskstats.FAMILY));
    }

    /**
     * Reads the statistics of one task.
     *
     * @param pid its id
     * @return the statistics
     * @throws KernelException {@code ESRCH} if there is no such task, {@code EPERM} without the capability
     * @throws NetlinkException if there is no answer
     */
    public TaskStatistics task(int pid) throws NetlinkException {
        return get(TASKSTATS_CMD_ATTR_PID, pid, TASKSTATS_TYPE_AGGR_PID);
    }

    /**
     * Reads the statistics of all tasks of a process.
     *
     * @param tgid its id
     * @return the sums
     * @throws KernelException {@code ESRCH} if there is no such process, {@code EPERM} without the capability
     * @throws NetlinkException if there is no answer
     */
    public TaskStatistics process(int tgid) throws NetlinkException {
        return get(TASKSTATS_CMD_ATTR_TGID, tgid, TASKSTATS_TYPE_AGGR_TGID);
    }

    private TaskStatistics get(int attribute, int id, int answer) throws NetlinkException {
        GenericMessage message = family.get(TASKSTATS_CMD_GET, Attributes.none(Taskstats.REQUEST).with(attribute, id));
        if (message.attributes().set() == Taskstats.ANSWER) {
            return message.attributes().nest(answer).map(TaskStatistics::new).orElseThrow(() -> malformed(message));
        }
        throw malformed(message);
    }

    private static MalformedMessageException malformed(GenericMessage message) {
        return new MalformedMessageException("TASKSTATS_CMD_GET was answered with " + message);
    }
}
