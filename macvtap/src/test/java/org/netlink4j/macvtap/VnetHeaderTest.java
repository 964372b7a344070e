package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VnetHeaderTest {
    private static final VnetHeader SAMPLE = new VnetHeader(
            VnetHeader.VIRTIO_NET_HDR_F_NEEDS_CSUM, VnetHeader.VIRTIO_NET_HDR_GSO_TCPV4, 54, 1448, 34, 16, 1);

    @Test
    void bytesOfBothOrders() {
        assertEquals("01013600a805220010000100", encoded(SAMPLE, 12, ByteOrder.LITTLE_ENDIAN));
        assertEquals("0101003605a8002200100001", encoded(SAMPLE, 12, ByteOrder.BIG_ENDIAN));
        assertEquals("01013600a80522001000", encoded(SAMPLE, 10, ByteOrder.LITTLE_ENDIAN));
    }

    private static String encoded(VnetHeader header, int size, ByteOrder order) {
        byte[] bytes = new byte[size];
        header.encode(MemorySegment.ofArray(bytes), size, order);
        return HexFormat.of().formatHex(bytes);
    }

    @Provide
    Arbitrary<VnetHeader> headers() {
        Arbitrary<Integer> u8 = Arbitraries.integers().between(0, 0xff);
        Arbitrary<Integer> u16 = Arbitraries.integers().between(0, 0xffff);
        return Combinators.combine(u8, u8, u16, u16, u16, u16, u16).as(VnetHeader::new);
    }

    @Provide
    Arbitrary<ByteOrder> orders() {
        return Arbitraries.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);
    }

    @Property
    void roundTrip(@ForAll("headers") VnetHeader header, @ForAll("orders") ByteOrder order) {
        MemorySegment memory = MemorySegment.ofArray(new byte[12]);
        header.encode(memory, 12, order);
        assertEquals(header, VnetHeader.decode(memory, 12, order));
    }

    @Property
    void anyBytesAreAHeaderAndComeBackTheSame(@ForAll @Size(12) byte[] bytes, @ForAll("orders") ByteOrder order) {
        for (int size : new int[] {10, 12}) {
            byte[] copy = bytes.clone();
            VnetHeader.decode(MemorySegment.ofArray(bytes), size, order).encode(MemorySegment.ofArray(copy), size, order);
            assertArrayEquals(bytes, copy); // what is behind the header stays as it was, too
        }
    }

    @Property
    void dirtyMemoryIsOverwritten(@ForAll("headers") VnetHeader header, @ForAll @Size(12) byte[] dirt) {
        byte[] clean = new byte[12];
        header.encode(MemorySegment.ofArray(clean), 12, ByteOrder.LITTLE_ENDIAN);
        header.encode(MemorySegment.ofArray(dirt), 12, ByteOrder.LITTLE_ENDIAN);
        assertArrayEquals(clean, dirt);
    }

    @Test
    void wrongSizesAndWidthsAreRefused() {
        MemorySegment memory = MemorySegment.ofArray(new byte[11]);
        assertThrows(IllegalArgumentException.class, () -> VnetHeader.decode(memory, 11, ByteOrder.nativeOrder()));
        assertThrows(IndexOutOfBoundsException.class, () -> VnetHeader.decode(memory, 12, ByteOrder.nativeOrder()));
        assertThrows(IndexOutOfBoundsException.class, () -> SAMPLE.encode(memory, 12, ByteOrder.nativeOrder()));
        assertThrows(IllegalArgumentException.class, () -> new VnetHeader(256, 0, 0, 0, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new VnetHeader(0, 0, 0, 0, 0, 0x10000, 0));
        assertThrows(IllegalArgumentException.class, () -> new VnetHeader(0, 0, -1, 0, 0, 0, 0));
    }
}
