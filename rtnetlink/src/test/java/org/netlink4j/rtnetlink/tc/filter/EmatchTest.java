package org.netlink4j.rtnetlink.tc.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCA_EMATCH_TREE_LIST;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_CMP;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_CONTAINER;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_OPND_GT;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_REL_AND;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.Attributes;

class EmatchTest {
    private static final Ematch COMPARE = new Ematch.Compare(20, 0xff00, 3, 2, true, 2, TCF_EM_OPND_GT);

    private static List<byte[]> list(List<Ematch.Term> terms) {
        return EmatchCodec.encode(terms).payloads(TCA_EMATCH_TREE_LIST);
    }

    private static byte[] match(int kind, int flags, int payload) {
        return ByteBuffer.allocate(12).order(ByteOrder.nativeOrder()).putShort(2, (short) kind).putShort(4, (short) flags)
                .putInt(8, payload).array();
    }

    @Test
    void everyKindComesBackAsItWas() {
        List<Ematch.Term> terms = List.of(
                new Ematch.Term(COMPARE, true, true),
                new Ematch.Term(new Ematch.Bytes(2, 1, Octets.parse("616263"))),
                new Ematch.Term(new Ematch.Group(List.of(
                        new Ematch.Term(new Ematch.Word(new U32Key(0x12340000, 0xffff0000, 4, -1)), false, true),
                        new Ematch.Term(new Ematch.Group(List.of(new Ematch.Term(new Ematch.IpSet(3, 2, 1)))))))),
                new Ematch.Term(new Ematch.Text("bm", 2, 1, 100, 2, Octets.parse("474554"))),
                new Ematch.Term(new Ematch.Meta(Attributes.none(TcaEmMeta.ATTRIBUTES).withStruct(TcaEmMeta.TCA_EM_META_HDR, 1, 2, 3, 4, 5, 6))),
                new Ematch.Term(new Ematch.Iptables(Attributes.none(TcaEmIpt.ATTRIBUTES).with(TcaEmIpt.TCA_EM_IPT_HOOK, 1))),
                new Ematch.Term(new Ematch.CanId(List.of(new Ematch.CanRule(0x123, 0x7ff), new Ematch.CanRule(-1, -2)))),
                new Ematch.Term(new Ematch.Other(77, Octets.parse("0102"))));
        Basic filter = new Basic().matches(terms);
        assertEquals(terms, filter.matches());
        assertEquals(filter, new Basic().matches(filter.matches()));
    }

    @Test
    void bracketsThatLeadBackOrTwiceToOnePlaceAreBytes() {
        List<Ematch.Term> self = EmatchCodec.decode(List.of(match(TCF_EM_CONTAINER, 0, 0)));
        assertEquals(TCF_EM_CONTAINER, self.getFirst().match().kind());
        assertTrue(self.getFirst().match() instanceof Ematch.Other);
        List<byte[]> doubling = new ArrayList<>();
        for (int i = 0; i < 60; i += 2) { // each pair leads twice to the next one: 2^30 leaves
            doubling.add(match(TCF_EM_CONTAINER, TCF_EM_REL_AND, i + 2));
            doubling.add(match(TCF_EM_CONTAINER, 0, i + 2));
        }
        doubling.add(match(TCF_EM_CMP, 0, 0));
        EmatchCodec.decode(doubling);
    }

    @Test
    void anyBytesAreMatches() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            List<byte[]> matches = new ArrayList<>();
            for (int n = random.nextInt(5); n >= 0; n--) {
                byte[] bytes = new byte[random.nextInt(60)];
                random.nextBytes(bytes);
                if (bytes.length > 8 && random.nextBoolean()) {
                    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putShort(2, (short) random.nextInt(11));
                    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).putShort(4, (short) random.nextInt(16));
                }
                matches.add(bytes);
            }
            List<Ematch.Term> terms = EmatchCodec.decode(matches);
            if (!terms.isEmpty()) {
                assertEquals(terms.size(), EmatchJson.of(terms).size());
                assertEquals(list(terms).size(), list(EmatchCodec.decode(list(terms))).size());
            }
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> new Ematch.Compare(0, 0, 0x10000, 1, false, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Ematch.Compare(0, 0, 0, 16, false, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Ematch.Bytes(0, 0, Octets.zeros(4096)));
        assertThrows(IllegalArgumentException.class, () -> new Ematch.Text("sixteen-letters-", 0, 0, 0, 0, Octets.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new Basic().matches(List.of()));
    }

    @Test
    void bytesAreInTheOrderOfTheStructure() {
        byte[] little = Octets.parse("000001000000000014000000" + "00ff0000" + "0300" + "12" + "12").toArray();
        if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
            assertArrayEquals(little, list(List.of(new Ematch.Term(COMPARE))).getFirst());
        }
    }
}
