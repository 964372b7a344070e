package org.netlink4j.testkit;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.wire.MessageWriter;

/** Seeds for fuzzers that a table allows: the same ones every time. */
public final class SeedAttributes {
    private static final int EACH = 8;
    private static final int ROOM = 1 << 17;

    private SeedAttributes() {}

    /** Attributes; {@code selectors} as in {@link AttributeArbitraries}. */
    public static List<byte[]> of(AttributeSet set, String... selectors) {
        AttributeGenerator generator = new AttributeGenerator(set, selectors);
        return IntStream.range(0, EACH).mapToObj(seed -> generator.valid(new Random(seed))).toList();
    }

    /** Messages with such attributes after a header of zeros. */
    public static List<byte[]> messages(MessageSpec spec, int flags, String... selectors) {
        return of(spec.attributes(), selectors).stream().map(attributes -> message(spec, flags, attributes)).toList();
    }

    private static byte[] message(MessageSpec spec, int flags, byte[] attributes) {
        byte[] room = new byte[ROOM];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(room), 0, room.length);
        out.begin(spec.type(), flags, 1, 0).zeros(spec.header().size()).attributes().append(attributes);
        return Arrays.copyOf(room, (int) out.end());
    }
}
