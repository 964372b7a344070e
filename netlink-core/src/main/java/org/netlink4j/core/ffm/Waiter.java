package org.netlink4j.core.ffm;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.netlink4j.core.ffm.Constants.EFD_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.EFD_NONBLOCK;
import static org.netlink4j.core.ffm.Constants.POLLIN;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.netlink4j.core.Errno;
import org.netlink4j.core.SystemCallException;

/**
 * Waits until a descriptor is readable, until a deadline, or until it is woken by {@link #wake} or by an interrupt of the
 * waiting thread. One thread waits at a time; any thread may wake.
 *
 * <p>A thread in {@code ppoll} does not hear {@link Thread#interrupt}. What does is a selector: its {@code begin} registers
 * {@code wakeup} to be called by the interrupting thread, and here {@code wakeup} makes an eventfd readable. A virtual thread
 * would pin its carrier in {@code ppoll}, so a platform thread of this waiter waits for it.
 */
public final class Waiter extends AbstractSelector {
    private static final long POLLFD = 8;
    private static final long REVENTS = 6;

    private final MemorySegment pollfds;
    private final MemorySegment timespec;
    private final MemorySegment counter;
    private final MemorySegment one;
    private final Libc libc;
    private final int eventfd;
    private final WakeCalls wakeCalls;
    private ExecutorService forVirtualThreads;

    /** Waking happens on other threads than waiting, so it has an errno cell of its own. */
    private record WakeCalls(Libc libc) {}

    /**
     * A waiter for one descriptor.
     *
     * @param arena owns the memory; it must be shared, and closed after {@link #release}
     * @param fd the descriptor, which stays the caller's
     * @throws SystemCallException if the kernel gives no eventfd
     */
    public Waiter(Arena arena, int fd) throws SystemCallException {
        super(null);
        pollfds = arena.allocate(2 * POLLFD, 8);
        timespec = arena.allocate(16, 8);
        counter = arena.allocate(JAVA_LONG);
        one = arena.allocateFrom(JAVA_LONG, 1);
        libc = new Libc(arena);
        wakeCalls = new WakeCalls(new Libc(arena));
        eventfd = libc.eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        if (eventfd < 0) {
            throw new SystemCallException("eventfd", -eventfd);
        }
        pollfds.set(JAVA_INT, 0, fd);
        pollfds.set(JAVA_SHORT, 4, POLLIN);
        pollfds.set(JAVA_INT, POLLFD, eventfd);
        pollfds.set(JAVA_SHORT, POLLFD + 4, POLLIN);
    }

    /**
     * Waits.
     *
     * @param deadline of {@link System#nanoTime}
     * @return whether the descriptor is readable or in error; if not, the deadline passed or somebody woke the waiter
     * @throws SystemCallException if {@code ppoll} fails
     */
    public boolean await(long deadline) throws SystemCallException {
        begin();
        try {
            return Thread.currentThread().isVirtual() ? awaitElsewhere(deadline) : poll(deadline);
        } finally {
            end();
        }
    }

    private boolean poll(long deadline) throws SystemCallException {
        long left = Math.max(0, deadline - System.nanoTime());
        timespec.set(JAVA_LONG, 0, left / 1_000_000_000);
        timespec.set(JAVA_LONG, 8, left % 1_000_000_000);
        pollfds.set(JAVA_SHORT, REVENTS, (short) 0);
        pollfds.set(JAVA_SHORT, POLLFD + REVENTS, (short) 0);
        int ready = libc.ppoll(pollfds, 2, timespec, MemorySegment.NULL);
        if (ready < 0 && ready != -Errno.EINTR) {
            throw new SystemCallException("ppoll", -ready);
        }
        if (pollfds.get(JAVA_SHORT, POLLFD + REVENTS) != 0) {
            libc.read(eventfd, counter, Long.BYTES); // forget the wake-up: the callers look at what it was for
        }
        return pollfds.get(JAVA_SHORT, REVENTS) != 0;
    }

    private boolean awaitElsewhere(long deadline) throws SystemCallException {
        if (forVirtualThreads == null) {
            forVirtualThreads = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("netlink4j-wait").factory());
        }
        var wait = forVirtualThreads.submit(() -> poll(deadline));
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.get();
                } catch (InterruptedException _) {
                    interrupted = true; // begin() saw to it that the poll ends
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SystemCallException failure) {
                throw failure;
            }
            throw new AssertionError(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the wait that is under way, or the next one. */
    public void wake() {
        synchronized (wakeCalls) {
            wakeCalls.libc.write(eventfd, one, Long.BYTES);
        }
    }

    /** Closes the eventfd; nobody waits any more. */
    public void release() {
        if (forVirtualThreads != null) {
            forVirtualThreads.shutdown();
        }
        libc.close(eventfd);
    }

    // ---- what AbstractSelector wants of a selector; only wakeup() is ever called, by Thread.interrupt()

    @Override
    public Selector wakeup() {
        wake();
        return this;
    }

    @Override
    protected void implCloseSelector() throws IOException {}

    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int ops, Object attachment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<SelectionKey> keys() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int selectNow() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int select(long timeout) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int select() {
        throw new UnsupportedOperationException();
    }
}
