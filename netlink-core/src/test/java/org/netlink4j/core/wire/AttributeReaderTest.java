package org.netlink4j.core.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;

/** Golden bytes are those of a little-endian host, as x86-64 and aarch64 are. */
class AttributeReaderTest {
    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static AttributeReader over(String digits) {
        byte[] bytes = hex(digits);
        return new AttributeReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
    }

    /** The first attribute, read from an address that is aligned to nothing. */
    private static AttributeReader first(String digits) throws MalformedMessageException {
        byte[] bytes = hex("ffffff" + digits);
        AttributeReader reader = new AttributeReader().over(MemorySegment.ofArray(bytes), 3, bytes.length);
        assertTrue(reader.next());
        return reader;
    }

    private static void malformed(org.junit.jupiter.api.function.Executable call, String says) {
        String message = assertThrows(MalformedMessageException.class, call).getMessage();
        assertTrue(message.contains(says), message);
    }

    @Test
    void readsEveryWidthInHostOrder() throws Exception {
        assertEquals(0xab, first("0500 0100 ab").u8());
        assertEquals(0xabcd, first("0600 0100 cdab").u16());
        assertEquals(0xfedcba98, first("0800 0100 98badcfe").u32());
        assertEquals(0xfedcba9876543210L, first("0c00 0100 1032547698badcfe").u64());
    }

    @Test
    void readsEveryWidthInNetworkOrder() throws Exception {
        assertEquals(0xabcd, first("0600 0100 abcd").u16be());
        assertEquals(0xfedcba98, first("0800 0100 fedcba98").u32be());
        assertEquals(0xfedcba9876543210L, first("0c00 0100 fedcba9876543210").u64be());
    }

    @Test
    void readsVariableWidths() throws Exception {
        assertEquals(0xffff_ffffL, first("0800 0100 ffffffff").uint());
        assertEquals(-1, first("0800 0100 ffffffff").sint());
        assertEquals(-2, first("0c00 0100 feffffffffffffff").uint());
        assertEquals(-2, first("0c00 0100 feffffffffffffff").sint());
        malformed(() -> first("0600 0100 ffff").uint(), "has 2 bytes");
        malformed(() -> first("0400 0100").sint(), "has 0 bytes");
    }

    @Test
    void readsBitfieldsAndAddresses() throws Exception {
        assertEquals(3, first("0c00 0100 03000000 f0000000").bitfieldValue());
        assertEquals(0xf0, first("0c00 0100 03000000 f0000000").bitfieldSelector());
        assertEquals(0xfe5400c73eceL, first("0a00 0100 fe5400c73ece").mac());
    }

    @Test
    void readsTextWithAndWithoutNul() throws Exception {
        assertEquals("lo", first("0600 0100 6c6f").string());
        assertEquals("lo", first("0700 0100 6c6f00").string());
        assertEquals("l", first("0800 0100 6c006f00").string());
        assertEquals("", first("0400 0100").string());
        assertEquals("\u00e4\ufffd", first("0700 0100 c3a4ff").string());
    }

    @Test
    void readsBytes() throws Exception {
        AttributeReader reader = first("0700 0100 010203");
        assertArrayEquals(new byte[] {1, 2, 3}, reader.bytes());
        assertEquals(3, reader.byteAt(2));
        assertThrows(IndexOutOfBoundsException.class, () -> reader.byteAt(3));
        assertThrows(IndexOutOfBoundsException.class, () -> reader.byteAt(-1));
        assertEquals(7, reader.offset());
        assertEquals(10, reader.nextOffset());
        assertEquals(10, reader.endOffset());
    }

    @Test
    void everyGetterDemandsItsWidth() throws Exception {
        AttributeReader three = first("0700 0100 010203");
        malformed(three::u8, "3 bytes, not 1");
        malformed(three::u16, "not 2");
        malformed(three::u16be, "not 2");
        malformed(three::u32, "not 4");
        malformed(three::u32be, "not 4");
        malformed(three::u64, "not 8");
        malformed(three::u64be, "not 8");
        malformed(three::bitfieldValue, "not 8");
        malformed(three::bitfieldSelector, "not 8");
        malformed(three::mac, "not 6");
    }

    @Test
    void separatesTheTypeFromItsFlags() throws Exception {
        AttributeReader nested = first("0400 0180");
        assertEquals(1, nested.type());
        assertEquals(0x8001, nested.rawType());
        assertTrue(nested.isNested());
        assertFalse(nested.isNetworkByteOrder());
        AttributeReader other = first("0400 ff7f");
        assertEquals(0x3fff, other.type());
        assertFalse(other.isNested());
        assertTrue(other.isNetworkByteOrder());
    }

    @Test
    void walksToTheEnd() throws Exception {
        AttributeReader reader = over("0500 0100 07000000 0400 0200 0600 0300 0900");
        assertTrue(reader.next());
        assertEquals(7, reader.u8());
        assertTrue(reader.next());
        assertEquals(2, reader.type());
        assertTrue(reader.next()); // and the last lacks its padding
        assertEquals(9, reader.u16());
        assertFalse(reader.next());
        assertFalse(reader.next());
    }

    @Test
    void upToThreeBytesAreNoAttribute() throws Exception {
        assertFalse(over("").next());
        assertFalse(over("ffffff").next());
        assertFalse(new AttributeReader().next());
    }

    @Test
    void rejectsALengthShorterThanTheHeader() {
        for (String length : new String[] {"0000", "0100", "0200", "0300"}) {
            AttributeReader reader = over(length + "0100 00000000");
            malformed(reader::next, "nla_len");
            malformed(reader::next, "nla_len"); // again, and not past it
        }
    }

    @Test
    void rejectsALengthOverItsContainer() throws Exception {
        malformed(over("0900 0100 00000000")::next, "nla_len 9 at offset 0, where 8 bytes are left");
        malformed(over("ffff 0100 00000000")::next, "nla_len 65535");
        AttributeReader reader = over("0c00 0100 0c00 0200 00000000 0400 0300 0400 0400");
        reader.next();
        reader.enter();
        malformed(reader::next, "where 8 bytes are left"); // it would fit into the buffer, not into the nest
    }

    @Test
    void leavesANestEarly() throws Exception {
        AttributeReader reader = over("1000 0180 0800 0200 05000000 0400 0300 0500 0900 01");
        reader.next();
        reader.enter();
        assertEquals(1, reader.depth());
        assertTrue(reader.next());
        assertEquals(5, reader.u32());
        reader.leave();
        assertEquals(0, reader.depth());
        assertTrue(reader.next());
        assertEquals(9, reader.type());
        assertFalse(reader.next());
    }

    @Test
    void theNestIsTheCurrentAttributeAgainAfterItWasLeft() throws Exception {
        AttributeReader reader = over("0d00 0180 0900 0280 0500 0300 01");
        reader.next();
        reader.enter();
        reader.next();
        reader.enter();
        reader.next();
        assertEquals(3, reader.type());
        reader.leave();
        assertEquals(0x8002, reader.rawType());
        assertEquals(5, reader.length());
        assertEquals(8, reader.offset());
        reader.leave();
        assertEquals(0x8001, reader.rawType());
        assertEquals(9, reader.length());
        assertEquals(4, reader.offset());
    }

    @Test
    void entersANestAfterItsHeader() throws Exception {
        AttributeReader reader = over("0c00 0180 ffffffff 0400 0700");
        reader.next();
        reader.enter(4);
        assertTrue(reader.next());
        assertEquals(7, reader.type());
        reader.leave();
        malformed(() -> reader.enter(12), "at least 12");
        assertThrows(IllegalArgumentException.class, () -> reader.enter(-4));
    }

    @Test
    void entersAsManyNestsAsTheWriterOpens() throws Exception {
        byte[] room = new byte[256];
        AttributeWriter out = new AttributeWriter().over(MemorySegment.ofArray(room), 0, room.length);
        for (int i = 0; i < AttributeReader.MAX_DEPTH; i++) {
            out.begin(i);
        }
        out.bytes(77, new byte[4]);
        for (int i = 0; i < AttributeReader.MAX_DEPTH; i++) {
            out.end();
        }
        AttributeReader reader = new AttributeReader().over(MemorySegment.ofArray(room), 0, out.position());
        for (int i = 0; i < AttributeReader.MAX_DEPTH; i++) {
            assertTrue(reader.next());
            assertEquals(i, reader.type());
            reader.enter();
        }
        assertTrue(reader.next());
        assertEquals(77, reader.type());
        malformed(reader::enter, "more than 16 nests");
        for (int i = 0; i < AttributeReader.MAX_DEPTH; i++) {
            reader.leave();
        }
        assertFalse(reader.next());
        assertThrows(IllegalStateException.class, reader::leave);
    }

    @Test
    void pointingElsewhereForgetsTheNest() throws Exception {
        AttributeReader reader = over("0800 0180 0400 0200");
        reader.next();
        reader.enter();
        byte[] other = hex("0500 0300 2a");
        reader.over(MemorySegment.ofArray(other), 0, 5);
        assertEquals(0, reader.depth());
        assertEquals(0, reader.length());
        assertTrue(reader.next());
        assertEquals(42, reader.u8());
    }

    @Test
    void refusesMemoryThatIsNotThere() {
        MemorySegment four = MemorySegment.ofArray(new byte[4]);
        AttributeReader reader = new AttributeReader();
        assertThrows(IndexOutOfBoundsException.class, () -> reader.over(four, 0, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> reader.over(four, -1, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> reader.over(four, 3, 2));
    }

    @Property(tries = 2000)
    void anyBytesEndInTheEndOrInMalformed(@ForAll byte[] bytes) {
        AttributeReader reader = new AttributeReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        int attributes = 0;
        try {
            while (reader.next()) {
                assertTrue(++attributes <= bytes.length / 4, "more attributes than there is room for");
                assertTrue(reader.offset() + reader.length() <= bytes.length);
                assertEquals(reader.length(), reader.bytes().length);
                reader.string();
            }
        } catch (MalformedMessageException e) {
            assertTrue(e.getMessage().startsWith("nla_len"), e.getMessage());
        }
    }

    @Property(tries = 500)
    void readsWhatTheWriterWrote(
            @ForAll byte b, @ForAll short s, @ForAll int i, @ForAll long l, @ForAll byte[] bytes, @ForAll String text)
            throws MalformedMessageException {
        byte[] room = new byte[1 << 16];
        AttributeWriter out = new AttributeWriter().over(MemorySegment.ofArray(room), 1, room.length);
        String clean = text.replaceAll("[\0\ud800-\udfff]", "");
        out.u8(1, b).u16(2, s).u32(3, i).u64(4, l).begin(5).u16be(6, s).u32be(7, i).u64be(8, l).end()
                .uint(9, l).sint(10, l).sint(11, i).bitfield32(12, i, ~i).mac(13, l & 0xffff_ffff_ffffL)
                .bytes(14, bytes).string(15, clean).stringz(16, clean);
        AttributeReader in = new AttributeReader().over(MemorySegment.ofArray(room), 1, out.position());
        assertEquals(b, (byte) at(in, 1).u8());
        assertEquals(s, (short) at(in, 2).u16());
        assertEquals(i, at(in, 3).u32());
        assertEquals(l, at(in, 4).u64());
        at(in, 5).enter();
        assertEquals(s, (short) at(in, 6).u16be());
        assertEquals(i, at(in, 7).u32be());
        assertEquals(l, at(in, 8).u64be());
        in.leave();
        assertEquals(l, at(in, 9).uint());
        assertEquals(l, at(in, 10).sint());
        assertEquals(i, at(in, 11).sint());
        assertEquals(i, at(in, 12).bitfieldValue());
        assertEquals(~i, in.bitfieldSelector());
        assertEquals(l & 0xffff_ffff_ffffL, at(in, 13).mac());
        assertArrayEquals(bytes, at(in, 14).bytes());
        assertEquals(clean, at(in, 15).string());
        assertEquals(clean, at(in, 16).string());
        assertFalse(in.next());
    }

    private static AttributeReader at(AttributeReader in, int number) throws MalformedMessageException {
        assertTrue(in.next());
        assertEquals(number, in.type());
        return in;
    }
}
