package org.netlink4j.rtnetlink.tc.filter;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Four bytes of a packet that are compared: {@code struct tc_u32_key}.
 *
 * @param value the bits of a u32 in network byte order
 * @param mask which of them count, the bits of a u32 in network byte order
 * @param offset where the four bytes begin, from the network header on
 * @param offsetMask -1 if the offset counts from what follows the network header, else 0
 */
public record U32Key(int value, int mask, int offset, int offsetMask) {
    /**
     * A word at a fixed place.
     *
     * @param offset where the four bytes begin, from the network header on
     * @param value the bits of a u32 in network byte order
     * @param mask which of them count
     * @return the key
     */
    public static U32Key at(int offset, int value, int mask) {
        return new U32Key(value & mask, mask, offset, 0);
    }

    static U32Key decode(ByteBuffer key) {
        int mask = key.order(ByteOrder.BIG_ENDIAN).getInt();
        int value = key.getInt();
        return new U32Key(value, mask, key.order(ByteOrder.nativeOrder()).getInt(), key.getInt());
    }

    void encode(ByteBuffer key) {
        key.order(ByteOrder.BIG_ENDIAN).putInt(mask).putInt(value).order(ByteOrder.nativeOrder()).putInt(offset).putInt(offsetMask);
    }
}
