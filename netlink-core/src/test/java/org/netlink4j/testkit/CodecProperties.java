package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.ListElement;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.wire.AttributeWriter;

/**
 * What is true of every table. {@link #hold} checks all of it in one line:
 *
 * {@snippet :
 * @Test
 * void tableSurvivesAnyBytes() {
 *     CodecProperties.hold(LinkAttributes.SET, "macvtap", "veth");
 * }
 * }
 */
public final class CodecProperties {
    private static final int TRIES = 300;
    private static final byte DIRT = (byte) 0xa5;

    private CodecProperties() {}

    /** All properties, with the same random attributes every time; {@code selectors} as in {@link AttributeArbitraries}. */
    public static void hold(AttributeSet set, String... selectors) {
        AttributeGenerator generator = new AttributeGenerator(set, selectors);
        for (int seed = 0; seed < TRIES; seed++) {
            byte[] valid = generator.valid(new Random(seed));
            byte[] damaged = generator.damaged(new Random(seed));
            try {
                roundTrips(AttributeArbitraries.decode(set, valid));
                survives(set, damaged);
            } catch (AssertionError | RuntimeException e) {
                HexFormat hex = HexFormat.of();
                throw new AssertionError(
                        set + ", seed " + seed + ", valid " + hex.formatHex(valid) + ", damaged " + hex.formatHex(damaged), e);
            }
        }
    }

    /** Decoding what was encoded gives an equal value and the same bytes, whatever was in the buffer before. */
    public static void roundTrips(Attributes attributes) {
        byte[] encoded = attributes.encode();
        Attributes again = AttributeArbitraries.decode(attributes.set(), encoded);
        assertEquals(attributes, again);
        assertEquals(attributes.hashCode(), again.hashCode());
        assertArrayEquals(encoded, again.encode());
        assertArrayEquals(encoded, inBuffer(encoded.length, (byte) 0, out -> writeTo(attributes, out)));
        sameInADirtyBuffer(encoded.length, out -> writeTo(attributes, out));
        everyAccessorWorks(attributes);
    }

    private static long writeTo(Attributes attributes, MemorySegment out) {
        AttributeWriter writer = new AttributeWriter().over(out, 0, out.byteSize());
        attributes.writeTo(writer);
        return writer.position();
    }

    /** Any bytes end in a value that can be read in full, or in a {@link MalformedMessageException}. */
    public static void survives(AttributeSet set, byte[] bytes) {
        Attributes attributes;
        try {
            attributes = Attributes.decode(set, bytes);
        } catch (MalformedMessageException _) {
            return;
        }
        roundTrips(attributes);
    }

    /** Encoding leaves no byte as it was: {@code encode} is given a buffer of {@code size} bytes and says how many it wrote. */
    public static void sameInADirtyBuffer(int size, ToLongFunction<MemorySegment> encode) {
        assertArrayEquals(inBuffer(size, (byte) 0, encode), inBuffer(size, DIRT, encode));
    }

    private static byte[] inBuffer(int size, byte content, ToLongFunction<MemorySegment> encode) {
        byte[] buffer = new byte[size];
        Arrays.fill(buffer, content);
        return Arrays.copyOf(buffer, Math.toIntExact(encode.applyAsLong(MemorySegment.ofArray(buffer))));
    }

    /** Every accessor that the table allows answers without an exception, nests included. */
    public static void everyAccessorWorks(Attributes attributes) {
        assertEquals(attributes.isEmpty(), attributes.numbers().isEmpty());
        assertEquals(attributes.numbers().containsAll(attributes.unknown()), true);
        attributes.toString();
        attributes.values();
        attributes.reader();
        TreeSet<Integer> numbers = new TreeSet<>(attributes.numbers());
        attributes.set().specs().forEach(spec -> numbers.add(spec.number()));
        for (int number : numbers) {
            boolean there = attributes.has(number);
            assertEquals(there, attributes.payload(number).isPresent());
            if (attributes.set().find(number).isPresent()) {
                read(attributes, attributes.spec(number), number, there);
            }
        }
    }

    private static void read(Attributes attributes, AttributeSpec spec, int number, boolean there) {
        switch (spec.type()) {
            case U8, U16, U32, S8, S16, S32 -> {
                assertEquals(there, attributes.number(number).isPresent());
                assertEquals(there, attributes.integer(number).isPresent());
            }
            case U64, S64, UINT, SINT -> assertEquals(there, attributes.number(number).isPresent());
            case BITFIELD32 -> assertEquals(there, attributes.bitfield32(number).isPresent());
            case STRING -> assertEquals(there, attributes.text(number).isPresent());
            case LLADDR, BINARY -> attributes.mac(number);
            case STRUCT -> {
                for (StructSpec.Field field : spec.struct().orElseThrow().fields()) {
                    attributes.field(number, field.name());
                }
            }
            case LIST -> {
                List<Attributes> nests = attributes.nests(number); // of all attributes of this number
                List<Attributes> first = attributes.elements(number).stream().map(ListElement::attributes).toList();
                assertEquals(first, nests.subList(0, first.size()));
                nests.forEach(CodecProperties::everyAccessorWorks);
            }
            case NEST, ARRAY -> {
                if (spec.type() == AttributeType.ARRAY) {
                    attributes.nest(number).ifPresent(CodecProperties::everyAccessorWorks); // and so its elements
                    attributes.nests(number);
                } else {
                    attributes.nests(number).forEach(CodecProperties::everyAccessorWorks);
                }
                boolean known = spec.nest() != AttributeSet.UNKNOWN;
                assertEquals(known && there, known && attributes.nest(number).isPresent());
            }
            case IPV4 -> assertEquals(there, attributes.ipv4(number).isPresent());
            case IPV6 -> assertEquals(there, attributes.ipv6(number).isPresent());
            case ADDRESS -> attributes.ip(number);
            case FLAG -> {}
            case SELECTED -> throw new AssertionError(spec + " was not resolved");
        }
    }
}
