package org.netlink4j.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;

/**
 * Readers and writers allocate nothing per message. The interpreter does allocate (layouts are objects), so the claim is about
 * compiled code: one of several rounds must stay below a byte a message.
 */
class AllocationTest {
    private static final int MESSAGES = 100_000;
    private static final int ROUNDS = 30;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Arena arena = Arena.ofAuto();
    private final MemorySegment memory = arena.allocate(256);
    private final MessageWriter out = new MessageWriter();
    private final MessageReader in = new MessageReader();

    private interface Round {
        long run(int messages) throws MalformedMessageException;
    }

    private static void allocatesNothing(Round round) throws MalformedMessageException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS && best >= 1; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            assertTrue(round.run(MESSAGES) != 0);
            best = Math.min(best, (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / MESSAGES);
        }
        assertTrue(best < 1, "allocates " + best + " bytes a message");
    }

    private long write(int messages) {
        long sum = 0;
        for (int i = 0; i < messages; i++) {
            out.over(memory, 0, 256).begin(16, 5, i, 0).u8(0).u8(0).u16(1).u32(2).u64(3).attributes()
                    .stringz(3, "macvtap0").begin(18).stringz(1, "macvtap").begin(2).u32(1, 2).u16be(2, 3).end().end()
                    .u64be(5, i).mac(1, i).uint(6, i).bitfield32(7, i, i).flag(8);
            sum += out.end();
        }
        return sum;
    }

    private long read(int messages) throws MalformedMessageException {
        long sum = 0;
        for (int i = 0; i < messages; i++) {
            in.over(memory, 0, out.position());
            while (in.next()) {
                sum += in.type() + in.flags() + in.u32(4) + level(in.attributes(16));
            }
        }
        return sum;
    }

    private static long level(AttributeReader attributes) throws MalformedMessageException {
        long sum = 0;
        while (attributes.next()) {
            switch (attributes.type()) {
                case 18, 2 -> {
                    if (attributes.isNested()) {
                        attributes.enter();
                        sum += level(attributes);
                        attributes.leave();
                    }
                }
                case 5 -> sum += attributes.u64be();
                case 6 -> sum += attributes.uint();
                case 7 -> sum += attributes.bitfieldSelector();
                default -> sum += attributes.length();
            }
        }
        return sum;
    }

    @Test
    void theWriterAllocatesNothingPerMessage() throws Exception {
        allocatesNothing(this::write);
    }

    @Test
    void theReaderAllocatesNothingPerMessage() throws Exception {
        write(1);
        assertEquals(16, memory.get(Layouts.U16, 4));
        allocatesNothing(this::read);
    }
}
