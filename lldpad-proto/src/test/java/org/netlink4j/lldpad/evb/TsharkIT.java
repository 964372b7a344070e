package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.wire.VsiFilter;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.NeedsCommand;

/** What both ends say, as another program understands it. */
@NeedsCommand("tshark")
class TsharkIT {
    private static final MacAddress STATION = MacAddress.parse("52:54:00:0a:00:01");
    private static final MacAddress BRIDGE = MacAddress.parse("52:54:00:0b:00:01");
    private static final QbgProfile PROFILE =
            new QbgProfile(11, 0x123456, 2, UUID.fromString("09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f"));

    /**
     * tshark 4.0 takes the exponent at the end of the draft's EVB TLV, and all but the name of the ratified one, for something
     * unknown; in lldpad's frames, too. It calls that no error.
     */
    private static final Pattern ERROR = Pattern.compile("(?i)malformed|expert info \\(error|exception");

    private static byte[] pcap(List<SimulatedWire.Sent> frames) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xa1b2c3d4); // big-endian, microseconds
        out.writeInt(0x0002_0004);
        out.writeLong(0);
        out.writeInt(65535);
        out.writeInt(1); // Ethernet
        for (SimulatedWire.Sent sent : frames) {
            byte[] frame = sent.frame().encode().toArray();
            out.writeLong(0);
            out.writeInt(frame.length);
            out.writeInt(frame.length);
            out.write(frame);
        }
        return bytes.toByteArray();
    }

    private static List<SimulatedWire.Sent> life(VdpGeneration generation) {
        SimulatedWire wire = new SimulatedWire(new EvbConfig(generation, STATION), new EvbConfig(generation, BRIDGE));
        List<VsiFilter> filters = List.of(new VsiFilter.MacVlan(MacAddress.parse("52:54:00:c7:3e:ce"), 100));
        wire.pass(Duration.ofSeconds(1));
        for (PortRequest request : PortRequest.values()) {
            assertEquals(Acceptance.ACCEPTED, wire.station().request(request, PROFILE, filters, wire.now()));
            wire.pass(Duration.ofSeconds(12));
        }
        wire.station().stop();
        wire.bridge().stop();
        wire.pass(Duration.ofSeconds(1));
        return wire.sent();
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void isUnderstood(VdpGeneration generation) throws Exception {
        List<SimulatedWire.Sent> frames = life(generation);
        Path file = Files.createTempFile("evb", ".pcap");
        try {
            Files.write(file, pcap(frames));
            String text = Commands.here().within(Duration.ofMinutes(1)).run("tshark", "-n", "-V", "-r", file.toString());
            assertEquals(frames.size(), text.lines().filter(line -> line.startsWith("Frame ")).count());
            assertFalse(ERROR.matcher(text).find(), text);
            for (String wanted : wanted(generation)) {
                assertTrue(text.contains(wanted), () -> wanted + " is not in " + text);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> wanted(VdpGeneration generation) {
        return switch (generation) {
            case DRAFT -> List.of(
                    "Supported No of VSIs: 3295",
                    "VSI type ID: 0x123456",
                    "VSI type ID version: 0x02",
                    "VSI Instance ID version: 09b11c538b5c4eeb8f00d84eaa0aaa4f",
                    "Manager ID: 0x0b",
                    "VSI VLAN ID: 100",
                    "VSI Mac Address: 52:54:00:c7:3e:ce");
            case RATIFIED -> List.of(
                    "VDP TLV Type: PreAssociate with RR (2)",
                    "VDP TLV Type: DeAssociate (4)",
                    "VDP Manager ID: b00::",
                    "VSI Type ID: 0x123456",
                    "VSIID: 09:b1:1c:53:8b:5c:4e:eb:8f:00:d8:4e:aa:0a:aa:4f");
        };
    }
}
