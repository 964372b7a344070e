package org.netlink4j.rtnetlink.tc.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.netlink4j.core.schema.Attributes;

/** Structures that are in no table. */
class FilterCodecsPropertyTest {
    @Property
    void aKeyIsWrittenAsItWasRead(@ForAll @Size(16) byte[] bytes) {
        ByteBuffer written = ByteBuffer.allocate(bytes.length);
        U32Key.decode(ByteBuffer.wrap(bytes)).encode(written);
        assertArrayEquals(bytes, written.array());
    }

    /** {@code struct tcf_ematch_hdr}, u16 each: identifier, kind, flags, padding; then the payload. */
    @Provide
    static Arbitrary<List<byte[]>> matches() {
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 10);
        Arbitrary<Integer> flags = Arbitraries.integers().between(0, 7);
        Arbitrary<byte[]> payloads = Arbitraries.bytes().between((byte) 0, (byte) 6).array(byte[].class).ofMaxSize(30);
        Arbitrary<byte[]> match = Combinators.combine(kinds, flags, payloads).as((kind, flag, payload) -> {
            byte[] header = TcaEmatchTree.MATCH.encode(0, kind, flag, 0);
            return ByteBuffer.allocate(header.length + payload.length).put(header).put(payload).array();
        });
        return Arbitraries.frequencyOf(Tuple.of(9, match), Tuple.of(1, payloads)).list().ofMaxSize(6);
    }

    /** What the kernel never sends may lose its brackets, but what is written is read as it was. */
    @Property
    void anyListIsATreeAndIsReadAsItIsWritten(@ForAll("matches") List<byte[]> matches) {
        List<Ematch.Term> terms = EmatchCodec.decode(matches);
        if (terms.isEmpty()) {
            return;
        }
        Attributes written = EmatchCodec.encode(terms);
        List<Ematch.Term> again = EmatchCodec.decode(written.payloads(TcaEmatchTree.TCA_EMATCH_TREE_LIST));
        assertEquals(written, EmatchCodec.encode(again));
    }
}
