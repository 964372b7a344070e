package org.netlink4j.benchmarks.workload;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What the calling thread allocates. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /** {@return how many bytes it has allocated since it began} */
    static long bytes() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
