package org.netlink4j.rtnetlink.tc.qdisc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcRate;
import org.netlink4j.testkit.KernelTest;

@KernelTest
class QdiscsIT extends InNamespace {
    private static final int RTNLGRP_TC = 4;
    private static final int DEVICE = 100; // a new namespace may have tunnels with lower ones
    private static final TcHandle ONE = TcHandle.qdisc(1);
    private static final TcHandle CLASS = TcHandle.of(1, 0x10);

    private Qdiscs qdiscs;
    private TrafficClasses classes;

    @BeforeEach
    void open() throws NetlinkException {
        qdiscs = rtnetlink.qdiscs();
        classes = rtnetlink.trafficClasses();
        rtnetlink.links().create(LinkSpec.named("v0").index(DEVICE).kind(Veth.withPeer(LinkSpec.named("v1"))));
        rtnetlink.links().setUp(DEVICE);
    }

    private Qdisc root() throws NetlinkException {
        return qdiscs.list(DEVICE).stream().filter(Qdisc::isRoot).findFirst().orElseThrow();
    }

    private static int errno(NetlinkCall call) {
        return assertThrows(KernelException.class, call::run).errno();
    }

    private interface NetlinkCall {
        void run() throws NetlinkException;
    }

    @Test
    void createsChangesReplacesAndDeletes() throws NetlinkException {
        assertEquals(Optional.of("noqueue"), root().kindName());
        QdiscSpec spec = QdiscSpec.root(DEVICE).handle(ONE);
        qdiscs.create(spec.kind(new Pfifo().limit(7)));
        assertEquals(ONE, root().handle());
        assertEquals(OptionalLong.of(7), root().kind(Pfifo.class).orElseThrow().limit());
        assertEquals(OptionalLong.of(0), root().statistics().orElseThrow().drops());
        assertEquals(Errno.EEXIST, errno(() -> qdiscs.create(spec.kind(new Pfifo()))));
        qdiscs.change(spec.kind(new Pfifo().limit(8)));
        assertEquals(Optional.of(new Pfifo().limit(8)), root().kind());
        qdiscs.replace(spec.handle(TcHandle.qdisc(2)).kind(new Bfifo().limit(9000)));
        assertEquals(TcHandle.qdisc(2), root().handle());
        assertEquals(Optional.of(new Bfifo().limit(9000)), root().kind());
        qdiscs.delete(QdiscSpec.root(DEVICE));
        assertEquals(Optional.of(new Noqueue()), root().kind());
        assertEquals(Errno.ENOENT, errno(() -> qdiscs.delete(QdiscSpec.root(DEVICE))));
    }

    @Test
    void getsByHandleAndByParent() throws NetlinkException {
        qdiscs.create(QdiscSpec.root(DEVICE).handle(ONE).kind(new Pfifo()));
        assertEquals(root(), qdiscs.get(QdiscSpec.root(DEVICE)).orElseThrow());
        Qdisc byHandle = qdiscs.get(QdiscSpec.on(DEVICE).handle(ONE)).orElseThrow();
        assertEquals(TcHandle.UNSPEC, byHandle.parent(), "the kernel says the parent that it was asked for");
        assertEquals(root().lasting(), byHandle.lasting());
        assertEquals(Errno.ENOENT, errno(() -> qdiscs.get(QdiscSpec.on(DEVICE).handle(TcHandle.qdisc(3)))));
        assertEquals(Errno.ENODEV, errno(() -> qdiscs.get(QdiscSpec.root(99))));
    }

    @Test
    void shapesWithATokenBucket() throws NetlinkException {
        TcRate rate = TcRate.of(125_000, 0);
        qdiscs.create(QdiscSpec.root(DEVICE).handle(ONE).kind(Tbf.of(rate, 10_240, Tbf.limit(125_000, 10_240, 50_000))));
        Tbf tbf = root().kind(Tbf.class).orElseThrow();
        assertEquals(OptionalLong.of(125_000), tbf.rate());
        assertEquals(OptionalLong.of(10_240), tbf.burst());
        assertEquals(OptionalLong.of(50_000), tbf.latency());
        assertEquals(OptionalLong.empty(), tbf.peakRate());
        TcRate fast = TcRate.of(5_000_000_000L, 9000);
        qdiscs.replace(QdiscSpec.root(DEVICE).handle(ONE)
                .kind(Tbf.of(fast, 1 << 20, 10 << 20, TcRate.of(10_000_000_000L, 9000), 640_000)));
        Tbf peak = root().kind(Tbf.class).orElseThrow();
        assertEquals(OptionalLong.of(5_000_000_000L), peak.rate());
        assertEquals(OptionalLong.of(10_000_000_000L), peak.peakRate());
        long burst = peak.peakBurst().orElseThrow();
        assertTrue(burst > 600_000 && burst <= 640_000, () -> "rounded down by the clocks: " + burst);
        assertEquals(OptionalLong.of(10 << 20), peak.limit());
    }

    @Test
    void buildsATreeOfClasses() throws NetlinkException {
        qdiscs.create(QdiscSpec.root(DEVICE).handle(ONE).kind(new Htb().defaultClass(0x10).rateToQuantum(5).directQueueLength(99)));
        Htb htb = root().kind(Htb.class).orElseThrow();
        assertEquals(OptionalLong.of(0x10), htb.defaultClass());
        assertEquals(OptionalLong.of(5), htb.rateToQuantum());
        assertEquals(OptionalLong.of(99), htb.directQueueLength());
        assertEquals(OptionalLong.of(0), htb.directPackets());
        assertEquals(false, htb.offload());

        TrafficClassSpec spec = TrafficClassSpec.of(DEVICE, CLASS).parent(ONE);
        classes.create(spec.kind(HtbClass.of(1_250_000, 5_000_000_000L).priority(3).quantum(3000)));
        TrafficClass created = classes.get(DEVICE, CLASS).orElseThrow();
        HtbClass kind = created.kind(HtbClass.class).orElseThrow();
        assertEquals(OptionalLong.of(1_250_000), kind.rate());
        assertEquals(OptionalLong.of(5_000_000_000L), kind.ceil());
        assertEquals(OptionalLong.of(1600), kind.burst());
        assertEquals(OptionalLong.of(3), kind.priority());
        assertEquals(OptionalLong.of(3000), kind.quantum());
        assertEquals(OptionalLong.of(0), kind.level());
        assertEquals(TcHandle.ROOT, created.parent());
        assertEquals(Errno.EEXIST, errno(() -> classes.create(spec.kind(HtbClass.of(125_000)))));
        classes.change(spec.kind(HtbClass.of(2_500_000)));
        classes.replace(TrafficClassSpec.of(DEVICE, TcHandle.of(1, 0x11)).parent(CLASS).kind(HtbClass.of(1_000_000)));
        assertEquals(2, classes.list(DEVICE).size());
        assertEquals(2, classes.list(DEVICE, ONE).size());
        assertEquals(List.of(), classes.list(DEVICE, TcHandle.qdisc(2)));
        assertEquals(OptionalLong.of(2_500_000),
                classes.get(DEVICE, CLASS).orElseThrow().kind(HtbClass.class).orElseThrow().ceil());

        qdiscs.create(QdiscSpec.on(DEVICE).parent(TcHandle.of(1, 0x11)).handle(TcHandle.qdisc(7)).kind(new Pfifo()));
        assertEquals(Optional.of(TcHandle.qdisc(7)), classes.get(DEVICE, TcHandle.of(1, 0x11)).orElseThrow().leaf());
        assertEquals(2, qdiscs.list(DEVICE).size());
        assertEquals(Errno.EBUSY, errno(() -> classes.delete(DEVICE, CLASS)));
        classes.delete(DEVICE, TcHandle.of(1, 0x11));
        classes.delete(DEVICE, CLASS);
        assertEquals(List.of(), classes.list(DEVICE));
        assertEquals(Errno.ENOENT, errno(() -> classes.get(DEVICE, CLASS)));
    }

    @Test
    void listsThoseThatHide() throws NetlinkException {
        qdiscs.create(QdiscSpec.root(DEVICE).handle(ONE).kind(new Htb()));
        classes.create(TrafficClassSpec.of(DEVICE, CLASS).parent(ONE).kind(HtbClass.of(125_000)));
        long seen = qdiscs.list().stream().filter(qdisc -> qdisc.parent().equals(CLASS)).count();
        List<Qdisc> all = qdiscs.listInvisible().stream().filter(qdisc -> qdisc.parent().equals(CLASS)).toList();
        assertEquals(0, seen);
        assertEquals(1, all.size());
        assertEquals(TcHandle.UNSPEC, all.getFirst().handle());
    }

    @Test
    void putsAPlaceForFiltersBesideTheRoot() throws NetlinkException {
        qdiscs.create(QdiscSpec.clsact(DEVICE).ingressBlock(5).egressBlock(6));
        Qdisc clsact = qdiscs.get(QdiscSpec.on(DEVICE).parent(TcHandle.CLSACT)).orElseThrow();
        assertEquals(Optional.of(new Clsact()), clsact.kind());
        assertEquals(OptionalLong.of(5), clsact.ingressBlock());
        assertEquals(OptionalLong.of(6), clsact.egressBlock());
        qdiscs.delete(QdiscSpec.on(DEVICE).parent(TcHandle.CLSACT));
        qdiscs.create(QdiscSpec.ingress(DEVICE));
        Qdisc ingress = qdiscs.get(QdiscSpec.on(DEVICE).parent(TcHandle.INGRESS)).orElseThrow();
        assertEquals(Optional.of(new Ingress()), ingress.kind());
        assertEquals(TcHandle.qdisc(0xffff), ingress.handle());
    }

    @Test
    void estimatesRates() throws NetlinkException {
        qdiscs.create(QdiscSpec.root(DEVICE).handle(ONE).estimator(0, 3).kind(new Pfifo()));
        assertTrue(root().statistics().orElseThrow().byteRate().isPresent());
    }

    @Test
    void namesTheAttributeThatTheKernelRefused() {
        QdiscSpec wrong = QdiscSpec.root(DEVICE).handle(TcHandle.of(1, 1)).kind(new Pfifo());
        assertEquals(Errno.EINVAL, errno(() -> qdiscs.create(wrong)));
        assertEquals(Errno.ENOENT, errno(() -> qdiscs.create(QdiscSpec.root(DEVICE).kind(new UnknownQdiscKind("no_such_kind")))));
        KernelException refused = assertThrows(KernelException.class, () -> qdiscs.create(
                QdiscSpec.root(DEVICE).kind(new Tbf(Tbf.of(TcRate.of(1000, 0), 2000, 3000).data().without(TcaTbf.TCA_TBF_PARMS)))));
        assertEquals(Errno.EINVAL, refused.errno());
    }

    @Test
    void watches() throws NetlinkException {
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace);
                EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_TC), SocketOptions.DEFAULT, namespace);
                Watch<Qdisc.Key, Qdisc> watch = Watch.open(events, client, Qdiscs.watched())) {
            qdiscs.create(QdiscSpec.root(DEVICE).handle(ONE).kind(new Pfifo().limit(3)));
            assertTrue(watch.next(Duration.ofSeconds(5)).orElseThrow() instanceof WatchEvent.Disappeared<Qdisc>, "the default one");
            assertEquals(new WatchEvent.Appeared<>(root()), watch.next(Duration.ofSeconds(5)).orElseThrow());
        }
    }
}
