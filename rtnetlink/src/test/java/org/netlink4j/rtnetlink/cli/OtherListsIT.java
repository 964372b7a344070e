package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Mpls;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Bond;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.IflaBond;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** The smaller lists of {@code rtnl} against those of {@code ip}. */
@KernelTest
@NeedsCommand("ip")
class OtherListsIT extends InNamespace {
    private static final int BRIDGE = 10;
    private static final int PORT = 11;

    private IpComparison comparison;

    @BeforeEach
    void open() throws NetlinkException {
        comparison = new IpComparison(namespace);
        rtnetlink.links().create(LinkSpec.named("br0").index(BRIDGE).kind(new Bridge()));
        rtnetlink.links().create(
                LinkSpec.named("v0").index(PORT).master(BRIDGE).kind(Veth.withPeer(LinkSpec.named("v1").index(PORT + 1))));
    }

    private static List<String> words(String line) {
        return List.of(line.split(" "));
    }

    @Test
    void neighbourTables() throws NetlinkException {
        comparison = new IpComparison(namespace, Set.of("queue_bytes", "mcast_reprobes", "interval_probe"));
        List<?> tables = (List<?>) comparison.same(words("ntable list --json"), words("ip -json ntable show"));
        assertEquals(2 * 5, tables.size(), "one a family, and one for each of four devices");
        String statistics = comparison.rtnl("ntable", "list", "--stats", "--json").output();
        assertTrue(statistics.contains("\"periodic_gc_runs\":"), statistics);
        assertTrue(comparison.rtnl("ntable", "list").output().startsWith("FAMILY  NAME"), "for people");
    }

    @Test
    void settings() throws NetlinkException {
        comparison = new IpComparison(namespace, Set.of("bc_forwarding", "force_forwarding"));
        Commands.inside(namespace.path().toString()).run("sh", "-c", "echo 2 >/proc/sys/net/ipv4/conf/v0/rp_filter");
        List<?> settings = (List<?>) comparison.same(words("netconf list --json"), words("ip -json netconf"));
        assertTrue(settings.stream().map(some -> (Map<?, ?>) some).anyMatch(some -> "loose".equals(some.get("rp_filter"))));
    }

    @Test
    void settingsOfMpls() throws NetlinkException {
        Mpls.enable(namespace);
        Mpls.takeFrom(namespace, "v0");
        comparison = new IpComparison(namespace, Set.of("bc_forwarding", "force_forwarding"));
        List<?> settings = (List<?>) comparison.same(words("netconf list --json"), words("ip -json netconf"));
        assertTrue(settings.stream().map(some -> (Map<?, ?>) some)
                .anyMatch(some -> "mpls".equals(some.get("family")) && "v0".equals(some.get("interface")) && Boolean.TRUE.equals(some.get("input"))),
                settings::toString);
    }

    @Test
    void namespaceIds() throws NetlinkException {
        comparison.same(words("netns list --json"), words("ip -json netns list-id"));
        try (NetworkNamespace other = NetworkNamespace.createAnonymous();
                NetworkNamespace third = NetworkNamespace.createAnonymous();
                Rtnetlink there = Rtnetlink.open(other)) {
            rtnetlink.namespaceIds().set(other, 7);
            rtnetlink.namespaceIds().set(third, 9);
            there.namespaceIds().set(third, 3);
            comparison.same(words("netns list --json"), words("ip -json netns list-id"));
            comparison.same(
                    words("netns list --target-nsid 7 --json"), words("ip -json netns list-id target-nsid 7"));
            assertEquals("NSID  CURRENT-NSID  NAME\n3     9             -\n", comparison.rtnl("netns", "list", "--target-nsid", "7").output());
        }
    }

    @Test
    void statistics() throws NetlinkException {
        comparison.same(words("stats list --json"), words("ip -json -details -statistics stats show"));
        rtnetlink.statistics().setHardwareCounting(PORT, true);
        List<?> groups =
                (List<?>) comparison.same(words("stats list dev v0 --json"), words("ip -json -details -statistics stats show dev v0"));
        assertEquals(11, groups.size());
        String table = comparison.rtnl("stats", "list", "v0").output();
        assertTrue(table.contains("v0      link     -         0 bytes, 0 packets  0 bytes, 0 packets"), table);
    }

    @Test
    void statisticsOfMpls() throws NetlinkException {
        Mpls.enable(namespace);
        Mpls.takeFrom(namespace, "v0");
        List<?> groups = (List<?>) comparison.same(words("stats list --json"), words("ip -json -details -statistics stats show"));
        assertTrue(groups.stream().map(some -> (Map<?, ?>) some)
                .anyMatch(some -> "v0".equals(some.get("ifname")) && some.containsKey("mpls_stats")), groups::toString);
    }

    @Test
    void statisticsOfBonds() throws NetlinkException {
        LinkSpec bond = LinkSpec.named("bond0").index(PORT + 2).kind(new Bond().mode(IflaBond.BOND_MODE_8023AD));
        try {
            rtnetlink.links().create(bond);
        } catch (KernelException e) {
            assumeFalse(e.errno() == Errno.EOPNOTSUPP, "this kernel has no bonds");
            throw e;
        }
        rtnetlink.links().change(LinkSpec.indexed(PORT + 1).master(PORT + 2));
        List<?> groups = (List<?>) comparison.same(words("stats list --json"), words("ip -json -details -statistics stats show"));
        assertEquals(List.of("v1 xstats_slave", "bond0 xstats"), groups.stream().map(some -> (Map<?, ?>) some)
                .filter(some -> some.containsKey("802.3ad")).map(some -> some.get("ifname") + " " + some.get("group")).toList());
    }

    @Test
    void labelsOfPrefixes() throws NetlinkException {
        Commands.inside(namespace.path().toString()).run("ip", "addrlabel", "add", "prefix", "2001:db8::/32", "dev", "v0", "label", "99");
        List<?> labels = (List<?>) comparison.same(words("addrlabel list --json"), words("ip -json addrlabel list"));
        assertEquals(11, labels.size());
    }
}
