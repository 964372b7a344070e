package org.netlink4j.core.io;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.ffm.Libc;

/**
 * A non-blocking descriptor of which every read and every write is one frame: a tap queue or a packet socket. One thread at a
 * time reads, one at a time writes; any thread may close.
 */
public final class FrameFile implements AutoCloseable {
    /** What a read or a write returns when there is nothing to read or no room to write. */
    public static final int WOULD_BLOCK = -1;

    /** A device may go without a sign that {@code ppoll} sees, so a reader looks after it this often. */
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

    private static final String FRAME = "a frame from ";

    private static final int IOVEC = 16;

    private final Descriptor descriptor;
    private final int fd;
    private final Libc readCalls;
    private final Libc writeCalls;
    private final MemorySegment vector;

    /** Looks whether the device behind a descriptor is still there. */
    @FunctionalInterface
    public interface Liveness {
        /**
         * Looks.
         *
         * @throws NetlinkException if it is gone
         */
        void check() throws NetlinkException;
    }

    /**
     * Takes a descriptor over.
     *
     * @param name what it is, for messages
     * @param fd a non-blocking descriptor; closed if this fails
     * @throws SystemCallException if the kernel gives no eventfd
     */
    public FrameFile(String name, int fd) throws SystemCallException {
        this.fd = fd;
        descriptor = new Descriptor(name, fd);
        readCalls = new Libc(arena());
        writeCalls = new Libc(arena());
        vector = arena().allocate(2 * IOVEC, 8);
        // One byte more than the caller's room: a longer frame would else be cut without a sign.
        vector.set(ADDRESS, IOVEC, arena().allocate(1));
        vector.set(JAVA_LONG, IOVEC + 8, 1);
    }

    /**
     * Closes descriptors that no file took over.
     *
     * @param descriptors descriptors of this process
     */
    public static void close(List<Integer> descriptors) {
        try (Arena arena = Arena.ofConfined()) {
            descriptors.forEach(new Libc(arena)::close);
        }
    }

    /** {@return owns memory that is valid inside {@link #use}} */
    public Arena arena() {
        return descriptor.arena();
    }

    /** {@return the descriptor, valid until {@link #close}, surely inside {@link #use}} */
    public int descriptor() {
        return fd;
    }

    /**
     * Something to do with the descriptor while it cannot be closed.
     *
     * @param <T> what comes out
     */
    @FunctionalInterface
    public interface Use<T> {
        /**
         * Does it.
         *
         * @return what comes out
         * @throws NetlinkException if it goes wrong
         */
        T run() throws NetlinkException;
    }

    /**
     * Uses the descriptor; {@link #close} meanwhile takes effect afterwards.
     *
     * @param <T> what comes out
     * @param use what to do
     * @return what it returned
     * @throws NetlinkException what it threw, or that the file is closed
     */
    public <T> T use(Use<T> use) throws NetlinkException {
        descriptor.enter();
        try {
            return use.run();
        } finally {
            descriptor.leave();
        }
    }

    /**
     * Reads a frame if there is one.
     *
     * @param into native memory
     * @return its length, or {@link #WOULD_BLOCK}
     * @throws NetlinkException if the frame is longer than the memory, the file is closed, or the read fails
     */
    public int read(MemorySegment into) throws NetlinkException {
        return use(() -> readNow(into));
    }

    /**
     * Waits for a frame.
     *
     * @param into native memory
     * @param deadline of {@link System#nanoTime}
     * @param liveness asked from time to time
     * @return its length, or {@link #WOULD_BLOCK} if the deadline passed
     * @throws NetlinkException as {@link #read(MemorySegment)}; if the file is closed meanwhile, the thread interrupted, or the
     *     device gone
     */
    public int read(MemorySegment into, long deadline, Liveness liveness) throws NetlinkException {
        return use(() -> {
            while (true) {
                int length = readNow(into);
                if (length != WOULD_BLOCK) {
                    return length;
                }
                long now = System.nanoTime();
                if (!descriptor.await(now + Math.min(deadline - now, LOOK_AGAIN), FRAME)) {
                    liveness.check();
                    if (deadline - System.nanoTime() <= 0) {
                        return WOULD_BLOCK;
                    }
                }
            }
        });
    }

    /**
     * Waits until a frame may be there, a deadline passes, or {@link #wake} is called; a call of that before counts, too. May
     * return early.
     *
     * @param deadline of {@link System#nanoTime}
     * @throws NetlinkException if the file is closed before or meanwhile, or the thread interrupted
     */
    public void await(long deadline) throws NetlinkException {
        use(() -> descriptor.await(deadline, FRAME));
    }

    /** Ends {@link #await}, from any thread; does nothing if the file is closed. */
    public void wake() {
        try {
            descriptor.enter();
        } catch (ClosedException _) {
            return; // closing has ended it
        }
        try {
            descriptor.wake();
        } finally {
            descriptor.leave();
        }
    }

    private int readNow(MemorySegment into) throws NetlinkException {
        vector.set(ADDRESS, 0, requireNative(into));
        vector.set(JAVA_LONG, 8, into.byteSize());
        int length = result("reading from ", readCalls.readv(fd, vector, 2));
        if (length > into.byteSize()) {
            throw new TruncatedException(FRAME + descriptor + " is longer than the " + into.byteSize() + " bytes for it");
        }
        return length;
    }

    /**
     * Writes a frame if there is room.
     *
     * @param frame native memory that holds the frame and nothing else
     * @return its length, or {@link #WOULD_BLOCK}
     * @throws NetlinkException if the file is closed or the kernel refuses the frame
     */
    public int write(MemorySegment frame) throws NetlinkException {
        requireNative(frame);
        return use(() -> result("writing to ", writeCalls.write(fd, frame, frame.byteSize())));
    }

    /**
     * Reads frames as long as there are some and room for them, in one go.
     *
     * @param into native memory, a segment a frame
     * @param lengths gets the length of each frame
     * @return how many frames were read
     * @throws NetlinkException as {@link #read(MemorySegment)}, if it is the first frame that cannot be read; otherwise the next
     *     call tells
     */
    public int readBatch(MemorySegment[] into, int[] lengths) throws NetlinkException {
        descriptor.enter();
        try {
            int count = 0;
            while (count < into.length) {
                int length = count == 0 ? readNow(into[count]) : readMore(into[count]);
                if (length == WOULD_BLOCK) {
                    break;
                }
                lengths[count++] = length;
            }
            return count;
        } finally {
            descriptor.leave();
        }
    }

    /** A failure would hide the frames that are already there. */
    private int readMore(MemorySegment into) {
        try {
            return readNow(into);
        } catch (NetlinkException _) {
            return WOULD_BLOCK;
        }
    }

    /**
     * Writes frames as long as there is room, in one go.
     *
     * @param frames native memory, a segment a frame
     * @param count how many of them
     * @return how many were written
     * @throws NetlinkException as {@link #write}, if it is the first frame that cannot be written
     */
    public int writeBatch(MemorySegment[] frames, int count) throws NetlinkException {
        descriptor.enter();
        try {
            int written = 0;
            while (written < count) {
                MemorySegment frame = requireNative(frames[written]);
                long result = writeCalls.write(fd, frame, frame.byteSize());
                if (result < 0 && (written > 0 || result("writing to ", result) == WOULD_BLOCK)) {
                    break;
                }
                written++;
            }
            return written;
        } finally {
            descriptor.leave();
        }
    }

    private int result(String doing, long result) throws SystemCallException {
        if (result >= 0) {
            return (int) result;
        }
        if (result == -Errno.EAGAIN || result == -Errno.EINTR) {
            return WOULD_BLOCK;
        }
        throw new SystemCallException(doing + descriptor, (int) -result);
    }

    private static MemorySegment requireNative(MemorySegment memory) {
        if (!memory.isNative()) {
            throw new IllegalArgumentException("frames go from and to native memory, which Arena.allocate gives: " + memory);
        }
        return memory;
    }

    /** Closes the descriptor; a thread that waits in it gets a {@link ClosedException}. Returns at once. May be called again. */
    @Override
    public void close() {
        descriptor.close();
    }

    /** {@return what it is} */
    @Override
    public String toString() {
        return descriptor.toString();
    }
}
