package org.netlink4j.testkit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs what several threads do in as many orders as can be had: with {@code -Pconcurrency}, which puts Lincheck on the class path,
 * Lincheck chooses after each access to shared memory who goes on, and prints the order that fails; without it, the threads of
 * many rounds meet as they happen to.
 */
public final class Interleavings {
    private static final int ROUNDS = Integer.getInteger("netlink4j.interleavings", 500);
    private static final int SPINS_BEFORE_SWITCH = 10;
    private static final int MOST_SPINS = 1000;
    private static final int DEEPEST_RECURSION = 20;
    private static final Optional<MethodHandle> LINCHECK = lincheck();

    private Interleavings() {}

    /** What one thread does. */
    @FunctionalInterface
    public interface Part {
        void run() throws Exception;
    }

    /** Its public method takes somebody who waits with a time limit, which it does not simulate, for one who never ends. */
    private static Optional<MethodHandle> lincheck() {
        Class<?> settings;
        try {
            settings = Class.forName("org.jetbrains.lincheck.LincheckSettings");
        } catch (ClassNotFoundException _) {
            return Optional.empty();
        }
        try {
            Object patient = settings.getConstructor(boolean.class, int.class, int.class, int.class)
                    .newInstance(true, SPINS_BEFORE_SWITCH, MOST_SPINS, DEEPEST_RECURSION);
            MethodHandle run = MethodHandles.publicLookup()
                    .findStatic(
                            Class.forName("org.jetbrains.lincheck.Lincheck"),
                            "runConcurrentTestInternal$lincheck",
                            MethodType.methodType(void.class, int.class, settings, Runnable.class));
            return Optional.of(MethodHandles.insertArguments(run, 1, patient));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("another Lincheck than was expected", e);
        }
    }

    /** Runs a scenario that makes new objects each time and has no state of its own. */
    public static void explore(Part scenario) throws Throwable {
        Runnable round = () -> inThisThread(scenario);
        round.run(); // loads the classes, which takes longer than Lincheck waits for a thread
        if (LINCHECK.isPresent()) {
            LINCHECK.get().invoke(ROUNDS, round);
            return;
        }
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
    }

    /** Runs all parts at once, waits for all, and fails if one failed. */
    public static void together(Part... parts) throws InterruptedException {
        AtomicReference<AssertionError> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (Part part : parts) {
            threads.add(new Thread(() -> {
                try {
                    inThisThread(part);
                } catch (AssertionError e) {
                    failure.set(e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private static void inThisThread(Part part) {
        try {
            part.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
