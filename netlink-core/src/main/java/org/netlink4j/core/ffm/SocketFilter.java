package org.netlink4j.core.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.netlink4j.core.ffm.Constants.SOL_SOCKET;
import static org.netlink4j.core.ffm.Constants.SO_ATTACH_FILTER;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** A classic BPF program for a socket: a {@code struct sock_fprog} of {@code linux/filter.h}. */
public final class SocketFilter {
    /** {@code struct sock_filter}: u16 code, u8 jump if true, u8 jump if false, u32 operand. */
    private static final long INSTRUCTION = 8;

    /** {@code struct sock_fprog}: u16 number of instructions, address of the first. */
    private static final int PROGRAM = 16;

    private final Arena arena;
    private final List<MemorySegment> instructions = new ArrayList<>();

    /**
     * A program without instructions.
     *
     * @param arena owns its memory
     */
    public SocketFilter(Arena arena) {
        this.arena = arena;
    }

    /**
     * Adds an instruction.
     *
     * @param code the operation, 16 bits
     * @param jumpTrue how many instructions to skip if the condition holds, 8 bits
     * @param jumpFalse how many instructions to skip if it does not, 8 bits
     * @param k the operand, 32 bits
     * @return this
     */
    public SocketFilter add(int code, int jumpTrue, int jumpFalse, int k) {
        MemorySegment one = arena.allocate(INSTRUCTION, 4);
        one.set(JAVA_SHORT, 0, (short) code);
        one.set(JAVA_BYTE, 2, (byte) jumpTrue);
        one.set(JAVA_BYTE, 3, (byte) jumpFalse);
        one.set(JAVA_INT, 4, k);
        instructions.add(one);
        return this;
    }

    /**
     * Lets it decide what a socket receives, in place of the one before.
     *
     * @param fd the socket
     * @return 0, or {@code -errno}
     */
    public int attach(int fd) {
        MemorySegment code = arena.allocate(INSTRUCTION * Math.max(1, instructions.size()), 4);
        for (int i = 0; i < instructions.size(); i++) {
            MemorySegment.copy(instructions.get(i), 0, code, INSTRUCTION * i, INSTRUCTION);
        }
        MemorySegment program = arena.allocate(PROGRAM, 8);
        program.set(JAVA_SHORT, 0, (short) instructions.size());
        program.set(ADDRESS, 8, code);
        return new Libc(arena).setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, program, PROGRAM);
    }
}
