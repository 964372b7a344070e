package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.StrictJson;

/** {@code rtnl qdisc list --json} against {@code tc -json -details qdisc show}. */
@KernelTest
@NeedsCommand({"ip", "tc"})
class QdiscListIT {
    private NetworkNamespace namespace;
    private IpComparison comparison;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        comparison = ExplainedDifferences.QDISCS.in(namespace);
        List.of(
                "ip link add v0 type veth peer name v1", "ip link add v2 type veth peer name v3",
                "ip link add v4 numtxqueues 2 type veth peer name v5",
                "tc qdisc add dev v0 root handle 1: htb default 10 r2q 5 direct_qlen 99",
                "tc class add dev v0 parent 1: classid 1:1 htb rate 10mbit ceil 20mbit burst 15k cburst 20k",
                "tc class add dev v0 parent 1:1 classid 1:10 htb rate 1mbit prio 3 quantum 3000",
                "tc class add dev v0 parent 1:1 classid 1:30 htb rate 5gbit ceil 50gbit quantum 60000 overhead 4 mpu 64",
                "tc class add dev v0 parent 1:1 classid 1:40 estimator 1sec 8sec htb rate 3kbit ceil 1234567 linklayer atm",
                "tc qdisc add dev v0 parent 1:10 handle 10: pfifo limit 10", "tc qdisc add dev v0 ingress_block 5 egress_block 6 clsact",
                "tc qdisc add dev v1 root handle 2: tbf rate 1mbit burst 10k latency 50ms", "tc qdisc add dev v1 ingress",
                "tc qdisc add dev v2 root handle 3: stab overhead 24 linklayer ethernet mpu 64 bfifo limit 10000",
                "tc qdisc add dev v3 root estimator 1sec 8sec pfifo_head_drop limit 5", "tc qdisc add dev v4 root handle 4: mq",
                "tc qdisc add dev v5 root pfifo_fast")
                .forEach(command -> Commands.inside(namespace.path().toString()).run(command.split(" ")));
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    @Test
    void printsAsTcDoes() throws NetlinkException {
        List<?> all = (List<?>) comparison.same(List.of("qdisc", "list", "--json"), List.of("tc", "-json", "-details", "qdisc", "show"));
        assertTrue(all.size() >= 10, all::toString);
        comparison.same(List.of("qdisc", "list", "--statistics", "--json"),
                List.of("tc", "-json", "-details", "-statistics", "qdisc", "show"));
        comparison.same(List.of("qdisc", "list", "--invisible", "--json"), List.of("tc", "-json", "-details", "qdisc", "show", "invisible"));
        comparison.same(List.of("qdisc", "list", "--dev", "v0", "--json"), List.of("tc", "-json", "-details", "qdisc", "show", "dev", "v0"));
        comparison.same(List.of("qdisc", "list", "--dev", "v0", "--parent", "root", "--json"),
                List.of("tc", "-json", "-details", "qdisc", "show", "dev", "v0", "root"));
        comparison.same(List.of("qdisc", "list", "--dev", "v0", "--parent", "1:10", "--json"),
                List.of("tc", "-json", "-details", "qdisc", "show", "dev", "v0", "parent", "1:10"));
    }

    @Test
    void printsATableForPeople() throws NetlinkException {
        List<String> lines =
                comparison.rtnl("qdisc", "list").output().lines().map(line -> line.replaceAll(" +", " ")).toList();
        assertEquals("DEV KIND HANDLE PARENT ROOT REFCNT OPTIONS", lines.getFirst());
        assertTrue(lines.contains("v0 pfifo 10: 1:10 - - 10"), lines::toString);
    }

    /** As tc 6.1 has no JSON of classes, its text is made of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"v0", "v1", "v4"})
    void listsClassesAsTcDoes(String device) {
        String theirs = Commands.inside(namespace.path().toString()).run("tc", "-details", "-statistics", "class", "show", "dev", device);
        List<?> ours = (List<?>) StrictJson.parse(
                assertDoesNotThrow(() -> comparison.rtnl("class", "list", "--dev", device, "--statistics", "--json")).output());
        assertEquals(
                theirs.lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
                ours.stream().flatMap(some -> TcClassText.lines((Map<?, ?>) some).stream()).toList());
        assertTrue(ours.size() == (device.equals("v0") ? 4 : device.equals("v1") ? 1 : 2), ours::toString);
    }

    @Test
    void listsClasses() throws NetlinkException {
        String json = comparison.rtnl("class", "list", "--dev", "v0", "--statistics", "--json").output();
        for (String part : List.of(
                "{\"class\":\"htb\",\"handle\":\"1:10\",\"parent\":\"1:1\",\"leaf\":\"10:\"",
                "\"prio\":3,\"quantum\":3000,\"rate\":125000,\"ceil\":125000,\"burst\":\"1600b/1\",\"cburst\":\"1600b/1\"",
                "\"handle\":\"1:1\",\"root\":true", "\"burst\":\"15Kb/1\",\"cburst\":\"20Kb/1\"", "\"rate\":625000000,\"ceil\":6250000000",
                "\"lended\":0,\"borrowed\":0")) {
            assertTrue(json.contains(part), part + " in " + json);
        }
        List<String> lines = comparison.rtnl("class", "list", "--dev", "v0", "--parent", "1:").output().lines().toList();
        assertEquals(5, lines.size());
        assertEquals(2, comparison.rtnl("class", "list").status());
    }
}
