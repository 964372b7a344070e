package org.netlink4j.rtnetlink.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELVLAN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWVLAN;
import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_PVID;
import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_UNTAGGED;
import static org.netlink4j.rtnetlink.link.IflaBridge.BRIDGE_FLAGS_SELF;
import static org.netlink4j.rtnetlink.link.Rtext.RTEXT_FILTER_BRVLAN;
import static org.netlink4j.rtnetlink.link.Rtext.RTEXT_FILTER_BRVLAN_COMPRESSED;
import static org.netlink4j.rtnetlink.link.Rtext.RTEXT_FILTER_MST;
import static org.netlink4j.testkit.Refused.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.BridgePort;
import org.netlink4j.rtnetlink.link.IflaBr;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.link.Vxlan;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsKernel;

/** VLANs need a kernel that filters by them. */
@KernelTest
@Timeout(300)
class BridgeVlansIT extends InNamespace {
    private static final int BR0 = 1010;
    private static final int V0 = 1011;
    private static final int V1 = 1013;
    private static final int VXLAN = 1020;
    private static final int RTNLGRP_BRVLAN = 33;
    private static final int FORWARDING = 3;
    private static final int BLOCKING = 4;
    private static final int BR_BOOLOPT_MCAST_VLAN_SNOOPING = 1;
    private static final int BR_BOOLOPT_MST_ENABLE = 2;
    private static final VlanRange RANGE = new VlanRange(7, 9);
    private static final Duration SOON = Duration.ofSeconds(30);

    private BridgeVlans vlans;
    private BridgeLinks links;

    @BeforeEach
    void open() throws NetlinkException {
        vlans = rtnetlink.bridgeVlans();
        links = rtnetlink.bridgeLinks();
        Ports.makeFilteringBridge(rtnetlink, BR0);
        for (int port : List.of(V0, V1)) {
            rtnetlink.links().create(LinkSpec.named("v" + port).index(port).master(BR0)
                    .kind(Veth.withPeer(LinkSpec.named("w" + port).index(port + 1))));
        }
    }

    private List<VlanRange> ids(int device) throws NetlinkException {
        return vlans.list(device).stream().map(BridgeVlan::ids).toList();
    }

    @Test
    void createsChangesAndDeletes() throws NetlinkException {
        assertEquals(List.of(VlanRange.of(1)), ids(V0));
        vlans.create(BridgeVlanSpec.of(V0, RANGE));
        vlans.create(BridgeVlanSpec.of(V0, VlanRange.of(20)).pvid().untagged());
        assertEquals(List.of(VlanRange.of(1), RANGE, VlanRange.of(20)), ids(V0));
        BridgeVlan tagged = vlans.list(V0).get(1);
        assertEquals(0, tagged.flags());
        assertEquals(OptionalInt.of(FORWARDING), tagged.state());
        assertEquals(OptionalInt.of(1), tagged.multicastRouter());
        BridgeVlan untagged = vlans.list(V0).getLast();
        assertTrue(untagged.isPvid() && untagged.isUntagged());
        assertEquals(Optional.empty(), untagged.statistics());
        assertTrue(vlans.list().containsAll(vlans.list(V0)));

        vlans.change(BridgeVlanSpec.of(V0, VlanRange.of(8)).state(BLOCKING));
        assertEquals(List.of(VlanRange.of(1), VlanRange.of(7), VlanRange.of(8), VlanRange.of(9), VlanRange.of(20)), ids(V0));
        BridgeVlan blocked = vlans.list(V0).get(2);
        assertEquals(OptionalInt.of(BLOCKING), blocked.state());
        refused(Errno.ENOENT, () -> vlans.change(BridgeVlanSpec.of(V0, VlanRange.of(30)).state(BLOCKING)));

        vlans.delete(BridgeVlanSpec.of(V0, RANGE));
        assertEquals(List.of(VlanRange.of(1), VlanRange.of(20)), ids(V0));
        refused(Errno.ENODEV, () -> vlans.list(99));
    }

    @NeedsKernel("6.4")
    @Test
    void answersForNeighbours() throws NetlinkException {
        vlans.change(BridgeVlanSpec.of(V0, VlanRange.of(1)).neighbourSuppress(true));
        assertEquals(Optional.of(true), vlans.list(V0).getFirst().neighbourSuppress());
    }

    @Test
    void knowsStatistics() throws NetlinkException {
        vlans.create(BridgeVlanSpec.of(V0, RANGE));
        List<BridgeVlan> counted = vlans.listStatistics().stream().filter(vlan -> vlan.device() == V0).toList();
        assertEquals(List.of(1, 7, 8, 9), counted.stream().map(vlan -> vlan.ids().first()).toList());
        assertEquals(Optional.of(new BridgeVlanStatistics(0, 0, 0, 0)), counted.getFirst().statistics());
    }

    @NeedsKernel("6.3")
    @Test
    void limitsMulticastGroups() throws NetlinkException {
        rtnetlink.links().change(LinkSpec.indexed(BR0).kind(new Bridge(option(BR_BOOLOPT_MCAST_VLAN_SNOOPING))));
        vlans.change(BridgeVlanSpec.of(V0, VlanRange.of(1)).multicastGroupLimit(5).multicastRouter(2));
        BridgeVlan limited = vlans.list(V0).getFirst();
        assertEquals(OptionalLong.of(5), limited.multicastGroupLimit());
        assertEquals(OptionalLong.of(0), limited.multicastGroups());
        assertEquals(OptionalInt.of(2), limited.multicastRouter());
    }

    /** One of the truths of a bridge: {@code BR_BOOLOPT_*}. */
    private static Attributes option(int bit) {
        return new Bridge().data().withStruct(IflaBr.IFLA_BR_MULTI_BOOLOPT, 1L << bit, 1L << bit);
    }

    @Test
    void mapsVlansToTunnels() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("vx0").index(VXLAN).master(BR0).kind(new Vxlan().external(true).port(4789)));
        rtnetlink.links().change(LinkSpec.indexed(VXLAN).port(new BridgePort().vlanTunnel(true)));
        vlans.create(BridgeVlanSpec.of(VXLAN, RANGE));
        vlans.change(BridgeVlanSpec.of(VXLAN, RANGE).tunnel(100));
        BridgeVlan mapped = vlans.list(VXLAN).getLast();
        assertEquals(RANGE, mapped.ids());
        assertEquals(OptionalLong.of(100), mapped.tunnel());
        assertEquals(OptionalLong.of(102), mapped.expand().getLast().tunnel());
        assertEquals(List.of(mapped), BridgeVlan.compress(mapped.expand()));
        vlans.change(BridgeVlanSpec.of(VXLAN, RANGE).withoutTunnel());
        assertEquals(OptionalLong.empty(), vlans.list(VXLAN).getLast().tunnel());

        links.change(BridgeLinkSpec.of(VXLAN).tunnels(RANGE, 200));
        assertEquals(List.of(new BridgeTunnel(VXLAN, RANGE, 200)), link(VXLAN, RTEXT_FILTER_BRVLAN_COMPRESSED).tunnels());
        links.delete(BridgeLinkSpec.of(VXLAN).tunnels(VlanRange.of(7), 200));
        assertEquals(List.of(new BridgeTunnel(VXLAN, new VlanRange(8, 9), 201)),
                link(VXLAN, RTEXT_FILTER_BRVLAN_COMPRESSED).tunnels());
    }

    private BridgeLink link(int index, long more) throws NetlinkException {
        return links.list(more).stream().filter(link -> link.index() == index).findFirst().orElseThrow();
    }

    @Test
    void theOlderWayLeadsToTheSameVlans() throws NetlinkException {
        links.change(BridgeLinkSpec.of(V0).vlans(RANGE, 0));
        links.change(BridgeLinkSpec.of(V0).vlans(VlanRange.of(20), BRIDGE_VLAN_INFO_PVID | BRIDGE_VLAN_INFO_UNTAGGED));
        links.change(BridgeLinkSpec.of(BR0).flags(BRIDGE_FLAGS_SELF).vlans(VlanRange.of(7), 0));
        assertEquals(List.of(1, 7, 8, 9, 20), link(V0, RTEXT_FILTER_BRVLAN).vlans().stream().map(vlan -> vlan.ids().first()).toList());
        List<BridgeVlan> ranges = link(V0, RTEXT_FILTER_BRVLAN_COMPRESSED).vlans();
        assertEquals(ids(V0), ranges.stream().map(BridgeVlan::ids).toList());
        assertEquals(vlans.list(V0).stream().map(BridgeVlan::flags).toList(), ranges.stream().map(BridgeVlan::flags).toList());
        assertEquals(ranges, BridgeVlan.compress(link(V0, RTEXT_FILTER_BRVLAN).vlans()));
        assertEquals(List.of(VlanRange.of(1), VlanRange.of(7)), ids(BR0));
        links.delete(BridgeLinkSpec.of(V0).vlans(RANGE, 0));
        assertEquals(List.of(VlanRange.of(1), VlanRange.of(20)), ids(V0));
    }

    @Test
    void knowsOptionsOfTheWholeBridge() throws NetlinkException {
        rtnetlink.links().change(LinkSpec.indexed(BR0).kind(new Bridge(option(BR_BOOLOPT_MCAST_VLAN_SNOOPING))));
        vlans.create(BridgeVlanSpec.of(V0, RANGE));
        BridgeVlanOptions wanted = BridgeVlanOptions.of(BR0, RANGE)
                .multicastSnooping(false).querier(true).igmpVersion(3).mldVersion(2).lastMemberCount(5).startupQueryCount(6)
                .lastMemberInterval(200).membershipInterval(20_000).querierInterval(20_100).queryInterval(20_200)
                .queryResponseInterval(300).startupQueryInterval(20_300);
        vlans.change(wanted);
        BridgeVlanOptions got = vlans.listOptions().stream().filter(options -> options.ids().equals(RANGE)).findFirst().orElseThrow();
        assertEquals(BR0, got.bridge());
        assertEquals(Optional.of(false), got.multicastSnooping());
        assertEquals(Optional.of(true), got.querier());
        assertEquals(OptionalInt.of(3), got.igmpVersion());
        assertEquals(OptionalInt.of(2), got.mldVersion());
        assertEquals(OptionalLong.of(5), got.lastMemberCount());
        assertEquals(OptionalLong.of(6), got.startupQueryCount());
        assertEquals(OptionalLong.of(200), got.lastMemberInterval());
        assertEquals(OptionalLong.of(20_000), got.membershipInterval());
        assertEquals(OptionalLong.of(20_100), got.querierInterval());
        assertEquals(OptionalLong.of(20_200), got.queryInterval());
        assertEquals(OptionalLong.of(300), got.queryResponseInterval());
        assertEquals(OptionalLong.of(20_300), got.startupQueryInterval());
        assertEquals(OptionalInt.of(0), got.spanningTree());
        assertEquals(List.of(), got.routers());
        refused(Errno.ENOENT, () -> vlans.change(BridgeVlanOptions.of(BR0, VlanRange.of(77)).querier(true)));
    }

    @Test
    void knowsMultipleSpanningTrees() throws NetlinkException {
        // The kernel allows that only while there are no VLANs.
        vlans.delete(BridgeVlanSpec.of(V0, VlanRange.of(1)));
        vlans.delete(BridgeVlanSpec.of(V1, VlanRange.of(1)));
        vlans.delete(BridgeVlanSpec.of(BR0, VlanRange.of(1)));
        rtnetlink.links().change(LinkSpec.indexed(BR0).kind(new Bridge(option(BR_BOOLOPT_MST_ENABLE))));
        vlans.create(BridgeVlanSpec.of(V0, VlanRange.of(7)));
        vlans.change(BridgeVlanOptions.of(BR0, VlanRange.of(7)).spanningTree(5));
        assertEquals(OptionalInt.of(5), vlans.listOptions().getFirst().spanningTree());
        links.change(BridgeLinkSpec.of(V0).spanningTrees(List.of(new MstState(5, BLOCKING))));
        assertTrue(link(V0, RTEXT_FILTER_MST).spanningTrees().contains(new MstState(5, BLOCKING)));
    }

    @Test
    void hearsWhatHappens() throws NetlinkException {
        try (EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_BRVLAN), SocketOptions.DEFAULT, namespace)) {
            vlans.create(BridgeVlanSpec.of(V0, RANGE));
            assertEquals(List.of(vlans.list(V0).getLast()), next(events, RTM_NEWVLAN).vlans());
            vlans.change(BridgeVlanOptions.of(BR0, VlanRange.of(7)).multicastSnooping(false));
            assertEquals(VlanRange.of(7), next(events, RTM_NEWVLAN).options().getFirst().ids());
            vlans.delete(BridgeVlanSpec.of(V0, RANGE));
            BridgeVlanMessage gone = next(events, RTM_DELVLAN);
            assertEquals(V0, gone.device());
            assertEquals(List.of(RANGE), gone.vlans().stream().map(BridgeVlan::ids).toList());
        }
    }

    private static BridgeVlanMessage next(EventStream events, int type) throws NetlinkException {
        Event.Notification<BridgeVlanMessage> event =
                (Event.Notification<BridgeVlanMessage>) events.next(SOON, BridgeVlanMessage::decode).orElseThrow();
        assertEquals(type, event.type());
        return event.object();
    }

    @Test
    void forwardingEntriesHaveTheirVlans() throws NetlinkException {
        MacAddress address = MacAddress.parse("02:00:00:00:00:0a");
        vlans.create(BridgeVlanSpec.of(V0, RANGE));
        rtnetlink.fdb().create(FdbSpec.ofPort(V0, address).vlan(7));
        rtnetlink.fdb().create(FdbSpec.ofPort(V0, address).vlan(8));
        FdbEntry entry = rtnetlink.fdb().get(FdbSpec.ofBridge(BR0, address).vlan(7));
        assertEquals(OptionalInt.of(7), entry.vlan());
        assertEquals(List.of(entry), rtnetlink.fdb().list(FdbFilter.ALL.vlan(7).bridge(BR0)).stream()
                .filter(each -> each.address().equals(Optional.of(address))).toList());
        rtnetlink.fdb().flush(FdbFlush.ofDevice(BR0).vlan(7));
        refused(Errno.ENOENT, () -> rtnetlink.fdb().get(FdbSpec.ofBridge(BR0, address).vlan(7)));
        assertEquals(OptionalInt.of(8), rtnetlink.fdb().get(FdbSpec.ofBridge(BR0, address).vlan(8)).vlan());
    }

    @NeedsKernel("6.8")
    @Test
    void groupsHaveTheirVlans() throws NetlinkException {
        vlans.create(BridgeVlanSpec.of(V0, RANGE));
        rtnetlink.links().setUp(BR0);
        rtnetlink.links().setUp(V0);
        MdbGroup group = MdbGroup.parse("239.1.1.1");
        rtnetlink.mdb().create(MdbSpec.of(BR0, V0, group).vlan(7).permanent());
        rtnetlink.mdb().create(MdbSpec.of(BR0, V0, group).vlan(8).permanent());
        assertEquals(7, rtnetlink.mdb().get(MdbSpec.ofGroup(BR0, group).vlan(7)).getFirst().vlan());
        rtnetlink.mdb().flush(MdbFlush.of(BR0).vlan(7));
        assertEquals(List.of(8), rtnetlink.mdb().list().stream().filter(each -> each.group().equals(group))
                .map(MdbEntry::vlan).toList());
    }
}
