package org.netlink4j.rtnetlink.tc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.Rtm;

class TcHeaderTest {
    private static MessageReader message(byte[] body) throws MalformedMessageException {
        byte[] buffer = new byte[100];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length);
        out.begin(Rtm.RTM_NEWQDISC, 0, 0, 0).bytes(body);
        MessageReader message = new MessageReader().over(MemorySegment.ofArray(buffer), 0, out.end());
        message.next();
        return message;
    }

    @Property(tries = 200)
    void decodesWhatItEncoded(
            @ForAll @IntRange(max = 255) int family, @ForAll int index, @ForAll int handle, @ForAll int parent, @ForAll int info)
            throws MalformedMessageException {
        TcHeader header = new TcHeader(family, index, new TcHandle(handle), new TcHandle(parent), info);
        assertArrayEquals(Tca.TCMSG.encode(family, index, handle & 0xffff_ffffL, parent & 0xffff_ffffL, info & 0xffff_ffffL),
                header.encode());
        assertEquals(header, TcHeader.decode(message(header.encode())));
        assertEquals(header, TcHeader.NONE.index(index).handle(header.handle()).parent(header.parent()).info(info).family(family));
    }

    @Test
    void refusesWhatIsTooShortOrTooLarge() {
        assertThrows(MalformedMessageException.class, () -> TcHeader.decode(message(new byte[16])));
        assertThrows(IllegalArgumentException.class, () -> new TcHeader(256, 0, TcHandle.ROOT, TcHandle.ROOT, 0));
    }

    @Test
    void takesTheWiderCounters() {
        TcStatistics narrow = new TcStatistics(Attributes.none(Tca.STATISTICS)
                .withStruct(Tca.TCA_STATS_BASIC, 1000, 7)
                .withStruct(Tca.TCA_STATS_RATE_EST, 8, 9)
                .withStruct(Tca.TCA_STATS_QUEUE, 1, 2, 3, 4, 5)
                .withStruct(Tca.TCA_STATS_BASIC_HW, 500, 3));
        assertEquals(OptionalLong.of(1000), narrow.bytes());
        assertEquals(OptionalLong.of(7), narrow.packets());
        assertEquals(OptionalLong.of(8), narrow.byteRate());
        assertEquals(OptionalLong.of(9), narrow.packetRate());
        assertEquals(OptionalLong.of(1), narrow.queueLength());
        assertEquals(OptionalLong.of(2), narrow.backlog());
        assertEquals(OptionalLong.of(3), narrow.drops());
        assertEquals(OptionalLong.of(4), narrow.requeues());
        assertEquals(OptionalLong.of(5), narrow.overlimits());
        assertEquals(OptionalLong.of(500), narrow.hardwareBytes());
        assertEquals(OptionalLong.of(3), narrow.hardwarePackets());
        TcStatistics wide = new TcStatistics(narrow.attributes()
                .with(Tca.TCA_STATS_PKT64, 1L << 40)
                .withStruct(Tca.TCA_STATS_RATE_EST64, 1L << 41, 1L << 42));
        assertEquals(OptionalLong.of(1L << 40), wide.packets());
        assertEquals(OptionalLong.of(1L << 41), wide.byteRate());
        assertEquals(OptionalLong.of(1L << 42), wide.packetRate());
        assertEquals(OptionalLong.empty(), new TcStatistics(Attributes.none(Tca.STATISTICS)).packets());
    }
}
