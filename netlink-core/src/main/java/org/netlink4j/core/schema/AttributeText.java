package org.netlink4j.core.schema;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.json.JsonWriter;

/** Attributes in words, driven by their table. Text from the wire is escaped, so it is safe to print. */
final class AttributeText {
    private static final String INDENT = "  ";
    private static final HexFormat HEX = HexFormat.of();
    private static final HexFormat OCTETS = HexFormat.ofDelimiter(":");

    private AttributeText() {}

    /** All on one line, nests in braces. */
    static String oneLine(Attributes attributes) {
        StringJoiner line = new StringJoiner(", ", "{", "}");
        for (Attributes.Entry entry : attributes.entries()) {
            line.add((entry.name() + header(entry).map(h -> " " + h).orElse("") + " "
                    + entry.nest().map(AttributeText::oneLine).orElseGet(() -> elements(entry))).stripTrailing());
        }
        return line.toString();
    }

    private static String elements(Attributes.Entry entry) {
        return entry.elements().map(List::toString).orElseGet(() -> text(entry));
    }

    /** One line an attribute, nests indented below their name. */
    static void lines(Attributes attributes, String indent, StringBuilder out) {
        for (Attributes.Entry entry : attributes.entries()) {
            out.append(indent).append(entry.name());
            Optional<Attributes> nest = entry.nest();
            Optional<List<ListElement>> elements = entry.elements();
            if (elements.isPresent()) {
                out.append('\n');
                elements.get().forEach(element -> lines(element, indent + INDENT, out));
            } else if (nest.isPresent()) {
                header(entry).ifPresent(header -> out.append(' ').append(header));
                out.append('\n');
                lines(nest.get(), indent + INDENT, out);
            } else {
                out.append((" " + text(entry)).stripTrailing()).append('\n');
            }
        }
    }

    private static void lines(ListElement element, String indent, StringBuilder out) {
        out.append(indent).append(element.struct().name()).append(' ').append(struct(element.struct(), element.header())).append('\n');
        lines(element.attributes(), indent + INDENT, out);
    }

    /** The fixed header before the attributes of a nest, if it has one. */
    private static Optional<String> header(Attributes.Entry entry) {
        return entry.header().map(bytes -> struct(entry.spec().flatMap(AttributeSpec::struct).orElseThrow(), bytes));
    }

    static long number(Attributes.Entry entry) {
        return Scalars.get(entry.spec().orElseThrow(), entry.payload(), 0, entry.payload().length);
    }

    static String text(Attributes.Entry entry) {
        byte[] payload = entry.payload();
        return switch (entry.type()) {
            case FLAG -> "";
            case U8, U16, U32, U64, UINT, S8, S16, S32, S64, SINT -> number(entry, number(entry));
            case BITFIELD32 -> {
                long bits = Scalars.bitfield32(payload, 0);
                yield "0x" + Integer.toHexString((int) bits) + "/0x" + Integer.toHexString((int) (bits >>> 32));
            }
            case STRING -> new JsonWriter().value(Scalars.text(payload, 0, payload.length)).toString();
            case IPV4, IPV6, ADDRESS -> address(payload);
            case LLADDR -> OCTETS.formatHex(payload);
            case STRUCT -> struct(entry.spec().flatMap(AttributeSpec::struct).orElseThrow(), payload);
            default -> HEX.formatHex(payload);
        };
    }

    private static String address(byte[] octets) {
        return IpAddress.isLength(octets.length) ? IpAddress.of(octets).toString() : HEX.formatHex(octets);
    }

    /** A number with the sign that its type gives it. */
    static Number decimal(AttributeType type, long value) {
        return type.isSigned() || value >= 0 ? (Number) value : new BigInteger(Long.toUnsignedString(value));
    }

    private static String number(Attributes.Entry entry, long value) {
        AttributeSpec spec = entry.spec().orElseThrow();
        String digits = spec.type().isSigned() ? Long.toString(value) : Long.toUnsignedString(value);
        String word = spec.words().get(value);
        return word == null ? digits : digits + " (" + word + ")";
    }

    /** The fields that are there: an older kernel's structure may be shorter; what is longer follows in hexadecimal. */
    static String struct(StructSpec struct, byte[] bytes) {
        StringJoiner line = new StringJoiner(" ");
        for (StructSpec.Field field : struct.fields()) {
            if (field.offset() + field.width() <= bytes.length) {
                long value = Scalars.get(field, bytes, 0);
                line.add(field.name() + " " + (field.type().isSigned() ? Long.toString(value) : Long.toUnsignedString(value)));
            }
        }
        if (bytes.length > struct.size()) {
            line.add("and " + HEX.formatHex(bytes, struct.size(), bytes.length));
        }
        return line.toString();
    }
}
