package org.netlink4j.core.wire;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_HDRLEN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferOverflowException;

/**
 * Writes netlink messages one after another into a buffer: header, fixed fields, attributes. It allocates nothing per message
 * and zeroes all padding. May be pointed at other bytes again and again. For one thread at a time.
 *
 * {@snippet :
 * out.over(buffer, 0, buffer.byteSize())
 *    .begin(16, Nlmsg.NLM_F_REQUEST | Nlmsg.NLM_F_ACK, sequence, 0)
 *    .zeros(16)                             // struct ifinfomsg
 *    .attributes().stringz(3, "macvtap0");  // IFLA_IFNAME
 * long length = out.end();
 * }
 */
public final class MessageWriter {
    private static final MemorySegment NOTHING = MemorySegment.ofArray(new byte[0]);
    private static final long CLOSED = -1;

    private MemorySegment memory = NOTHING;
    private long position;
    private long limit;
    private long start = CLOSED;
    private boolean inAttributes;

    private final AttributeWriter attributes = new AttributeWriter();

    /** A writer without room, to be pointed at some with {@link #over}. */
    public MessageWriter() {}

    /**
     * Points the writer at a buffer.
     *
     * @param memory where to write
     * @param from where the first message goes
     * @param to the end of the room
     * @return this
     */
    public MessageWriter over(MemorySegment memory, long from, long to) {
        attributes.over(memory, from, to);
        this.memory = memory;
        position = from;
        limit = to;
        start = CLOSED;
        inAttributes = false;
        return this;
    }

    /**
     * Begins a message.
     *
     * @param type {@code nlmsg_type}, 0 to 65535
     * @param flags {@code nlmsg_flags}, 0 to 65535
     * @param sequence {@code nlmsg_seq}, 32 bits
     * @param portId {@code nlmsg_pid}, 32 bits; 0 towards the kernel
     * @return this
     */
    public MessageWriter begin(int type, int flags, int sequence, int portId) {
        if (start != CLOSED) {
            throw new IllegalStateException("the message before was not ended");
        }
        if ((type | flags) >>> 16 != 0) {
            throw new IllegalArgumentException("type and flags have 16 bits each: " + type + ", " + flags);
        }
        long at = room(NLMSG_HDRLEN);
        memory.set(Layouts.U64, at, Layouts.both32(0, Layouts.both(type, flags)));
        memory.set(Layouts.U64, at + 8, Layouts.both32(sequence, portId));
        start = at;
        inAttributes = false;
        return this;
    }

    /** Room for a fixed field of the message that was begun. */
    private long reserve(long length) {
        requireBegun();
        if (inAttributes) {
            throw new IllegalStateException("fixed fields come before the attributes");
        }
        return room(length);
    }

    private void requireBegun() {
        if (start == CLOSED) {
            throw new IllegalStateException("no message was begun");
        }
    }

    private long room(long length) {
        if (length > limit - position) {
            throw new BufferOverflowException();
        }
        long at = position;
        position += length;
        return at;
    }

    /**
     * Writes an 8-bit field.
     *
     * @param value its low 8 bits count
     * @return this
     */
    public MessageWriter u8(int value) {
        memory.set(Layouts.U8, reserve(1), (byte) value);
        return this;
    }

    /**
     * Writes a 16-bit field in host byte order.
     *
     * @param value its low 16 bits count
     * @return this
     */
    public MessageWriter u16(int value) {
        memory.set(Layouts.U16, reserve(2), (short) value);
        return this;
    }

    /**
     * Writes a 32-bit field in host byte order.
     *
     * @param value the bits
     * @return this
     */
    public MessageWriter u32(int value) {
        memory.set(Layouts.U32, reserve(4), value);
        return this;
    }

    /**
     * Writes a 64-bit field in host byte order.
     *
     * @param value the bits
     * @return this
     */
    public MessageWriter u64(long value) {
        memory.set(Layouts.U64, reserve(8), value);
        return this;
    }

    /**
     * Writes zero bytes.
     *
     * @param count how many
     * @return this
     */
    public MessageWriter zeros(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("less than no bytes: " + count);
        }
        long at = reserve(count);
        int i = 0;
        for (; i <= count - Long.BYTES; i += Long.BYTES) {
            memory.set(Layouts.U64, at + i, 0);
        }
        for (; i < count; i++) {
            memory.set(Layouts.U8, at + i, (byte) 0);
        }
        return this;
    }

    /**
     * Writes bytes as they are.
     *
     * @param value the bytes
     * @return this
     */
    public MessageWriter bytes(byte[] value) {
        MemorySegment.copy(value, 0, memory, ValueLayout.JAVA_BYTE, reserve(value.length), value.length);
        return this;
    }

    /**
     * The writer of this message's attributes, which begin on the next 4-byte boundary. The same writer is returned every time.
     *
     * @return the writer, good until {@link #end}
     */
    public AttributeWriter attributes() {
        requireBegun();
        if (!inAttributes) {
            pad();
            attributes.over(memory, position, limit);
            inAttributes = true;
        }
        return attributes;
    }

    private void pad() {
        int padding = (int) (start - position & 3);
        if (padding != 0) {
            zeros(padding);
        }
    }

    /**
     * Ends the message: fills in its length, pads it to 4 bytes.
     *
     * @return where the next message would begin; the end of what was written
     */
    public long end() {
        requireBegun();
        if (inAttributes) {
            if (attributes.depth() != 0) {
                throw new IllegalStateException(attributes.depth() + " nests are still open");
            }
            position = attributes.position();
            inAttributes = false;
        }
        int length = Math.toIntExact(position - start);
        pad();
        memory.set(Layouts.U32, start, length);
        start = CLOSED;
        return position;
    }

    /** {@return the end of the last message that was ended, or the place of the next field} */
    public long position() {
        return inAttributes ? attributes.position() : position;
    }
}
