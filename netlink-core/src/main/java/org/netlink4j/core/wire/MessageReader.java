package org.netlink4j.core.wire;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_HDRLEN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.netlink4j.core.MalformedMessageException;

/**
 * A cursor over the netlink messages of a datagram ({@code struct nlmsghdr} of {@code linux/netlink.h}: u32 length with header,
 * u16 type, u16 flags, u32 sequence, u32 port id, payload, padding to 4 bytes). It allocates nothing per message and may be
 * pointed at other bytes again and again. For one thread at a time; what it shows is valid until the next call of
 * {@link #next}.
 */
public final class MessageReader {
    private static final MemorySegment NOTHING = MemorySegment.ofArray(new byte[0]);

    private MemorySegment memory = NOTHING;
    private long next;
    private long end;
    private long start;
    private int length;

    private final AttributeReader attributes = new AttributeReader();

    /** A reader of nothing, to be pointed at something with {@link #over}. */
    public MessageReader() {}

    /**
     * Points the cursor before the first message of a datagram.
     *
     * @param memory the bytes
     * @param from where the first message begins
     * @param to where the datagram ends
     * @return this
     */
    public MessageReader over(MemorySegment memory, long from, long to) {
        if (from < 0 || from > to || to > memory.byteSize()) {
            throw new IndexOutOfBoundsException("[" + from + ", " + to + ") of " + memory.byteSize() + " bytes");
        }
        this.memory = memory;
        next = from;
        end = to;
        start = from;
        length = 0;
        return this;
    }

    /**
     * Goes to the next message.
     *
     * @return whether there is one
     * @throws MalformedMessageException if its length is smaller than its header or larger than what is left
     */
    public boolean next() throws MalformedMessageException {
        long left = end - next;
        if (left == 0) {
            return false;
        }
        long nlmsgLen = left < NLMSG_HDRLEN ? -1 : Integer.toUnsignedLong(memory.get(Layouts.U32, next));
        if (nlmsgLen < NLMSG_HDRLEN || nlmsgLen > Math.min(left, Integer.MAX_VALUE)) {
            throw badLength(nlmsgLen, left);
        }
        start = next;
        length = (int) nlmsgLen;
        next = Math.min(end, next + Nlmsg.align(nlmsgLen)); // the last one may lack its padding
        return true;
    }

    private MalformedMessageException badLength(long nlmsgLen, long left) {
        String what = nlmsgLen < 0 ? "no room for a message header" : "nlmsg_len " + nlmsgLen;
        return new MalformedMessageException(what + " at offset " + next + ", where " + left + " bytes are left");
    }

    private void current() {
        if (length == 0) {
            throw new IllegalStateException("the reader stands before the first message");
        }
    }

    /** {@return {@code nlmsg_type}, 0 to 65535} */
    public int type() {
        current();
        return Short.toUnsignedInt(memory.get(Layouts.U16, start + 4));
    }

    /** {@return {@code nlmsg_flags}, 0 to 65535} */
    public int flags() {
        current();
        return Short.toUnsignedInt(memory.get(Layouts.U16, start + 6));
    }

    /** {@return {@code nlmsg_seq}, the bits of an unsigned 32-bit number} */
    public int sequence() {
        current();
        return memory.get(Layouts.U32, start + 8);
    }

    /** {@return {@code nlmsg_pid}, the bits of an unsigned 32-bit number; not to be trusted, for any sender may claim any} */
    public int portId() {
        current();
        return memory.get(Layouts.U32, start + 12);
    }

    /** {@return {@code nlmsg_len}: header and payload in bytes, at least 16} */
    public int length() {
        current();
        return length;
    }

    /** {@return where the message begins, as an offset into the memory} */
    public long offset() {
        return start;
    }

    /** {@return the memory that this reader was pointed at} */
    public MemorySegment memory() {
        return memory;
    }

    /** {@return the length of the payload in bytes} */
    public int payloadLength() {
        current();
        return length - NLMSG_HDRLEN;
    }

    private long field(int at, int width) throws MalformedMessageException {
        current();
        if ((at | width) < 0) {
            throw new IndexOutOfBoundsException("a field at " + at + ", " + width + " wide");
        }
        if (at > length - NLMSG_HDRLEN - width) {
            throw new MalformedMessageException("a message of type " + type() + " at offset " + start + " has a payload of "
                    + payloadLength() + " bytes and none at " + at + ", " + width + " wide");
        }
        return start + NLMSG_HDRLEN + at;
    }

    /**
     * Reads an unsigned 8-bit field of the payload.
     *
     * @param at its offset in the payload
     * @return 0 to 255
     * @throws MalformedMessageException if the payload is too short
     */
    public int u8(int at) throws MalformedMessageException {
        return Byte.toUnsignedInt(memory.get(Layouts.U8, field(at, 1)));
    }

    /**
     * Reads an unsigned 16-bit field of the payload in host byte order.
     *
     * @param at its offset in the payload
     * @return 0 to 65535
     * @throws MalformedMessageException if the payload is too short
     */
    public int u16(int at) throws MalformedMessageException {
        return Short.toUnsignedInt(memory.get(Layouts.U16, field(at, 2)));
    }

    /**
     * Reads a 32-bit field of the payload in host byte order.
     *
     * @param at its offset in the payload
     * @return its bits
     * @throws MalformedMessageException if the payload is too short
     */
    public int u32(int at) throws MalformedMessageException {
        return memory.get(Layouts.U32, field(at, 4));
    }

    /**
     * Reads a 64-bit field of the payload in host byte order.
     *
     * @param at its offset in the payload
     * @return its bits
     * @throws MalformedMessageException if the payload is too short
     */
    public long u64(int at) throws MalformedMessageException {
        return memory.get(Layouts.U64, field(at, 8));
    }

    /**
     * The attributes after a fixed header. The same reader is returned every time.
     *
     * @param header the size of the fixed header in bytes, for example 16 for {@code struct ifinfomsg}
     * @return a cursor before the first attribute, valid until the next call of {@link #next}
     * @throws MalformedMessageException if the payload is shorter than the header
     */
    public AttributeReader attributes(int header) throws MalformedMessageException {
        field(0, header);
        long from = Math.min(start + length, start + NLMSG_HDRLEN + Nlmsg.align(header));
        return attributes.over(memory, from, start + length);
    }

    /**
     * Copies the payload. Allocates the copy.
     *
     * @return all after the message header
     */
    public byte[] payload() {
        byte[] copy = new byte[payloadLength()];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, start + NLMSG_HDRLEN, copy, 0, copy.length);
        return copy;
    }

    /**
     * Copies the message. Allocates the copy.
     *
     * @return header and payload, without padding
     */
    public byte[] bytes() {
        byte[] copy = new byte[length()];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, start, copy, 0, length);
        return copy;
    }
}
