package org.netlink4j.rtnetlink.address;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * The fixed header of an address's messages: {@link Ifa#IFADDRMSG}, 8 bytes.
 *
 * @param family address family, u8
 * @param prefixLength length of the prefix in bits, u8
 * @param flags the low 8 bits of {@link IfaF}; {@code IFA_FLAGS} counts if it is there
 * @param scope {@link org.netlink4j.rtnetlink.RtScope}, u8
 * @param index index of the device; 0 in a request for those of all
 */
public record AddressHeader(int family, int prefixLength, int flags, int scope, int index) {
    /** Checks the ranges. */
    public AddressHeader {
        if ((family | prefixLength | flags | scope) >>> 8 != 0) {
            throw new IllegalArgumentException("8 bits each have family " + family + ", length " + prefixLength + " of the prefix, flags "
                    + flags + " and scope " + scope);
        }
    }

    static AddressHeader decode(MessageReader message) throws MalformedMessageException {
        return new AddressHeader(message.u8(0), message.u8(1), message.u8(2), message.u8(3), message.u32(4));
    }

    byte[] encode() {
        return ByteBuffer.allocate(Ifa.IFADDRMSG.size())
                .order(ByteOrder.nativeOrder())
                .put((byte) family)
                .put((byte) prefixLength)
                .put((byte) flags)
                .put((byte) scope)
                .putInt(index)
                .array();
    }
}
