package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** {@code rtnl neigh list --json} against {@code ip -json -details neighbour show}. */
@KernelTest
@NeedsCommand("ip")
class NeighbourListIT {
    private NetworkNamespace namespace;
    private IpComparison comparison;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        comparison = new IpComparison(namespace);
        List.of(
                "link add v0 type veth peer name v1", "link set v0 up", "link set v1 up", "addr add 10.0.0.1/24 dev v0",
                "neigh add 10.0.0.9 lladdr 02:00:00:00:00:01 dev v0",
                "neigh add 10.0.0.10 lladdr 02:00:00:00:00:02 dev v0 nud reachable protocol static",
                "neigh add 10.0.0.12 nud failed dev v0", "neigh add 10.0.0.13 dev v0 nud none", "neigh add 10.0.0.14 dev v0 managed",
                "neigh add 2001:db8::9 lladdr 02:00:00:00:00:01 dev v0 router nud stale extern_learn",
                "neigh add proxy 10.0.0.11 dev v0", "neigh add proxy 2001:db8::11 dev v0 protocol 77")
                .forEach(line -> Commands.inside(namespace.path().toString()).run(("ip " + line).split(" ")));
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    @Test
    void printsAsIpDoes() throws NetlinkException {
        comparison.same(List.of("neigh", "list", "--json"), List.of("ip", "-json", "-details", "neighbour", "show"));
        comparison.same(
                List.of("neigh", "list", "--json", "--all"), List.of("ip", "-json", "-details", "neighbour", "show", "nud", "all"));
        comparison.same(
                List.of("neigh", "list", "--json", "--proxy"), List.of("ip", "-json", "-details", "neighbour", "show", "proxy"));
    }

    @Test
    void printsATableForPeople() throws NetlinkException {
        List<String> lines =
                comparison.rtnl("neigh", "list").output().lines().map(line -> line.replaceAll(" +", " ")).toList();
        assertEquals("DST DEV LLADDR STATE PROTOCOL", lines.getFirst());
        assertTrue(lines.contains("10.0.0.10 v0 02:00:00:00:00:02 REACHABLE static"), lines::toString);
    }
}
