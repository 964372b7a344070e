package org.netlink4j.macvtap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.macvtap.Macvtaps;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.testkit.HostileNames;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.StrictJson;

/** Macvtaps whose names are hostile, on a lower device whose name is, shown by {@code macvtapctl}. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
@Timeout(60)
class HostileNamesIT {
    private Cable cable;

    @BeforeEach
    void make() throws NetlinkException {
        cable = new Cable();
        try (Macvtaps macvtaps = Macvtaps.open(cable.near());
                NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, cable.near())) {
            cable.connect(macvtaps.rtnetlink());
            for (byte[] name : HostileNames.DEVICES) {
                rename(client, macvtaps.create(MacvtapSpec.on(Cable.LOWER)).index(), name);
            }
        }
    }

    private static void rename(NetlinkClient client, int index, byte[] name) throws NetlinkException {
        client.execute(Request.of(Rtm.RTM_NEWLINK, out -> out.zeros(4).u32(index).zeros(8).attributes()
                .bytes(Ifla.IFLA_IFNAME, HostileNames.terminated(name))));
    }

    @AfterEach
    void close() {
        cable.close();
    }

    private String run(int status, String... words) throws NetlinkException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertEquals(status, cable.near().call(() -> Main.PROGRAM.run(List.of(words), out, out)), bytes::toString);
        String printed = bytes.toString(StandardCharsets.UTF_8);
        HostileNames.assertSafe(printed);
        return printed;
    }

    @Test
    void listIsALineEach() throws NetlinkException {
        assertEquals(HostileNames.DEVICES.size(), run(0, "list").lines().count());
        assertEquals(HostileNames.DEVICES.size(), ((List<?>) StrictJson.parse(run(0, "list", "--json").strip())).size());
    }

    @Test
    void watchIsALineEach() throws NetlinkException {
        String count = Integer.toString(HostileNames.DEVICES.size());
        assertEquals(HostileNames.DEVICES.size(), run(0, "watch", "--count", count).lines().count());
        run(0, "watch", "--json", "--count", count).lines().forEach(StrictJson::parse);
    }

    @Test
    void graphsAreWellFormed() throws Exception {
        String svg = run(0, "graph");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertTrue(svg.contains("&lt;b&gt;&amp;'`\\n#lt;"), svg);
        for (String line : run(0, "graph", "--format", "dot").lines().toList()) {
            String rest = line.replaceAll("\"([^\"\\\\]|\\\\.)*\"", "").strip();
            assertTrue(rest.matches("digraph macvtaps \\{|}|rankdir=LR;|node \\[.*];|\\w+ \\[label=, color=];|\\w+ -> \\w+ \\[dir=none];"), line);
        }
        for (String line : run(0, "graph", "--format", "mermaid").lines().toList()) {
            String rest = line.replaceAll("\\[\"(<br/>|[^\"<>&`])*\"]", "").strip();
            assertTrue(rest.matches("flowchart LR|\\w+|\\w+ --- \\w+|style \\w+ stroke:#\\w+"), line);
        }
        StrictJson.parse(run(0, "graph", "--json").strip());
    }

    static Stream<String> texts() {
        return Stream.concat(HostileNames.DEVICES.stream(), HostileNames.TEXTS.stream())
                .map(name -> new String(name, StandardCharsets.UTF_8))
                .filter(name -> !name.startsWith("-"));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource("texts")
    void whatWasTypedIsSafeToRepeat(String text) throws NetlinkException {
        boolean known = HostileNames.DEVICES.stream().anyMatch(name -> new String(name, StandardCharsets.UTF_8).equals(text))
                && !text.contains("\ufffd");
        String shown = run(known ? 0 : text.getBytes(StandardCharsets.UTF_8).length > 15 || text.matches("(?s).*[\\s\u0085].*") ? 2 : 1, "show", text);
        assertEquals(known ? 1 : 0, shown.lines().filter(line -> line.startsWith("name ")).count());
        run(2, text);
        run(2, "graph", "--format", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "native"})
    void aFilesWordsAreSafe(String command) throws Exception {
        Path file = Files.createTempFile("hostile", ".xml");
        try {
            Files.writeString(file, """
                    <domain type='kvm'><name>a&#10;b&#x202e;&#x9b;31m</name><devices>
                    <interface type='direct'><mac address='52:54:00:c7:3e:ce'/><source dev='lower0&#x9b;m' mode='vepa'/>
                    <target dev='x&#x202e;&#10;y'/><model type='virtio&#10;-device evil'/><unknown&#xb7;&#xb7; a='&#10;'/></interface>
                    </devices></domain>
                    """.replace("&#xb7;&#xb7;", ""));
            List<String> outputs = new ArrayList<>();
            for (List<String> words : List.of(List.of(command, file.toString()), List.of(command, file.toString(), "--json"))) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
                cable.near().call(() -> Main.PROGRAM.run(words, out, out));
                outputs.add(bytes.toString(StandardCharsets.UTF_8));
            }
            outputs.forEach(HostileNames::assertSafe);
            outputs.forEach(output -> assertTrue(output.lines().noneMatch(line -> line.startsWith("-device evil")), output));
        } finally {
            Files.delete(file);
        }
    }
}
