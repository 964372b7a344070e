package org.netlink4j.rtnetlink.nexthop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * The fixed header of a next-hop object's messages: {@link Nha#NHMSG}, 8 bytes.
 *
 * @param family address family, u8; of a group 0
 * @param scope {@link org.netlink4j.rtnetlink.RtScope}, u8; only in answers
 * @param protocol {@code RTPROT_*}, u8: who made it
 * @param flags bits of {@link org.netlink4j.rtnetlink.route.RtnhF}
 */
public record NextHopHeader(int family, int scope, int protocol, int flags) {
    /** A header that says nothing. */
    static final NextHopHeader NONE = new NextHopHeader(0, 0, 0, 0);

    /** Checks the ranges. */
    public NextHopHeader {
        if ((family | scope | protocol) >>> 8 != 0) {
            throw new IllegalArgumentException("a field has more bits than the message has for it");
        }
    }

    static NextHopHeader decode(MessageReader message) throws MalformedMessageException {
        return new NextHopHeader(message.u8(0), message.u8(1), message.u8(2), message.u32(4));
    }

    byte[] encode() {
        return ByteBuffer.allocate(Nha.NHMSG.size())
                .order(ByteOrder.nativeOrder())
                .put(0, (byte) family)
                .put(1, (byte) scope)
                .put(2, (byte) protocol)
                .putInt(4, flags)
                .array();
    }
}
