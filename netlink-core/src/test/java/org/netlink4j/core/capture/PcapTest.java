package org.netlink4j.core.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.testkit.HeaderConstants;

class PcapTest {
    private static final Instant TIME = Instant.parse("2026-11-23T15:00:00.123456789Z");

    /** One datagram on its way to user space, protocol 16, as a machine of little byte order writes it, with microseconds. */
    private static final String LITTLE = "d4c3b2a1 0200 0400 00000000 00000000 00000400 fd000000"
            + "01000000 02000000 14000000 18000000" + "0006 0338 00000000000000000000 0010 aabbccdd";

    private static final String BIG = "a1b2c3d4 0002 0004 00000000 00000000 00040000 000000fd"
            + "00000001 00000002 00000014 00000018" + "0006 0338 00000000000000000000 0010 aabbccdd";

    private static byte[] bytes(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static List<CapturedDatagram> read(byte[] file) throws IOException {
        List<CapturedDatagram> datagrams = new ArrayList<>();
        try (PcapReader reader = PcapReader.over(new ByteArrayInputStream(file))) {
            for (Optional<CapturedDatagram> next = reader.next(); next.isPresent(); next = reader.next()) {
                datagrams.add(next.get());
            }
        }
        return datagrams;
    }

    private static byte[] written(Instant time, Direction direction, int protocol, byte[] datagram) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PcapWriter writer = PcapWriter.over(file)) {
            writer.write(time, direction, protocol, datagram);
        }
        return file.toByteArray();
    }

    @Test
    void numbersAreThoseOfTheHeaders() {
        HeaderConstants.assertAgree(
                Map.of(
                        "ARPHRD_NETLINK", (long) Pcap.ARPHRD_NETLINK,
                        "PACKET_USER", (long) Direction.TO_USER.packetType(),
                        "PACKET_KERNEL", (long) Direction.TO_KERNEL.packetType(),
                        "PACKET_OUTGOING", (long) Direction.UNKNOWN.packetType()),
                "linux/if_arp.h", "linux/if_packet.h");
    }

    @Test
    void readsBothByteOrders() throws IOException {
        for (String file : List.of(LITTLE, BIG)) {
            CapturedDatagram datagram = read(bytes(file)).getFirst();
            assertEquals(Instant.ofEpochSecond(1, 2000), datagram.time());
            assertEquals(Direction.TO_USER, datagram.direction());
            assertEquals(16, datagram.protocol());
            assertArrayEquals(bytes("aabbccdd"), datagram.bytes());
            assertEquals(8, datagram.length(), "four bytes were not kept");
        }
        assertEquals(ByteOrder.LITTLE_ENDIAN, PcapReader.over(new ByteArrayInputStream(bytes(LITTLE))).byteOrder());
        assertEquals(ByteOrder.BIG_ENDIAN, PcapReader.over(new ByteArrayInputStream(bytes(BIG))).byteOrder());
    }

    /** {@code tcpdump -i nlmon0 -w nlmon-6.1.pcap} on Linux 6.1 while {@code ip link show} ran. */
    @Test
    void readsWhatTcpdumpTookFromAnNlmonDevice() throws IOException {
        try (InputStream file = PcapTest.class.getResourceAsStream("/captures/nlmon-6.1.pcap")) {
            List<CapturedDatagram> datagrams = read(file.readAllBytes());
            assertEquals(List.of(32L, 52L, 40L), datagrams.stream().map(CapturedDatagram::length).toList());
            assertTrue(datagrams.stream().allMatch(d -> d.direction() == Direction.UNKNOWN && d.protocol() == 0));
            MessageReader message = datagrams.getLast().messages();
            assertTrue(message.next());
            assertEquals(18, message.type(), "RTM_GETLINK");
            assertFalse(message.next());
        }
    }

    @Test
    void readsNanoseconds() throws IOException {
        assertEquals(Instant.ofEpochSecond(1, 2), read(bytes(LITTLE.replace("d4c3b2a1", "4d3cb2a1"))).getFirst().time());
        assertEquals(Instant.ofEpochSecond(1, 2), read(bytes(BIG.replace("a1b2c3d4", "a1b23c4d"))).getFirst().time());
    }

    @Test
    void writesInTheByteOrderOfThisMachine() throws IOException {
        String little = "4d3cb2a1 0200 0400 00000000 00000000 00000001 fd000000"
                + "01000000 02000000 14000000 14000000" + "0007 0338 00000000000000000000 0010 aabbccdd";
        String big = "a1b23c4d 0002 0004 00000000 00000000 01000000 000000fd"
                + "00000001 00000002 00000014 00000014" + "0007 0338 00000000000000000000 0010 aabbccdd";
        assertArrayEquals(
                bytes(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? big : little),
                written(Instant.ofEpochSecond(1, 2), Direction.TO_KERNEL, 16, bytes("aabbccdd")));
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadBack(
            @ForAll @IntRange(max = 0xffff) int protocol, @ForAll Direction direction, @ForAll byte[] datagram,
            @ForAll int seconds, @ForAll @IntRange(max = 999_999_999) int nanoseconds) throws IOException {
        Instant time = Instant.ofEpochSecond(Integer.toUnsignedLong(seconds), nanoseconds);
        CapturedDatagram back = read(written(time, direction, protocol, datagram)).getFirst();
        assertEquals(time, back.time());
        assertEquals(direction, back.direction());
        assertEquals(protocol, back.protocol());
        assertArrayEquals(datagram, back.bytes());
        assertEquals(datagram.length, back.length());
    }

    /** Any bytes end in datagrams or in malformed, and reading stops. */
    @Property(tries = 2000)
    void anyDamageEndsInMalformedOrInDatagrams(
            @ForAll @Size(max = 60) byte[] datagram, @ForAll @Size(min = 1, max = 4) List<Short> places, @ForAll byte[] damage)
            throws IOException {
        byte[] one = written(TIME, Direction.TO_USER, 0, datagram);
        byte[] file = Arrays.copyOf(one, 2 * one.length - Pcap.FILE_HEADER);
        System.arraycopy(one, Pcap.FILE_HEADER, file, one.length, one.length - Pcap.FILE_HEADER);
        for (int i = 0; i < damage.length; i++) {
            file[Math.floorMod(places.get(i % places.size()) + i, file.length)] = damage[i];
        }
        int end = Math.floorMod(places.getFirst(), 4) == 0 ? Math.floorMod(places.getLast(), file.length) : file.length;
        try {
            for (CapturedDatagram read : read(Arrays.copyOf(file, end))) {
                assertTrue(read.bytes().length <= file.length && read.length() >= read.bytes().length);
            }
        } catch (MalformedMessageException _) {
            // as promised
        }
    }

    @Property(tries = 500)
    void anyBytesAreNoCapture(@ForAll byte[] bytes) {
        assertThrows(MalformedMessageException.class, () -> read(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d4c3b2a1", "00000000 0200 0400 00000000 00000000 00000400 fd000000",
        "d4c3b2a1 0300 0400 00000000 00000000 00000400 fd000000", "d4c3b2a1 0200 0400 00000000 00000000 00000400 01000000"})
    void refusesWhatIsNoCaptureOfNetlink(String file) {
        assertThrows(MalformedMessageException.class, () -> read(bytes(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01000000", "01000000 02000000 0f000000 18000000", "01000000 02000000 ffffffff ffffffff",
        "01000000 02000000 00000001 00000001", "01000000 02000000 14000000 13000000", "01000000 02000000 14000000 14000000 00",
        "01000000 02000000 10000000 10000000 0006 0001 00000000000000000000 0010",
        "01000000 40420f00 10000000 10000000 0006 0338 00000000000000000000 0010"})
    void refusesADatagramThatCannotBe(String record) {
        String header = LITTLE.substring(0, LITTLE.indexOf("01000000"));
        assertThrows(MalformedMessageException.class, () -> read(bytes(header + record)));
    }

    @Test
    void refusesWhatTheFormatCannotSay() throws IOException {
        byte[] nothing = new byte[0];
        assertThrows(IllegalArgumentException.class, () -> written(Instant.parse("1969-12-31T23:59:59Z"), Direction.UNKNOWN, 0, nothing));
        assertThrows(IllegalArgumentException.class, () -> written(Instant.parse("2106-02-07T06:28:16Z"), Direction.UNKNOWN, 0, nothing));
        assertThrows(IllegalArgumentException.class, () -> written(TIME, Direction.TO_USER, 0x10000, nothing));
        assertThrows(IllegalArgumentException.class, () -> written(TIME, Direction.TO_USER, 0, new byte[Pcap.LARGEST]));
        assertEquals(1, read(written(Instant.parse("2106-02-07T06:28:15Z"), Direction.UNKNOWN, 0, nothing)).size());
    }

    /** A transport that carries nothing but says that it received three bytes. */
    private static final class Loop implements DatagramTransport {
        private boolean closed;
        private boolean woken;

        @Override
        public int portId() {
            return 7;
        }

        @Override
        public int receiveBufferSize() {
            return 8;
        }

        @Override
        public void send(MemorySegment memory, long length, int destinationPort) {}

        @Override
        public boolean receive(Datagram into, long deadline) {
            if (deadline == 0) {
                return false;
            }
            into.memory().copyFrom(MemorySegment.ofArray(new byte[] {4, 5, 6}));
            into.received(3, 0, 0);
            return true;
        }

        @Override
        public void wake() {
            woken = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void capturesWhatATransportCarries() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Loop loop = new Loop();
        try (Arena arena = Arena.ofConfined();
                PcapWriter writer = PcapWriter.over(file);
                DatagramTransport transport = writer.capture(loop, 9)) {
            assertEquals(7, transport.portId());
            assertEquals(8, transport.receiveBufferSize());
            transport.wake();
            assertTrue(loop.woken);
            MemorySegment memory = arena.allocate(4);
            memory.copyFrom(MemorySegment.ofArray(new byte[] {1, 2, 3, 4}));
            transport.send(memory, 2, 0);
            transport.send(memory, 1, 99);
            Datagram datagram = new Datagram(arena, 8);
            assertFalse(transport.receive(datagram, 0));
            assertTrue(transport.receive(datagram, 1));
        }
        assertTrue(loop.closed);
        List<CapturedDatagram> datagrams = read(file.toByteArray());
        assertEquals(List.of("0102", "01", "040506"), datagrams.stream().map(d -> HexFormat.of().formatHex(d.bytes())).toList());
        assertEquals(
                List.of(Direction.TO_KERNEL, Direction.TO_USER, Direction.TO_USER),
                datagrams.stream().map(CapturedDatagram::direction).toList());
        assertEquals(List.of(9, 9, 9), datagrams.stream().map(CapturedDatagram::protocol).toList());
        assertThrows(IllegalArgumentException.class, () -> PcapWriter.over(new ByteArrayOutputStream()).capture(loop, -1));
    }

    @Test
    void aFullDiskDoesNotDisturbTheConversationButIsReported() throws Exception {
        IOException full = new IOException("no space left");
        PcapWriter writer = PcapWriter.over(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw full;
            }
        });
        DatagramTransport transport = writer.capture(new Loop(), 0);
        try (Arena arena = Arena.ofConfined()) {
            for (int i = 0; i < 10; i++) {
                transport.send(arena.allocate(4096), 4096, 0);
            }
        }
        assertSame(full, assertThrows(IOException.class, writer::close));
        writer.close();
        try (Arena arena = Arena.ofConfined()) {
            transport.send(arena.allocate(4), 4, 0);
        }
        assertThrows(IOException.class, () -> writer.write(TIME, Direction.TO_USER, 0, new byte[0]));
    }

    @Test
    void afterAFailureNothingMoreIsWrittenAndTheFirstFailureIsReported() throws Exception {
        IOException first = new IOException("the first");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PcapWriter writer = PcapWriter.over(new OutputStream() {
            private boolean failed;

            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (!failed) {
                    failed = true;
                    throw first;
                }
                file.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                throw new IOException("the last");
            }
        });
        DatagramTransport transport = writer.capture(new Loop(), 0);
        try (Arena arena = Arena.ofConfined()) {
            for (int i = 0; i < 5; i++) {
                transport.send(arena.allocate(10_000), 10_000, 0);
            }
        }
        assertEquals(0, file.size(), "half a record must not be followed by others");
        assertSame(first, assertThrows(IOException.class, writer::close));
    }

    @Test
    void aDatagramCannotBeChanged() throws IOException {
        CapturedDatagram datagram = read(bytes(LITTLE)).getFirst();
        datagram.bytes()[0] = 0;
        assertEquals(ByteBuffer.wrap(bytes("aabbccdd")), ByteBuffer.wrap(datagram.bytes()));
        assertEquals("1970-01-01T00:00:01.000002Z TO_USER, protocol 16, 8 bytes", datagram.toString());
    }
}
