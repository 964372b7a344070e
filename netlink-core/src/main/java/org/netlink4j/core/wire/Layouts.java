package org.netlink4j.core.wire;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Unaligned layouts of the integers on the wire, in host and in network byte order, and of text. */
final class Layouts {
    static final ValueLayout.OfByte U8 = ValueLayout.JAVA_BYTE;
    static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED;
    static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED;
    static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED;
    static final ValueLayout.OfInt U32LE = U32.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong U64LE = U64.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort U16BE = U16.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfInt U32BE = U32.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfLong U64BE = U64.withOrder(ByteOrder.BIG_ENDIAN);

    private static final boolean HOST_IS_LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private Layouts() {}

    // Every access of memory has its price: what stands side by side is written at once.

    /** Two u16 in the order in which they stand in memory. */
    static int both(int first, int second) {
        return HOST_IS_LITTLE ? first & 0xffff | second << 16 : first << 16 | second & 0xffff;
    }

    /** Two u32 in the order in which they stand in memory. */
    static long both32(int first, int second) {
        return HOST_IS_LITTLE ? first & 0xffff_ffffL | (long) second << 32 : (long) first << 32 | second & 0xffff_ffffL;
    }
}
