package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.IpFamily.AF_MPLS;
import static org.netlink4j.rtnetlink.IpFamily.AF_UNSPEC;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;
import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTA_NAME;
import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTA_THRESH1;
import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTPA_APP_PROBES;
import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTPA_DELAY_PROBE_TIME;
import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTPA_IFINDEX;
import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTPA_QUEUE_LEN;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_IFINDEX_ALL;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_IFINDEX_DEFAULT;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_PROXY_NEIGH;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_RP_FILTER;
import static org.netlink4j.rtnetlink.stats.IflaStats.BRIDGE_XSTATS_MCAST;
import static org.netlink4j.rtnetlink.stats.IflaStats.BRIDGE_XSTATS_STP;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_OFFLOAD_XSTATS_HW_S_INFO;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_OFFLOAD_XSTATS_L3_STATS;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_LINK_64;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_LINK_OFFLOAD_XSTATS;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_LINK_XSTATS;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_LINK_XSTATS_SLAVE;
import static org.netlink4j.rtnetlink.stats.IflaStats.LINK_XSTATS_TYPE_BOND;
import static org.netlink4j.rtnetlink.stats.IflaStats.LINK_XSTATS_TYPE_BRIDGE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.address.Address;
import org.netlink4j.rtnetlink.address.AddressLabel;
import org.netlink4j.rtnetlink.address.AddressLabels;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.address.Ifa;
import org.netlink4j.rtnetlink.address.IfaF;
import org.netlink4j.rtnetlink.address.Ifal;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.neighbour.NeighbourTable;
import org.netlink4j.rtnetlink.neighbour.NeighbourTables;
import org.netlink4j.rtnetlink.netconf.Netconf;
import org.netlink4j.rtnetlink.netconf.Netconfs;
import org.netlink4j.rtnetlink.nsid.NamespaceId;
import org.netlink4j.rtnetlink.nsid.NamespaceIds;
import org.netlink4j.rtnetlink.stats.IflaStats;
import org.netlink4j.rtnetlink.stats.LinkReport;
import org.netlink4j.rtnetlink.stats.LinkReports;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Neighbour tables, settings, ids of namespaces, statistics, labels, multicast and anycast addresses. */
@KernelTest
class ObjectServicesIT extends InNamespace {
    private static final int BRIDGE = 10;
    private static final int PORT = 11;
    private static final Duration SOON = Duration.ofSeconds(10);

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("br0").index(BRIDGE).kind(new Bridge()));
        rtnetlink.links().create(
                LinkSpec.named("v0").index(PORT).master(BRIDGE).kind(Veth.withPeer(LinkSpec.named("v1").index(PORT + 1))));
    }

    private void sysctl(String path, int value) {
        Commands.inside(namespace.path().toString()).run("sh", "-c", "echo " + value + " >/proc/sys/net/" + path);
    }

    private static NeighbourTable arp() {
        return NeighbourTable.of(AF_INET).with(all -> all.with(NDTA_NAME, "arp_cache"));
    }

    // ---- neighbour tables

    private NeighbourTable settings(int family, OptionalInt index) throws NetlinkException {
        return rtnetlink.neighbourTables().list(family).stream()
                .filter(table -> table.index().equals(index) && (index.isPresent() || table.isWhole()))
                .findFirst().orElseThrow();
    }

    @Test
    void changesTheSettingsOfADeviceInANeighbourTable() throws NetlinkException {
        NeighbourTables tables = rtnetlink.neighbourTables();
        OptionalInt port = OptionalInt.of(PORT);
        tables.change(arp().withParameters(
                all -> all.with(NDTPA_IFINDEX, PORT).with(NDTPA_APP_PROBES, 3).with(NDTPA_DELAY_PROBE_TIME, 1234).with(NDTPA_QUEUE_LEN, 7)));
        NeighbourTable changed = settings(AF_INET, port);
        assertEquals("arp_cache", changed.name());
        assertEquals(OptionalLong.of(3), changed.parameters().number(NDTPA_APP_PROBES));
        assertEquals(OptionalLong.of(7), changed.parameters().number(NDTPA_QUEUE_LEN));
        assertTrue(Math.abs(changed.parameters().number(NDTPA_DELAY_PROBE_TIME).orElseThrow() - 1234) <= 10, "a jiffy at most");
        assertEquals(OptionalLong.of(0), settings(AF_INET6, port).parameters().number(NDTPA_APP_PROBES));
        NeighbourTable defaults = settings(AF_INET, OptionalInt.empty());
        assertTrue(defaults.attributes().has(NDTA_THRESH1) && defaults.isWhole());
        assertEquals(List.of(), tables.list().stream().filter(table -> !table.attributes().unknown().isEmpty()).toList());
        assertEquals(List.of(), tables.list().stream().filter(table -> !table.parameters().unknown().isEmpty()).toList());
    }

    @Test
    void refusesLimitsOfATableFromAnotherThanTheFirstNamespace() {
        NeighbourTable wanted = arp().with(all -> all.with(NDTA_THRESH1, 128));
        assertEquals(Errno.ENOENT,
                assertThrows(KernelException.class, () -> rtnetlink.neighbourTables().change(wanted)).errno());
        NeighbourTable nobody = NeighbourTable.of(AF_INET).with(all -> all.with(NDTA_NAME, "nobody"));
        assertEquals(Errno.ENOENT,
                assertThrows(KernelException.class, () -> rtnetlink.neighbourTables().change(nobody)).errno());
    }

    // ---- settings of devices

    @Test
    void getsSettingsOfADeviceOfAllAndOfNewOnes() throws NetlinkException {
        Netconfs netconf = rtnetlink.netconf();
        sysctl("ipv4/conf/v0/proxy_arp", 1);
        sysctl("ipv4/conf/default/rp_filter", 2);
        assertEquals(Optional.of(true), netconf.get(AF_INET, PORT).isOn(NETCONFA_PROXY_NEIGH));
        assertEquals(OptionalInt.of(2), netconf.get(AF_INET, NETCONFA_IFINDEX_DEFAULT).attributes().integer(NETCONFA_RP_FILTER));
        assertEquals(OptionalInt.of(NETCONFA_IFINDEX_ALL), netconf.get(AF_INET6, NETCONFA_IFINDEX_ALL).index());
        for (int family : new int[] {AF_INET, AF_INET6}) {
            List<Netconf> all = netconf.list(family);
            assertEquals(4 + 2, all.size());
            assertTrue(all.contains(netconf.get(family, PORT)));
            assertTrue(all.stream().allMatch(some -> some.attributes().unknown().isEmpty()), all::toString);
        }
        assertTrue(netconf.list(AF_MPLS).stream().allMatch(some -> some.family() == AF_MPLS));
        int errno = assertThrows(KernelException.class, () -> netconf.get(AF_INET, 4711)).errno();
        assertTrue(errno == Errno.EINVAL || errno == Errno.ENODEV, Errno.describe(errno));
    }

    @Test
    void watchesSettings() throws NetlinkException {
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace);
                EventStream events = EventStream.open(
                        Rtnetlink.PROTOCOL, Set.of(Rtnlgrp.RTNLGRP_IPV6_NETCONF), SocketOptions.DEFAULT, namespace);
                Watch<Netconfs.Key, Netconf> watch = Watch.open(events, client, Netconfs.watched(AF_INET6))) {
            sysctl("ipv6/conf/v0/forwarding", 1);
            WatchEvent<Netconf> change = watch.next(SOON).orElseThrow();
            assertTrue(change instanceof WatchEvent.Changed<Netconf>(Netconf _, Netconf now)
                    && now.index().equals(OptionalInt.of(PORT)) && now.isForwarding().equals(Optional.of(true)), change::toString);
        }
    }

    // ---- ids of namespaces

    @Test
    void givesIdsToNamespacesAndTranslatesThem() throws NetlinkException {
        NamespaceIds ids = rtnetlink.namespaceIds();
        try (NetworkNamespace other = NetworkNamespace.createAnonymous();
                NetworkNamespace third = NetworkNamespace.createAnonymous();
                Rtnetlink there = Rtnetlink.open(other)) {
            assertEquals(OptionalInt.empty(), ids.of(other));
            ids.set(other, 7);
            ids.set(third);
            assertEquals(OptionalInt.of(7), ids.of(other));
            int idOfThird = ids.of(third).orElseThrow();
            assertEquals(Set.of(7, idOfThird), Set.copyOf(ids.list().stream().map(id -> id.id().orElseThrow()).toList()));
            assertEquals(Errno.EEXIST, assertThrows(KernelException.class, () -> ids.set(third, 3)).errno());
            assertEquals(OptionalInt.empty(), ids.ofProcess(ProcessHandle.current().pid()));
            there.namespaceIds().set(third, 33);
            NamespaceId translated = ids.translate(7, idOfThird);
            assertEquals(OptionalInt.of(33), translated.id());
            assertEquals(OptionalInt.of(idOfThird), translated.here());
            assertEquals(List.of(translated), ids.listOf(7));
        }
    }

    @Test
    void tellsOfIdsThatCameAndWent() throws NetlinkException {
        try (EventStream events =
                EventStream.open(Rtnetlink.PROTOCOL, Set.of(Rtnlgrp.RTNLGRP_NSID), SocketOptions.DEFAULT, namespace)) {
            try (NetworkNamespace other = NetworkNamespace.createAnonymous()) {
                rtnetlink.namespaceIds().set(other, 5);
            }
            for (int type : new int[] {Rtm.RTM_NEWNSID, Rtm.RTM_DELNSID}) {
                Event<NamespaceId> event = events.next(SOON, NamespaceId::decode).orElseThrow();
                assertTrue(event instanceof Event.Notification<NamespaceId>(int came, NamespaceId id, Event.Origin _)
                        && came == type && id.id().equals(OptionalInt.of(5)), event::toString);
            }
        }
    }

    // ---- statistics

    @Test
    void getsStatisticsOfABridgeAndOfItsPort() throws NetlinkException {
        LinkReports statistics = rtnetlink.statistics();
        LinkReports.Wanted all = LinkReports.Wanted.of(
                IFLA_STATS_LINK_64, IFLA_STATS_LINK_XSTATS, IFLA_STATS_LINK_XSTATS_SLAVE, IFLA_STATS_LINK_OFFLOAD_XSTATS);
        assertEquals(4, statistics.list(all).size());
        LinkReport bridge = statistics.get(all.device(BRIDGE));
        assertEquals(BRIDGE, bridge.index());
        assertEquals(OptionalLong.of(0), bridge.attributes().field(IFLA_STATS_LINK_64, "rx_packets"));
        assertTrue(bridge.ofKind(IFLA_STATS_LINK_XSTATS, LINK_XSTATS_TYPE_BRIDGE).orElseThrow().has(BRIDGE_XSTATS_MCAST));
        assertTrue(bridge.ofKind(IFLA_STATS_LINK_XSTATS_SLAVE, LINK_XSTATS_TYPE_BRIDGE).isEmpty());
        assertTrue(bridge.ofKind(IFLA_STATS_LINK_XSTATS, LINK_XSTATS_TYPE_BOND).isEmpty());
        Attributes port = statistics.get(all.device(PORT)).ofKind(IFLA_STATS_LINK_XSTATS_SLAVE, LINK_XSTATS_TYPE_BRIDGE).orElseThrow();
        assertEquals(OptionalLong.of(0), port.field(BRIDGE_XSTATS_STP, "rx_bpdu"));
        assertEquals(List.of(), port.unknown());
        assertEquals(Errno.EINVAL, assertThrows(KernelException.class, () -> statistics.list(LinkReports.Wanted.of())).errno());
        assertEquals(Errno.ENODEV, assertThrows(KernelException.class, () -> statistics.get(all.device(4711))).errno());
    }

    @Test
    void filtersStatisticsAndTellsOfWhatTheHardwareIsAskedFor() throws NetlinkException {
        LinkReports statistics = rtnetlink.statistics();
        LinkReports.Wanted hardware = LinkReports.Wanted.of(IFLA_STATS_LINK_OFFLOAD_XSTATS).device(PORT);
        LinkReports.Wanted information = hardware.filtered(Map.of(IFLA_STATS_LINK_OFFLOAD_XSTATS, List.of(IFLA_OFFLOAD_XSTATS_HW_S_INFO)));
        assertEquals(Optional.of(false), statistics.get(information).isHardwareAsked());
        try (EventStream events =
                EventStream.open(Rtnetlink.PROTOCOL, Set.of(Rtnlgrp.RTNLGRP_STATS), SocketOptions.DEFAULT, namespace)) {
            statistics.setHardwareCounting(PORT, true);
            Event<LinkReport> event = events.next(SOON, LinkReport::decode).orElseThrow();
            assertTrue(event instanceof Event.Notification<LinkReport>(int type, LinkReport report, Event.Origin _)
                    && type == Rtm.RTM_NEWSTATS && report.isHardwareAsked().equals(Optional.of(true)), event::toString);
        }
        LinkReport asked = statistics.get(information);
        assertEquals(Optional.of(true), asked.isHardwareAsked());
        assertEquals(Optional.of(false), asked.isHardwareCounting(), "there is no such hardware");
        assertEquals(List.of(IFLA_OFFLOAD_XSTATS_HW_S_INFO), asked.ofHardware().orElseThrow().numbers());
        assertTrue(statistics.get(hardware).ofHardware().orElseThrow().has(IFLA_OFFLOAD_XSTATS_L3_STATS));
        statistics.setHardwareCounting(PORT, true); // for the second time
    }

    // ---- labels, multicast and anycast addresses

    @Test
    void createsReplacesAndDeletesLabels() throws NetlinkException {
        AddressLabels labels = rtnetlink.addressLabels();
        AddressLabel wanted = AddressLabel.of(IpPrefix.parse("2001:db8::/32")).device(PORT).label(99);
        labels.create(wanted);
        assertEquals(Errno.EEXIST, assertThrows(KernelException.class, () -> labels.create(wanted)).errno());
        labels.replace(wanted.label(98));
        AddressLabel made = labels.list().stream().filter(label -> label.onlyDevice().equals(OptionalInt.of(PORT))).findFirst().orElseThrow();
        assertEquals(Optional.of(IpPrefix.parse("2001:db8::/32")), made.prefix());
        assertEquals(OptionalLong.of(98), made.label());
        assertEquals(OptionalLong.of(98), labels.get(AddressLabel.of(IpPrefix.parse("2001:db8::1")).device(PORT)).label());
        assertEquals(OptionalLong.of(1), labels.get(AddressLabel.of(IpPrefix.parse("2001:db8::1"))).label());
        labels.delete(wanted);
        assertEquals(Errno.ESRCH, assertThrows(KernelException.class, () -> labels.delete(wanted)).errno());
    }

    @Test
    void listsMulticastAndAnycastAddresses() throws NetlinkException {
        rtnetlink.links().setUp(PORT + 1);
        rtnetlink.addresses().create(AddressSpec.of(PORT + 1, IpPrefix.parse("2001:db8::1/64")).flags(IfaF.IFA_F_NODAD));
        List<Address> multicast = rtnetlink.addresses().listMulticast(AF_INET6);
        assertTrue(multicast.stream().anyMatch(address -> address.index() == PORT + 1
                && address.attributes().ip(Ifa.IFA_MULTICAST).orElseThrow().toString().equals("ff02::1")), multicast::toString);
        assertTrue(rtnetlink.addresses().listMulticast(AF_INET).stream().allMatch(address -> address.header().family() == AF_INET));
        assertEquals(List.of(), rtnetlink.addresses().listAnycast());
        sysctl("ipv6/conf/v1/forwarding", 1); // a router hears the anycast address of its subnet
        List<Address> anycast = rtnetlink.addresses().listAnycast();
        assertTrue(anycast.stream().anyMatch(address ->
                address.attributes().ip(Ifa.IFA_ANYCAST).orElseThrow().toString().equals("2001:db8::")), anycast::toString);
    }

    // ---- requests

    @Test
    @NeedsCommand({"ip", "strace"})
    void asksAsIpDoes() throws NetlinkException {
        IpRequests requests = new IpRequests(namespace);
        requests.same("ip ntable change name arp_cache dev v0 queue 7 app_probes 3 delay_probe 1234", Rtm.RTM_SETNEIGHTBL,
                CHANGE | NLM_F_REPLACE, // which the kernel does not look at, nor at the family of a table that has a name
                new NeighbourTable(AF_UNSPEC, arp().withParameters(all -> all.with(NDTPA_IFINDEX, PORT).with(NDTPA_QUEUE_LEN, 7)
                        .with(NDTPA_APP_PROBES, 3).with(NDTPA_DELAY_PROBE_TIME, 1234)).attributes()));
        LinkReports.Wanted hardware = LinkReports.Wanted.of(IFLA_STATS_LINK_OFFLOAD_XSTATS).device(PORT);
        requests.same("ip stats show dev v0 group link", Rtm.RTM_GETSTATS, NLM_F_REQUEST,
                LinkReports.Wanted.of(IFLA_STATS_LINK_64).device(PORT));
        requests.same("ip stats show dev v0 group offload subgroup l3_stats", Rtm.RTM_GETSTATS, NLM_F_REQUEST,
                hardware.filtered(Map.of(IFLA_STATS_LINK_OFFLOAD_XSTATS,
                        List.of(IFLA_OFFLOAD_XSTATS_HW_S_INFO, IFLA_OFFLOAD_XSTATS_L3_STATS))));
        requests.same("ip stats set dev v0 l3_stats on", Rtm.RTM_SETSTATS, CHANGE, new LinkReports.Wanted(PORT, 0,
                Attributes.none(IflaStats.REQUESTS).with(IflaStats.IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS, 1)));
        Attributes label = Attributes.none(Ifal.ATTRIBUTES).with(Ifal.IFAL_LABEL, 99)
                .with(Ifal.IFAL_ADDRESS, IpAddress.parse("2001:db8::"));
        requests.same("ip addrlabel add prefix 2001:db8::/32 dev v0 label 99", Rtm.RTM_NEWADDRLABEL, NEW,
                new AddressLabel(AF_INET6, 32, PORT, 0, label));
        requests.same("ip addrlabel del prefix 2001:db8::/32 dev v0 label 99", Rtm.RTM_DELADDRLABEL, CHANGE,
                new AddressLabel(AF_INET6, 32, PORT, 0, label));
    }
}
