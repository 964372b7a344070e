package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.capture.PcapWriter;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.address.AddressLabel;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.bridge.FdbFilter;
import org.netlink4j.rtnetlink.dcb.AppPriority;
import org.netlink4j.rtnetlink.dcb.IeeeObjects;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Macvlan;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.neighbour.NeighbourSpec;
import org.netlink4j.rtnetlink.nexthop.NextHopFilter;
import org.netlink4j.rtnetlink.nexthop.NextHopSpec;
import org.netlink4j.rtnetlink.route.RouteFilter;
import org.netlink4j.rtnetlink.route.RouteSpec;
import org.netlink4j.rtnetlink.rule.RuleSpec;
import org.netlink4j.rtnetlink.stats.IflaStats;
import org.netlink4j.rtnetlink.stats.LinkReports;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** tshark takes a capture of our messages apart and finds nothing malformed. */
@KernelTest
@NeedsCommand("tshark")
class DissectionIT {
    private static final int BRIDGE = 10;
    private static final int PORT = 11;

    /** A kind of object, made and listed. */
    private interface Step {
        void run() throws NetlinkException;
    }

    private static void makeAndList(Rtnetlink rtnetlink) throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("br0").index(BRIDGE).kind(new Bridge().forwardDelay(400)));
        rtnetlink.links().create(
                LinkSpec.named("v0").index(PORT).master(BRIDGE).kind(Veth.withPeer(LinkSpec.named("v1").index(PORT + 1))));
        rtnetlink.links().create(LinkSpec.named("m0").index(PORT + 2).lower(PORT + 1).kind(new Macvlan()));
        rtnetlink.links().setUp(BRIDGE);
        rtnetlink.links().setUp(PORT);
        rtnetlink.links().setUp(PORT + 1);
        rtnetlink.links().addNames(PORT, List.of("another-name"));
        rtnetlink.links().list();
        rtnetlink.addresses().create(AddressSpec.of(PORT + 1, IpPrefix.parse("192.0.2.1/24")).lifetimes(1000, 500));
        rtnetlink.addresses().create(AddressSpec.of(PORT + 1, IpPrefix.parse("2001:db8::1/64")));
        rtnetlink.addresses().list();
        rtnetlink.addresses().listMulticast(AF_INET6);
        rtnetlink.addresses().listAnycast();
        rtnetlink.neighbours().create(
                NeighbourSpec.of(PORT + 1, IpAddress.parse("192.0.2.9")).address(MacAddress.parse("02:00:00:00:00:01")));
        rtnetlink.neighbours().list();
        rtnetlink.neighbourTables().list();
        rtnetlink.fdb().list(FdbFilter.ALL);
        rtnetlink.mdb().list();
        rtnetlink.routes().create(RouteSpec.of(IpPrefix.parse("198.51.100.0/24")).gateway(IpAddress.parse("192.0.2.9")));
        rtnetlink.routes().list(RouteFilter.ALL);
        rtnetlink.nextHops().create(NextHopSpec.of(7).family(AF_INET).device(PORT + 1));
        rtnetlink.nextHops().list(NextHopFilter.ALL);
        rtnetlink.rules().create(RuleSpec.of(AF_INET).source(IpPrefix.parse("192.0.2.0/24")).table(1000).priority(7));
        rtnetlink.rules().list(AF_INET);
        rtnetlink.qdiscs().list();
        rtnetlink.netconf().list(AF_INET);
        rtnetlink.namespaceIds().list();
        rtnetlink.statistics().list(LinkReports.Wanted.of(IflaStats.IFLA_STATS_LINK_64, IflaStats.IFLA_STATS_LINK_XSTATS_SLAVE));
        rtnetlink.addressLabels().create(AddressLabel.of(IpPrefix.parse("2001:db8::/32")).label(99));
        rtnetlink.addressLabels().list();
        refused(() -> rtnetlink.dataCentreBridging().set("v0", IeeeObjects.NONE.applications(List.of(AppPriority.ofDscp(46, 5)))));
        refused(() -> rtnetlink.links().get("nobody"));
        rtnetlink.links().delete(PORT);
    }

    /** A refusal is a message, too. */
    private static void refused(Step step) throws NetlinkException {
        try {
            step.run();
        } catch (KernelException _) {
            return;
        }
        throw new AssertionError("the kernel agreed");
    }

    private static List<String> tshark(Path file, String... arguments) {
        return Commands.here()
                .run(Stream.concat(Stream.of("tshark", "-r", file.toString()), Stream.of(arguments)).toArray(String[]::new))
                .lines()
                .toList();
    }

    @Test
    void nothingIsMalformed(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("objects.pcap");
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                PcapWriter writer = PcapWriter.create(file);
                Rtnetlink rtnetlink = Rtnetlink.over(NetlinkClient.over(
                        Rtnetlink.PROTOCOL, writer.capture(NetlinkSocket.open(0, SocketOptions.DEFAULT, namespace), 0)))) {
            makeAndList(rtnetlink);
        }
        Set<Integer> types = tshark(file, "-T", "fields", "-e", "netlink-route.nltype", "-e", "netlink.hdr_type").stream()
                .flatMap(line -> Stream.of(line.split("[\t,]")))
                .filter(word -> !word.isBlank())
                .map(Integer::decode)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(types.containsAll(Set.of(
                        Rtm.RTM_NEWLINK, Rtm.RTM_NEWLINKPROP, Rtm.RTM_NEWADDR, Rtm.RTM_NEWROUTE, Rtm.RTM_NEWNEIGH, Rtm.RTM_NEWRULE,
                        Rtm.RTM_NEWQDISC, Rtm.RTM_NEWNEXTHOP)),
                types::toString);
        assertTrue(types.containsAll(Set.of(
                        Rtm.RTM_NEWNEIGHTBL, Rtm.RTM_NEWADDRLABEL, Rtm.RTM_NEWNETCONF, Rtm.RTM_GETNSID, Rtm.RTM_NEWSTATS, Rtm.RTM_SETDCB,
                        Rtm.RTM_GETMULTICAST, Rtm.RTM_GETANYCAST, Rtm.RTM_GETMDB, 2, 3)),
                types::toString);
        assertEquals(List.of(), tshark(file, "-Y", "_ws.malformed || _ws.expert.severity == error"));
    }
}
