package org.netlink4j.core.wire;

import static org.netlink4j.core.wire.Nlmsg.NLA_F_NESTED;
import static org.netlink4j.core.wire.Nlmsg.NLA_HDRLEN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferOverflowException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.netlink4j.core.MacAddress;

/**
 * Writes netlink attributes ({@code struct nlattr}) one after another into a buffer, nests included. It allocates nothing per
 * attribute and zeroes all padding, so that a used buffer gives the same bytes as a new one. May be pointed at other bytes
 * again and again. For one thread at a time.
 *
 * <p>Numbers are written in host byte order; the methods ending in {@code be} write network byte order.
 *
 * <p>An attribute, or an open nest, that would grow past the 65,535 bytes of its length field is an
 * {@link IllegalArgumentException} of the very call that does it; a buffer that is full is a
 * {@link BufferOverflowException}. Nothing of the offending attribute is written.
 */
public final class AttributeWriter {
    /** The largest length an attribute can state: header and payload. */
    public static final int MAX_LENGTH = 0xffff;

    private static final MemorySegment NOTHING = MemorySegment.ofArray(new byte[0]);

    private MemorySegment memory = NOTHING;
    private long position;
    private long limit;

    private final long[] open = new long[AttributeReader.MAX_DEPTH];
    private int depth;

    /** A writer without room, to be pointed at some with {@link #over}. */
    public AttributeWriter() {}

    /**
     * Points the writer at a buffer.
     *
     * @param memory where to write
     * @param from where the first attribute goes
     * @param to the end of the room
     * @return this
     */
    public AttributeWriter over(MemorySegment memory, long from, long to) {
        if (from < 0 || from > to || to > memory.byteSize()) {
            throw new IndexOutOfBoundsException("[" + from + ", " + to + ") of " + memory.byteSize() + " bytes");
        }
        this.memory = memory;
        position = from;
        limit = to;
        depth = 0;
        return this;
    }

    /**
     * Where the next attribute would go: the end of what was written.
     *
     * @return an offset into the buffer
     */
    public long position() {
        return position;
    }

    /** {@return how many nests are open} */
    public int depth() {
        return depth;
    }

    /** Makes room for an attribute and says where its payload goes. */
    private long room(int type, int length) {
        if (type < 0 || type > 0xffff) {
            throw new IllegalArgumentException("an attribute type has 16 bits: " + type);
        }
        long nlaLen = (long) length + NLA_HDRLEN;
        long end = position + Nlmsg.align(nlaLen);
        if (depth == 0 ? nlaLen > MAX_LENGTH : end - open[0] > MAX_LENGTH) {
            throw depth == 0 ? tooLong(type, position, position + nlaLen) : tooLong(type, open[0], end);
        }
        if (end > limit) {
            throw new BufferOverflowException();
        }
        long payload = position + NLA_HDRLEN;
        position = end;
        return payload;
    }

    private void header(long payload, int type, int length) {
        memory.set(Layouts.U32, payload - NLA_HDRLEN, Layouts.both(length + NLA_HDRLEN, type));
    }

    /** Writes the header and the padding of an attribute as well. */
    private long reserve(int type, int length) {
        long payload = room(type, length);
        if ((length & 3) != 0) {
            memory.set(Layouts.U32, position - 4, 0); // the payload then covers all of it but the padding
        }
        header(payload, type, length);
        return payload;
    }

    private IllegalArgumentException tooLong(int type, long start, long end) {
        String what = depth == 0 ? "attribute " : "with attribute " + (type & Nlmsg.NLA_TYPE_MASK) + ", nest ";
        int number = depth == 0 ? type : Short.toUnsignedInt(memory.get(Layouts.U16, start + 2));
        return new IllegalArgumentException(
                what + (number & Nlmsg.NLA_TYPE_MASK) + " would have " + (end - start) + " bytes; nla_len holds " + MAX_LENGTH);
    }

    /**
     * Opens a nest, marked with {@code NLA_F_NESTED}.
     *
     * @param type its number
     * @return this
     */
    public AttributeWriter begin(int type) {
        return beginRaw(type | NLA_F_NESTED);
    }

    /**
     * Opens a nest with the type just as given, for receivers that want it unmarked.
     *
     * @param rawType its type with or without flag bits
     * @return this
     */
    public AttributeWriter beginRaw(int rawType) {
        if (depth == open.length) {
            throw new IllegalArgumentException("more than " + open.length + " nests");
        }
        long start = position;
        reserve(rawType, 0);
        open[depth++] = start;
        return this;
    }

    /**
     * Closes the nest that was opened last and fills in its length.
     *
     * @return this
     */
    public AttributeWriter end() {
        if (depth == 0) {
            throw new IllegalStateException("no nest is open");
        }
        long start = open[--depth];
        memory.set(Layouts.U16, start, (short) (position - start));
        return this;
    }

    /**
     * Writes an attribute without payload, whose presence is its meaning.
     *
     * @param type its number
     * @return this
     */
    public AttributeWriter flag(int type) {
        reserve(type, 0);
        return this;
    }

    /**
     * Writes an 8-bit number.
     *
     * @param type the attribute's number
     * @param value its low 8 bits count
     * @return this
     */
    public AttributeWriter u8(int type, int value) {
        memory.set(Layouts.U8, reserve(type, 1), (byte) value);
        return this;
    }

    /**
     * Writes a 16-bit number in host byte order.
     *
     * @param type the attribute's number
     * @param value its low 16 bits count
     * @return this
     */
    public AttributeWriter u16(int type, int value) {
        memory.set(Layouts.U16, reserve(type, 2), (short) value);
        return this;
    }

    /**
     * Writes a 16-bit number in network byte order.
     *
     * @param type the attribute's number
     * @param value its low 16 bits count
     * @return this
     */
    public AttributeWriter u16be(int type, int value) {
        memory.set(Layouts.U16BE, reserve(type, 2), (short) value);
        return this;
    }

    /**
     * Writes a 32-bit number in host byte order.
     *
     * @param type the attribute's number
     * @param value the bits
     * @return this
     */
    public AttributeWriter u32(int type, int value) {
        long payload = room(type, 4);
        memory.set(Layouts.U64, payload - NLA_HDRLEN, Layouts.both32(Layouts.both(4 + NLA_HDRLEN, type), value));
        return this;
    }

    /**
     * Writes a 32-bit number in network byte order.
     *
     * @param type the attribute's number
     * @param value the bits
     * @return this
     */
    public AttributeWriter u32be(int type, int value) {
        memory.set(Layouts.U32BE, reserve(type, 4), value);
        return this;
    }

    /**
     * Writes a 64-bit number in host byte order.
     *
     * @param type the attribute's number
     * @param value the bits
     * @return this
     */
    public AttributeWriter u64(int type, long value) {
        memory.set(Layouts.U64, reserve(type, 8), value);
        return this;
    }

    /**
     * Writes a 64-bit number in network byte order.
     *
     * @param type the attribute's number
     * @param value the bits
     * @return this
     */
    public AttributeWriter u64be(int type, long value) {
        memory.set(Layouts.U64BE, reserve(type, 8), value);
        return this;
    }

    /**
     * Writes an unsigned number of variable width ({@code NLA_UINT}): 4 bytes if it fits into 32 bits, else 8.
     *
     * @param type the attribute's number
     * @param value the bits
     * @return this
     */
    public AttributeWriter uint(int type, long value) {
        return value >>> 32 == 0 ? u32(type, (int) value) : u64(type, value);
    }

    /**
     * Writes a signed number of variable width ({@code NLA_SINT}): 4 bytes if it fits into an {@code int}, else 8.
     *
     * @param type the attribute's number
     * @param value the number
     * @return this
     */
    public AttributeWriter sint(int type, long value) {
        return value == (int) value ? u32(type, (int) value) : u64(type, value);
    }

    /**
     * Writes a {@code struct nla_bitfield32}: u32 value, u32 selector, both in host byte order.
     *
     * @param type the attribute's number
     * @param value the bits to set
     * @param selector the bits that count
     * @return this
     */
    public AttributeWriter bitfield32(int type, int value, int selector) {
        long payload = reserve(type, 8);
        memory.set(Layouts.U32, payload, value);
        memory.set(Layouts.U32, payload + 4, selector);
        return this;
    }

    /**
     * Writes a MAC address.
     *
     * @param type the attribute's number
     * @param address the six octets as {@link MacAddress#bits()}
     * @return this
     */
    public AttributeWriter mac(int type, long address) {
        long payload = room(type, MacAddress.LENGTH);
        header(payload, type, MacAddress.LENGTH);
        memory.set(Layouts.U64BE, payload, address << 16); // the padding, too
        return this;
    }

    /**
     * Writes a string in UTF-8 without a terminating NUL ({@code NLA_STRING}).
     *
     * @param type the attribute's number
     * @param text the text
     * @return this
     */
    public AttributeWriter string(int type, String text) {
        return text(type, text, 0);
    }

    /**
     * Writes a string in UTF-8 with a terminating NUL ({@code NLA_NUL_STRING}).
     *
     * @param type the attribute's number
     * @param text the text
     * @return this
     */
    public AttributeWriter stringz(int type, String text) {
        return text(type, text, 1);
    }

    /** Names are short ASCII: no array for them, and eight characters at once. */
    private AttributeWriter text(int type, String text, int terminator) {
        long start = position;
        int size = text.length();
        long payload = room(type, size + terminator);
        int all = 0;
        long word = 0;
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            all |= c;
            word |= (long) c << 8 * i; // a shift counts modulo 64
            if ((i & 7) == 7) {
                memory.set(Layouts.U64LE, payload + i - 7, word);
                word = 0;
            }
        }
        if (all > 0x7f) {
            position = start;
            return encodedText(type, text.getBytes(StandardCharsets.UTF_8), terminator);
        }
        int rest = (size & 7) + terminator;
        if (rest > 4) {
            memory.set(Layouts.U64LE, position - 8, word);
        } else if (rest > 0) {
            memory.set(Layouts.U32LE, position - 4, (int) word);
        }
        header(payload, type, size + terminator);
        return this;
    }

    private AttributeWriter encodedText(int type, byte[] text, int terminator) {
        long payload = reserve(type, text.length + terminator);
        MemorySegment.copy(text, 0, memory, ValueLayout.JAVA_BYTE, payload, text.length);
        if (terminator != 0) {
            memory.set(Layouts.U8, payload + text.length, (byte) 0);
        }
        return this;
    }

    /**
     * Writes bytes as they are.
     *
     * @param rawType the attribute's type, with flag bits if it shall have them
     * @param value the payload
     * @return this
     */
    public AttributeWriter bytes(int rawType, byte[] value) {
        long payload = reserve(rawType, value.length);
        MemorySegment.copy(value, 0, memory, ValueLayout.JAVA_BYTE, payload, value.length);
        return this;
    }

    /**
     * Writes bytes as they are.
     *
     * @param rawType the attribute's type, with flag bits if it shall have them
     * @param from memory that holds the payload
     * @param offset where it begins there
     * @param length its length in bytes
     * @return this
     */
    public AttributeWriter bytes(int rawType, MemorySegment from, long offset, int length) {
        Objects.checkFromIndexSize(offset, length, from.byteSize()); // before anything is written
        long payload = reserve(rawType, length);
        MemorySegment.copy(from, offset, memory, payload, length);
        return this;
    }

    /**
     * Appends attributes that were encoded before, at the level where the writer stands.
     *
     * @param encoded whole attributes with their padding, a multiple of 4 bytes
     * @return this
     */
    public AttributeWriter append(byte[] encoded) {
        if ((encoded.length & 3) != 0) {
            throw new IllegalArgumentException("encoded attributes come in multiples of 4 bytes, not " + encoded.length);
        }
        long end = position + encoded.length;
        if (depth > 0 && end - open[0] > MAX_LENGTH) {
            throw tooLong(0, open[0], end);
        }
        if (end > limit) {
            throw new BufferOverflowException();
        }
        MemorySegment.copy(encoded, 0, memory, ValueLayout.JAVA_BYTE, position, encoded.length);
        position = end;
        return this;
    }
}
