package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.RootTest;
import org.netlink4j.testkit.StrictJson;

/** {@code rtnl link list --json} against {@code ip -json -details link show}. */
@KernelTest
@NeedsCommand("ip")
class LinkListIT {
    private NetworkNamespace namespace;
    private Commands inside;
    private IpComparison comparison;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        inside = Commands.inside(namespace.path().toString());
        comparison = new IpComparison(namespace);
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    private void ip(String arguments) {
        inside.run(("ip link " + arguments).split(" "));
    }

    private void manyKinds() {
        ip("add v0 type veth peer name v1");
        for (String mode : List.of("private", "vepa", "bridge", "source")) {
            ip("add link v0 name tap-" + mode + " type macvtap mode " + mode);
            ip("add link v0 name vlan-" + mode + " type macvlan mode " + mode + " bcqueuelen 77");
        }
        ip("set vlan-source type macvlan macaddr set 02:00:00:00:01:01 02:00:00:00:01:02");
        ip("add link v1 name through type macvlan mode passthru nopromisc");
        ip("add link tap-source name nodst type macvtap mode source nodst");
        ip("add br0 address 02:00:00:00:00:05 type bridge stp_state 1 group_fwd_mask 0x4008");
        ip("add v2 type veth peer name v3");
        ip("set v2 master br0");
        ip("set v3 master br0");
        ip("set v3 type bridge_slave hairpin on group_fwd_mask 0x4008 isolated on backup_port v2");
        ip("add vx0 type vxlan id 42 dev v0 dstport 4789 group 239.1.1.1");
        ip("add vx1 type vxlan id 43 dev v0 dstport 4790 remote 2001:db8::1 local 2001:db8::2 ttl 7 tos 0x20 flowlabel 0x12345"
                + " nolearning proxy rsc l2miss l3miss udp6zerocsumtx gbp srcport 1000 2000 maxaddress 9 ageing 70");
        ip("add vx2 type vxlan id 44 dstport 4791 remote 192.0.2.1 ttl inherit df inherit noudpcsum remcsumtx remcsumrx");
        ip("add vx3 type vxlan dstport 4792 external vnifilter");
        ip("set tap-vepa protodown on");
        ip("set tap-vepa protodown_reason 3 on");
        ip("set v0 gso_max_size 60000 gso_max_segs 100 gro_max_size 50000");
        ip("add ifb0 type ifb");
        ip("set v3 alias quote\"and\\backslash");
        ip("set v3 group 42");
        ip("property add dev v3 altname another-name");
        ip("set ifb0 addrgenmode random");
    }

    private void same(String... arguments) throws NetlinkException {
        List<String> ours = new ArrayList<>(List.of("link", "list", "--json"));
        ours.addAll(List.of(arguments));
        List<String> theirs = new ArrayList<>(List.of("ip", "-json", "-details", "link", "show"));
        theirs.addAll(List.of(arguments));
        comparison.same(ours, theirs);
    }

    @Test
    void printsANewNamespaceAsIpDoes() throws NetlinkException {
        same();
    }

    @Test
    void printsManyKindsAsIpDoes() throws NetlinkException {
        manyKinds();
        same();
        for (String link : List.of("lo", "v0", "v3", "tap-vepa", "vlan-source", "br0", "v2", "ifb0")) {
            ip("set " + link + " up");
        }
        same();
        same("dev", "v2");
        same("tap-vepa"); // whose lower device the kernel is asked for
    }

    @Test
    @RootTest
    void printsTunsAndTapsAsIpDoes() throws NetlinkException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/net/tun")), "there is no /dev/net/tun");
        inside.run("ip", "tuntap", "add", "tap0", "mode", "tap", "multi_queue", "vnet_hdr", "user", "1");
        inside.run("ip", "tuntap", "add", "tun0", "mode", "tun", "group", "4711", "pi");
        same();
    }

    @Test
    void printsTheOtherEndInAnotherNamespaceAsIpDoes() throws NetlinkException {
        try (NetworkNamespace other = NetworkNamespace.createAnonymous()) {
            ip("add v0 type veth peer name v1");
            ip("set v1 netns " + other.path());
            same();
        }
    }

    @Test
    void printsATableForPeople() throws NetlinkException {
        ip("add v0 address 02:00:00:00:00:01 mtu 1400 type veth peer name v1");
        ip("add link v0 name m0 address 02:00:00:00:00:02 type macvtap");
        List<String> lines = comparison.rtnl("link", "list").output().lines().map(line -> line.replaceAll(" +", " ")).toList();
        assertEquals("INDEX NAME KIND UP STATE MTU ADDRESS ON PORT OF", lines.getFirst());
        assertEquals("1 lo - no DOWN 65536 00:00:00:00:00:00 - -", lines.get(1));
        assertTrue(lines.getLast().endsWith("m0 macvtap no DOWN 1400 02:00:00:00:00:02 v0 -"), lines::toString);
    }

    @Test
    void saysWhatTheKernelRefused() throws NetlinkException {
        IpComparison.Result result = comparison.rtnl("link", "list", "nobody");
        assertEquals(new IpComparison.Result(1, "", "rtnl: RTM_GETLINK refused: ENODEV (No such device)\n"), result);
    }
}
