package org.netlink4j.rtnetlink.rule;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * The fixed header of a rule's messages: {@link Fra#FIB_RULE_HDR}, 12 bytes.
 *
 * @param family address family, u8
 * @param destinationLength length of the destination prefix in bits, u8
 * @param sourceLength length of the source prefix in bits, u8
 * @param service type of service of the packet, u8; 0 for any
 * @param table the low 8 bits of the table; {@code FRA_TABLE} counts if it is there
 * @param action {@link FrAct}, u8
 * @param flags bits of {@link FibRule}
 */
public record RuleHeader(
        int family, int destinationLength, int sourceLength, int service, int table, int action, int flags) {
    /** Checks the ranges. */
    public RuleHeader {
        if ((family | destinationLength | sourceLength | service | table | action) >>> 8 != 0) {
            throw new IllegalArgumentException("a field has more bits than the message has for it");
        }
    }

    static RuleHeader decode(MessageReader message) throws MalformedMessageException {
        return new RuleHeader(message.u8(0), message.u8(1), message.u8(2), message.u8(3), message.u8(4), message.u8(7), message.u32(8));
    }

    RuleHeader destinationLength(int destinationLength) {
        return new RuleHeader(family, destinationLength, sourceLength, service, table, action, flags);
    }

    RuleHeader sourceLength(int sourceLength) {
        return new RuleHeader(family, destinationLength, sourceLength, service, table, action, flags);
    }

    RuleHeader service(int service) {
        return new RuleHeader(family, destinationLength, sourceLength, service, table, action, flags);
    }

    RuleHeader table(int table) {
        return new RuleHeader(family, destinationLength, sourceLength, service, table, action, flags);
    }

    RuleHeader action(int action) {
        return new RuleHeader(family, destinationLength, sourceLength, service, table, action, flags);
    }

    RuleHeader flags(int flags) {
        return new RuleHeader(family, destinationLength, sourceLength, service, table, action, flags);
    }

    byte[] encode() {
        return ByteBuffer.allocate(Fra.FIB_RULE_HDR.size())
                .order(ByteOrder.nativeOrder())
                .put(0, (byte) family)
                .put(1, (byte) destinationLength)
                .put(2, (byte) sourceLength)
                .put(3, (byte) service)
                .put(4, (byte) table)
                .put(7, (byte) action)
                .putInt(8, flags)
                .array();
    }
}
