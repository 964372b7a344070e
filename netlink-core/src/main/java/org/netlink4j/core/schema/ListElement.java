package org.netlink4j.core.schema;

import static org.netlink4j.core.wire.Nlmsg.NLA_HDRLEN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.AttributeReader;

/**
 * An element of a {@link AttributeType#LIST}: a C structure that begins with the length of the element, and the attributes behind it,
 * as in {@code RTA_MULTIPATH}. Immutable; equal if the bytes and the tables are equal.
 */
public final class ListElement {
    private final StructSpec struct;
    private final byte[] header;
    private final Attributes attributes;

    private ListElement(StructSpec struct, byte[] header, Attributes attributes) {
        this.struct = struct;
        this.header = header;
        this.attributes = Objects.requireNonNull(attributes);
    }

    /**
     * Makes an element; its length follows.
     *
     * @param struct the structure
     * @param attributes the attributes behind it; may be empty
     * @param fields the values of its fields, but for the first one, in the order of the table
     * @return the element
     * @throws IllegalArgumentException if a field does not fit, or the length has more than 16 bits
     */
    public static ListElement of(StructSpec struct, Attributes attributes, long... fields) {
        long length = (long) struct.size() + attributes.size();
        byte[] header = struct.encode(LongStream.concat(LongStream.of(length), Arrays.stream(fields)).toArray());
        return new ListElement(struct, header, attributes);
    }

    /**
     * A field of the structure.
     *
     * @param name its name
     * @return its value, with its sign if its type has one
     */
    public long field(String name) {
        return Scalars.get(struct.field(name), header, 0);
    }

    /** {@return the attributes behind the structure} */
    public Attributes attributes() {
        return attributes;
    }

    StructSpec struct() {
        return struct;
    }

    byte[] header() {
        return header.clone();
    }

    static byte[] encode(List<ListElement> elements) {
        byte[] all = new byte[elements.stream().mapToInt(element -> element.header.length + element.attributes.size()).sum()];
        int at = 0;
        for (ListElement element : elements) {
            System.arraycopy(element.header, 0, all, at, element.header.length);
            byte[] attributes = element.attributes.encode();
            System.arraycopy(attributes, 0, all, at + element.header.length, attributes.length);
            at += element.header.length + attributes.length;
        }
        return all;
    }

    static List<ListElement> decode(AttributeSpec list, byte[] payload) throws MalformedMessageException {
        StructSpec struct = list.struct().orElseThrow();
        List<ListElement> elements = new ArrayList<>();
        AttributeReader reader = new AttributeReader().over(MemorySegment.ofArray(payload), 0, payload.length);
        while (nextElement(list, reader)) {
            byte[] header = new byte[struct.size()];
            MemorySegment.copy(reader.memory(), ValueLayout.JAVA_BYTE, reader.offset() - NLA_HDRLEN, header, 0, header.length);
            enter(list, reader);
            elements.add(new ListElement(struct, header, Attributes.decode(list.nest(), reader)));
            reader.leave();
        }
        return List.copyOf(elements);
    }

    /**
     * Moves to the next element of a list. Up to where its attributes begin, an element has the shape of an attribute: 16 bits of length,
     * 16 bits that would be the type, and the alignment.
     */
    static boolean nextElement(AttributeSpec list, AttributeReader reader) throws MalformedMessageException {
        if (!reader.next()) {
            return false;
        }
        int length = NLA_HDRLEN + reader.length();
        if (length < list.struct().orElseThrow().size()) {
            throw new MalformedMessageException(
                    list.name() + " has an element of " + length + " bytes at offset " + (reader.offset() - NLA_HDRLEN)
                            + ", not at least " + list.struct().orElseThrow().size());
        }
        return true;
    }

    /** Enters the attributes of the current element. */
    static void enter(AttributeSpec list, AttributeReader reader) throws MalformedMessageException {
        reader.enter(list.struct().orElseThrow().size() - NLA_HDRLEN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListElement that
                && struct.equals(that.struct)
                && Arrays.equals(header, that.header)
                && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(header) + attributes.hashCode();
    }

    /** {@return the element in words, on one line} */
    @Override
    public String toString() {
        return AttributeText.struct(struct, header) + " " + attributes;
    }
}
