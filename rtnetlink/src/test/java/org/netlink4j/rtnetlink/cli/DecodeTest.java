package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.capture.Direction;
import org.netlink4j.core.capture.PcapWriter;
import org.netlink4j.rtnetlink.Captures;
import org.netlink4j.testkit.StrictJson;

class DecodeTest {
    private static final Instant TIME = Instant.parse("2026-11-23T15:00:00.000001Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private int run(String... arguments) {
        return Main.PROGRAM.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path capture(byte[]... datagrams) throws IOException {
        Path file = directory.resolve("some.pcap");
        try (PcapWriter writer = PcapWriter.create(file)) {
            for (byte[] datagram : datagrams) {
                writer.write(TIME, Direction.TO_USER, 0, datagram);
            }
        }
        return file;
    }

    @Test
    void decodesADatagramInHexadecimal() {
        byte[] macvtap = Captures.bytes("macvtap");
        assertEquals(0, run("decode", HexFormat.of().formatHex(macvtap)), this::errors);
        assertTrue(output().startsWith("RTM_NEWLINK length " + macvtap.length + " "), this::output);
        assertTrue(output().contains("\n  IFLA_LINKINFO\n    IFLA_INFO_KIND \"macvtap\"\n    IFLA_INFO_DATA\n"), this::output);
        assertTrue(output().contains("\n      IFLA_MACVLAN_MODE "), this::output);
    }

    @Test
    void decodesADatagramToJson() {
        String digits = HexFormat.ofDelimiter(":").formatHex(Captures.bytes("bridge"));
        assertEquals(0, run("--json", "decode", digits), this::errors);
        Map<?, ?> message = (Map<?, ?>) ((List<?>) StrictJson.parse(output())).getFirst();
        Map<?, ?> info = (Map<?, ?>) ((Map<?, ?>) message.get("attributes")).get("IFLA_LINKINFO");
        assertEquals("RTM_NEWLINK", message.get("type"));
        assertEquals("bridge", info.get("IFLA_INFO_KIND"));
        assertTrue(((Map<?, ?>) info.get("IFLA_INFO_DATA")).containsKey("IFLA_BR_FORWARD_DELAY"));
    }

    @Test
    void decodesACapture() throws IOException {
        byte[] unknown = HexFormat.of().parseHex("10000000ff7f00000100000000000000");
        Path file = directory.resolve("mixed.pcap");
        try (PcapWriter writer = PcapWriter.create(file)) {
            writer.write(TIME, Direction.TO_KERNEL, 0, unknown);
            writer.write(TIME, Direction.TO_USER, 16, unknown);
            writer.write(TIME, Direction.UNKNOWN, 16, new byte[0]);
        }
        assertEquals(0, run("decode", file.toString()), this::errors);
        assertEquals("""
                2026-11-23T15:00:00.000001Z NETLINK_ROUTE to the kernel
                  NETLINK_ROUTE(32767) length 16 flags 0x0 sequence 1 port 0
                2026-11-23T15:00:00.000001Z NETLINK(16) to a process
                  NETLINK(16)(32767) length 16 flags 0x0 sequence 1 port 0
                2026-11-23T15:00:00.000001Z NETLINK(16)
                """, output());
    }

    @Test
    void decodesACaptureToJson() throws IOException {
        assertEquals(0, run("decode", capture(Captures.bytes("veth"), new byte[0]).toString(), "--json"), this::errors);
        List<?> datagrams = (List<?>) StrictJson.parse(output());
        Map<?, ?> first = (Map<?, ?>) datagrams.getFirst();
        assertEquals("2026-11-23T15:00:00.000001Z", first.get("time"));
        assertEquals("TO_USER", first.get("direction"));
        assertEquals("NETLINK_ROUTE", first.get("protocol"));
        assertEquals(1, ((List<?>) first.get("messages")).size());
        assertEquals(List.of(), ((Map<?, ?>) datagrams.get(1)).get("messages"));
    }

    @Test
    void saysHowMuchOfADatagramWasNotCaptured() throws IOException {
        byte[] file = Files.readAllBytes(capture(HexFormat.of().parseHex("10000000ff7f00000100000000000000")));
        file[24 + 12] += 100; // the original length in the first record's header
        Path cut = Files.write(directory.resolve("cut.pcap"), file);
        assertEquals(0, run("decode", cut.toString()), this::errors);
        assertTrue(output().startsWith("2026-11-23T15:00:00.000001Z NETLINK_ROUTE to a process, 100 bytes were not captured\n"),
                this::output);
        out.reset();
        assertEquals(0, run("decode", cut.toString(), "--json"), this::errors);
        assertEquals(116, ((Number) ((Map<?, ?>) ((List<?>) StrictJson.parse(output())).getFirst()).get("length")).intValue());
    }

    @Test
    void digitsMayBeCopiedWithBlanksAndColons() {
        assertEquals(0, run("decode", "10:00:00:00 ff7f 0000\n01000000 00000000"), this::errors);
        assertEquals("NETLINK_ROUTE(32767) length 16 flags 0x0 sequence 1 port 0\n", output());
    }

    @Test
    void anOddNumberOfDigitsIsAFile() {
        assertEquals(1, run("decode", "100"));
        assertEquals("rtnl: no such file: 100\n", errors());
    }

    @Test
    void anEmptyCaptureIsAnEmptyList() throws IOException {
        assertEquals(0, run("decode", capture().toString(), "--json"));
        assertEquals("[]\n", output());
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertEquals(1, run("decode", directory.resolve("no.pcap").toString()));
        assertTrue(errors().startsWith("rtnl: no such file: "), this::errors);
        err.reset();
        Path text = Files.writeString(directory.resolve("text"), "this is no capture of anything");
        assertEquals(1, run("decode", text.toString()));
        assertEquals("rtnl: no pcap file: it begins with 0x74686973\n", errors());
        err.reset();
        assertEquals(1, run("decode", directory.toString()));
        assertTrue(errors().startsWith("rtnl: "), this::errors);
    }

    @Test
    void refusesACaptureOfTheOtherByteOrder() throws IOException {
        byte[] file = Files.readAllBytes(capture());
        for (int[] field : new int[][] {{0, 4}, {4, 6}, {6, 8}, {16, 20}, {20, 24}}) {
            for (int low = field[0], high = field[1] - 1; low < high; low++, high--) {
                byte swapped = file[low];
                file[low] = file[high];
                file[high] = swapped;
            }
        }
        Path other = Files.write(directory.resolve("other.pcap"), file);
        assertEquals(1, run("decode", other.toString()));
        assertTrue(errors().endsWith("was captured on a machine of the other byte order\n"), this::errors);
    }

    /** Any bytes in a captured message are described, and their JSON is valid. */
    @Property(tries = 300)
    void anyDamageIsDescribed(@ForAll @IntRange(min = 16, max = 300) int at, @ForAll byte value, @ForAll @IntRange(max = 300) int end) {
        for (String name : List.of("bridge", "macvlan-source", "bridge-port")) {
            byte[] bytes = Captures.bytes(name);
            bytes[at % bytes.length] = value;
            String digits = HexFormat.of().formatHex(end == 0 ? bytes : Arrays.copyOf(bytes, bytes.length - end % bytes.length));
            DecodeTest text = new DecodeTest();
            assertEquals(0, text.run("decode", digits), text::errors);
            DecodeTest json = new DecodeTest();
            assertEquals(0, json.run("decode", digits, "--json"), json::errors);
            StrictJson.parse(json.output());
        }
    }
}
