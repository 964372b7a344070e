package org.netlink4j.testkit;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.netlink4j.core.Errno;
import org.netlink4j.core.ffm.Constants;
import org.netlink4j.core.ffm.Linkage;

/** What goes wrong in a {@link FaultyWorld}: one call of one function, or none. In the world's own copy, and gone with it. */
public final class Faults {
    /**
     * A call that goes wrong.
     *
     * @param function the C function
     * @param number which of its calls, from 1 on
     * @param errno what it fails with; {@link #SHORT} if it moves one byte only
     */
    public record Fault(String function, int number, int errno) {
        /** No errno: the call is done, with room for one byte. */
        public static final int SHORT = 0;

        @Override
        public String toString() {
            return function + " #" + number + ": " + (errno == SHORT ? "short" : Errno.describe(errno));
        }
    }

    /** What is called by {@code syscall}: state, number, arguments. */
    private static final Map<Integer, String> SYSTEM_CALLS = Map.of(
            Constants.SYS_READ, "read",
            Constants.SYS_WRITE, "write",
            Constants.SYS_READV, "readv",
            Constants.SYS_SENDTO, "sendto",
            Constants.SYS_RECVFROM, "recvfrom");

    private static final Map<String, Integer> COUNTS = new TreeMap<>();
    private static final List<Fault> WANTED = new ArrayList<>();
    private static boolean counting;
    private static boolean happened;
    private static Thread exempt;

    private Faults() {}

    /** Counts calls from now on, and lets one fail, or none. */
    static synchronized void begin(List<Fault> wanted) {
        COUNTS.clear();
        WANTED.clear();
        WANTED.addAll(wanted);
        counting = true;
        happened = false;
    }

    /** Lets everything work again. */
    static synchronized void end() {
        counting = false;
    }

    /** How often each function was called between {@link #begin} and {@link #end}. */
    static synchronized Map<String, Integer> counts() {
        return new TreeMap<>(COUNTS);
    }

    static synchronized boolean happened() {
        return happened;
    }

    /** Something that a test does beside what it tests. */
    @FunctionalInterface
    public interface Action {
        /** Does it. */
        void run() throws Exception;
    }

    /** Does something on this thread whose calls neither fail nor count. */
    public static void without(Action action) throws Exception {
        exempt(Thread.currentThread());
        try {
            action.run();
        } finally {
            exempt(null);
        }
    }

    private static synchronized void exempt(Thread thread) {
        exempt = thread;
    }

    private static synchronized int errno(String function) {
        if (!counting || Thread.currentThread() == exempt) {
            return -1;
        }
        int number = COUNTS.merge(function, 1, Integer::sum);
        for (Fault fault : WANTED) {
            if (fault.function.equals(function) && fault.number == number) {
                happened = true;
                return fault.errno;
            }
        }
        return -1;
    }

    /** All calls come through here. */
    static Object call(String called, MethodHandle real, Object[] arguments) throws Throwable {
        String function = called.equals("syscall") ? SYSTEM_CALLS.get((int) (long) arguments[1]) : called;
        int errno = isEventfd(function, arguments) ? -1 : errno(function);
        if (errno < 0) {
            return (Object) real.invokeExact(arguments);
        }
        if (errno == Fault.SHORT) {
            return shortened(function, real, arguments);
        }
        if (function.equals("close")) { // on Linux, a descriptor is gone whatever close says
            Object gone = (Object) real.invokeExact(arguments);
        }
        if (function.startsWith("posix_spawn")) {
            return (long) errno;
        }
        ((MemorySegment) arguments[0]).set(JAVA_INT, Linkage.ERRNO, errno);
        return -1L;
    }

    /** Reading and writing an eventfd that does not block cannot fail but in ways that mean that nothing is to be done. */
    private static boolean isEventfd(String function, Object[] arguments) throws IOException {
        return (function.equals("read") || function.equals("write"))
                && Files.readSymbolicLink(Path.of("/proc/self/fd", arguments[2].toString())).toString().contains("eventfd");
    }

    /** A stream moves one byte; of a datagram, one byte is kept. Afterwards the memory is as it was. */
    private static Object shortened(String function, MethodHandle real, Object[] arguments) throws Throwable {
        if (!function.endsWith("msg")) { // read, write: state, number, descriptor, buffer, length
            arguments[4] = 1L;
            return (Object) real.invokeExact(arguments);
        }
        MemorySegment vector = at(at((long) arguments[2], Constants.MSGHDR).get(JAVA_LONG, Constants.MSG_IOV), 16);
        long length = vector.get(JAVA_LONG, 8);
        vector.set(JAVA_LONG, 8, 1);
        try {
            return (Object) real.invokeExact(arguments);
        } finally {
            vector.set(JAVA_LONG, 8, length);
        }
    }

    @SuppressWarnings("restricted") // a struct by its address, as the kernel finds it
    private static MemorySegment at(long address, long size) {
        return MemorySegment.ofAddress(address).reinterpret(size);
    }
}
