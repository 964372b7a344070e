package org.netlink4j.macvtap.handover;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Constants;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.macvtap.io.MacvtapBuild;

/**
 * A child process that inherits tap queues, such as QEMU with {@code -netdev tap,fds=3:4}. It has our standard streams, the queues
 * from descriptor 3 on, and no other descriptor. Needs glibc 2.34 or newer. May be used by many threads.
 */
public final class TapChild implements AutoCloseable {
    /** The descriptor that the first queue has in the child. */
    public static final int FIRST_DESCRIPTOR = 3;

    /** Of {@code sys/wait.h}: the low bits of a status are the signal, the next eight the exit status. */
    private static final int SIGNAL = 0x7f;

    /** Numbers that no child's queue has: while descriptors change places, none may be overwritten. */
    private static final int AWAY = 4096;

    private final int pid;
    private final ProcessHandle handle;
    private int status;
    private boolean reaped;

    private TapChild(int pid) {
        this.pid = pid;
        handle = ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("a child that is not waited for stays"));
    }

    /**
     * Starts a program.
     *
     * @param command the program, looked for in {@code PATH}, and its arguments
     * @param environment what its environment has beyond ours
     * @param queues the queues; they stay open here, too
     * @return the child, to be waited for or closed
     * @throws org.netlink4j.core.NotSupportedException in a build without macvtap
     * @throws SystemCallException if it cannot be started
     */
    public static TapChild start(List<String> command, Map<String, String> environment, List<TapQueue> queues)
            throws NetlinkException {
        MacvtapBuild.require();
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command without a program");
        }
        try (Arena arena = Arena.ofConfined()) {
            Libc libc = new Libc(arena);
            MemorySegment actions = arena.allocate(Constants.FILE_ACTIONS, 8);
            check("posix_spawn_file_actions_init", libc.fileActions(actions));
            try {
                List<Integer> descriptors = queues.stream().map(TapQueue::descriptor).toList();
                for (int i = 0; i < descriptors.size(); i++) {
                    check("adddup2", libc.addDup2(actions, descriptors.get(i), AWAY + i));
                }
                for (int i = 0; i < descriptors.size(); i++) {
                    check("adddup2", libc.addDup2(actions, AWAY + i, FIRST_DESCRIPTOR + i));
                }
                check("addclosefrom", libc.addCloseFrom(actions, FIRST_DESCRIPTOR + descriptors.size()));
                MemorySegment pid = arena.allocate(JAVA_INT);
                Map<String, String> variables = new HashMap<>(System.getenv());
                variables.putAll(environment);
                List<String> pairs = variables.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
                check(
                        "starting " + command.getFirst(),
                        libc.spawn(
                                pid, arena.allocateFrom(command.getFirst()), actions, pointers(arena, command), pointers(arena, pairs)));
                return new TapChild(pid.get(JAVA_INT, 0));
            } finally {
                libc.destroyFileActions(actions);
            }
        }
    }

    private static void check(String what, int result) throws SystemCallException {
        if (result < 0) {
            throw new SystemCallException(what, -result);
        }
    }

    private static MemorySegment pointers(Arena arena, List<String> texts) {
        MemorySegment pointers = arena.allocate(ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++) {
            pointers.setAtIndex(ADDRESS, i, arena.allocateFrom(texts.get(i)));
        }
        return pointers;
    }

    /** {@return its process id} */
    public int pid() {
        return pid;
    }

    /** {@return whether it has not ended yet} */
    public boolean isAlive() {
        return exitStatus().isEmpty();
    }

    /**
     * Waits for its end.
     *
     * @param wait how long
     * @return its exit status, or 128 and the number of the signal that ended it; empty if it still runs
     * @throws InterruptedCallException if the thread is interrupted
     */
    public OptionalInt waitFor(Duration wait) throws InterruptedCallException {
        try {
            handle.onExit().get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            // looked at below
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for process " + pid);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return exitStatus();
    }

    /**
     * How it ended.
     *
     * @return its exit status, or 128 and the number of the signal that ended it; empty if it still runs
     */
    public synchronized OptionalInt exitStatus() {
        if (!reaped) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment word = arena.allocate(JAVA_INT);
                int result = new Libc(arena).waitpid(pid, word, Constants.WNOHANG);
                reaped = result != 0;
                int value = word.get(JAVA_INT, 0);
                status = (value & SIGNAL) == 0 ? value >>> 8 & 0xff : 128 + (value & SIGNAL);
            }
        }
        return reaped ? OptionalInt.of(status) : OptionalInt.empty();
    }

    /** Kills it if it still runs ({@code SIGKILL}), and waits for its end. May be called again. */
    @Override
    public void close() {
        if (isAlive()) {
            handle.destroyForcibly();
            handle.onExit().join();
            exitStatus();
        }
    }
}
