package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.StructSpec.field;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.wire.MessageReader;

/**
 * The fixed header of a link's messages: {@code struct ifinfomsg} of {@code linux/rtnetlink.h}, 16 bytes in host byte order.
 *
 * @param family address family, 0 to 255; 0 for messages about the link itself
 * @param type hardware type, {@code ARPHRD_*}, 0 to 65535
 * @param index index of the device; 0 in requests that name it or make it
 * @param flags {@code IFF_*}, the bits of an unsigned number; see {@link Iff}
 * @param change which flags a request changes; see {@link Iff}
 */
public record LinkHeader(int family, int type, int index, int flags, int change) {
    /** The layout: u8 family, u8 padding, u16 type, s32 index, u32 flags, u32 change. */
    public static final StructSpec IFINFOMSG = new StructSpec("ifinfomsg", 16, List.of(
            field("ifi_family", 0, AttributeType.U8),
            field("ifi_type", 2, AttributeType.U16),
            field("ifi_index", 4, AttributeType.S32),
            field("ifi_flags", 8, AttributeType.U32),
            field("ifi_change", 12, AttributeType.U32)));

    /** All zero: what a request about a new link begins with. */
    public static final LinkHeader NONE = new LinkHeader(0, 0, 0, 0, 0);

    /** Checks the ranges. */
    public LinkHeader {
        if (family >>> 8 != 0 || type >>> 16 != 0) {
            throw new IllegalArgumentException("family " + family + " has 8 bits, type " + type + " has 16");
        }
    }

    static LinkHeader decode(MessageReader message) throws MalformedMessageException {
        return new LinkHeader(message.u8(0), message.u16(2), message.u32(4), message.u32(8), message.u32(12));
    }

    static LinkHeader decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        return new LinkHeader(
                Byte.toUnsignedInt(in.get(0)), Short.toUnsignedInt(in.getShort(2)), in.getInt(4), in.getInt(8), in.getInt(12));
    }

    /** Without what says which flags have changed. */
    LinkHeader unchanged() {
        return new LinkHeader(family, type, index, flags, 0);
    }

    byte[] encode() {
        return ByteBuffer.allocate(IFINFOMSG.size())
                .order(ByteOrder.nativeOrder())
                .put((byte) family)
                .put((byte) 0)
                .putShort((short) type)
                .putInt(index)
                .putInt(flags)
                .putInt(change)
                .array();
    }
}
