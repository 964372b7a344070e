package org.netlink4j.core.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.BufferOverflowException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.netlink4j.testkit.CodecProperties;

/** Golden bytes are those of a little-endian host, as x86-64 and aarch64 are. */
class AttributeWriterTest {
    private static final int BIG = 1 << 20;

    private final byte[] room = new byte[BIG];
    private final AttributeWriter out = new AttributeWriter().over(MemorySegment.ofArray(room), 0, BIG);

    private static void writes(String expected, Consumer<AttributeWriter> write) {
        for (int offset = 0; offset < 4; offset++) { // aligned or not, clean or dirty
            byte[] dirty = new byte[64];
            Arrays.fill(dirty, (byte) 0xa5);
            AttributeWriter writer = new AttributeWriter().over(MemorySegment.ofArray(dirty), offset, 64);
            write.accept(writer);
            byte[] written = Arrays.copyOfRange(dirty, offset, (int) writer.position());
            assertEquals(expected.replace(" ", ""), HexFormat.of().formatHex(written));
            assertEquals((byte) 0xa5, dirty[(int) writer.position()], "wrote past its position");
        }
    }

    private byte[] written() {
        return Arrays.copyOf(room, (int) out.position());
    }

    @Test
    void writesEveryWidthInHostOrder() {
        writes("0500 0100 ab000000", w -> w.u8(1, 0xab));
        writes("0600 0200 cdab0000", w -> w.u16(2, 0xabcd));
        writes("0800 0300 78563412", w -> w.u32(3, 0x12345678));
        writes("0c00 0400 efcdab8967452301", w -> w.u64(4, 0x0123456789abcdefL));
    }

    @Test
    void writesEveryWidthInNetworkOrder() {
        writes("0600 0200 abcd0000", w -> w.u16be(2, 0xabcd));
        writes("0800 0300 12345678", w -> w.u32be(3, 0x12345678));
        writes("0c00 0400 0123456789abcdef", w -> w.u64be(4, 0x0123456789abcdefL));
    }

    @Test
    void writesVariableWidthNumbersAsShortAsTheyAre() {
        writes("0800 0100 ffffffff", w -> w.uint(1, 0xffff_ffffL));
        writes("0c00 0100 0000000001000000", w -> w.uint(1, 0x1_0000_0000L));
        writes("0800 0100 ffffffff", w -> w.sint(1, -1));
        writes("0800 0100 00000080", w -> w.sint(1, Integer.MIN_VALUE));
        writes("0c00 0100 0000008000000000", w -> w.sint(1, 0x8000_0000L));
    }

    @Test
    void writesFlagsBitfieldsAndAddresses() {
        writes("0400 0700", w -> w.flag(7));
        writes("0c00 0700 03000000 0f000000", w -> w.bitfield32(7, 3, 15));
        writes("0a00 0100 525400c73ece 0000", w -> w.mac(1, 0x525400c73eceL));
    }

    @Test
    void writesTextWithAndWithoutNul() {
        writes("0600 0300 6c6f 0000", w -> w.string(3, "lo"));
        writes("0700 0300 6c6f00 00", w -> w.stringz(3, "lo"));
        writes("0400 0300", w -> w.string(3, ""));
        writes("0500 0300 00 000000", w -> w.stringz(3, ""));
        writes("0600 0300 c3a4 0000", w -> w.string(3, "\u00e4"));
        writes("0900 0300 f09f9880 00 000000", w -> w.stringz(3, "\ud83d\ude00"));
    }

    @Test
    void writesTextOfAnyLength() {
        String text = "abcdefghijklmnopqrstuvwxyz";
        for (int length = 0; length <= text.length(); length++) {
            String ascii = text.substring(0, length);
            String other = ascii + "\u00e4"; // told from ASCII only at its end
            writes(attribute(ascii), w -> w.string(3, ascii));
            writes(attribute(ascii + '\0'), w -> w.stringz(3, ascii));
            writes(attribute(other), w -> w.string(3, other));
            writes(attribute(other + '\0'), w -> w.stringz(3, other));
        }
    }

    private static String attribute(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return "%02x000300".formatted(bytes.length + 4) + HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length + 3 & ~3));
    }

    @Test
    void writesBytesFromArraysAndFromMemory() {
        writes("0700 0180 010203 00", w -> w.bytes(0x8001, new byte[] {1, 2, 3}));
        MemorySegment from = MemorySegment.ofArray(new byte[] {9, 1, 2, 3, 9});
        writes("0700 0100 010203 00", w -> w.bytes(1, from, 1, 3));
    }

    @Test
    void fillsInTheLengthsOfNests() {
        writes("1400 1280 0700 0100 6c6f0000 0800 0280 0400 0300",
                w -> w.begin(18).stringz(1, "lo").begin(2).flag(3).end().end());
        writes("0400 1200", w -> w.beginRaw(18).end());
    }

    @Test
    void appendsWhatWasEncodedBefore() {
        writes("0c00 0180 0800 0200 01000000", w -> w.begin(1).append(new byte[] {8, 0, 2, 0, 1, 0, 0, 0}).end());
        refused(IllegalArgumentException.class, () -> out.append(new byte[3]));
    }

    /** The call fails and leaves the writer as it was. */
    private void refused(Class<? extends Throwable> with, Executable call) {
        byte[] before = room.clone();
        long position = out.position();
        int depth = out.depth();
        assertThrows(with, call);
        assertEquals(position, out.position());
        assertEquals(depth, out.depth());
        assertArrayEquals(before, room, "something of the refused attribute was written");
    }

    @Test
    void refusesTypesThatDoNotFitInto16Bits() {
        refused(IllegalArgumentException.class, () -> out.u32(-1, 0));
        refused(IllegalArgumentException.class, () -> out.u32(0x10000, 0));
        refused(IllegalArgumentException.class, () -> out.begin(0x10000));
    }

    @Test
    void refusesAnAttributeOverTheLargestLength() {
        out.bytes(1, new byte[AttributeWriter.MAX_LENGTH - 4]);
        assertEquals(0x10000, out.position());
        assertEquals("ffff", HexFormat.of().formatHex(room, 0, 2));
        refused(IllegalArgumentException.class, () -> out.bytes(1, new byte[AttributeWriter.MAX_LENGTH - 3]));
        refused(IllegalArgumentException.class, () -> out.string(1, "x".repeat(AttributeWriter.MAX_LENGTH - 3)));
        refused(IllegalArgumentException.class, () -> out.stringz(1, "x".repeat(AttributeWriter.MAX_LENGTH - 4)));
    }

    @Test
    void refusesTheAttributeThatMakesANestTooLong() {
        out.begin(1).bytes(2, new byte[0xfff0 - 8]);
        refused(IllegalArgumentException.class, () -> out.bytes(3, new byte[9]));
        refused(IllegalArgumentException.class, () -> out.append(new byte[16]));
        out.u32(3, 1).flag(4).end();
        assertEquals(0xfffc, Short.toUnsignedInt((short) (room[0] & 0xff | room[1] << 8)));
    }

    @Test
    void refusesTheAttributeThatMakesADeepNestTooLong() {
        for (int i = 0; i < AttributeReader.MAX_DEPTH; i++) {
            out.begin(i);
        }
        out.bytes(99, new byte[0xff00]);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> out.bytes(98, new byte[0x100 - 4 - 4 * AttributeReader.MAX_DEPTH]));
        assertTrue(e.getMessage().contains("attribute 98"), e.getMessage());
        assertTrue(e.getMessage().contains("nest 0"), e.getMessage());
        refused(IllegalArgumentException.class, () -> out.bytes(98, new byte[0x100]));
        for (int i = 0; i < AttributeReader.MAX_DEPTH; i++) {
            out.end();
        }
        assertEquals(0, out.depth());
    }

    @Test
    void aNestThatIsFullEvenRefusesAnotherNest() {
        out.begin(1).bytes(2, new byte[0xfffc - 8]);
        refused(IllegalArgumentException.class, () -> out.begin(3));
    }

    @Test
    void refusesNestsThatAreTooDeepOrNotOpen() {
        refused(IllegalStateException.class, out::end);
        for (int i = 0; i < AttributeReader.MAX_DEPTH; i++) {
            out.begin(1);
        }
        refused(IllegalArgumentException.class, () -> out.begin(1));
    }

    @Test
    void aFullBufferLeavesThePositionUnchanged() {
        out.over(MemorySegment.ofArray(room), 1, 1 + 12);
        out.u32(1, 7);
        refused(BufferOverflowException.class, () -> out.u8(2, 1)); // 5 bytes, and 3 of padding
        refused(BufferOverflowException.class, () -> out.stringz(2, "x"));
        refused(BufferOverflowException.class, () -> out.append(new byte[8]));
        out.begin(2);
        refused(BufferOverflowException.class, () -> out.flag(3));
        assertEquals(13, out.end().position());
    }

    @Test
    void refusesMemoryThatIsNotThere() {
        MemorySegment four = MemorySegment.ofArray(new byte[4]);
        refused(IndexOutOfBoundsException.class, () -> out.bytes(1, four, 0, 5));
        refused(IndexOutOfBoundsException.class, () -> out.bytes(1, four, 0, -8));
        refused(IndexOutOfBoundsException.class, () -> out.bytes(1, four, -1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> out.over(four, 0, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> out.over(four, -1, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> out.over(four, 3, 2));
    }

    @Test
    void refusesNullBeforeAnythingIsWritten() {
        refused(NullPointerException.class, () -> out.stringz(1, null));
        refused(NullPointerException.class, () -> out.bytes(1, null));
    }

    @Test
    void pointingElsewhereForgetsOpenNests() {
        out.begin(1).begin(2);
        out.over(MemorySegment.ofArray(room), 100, 200).flag(5);
        assertEquals(0, out.depth());
        assertEquals(104, out.position());
    }

    @Test
    void writesTheSameIntoADirtyBuffer() {
        CodecProperties.sameInADirtyBuffer(1024, memory -> new AttributeWriter().over(memory, 0, 1024)
                .u8(1, 1).u16(2, 2).u16be(3, 3).mac(4, 4).string(5, "abcde").stringz(6, "a").flag(7)
                .begin(8).bytes(9, new byte[7]).string(10, "\u00e4\u00e4\u00e4").end().uint(11, 1).bitfield32(12, 1, 1)
                .position());
    }

    @Test
    void startsWithoutRoom() {
        assertThrows(BufferOverflowException.class, () -> new AttributeWriter().flag(1));
        assertEquals(0, written().length);
    }
}
