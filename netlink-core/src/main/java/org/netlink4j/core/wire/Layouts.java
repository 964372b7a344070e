package org.netlink4j.core.wire;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Unaligned layouts of the integers on the wire, in host and in network byte order. */
final class Layouts {
    static final ValueLayout.OfByte U8 = ValueLayout.JAVA_BYTE;
    static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED;
    static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED;
    static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED;
    static final ValueLayout.OfShort U16BE = U16.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfInt U32BE = U32.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfLong U64BE = U64.withOrder(ByteOrder.BIG_ENDIAN);

    private Layouts() {}
}
