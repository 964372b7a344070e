package org.netlink4j.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.nio.BufferOverflowException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.CodecProperties;

class MessageWriterTest {
    private final byte[] room = new byte[256];
    private final MessageWriter out = over(256);

    private MessageWriter over(long to) {
        Arrays.fill(room, (byte) 0xa5);
        return new MessageWriter().over(MemorySegment.ofArray(room), 0, to);
    }

    private void wrote(String expected) {
        assertEquals(expected.replace(" ", ""), HexFormat.of().formatHex(room, 0, (int) out.position()));
    }

    /** What the kernel was sent to create macvtap0 on interface 3; only the sequence and port id are of one run. */
    @Test
    void writesTheMessageThatCreatesAMacvtap() {
        out.begin(16, 0x601, 1, 0x45aa).zeros(16).attributes()
                .stringz(3, "macvtap0")
                .beginRaw(18).stringz(1, "macvtap").beginRaw(2).u32(1, 2).end().end()
                .u32(5, 3)
                .mac(1, 0x525400c73eceL);
        assertEquals(96, out.end());
        wrote("60000000 1000 0106 01000000 aa450000   00000000 00000000 00000000 00000000"
                + "0d00 0300 6d6163767461703000 000000   1c00 1200 0c00 0100 6d61637674617000 0c00 0200 0800 0100 02000000"
                + "0800 0500 03000000   0a00 0100 525400c73ece 0000");
    }

    @Test
    void writesFixedFieldsOfEveryWidth() {
        out.begin(0xffff, 0xfffe, -1, -2).u8(1).u8(0xff).u16(0x1234).u32(0x12345678).u64(0x0123456789abcdefL)
                .bytes(new byte[] {7, 8}).zeros(2).end();
        wrote("24000000 ffff feff ffffffff feffffff 01ff 3412 78563412 efcdab8967452301 0708 0000");
    }

    @Test
    void padsBetweenFixedFieldsAndAttributesAndAfterTheMessage() {
        out.begin(1, 0, 0, 0).u8(9).attributes().flag(2);
        assertEquals(24, out.end());
        out.begin(2, 0, 0, 0).u8(9);
        assertEquals(17 + 24, out.position());
        assertEquals(44, out.end());
        wrote("18000000 0100 0000 00000000 00000000 09000000 04000200" + "11000000 0200 0000 00000000 00000000 09000000");
    }

    @Test
    void givesTheSameAttributeWriterUntilTheEnd() {
        AttributeWriter first = out.begin(1, 0, 0, 0).attributes();
        first.flag(1);
        assertSame(first, out.attributes());
        out.attributes().flag(2);
        assertEquals(24, out.end());
    }

    @Test
    void refusesCallsOutOfOrder() {
        assertThrows(IllegalStateException.class, out::end);
        assertThrows(IllegalStateException.class, out::attributes);
        assertThrows(IllegalStateException.class, () -> out.u32(1));
        assertThrows(IllegalStateException.class, () -> out.zeros(1));
        out.begin(1, 0, 0, 0);
        assertThrows(IllegalStateException.class, () -> out.begin(1, 0, 0, 0));
        out.attributes().begin(1);
        assertThrows(IllegalStateException.class, () -> out.u8(1));
        assertThrows(IllegalStateException.class, out::end);
        out.attributes().end();
        assertEquals(20, out.end());
        assertThrows(IllegalStateException.class, () -> out.u8(1));
        assertThrows(IllegalStateException.class, out::end);
    }

    @Test
    void refusesWhatDoesNotFitItsField() {
        assertThrows(IllegalArgumentException.class, () -> out.begin(0x10000, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> out.begin(-1, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> out.begin(1, 0x10000, 0, 0));
        out.begin(1, 0, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> out.zeros(-8));
        assertEquals(16, out.end());
    }

    @Test
    void aFullBufferLeavesThePositionUnchanged() {
        MessageWriter small = over(15);
        assertThrows(BufferOverflowException.class, () -> small.begin(1, 0, 0, 0));
        assertEquals(0, small.position());
        assertEquals((byte) 0xa5, room[0]);

        MessageWriter tight = over(18);
        tight.begin(1, 0, 0, 0).u8(1);
        assertThrows(BufferOverflowException.class, () -> tight.u16(1));
        assertThrows(BufferOverflowException.class, tight::attributes);
        assertThrows(BufferOverflowException.class, tight::end); // no room for the padding
        assertEquals(17, tight.position());
        assertEquals((byte) 0xa5, room[17]);
    }

    @Test
    void attributesStopAtTheEndOfTheRoom() {
        MessageWriter small = over(24);
        AttributeWriter attributes = small.begin(1, 0, 0, 0).attributes();
        attributes.u32(1, 1);
        assertThrows(BufferOverflowException.class, () -> attributes.flag(2));
        assertEquals(24, small.end());
    }

    @Test
    void pointingElsewhereDropsAnUnfinishedMessage() {
        out.begin(1, 0, 0, 0).attributes().begin(1);
        out.over(MemorySegment.ofArray(room), 8, 64).begin(2, 0, 0, 0);
        assertEquals(24, out.end());
    }

    @Test
    void writesTheSameIntoADirtyBuffer() {
        CodecProperties.sameInADirtyBuffer(256, memory -> {
            MessageWriter writer = new MessageWriter().over(memory, 0, 256);
            writer.begin(1, 2, 3, 4).u8(1).zeros(2).attributes().u8(1, 1);
            writer.end();
            return writer.begin(1, 2, 3, 4).bytes(new byte[5]).end();
        });
    }
}
