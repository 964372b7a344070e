package org.netlink4j.rtnetlink.route;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * The fixed header of a route's messages: {@link Rta#RTMSG}, 12 bytes.
 *
 * @param family address family, u8
 * @param destinationLength length of the destination prefix in bits, u8
 * @param sourceLength length of the source prefix in bits, u8
 * @param service type of service, u8; 0 for any
 * @param table the low 8 bits of the table; {@code RTA_TABLE} counts if it is there
 * @param protocol {@code RTPROT_*}, u8: who made it
 * @param scope {@link org.netlink4j.rtnetlink.RtScope}, u8
 * @param type {@link Rtn}, u8
 * @param flags bits of {@link RtnhF} and {@link RtmF}
 */
public record RouteHeader(
        int family, int destinationLength, int sourceLength, int service, int table, int protocol, int scope, int type,
        int flags) {
    /** Checks the ranges. */
    public RouteHeader {
        if ((family | destinationLength | sourceLength | service | table | protocol | scope | type) >>> 8 != 0) {
            throw new IllegalArgumentException("a field has more bits than the message has for it");
        }
    }

    static RouteHeader decode(MessageReader message) throws MalformedMessageException {
        return new RouteHeader(message.u8(0), message.u8(1), message.u8(2), message.u8(3), message.u8(4), message.u8(5), message.u8(6), message.u8(7), message.u32(8));
    }

    RouteHeader sourceLength(int sourceLength) {
        return new RouteHeader(family, destinationLength, sourceLength, service, table, protocol, scope, type, flags);
    }

    RouteHeader service(int service) {
        return new RouteHeader(family, destinationLength, sourceLength, service, table, protocol, scope, type, flags);
    }

    RouteHeader table(int table) {
        return new RouteHeader(family, destinationLength, sourceLength, service, table, protocol, scope, type, flags);
    }

    RouteHeader protocol(int protocol) {
        return new RouteHeader(family, destinationLength, sourceLength, service, table, protocol, scope, type, flags);
    }

    RouteHeader scope(int scope) {
        return new RouteHeader(family, destinationLength, sourceLength, service, table, protocol, scope, type, flags);
    }

    RouteHeader type(int type) {
        return new RouteHeader(family, destinationLength, sourceLength, service, table, protocol, scope, type, flags);
    }

    RouteHeader flags(int flags) {
        return new RouteHeader(family, destinationLength, sourceLength, service, table, protocol, scope, type, flags);
    }

    byte[] encode() {
        return ByteBuffer.allocate(Rta.RTMSG.size())
                .order(ByteOrder.nativeOrder())
                .put(0, (byte) family)
                .put(1, (byte) destinationLength)
                .put(2, (byte) sourceLength)
                .put(3, (byte) service)
                .put(4, (byte) table)
                .put(5, (byte) protocol)
                .put(6, (byte) scope)
                .put(7, (byte) type)
                .putInt(8, flags)
                .array();
    }
}
