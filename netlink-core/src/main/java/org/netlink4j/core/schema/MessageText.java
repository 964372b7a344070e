package org.netlink4j.core.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.wire.MessageReader;

/**
 * Whole messages in words and in JSON, driven by the protocol's tables. Any bytes can be described: what the tables do not know,
 * and what does not follow the format, is shown in hexadecimal. Text from the wire is escaped, so the result is safe to print.
 */
public final class MessageText {
    private static final String INDENT = "  ";
    private static final HexFormat HEX = HexFormat.of();

    private MessageText() {}

    /**
     * Describes all messages of a datagram.
     *
     * @param protocol the tables
     * @param datagram a reader before the first message
     * @return several lines, each ended by a newline
     */
    public static String describe(NetlinkProtocol protocol, MessageReader datagram) {
        StringBuilder out = new StringBuilder();
        try {
            while (datagram.next()) {
                describe(ParsedMessage.of(protocol, datagram), "", out);
            }
        } catch (MalformedMessageException e) {
            out.append("malformed: ").append(e.getMessage()).append('\n');
        }
        return out.toString();
    }

    private static void describe(ParsedMessage message, String indent, StringBuilder out) {
        ParsedMessage.Envelope envelope = message.envelope();
        out.append(indent).append(envelope.name())
                .append(" length ").append(envelope.length())
                .append(" flags 0x").append(Integer.toHexString(envelope.flags()))
                .append(" sequence ").append(envelope.sequence())
                .append(" port ").append(envelope.portId())
                .append('\n');
        String inside = indent + INDENT;
        message.malformed().ifPresent(reason -> out.append(inside).append("malformed: ").append(reason).append('\n'));
        message.error().ifPresent(error -> out.append(inside).append(outcome(error)).append('\n'));
        message.request().ifPresent(request -> describe(request, inside, out));
        message.header().ifPresent(
                header -> out.append(inside).append(AttributeText.struct(header.spec(), header.bytes())).append('\n'));
        message.attributes().ifPresent(attributes -> AttributeText.lines(attributes, inside, out));
        if (message.rest().length > 0) {
            out.append(inside).append(HEX.formatHex(message.rest())).append('\n');
        }
    }

    private static String outcome(int error) {
        return error == 0 ? "no error" : Errno.describe(-error);
    }

    /**
     * All messages of a datagram as plain values, one map a message:
     *
     * <ul>
     *   <li>{@code type}, {@code length}, {@code flags}, {@code sequence}, {@code port}: the message header;
     *   <li>{@code header}: the fields of the fixed header after that;
     *   <li>{@code attributes}: the values by their kernel names, nests as maps, arrays as lists, known words instead of numbers,
     *       bytes in hexadecimal; an attribute that occurs more than once is the list of its values;
     *   <li>{@code errno} and {@code error}: how a request ended, as positive number and in words, with {@code request}, what is
     *       echoed of the request;
     *   <li>{@code payload}: what the tables do not know, in hexadecimal;
     *   <li>{@code malformed}: why a message does not follow the format. If no message can follow, this stands alone.
     * </ul>
     *
     * @param protocol the tables
     * @param datagram a reader before the first message
     * @return strings, {@link Number}s, {@link Boolean}s, lists and maps of such; unmodifiable
     */
    public static List<Map<String, Object>> values(NetlinkProtocol protocol, MessageReader datagram) {
        List<Map<String, Object>> messages = new ArrayList<>();
        try {
            while (datagram.next()) {
                messages.add(values(ParsedMessage.of(protocol, datagram)));
            }
        } catch (MalformedMessageException e) {
            messages.add(Map.of("malformed", e.getMessage()));
        }
        return List.copyOf(messages);
    }

    private static Map<String, Object> values(ParsedMessage message) {
        ParsedMessage.Envelope envelope = message.envelope();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", envelope.name());
        values.put("length", envelope.length());
        values.put("flags", envelope.flags());
        values.put("sequence", envelope.sequence());
        values.put("port", envelope.portId());
        message.malformed().ifPresent(reason -> values.put("malformed", reason));
        message.error().ifPresent(error -> {
            values.put("errno", -(long) error);
            values.put("error", outcome(error));
        });
        message.request().ifPresent(request -> values.put("request", values(request)));
        message.header().ifPresent(header -> values.put("header", AttributeValues.struct(header.spec(), header.bytes())));
        message.attributes().ifPresent(attributes -> values.put("attributes", AttributeValues.all(attributes)));
        if (message.rest().length > 0) {
            values.put("payload", HEX.formatHex(message.rest()));
        }
        return Collections.unmodifiableMap(values);
    }

    /**
     * All messages of a datagram in JSON.
     *
     * @param protocol the tables
     * @param datagram a reader before the first message
     * @return {@link #values} as a JSON array on one line; always valid
     */
    public static String json(NetlinkProtocol protocol, MessageReader datagram) {
        return new JsonWriter().tree(values(protocol, datagram)).toString();
    }
}
