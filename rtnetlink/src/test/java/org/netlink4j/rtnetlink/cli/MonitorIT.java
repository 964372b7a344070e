package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.bridge.MdbGroup;
import org.netlink4j.rtnetlink.bridge.MdbSpec;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.neighbour.NeighbourSpec;
import org.netlink4j.rtnetlink.nexthop.NextHopSpec;
import org.netlink4j.rtnetlink.rule.RuleSpec;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.StrictJson;

/** {@code rtnl monitor} as a process of its own. */
@KernelTest
@NeedsCommand({"nsenter", "kill"})
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MonitorIT {
    private static final int V0 = 10;
    private static final int LATE = 2000;

    private NetworkNamespace namespace;
    private Rtnetlink rtnetlink;
    private Process process;
    private BufferedReader lines;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        rtnetlink = Rtnetlink.open(namespace);
    }

    @AfterEach
    void close() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        rtnetlink.close();
        namespace.close();
    }

    private static String directory(Class<?> among) throws Exception {
        return Path.of(among.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    /** Starts it and waits until it listens. */
    private String start(String... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of("nsenter", "--net=" + namespace.path(), ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                                directory(NetlinkClient.class) + ":" + directory(Rtnetlink.class), Main.class.getName(), "monitor"),
                        Stream.of(arguments))
                .toList();
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        return Objects.requireNonNull(lines.readLine(), "it ended");
    }

    private Map<?, ?> next() throws IOException {
        return (Map<?, ?>) StrictJson.parse(Objects.requireNonNull(lines.readLine(), "it ended"));
    }

    /** Everything up to the first line in which a key has a value. */
    private List<Map<?, ?>> until(String key, Object value) throws IOException {
        List<Map<?, ?>> read = new ArrayList<>();
        while (read.isEmpty() || !value.equals(read.getLast().get(key))) {
            read.add(next());
        }
        return read;
    }

    private static List<Map<?, ?>> of(String object, List<Map<?, ?>> events) {
        return events.stream().filter(event -> object.equals(event.get("object"))).toList();
    }

    private void signal(String name) {
        Commands.here().run("kill", "-" + name, Long.toString(process.pid()));
    }

    private void makeLinks() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").index(V0).kind(Veth.withPeer(LinkSpec.named("v1").index(V0 + 1))));
    }

    private void makeRule(int priority) throws NetlinkException {
        rtnetlink.rules().create(RuleSpec.of(IpFamily.AF_INET6).table(7).priority(priority));
    }

    @Test
    void tellsInJsonWhatHappens() throws Exception {
        assertTrue(start("--json").contains("\"listening\":[\"link\",\"addr\",\"neigh\","), "the first line");
        makeLinks();
        rtnetlink.links().setUp(V0);
        rtnetlink.links().setUp(V0 + 1);
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("192.0.2.1/24")));
        rtnetlink.neighbours().create(
                NeighbourSpec.of(V0, IpAddress.parse("192.0.2.9")).address(MacAddress.parse("02:00:00:00:00:01")));
        rtnetlink.links().change(LinkSpec.indexed(V0 + 1).alias("renamed"));
        rtnetlink.nextHops().create(NextHopSpec.of(7).family(IpFamily.AF_INET).device(V0));
        makeRule(99);
        List<Map<?, ?>> events = until("event", "RTM_NEWRULE");
        assertEquals("v1", of("link", events).getFirst().get("ifname"));
        assertTrue(of("link", events).stream().anyMatch(event -> "renamed".equals(event.get("ifalias"))), events::toString);
        Map<?, ?> address = of("addr", events).stream().filter(event -> "inet".equals(event.get("family"))).findFirst().orElseThrow();
        assertEquals("v0 192.0.2.1", address.get("ifname") + " " + address.get("local"));
        Map<?, ?> neighbour = of("neigh", events).stream().filter(event -> "inet".equals(event.get("family"))).findFirst().orElseThrow();
        assertEquals("192.0.2.9 v0 [PERMANENT]", neighbour.get("dst") + " " + neighbour.get("dev") + " " + neighbour.get("state"));
        assertEquals("inet6", events.getLast().get("family"));
        Map<?, ?> route = of("route", events).stream().filter(event -> "192.0.2.0/24".equals(event.get("dst"))).findFirst().orElseThrow();
        assertEquals("inet v0 main", route.get("family") + " " + route.get("dev") + " " + route.get("table"));
        assertEquals(List.of("7"), of("nexthop", events).stream().map(event -> event.get("id").toString()).toList());
        assertTrue(events.stream().noneMatch(event -> event.containsKey("deleted") || event.containsKey("origin_nsid")));
        List<Object> times = events.stream().<Object>map(event -> event.get("timestamp")).toList();
        assertEquals(times.stream().sorted().toList(), times);
        assertTrue(times.getFirst().toString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"), times::toString);

        rtnetlink.links().delete(V0);
        rtnetlink.rules().delete(RuleSpec.of(IpFamily.AF_INET6).table(7).priority(99));
        List<Map<?, ?>> gone = until("event", "RTM_DELRULE");
        assertEquals(true, gone.getLast().get("deleted"));
        Map<?, ?> goneAddress =
                gone.stream().filter(event -> "RTM_DELADDR".equals(event.get("event")) && "inet".equals(event.get("family")))
                        .findFirst().orElseThrow();
        assertEquals("v0 true", goneAddress.get("ifname") + " " + goneAddress.get("deleted"));
        assertEquals(2, gone.stream().filter(event -> "RTM_DELLINK".equals(event.get("event"))).count());
    }

    @Test
    void tellsOnlyOfWhatWasAskedFor() throws Exception {
        assertTrue(start("rule", "--json").endsWith("\"listening\":[\"rule\"]}"), "the first line");
        makeLinks();
        makeRule(99);
        assertEquals("RTM_NEWRULE", next().get("event"));
    }

    @Test
    void tellsOfMulticastGroups() throws Exception {
        rtnetlink.links().create(LinkSpec.named("br0").index(V0 + 10).kind(new Bridge()));
        rtnetlink.links().setUp(V0 + 10);
        start("mdb", "--json");
        rtnetlink.mdb().create(MdbSpec.of(V0 + 10, V0 + 10, MdbGroup.parse("239.1.1.1")));
        Map<?, ?> event = next();
        assertEquals("mdb RTM_NEWMDB", event.get("object") + " " + event.get("event"));
        assertTrue(event.get("mdb").toString().contains("grp=239.1.1.1"), event::toString);
        assertEquals(Map.of(), event.get("router"));
    }

    @Test
    void writesLinesForPeople() throws Exception {
        start("link", "rule");
        makeLinks();
        makeRule(99);
        String line = lines.readLine();
        assertTrue(line.matches("\\S+Z RTM_NEWLINK ifindex 11 ifname v1 flags \\S+ mtu 1500 operstate DOWN address \\S+ link \\S+"), line);
        lines.readLine();
        String rule = lines.readLine();
        assertTrue(rule.matches("\\S+Z RTM_NEWRULE priority 99 src all table 7 protocol .*"), rule);
    }

    @Test
    void reportsWhatWasLost() throws Exception {
        start("--json", "--receive-buffer", "4096");
        signal("STOP");
        for (int rule = 0; rule < 200; rule++) {
            makeRule(1000 + rule);
        }
        signal("CONT");
        List<Map<?, ?>> events = until("overrun", true);
        assertTrue(Integer.parseInt(events.getLast().get("lost").toString()) > 0, events.getLast()::toString);
        int priority = LATE;
        for (Map<?, ?> event = events.getLast(); !isLate(event); event = next()) {
            if (event.containsKey("overrun")) { // the kernel may drop this, too: the monitor has not yet caught up
                makeRule(priority++);
            }
        }
    }

    private static boolean isLate(Map<?, ?> event) {
        return event.get("priority") instanceof BigDecimal priority && priority.intValue() >= LATE;
    }

    @Test
    void tellsWhichNamespaceItHappenedIn() throws Exception {
        try (NetworkNamespace other = NetworkNamespace.createAnonymous();
                Rtnetlink there = Rtnetlink.open(other)) {
            makeLinks();
            rtnetlink.links().moveTo(V0 + 1, other); // which gives it an id
            start("--all-nsid", "--json");
            there.links().change(LinkSpec.indexed(V0 + 1).alias("abroad"));
            there.links().setUp(V0 + 1);
            there.addresses().create(AddressSpec.of(V0 + 1, IpPrefix.parse("192.0.2.1/24")));
            List<Map<?, ?>> events = until("event", "RTM_NEWADDR");
            assertEquals("0", events.getFirst().get("origin_nsid").toString());
            assertEquals("v1", events.getLast().get("ifname"), "as an event said it");
            makeRule(99);
            assertFalse(until("event", "RTM_NEWRULE").getLast().containsKey("origin_nsid"));
        }
    }

    @Test
    void endsWhenInterrupted() throws Exception {
        start("--json");
        makeRule(99);
        next();
        signal("INT");
        assertEquals(130, process.waitFor(), "as the shell says it");
        assertEquals(null, lines.readLine());
    }

    @Test
    void endsWhenNobodyReadsAnyMore() throws Exception {
        start("--json");
        process.getInputStream().close();
        lines.close();
        int changes = 0;
        while (process.isAlive()) {
            makeRule(LATE + changes++);
        }
        assertEquals(0, process.waitFor());
    }
}
