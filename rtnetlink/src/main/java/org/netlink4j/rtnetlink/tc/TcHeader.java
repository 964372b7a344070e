package org.netlink4j.rtnetlink.tc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * The fixed header of messages about traffic control: {@link Tca#TCMSG}, 20 bytes in host byte order.
 *
 * @param family address family, u8; 0
 * @param index index of the device; 0 in a request for those of all
 * @param handle the object itself
 * @param parent where it hangs
 * @param info the bits of a u32: of a filter its priority in the high half and its protocol, in network byte order, in the low
 *     one; of a queueing discipline and a class more about it, only in answers
 */
public record TcHeader(int family, int index, TcHandle handle, TcHandle parent, int info) {
    /** All zero: what a request for everything begins with. */
    public static final TcHeader NONE = new TcHeader(0, 0, TcHandle.UNSPEC, TcHandle.UNSPEC, 0);

    /** Checks the ranges. */
    public TcHeader {
        Objects.requireNonNull(handle);
        Objects.requireNonNull(parent);
        if (family >>> Byte.SIZE != 0) {
            throw new IllegalArgumentException("family " + family + " has 8 bits");
        }
    }

    /**
     * Decodes the header.
     *
     * @param message a reader at a message about traffic control
     * @return the header
     * @throws MalformedMessageException if the message is too short
     */
    public static TcHeader decode(MessageReader message) throws MalformedMessageException {
        return new TcHeader(
                message.u8(0), message.u32(4), new TcHandle(message.u32(8)), new TcHandle(message.u32(12)), message.u32(16));
    }

    /**
     * Sets the address family.
     *
     * @param family u8
     * @return the header with it
     */
    public TcHeader family(int family) {
        return new TcHeader(family, index, handle, parent, info);
    }

    /**
     * Sets the device.
     *
     * @param index index of the device; 0 for all
     * @return the header with it
     */
    public TcHeader index(int index) {
        return new TcHeader(family, index, handle, parent, info);
    }

    /**
     * Sets the object itself.
     *
     * @param handle the handle
     * @return the header with it
     */
    public TcHeader handle(TcHandle handle) {
        return new TcHeader(family, index, handle, parent, info);
    }

    /**
     * Sets where it hangs.
     *
     * @param parent the handle of its parent
     * @return the header with it
     */
    public TcHeader parent(TcHandle parent) {
        return new TcHeader(family, index, handle, parent, info);
    }

    /**
     * Sets the rest.
     *
     * @param info the bits of a u32
     * @return the header with it
     */
    public TcHeader info(int info) {
        return new TcHeader(family, index, handle, parent, info);
    }

    /** {@return the 20 bytes} */
    public byte[] encode() {
        return ByteBuffer.allocate(Tca.TCMSG.size())
                .order(ByteOrder.nativeOrder())
                .put(0, (byte) family)
                .putInt(4, index)
                .putInt(8, handle.value())
                .putInt(12, parent.value())
                .putInt(16, info)
                .array();
    }
}
