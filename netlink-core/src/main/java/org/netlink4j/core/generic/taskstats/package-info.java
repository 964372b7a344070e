/**
 * The generic netlink family TASKSTATS ({@code linux/taskstats.h}): what the kernel has counted for a task.
 *
 * {@snippet file="org/netlink4j/core/examples/TaskstatsExample.java" region="example"}
 */
package org.netlink4j.core.generic.taskstats;
