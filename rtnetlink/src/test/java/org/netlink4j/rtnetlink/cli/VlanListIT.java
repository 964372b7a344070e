package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.bridge.Ports;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/**
 * {@code rtnl vlan list --json} against {@code bridge -json -details vlan show}, {@code tunnelshow} and {@code global show}. Explained
 * differences: bridge 6.1 does not read what newer kernels say of VLANs.
 */
@KernelTest
@NeedsCommand({"bridge", "ip"})
@Timeout(300)
class VlanListIT {
    private NetworkNamespace namespace;
    private IpComparison comparison;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        comparison = ExplainedDifferences.VLANS.in(namespace);
        try (Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            Ports.makeFilteringBridge(rtnetlink, 1010);
        }
        Commands commands = Commands.inside(namespace.path().toString());
        Stream.of(
                "ip link set br0 type bridge mcast_vlan_snooping 1", "ip link add v0 type veth peer name v1", "ip link set v0 master br0",
                "ip link add vx0 type vxlan external dstport 4789", "ip link set vx0 master br0",
                "ip link set vx0 type bridge_slave vlan_tunnel on", "bridge vlan add dev v0 vid 7-9",
                "bridge vlan add dev v0 vid 20 pvid untagged", "bridge vlan add dev br0 vid 7-8 self", "bridge vlan add dev vx0 vid 7-9",
                "bridge vlan add dev vx0 vid 7-9 tunnel_info id 100-102", "bridge vlan add dev vx0 vid 30",
                "bridge vlan add dev vx0 vid 30 tunnel_info id 500", "bridge vlan set dev v0 vid 7 state blocking mcast_router 2",
                "bridge vlan global set dev br0 vid 7 mcast_querier 1 mcast_igmp_version 3")
                .forEach(line -> commands.run(line.split(" ")));
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    private void same(String ours, String theirs) throws NetlinkException {
        comparison.same(List.of(("vlan list --json " + ours).strip().split(" ")), List.of(("bridge -json " + theirs).split(" ")));
    }

    @Test
    void printsAsBridgeDoes() throws NetlinkException {
        same("", "-details vlan show");
        same("--dev v0", "-details vlan show dev v0");
        same("--dev br0 --vid 8", "-details vlan show dev br0 vid 8");
        same("--vid 8", "-details vlan show vid 8");
        same("--stats", "-details -statistics vlan show");
        same("--tunnels", "vlan tunnelshow");
        same("--tunnels --vid 8", "vlan tunnelshow vid 8");
        same("--global", "vlan global show");
        same("--global --vid 7 --dev br0", "vlan global show dev br0 vid 7");
    }

    @Test
    void printsATableForPeople() throws NetlinkException {
        assertTrue(lines("vlan", "list").contains("v0 20 PVID,Egress Untagged forwarding 1 - - - - -"), lines("vlan", "list")::toString);
        assertTrue(lines("vlan", "list").contains("v0 8-9 - forwarding 1 - - - - -"));
        assertEquals("vx0 7-9 - - - 100-102 - - - -", lines("vlan", "list", "--tunnels").get(1));
    }

    private List<String> lines(String... words) throws NetlinkException {
        return comparison.rtnl(words).output().lines().map(line -> line.replaceAll(" +", " ")).toList();
    }
}
