package org.netlink4j.rtnetlink.encap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.testkit.Accessors;
import org.netlink4j.testkit.AttributeArbitraries;

class EncapPropertyTest {
    @Provide
    static Arbitrary<Encap> encapsulations() {
        return Arbitraries.of(EncapType.values())
                .flatMap(type -> AttributeArbitraries.valid(type.table()).map(data -> EncapType.decode(type.number(), Optional.of(data))));
    }

    @Property
    void anEncapsulationKeepsAllAndAnswers(@ForAll("encapsulations") Encap encap) {
        assertEquals(encap, EncapType.decode(encap.type(), Optional.of(encap.data())));
        Accessors.answer(encap);
    }

    @Property
    void anyNumberIsAnEncapsulationEvenWithoutData(@ForAll @IntRange(max = 0xffff) int number) {
        assertEquals(number, EncapType.decode(number, Optional.empty()).type());
        Accessors.answer(EncapType.decode(number, Optional.empty()));
        assertEquals(Optional.empty(), EncapType.find(number + 0x1_0000L));
        assertEquals(number, new UnknownEncap(number, Attributes.none(AttributeSet.UNKNOWN)).type());
    }

    /** A header that claims as many segments as fit into its length, or a few more. */
    @Property
    void anyBytesAreAHeaderThatIsWrittenAsItWasReadOrAreMalformed(
            @ForAll @Size(max = 9) long[] words, @ForAll @IntRange(max = 5) int segments) {
        byte[] bytes = new byte[Long.BYTES * words.length];
        ByteBuffer.wrap(bytes).asLongBuffer().put(words);
        if (bytes.length > 0) {
            bytes[1] = (byte) (words.length - 1);
            bytes[2] = 4; // IPV6_SRCRT_TYPE_4
            bytes[4] = (byte) segments;
        }
        try {
            SegmentRoutingHeader header = SegmentRoutingHeader.decode(bytes);
            assertArrayEquals(bytes, header.encode());
            Accessors.answer(header);
        } catch (MalformedMessageException _) {
            assertEquals(true, words.length < 1 + 2 * (segments + 1));
        }
    }
}
