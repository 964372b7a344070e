package org.netlink4j.core.io;

import java.lang.foreign.Arena;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.ffm.Lifetime;
import org.netlink4j.core.ffm.Waiter;

/** A non-blocking descriptor with memory for its calls, which one thread waits for and any thread may close. */
final class Descriptor implements AutoCloseable {
    private final String name;
    private final int fd;
    private final Arena arena = Arena.ofShared();
    private final Libc libc = new Libc(arena);
    private final Waiter waiter;
    private final Lifetime lifetime;

    /** Takes a descriptor over, and closes it if the kernel gives no eventfd. */
    Descriptor(String name, int fd) throws SystemCallException {
        this.name = name;
        this.fd = fd;
        lifetime = new Lifetime(name, this::release);
        try {
            waiter = new Waiter(arena, fd);
        } catch (SystemCallException e) {
            libc.close(fd);
            arena.close();
            throw e;
        }
    }

    int fd() {
        return fd;
    }

    /** Valid between {@link #enter} and {@link #leave}. */
    Arena arena() {
        return arena;
    }

    /** Begins a use, which {@link #leave} must end: meanwhile nothing is released. */
    void enter() throws ClosedException {
        lifetime.enter();
    }

    void leave() {
        lifetime.leave();
    }

    /**
     * Waits inside a use until the descriptor is ready or {@link #wake} is called.
     *
     * @param awaited what would come from the descriptor, for the message of an interrupted call: words that its name follows
     * @return whether it may be; false if the deadline passed, or early
     */
    boolean await(long deadline, String awaited) throws NetlinkException {
        if (waiter.await(deadline)) {
            return true;
        }
        if (lifetime.isClosing()) {
            throw new ClosedException(name + " was closed during the call");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedCallException("interrupted while waiting for " + awaited + name);
        }
        return false;
    }

    /** Ends {@link #await}; only inside a use. */
    void wake() {
        waiter.wake();
    }

    /** Whoever waits for it gets a {@link ClosedException}. Returns at once. May be called again. */
    @Override
    public void close() {
        lifetime.close(waiter::wake);
    }

    private void release() {
        waiter.release();
        libc.close(fd);
        arena.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
