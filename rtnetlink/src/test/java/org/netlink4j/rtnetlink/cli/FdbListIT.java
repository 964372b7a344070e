package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/**
 * {@code rtnl fdb list --json} against {@code bridge -json -details fdb show}. Explained differences: that leaves the device out if
 * it was asked for one device.
 */
@KernelTest
@NeedsCommand({"bridge", "ip"})
class FdbListIT {
    private NetworkNamespace namespace;
    private IpComparison comparison;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        comparison = ExplainedDifferences.FORWARDING_ENTRIES.in(namespace);
        Commands commands = Commands.inside(namespace.path().toString());
        Stream.of(
                "ip link add br0 type bridge", "ip link add v0 type veth peer name v1", "ip link set v0 master br0",
                "ip link add vx0 type vxlan id 7 dstport 4789 local 192.0.2.1", "ip link add vx1 type vxlan external dstport 4790",
                "ip link set br0 up", "ip link set v0 up", "ip link set v1 up", "ip link set vx0 up",
                "bridge fdb add 02:00:00:00:00:01 dev v0 master", "bridge fdb add 02:00:00:00:00:02 dev v0 master static sticky",
                "bridge fdb add 02:00:00:00:00:03 dev v0 master dynamic", "bridge fdb add 02:00:00:00:00:04 dev v0 master extern_learn",
                "bridge fdb add 02:00:00:00:00:05 dev v0 self", "bridge fdb add 02:00:00:00:00:06 dev br0 self",
                "bridge fdb add 02:00:00:00:00:07 dev vx0 dst 192.0.2.2 port 1234 vni 9 via v1",
                "bridge fdb add 02:00:00:00:00:07 dev vx1 src_vni 33 dst 192.0.2.2 router static",
                "bridge fdb append 00:00:00:00:00:00 dev vx0 dst 192.0.2.3", "bridge fdb append 00:00:00:00:00:00 dev vx0 dst 192.0.2.4",
                "ip nexthop add id 12 via 192.0.2.5 fdb", "ip nexthop add id 22 group 12 fdb",
                "bridge fdb add 02:00:00:00:00:08 dev vx0 nhid 22")
                .forEach(line -> commands.run(line.split(" ")));
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'',''", "--br br0,br br0", "--brport v0,brport v0", "--br br0 --brport v0,br br0 brport v0", "--vlan 7,vlan 7",
        "--state static,state static", "--state permanent,state permanent", "--dynamic,dynamic"
    })
    void printsAsBridgeDoes(String ours, String theirs) throws NetlinkException {
        comparison.same(words("fdb list --json", ours), words("bridge -json -details fdb show", theirs));
    }

    @Test
    void printsAgesAsBridgeDoes() throws NetlinkException {
        comparison.same(words("fdb list --json --stats", ""), words("bridge -json -statistics -details fdb show", ""));
    }

    private static List<String> words(String first, String more) {
        List<String> words = new ArrayList<>(List.of(first.split(" ")));
        if (!more.isEmpty()) {
            words.addAll(List.of(more.split(" ")));
        }
        return words;
    }

    @Test
    void printsATableForPeople() throws NetlinkException {
        List<String> lines =
                comparison.rtnl("fdb", "list").output().lines().map(line -> line.replaceAll(" +", " ")).toList();
        assertEquals("MAC IFNAME VLAN DST MASTER FLAGS STATE", lines.getFirst());
        assertTrue(lines.contains("02:00:00:00:00:02 v0 - - br0 sticky static"), lines::toString);
        assertTrue(lines.contains("02:00:00:00:00:07 vx0 - 192.0.2.2 - self permanent"), lines::toString);
    }
}
