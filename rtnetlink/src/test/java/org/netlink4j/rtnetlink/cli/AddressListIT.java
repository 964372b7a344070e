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

/** {@code rtnl addr list --json} against {@code ip -json -details address show}. */
@KernelTest
@NeedsCommand("ip")
class AddressListIT {
    private NetworkNamespace namespace;
    private IpComparison comparison;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        comparison = ExplainedDifferences.ADDRESSES.in(namespace);
        List.of(
                "link add v0 type veth peer name v1", "link set lo up", "link set v0 up", "link set v1 up",
                "addr add 10.0.0.1/24 brd + dev v0", "addr add 10.0.0.2/24 dev v0 metric 77",
                "addr add 10.1.0.1 peer 10.1.0.2/32 dev v0",
                "addr add 10.2.0.1/24 dev v0 label v0:a valid_lft 1000 preferred_lft 500 noprefixroute scope link",
                "addr add 2001:db8::1/64 dev v0 valid_lft 1000 preferred_lft 0 nodad home",
                "addr add 2001:db8::2/64 dev v0 mngtmpaddr optimistic",
                "addr add 2001:db8:1::1 peer 2001:db8:1::2/128 dev v0")
                .forEach(line -> Commands.inside(namespace.path().toString()).run(("ip " + line).split(" ")));
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    @Test
    void printsAsIpDoes() throws NetlinkException {
        comparison.same(List.of("addr", "list", "--json"), List.of("ip", "-json", "-details", "address", "show"));
        comparison.same(List.of("addr", "list", "--json", "v0"), List.of("ip", "-json", "-details", "address", "show", "v0"));
    }

    @Test
    void printsATableForPeople() throws NetlinkException {
        List<String> lines =
                comparison.rtnl("addr", "list").output().lines().map(line -> line.replaceAll(" +", " ")).toList();
        assertEquals("IFNAME FAMILY LOCAL PREFIXLEN ADDRESS SCOPE LABEL", lines.getFirst());
        assertTrue(lines.contains("v0 inet 10.1.0.1 32 10.1.0.2 global v0"), lines::toString);
    }
}
