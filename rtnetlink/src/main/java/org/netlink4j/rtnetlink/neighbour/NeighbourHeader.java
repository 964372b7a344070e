package org.netlink4j.rtnetlink.neighbour;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * The fixed header of a neighbour's messages: {@link Nda#NDMSG}, 12 bytes.
 *
 * @param family address family, u8
 * @param index index of the device; 0 in a request for those of all
 * @param state bits of {@link Nud}, u16
 * @param flags bits of {@link Ntf}, u8
 * @param type {@code RTN_*} of its address, u8; only in answers
 */
public record NeighbourHeader(
        int family, int index, int state, int flags, int type) {
    /** Checks the ranges. */
    public NeighbourHeader {
        if ((family | flags | type) >>> 8 != 0 || state >>> 16 != 0) {
            throw new IllegalArgumentException("a field has more bits than the message has for it");
        }
    }

    /**
     * Decodes the header of a message.
     *
     * @param message a reader at a message about a neighbour or a forwarding entry
     * @return the header
     * @throws MalformedMessageException if the message is shorter
     */
    public static NeighbourHeader decode(MessageReader message) throws MalformedMessageException {
        return new NeighbourHeader(message.u8(0), message.u32(4), message.u16(8), message.u8(10), message.u8(11));
    }

    /**
     * Changes the state.
     *
     * @param state bits of {@link Nud}, u16
     * @return the header with it
     */
    public NeighbourHeader withState(int state) {
        return new NeighbourHeader(family, index, state, flags, type);
    }

    /**
     * Changes the flags.
     *
     * @param flags bits of {@link Ntf}, u8
     * @return the header with them
     */
    public NeighbourHeader withFlags(int flags) {
        return new NeighbourHeader(family, index, state, flags, type);
    }

    /** {@return the header as it stands in a message, 12 bytes} */
    public byte[] encode() {
        return ByteBuffer.allocate(Nda.NDMSG.size())
                .order(ByteOrder.nativeOrder())
                .put(0, (byte) family)
                .putInt(4, index)
                .putShort(8, (short) state)
                .put(10, (byte) flags)
                .put(11, (byte) type)
                .array();
    }
}
