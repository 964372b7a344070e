package org.netlink4j.core.schema;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_NOOP;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_OVERRUN;

import java.util.HexFormat;
import java.util.Optional;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/** Whole messages in words, driven by the protocol's tables. */
public final class MessageText {
    private static final String INDENT = "  ";

    private MessageText() {}

    /**
     * Describes all messages of a datagram.
     *
     * @param protocol the tables
     * @param datagram a reader before the first message
     * @return several lines, each ended by a newline; what does not follow the format is shown in hexadecimal
     */
    public static String describe(NetlinkProtocol protocol, MessageReader datagram) {
        StringBuilder out = new StringBuilder();
        try {
            while (datagram.next()) {
                describeOne(protocol, datagram, out);
            }
        } catch (MalformedMessageException e) {
            out.append("malformed: ").append(e.getMessage()).append('\n');
        }
        return out.toString();
    }

    private static void describeOne(NetlinkProtocol protocol, MessageReader message, StringBuilder out) {
        out.append(typeName(protocol, message))
                .append(" length ").append(message.length())
                .append(" flags 0x").append(Integer.toHexString(message.flags()))
                .append(" sequence ").append(Integer.toUnsignedString(message.sequence()))
                .append(" port ").append(Integer.toUnsignedString(message.portId()))
                .append('\n');
        try {
            Optional<MessageSpec> spec = protocol.message(message);
            if (message.type() == NLMSG_ERROR) {
                int error = -message.u32(0);
                out.append(INDENT).append(error == 0 ? "acknowledged" : Errno.describe(error)).append('\n');
            } else if (spec.isPresent()) {
                body(spec.get(), message, out);
            } else {
                payload(message, out);
            }
        } catch (MalformedMessageException e) {
            out.append(INDENT).append("malformed: ").append(e.getMessage()).append('\n');
            payload(message, out);
        }
    }

    private static void body(MessageSpec spec, MessageReader message, StringBuilder out) throws MalformedMessageException {
        Attributes attributes = Attributes.decode(spec.attributes(), message.attributes(spec.header().size()));
        byte[] header = new byte[spec.header().size()];
        System.arraycopy(message.payload(), 0, header, 0, header.length);
        out.append(INDENT).append(AttributeText.struct(spec.header(), header)).append('\n');
        AttributeText.lines(attributes, INDENT, out);
    }

    private static void payload(MessageReader message, StringBuilder out) {
        if (message.payloadLength() > 0) {
            out.append(INDENT).append(HexFormat.of().formatHex(message.payload())).append('\n');
        }
    }

    private static String typeName(NetlinkProtocol protocol, MessageReader message) {
        return switch (message.type()) {
            case NLMSG_NOOP -> "NLMSG_NOOP";
            case NLMSG_ERROR -> "NLMSG_ERROR";
            case NLMSG_DONE -> "NLMSG_DONE";
            case NLMSG_OVERRUN -> "NLMSG_OVERRUN";
            default -> protocol.nameOf(message);
        };
    }
}
