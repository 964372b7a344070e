package org.netlink4j.rtnetlink.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWMDB;
import static org.netlink4j.rtnetlink.bridge.Mcast.MCAST_EXCLUDE;
import static org.netlink4j.rtnetlink.bridge.Mcast.MCAST_INCLUDE;
import static org.netlink4j.rtnetlink.bridge.MdbFlags.MDB_FLAGS_STAR_EXCL;
import static org.netlink4j.rtnetlink.bridge.MdbRtrType.MDB_RTR_TYPE_PERM;
import static org.netlink4j.testkit.Refused.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.BridgePort;
import org.netlink4j.rtnetlink.link.IflaBr;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Vxlan;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsKernel;

@KernelTest
@Timeout(60)
class MdbIT extends InNamespace {
    private static final int BR0 = 1010;
    private static final int V0 = 1011;
    private static final int V1 = 1013;
    private static final int VXLAN = 1020;
    private static final int RTNLGRP_MDB = 26;
    private static final int RTPROT_STATIC = 4;
    private static final MdbGroup FOUR = MdbGroup.parse("239.1.1.1");
    private static final IpAddress SOURCE = IpAddress.parse("192.0.2.1");
    private static final IpAddress OTHER = IpAddress.parse("192.0.2.2");
    private static final Duration SOON = Duration.ofSeconds(5);

    private Mdb mdb;

    @BeforeEach
    void open() throws NetlinkException, InterruptedException {
        Bridge bridge = new Bridge().over(new Bridge().data().with(IflaBr.IFLA_BR_MCAST_IGMP_VERSION, 3)
                .with(IflaBr.IFLA_BR_MCAST_MLD_VERSION, 2).with(IflaBr.IFLA_BR_MCAST_QUERIER, 1));
        rtnetlink.links().create(LinkSpec.named("br0").index(BR0).kind(bridge));
        rtnetlink.links().setUp(BR0);
        Ports.makeForwarding(rtnetlink, BR0, V0, V1);
        mdb = rtnetlink.mdb();
    }

    private List<MdbEntry> of(MdbGroup group) throws NetlinkException {
        return mdb.list().stream().filter(entry -> entry.group().equals(group)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"239.1.1.1", "ff15::1", "01:00:5e:11:22:33"})
    void createsAndDeletes(String text) throws NetlinkException {
        MdbGroup group = MdbGroup.parse(text);
        assertEquals(text, group.toString());
        MdbSpec spec = MdbSpec.of(BR0, V0, group).permanent();
        mdb.create(spec);
        MdbEntry made = of(group).getFirst();
        assertEquals(BR0, made.bridge());
        assertEquals(V0, made.port());
        assertEquals(0, made.vlan());
        assertTrue(made.isPermanent());
        assertEquals(0, made.timer());
        assertEquals(OptionalInt.of(RTPROT_STATIC), made.protocol());
        assertEquals(Optional.empty(), made.source());
        refused(Errno.EEXIST, () -> mdb.create(spec));
        mdb.delete(spec);
        assertEquals(List.of(), of(group));
        refused(Errno.EINVAL, () -> mdb.delete(spec));
    }

    @NeedsKernel("6.7")
    @ParameterizedTest
    @ValueSource(strings = {"239.1.1.1", "ff15::1", "01:00:5e:11:22:33"})
    void gets(String text) throws NetlinkException {
        MdbGroup group = MdbGroup.parse(text);
        refused(Errno.ENOENT, () -> mdb.get(MdbSpec.ofGroup(BR0, group)));
        mdb.create(MdbSpec.of(BR0, V0, group).permanent());
        assertEquals(of(group), mdb.get(MdbSpec.ofGroup(BR0, group)));
    }

    @Test
    void aMemberMayExpire() throws NetlinkException {
        mdb.create(MdbSpec.of(BR0, V0, FOUR));
        MdbEntry made = of(FOUR).getFirst();
        assertFalse(made.isPermanent());
        assertTrue(made.timer() > 0);
        mdb.create(MdbSpec.of(BR0, BR0, FOUR));
        assertEquals(Set.of(V0, BR0), of(FOUR).stream().map(MdbEntry::port).collect(Collectors.toSet()));
    }

    @NeedsKernel("6.3")
    @Test
    void knowsWhoMadeIt() throws NetlinkException {
        mdb.create(MdbSpec.of(BR0, V0, FOUR).protocol(77));
        assertEquals(OptionalInt.of(77), of(FOUR).getFirst().protocol());
    }

    @NeedsKernel("6.7")
    @Test
    void knowsSources() throws NetlinkException {
        mdb.create(MdbSpec.of(BR0, V0, FOUR).filterMode(MCAST_INCLUDE).sources(List.of(SOURCE, OTHER)));
        MdbEntry all = of(FOUR).stream().filter(entry -> entry.source().isEmpty()).findFirst().orElseThrow();
        assertEquals(OptionalInt.of(MCAST_INCLUDE), all.filterMode());
        assertEquals(Set.of(SOURCE, OTHER), all.sources().stream().map(MdbSource::address).collect(Collectors.toSet()));
        assertEquals(Set.of(Optional.of(SOURCE), Optional.of(OTHER), Optional.empty()),
                of(FOUR).stream().map(MdbEntry::source).collect(Collectors.toSet()));
        assertEquals(3, of(FOUR).stream().map(MdbEntry::key).distinct().count());

        mdb.replace(MdbSpec.of(BR0, V0, FOUR).filterMode(MCAST_EXCLUDE).sources(List.of(SOURCE)));
        MdbEntry replaced = of(FOUR).stream().filter(entry -> entry.source().isEmpty()).findFirst().orElseThrow();
        assertEquals(OptionalInt.of(MCAST_EXCLUDE), replaced.filterMode());
        assertEquals(all.key(), replaced.key());
        MdbEntry blocked = mdb.get(MdbSpec.ofGroup(BR0, FOUR).source(SOURCE)).getFirst();
        assertEquals(MdbFlags.MDB_FLAGS_BLOCKED, blocked.flags());

        mdb.create(MdbSpec.of(BR0, V1, FOUR).source(OTHER));
        assertEquals(MDB_FLAGS_STAR_EXCL, mdb.get(MdbSpec.ofGroup(BR0, FOUR).source(OTHER)).stream()
                .filter(entry -> entry.port() == V0).findFirst().orElseThrow().flags());
    }

    @NeedsKernel("6.8")
    @Test
    void flushes() throws NetlinkException {
        mdb.create(MdbSpec.of(BR0, V0, FOUR).permanent());
        mdb.create(MdbSpec.of(BR0, V1, FOUR).protocol(77));
        mdb.flush(MdbFlush.of(BR0).permanent(true).port(V1));
        assertEquals(2, of(FOUR).size());
        mdb.flush(MdbFlush.of(BR0).permanent(false).protocol(77));
        assertEquals(List.of(V0), of(FOUR).stream().map(MdbEntry::port).toList());
        refused(Errno.EINVAL, () -> mdb.flush(MdbFlush.of(BR0).sourceVni(5)));
        mdb.flush(MdbFlush.of(BR0));
        assertEquals(List.of(), of(FOUR));
    }

    @Test
    void knowsPortsToRouters() throws NetlinkException {
        assertEquals(List.of(), mdb.listRouters());
        rtnetlink.links().change(LinkSpec.indexed(V0).port(new BridgePort().multicastRouter(2)));
        MdbRouter router = mdb.listRouters().getFirst();
        assertEquals(BR0, router.bridge());
        assertEquals(V0, router.port());
        assertEquals(OptionalInt.of(MDB_RTR_TYPE_PERM), router.type());
        assertEquals(OptionalLong.of(0), router.timer());
        assertEquals(OptionalLong.of(0), router.inetTimer());
        assertEquals(OptionalLong.of(0), router.inet6Timer());
        assertEquals(OptionalInt.empty(), router.vlan());
    }

    @NeedsKernel("6.8")
    @Test
    void leadsThroughAVxlan() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("vx0").index(VXLAN).kind(new Vxlan().id(7).port(4789)));
        MdbSpec spec = MdbSpec.of(VXLAN, VXLAN, FOUR).permanent().destination(OTHER);
        mdb.create(spec.destinationPort(1234).vni(9).via(V1).source(SOURCE));
        MdbEntry made = mdb.get(MdbSpec.ofGroup(VXLAN, FOUR).source(SOURCE)).getFirst();
        assertEquals(Optional.of(OTHER), made.destination());
        assertEquals(OptionalInt.of(1234), made.destinationPort());
        assertEquals(OptionalLong.of(9), made.vni());
        assertEquals(OptionalInt.of(V1), made.via());
        assertEquals(OptionalLong.empty(), made.sourceVni());
        assertEquals(Optional.of(SOURCE), made.source());
        mdb.create(spec);
        mdb.create(spec.destination(SOURCE));
        assertEquals(3, of(FOUR).stream().map(MdbEntry::key).distinct().count());
        mdb.flush(MdbFlush.of(VXLAN).destination(SOURCE));
        assertEquals(2, of(FOUR).size());
    }

    @Test
    void hearsWhatHappens() throws NetlinkException {
        try (EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_MDB), SocketOptions.DEFAULT, namespace)) {
            MdbSpec spec = MdbSpec.of(BR0, V0, FOUR).permanent();
            mdb.create(spec);
            MdbMessage made = next(events, RTM_NEWMDB);
            assertEquals(of(FOUR), made.entries());
            assertEquals(List.of(), made.routers());
            mdb.delete(spec);
            assertEquals(made, next(events, RTM_DELMDB));
            rtnetlink.links().change(LinkSpec.indexed(V1).port(new BridgePort().multicastRouter(2)));
            assertEquals(List.of(V1), next(events, RTM_NEWMDB).routers().stream().map(MdbRouter::port).toList());
        }
    }

    /** Hosts join groups of IPv6 meanwhile. */
    private static MdbMessage next(EventStream events, int type) throws NetlinkException {
        while (true) {
            Event.Notification<MdbMessage> event =
                    (Event.Notification<MdbMessage>) events.next(SOON, MdbMessage::decode).orElseThrow();
            boolean expected = event.object().entries().stream().allMatch(entry -> entry.group().equals(FOUR));
            if (expected) {
                assertEquals(type, event.type());
                return event.object();
            }
        }
    }

    @NeedsKernel("6.8")
    @Test
    void servesManyVxlanNetworks() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("vx0").index(VXLAN).kind(new Vxlan().external(true).vniFilter(true).port(4789)));
        mdb.create(MdbSpec.of(VXLAN, VXLAN, FOUR).permanent().destination(OTHER).sourceVni(33));
        mdb.create(MdbSpec.of(VXLAN, VXLAN, FOUR).permanent().destination(OTHER).sourceVni(34));
        assertEquals(OptionalLong.of(34), mdb.get(MdbSpec.ofGroup(VXLAN, FOUR).sourceVni(34)).getFirst().sourceVni());
        mdb.flush(MdbFlush.of(VXLAN).sourceVni(34));
        assertEquals(List.of(OptionalLong.of(33)), of(FOUR).stream().map(MdbEntry::sourceVni).toList());
    }

    @Test
    void aRefusalNamesTheAttributeOfTheRequest() {
        KernelException refusal = assertThrows(KernelException.class,
                () -> mdb.create(MdbSpec.of(BR0, V0, FOUR).protocol(1)));
        assertEquals(Optional.of("MDBA_SET_ENTRY_ATTRS/MDBE_ATTR_RTPROT"), refusal.attributePath());
    }
}
