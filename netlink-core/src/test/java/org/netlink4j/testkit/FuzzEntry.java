package org.netlink4j.testkit;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;

/** What Jazzer calls: the methods that it looks for by name. They find the target by the name that {@link Fuzzer} gives. */
public final class FuzzEntry {
    /**
     * What decoding, checking and showing may allocate. Jazzer's hooks allocate on the same thread, 25 to 50 times as much: of 92 bytes
     * from ethtool 95,000 become 4,800,000, of 170 bytes of XML 860,000 become 23,000,000.
     */
    private static final long BYTES = 64 << 20;

    private static final long BYTES_PER_BYTE = 20_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static FuzzTarget target; // Jazzer knows no objects

    private FuzzEntry() {}

    /** Makes the target. What it does only once, it does here. */
    public static void fuzzerInitialize(String[] arguments) throws ReflectiveOperationException, IOException {
        Constructor<?> constructor = Class.forName(arguments[0]).getDeclaredConstructor();
        constructor.setAccessible(true);
        target = (FuzzTarget) constructor.newInstance();
        for (byte[] seed : target.seeds()) {
            target.runAny(seed);
        }
    }

    /** Runs one input, which may not allocate what a number in it promises; once more if the first time had classes to load. */
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        long most = BYTES + BYTES_PER_BYTE * bytes.length;
        if (allocated(bytes) > most) {
            long again = allocated(bytes);
            if (again > most) {
                throw new AssertionError(bytes.length + " bytes made it allocate " + again);
            }
        }
    }

    private static long allocated(byte[] bytes) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        target.runAny(bytes);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
