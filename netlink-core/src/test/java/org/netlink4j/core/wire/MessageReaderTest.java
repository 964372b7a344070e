package org.netlink4j.core.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.MalformedMessageException;

class MessageReaderTest {
    private static final String HEADER = "1000 0500 01000000 fdffffff";

    private static MessageReader over(String digits) {
        byte[] bytes = HexFormat.of().parseHex(digits.replace(" ", ""));
        return new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
    }

    private static void malformed(org.junit.jupiter.api.function.Executable call, String says) {
        String message = assertThrows(MalformedMessageException.class, call).getMessage();
        assertTrue(message.contains(says), message);
    }

    @Test
    void readsTheHeader() throws Exception {
        MessageReader reader = over("10000000" + HEADER);
        assertTrue(reader.next());
        assertEquals(16, reader.type());
        assertEquals(5, reader.flags());
        assertEquals(1, reader.sequence());
        assertEquals(-3, reader.portId());
        assertEquals(16, reader.length());
        assertEquals(0, reader.payloadLength());
        assertEquals(0, reader.offset());
        assertFalse(reader.next());
    }

    @Test
    void readsFieldsOfEveryWidth() throws Exception {
        MessageReader reader = over("19000000" + HEADER + "01 efcdab8967452301");
        reader.next();
        assertEquals(0xcd, reader.u8(2));
        assertEquals(0xcdef, reader.u16(1));
        assertEquals(0x89abcdef, reader.u32(1));
        assertEquals(0x0123456789abcdefL, reader.u64(1));
        assertEquals("01efcdab8967452301", HexFormat.of().formatHex(reader.payload()));
        assertEquals(25, reader.bytes().length);
        malformed(() -> reader.u8(9), "payload of 9 bytes and none at 9");
        malformed(() -> reader.u16(8), "none at 8");
        malformed(() -> reader.u32(6), "none at 6");
        malformed(() -> reader.u64(2), "none at 2");
        malformed(() -> reader.u64(Integer.MAX_VALUE), "none at");
        assertThrows(IndexOutOfBoundsException.class, () -> reader.u8(-1));
    }

    @Test
    void walksMessagesWithPaddingBetweenThem() throws Exception {
        MessageReader reader = over("11000000" + HEADER + "07000000" + "12000000" + HEADER + "0809");
        assertTrue(reader.next());
        assertEquals(7, reader.u8(0));
        malformed(() -> reader.u8(1), "none at 1"); // padding is no payload
        assertTrue(reader.next());
        assertEquals(20, reader.offset());
        assertEquals(9, reader.u8(1)); // the last may lack its padding
        assertFalse(reader.next());
    }

    @Test
    void givesTheAttributesAfterTheFixedHeader() throws Exception {
        MessageReader reader = over("1a000000" + HEADER + "09000000 0600 0100 0700");
        reader.next();
        AttributeReader attributes = reader.attributes(1); // padded to 4
        assertTrue(attributes.next());
        assertEquals(7, attributes.u16());
    }

    @Test
    void attributesEndWithTheMessage() throws Exception {
        MessageReader reader = over("19000000" + HEADER + "09000000 0500 0100 07" + "000000" + "10000000" + HEADER);
        reader.next();
        AttributeReader attributes = reader.attributes(4);
        assertTrue(attributes.next());
        assertEquals(7, attributes.u8());
        assertFalse(attributes.next());
        assertSame(attributes, reader.attributes(0));
        malformed(() -> reader.attributes(10), "payload of 9 bytes");
        assertFalse(reader.attributes(9).next()); // the header's own padding is missing
        assertThrows(IndexOutOfBoundsException.class, () -> reader.attributes(-4));
    }

    @Test
    void rejectsALengthShorterThanTheHeader() {
        for (String length : new String[] {"00000000", "0f000000"}) {
            MessageReader reader = over(length + HEADER);
            malformed(reader::next, "nlmsg_len " + Integer.parseInt(length.substring(0, 2), 16) + " at offset 0");
            malformed(reader::next, "nlmsg_len"); // again, and not past it
        }
    }

    @Test
    void rejectsALengthOverTheDatagram() {
        malformed(over("11000000" + HEADER)::next, "nlmsg_len 17 at offset 0, where 16 bytes are left");
        malformed(over("ffffffff" + HEADER)::next, "nlmsg_len 4294967295");
        malformed(over("00000080" + HEADER)::next, "nlmsg_len 2147483648");
    }

    @Test
    void rejectsATailThatIsNoHeader() throws Exception {
        MessageReader reader = over("10000000" + HEADER + "00000000");
        assertTrue(reader.next());
        malformed(reader::next, "no room for a message header at offset 16, where 4 bytes are left");
    }

    @Test
    void rejectsAMessageOfTwoGibibytes(@TempDir Path directory) throws Exception {
        try (Arena arena = Arena.ofConfined();
                RandomAccessFile file = new RandomAccessFile(directory.resolve("sparse").toFile(), "rw")) {
            file.setLength(3L << 30);
            MemorySegment memory = file.getChannel().map(FileChannel.MapMode.READ_WRITE, 0, 3L << 30, arena);
            memory.set(ValueLayout.JAVA_INT, 0, 0x8000_0000);
            malformed(new MessageReader().over(memory, 0, memory.byteSize())::next, "nlmsg_len 2147483648");
        }
    }

    @Test
    void showsNothingBeforeTheFirstMessage() {
        MessageReader reader = over("10000000" + HEADER);
        assertThrows(IllegalStateException.class, reader::type);
        assertThrows(IllegalStateException.class, reader::flags);
        assertThrows(IllegalStateException.class, reader::sequence);
        assertThrows(IllegalStateException.class, reader::portId);
        assertThrows(IllegalStateException.class, reader::length);
        assertThrows(IllegalStateException.class, reader::payloadLength);
        assertThrows(IllegalStateException.class, () -> reader.u8(0));
        assertThrows(IllegalStateException.class, () -> reader.attributes(0));
        assertThrows(IllegalStateException.class, reader::payload);
        assertThrows(IllegalStateException.class, reader::bytes);
    }

    @Test
    void canBePointedAtOtherBytes() throws Exception {
        MessageReader reader = over("10000000" + HEADER);
        reader.next();
        byte[] other = HexFormat.of().parseHex("ffffff" + ("11000000" + HEADER + "2a").replace(" ", ""));
        reader.over(MemorySegment.ofArray(other), 3, other.length);
        assertThrows(IllegalStateException.class, reader::type);
        assertTrue(reader.next());
        assertEquals(42, reader.u8(0));
        assertArrayEquals(new byte[] {42}, reader.payload());
        assertThrows(IndexOutOfBoundsException.class, () -> reader.over(MemorySegment.ofArray(other), 3, 99));
    }

    @Property(tries = 2000)
    void anyBytesEndInTheEndOrInMalformed(@ForAll byte[] bytes) {
        walk(bytes);
    }

    @Property(tries = 2000)
    void anyLengthsEndInTheEndOrInMalformed(@ForAll byte[] bytes, @ForAll short length) {
        byte[] message = java.util.Arrays.copyOf(bytes, bytes.length + 16);
        message[0] = (byte) length;
        message[1] = message[2] = message[3] = 0;
        walk(message);
    }

    private static void walk(byte[] bytes) {
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        int messages = 0;
        try {
            while (reader.next()) {
                assertTrue(++messages <= bytes.length / 16, "more messages than there is room for");
                assertTrue(reader.offset() + reader.length() <= bytes.length);
                assertEquals(reader.length(), reader.bytes().length);
                AttributeReader attributes = reader.attributes(0);
                while (attributes.next()) {
                    assertTrue(attributes.offset() + attributes.length() <= reader.offset() + reader.length());
                }
            }
        } catch (MalformedMessageException e) {
            assertFalse(e.getMessage().isEmpty());
        }
    }
}
