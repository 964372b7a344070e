package org.netlink4j.core.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.testkit.FuzzTarget;
import org.netlink4j.testkit.NlmonCapture;

/** Whatever walks as messages is written again as it was, and every field is inside. */
class MessageWalkFuzzTest extends FuzzTarget {
    private static final List<Integer> PLACES = List.of(0, 1, 4, 15, 16, 60);

    @Override
    protected List<byte[]> seeds() throws IOException {
        return NlmonCapture.datagrams();
    }

    @Override
    protected void run(byte[] bytes) throws MalformedMessageException {
        MemorySegment memory = MemorySegment.ofArray(bytes);
        MessageReader reader = new MessageReader().over(memory, 0, bytes.length);
        byte[] room = new byte[bytes.length + 3];
        MessageWriter writer = new MessageWriter().over(MemorySegment.ofArray(room), 0, room.length);
        long before = -1;
        while (reader.next()) {
            assertTrue(reader.offset() > before, "goes on");
            before = reader.offset();
            PLACES.forEach(at -> fields(reader, at));
            byte[] payload = reader.payload();
            long begin = writer.position();
            writer.begin(reader.type(), reader.flags(), reader.sequence(), reader.portId()).bytes(payload).end();
            byte[] message = reader.bytes();
            assertEquals(reader.length(), message.length);
            assertArrayEquals(message, Arrays.copyOfRange(room, (int) begin, (int) begin + message.length));
            assertArrayEquals(message, memory.asSlice(before, message.length).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    /** A field is there if and only if the payload reaches so far. */
    private static void fields(MessageReader reader, int at) {
        int left = reader.payloadLength() - at;
        assertEquals(left >= 1, isThere(() -> reader.u8(at)));
        assertEquals(left >= 2, isThere(() -> reader.u16(at)));
        assertEquals(left >= 4, isThere(() -> reader.u32(at)));
        assertEquals(left >= 8, isThere(() -> reader.u64(at)));
        assertEquals(left >= 0, isThere(() -> reader.attributes(at)));
    }

    private interface Field {
        Object read() throws MalformedMessageException;
    }

    private static boolean isThere(Field field) {
        try {
            field.read();
            return true;
        } catch (MalformedMessageException _) {
            return false;
        }
    }
}
