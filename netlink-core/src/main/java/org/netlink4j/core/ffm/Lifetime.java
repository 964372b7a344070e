package org.netlink4j.core.ffm;

import java.util.concurrent.atomic.AtomicInteger;
import org.netlink4j.core.ClosedException;

/**
 * Lets a native resource be closed while threads use it: closing forbids new uses, and the last user to leave, or the closer if
 * there is none, releases the resource. So nobody touches released memory and closing never waits.
 */
public final class Lifetime {
    /** The sign bit; the other bits count the users. */
    private static final int CLOSING = 1 << 31;

    /** Negative too, but no number of users leads from it to {@link #CLOSING}: releasing happens once. */
    private static final int RELEASED = CLOSING / 2;

    private final String what;
    private final Runnable release;
    private final AtomicInteger state = new AtomicInteger();

    /**
     * The lifetime of a resource.
     *
     * @param what what it is, for the message of the {@link ClosedException}
     * @param release gives it back; called once
     */
    public Lifetime(String what, Runnable release) {
        this.what = what;
        this.release = release;
    }

    /**
     * Begins a use; {@link #leave} must follow.
     *
     * @throws ClosedException if the resource is closed, or about to be
     */
    public void enter() throws ClosedException {
        if (state.getAndIncrement() < 0) {
            leave();
            throw new ClosedException(what + " is closed");
        }
    }

    /** Ends a use. */
    public void leave() {
        if (state.decrementAndGet() == CLOSING && state.compareAndSet(CLOSING, RELEASED)) {
            release.run();
        }
    }

    /** {@return whether new uses are forbidden} */
    public boolean isClosing() {
        return state.get() < 0;
    }

    /**
     * Forbids new uses and ends the present ones.
     *
     * @param wake makes the users that wait leave; the resource is still there while it runs
     */
    public void close(Runnable wake) {
        if (state.getAndIncrement() >= 0) {
            state.getAndUpdate(s -> s | CLOSING);
            wake.run();
        }
        leave();
    }
}
