package org.netlink4j.core.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.generic.Ctrl;
import org.netlink4j.testkit.FuzzTarget;
import org.netlink4j.testkit.SeedAttributes;

/** Whatever walks as attributes is the same tree when it is written again, and every getter wants its width. */
class AttributeWalkFuzzTest extends FuzzTarget {
    @Override
    protected List<byte[]> seeds() {
        return SeedAttributes.of(Ctrl.ATTRIBUTES);
    }

    @Override
    protected void run(byte[] bytes) throws MalformedMessageException {
        byte[] written = copy(bytes);
        assertEquals(tree(reader(bytes)), tree(reader(written)));
        assertArrayEquals(written, copy(written));
    }

    private static AttributeReader reader(byte[] bytes) {
        return new AttributeReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
    }

    private static byte[] copy(byte[] bytes) throws MalformedMessageException {
        byte[] room = new byte[bytes.length + 3];
        AttributeWriter out = new AttributeWriter().over(MemorySegment.ofArray(room), 0, room.length);
        for (AttributeReader in = reader(bytes); in.next(); ) {
            out.bytes(in.rawType(), payload(in));
        }
        return Arrays.copyOf(room, (int) out.position());
    }

    private static byte[] payload(AttributeReader in) {
        return in.memory().asSlice(in.offset(), in.length()).toArray(ValueLayout.JAVA_BYTE);
    }

    /** Each attribute with its depth; every payload is tried as a nest, for older senders do not mark theirs. */
    private static List<String> tree(AttributeReader in) throws MalformedMessageException {
        List<String> lines = new ArrayList<>();
        while (in.next()) {
            lines.add(line(in));
            if (in.depth() < AttributeReader.MAX_DEPTH) {
                long after = in.nextOffset();
                in.enter();
                int depth = in.depth();
                try {
                    lines.addAll(tree(in));
                } catch (MalformedMessageException _) {
                    lines.add("no nest");
                }
                while (in.depth() >= depth) {
                    in.leave(); // also where an inner nest was given up
                }
                assertEquals(after, in.nextOffset());
            }
        }
        return lines;
    }

    private static String line(AttributeReader in) {
        int width = in.length();
        assertEquals(width == 1, isThere(in::u8));
        assertEquals(width == 2, isThere(in::u16) && isThere(in::u16be));
        assertEquals(width == 4, isThere(in::u32) && isThere(in::u32be));
        assertEquals(width == 8, isThere(in::u64) && isThere(in::u64be));
        assertTrue(in.offset() + width <= in.endOffset());
        return in.depth() + " " + in.rawType() + " " + HexFormat.of().formatHex(payload(in));
    }

    private interface Getter {
        Object get() throws MalformedMessageException;
    }

    private static boolean isThere(Getter getter) {
        try {
            getter.get();
            return true;
        } catch (MalformedMessageException _) {
            return false;
        }
    }
}
