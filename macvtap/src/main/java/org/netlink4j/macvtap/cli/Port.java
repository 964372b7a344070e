package org.netlink4j.macvtap.cli;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Arrays;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.macvtap.TapQueue;

/** A place where frames are put in and come out: a tap queue or a packet socket. */
abstract class Port implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** More than any frame of these devices. */
    private static final int ROOM = 65_536;

    static Port of(TapQueue queue) {
        return new Port() {
            @Override
            int write(MemorySegment frame) throws NetlinkException {
                return queue.write(frame);
            }

            @Override
            int read(MemorySegment into, long deadline) throws NetlinkException {
                return queue.read(into, deadline);
            }

            @Override
            public void close() {
                queue.close();
            }
        };
    }

    static Port of(FrameFile socket) {
        return new Port() {
            @Override
            int write(MemorySegment frame) throws NetlinkException {
                return socket.write(frame);
            }

            @Override
            int read(MemorySegment into, long deadline) throws NetlinkException {
                return socket.read(into, deadline, () -> {});
            }

            @Override
            public void close() {
                socket.close();
            }
        };
    }

    abstract int write(MemorySegment frame) throws NetlinkException;

    abstract int read(MemorySegment into, long deadline) throws NetlinkException;

    @Override
    public abstract void close();

    /** Waits for one frame; others, such as those of IPv6, are not looked at. */
    void await(MemorySegment frame) throws NetlinkException {
        byte[] wanted = frame.toArray(JAVA_BYTE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment room = arena.allocate(ROOM);
            int length;
            do {
                length = read(room, deadline);
                if (length < 0) {
                    throw new TimedOutException("the frame did not arrive within " + PATIENCE);
                }
            } while (!Arrays.equals(wanted, room.asSlice(0, length).toArray(JAVA_BYTE)));
        }
    }
}
