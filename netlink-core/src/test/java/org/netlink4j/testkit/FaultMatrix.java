package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.testkit.Faults.Fault;

/**
 * Lets every call of an operation fail with every errno that is plausible for it, one at a time. Each time the operation works all the same
 * or says what went wrong, leaves nothing behind, and works the next time. Runs in a {@link FaultyWorld}.
 */
@SuppressWarnings("try") // nobody interrupts the test
public final class FaultMatrix {
    private static final int EMFILE = 24;
    private static final int ENFILE = 23;
    private static final int EIO = 5;
    private static final int ENOMEM = 12;
    private static final int EPIPE = 32;
    private static final int ECONNABORTED = 103;
    private static final int ENOSPC = 28;
    private static final int ENOTTY = 25;
    private static final int ECHILD = 10;
    private static final int EROFS = 30;

    /** Of more calls than this of one function in a row, some are let fail. */
    private static final int MANY = 12;

    /** What the manual pages and the kernel's sources say may happen. */
    private static final Map<String, List<Integer>> PLAUSIBLE = Map.ofEntries(
            Map.entry("socket", List.of(Errno.EACCES, Errno.EAFNOSUPPORT, Errno.EINVAL, EMFILE, ENFILE, Errno.ENOBUFS, ENOMEM, Errno.EPERM,
                    Errno.EPROTONOSUPPORT)),
            Map.entry("bind", List.of(Errno.EACCES, Errno.EADDRINUSE, Errno.EINVAL, Errno.ENODEV, ENOMEM, Errno.ENETDOWN)),
            Map.entry("connect", List.of(Errno.ECONNREFUSED, Errno.EPERM, Errno.EAGAIN, Errno.EINTR, Errno.ENOENT)),
            Map.entry("getsockname", List.of(Errno.ENOBUFS, Errno.EINVAL)),
            Map.entry("setsockopt", List.of(Errno.ENOPROTOOPT, Errno.EPERM, Errno.EINVAL, ENOMEM, Errno.ENODEV)),
            Map.entry("getsockopt", List.of(Errno.ENOPROTOOPT, Errno.EINVAL, ENOMEM)),
            Map.entry("sendto", List.of(Errno.EAGAIN, Errno.EINTR, Errno.ENOBUFS, ENOMEM, Errno.EMSGSIZE, Errno.ECONNREFUSED, Errno.EPERM)),
            Map.entry("sendmsg", List.of(Fault.SHORT, Errno.EAGAIN, Errno.EINTR, Errno.ENOBUFS, ENOMEM, EPIPE, Errno.EPERM)),
            Map.entry("recvfrom", List.of(Errno.EAGAIN, Errno.EINTR, Errno.ENOBUFS, ENOMEM, EIO)), // it tells the true length
            Map.entry("recvmsg", List.of(Fault.SHORT, Errno.EAGAIN, Errno.EINTR, Errno.ENOBUFS, ENOMEM, EIO)),
            Map.entry("ppoll", List.of(Errno.EINTR, Errno.EAGAIN, ENOMEM, Errno.EINVAL)),
            Map.entry("eventfd", List.of(EMFILE, ENFILE, ENOMEM, Errno.ENODEV)),
            Map.entry("close", List.of(Errno.EINTR, EIO)),
            Map.entry("open", List.of(Errno.EACCES, Errno.EINTR, EMFILE, ENFILE, Errno.ENOENT, ENOMEM, Errno.EBUSY, Errno.ENXIO,
                    Errno.ENODEV, Errno.EPERM)),
            Map.entry("read", List.of(Errno.EAGAIN, Errno.EINTR, EIO)),
            Map.entry("write", List.of(Errno.EAGAIN, Errno.EINTR, EIO, ENOMEM, Errno.ENOBUFS, Errno.ENETDOWN)),
            Map.entry("readv", List.of(Errno.EAGAIN, Errno.EINTR, EIO, ENOMEM, Errno.ENETDOWN)),
            Map.entry("writev", List.of(Errno.EAGAIN, Errno.EINTR, EIO, ENOMEM)),
            Map.entry("ioctl", List.of(Errno.EINVAL, ENOTTY, Errno.EPERM, Errno.ENODEV, Errno.EBUSY)),
            Map.entry("fcntl", List.of(Errno.EINVAL, EMFILE)),
            Map.entry("fstat", List.of(ENOMEM, EIO)),
            Map.entry("mknod", List.of(Errno.EPERM, Errno.EEXIST, Errno.EACCES, ENOSPC, EROFS)),
            Map.entry("setns", List.of(Errno.EPERM, Errno.EINVAL, ENOMEM)),
            Map.entry("unshare", List.of(Errno.EPERM, ENOSPC, ENOMEM)),
            Map.entry("mount", List.of(Errno.EPERM, Errno.EINVAL, ENOMEM)),
            Map.entry("listen", List.of(Errno.EADDRINUSE)),
            Map.entry("accept4", List.of(Errno.EAGAIN, Errno.EINTR, EMFILE, ENFILE, ECONNABORTED, ENOMEM)),
            Map.entry("posix_spawnp", List.of(Errno.ENOENT, Errno.EAGAIN, ENOMEM, Errno.EACCES)),
            Map.entry("posix_spawn_file_actions_init", List.of(ENOMEM)),
            Map.entry("posix_spawn_file_actions_adddup2", List.of(ENOMEM, Errno.EBADF)),
            Map.entry("posix_spawn_file_actions_addclosefrom_np", List.of(ENOMEM)),
            Map.entry("posix_spawn_file_actions_destroy", List.of(Errno.EINVAL)),
            Map.entry("waitpid", List.of(Errno.EINTR, ECHILD)));

    /**
     * What is tried.
     *
     * @param <S> what it is done with
     */
    public interface Operation<S extends AutoCloseable> {
        /** Opens what is used. */
        S open() throws Exception;

        /** Uses it, and checks what comes out. */
        void use(S session) throws Exception;
    }

    /**
     * What became of it.
     *
     * @param tried calls that failed
     * @param survived how many of them the operation worked in spite of
     * @param errors what the others ended with
     */
    public record Report(int tried, int survived, Map<Fault, String> errors) {}

    private final Map<Fault, String> errors = new LinkedHashMap<>();
    private int tried;
    private int survived;

    private FaultMatrix() {}

    /** Tries all. */
    public static <S extends AutoCloseable> Report run(Operation<S> operation) throws Exception {
        FaultMatrix matrix = new FaultMatrix();
        matrix.tryOpening(operation);
        matrix.tryUsing(operation);
        return new Report(matrix.tried, matrix.survived, matrix.errors);
    }

    /** The whole life of a session: what cannot be opened is opened again. */
    private <S extends AutoCloseable> void tryOpening(Operation<S> operation) throws Exception {
        Map<String, Integer> calls = count(() -> live(operation));
        Traces before = Traces.settled();
        for (Fault fault : faults(calls)) {
            attempt(fault, () -> live(operation));
            before.await(fault);
            live(operation);
        }
        before.await(calls);
    }

    /** A session that stays open when its use fails: the next use works. */
    private <S extends AutoCloseable> void tryUsing(Operation<S> operation) throws Exception {
        try (S session = operation.open()) {
            operation.use(session);
            Map<String, Integer> calls = count(() -> operation.use(session));
            Traces before = Traces.settled();
            for (Fault fault : faults(calls)) {
                attempt(fault, () -> operation.use(session));
                operation.use(session);
                before.await(fault);
            }
        }
    }

    private static <S extends AutoCloseable> void live(Operation<S> operation) throws Exception {
        try (S session = operation.open()) {
            operation.use(session);
        }
    }

    private static Map<String, Integer> count(Faults.Action action) throws Exception {
        action.run(); // what is made once and stays
        Faults.begin(List.of());
        try {
            action.run();
        } finally {
            Faults.end();
        }
        return Faults.counts();
    }

    private static List<Fault> faults(Map<String, Integer> calls) {
        List<Fault> faults = new ArrayList<>();
        calls.forEach((function, count) -> {
            for (int number = 1; number <= count; number = number < MANY || number > count - 3 ? number + 1 : number + count / 5) {
                for (int errno : PLAUSIBLE.get(function)) {
                    faults.add(new Fault(function, number, errno));
                }
            }
        });
        return faults;
    }

    private void attempt(Fault fault, Faults.Action action) throws Exception {
        Faults.begin(List.of(fault));
        try {
            action.run();
            survived++;
        } catch (IOException e) {
            assertTrue(tells(e, fault), () -> fault + " became " + e);
            errors.put(fault, e.toString());
        } catch (Throwable t) {
            throw new AssertionError(fault + " became " + t, t);
        } finally {
            Faults.end();
            tried += Faults.happened() ? 1 : 0;
        }
    }

    /** Whether an error is the one that the fault amounts to: by its kind, or by the errno, with what it befell. */
    private static boolean tells(IOException e, Fault fault) {
        String errno = Errno.describe(fault.errno());
        String message = String.valueOf(e.getMessage());
        return switch (e) {
            case OverrunException _ -> fault.errno() == Errno.ENOBUFS;
            case TruncatedException _ -> fault.errno() == Fault.SHORT;
            case TimedOutException _ -> fault.errno() == Errno.EAGAIN || message.contains(errno);
            case ClosedException _ -> fault.errno() == EPIPE;
            default -> message.contains(errno) && message.indexOf(errno) > "xx: ".length();
        };
    }
}
