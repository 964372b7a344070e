package org.netlink4j.macvtap.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.netlink4j.core.cli.Arguments;

/**
 * A command that goes on until its time is over or a signal comes. A signal lets it end in order: the process waits for that, but
 * not for ever.
 */
final class Running implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(200);
    private static final long PATIENCE = 20;

    private final Optional<Duration> time;
    private final long begin = System.nanoTime();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end);
    private volatile boolean ending;

    Running(Arguments arguments) {
        time = VsiPort.seconds(arguments, VsiPort.FOR);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end() {
        ending = true;
        try {
            over.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    boolean goesOn() {
        return !ending && time.filter(limit -> System.nanoTime() - begin >= limit.toNanos()).isEmpty();
    }

    /** How long to wait before asking again whether it goes on. */
    Duration step() {
        return STEP;
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the signal has come
        }
    }
}
