package org.netlink4j.rtnetlink.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_EXT_LEARNED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_STICKY;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_NOARP;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_PERMANENT;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_REACHABLE;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_STALE;
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
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.BridgePort;
import org.netlink4j.rtnetlink.link.IflaBr;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.link.Vxlan;
import org.netlink4j.rtnetlink.neighbour.NeighbourHeader;
import org.netlink4j.testkit.KernelTest;

@KernelTest
@Timeout(60)
class FdbIT extends InNamespace {
    private static final int BR0 = 1010;
    private static final int V0 = 1011;
    private static final int V1 = 1013;
    private static final int VXLAN = 1020;
    private static final MacAddress A = MacAddress.parse("02:00:00:00:00:0a");
    private static final MacAddress B = MacAddress.parse("02:00:00:00:00:0b");
    private static final MacAddress ANY = MacAddress.parse("00:00:00:00:00:00");
    private static final IpAddress FAR = IpAddress.parse("192.0.2.9");
    private static final IpAddress FURTHER = IpAddress.parse("192.0.2.10");

    private Fdb fdb;

    @BeforeEach
    void open() throws NetlinkException {
        // Where the kernel can filter VLANs, ports would be in VLAN 1, and each entry be there twice.
        Bridge bridge = new Bridge(new Bridge().data().with(IflaBr.IFLA_BR_VLAN_DEFAULT_PVID, 0));
        rtnetlink.links().create(LinkSpec.named("br0").index(BR0).kind(bridge));
        for (int port : List.of(V0, V1)) {
            rtnetlink.links().create(LinkSpec.named("v" + port).index(port).master(BR0)
                    .kind(Veth.withPeer(LinkSpec.named("w" + port).index(port + 1))));
            rtnetlink.links().change(LinkSpec.indexed(port).port(new BridgePort().learning(false)));
        }
        fdb = rtnetlink.fdb();
    }

    /** Only a port that is up takes dynamic entries, which it is a little after it was brought up. */
    private void up() throws NetlinkException, InterruptedException {
        for (int device : List.of(BR0, V0, V0 + 1)) {
            rtnetlink.links().setUp(device);
        }
        Ports.awaitForwarding(rtnetlink, V0);
    }

    private void vxlan() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("vx0").index(VXLAN).kind(new Vxlan().id(7).port(4789)));
    }

    @Test
    void createsReplacesAndDeletes() throws NetlinkException {
        FdbSpec spec = FdbSpec.ofPort(V0, A);
        fdb.create(spec);
        FdbEntry made = fdb.get(FdbSpec.ofBridge(BR0, A));
        assertEquals(made, fdb.get(spec));
        assertEquals(Optional.of(A), made.address());
        assertEquals(V0, made.index());
        assertEquals(OptionalInt.of(BR0), made.bridge());
        assertEquals(OptionalInt.empty(), made.vlan());
        assertEquals(NUD_PERMANENT, made.state());
        assertTrue(made.isLocal());
        assertFalse(made.isSelf());
        assertFalse(made.isLocked());
        assertTrue(made.used().isPresent());
        assertTrue(made.updated().isPresent());
        assertTrue(fdb.list().contains(made));
        refused(Errno.EEXIST, () -> fdb.create(spec));

        fdb.replace(FdbSpec.ofPort(V1, A).asStatic().sticky());
        FdbEntry moved = fdb.get(FdbSpec.ofBridge(BR0, A));
        assertEquals(V1, moved.index());
        assertEquals(NUD_NOARP, moved.state());
        assertTrue(moved.isStatic());
        assertEquals(NTF_STICKY, moved.flags());
        assertEquals(made.key(), moved.key());

        fdb.delete(FdbSpec.ofPort(V1, A));
        refused(Errno.ENOENT, () -> fdb.delete(spec));
        refused(Errno.ENOENT, () -> fdb.get(spec));
    }

    @Test
    void knowsDynamicAndLearntEntries() throws NetlinkException, InterruptedException {
        up();
        fdb.create(FdbSpec.ofPort(V0, A).asDynamic());
        assertEquals(NUD_REACHABLE, fdb.get(FdbSpec.ofBridge(BR0, A)).state());
        fdb.create(FdbSpec.ofPort(V0, B).asDynamic().externallyLearnt());
        assertEquals(NTF_EXT_LEARNED, fdb.get(FdbSpec.ofBridge(BR0, B)).flags());
    }

    @Test
    void announcesActivityOfStaticEntries() throws NetlinkException {
        fdb.create(FdbSpec.ofPort(V0, A).asStatic().activity(1));
        assertEquals(OptionalInt.of(1), fdb.get(FdbSpec.ofBridge(BR0, A)).activity());
        fdb.replace(FdbSpec.ofPort(V0, A).asStatic().activity(3).withoutRefresh());
        assertEquals(OptionalInt.of(3), fdb.get(FdbSpec.ofBridge(BR0, A)).activity());
        assertEquals(OptionalInt.empty(), fdb.list(FdbFilter.ALL.states(NUD_PERMANENT)).getFirst().activity());
    }

    @Test
    void usesAnEntryAsIfAFrameHadCome() throws NetlinkException, InterruptedException {
        up();
        fdb.replace(FdbSpec.ofPort(V0, A).asDynamic().use());
        assertEquals(V0, fdb.get(FdbSpec.ofBridge(BR0, A)).index());
    }

    @Test
    void filters() throws NetlinkException {
        vxlan();
        fdb.create(FdbSpec.ofPort(V0, A).asStatic());
        fdb.create(FdbSpec.ofPort(V1, B));
        fdb.create(FdbSpec.ofDevice(VXLAN, A).destination(FAR));
        assertEquals(Set.of(V0, V1), fdb.list(FdbFilter.ALL.bridge(BR0)).stream().filter(entry -> !entry.isSelf())
                .map(FdbEntry::index).collect(Collectors.toSet()));
        assertEquals(Set.of(V0), fdb.list(FdbFilter.ALL.bridge(BR0).device(V0)).stream()
                .map(FdbEntry::index).collect(Collectors.toSet()));
        assertEquals(Set.of(VXLAN), fdb.list(FdbFilter.ALL.device(VXLAN)).stream().map(FdbEntry::index).collect(Collectors.toSet()));
        assertEquals(List.of(Optional.of(A)), fdb.list(FdbFilter.ALL.bridge(BR0).states(NUD_NOARP)).stream()
                .map(FdbEntry::address).toList());
        assertEquals(List.of(), fdb.list(FdbFilter.ALL.vlan(7)));
        refused(Errno.ENODEV, () -> fdb.list(FdbFilter.ALL.bridge(99)));
    }

    @Test
    void flushes() throws NetlinkException {
        fdb.create(FdbSpec.ofPort(V0, A).asStatic());
        fdb.create(FdbSpec.ofPort(V1, B).asStatic());
        fdb.flush(FdbFlush.ofDevice(BR0).port(V1).states(NUD_NOARP, NUD_NOARP | NUD_PERMANENT));
        assertEquals(Optional.of(A), fdb.get(FdbSpec.ofBridge(BR0, A)).address());
        refused(Errno.ENOENT, () -> fdb.get(FdbSpec.ofBridge(BR0, B)));
        fdb.flush(FdbFlush.ofBridgeOf(V0).flags(NTF_EXT_LEARNED, NTF_EXT_LEARNED));
        assertEquals(Optional.of(A), fdb.get(FdbSpec.ofBridge(BR0, A)).address());
        fdb.flush(FdbFlush.ofBridgeOf(V0).flags(0, NTF_EXT_LEARNED));
        refused(Errno.ENOENT, () -> fdb.get(FdbSpec.ofBridge(BR0, A)));
        refused(Errno.EOPNOTSUPP, () -> fdb.flush(FdbFlush.ofDevice(V0)));
    }

    @Test
    void leadsThroughAVxlan() throws NetlinkException {
        vxlan();
        fdb.create(FdbSpec.ofDevice(VXLAN, A).destination(FAR).port(1234).vni(9).via(V0 + 1));
        FdbEntry made = fdb.get(FdbSpec.ofDevice(VXLAN, A));
        assertTrue(made.isSelf());
        assertEquals(Optional.of(FAR), made.destination());
        assertEquals(OptionalInt.of(1234), made.port());
        assertEquals(OptionalLong.of(9), made.vni());
        assertEquals(OptionalInt.of(V0 + 1), made.via());
        assertEquals(OptionalInt.empty(), made.viaNamespaceId());
        assertEquals(OptionalLong.empty(), made.sourceVni());
        assertEquals(OptionalLong.empty(), made.nextHop());
        fdb.replace(FdbSpec.ofDevice(VXLAN, A).destination(FURTHER));
        assertEquals(Optional.of(FURTHER), fdb.get(FdbSpec.ofDevice(VXLAN, A)).destination());
        assertEquals(made.key(), fdb.get(FdbSpec.ofDevice(VXLAN, A)).key());

        fdb.append(FdbSpec.ofDevice(VXLAN, ANY).destination(FAR));
        fdb.append(FdbSpec.ofDevice(VXLAN, ANY).destination(FURTHER));
        List<FdbEntry> remotes = fdb.list(FdbFilter.ALL.device(VXLAN)).stream()
                .filter(entry -> entry.address().equals(Optional.of(ANY))).toList();
        assertEquals(Set.of(Optional.of(FAR), Optional.of(FURTHER)),
                remotes.stream().map(FdbEntry::destination).collect(Collectors.toSet()));
        assertEquals(2, remotes.stream().map(FdbEntry::key).distinct().count());
        fdb.delete(FdbSpec.ofDevice(VXLAN, ANY).destination(FAR));
        assertEquals(Optional.of(FURTHER), fdb.get(FdbSpec.ofDevice(VXLAN, ANY)).destination());
    }

    @Test
    void servesManyVxlanNetworks() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("vx0").index(VXLAN).kind(new Vxlan().external(true).port(4789)));
        fdb.create(FdbSpec.ofDevice(VXLAN, A).sourceVni(33).destination(FAR).vni(34));
        FdbEntry made = fdb.list(FdbFilter.ALL.device(VXLAN)).getFirst();
        assertEquals(OptionalLong.of(33), made.sourceVni());
        assertEquals(Optional.of(FAR), made.destination());
        assertEquals(new FdbEntry.Key(VXLAN, true, Optional.of(A), 0, OptionalLong.of(33), Optional.empty()), made.key());
    }

    @Test
    void watches() throws NetlinkException {
        vxlan();
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace);
                Watch<FdbEntry.Key, FdbEntry> watch = Watch.open(
                        EventStream.open(Rtnetlink.PROTOCOL, Fdb.watchedGroups(), SocketOptions.DEFAULT, namespace),
                        client, Fdb.watched())) {
            assertTrue(watch.objects().values().stream().allMatch(entry -> entry.bridge().isPresent()));
            fdb.create(FdbSpec.ofPort(V0, A));
            FdbEntry made = fdb.get(FdbSpec.ofBridge(BR0, A));
            assertEquals(Optional.of(new WatchEvent.Appeared<>(made)), watch.next(Duration.ofSeconds(5)));
            fdb.replace(FdbSpec.ofPort(V1, A).asStatic());
            FdbEntry moved = fdb.get(FdbSpec.ofBridge(BR0, A));
            assertEquals(Optional.of(new WatchEvent.Changed<>(made, moved)), watch.next(Duration.ofSeconds(5)));
            fdb.create(FdbSpec.ofDevice(V0, A)); // the device listens to one more address: not watched
            fdb.create(FdbSpec.ofDevice(VXLAN, A).destination(FAR));
            assertInstanceOf(WatchEvent.Appeared.class, watch.next(Duration.ofSeconds(5)).orElseThrow());
            fdb.replace(FdbSpec.ofDevice(VXLAN, A).destination(FURTHER));
            assertInstanceOf(WatchEvent.Changed.class, watch.next(Duration.ofSeconds(5)).orElseThrow());
            rtnetlink.links().delete(VXLAN);
            assertInstanceOf(WatchEvent.Disappeared.class, watch.next(Duration.ofSeconds(5)).orElseThrow());
            assertEquals(fdb.list(FdbFilter.ALL.bridge(BR0)).stream().filter(entry -> !entry.isSelf()).collect(Collectors.toSet()),
                    Set.copyOf(watch.objects().values()));
        }
    }

    @Test
    void ageingAloneIsNoChange() throws NetlinkException, InterruptedException {
        up();
        fdb.create(FdbSpec.ofPort(V0, A).asDynamic());
        FdbEntry made = fdb.get(FdbSpec.ofBridge(BR0, A));
        NeighbourHeader stale = made.header().withState(NUD_STALE);
        assertEquals(made, new FdbEntry(stale, made.attributes()));
        assertEquals(made.hashCode(), new FdbEntry(stale, made.attributes()).hashCode());
        assertFalse(made.equals(new FdbEntry(made.header().withState(NUD_NOARP), made.attributes())));
    }
}
