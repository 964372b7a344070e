package org.netlink4j.core.examples;

import java.lang.foreign.MemorySegment;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.core.wire.Nlmsg;

/** Writes a message into a buffer and reads it back. */
final class WireExample {
    private WireExample() {}

    static String roundTrip(MemorySegment buffer) throws MalformedMessageException {
        // @start region="example"
        MessageWriter out = new MessageWriter().over(buffer, 0, buffer.byteSize());
        out.begin(16, Nlmsg.NLM_F_REQUEST | Nlmsg.NLM_F_ACK, 1, 0).zeros(16).attributes()
                .stringz(3, "macvtap0") // IFLA_IFNAME
                .begin(18).string(1, "macvtap").end() // IFLA_LINKINFO { IFLA_INFO_KIND }
                .u32(5, 3); // IFLA_LINK
        long end = out.end();

        MessageReader message = new MessageReader().over(buffer, 0, end);
        while (message.next()) {
            AttributeReader attributes = message.attributes(16);
            while (attributes.next()) {
                if (attributes.type() == 3) {
                    return attributes.string();
                }
            }
        }
        // @end
        throw new AssertionError("the name is there");
    }
}
