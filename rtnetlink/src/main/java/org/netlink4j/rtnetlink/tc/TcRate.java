package org.netlink4j.rtnetlink.tc;

import static org.netlink4j.core.schema.StructSpec.field;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * A rate as traffic control wants it: {@code struct tc_ratespec} of {@code linux/pkt_sched.h}, and the table of times beside it, which the
 * kernel demands though it only reads the kind of lower layer out of it.
 *
 * @param rate bytes a second, u64
 * @param overhead bytes that every packet is longer on the wire, u16
 * @param minimum the least that a packet counts for in bytes, u16
 * @param linkLayer {@code TC_LINKLAYER_*}
 * @param cellLog how far sizes are shifted to the right to look up a time, u8
 */
public record TcRate(long rate, int overhead, int minimum, int linkLayer, int cellLog) {
    /** {@code linkLayer}: the kernel finds out. */
    public static final int TC_LINKLAYER_UNAWARE = 0;

    /** {@code linkLayer}: packets are as long as they are. */
    public static final int TC_LINKLAYER_ETHERNET = 1;

    /** {@code linkLayer}: packets go in cells of 53 bytes that carry 48. */
    public static final int TC_LINKLAYER_ATM = 2;

    /** {@code cell_align} of a table whose entries are for the longest size that leads to them. */
    public static final int CELL_ALIGN = -1;

    /** The size of the structure. */
    public static final int SIZE = 12;

    private static final int ENTRIES = 256;
    private static final int CELL = 53;
    private static final int CELL_PAYLOAD = 48;
    private static final long DEFAULT_LARGEST = 2047;

    /** Refuses a rate by which would be divided. */
    public TcRate {
        if (rate == 0) {
            throw new IllegalArgumentException("a rate of 0");
        }
    }

    /**
     * A rate on Ethernet.
     *
     * @param rate bytes a second, not 0
     * @param largest the longest packet in bytes, u32; 0 for 2047
     * @return the rate
     */
    public static TcRate of(long rate, long largest) {
        int cellLog = 0;
        while ((largest == 0 ? DEFAULT_LARGEST : largest) >>> cellLog >= ENTRIES) {
            cellLog++;
        }
        return new TcRate(rate, 0, 0, TC_LINKLAYER_ETHERNET, cellLog);
    }

    /**
     * Counts what packets are longer on the wire.
     *
     * @param overhead bytes, u16
     * @return the rate with it
     */
    public TcRate overhead(int overhead) {
        return new TcRate(rate, overhead, minimum, linkLayer, cellLog);
    }

    /**
     * Counts short packets as longer.
     *
     * @param minimum bytes, u16
     * @return the rate with it
     */
    public TcRate minimum(int minimum) {
        return new TcRate(rate, overhead, minimum, linkLayer, cellLog);
    }

    /**
     * Sets how packets go over the wire.
     *
     * @param linkLayer {@code TC_LINKLAYER_*}
     * @return the rate with it
     */
    public TcRate linkLayer(int linkLayer) {
        return new TcRate(rate, overhead, minimum, linkLayer, cellLog);
    }

    /**
     * The time that bytes take at a rate.
     *
     * @param rate bytes a second, u64, not 0
     * @param bytes how many
     * @return ticks of {@link Psched#KERNEL}
     */
    public static long ticks(long rate, long bytes) {
        return Psched.KERNEL.transmission(rate, bytes);
    }

    /**
     * The bytes that pass in a time.
     *
     * @param rate bytes a second, u64
     * @param ticks ticks of {@link Psched#KERNEL}, u32
     * @return how many
     */
    public static long bytes(long rate, long ticks) {
        return Psched.KERNEL.bytes(rate, ticks);
    }

    /** {@return the rate as the structure has it: all ones if it has more than 32 bits} */
    public long narrow() {
        return isWide() ? (1L << Integer.SIZE) - 1 : rate;
    }

    /** {@return whether the rate has to be said in 64 bits, too} */
    public boolean isWide() {
        return rate >>> Integer.SIZE != 0;
    }

    /** {@return the table of times, 1024 bytes: {@code TCA_*_RTAB}} */
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

    /**
     * The fields of {@code struct tc_ratespec} inside another structure.
     *
     * @param name what the other structure calls it
     * @param offset where it begins there
     * @return the fields in order, as {@link #values} gives their values
     */
    public static List<StructSpec.Field> fields(String name, int offset) {
        return List.of(
                field(name + ".cell_log", offset, AttributeType.U8),
                field(name + ".linklayer", offset + 1, AttributeType.U8),
                field(name + ".overhead", offset + 2, AttributeType.U16),
                field(name + ".cell_align", offset + 4, AttributeType.S16),
                field(name + ".mpu", offset + 6, AttributeType.U16),
                field(name + ".rate", offset + 8, AttributeType.U32));
    }

    /** {@return the values of {@link #fields}} */
    public long[] values() {
        return new long[] {cellLog, linkLayer, overhead, CELL_ALIGN, minimum, narrow()};
    }
}
