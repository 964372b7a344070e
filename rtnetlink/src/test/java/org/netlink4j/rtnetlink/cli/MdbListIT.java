package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.bridge.Mcast;
import org.netlink4j.rtnetlink.bridge.MdbGroup;
import org.netlink4j.rtnetlink.bridge.MdbSpec;
import org.netlink4j.rtnetlink.bridge.Ports;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/**
 * {@code rtnl mdb list --json} against {@code bridge -json -details mdb show}. Explained differences: bridge 6.1 does not read what
 * a group of a VXLAN has beyond one of a bridge.
 */
@KernelTest
@NeedsCommand({"bridge", "ip"})
@Timeout(60)
class MdbListIT {
    private static final int V0 = 1011;
    private static final int V2 = 1013;
    private static final int BR0 = 1010;
    private static final int VX0 = 1020;

    private NetworkNamespace namespace;
    private IpComparison comparison;

    @BeforeEach
    void open() throws NetlinkException, InterruptedException {
        namespace = NetworkNamespace.createAnonymous();
        comparison = ExplainedDifferences.MULTICAST_GROUPS.in(namespace);
        Commands commands = Commands.inside(namespace.path().toString());
        Stream.of(
                "ip link add br0 index 1010 type bridge mcast_igmp_version 3 mcast_querier 1 mcast_mld_version 2",
                "ip link add v0 index 1011 type veth peer name v1", "ip link add v2 index 1013 type veth peer name v3",
                "ip link set v0 master br0", "ip link set v2 master br0", "ip link add br1 type bridge", "ip link set br1 up",
                "ip link set br0 up", "ip link set v0 up", "ip link set v1 up", "ip link set v2 up", "ip link set v3 up",
                "ip link set v0 type bridge_slave mcast_router 2", "ip link set v2 type bridge_slave mcast_router 3",
                "ip link add vx0 index 1020 type vxlan id 7 dstport 4789 local 192.0.2.1")
                .forEach(line -> commands.run(line.split(" ")));
        try (Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            Ports.awaitForwarding(rtnetlink, V0);
            Ports.awaitForwarding(rtnetlink, V2);
            MdbGroup group = MdbGroup.parse("239.1.1.1");
            IpAddress source = IpAddress.parse("192.0.2.1");
            rtnetlink.mdb().create(MdbSpec.of(BR0, V0, group).filterMode(Mcast.MCAST_INCLUDE)
                    .sources(List.of(source, IpAddress.parse("192.0.2.2"))));
            rtnetlink.mdb().create(MdbSpec.of(BR0, V2, group).filterMode(Mcast.MCAST_EXCLUDE)
                    .sources(List.of(IpAddress.parse("192.0.2.3"))).protocol(77));
            rtnetlink.mdb().create(MdbSpec.of(BR0, V2, MdbGroup.parse("ff15::1")).permanent());
            rtnetlink.mdb().create(MdbSpec.of(BR0, V2, MdbGroup.parse("01:00:5e:11:22:33")).permanent());
            rtnetlink.mdb().create(MdbSpec.of(BR0, BR0, group));
            rtnetlink.mdb().create(MdbSpec.of(VX0, VX0, group).permanent().source(source).destination(IpAddress.parse("192.0.2.9"))
                    .destinationPort(1234).vni(9).via(V0));
        }
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    @ParameterizedTest
    @CsvSource({"'',''", "--dev br0,dev br0", "--dev vx0,dev vx0", "--vid 7,vid 7", "--dev br1,dev br1"})
    void printsAsBridgeDoes(String ours, String theirs) throws NetlinkException {
        comparison.same(words("mdb list --json " + ours), words("bridge -json -details mdb show " + theirs));
        comparison.same(
                words("mdb list --json --stats " + ours), words("bridge -json -details -statistics mdb show " + theirs));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" "));
    }

    @Test
    void printsATableForPeople() throws NetlinkException {
        List<String> lines =
                comparison.rtnl("mdb", "list").output().lines().map(line -> line.replaceAll(" +", " ")).toList();
        assertEquals("DEV PORT GRP SRC VID STATE PROTOCOL FLAGS", lines.getFirst());
        assertTrue(lines.contains("br0 v2 239.1.1.1 192.0.2.3 - temp 77 blocked"), lines::toString);
        assertTrue(lines.contains("br0 v0 router - - - - -"), lines::toString);
    }
}
