package org.netlink4j.testkit;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What code may leave behind in this process.
 *
 * @param descriptors number and target of each, of those that the JVM does not open for itself
 * @param threads names of this project's threads
 * @param nativeBytes memory of arenas, in bytes
 */
public record Traces(Set<String> descriptors, List<String> threads, long nativeBytes) {
    /** What there is now. */
    public static Traces look() throws IOException {
        Set<String> descriptors = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            for (Path file : files.toList()) {
                try {
                    String target = Files.readSymbolicLink(file).toString();
                    if (!target.matches(".*\\.(class|jar)|.*/modules|/proc/\\d+/fd|/dev/u?random")) {
                        descriptors.add(file.getFileName() + " " + target);
                    }
                } catch (NoSuchFileException _) {
                    // closed meanwhile
                }
            }
        }
        List<String> threads = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("netlink4j"))
                .sorted()
                .toList();
        return new Traces(descriptors, threads, arenas());
    }

    /** What there is when nothing changes any more. */
    public static Traces settled() throws IOException, InterruptedException {
        Traces before;
        Traces now = look();
        do {
            before = now;
            Thread.sleep(50);
            now = look();
        } while (!now.equals(before));
        return now;
    }

    /** Bytes of the heap that are in use after a collection. */
    public static long heap() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        Thread.sleep(50); // cleaners
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Arenas count their memory as direct buffers do. */
    private static long arenas() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    /** Waits until there is no more than this: threads end a little later than what they did. */
    public void await(Object after) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        for (Traces now = look(); !now.equals(this); now = look()) {
            if (deadline - System.nanoTime() <= 0) {
                throw new AssertionError("after " + after + " there is " + now + ", and before there was " + this);
            }
            Thread.sleep(1);
        }
    }
}
