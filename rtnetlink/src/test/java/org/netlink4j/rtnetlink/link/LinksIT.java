package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.testkit.Refused.refused;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsKernel;

@KernelTest
class LinksIT extends InNamespace {
    private static final MacAddress A = MacAddress.parse("02:00:00:00:00:0a");
    private static final MacAddress B = MacAddress.parse("02:00:00:00:00:0b");

    private Links links;

    @BeforeEach
    void open() throws NetlinkException {
        links = rtnetlink.links();
    }

    /** A device to put others on: one end of a cable. */
    private Link lower() throws NetlinkException {
        links.create(LinkSpec.named("v0").kind(Veth.withPeer(LinkSpec.named("v1"))));
        return links.get("v0");
    }

    private Link macvlan(LinkKind kind) throws NetlinkException {
        links.create(LinkSpec.named("m0").lower(lower().index()).kind(kind));
        return links.get("m0");
    }

    @Test
    void aNewNamespaceHasALoopback() throws NetlinkException {
        Link lo = links.get("lo");
        assertEquals(1, lo.index());
        assertFalse(lo.isUp());
        assertTrue(links.list().contains(lo));
        assertEquals(lo, links.get(1));
    }

    @Test
    void createsACableWithBothEndsAsWanted() throws NetlinkException {
        LinkSpec peer = LinkSpec.named("far").mtu(1300).address(B).txQueueLength(7);
        links.create(LinkSpec.named("near").mtu(1400).address(A).group(5).queues(3, 2).kind(Veth.withPeer(peer)));
        Link near = links.get("near");
        Link far = links.get("far");
        assertEquals(OptionalInt.of(1400), near.mtu());
        assertEquals(Optional.of(A), near.address());
        assertEquals(OptionalInt.of(5), near.group());
        assertEquals(OptionalInt.of(3), near.txQueues());
        assertEquals(OptionalInt.of(2), near.rxQueues());
        assertEquals(OptionalInt.of(1300), far.mtu());
        assertEquals(Optional.of(B), far.address());
        assertEquals(OptionalInt.of(7), far.txQueueLength());
        assertEquals(OptionalInt.of(far.index()), near.lower());
        assertEquals(OptionalInt.of(near.index()), far.lower());
        assertTrue(near.kind(Veth.class).isPresent());
        links.delete("near");
        refused(Errno.ENODEV, () -> links.get("far"));
    }

    @Test
    void putsTheOtherEndIntoAnotherNamespace() throws NetlinkException {
        try (NetworkNamespace other = NetworkNamespace.createAnonymous();
                Rtnetlink there = Rtnetlink.open(other)) {
            links.create(LinkSpec.named("near").kind(Veth.withPeer(LinkSpec.named("far").namespace(other))));
            assertEquals("far", there.links().get("far").name());
            Link near = links.get("near");
            assertTrue(near.lowerNamespaceId().isPresent());
            assertEquals(OptionalInt.of(there.links().get("far").index()), near.lower());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "vepa", "bridge", "passthru", "source"})
    void createsMacvtapAndMacvlanInEveryMode(String word) throws NetlinkException {
        MacvlanMode mode = MacvlanMode.parse(word);
        Macvtap macvtap = macvlan(new Macvtap().mode(mode)).kind(Macvtap.class).orElseThrow();
        assertEquals(Optional.of(mode), macvtap.mode());
        links.delete("m0");
        links.create(LinkSpec.named("m1").lower(links.get("v0").index()).kind(new Macvlan().mode(mode)));
        assertEquals(Optional.of(mode), links.get("m1").kind(Macvlan.class).orElseThrow().mode());
        assertTrue(links.get("m1").kind(Macvtap.class).isEmpty());
    }

    @Test
    void vepaIsTheDefaultMode() throws NetlinkException {
        assertEquals(Optional.of(MacvlanMode.VEPA), macvlan(new Macvtap()).kind(Macvtap.class).orElseThrow().mode());
    }

    @Test
    void changesAMacvlan() throws NetlinkException {
        int index = macvlan(new Macvlan().mode(MacvlanMode.PRIVATE)).index();
        links.change(LinkSpec.indexed(index).kind(new Macvlan().mode(MacvlanMode.BRIDGE).broadcastQueueLength(3000)));
        Macvlan changed = links.get(index).kind(Macvlan.class).orElseThrow();
        assertEquals(Optional.of(MacvlanMode.BRIDGE), changed.mode());
        assertEquals(OptionalInt.of(3000), changed.broadcastQueueLength());
        assertEquals(OptionalInt.of(3000), changed.broadcastQueueLengthUsed());

        links.create(LinkSpec.named("m1")
                .lower(links.get("v0").index())
                .kind(new Macvlan().mode(MacvlanMode.BRIDGE).broadcastQueueLength(5000)));
        Macvlan shared = links.get(index).kind(Macvlan.class).orElseThrow();
        assertEquals(OptionalInt.of(3000), shared.broadcastQueueLength());
        assertEquals(OptionalInt.of(5000), shared.broadcastQueueLengthUsed(), "the largest request on the lower device");
    }

    @NeedsKernel("6.4")
    @Test
    void changesTheCutoffOfAMacvlan() throws NetlinkException {
        int index = macvlan(new Macvlan().mode(MacvlanMode.BRIDGE)).index();
        assertEquals(OptionalInt.empty(), links.get(index).kind(Macvlan.class).orElseThrow().broadcastCutoff());
        links.change(LinkSpec.indexed(index).kind(new Macvlan().broadcastCutoff(-1)));
        assertEquals(OptionalInt.of(-1), links.get(index).kind(Macvlan.class).orElseThrow().broadcastCutoff());
    }

    @Test
    void setsTheFlagsOfAMacvlan() throws NetlinkException {
        int index = macvlan(new Macvlan().mode(MacvlanMode.PASSTHRU).flags(MacvlanFlags.NOPROMISC)).index();
        assertEquals(
                Optional.of(MacvlanFlags.NOPROMISC), links.get(index).kind(Macvlan.class).orElseThrow().flags());
        links.change(LinkSpec.indexed(index).kind(new Macvlan().mode(MacvlanMode.PASSTHRU).flags(MacvlanFlags.NONE)));
        assertEquals(Optional.of(MacvlanFlags.NONE), links.get(index).kind(Macvlan.class).orElseThrow().flags());
    }

    @Test
    void changesTheListOfSources() throws NetlinkException {
        MacvlanSources sources = links.sources(macvlan(new Macvtap().mode(MacvlanMode.SOURCE)));
        assertEquals(List.of(), sources.list());
        sources.add(A);
        sources.add(A);
        assertEquals(List.of(A), sources.list());
        sources.add(B);
        assertEquals(Set.of(A, B), Set.copyOf(sources.list()));
        sources.delete(A);
        assertEquals(List.of(B), sources.list());
        Set<MacAddress> many = LongStream.range(0, 100)
                .mapToObj(bits -> new MacAddress(0x020000000000L + bits))
                .collect(Collectors.toSet());
        sources.set(many);
        assertEquals(many, Set.copyOf(sources.list()));
        assertEquals(OptionalInt.of(100), links.get("m0").kind(Macvtap.class).orElseThrow().sourceCount());
        sources.flush();
        assertEquals(List.of(), sources.list());
        refused(Errno.EADDRNOTAVAIL, () -> sources.add(MacAddress.parse("01:00:00:00:00:01")));
    }

    @Test
    void onlyMacvlansHaveSources() throws NetlinkException {
        Link v0 = lower();
        assertThrows(IllegalArgumentException.class, () -> links.sources(v0));
    }

    @Test
    void createsAndChangesABridgeAndItsPorts() throws NetlinkException {
        links.create(LinkSpec.named("br0").kind(new Bridge().forwardDelay(400).priority(7).multicastSnooping(false)));
        Link bridge = links.get("br0");
        Bridge settings = bridge.kind(Bridge.class).orElseThrow();
        assertEquals(OptionalInt.of(400), settings.forwardDelay());
        assertEquals(OptionalInt.of(7), settings.priority());
        assertEquals(Optional.of(false), settings.multicastSnooping());
        links.change(LinkSpec.indexed(bridge.index())
                .kind(new Bridge().spanningTree(true).ageingTime(1000).groupForwardMask(1 << 14)));
        settings = links.get("br0").kind(Bridge.class).orElseThrow();
        assertEquals(Optional.of(true), settings.spanningTree());
        assertEquals(OptionalInt.of(1000), settings.ageingTime());
        assertEquals(OptionalInt.of(1 << 14), settings.groupForwardMask());

        Link port = lower();
        links.change(LinkSpec.indexed(port.index()).master(bridge.index()));
        port = links.get("v0");
        assertEquals(OptionalInt.of(bridge.index()), port.master());
        assertEquals(Optional.of("bridge"), port.port().map(LinkPort::kind));
        assertEquals(List.of(port), links.list(LinkFilter.ofMaster(bridge.index())));
        links.change(LinkSpec.indexed(port.index()).master(0));
        assertEquals(OptionalInt.empty(), links.get("v0").master());
    }

    @Test
    void givesAlternativeNames() throws NetlinkException {
        int index = lower().index();
        String longName = "a-name-that-is-longer-than-fifteen-bytes";
        links.addNames(index, List.of("another", longName));
        assertEquals(List.of("another", longName), links.get("v0").alternativeNames());
        assertEquals(index, links.getByAlternativeName(longName).index());
        assertEquals(index, links.getByAlternativeName("v0").index());
        refused(Errno.EEXIST, () -> links.addNames(index, List.of("another")));
        links.deleteNames(index, List.of("another"));
        assertEquals(List.of(longName), links.get("v0").alternativeNames());
        refused(Errno.ENOENT, () -> links.deleteNames(index, List.of("another")));
        refused(Errno.ENODEV, () -> links.getByAlternativeName("another"));
    }

    @Test
    void deletesAGroupAtOnce() throws NetlinkException {
        int before = links.list().size();
        for (int i = 0; i < 20; i++) {
            links.create(LinkSpec.named("g" + i).group(77).kind(new Ifb()));
        }
        assertEquals(before + 20, links.list().size());
        links.deleteGroup(77);
        assertEquals(before, links.list().size());
        refused(Errno.ENODEV, () -> links.deleteGroup(77));
        refused(Errno.EPERM, () -> links.deleteGroup(0));
    }

    @Test
    void keepsADeviceWithoutCarrier() throws NetlinkException {
        int index = macvlan(new Macvlan()).index();
        links.change(LinkSpec.indexed(index).protoDown(true).protoDownReasons(1L << 31 | 1 << 9, 0xffff_ffffL));
        assertEquals(Optional.of(true), links.get(index).protoDown());
        assertEquals(OptionalInt.of(1 << 31 | 1 << 9), links.get(index).protoDownReasons());
        refused(Errno.EBUSY, () -> links.change(LinkSpec.indexed(index).protoDown(false)));
        links.change(LinkSpec.indexed(index).protoDownReasons(0, 0xffff_ffffL));
        links.change(LinkSpec.indexed(index).protoDown(false));
        assertEquals(Optional.of(false), links.get(index).protoDown());
        assertEquals(OptionalInt.empty(), links.get(index).protoDownReasons());
    }

    @Test
    void limitsOffloads() throws NetlinkException {
        int index = lower().index();
        links.change(LinkSpec.indexed(index).gsoMaxSize(60_000).gsoMaxSegments(100).groMaxSize(50_000));
        Link link = links.get(index);
        assertEquals(OptionalInt.of(60_000), link.gsoMaxSize());
        assertEquals(OptionalInt.of(100), link.gsoMaxSegments());
        assertEquals(OptionalInt.of(50_000), link.groMaxSize());
        assertTrue(link.tsoMaxSize().isPresent());
    }

    @Test
    void readsWhatEachFamilySays() throws NetlinkException {
        int index = lower().index();
        links.change(LinkSpec.indexed(index).addressGeneration(3));
        Link link = links.get(index);
        assertEquals(OptionalInt.of(3), link.inet6().orElseThrow().addressGeneration());
        assertEquals(Optional.of(Ipv6Address.ANY), link.inet6().orElseThrow().token());
        assertEquals(OptionalInt.of(1500), link.inet6().orElseThrow().setting(2), "DEVCONF_MTU6");
        assertEquals(OptionalInt.of(0), link.inet().orElseThrow().setting(2), "IPV4_DEVCONF_MC_FORWARDING");
        assertEquals(OptionalInt.empty(), link.inet().orElseThrow().setting(1000));
        assertEquals(Optional.of(false), link.xdp().map(LinkXdp::isAttached));
        assertEquals(List.of(), link.functions());
        LinkStatistics statistics = link.statistics().orElseThrow();
        assertEquals(link.counter("tx_packets"), OptionalLong.of(statistics.txPackets()));
    }

    @Test
    void createsAnIfb() throws NetlinkException {
        links.create(LinkSpec.named("x0").kind(new Ifb()));
        assertEquals(Optional.of(new Ifb()), links.get("x0").kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "239.1.1.1", "2001:db8::1", "ff05::1"})
    void createsAVxlan(String remote) throws NetlinkException {
        int lower = lower().index();
        Vxlan wanted = new Vxlan().id(0xfffffe).remote(IpAddress.parse(remote)).lower(lower).port(4790).sourcePorts(1000, 2000)
                .tos(0x20).ttl(7).learning(false).ageing(70).limit(9).groupPolicy(true).udpZeroChecksum6Accept(true);
        links.create(LinkSpec.named("x0").kind(wanted));
        Vxlan made = links.get("x0").kind(Vxlan.class).orElseThrow();
        wanted.data().numbers().forEach(number ->
                assertArrayEquals(wanted.data().payload(number).orElseThrow(), made.data().payload(number).orElseThrow()));
        assertEquals(wanted.remote(), made.remote());
        assertEquals(OptionalLong.of(2000), made.highestSourcePort());
        refused(Errno.EOPNOTSUPP, () -> links.change(LinkSpec.named("x0").kind(new Vxlan().id(1))));
        links.change(LinkSpec.named("x0").kind(new Vxlan().learning(true)));
        assertEquals(Optional.of(true), links.get("x0").kind(Vxlan.class).orElseThrow().learning());
    }

    @Test
    void changesABridgePort() throws NetlinkException {
        links.create(LinkSpec.named("br0").kind(new Bridge()));
        links.change(LinkSpec.indexed(lower().index()).master(links.get("br0").index()));
        BridgePort wanted = new BridgePort().hairpin(true).cost(77).priority(5).isolated(true).groupForwardMask(0x4000);
        links.change(LinkSpec.named("v0").port(wanted));
        BridgePort port = links.get("v0").port(BridgePort.class).orElseThrow();
        assertEquals(Optional.of(true), port.hairpin());
        assertEquals(OptionalInt.of(77), port.cost());
        assertEquals(OptionalInt.of(5), port.priority());
        assertEquals(Optional.of(true), port.isolated());
        assertEquals(OptionalInt.of(0x4000), port.groupForwardMask());
        assertEquals(Optional.empty(), links.get("br0").port());
    }

    @Test
    void refusesKindsThatTheKernelLacks() {
        refused(Errno.EOPNOTSUPP, () -> links.create(LinkSpec.named("x0").kind(new Tun())));
    }

    @Test
    void filtersByKind() throws NetlinkException {
        macvlan(new Macvlan());
        assertEquals(List.of(links.get("m0")), links.list(LinkFilter.ofKind("macvlan")));
        assertEquals(2, links.list(LinkFilter.ofKind("veth")).size());
        assertEquals(List.of(), links.list(LinkFilter.ofKind("no-such-kind")));
        assertEquals(List.of(), links.list(LinkFilter.ofKind("macvlan").master(links.get("v0").index())));
    }

    @Test
    void changesWhatEveryLinkHas() throws NetlinkException {
        int index = lower().index();
        links.rename(index, "renamed");
        assertEquals("renamed", links.get(index).name());
        links.setMtu(index, 1234);
        links.setAddress(index, A);
        links.change(LinkSpec.named("renamed").alias("what it is for").txQueueLength(9).group(3));
        Link changed = links.get("renamed");
        assertEquals(OptionalInt.of(1234), changed.mtu());
        assertEquals(Optional.of(A), changed.address());
        assertEquals(Optional.of("what it is for"), changed.alias());
        assertEquals(OptionalInt.of(9), changed.txQueueLength());
        assertEquals(OptionalInt.of(3), changed.group());
        links.setUp(index);
        assertTrue(links.get(index).isUp());
        links.setDown(index);
        assertFalse(links.get(index).isUp());
        links.delete(index);
        refused(Errno.ENODEV, () -> links.get(index));
    }

    @Test
    void movesALinkToAnotherNamespace() throws NetlinkException {
        int index = lower().index();
        try (NetworkNamespace other = NetworkNamespace.createAnonymous();
                Rtnetlink there = Rtnetlink.open(other)) {
            links.moveTo(index, other);
            refused(Errno.ENODEV, () -> links.get("v0"));
            Link moved = there.links().get("v0");
            assertTrue(moved.lowerNamespaceId().isPresent());
            there.links().moveTo(moved.index(), namespace);
            assertEquals("v0", links.get("v0").name());
        }
    }

    @Test
    void saysWhyTheKernelRefused() throws NetlinkException {
        Link lower = lower();
        refused(Errno.EEXIST, () -> links.create(LinkSpec.named("v1").kind(new Veth())));
        refused(Errno.EEXIST, () -> links.rename(lower.index(), "v1"));
        refused(Errno.EOPNOTSUPP, () -> links.create(LinkSpec.named("x0").kind(new UnknownLinkKind("no-such-kind"))));
        refused(Errno.EOPNOTSUPP, () -> links.delete("lo"));
        refused(Errno.ENODEV, () -> links.delete("nobody"));
        refused(Errno.ENODEV, () -> links.get(4711));
        refused(Errno.ENODEV, () -> links.setUp(4711));
        KernelException tooLarge = refused(Errno.EINVAL, () -> links.setMtu(lower.index(), 1_000_000));
        assertTrue(tooLarge.kernelMessage().isPresent(), tooLarge.getMessage());
        refused(Errno.EADDRNOTAVAIL, () -> links.setAddress(lower.index(), MacAddress.parse("01:00:00:00:00:01")));
    }

    @Test
    void namesTheAttributeThatTheKernelRefused() throws NetlinkException {
        Request tooShort = Request.of(Rtm.RTM_NEWLINK, out -> {
            out.zeros(LinkHeader.IFINFOMSG.size());
            out.attributes()
                    .begin(Ifla.IFLA_LINKINFO)
                    .string(IflaInfo.IFLA_INFO_KIND, "macvtap")
                    .begin(IflaInfo.IFLA_INFO_DATA)
                    .u8(IflaMacvlan.IFLA_MACVLAN_MODE, 1) // the table would not let us
                    .end()
                    .end();
        });
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace)) {
            KernelException refusal =
                    refused(Errno.ERANGE, () -> client.execute(tooShort.flags(Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL)));
            assertEquals(Optional.of("IFLA_LINKINFO/IFLA_INFO_DATA/IFLA_MACVLAN_MODE"), refusal.attributePath());
        }
    }

    @Test
    void refusesAModeThatDoesNotExist() throws NetlinkException {
        int lower = lower().index();
        KernelException refusal = refused(Errno.EINVAL, () -> links.create(
                LinkSpec.named("m0").lower(lower).kind(new Macvtap().mode(new MacvlanMode(3)))));
        assertEquals("RTM_NEWLINK", refusal.request());
    }

    @Test
    void aSecondDeviceWithTheSameAddressCannotComeUp() throws NetlinkException {
        int lower = lower().index();
        links.create(LinkSpec.named("m0").lower(lower).address(A).kind(new Macvtap()).up());
        links.create(LinkSpec.named("m1").lower(lower).address(A).kind(new Macvtap()));
        refused(Errno.EADDRINUSE, () -> links.setUp(links.get("m1").index()));
        assertTrue(links.get("m0").isUp());
    }
}
