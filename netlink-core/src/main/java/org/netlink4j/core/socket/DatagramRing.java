package org.netlink4j.core.socket;

import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.TruncatedException;

/** Datagrams on their way from a thread that receives to one that reads, in order, with what ended the receiving behind them. */
final class DatagramRing {
    private static final int DEPTH = 16;
    private static final long ROOM = 64 * 1024;

    /** To be woken would take the receiving thread 10 us, a fifth of what the kernel needs for a datagram, so the reader looks again. */
    private static final long NAP = TimeUnit.MICROSECONDS.toNanos(100);

    private final Datagram[] places = new Datagram[DEPTH];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private int first;
    private int count;
    private boolean receiving;
    private boolean stopped;
    private Throwable failure;

    DatagramRing(Arena arena) {
        for (int i = 0; i < DEPTH; i++) {
            places[i] = new Datagram(arena, ROOM);
        }
    }

    // ---- the thread that receives

    /** {@return a place for the next datagram, when there is one; null if there is no use in receiving any more} */
    Datagram free() {
        lock.lock();
        try {
            while (count == DEPTH && !stopped) {
                emptied.awaitUninterruptibly();
            }
            return stopped ? null : places[(first + count) % DEPTH];
        } finally {
            lock.unlock();
        }
    }

    /** The place that was free is filled. */
    void add() {
        lock.lock();
        try {
            count++;
            if (count == DEPTH) {
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes for now: because nothing is there, or because of a failure, which the reader gets in its place. */
    void end(Throwable why) {
        lock.lock();
        try {
            failure = why;
            receiving = false;
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    // ---- the thread that reads

    /** A thread is about to receive; whatever it received before was taken. */
    void begin(long room) {
        lock.lock();
        try {
            for (Datagram place : places) {
                if (place.memory().byteSize() < room) {
                    place.truncated(room, 0, 0); // the reader has met a larger one
                }
            }
            receiving = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next datagram. Waits only for the other thread, which does not wait for the kernel.
     *
     * @return false if no more comes
     */
    boolean take(Datagram into) throws NetlinkException {
        Datagram next = peek();
        if (next == null) {
            fail(into);
            return false;
        }
        try {
            into.copy(next);
            return true;
        } finally {
            remove();
        }
    }

    private Datagram peek() {
        boolean interrupted = false;
        lock.lock();
        try {
            while (count == 0 && receiving) {
                try {
                    filled.awaitNanos(NAP);
                } catch (InterruptedException _) {
                    interrupted = true; // what is there comes to an interrupted thread, too
                }
            }
            return count == 0 ? null : places[first];
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void remove() {
        lock.lock();
        try {
            first = (first + 1) % DEPTH;
            count--;
            if (count == DEPTH / 2) {
                emptied.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What ended the receiving is the reader's once. */
    private void fail(Datagram into) throws NetlinkException {
        Throwable why;
        lock.lock();
        try {
            why = failure;
            failure = null;
        } finally {
            lock.unlock();
        }
        switch (why) {
            case null -> {}
            case TruncatedException truncated -> {
                Datagram lost = places[first];
                into.truncated(lost.memory().byteSize(), lost.senderPort(), lost.groups());
                throw truncated;
            }
            case NetlinkException failed -> throw failed;
            case RuntimeException failed -> throw failed;
            case Throwable failed -> throw (Error) failed;
        }
    }

    // ---- any thread

    /** There is no use in receiving any more. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            emptied.signal();
        } finally {
            lock.unlock();
        }
    }
}
