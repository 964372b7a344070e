package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What went wrong where everything has to be tried: the first failure counts, the others are suppressed under it. */
final class Failures {
    private final List<Exception> all = new ArrayList<>();

    void attempt(Session.Action action) {
        try {
            action.run();
        } catch (IOException | RuntimeException e) {
            all.add(e);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Exception> all() {
        return List.copyOf(all);
    }

    void suppressUnder(Throwable first) {
        all.stream().filter(failure -> failure != first).forEach(first::addSuppressed);
    }

    void throwFirst() throws IOException {
        if (all.isEmpty()) {
            return;
        }
        Exception first = all.removeFirst();
        suppressUnder(first);
        switch (first) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new AssertionError("only those two are caught", first);
        }
    }

    /** Runs a clean-up that an interrupt of this thread must not cut short; the interrupt is kept for later. */
    static void uninterrupted(Runnable cleanUp) {
        boolean interrupted = Thread.interrupted();
        try {
            cleanUp.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
