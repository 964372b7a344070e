package org.netlink4j.rtnetlink.tc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A rate as traffic control wants it: {@code struct tc_ratespec}, and the table of times beside it, which the kernel demands though it
 * only reads the kind of lower layer out of it.
 *
 * @param rate bytes a second, u64
 * @param overhead bytes that every packet is longer on the wire, u16
 * @param minimum the least that a packet counts for in bytes, u16
 * @param linkLayer {@code TC_LINKLAYER_*}
 * @param cellLog how far sizes are shifted to the right to look up a time
 */
public record TcRate(long rate, int overhead, int minimum, int linkLayer, int cellLog) {
    /** {@code linkLayer}: packets are as long as they are. */
    public static final int TC_LINKLAYER_ETHERNET = 1;

    /** {@code linkLayer}: packets go in cells of 53 bytes that carry 48. */
    public static final int TC_LINKLAYER_ATM = 2;

    /** {@code cell_align} of a table whose entries are for the longest size that leads to them. */
    public static final int CELL_ALIGN = -1;

    private static final int ENTRIES = 256;
    private static final long MICROSECONDS = 1_000_000;
    private static final int CELL = 53;
    private static final int CELL_PAYLOAD = 48;
    private static final long DEFAULT_LARGEST = 2047;

    /** A tick is 64 ns in all kernels: 15.625 ticks are a microsecond. */
    private static final int NANOSECONDS_A_TICK = 64;

    private static final int NANOSECONDS = 1000;

    /**
     * A rate on Ethernet.
     *
     * @param rate bytes a second, not 0
     * @param largest the longest packet in bytes, u32; 0 for 2047
     * @return the rate
     */
    public static TcRate of(long rate, long largest) {
        if (rate == 0) {
            throw new IllegalArgumentException("a rate of 0");
        }
        int cellLog = 0;
        while ((largest == 0 ? DEFAULT_LARGEST : largest) >>> cellLog >= ENTRIES) {
            cellLog++;
        }
        return new TcRate(rate, 0, 0, TC_LINKLAYER_ETHERNET, cellLog);
    }

    /**
     * The time that bytes take at a rate.
     *
     * @param rate bytes a second, u64, not 0
     * @param bytes how many
     * @return ticks of 64 ns, by way of whole microseconds: to the last bit what {@code tc} sends
     */
    public static long ticks(long rate, long bytes) {
        return (long) (MICROSECONDS * ((double) bytes / rate)) * NANOSECONDS / NANOSECONDS_A_TICK;
    }

    /**
     * The bytes that pass in a time.
     *
     * @param rate bytes a second, u64
     * @param ticks ticks of 64 ns, u32
     * @return how many
     */
    public static long bytes(long rate, long ticks) {
        return (long) (rate * ((double) ticks * NANOSECONDS_A_TICK / NANOSECONDS) / MICROSECONDS);
    }

    /** {@return the rate as the structure has it: all ones if it has more than 32 bits} */
    public long narrow() {
        return rate >>> Integer.SIZE == 0 ? rate : (1L << Integer.SIZE) - 1;
    }

    /** {@return whether the rate has to be said in 64 bits, too} */
    public boolean isWide() {
        return rate >>> Integer.SIZE != 0;
    }

    /** {@return the table of times, 1024 bytes} */
    public byte[] table() {
        ByteBuffer times = ByteBuffer.allocate(ENTRIES * Integer.BYTES).order(ByteOrder.nativeOrder());
        for (long i = 1; i <= ENTRIES; i++) {
            times.putInt((int) ticks(rate, onTheWire(Math.max(i << cellLog, minimum))));
        }
        return times.array();
    }

    private long onTheWire(long size) {
        return linkLayer == TC_LINKLAYER_ATM ? (size + CELL_PAYLOAD - 1) / CELL_PAYLOAD * CELL : size;
    }
}
