package org.netlink4j.core.wire;

import static org.netlink4j.core.wire.Nlmsg.NLA_F_NESTED;
import static org.netlink4j.core.wire.Nlmsg.NLA_F_NET_BYTEORDER;
import static org.netlink4j.core.wire.Nlmsg.NLA_HDRLEN;
import static org.netlink4j.core.wire.Nlmsg.NLA_TYPE_MASK;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;

/**
 * A cursor over a sequence of netlink attributes ({@code struct nlattr} of {@code linux/netlink.h}: u16 length with header and
 * without padding, u16 type, payload, padding to 4 bytes). It allocates nothing per attribute, may be pointed at other bytes
 * again and again, and returns values, never memory. For one thread at a time.
 *
 * <p>Numbers are read in host byte order; the methods ending in {@code be} read network byte order. A getter demands the exact
 * width.
 */
public final class AttributeReader {
    /** How deep nests may be entered. */
    public static final int MAX_DEPTH = 16;

    private static final MemorySegment NOTHING = MemorySegment.ofArray(new byte[0]);

    private MemorySegment memory = NOTHING;
    private long next;
    private long end;
    private long payload;
    private int rawType;
    private int length;

    /** What stood before a nest was entered, four values a level: next, end, payload, rawType. */
    private final long[] outer = new long[4 * MAX_DEPTH];

    private int depth;

    /** A reader of nothing, to be pointed at something with {@link #over}. */
    public AttributeReader() {}

    /**
     * Points the cursor before the first attribute of a range.
     *
     * @param memory the bytes
     * @param from where the first attribute begins
     * @param to where the last one ends
     * @return this
     */
    public AttributeReader over(MemorySegment memory, long from, long to) {
        if (from < 0 || from > to || to > memory.byteSize()) {
            throw new IndexOutOfBoundsException("[" + from + ", " + to + ") of " + memory.byteSize() + " bytes");
        }
        this.memory = memory;
        next = from;
        end = to;
        depth = 0;
        rawType = 0;
        payload = from;
        length = 0;
        return this;
    }

    /**
     * Goes to the next attribute of this nest.
     *
     * @return whether there is one
     * @throws MalformedMessageException if its length is smaller than its header or larger than its container
     */
    public boolean next() throws MalformedMessageException {
        long left = end - next;
        if (left < NLA_HDRLEN) {
            return false; // up to three bytes of padding are no attribute
        }
        int nlaLen = Short.toUnsignedInt(memory.get(Layouts.U16, next));
        if (nlaLen < NLA_HDRLEN || nlaLen > left) {
            throw badLength(nlaLen, left);
        }
        rawType = Short.toUnsignedInt(memory.get(Layouts.U16, next + 2));
        payload = next + NLA_HDRLEN;
        length = nlaLen - NLA_HDRLEN;
        next = Math.min(end, next + Nlmsg.align(nlaLen)); // the last one may lack its padding
        return true;
    }

    private MalformedMessageException badLength(int nlaLen, long left) {
        return new MalformedMessageException("nla_len " + nlaLen + " at offset " + next + ", where " + left + " bytes are left");
    }

    /** {@return the number of the current attribute: its type without the flag bits, 0 to 16383} */
    public int type() {
        return rawType & NLA_TYPE_MASK;
    }

    /** {@return the type as it stands in the message, flag bits included, 0 to 65535} */
    public int rawType() {
        return rawType;
    }

    /** {@return whether the sender marked the attribute as a nest; older senders do not mark theirs} */
    public boolean isNested() {
        return (rawType & NLA_F_NESTED) != 0;
    }

    /** {@return whether the sender marked the payload as being in network byte order; few senders do} */
    public boolean isNetworkByteOrder() {
        return (rawType & NLA_F_NET_BYTEORDER) != 0;
    }

    /** {@return the length of the payload in bytes, 0 to 65531} */
    public int length() {
        return length;
    }

    /** {@return where the payload begins, as an offset into the memory} */
    public long offset() {
        return payload;
    }

    /** {@return the memory that this reader was pointed at} */
    public MemorySegment memory() {
        return memory;
    }

    /** {@return where the next attribute would begin, as an offset into the memory} */
    public long nextOffset() {
        return next;
    }

    /** {@return where the current nest, or the whole range, ends, as an offset into the memory} */
    public long endOffset() {
        return end;
    }

    /** {@return how many nests are entered} */
    public int depth() {
        return depth;
    }

    /**
     * Enters the payload of the current attribute as a nest; the cursor stands before its first attribute.
     *
     * @throws MalformedMessageException if nests are deeper than {@link #MAX_DEPTH}
     */
    public void enter() throws MalformedMessageException {
        enter(0);
    }

    /**
     * Enters a nest whose attributes follow a fixed header.
     *
     * @param header the size of that header in bytes, padding included
     * @throws MalformedMessageException if nests are deeper than {@link #MAX_DEPTH} or the payload is shorter than the header
     */
    public void enter(int header) throws MalformedMessageException {
        if (depth == MAX_DEPTH) {
            throw new MalformedMessageException("more than " + MAX_DEPTH + " nests at offset " + payload);
        }
        if (header < 0) {
            throw new IllegalArgumentException("a header of " + header + " bytes");
        }
        if (header > length) {
            throw wrongWidth("at least " + header);
        }
        int level = 4 * depth++;
        outer[level] = next;
        outer[level + 1] = end;
        outer[level + 2] = payload;
        outer[level + 3] = rawType;
        next = payload + header;
        end = payload + length;
    }

    /** Leaves the nest that was entered last, which is the current attribute again; what was not read of it is skipped. */
    public void leave() {
        if (depth == 0) {
            throw new IllegalStateException("no nest was entered");
        }
        int level = 4 * --depth;
        payload = outer[level + 2];
        length = (int) (end - payload);
        rawType = (int) outer[level + 3];
        next = outer[level];
        end = outer[level + 1];
    }

    private void width(int bytes) throws MalformedMessageException {
        if (length != bytes) {
            throw wrongWidth(Integer.toString(bytes));
        }
    }

    private MalformedMessageException wrongWidth(String wanted) {
        return new MalformedMessageException(
                "attribute " + type() + " at offset " + (payload - NLA_HDRLEN) + " has " + length + " bytes, not " + wanted);
    }

    /**
     * Reads an unsigned 8-bit number.
     *
     * @return 0 to 255
     * @throws MalformedMessageException if the payload is not 1 byte
     */
    public int u8() throws MalformedMessageException {
        width(1);
        return Byte.toUnsignedInt(memory.get(Layouts.U8, payload));
    }

    /**
     * Reads an unsigned 16-bit number in host byte order.
     *
     * @return 0 to 65535
     * @throws MalformedMessageException if the payload is not 2 bytes
     */
    public int u16() throws MalformedMessageException {
        width(2);
        return Short.toUnsignedInt(memory.get(Layouts.U16, payload));
    }

    /**
     * Reads an unsigned 16-bit number in network byte order.
     *
     * @return 0 to 65535
     * @throws MalformedMessageException if the payload is not 2 bytes
     */
    public int u16be() throws MalformedMessageException {
        width(2);
        return Short.toUnsignedInt(memory.get(Layouts.U16BE, payload));
    }

    /**
     * Reads a 32-bit number in host byte order.
     *
     * @return its bits; {@link Integer#toUnsignedLong} gives the value of an unsigned one
     * @throws MalformedMessageException if the payload is not 4 bytes
     */
    public int u32() throws MalformedMessageException {
        width(4);
        return memory.get(Layouts.U32, payload);
    }

    /**
     * Reads a 32-bit number in network byte order.
     *
     * @return its bits; {@link Integer#toUnsignedLong} gives the value of an unsigned one
     * @throws MalformedMessageException if the payload is not 4 bytes
     */
    public int u32be() throws MalformedMessageException {
        width(4);
        return memory.get(Layouts.U32BE, payload);
    }

    /**
     * Reads a 64-bit number in host byte order.
     *
     * @return its bits; {@link Long#toUnsignedString(long)} shows an unsigned one
     * @throws MalformedMessageException if the payload is not 8 bytes
     */
    public long u64() throws MalformedMessageException {
        width(8);
        return memory.get(Layouts.U64, payload);
    }

    /**
     * Reads a 64-bit number in network byte order.
     *
     * @return its bits; {@link Long#toUnsignedString(long)} shows an unsigned one
     * @throws MalformedMessageException if the payload is not 8 bytes
     */
    public long u64be() throws MalformedMessageException {
        width(8);
        return memory.get(Layouts.U64BE, payload);
    }

    /**
     * Reads an unsigned number of variable width ({@code NLA_UINT}): 4 or 8 bytes in host byte order.
     *
     * @return its bits
     * @throws MalformedMessageException if the payload is neither 4 nor 8 bytes
     */
    public long uint() throws MalformedMessageException {
        return length == 4 ? Integer.toUnsignedLong(u32()) : u64();
    }

    /**
     * Reads a signed number of variable width ({@code NLA_SINT}): 4 or 8 bytes in host byte order.
     *
     * @return the number
     * @throws MalformedMessageException if the payload is neither 4 nor 8 bytes
     */
    public long sint() throws MalformedMessageException {
        return length == 4 ? u32() : u64();
    }

    /**
     * Reads the value half of a {@code struct nla_bitfield32}: u32 value, u32 selector, both in host byte order.
     *
     * @return the bits that are set, where {@link #bitfieldSelector} says that they count
     * @throws MalformedMessageException if the payload is not 8 bytes
     */
    public int bitfieldValue() throws MalformedMessageException {
        width(8);
        return memory.get(Layouts.U32, payload);
    }

    /**
     * Reads the selector half of a {@code struct nla_bitfield32}.
     *
     * @return the bits that count
     * @throws MalformedMessageException if the payload is not 8 bytes
     */
    public int bitfieldSelector() throws MalformedMessageException {
        width(8);
        return memory.get(Layouts.U32, payload + 4);
    }

    /**
     * Reads a MAC address.
     *
     * @return the six octets, the first in bits 47 to 40, as {@link MacAddress#bits()}
     * @throws MalformedMessageException if the payload is not 6 bytes
     */
    public long mac() throws MalformedMessageException {
        width(MacAddress.LENGTH);
        return Integer.toUnsignedLong(memory.get(Layouts.U32BE, payload)) << 16
                | Short.toUnsignedLong(memory.get(Layouts.U16BE, payload + 4));
    }

    /**
     * Reads a string, with or without a terminating NUL. Allocates it.
     *
     * @return the text before the first NUL, read as UTF-8; bytes that are no UTF-8 become U+FFFD
     */
    public String string() {
        int size = 0;
        while (size < length && memory.get(Layouts.U8, payload + size) != 0) {
            size++;
        }
        byte[] text = new byte[size];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, payload, text, 0, size);
        return new String(text, StandardCharsets.UTF_8);
    }

    /**
     * Copies the payload. Allocates the copy.
     *
     * @return the payload
     */
    public byte[] bytes() {
        byte[] copy = new byte[length];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, payload, copy, 0, length);
        return copy;
    }

    /**
     * Reads a byte of the payload.
     *
     * @param index from 0 to {@link #length()} - 1
     * @return 0 to 255
     */
    public int byteAt(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException(index);
        }
        return Byte.toUnsignedInt(memory.get(Layouts.U8, payload + index));
    }
}
