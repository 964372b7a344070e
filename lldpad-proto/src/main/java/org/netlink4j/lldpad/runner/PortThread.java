package org.netlink4j.lldpad.runner;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.lldpad.evb.EvbPort;
import org.netlink4j.lldpad.wire.EthernetFrame;

/** Drives one end: hands it frames and the time, and sends what it has to say. Whoever uses the end does so under the lock. */
final class PortThread {
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(1);
    private static final long LONGEST_FRAME = 16 * 1024;
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    /**
     * How many frames to take in before something is sent and others get the lock: more than a receive buffer holds, so what had
     * arrived when a round began is taken in by its end, and a flood holds up nobody.
     */
    private static final int FRAMES_PER_ROUND = 1024;

    /** A frame that cannot be sent now is lost. {@code EMSGSIZE}: it answers one that was longer than this device may send. */
    private static final Set<Integer> LOST = Set.of(Errno.ENETDOWN, Errno.ENOBUFS, Errno.EMSGSIZE);

    private final EvbPort port;
    private final Runnable afterwards;
    private final FrameFile file;
    private final PortDoor door;
    private final MemorySegment in;
    private final MemorySegment out;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock(true); // in a flood, this thread wants it again at once
    private final Condition changed = lock.newCondition();
    private long time = System.nanoTime();
    private Optional<NetlinkException> failure = Optional.empty();

    /**
     * A thread that has not started yet.
     *
     * @param port what it drives
     * @param afterwards called under the lock whenever something may have happened
     * @param file a packet socket, closed with this
     * @param door where others ask; opened and closed with this
     */
    PortThread(EvbPort port, Runnable afterwards, FrameFile file, PortDoor door) {
        this.port = port;
        this.afterwards = afterwards;
        this.file = file;
        this.door = door;
        in = file.arena().allocate(LONGEST_FRAME);
        out = file.arena().allocate(LONGEST_FRAME);
        thread = Thread.ofPlatform().daemon().name("netlink4j-evb").unstarted(this::run);
    }

    void start() {
        thread.start();
        door.open();
    }

    // ---- the thread

    private void run() {
        try {
            while (true) {
                file.await(System.nanoTime() + Math.min(LONGEST_WAIT, serve()));
            }
        } catch (NetlinkException e) {
            fail(e);
        } catch (RuntimeException | Error e) { // of a policy, for example
            ClosedException why = new ClosedException(file + " is closed, because of " + e);
            why.initCause(e);
            fail(why);
        }
    }

    /** Does what is due, and says how long nothing will be. */
    private long serve() throws NetlinkException {
        lock.lock();
        try {
            receiveAll();
            port.advance(now());
            deliver();
            long next = port.nextTimer();
            return next == Long.MAX_VALUE ? next : Math.max(0, next - System.nanoTime());
        } finally {
            lock.unlock();
        }
    }

    /**
     * What has arrived counts as arrived before what is due: the process may have been paused while the answer to a request
     * waited here, and then no time of it has run out.
     */
    private void receiveAll() throws NetlinkException {
        for (int i = 0; i < FRAMES_PER_ROUND; i++) {
            try {
                int length = file.read(in);
                if (length == FrameFile.WOULD_BLOCK) {
                    return;
                }
                take(EthernetFrame.decode(Octets.of(in.asSlice(0, length).toArray(JAVA_BYTE))));
            } catch (TruncatedException | MalformedMessageException _) {
                // not for us
            } catch (SystemCallException e) {
                if (e.errno() != Errno.ENETDOWN) { // said once; the socket works again when the device is up
                    throw e;
                }
            }
        }
    }

    private void take(EthernetFrame frame) {
        long next = port.nextTimer();
        boolean overdue = next != Long.MAX_VALUE && System.nanoTime() - next >= 0;
        port.receive(frame, overdue ? notBack(next - 1) : now());
    }

    /** The time, which for the machine never goes back. */
    private long now() {
        return notBack(System.nanoTime());
    }

    private long notBack(long wanted) {
        time = wanted - time < 0 ? time : wanted;
        return time;
    }

    private void deliver() throws NetlinkException {
        for (EthernetFrame frame : port.takeFrames()) {
            send(frame.encode());
        }
        afterwards.run();
        changed.signalAll();
    }

    private void send(Octets frame) throws NetlinkException {
        MemorySegment memory = out.asSlice(0, frame.length());
        MemorySegment.copy(frame.toArray(), 0, memory, JAVA_BYTE, 0, frame.length());
        try {
            file.write(memory); // without room it is lost, as on the wire
        } catch (SystemCallException e) {
            if (!LOST.contains(e.errno())) {
                throw e;
            }
        }
    }

    private void fail(NetlinkException e) {
        lock.lock();
        try {
            failure = failure.or(() -> Optional.of(e));
            changed.signalAll();
        } finally {
            lock.unlock();
            release();
        }
    }

    // ---- its users

    /** Does something with the end, given the time, and sends what it has to say to that. */
    <T> T call(LongFunction<T> work) throws NetlinkException {
        lock.lock();
        try {
            checkAlive();
            T result = work.apply(now());
            deliver();
            return result;
        } catch (NetlinkException e) {
            fail(e);
            throw e;
        } finally {
            lock.unlock();
            file.wake(); // its next timer may be another now
        }
    }

    private void checkAlive() throws NetlinkException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** Waits until a condition holds, which is looked at under the lock. */
    boolean await(BooleanSupplier condition, Duration wait) throws NetlinkException {
        long left = wait.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                checkAlive();
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for the other end of " + file);
        } finally {
            lock.unlock();
        }
    }

    /** Says goodbye, unless somebody keeps the lock, and closes. Returns at once or after a second at most. */
    void close(Runnable farewell) {
        boolean locked = false;
        try {
            locked = lock.tryLock() || lock.tryLock(FAREWELL.toNanos(), TimeUnit.NANOSECONDS);
            if (locked && failure.isEmpty()) {
                farewell.run();
                deliver();
                failure = Optional.of(new ClosedException(file + " is closed"));
                changed.signalAll();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (NetlinkException _) {
            // nobody hears it then
        } finally {
            if (locked) {
                lock.unlock();
            }
            release();
        }
    }

    private void release() {
        file.close();
        door.close();
    }
}
