package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.function.Executable;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.testkit.AttributeArbitraries;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.StrictJson;

class AttributesPropertyTest {
    private static final NetlinkProtocol PROTOCOL =
            NetlinkProtocol.of(31, "NETLINK_RICH", new MessageSpec(16, "RICH_NEW", RichTable.POINT, RichTable.SET));

    @Provide
    Arbitrary<Attributes> valid() {
        return AttributeArbitraries.valid(RichTable.SET, RichTable.KINDS);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return AttributeArbitraries.damaged(RichTable.SET, RichTable.KINDS);
    }

    @Provide
    Arbitrary<byte[]> explanation() {
        return AttributeArbitraries.damaged(Nlmsgerr.ATTRIBUTES);
    }

    @Property
    void whatFollowsTheTableRoundTrips(@ForAll("valid") Attributes attributes) {
        CodecProperties.roundTrips(attributes);
    }

    @Property
    void damagedBytesEndInAValueOrInMalformed(@ForAll("damaged") byte[] bytes) {
        CodecProperties.survives(RichTable.SET, bytes);
    }

    @Property
    void anyBytesEndInAValueOrInMalformed(@ForAll byte[] bytes) {
        CodecProperties.survives(RichTable.SET, bytes);
    }

    /** The encode check, against {@link BigInteger} as a model: a number is read back, or it was refused for being out of range. */
    @Property
    void numbersAreReadBackOrOutOfRange(@ForAll long value) {
        for (AttributeSpec spec : RichTable.SET.specs()) {
            if (spec.type().isNumber()) {
                boolean wide = spec.type().fits(Long.BYTES);
                int bits = wide ? Long.SIZE : 8 * spec.type().width();
                BigInteger least = spec.type().isSigned() ? BigInteger.TWO.pow(bits - 1).negate() : BigInteger.ZERO;
                BigInteger most = BigInteger.TWO.pow(spec.type().isSigned() ? bits - 1 : bits).subtract(BigInteger.ONE);
                BigInteger exact = BigInteger.valueOf(value);
                boolean inRange = wide || exact.compareTo(least) >= 0 && exact.compareTo(most) <= 0; // of a u64 the bits are given
                if (inRange) {
                    Attributes set = Attributes.none(RichTable.SET).with(spec.number(), value);
                    assertEquals(OptionalLong.of(value), set.number(spec.number()), spec.name());
                    CodecProperties.roundTrips(set);
                } else {
                    assertRefused(spec, () -> Attributes.none(RichTable.SET).with(spec.number(), value));
                }
            }
        }
    }

    /** Whatever bytes are set: they are read back as they were, or the attribute that they do not suit is named. */
    @Property
    void bytesAreReadBackOrRefused(@ForAll @Size(max = 20) byte[] payload) {
        for (AttributeSpec spec : RichTable.SET.specs()) {
            boolean suits = !spec.type().isNest() && spec.type().fits(payload.length) && payload.length <= spec.maxLength();
            if (suits) {
                Attributes set = Attributes.none(RichTable.SET).with(spec.number(), payload);
                assertArrayEquals(payload, set.payload(spec.number()).orElseThrow(), spec.name());
                CodecProperties.roundTrips(set);
            } else {
                assertRefused(spec, () -> Attributes.none(RichTable.SET).with(spec.number(), payload));
            }
        }
    }

    @Property
    void textIsReadBackOrRefused(@ForAll String text) {
        AttributeSpec spec = RichTable.SET.require(RichTable.STRING);
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (text.indexOf('\0') < 0 && encoded.length < spec.maxLength()) {
            Attributes set = Attributes.none(RichTable.SET).with(RichTable.STRING, text);
            assertEquals(new String(encoded, StandardCharsets.UTF_8), set.text(RichTable.STRING).orElseThrow());
        } else {
            assertRefused(spec, () -> Attributes.none(RichTable.SET).with(RichTable.STRING, text));
        }
    }

    private static void assertRefused(AttributeSpec spec, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(spec.name()), message);
    }

    @Property
    void anyMessageCanBeDescribed(@ForAll("damaged") byte[] bytes, @ForAll boolean known) {
        byte[] datagram = message(known ? 16 : 17, bytes);
        assertEquals(known, describe(datagram).startsWith("RICH_NEW"));
        Map<?, ?> described = (Map<?, ?>) json(datagram).getFirst();
        assertEquals(known ? "RICH_NEW" : "NETLINK_RICH(17)", described.get("type"));
    }

    @Property
    void allOfAValidMessageIsInItsJson(@ForAll("valid") Attributes attributes) {
        Map<?, ?> described = (Map<?, ?>) json(message(16, attributes.encode())).getFirst();
        assertEquals(Map.of("x", BigDecimal.ZERO, "z", BigDecimal.ZERO, "y", BigDecimal.ZERO), described.get("header"));
        Set<String> names = attributes.numbers().stream().map(RichTable.SET::nameOf).collect(Collectors.toSet());
        assertEquals(names, ((Map<?, ?>) described.get("attributes")).keySet());
    }

    /** Errors and ends of dumps, with and without an echoed request and explanations, all of them damaged at times. */
    @Property
    void anyEndOfAnExchangeCanBeDescribed(
            @ForAll("damaged") byte[] request, @ForAll("explanation") byte[] explanation, @ForAll int error, @ForAll byte flags,
            @ForAll boolean done) {
        byte[] echoed = message(16, request);
        byte[] room = new byte[echoed.length + explanation.length + 64];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(room), 0, room.length);
        out.begin(done ? 3 : 2, (flags & 3) << 8 | flags & 2, 0, 0).u32(error);
        if (!done) {
            boolean capped = (flags & 1) != 0;
            out.bytes(Arrays.copyOf(echoed, (int) Nlmsg.align(capped ? 16 : echoed.length)));
        }
        out.bytes(explanation);
        byte[] datagram = Arrays.copyOf(room, (int) out.end());
        describe(datagram);
        json(datagram);
    }

    @Property
    void anyBytesCanBeDescribed(@ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(max = 20) int type) {
        describe(bytes);
        json(bytes);
        if (bytes.length >= 16) {
            ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putInt(0, bytes.length).putShort(4, (short) type);
            describe(bytes);
            json(bytes);
        }
    }

    private static String describe(byte[] datagram) {
        return MessageText.describe(PROTOCOL, new MessageReader().over(MemorySegment.ofArray(datagram), 0, datagram.length));
    }

    private static List<?> json(byte[] datagram) {
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(datagram), 0, datagram.length);
        return (List<?>) StrictJson.parse(MessageText.json(PROTOCOL, reader));
    }

    @Property
    void anyOffsetHasAPathOrNone(@ForAll("damaged") byte[] bytes, @ForAll short offset) {
        byte[] request = message(16, bytes);
        int inside = Math.floorMod(offset, request.length);
        AttributePath.at(PROTOCOL, request, inside);
        AttributePath.at(PROTOCOL, request, offset);
        AttributePath.at(PROTOCOL, bytes, offset);
        AttributePath.missing(PROTOCOL, request, inside, 4);
        AttributePath.missing(PROTOCOL, bytes, offset, 4);
    }

    private static byte[] message(int type, byte[] body) {
        byte[] room = new byte[body.length + 64];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(room), 0, room.length);
        out.begin(type, 0, 0, 0).zeros(8).bytes(body);
        return Arrays.copyOf(room, (int) out.end());
    }
}
