package org.netlink4j.benchmarks.workload;

/** W8: what starting a JVM takes. */
public final class Hello {
    private Hello() {}

    /**
     * Prints a line.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
