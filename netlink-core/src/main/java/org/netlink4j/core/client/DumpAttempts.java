package org.netlink4j.core.client;

import java.time.Duration;
import org.netlink4j.core.DumpInterruptedException;
import org.netlink4j.core.InterruptedCallException;

/** Counts the attempts at a dump and decides, by the policy, what follows an interrupted one. */
final class DumpAttempts {
    private final Request request;
    private final DumpPolicy policy;
    private final long deadline;
    private int made;
    private Duration pause;

    DumpAttempts(Request request, DumpPolicy policy) {
        this.request = request;
        this.policy = policy;
        deadline = System.nanoTime() + request.timeout().toNanos();
        pause = policy instanceof DumpPolicy.Retry retry ? retry.pause() : Duration.ZERO;
    }

    /** {@return the request of the next attempt, with what is left of the time} */
    Request next() {
        made++;
        return made == 1 ? request : request.timeout(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }

    /**
     * What to do after an interrupted attempt: returns after a pause if another is to be made.
     *
     * @return whether the interrupted list may be returned
     */
    boolean mayReturn(DumpInterruptedException interrupted) throws DumpInterruptedException, InterruptedCallException {
        return switch (policy) {
            case DumpPolicy.ReturnMarked _ -> true;
            case DumpPolicy.Fail _ -> throw interrupted;
            case DumpPolicy.Retry retry -> {
                if (made >= retry.attempts() || deadline - System.nanoTime() <= pause.toNanos()) {
                    throw interrupted;
                }
                DumpRetryEvent.report(interrupted, made);
                sleep();
                yield false;
            }
        };
    }

    private void sleep() throws InterruptedCallException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted between two attempts at a dump");
        }
        pause = pause.multipliedBy(2);
    }
}
