package org.netlink4j.testkit;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What this process has of the machine's memory, and what for, in bytes. The heap's pages become resident when an object first comes
 * to lie there, which may be late: only with {@code -Xms} as {@code -Xmx} and {@code -XX:+AlwaysPreTouch} do resident pages that
 * become more tell of a leak.
 *
 * @param resident pages in memory that come from no file
 * @param heap what the JVM keeps for objects
 * @param code what it keeps for classes and for compiled code
 * @param allocated what C code, also that of arenas and of the JVM, got from {@code malloc} and did not free
 * @param held what {@code malloc} keeps for that
 */
@SuppressWarnings("restricted") // mallinfo2
public record ProcessMemory(long resident, long heap, long code, long allocated, long held) {
    private static final int FIELDS = 10;
    private static final int ARENA = 0;
    private static final int HBLKHD = 4;
    private static final int UORDBLKS = 7;

    private static final MethodHandle MALLINFO2 = Linker.nativeLinker().downcallHandle(
            Linker.nativeLinker().defaultLookup().find("mallinfo2").orElseThrow(),
            FunctionDescriptor.of(MemoryLayout.structLayout(MemoryLayout.sequenceLayout(FIELDS, ValueLayout.JAVA_LONG))));

    /** What there is now. */
    public static ProcessMemory look() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = mallinfo2(arena);
            long mapped = info.getAtIndex(ValueLayout.JAVA_LONG, HBLKHD);
            return new ProcessMemory(
                    anonymous(),
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted(),
                    ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage().getCommitted(),
                    info.getAtIndex(ValueLayout.JAVA_LONG, UORDBLKS) + mapped,
                    info.getAtIndex(ValueLayout.JAVA_LONG, ARENA) + mapped);
        }
    }

    /** The same, some time later if there is too much of something: the JVM's compilers need much for a moment. */
    public static ProcessMemory lookAgainWhile(Predicate<ProcessMemory> tooMuch) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        ProcessMemory now = look();
        while (tooMuch.test(now) && deadline - System.nanoTime() > 0) {
            Thread.sleep(50);
            now = look();
        }
        return now;
    }

    /** Whether all pages of the heap are resident from the beginning. */
    public static boolean isHeapTouched() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:+AlwaysPreTouch");
    }

    private static long anonymous() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }

    private static MemorySegment mallinfo2(Arena arena) {
        try {
            return (MemorySegment) MALLINFO2.invokeExact((SegmentAllocator) arena);
        } catch (Throwable t) {
            throw new AssertionError(t);
        }
    }
}
