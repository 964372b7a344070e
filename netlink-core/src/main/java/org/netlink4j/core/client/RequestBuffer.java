package org.netlink4j.core.client;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferOverflowException;
import org.netlink4j.core.wire.MessageWriter;

/** Native memory in which the requests of one datagram are put together; grows as needed. */
final class RequestBuffer {
    private static final long FIRST_SIZE = 4096;
    private static final long FLAGS = 6;
    private static final long SEQUENCE = 8;

    private final Arena arena;
    private final MessageWriter writer = new MessageWriter();
    private MemorySegment memory;
    private long length;

    RequestBuffer(Arena arena) {
        this.arena = arena;
        memory = arena.allocate(FIRST_SIZE, 8);
    }

    void clear() {
        length = 0;
    }

    MemorySegment memory() {
        return memory;
    }

    long length() {
        return length;
    }

    /**
     * Adds a request, without its flags and its sequence number yet.
     *
     * @return where it begins
     */
    long add(Request request) {
        long start = length;
        while (true) {
            try {
                writer.over(memory, start, memory.byteSize()).begin(request.type(), 0, 0, 0);
                request.body().write(writer);
                length = writer.end();
                return start;
            } catch (BufferOverflowException _) {
                grow(start);
            }
        }
    }

    private void grow(long used) {
        MemorySegment larger = arena.allocate(4 * memory.byteSize(), 8);
        MemorySegment.copy(memory, 0, larger, 0, used);
        memory = larger;
    }

    /** Fills in what is known only when the request is about to be sent. */
    void stamp(long start, int flags, int sequence) {
        stamp(memory, start, flags, sequence);
    }

    static void stamp(MemorySegment memory, long start, int flags, int sequence) {
        memory.set(ValueLayout.JAVA_SHORT_UNALIGNED, start + FLAGS, (short) flags);
        memory.set(ValueLayout.JAVA_INT_UNALIGNED, start + SEQUENCE, sequence);
    }

    /** {@return a copy of a part} */
    byte[] copy(long from, long to) {
        return memory.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
    }
}
