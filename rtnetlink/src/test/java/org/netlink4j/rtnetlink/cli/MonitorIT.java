package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.InNamespace;
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
import org.netlink4j.rtnetlink.nexthop.NextHopMember;
import org.netlink4j.rtnetlink.nexthop.NextHopSpec;
import org.netlink4j.rtnetlink.nexthop.ResilientGroup;
import org.netlink4j.rtnetlink.route.RouteSpec;
import org.netlink4j.rtnetlink.rule.RuleSpec;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.action.ControlAction;
import org.netlink4j.rtnetlink.tc.action.Gact;
import org.netlink4j.rtnetlink.tc.filter.FilterPoint;
import org.netlink4j.rtnetlink.tc.filter.FilterSpec;
import org.netlink4j.rtnetlink.tc.filter.U32;
import org.netlink4j.rtnetlink.tc.filter.U32Key;
import org.netlink4j.rtnetlink.tc.qdisc.Htb;
import org.netlink4j.rtnetlink.tc.qdisc.HtbClass;
import org.netlink4j.rtnetlink.tc.qdisc.QdiscSpec;
import org.netlink4j.rtnetlink.tc.qdisc.TrafficClassSpec;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.RootTest;
import org.netlink4j.testkit.StrictJson;

/** {@code rtnl monitor} as a process of its own. */
@KernelTest
@NeedsCommand({"nsenter", "kill"})
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MonitorIT extends InNamespace {
    private static final int V0 = 1000;
    private static final int LATE = 2000;

    /** Hundredths of a second; longer than sending some packets and a request take. */
    private static final int IDLE = 300;

    private Process process;
    private BufferedReader lines;

    @AfterEach
    void close() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private static String directory(Class<?> among) throws Exception {
        return Path.of(among.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    /** Starts it, to be ended by SIGINT even if this JVM ignores that, and waits until it listens. */
    private String start(String... arguments) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of("nsenter", "--net=" + namespace.path(), "env", "--default-signal=INT",
                                ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
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
    void hearsOfAllKindsAndOfEachAlone() throws Exception {
        List<?> words = EventKinds.ALL.stream().map(EventKind::word).distinct().toList();
        assertEquals(words, ((Map<?, ?>) StrictJson.parse(start("--json"))).get("listening"));
        makeRule(99);
        next();
    }

    @Test
    void tellsOfDataCentreBridging() throws Exception {
        assertTrue(start("dcb", "--json").endsWith("\"listening\":[\"dcb\"]}"), "the first line"); // its group is joined
    }

    @Test
    void tellsOfTrafficControl() throws Exception {
        makeLinks();
        start("qdisc", "class", "filter", "chain", "--json");
        TcHandle one = TcHandle.qdisc(1);
        rtnetlink.qdiscs().create(QdiscSpec.root(V0).handle(one).kind(new Htb()));
        TrafficClassSpec ten = TrafficClassSpec.of(V0, TcHandle.of(1, 0x10)).parent(one);
        rtnetlink.trafficClasses().create(ten.kind(HtbClass.of(125_000)));
        FilterPoint point = FilterPoint.at(V0, one);
        FilterSpec filter = FilterSpec.of(point).priority(7).protocol(EtherType.IPV4);
        List<U32Key> keys = List.of(U32Key.at(12, 0x0a000000, 0xff000000));
        rtnetlink.filters().create(filter.kind(new U32().keys(keys).classId(TcHandle.of(1, 0x10))));
        rtnetlink.chains().create(point, 5);
        rtnetlink.chains().delete(point, 5);
        rtnetlink.filters().delete(filter);
        rtnetlink.qdiscs().delete(QdiscSpec.root(V0));
        List<Map<?, ?>> events = until("event", "RTM_DELQDISC");
        Map<?, ?> qdisc = of("qdisc", events).getFirst();
        assertEquals("v0 htb 1: true", qdisc.get("dev") + " " + qdisc.get("kind") + " " + qdisc.get("handle") + " " + qdisc.get("root"));
        Map<?, ?> trafficClass = of("class", events).getFirst();
        assertEquals("v0 htb 1:10", trafficClass.get("dev") + " " + trafficClass.get("class") + " " + trafficClass.get("handle"));
        Map<?, ?> made = of("filter", events).getFirst();
        assertEquals("v0 u32 7 ip 1:",
                made.get("dev") + " " + made.get("kind") + " " + made.get("pref") + " " + made.get("protocol") + " " + made.get("parent"));
        List<Map<?, ?>> chains = of("chain", events);
        assertEquals(List.of("RTM_NEWCHAIN v0 5", "RTM_DELCHAIN v0 5"), chains.stream()
                .map(event -> event.get("event") + " " + event.get("dev") + " " + event.get("chain"))
                .filter(event -> event.endsWith("5"))
                .toList());
        assertEquals(true, of("filter", events).getLast().get("deleted"));
    }

    @Test
    @RootTest
    void tellsOfActions() throws Exception {
        start("action");
        try {
            rtnetlink.actions().create(Action.of(new Gact(ControlAction.DROP).index(5)));
        } catch (KernelException e) {
            assumeFalse(e.errno() == Errno.ENOENT, "this kernel has no action gact");
            throw e;
        }
        rtnetlink.actions().delete("gact", 5);
        assertTrue(lines.readLine().matches("\\S+Z RTM_NEWACTION actions .*gact.*drop.*"), "made");
        assertTrue(lines.readLine().matches("\\S+Z RTM_DELACTION actions .*gact.*"), "deleted");
    }

    /** The kernel tells of buckets that move by themselves: those that were used, once they are idle. */
    @Test
    @NeedsCommand({"ip", "bash"})
    void tellsOfBucketsAsIpDoes() throws Exception {
        makeLinks();
        rtnetlink.links().setUp(V0);
        rtnetlink.links().setUp(V0 + 1); // or there is no carrier
        for (int id = 1; id <= 2; id++) {
            rtnetlink.nextHops().create(NextHopSpec.of(id).family(IpFamily.AF_INET).device(V0));
        }
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("10.0.0.1/24")));
        start("bucket", "--json");
        NextHopSpec group = NextHopSpec.of(8).resilient(new ResilientGroup(4, IDLE, 0));
        rtnetlink.nextHops().create(group.group(List.of(NextHopMember.of(1), NextHopMember.of(2))));
        rtnetlink.routes().create(RouteSpec.of(IpPrefix.parse("192.0.2.0/24")).nextHopId(8));
        Commands inside = Commands.inside(namespace.path().toString());
        inside.run("bash", "-c", "for i in {1..100}; do echo > /dev/udp/192.0.2.$i/9; done"); // so each bucket is used
        rtnetlink.nextHops().replace(group.group(List.of(new NextHopMember(1, 3), NextHopMember.of(2))));
        Map<?, ?> event = next();
        assertEquals("bucket RTM_NEWNEXTHOPBUCKET", event.get("object") + " " + event.get("event"));
        List<?> listed = (List<?>) StrictJson.parse(inside.run("ip", "-j", "nexthop", "bucket", "show", "id", "8"));
        assertEquals(3, listed.stream().map(MonitorIT::bucket).filter(bucket -> bucket.matches("8 [0-3] 1 .*")).count());
        assertTrue(listed.stream().map(MonitorIT::bucket).toList().contains(bucket(event)), event::toString);
        assertTrue(bucket(event).matches("8 [0-3] 1 .*"), event::toString);
    }

    /** All of it that stays. */
    private static String bucket(Object event) {
        Map<?, ?> members = (Map<?, ?>) event;
        Map<?, ?> bucket = (Map<?, ?>) members.get("bucket");
        return members.get("id") + " " + bucket.get("index") + " " + bucket.get("nhid") + " " + members.get("flags");
    }

    @Test
    void writesLinesForPeople() throws Exception {
        start("link", "rule");
        makeLinks();
        makeRule(99);
        String line = lines.readLine();
        assertTrue(line.matches("\\S+Z RTM_NEWLINK ifindex 1001 ifname v1 flags \\S+ mtu 1500 operstate DOWN address \\S+ link \\S+"), line);
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
