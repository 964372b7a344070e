package org.netlink4j.benchmarks.workload;

/** One way to do the work of a workload. */
@FunctionalInterface
interface Subject {
    /**
     * Does the work once.
     *
     * @return how long it took and what proves it: words of {@code NAME=VALUE}
     * @throws Exception if it was not done
     */
    String round() throws Exception;

    /** Makes ready. */
    @FunctionalInterface
    interface Preparation {
        Subject prepare(Parameters parameters) throws Exception;
    }
}
