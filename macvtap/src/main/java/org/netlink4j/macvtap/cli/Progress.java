package org.netlink4j.macvtap.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says every second that something is still awaited, beside the result. */
final class Progress implements AutoCloseable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread thread;

    Progress(PrintStream out, String what, Duration longest) {
        thread = Thread.startVirtualThread(() -> {
            try {
                for (int second = 1; !done.await(1, TimeUnit.SECONDS); second++) {
                    out.println(what + ": " + second + " s of at most " + longest.toSeconds() + " s");
                    out.flush();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        done.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
