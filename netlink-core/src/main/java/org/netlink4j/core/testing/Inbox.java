package org.netlink4j.core.testing;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.socket.Datagram;

/** What waits to be received, and the waiting for it: deadline, wake, close and interrupt work as in a real socket. */
final class Inbox {
    /** Something to receive: a datagram, or a failure in its place. */
    @FunctionalInterface
    interface Delivery {
        void into(Datagram datagram) throws NetlinkException;
    }

    /** The number keeps the order of what is due at the same time. */
    private record Item(long due, long number, Delivery delivery) {
        static int inOrder(Item one, Item other) {
            long apart = one.due - other.due;
            return apart != 0 ? Long.signum(apart) : Long.compare(one.number, other.number);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Item> items = new PriorityQueue<>((Comparator<Item>) Item::inOrder);
    private long added;
    private boolean woken;
    private boolean closed;

    /** A datagram; one that is too large for its room is truncated. */
    static Delivery datagram(byte[] bytes, int sender, int groups, int group) {
        return into -> {
            if (bytes.length > into.memory().byteSize()) {
                truncated(bytes.length, sender, groups).into(into);
            }
            MemorySegment.copy(bytes, 0, into.memory(), ValueLayout.JAVA_BYTE, 0, bytes.length);
            into.received(bytes.length, sender, groups);
            into.sentTo(group);
        };
    }

    /** A datagram that does not fit, whatever the room. */
    static Delivery truncated(long size, int sender, int groups) {
        return into -> {
            long room = into.memory().byteSize();
            into.truncated(size, sender, groups);
            throw new TruncatedException("a datagram of " + size + " bytes came into " + room + " bytes of room");
        };
    }

    void add(Delivery delivery, Duration delay) {
        lock.lock();
        try {
            items.add(new Item(System.nanoTime() + delay.toNanos(), added++, delivery));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean receive(Datagram into, long deadline) throws NetlinkException {
        lock.lock();
        try {
            requireOpen();
            while (true) {
                long now = System.nanoTime();
                Item first = items.peek();
                if (first != null && first.due - now <= 0) {
                    items.remove().delivery.into(into);
                    return true;
                }
                if (woken || deadline - now <= 0) {
                    woken = false;
                    return false;
                }
                await(first == null || deadline - first.due < 0 ? deadline - now : first.due - now);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return items.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void await(long nanos) throws NetlinkException {
        try {
            changed.awaitNanos(nanos);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for a datagram");
        }
        requireOpen();
    }

    void requireOpen() throws ClosedException {
        lock.lock();
        try {
            if (closed) {
                throw new ClosedException("the transport is closed");
            }
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
