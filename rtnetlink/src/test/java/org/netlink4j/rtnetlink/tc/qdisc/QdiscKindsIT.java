package org.netlink4j.rtnetlink.tc.qdisc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsKernel;

/** The kernel takes every kind that it has, and says of it what was wanted. */
@KernelTest
class QdiscKindsIT extends InNamespace {
    private static final int DEVICE = 100; // a new namespace may have tunnels with lower ones
    private static final QdiscSpec ROOT = QdiscSpec.root(DEVICE).handle(TcHandle.qdisc(1));

    /** What one of this device's hardware, or only another discipline, would have to offer. */
    private static final Set<Integer> NOT_HERE = Set.of(Errno.EOPNOTSUPP, Errno.EINVAL);

    /** Times that the kernel rounds to its clock or its ticks, and counts that cannot be set. */
    private static final List<String> ROUNDED = List.of("TARGET", "INTERVAL", "THRESHOLD", "TUPDATE", "DELAY", "HH_FLOWS_LIMIT", "TIMEOUT");

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").index(DEVICE)
                .with(attributes -> attributes.with(Ifla.IFLA_NUM_TX_QUEUES, 4).with(Ifla.IFLA_NUM_RX_QUEUES, 4))
                .kind(Veth.withPeer(LinkSpec.named("v1"))));
    }

    @ParameterizedTest
    @MethodSource("org.netlink4j.rtnetlink.tc.qdisc.QdiscRequestDifferentialIT#kinds")
    void createsWhatIsWanted(String options, QdiscKind kind) throws NetlinkException {
        try {
            rtnetlink.qdiscs().create(ROOT.kind(kind));
        } catch (KernelException e) {
            Assumptions.assumeFalse(e.errno() == Errno.ENOENT, () -> "this kernel has no " + kind.kind());
            boolean hardware = options.contains("hw 1") || options.startsWith("plug") || options.startsWith("noqueue");
            Assumptions.assumeFalse(hardware && NOT_HERE.contains(e.errno()), () -> options + ": " + e.getMessage());
            throw e;
        }
        Qdisc created = rtnetlink.qdiscs().get(ROOT).orElseThrow();
        assertEquals(Optional.of(kind.kind()), created.kindName());
        QdiscKind said = created.kind().orElseThrow();
        assertEquals(kind.getClass(), said.getClass());
        said.data().numbers().stream().filter(kind.data()::has).filter(number -> isComparable(kind.data(), number)).forEach(number ->
                assertEquals(value(kind.data(), number), value(said.data(), number), () -> options + ": " + said));
    }

    @Test
    void setsAVirtualQueueOfGred() throws NetlinkException {
        createsWhatIsWanted("gred", Gred.of(3, 2, true).limit(300_000));
        RedParameters wanted = new RedParameters(60_000, 15_000, 45_000, 1000, 20, 0.02, 1_250_000);
        rtnetlink.qdiscs().change(ROOT.kind(Gred.queue(1, wanted, 2, TcaRed.TC_RED_ECN)));
        Gred made = (Gred) rtnetlink.qdiscs().get(ROOT).orElseThrow().kind().orElseThrow();
        GredQueue queue = made.queues().stream().filter(one -> one.number() == 1).findFirst().orElseThrow();
        assertEquals(List.of(60_000L, 15_000L, 45_000L), List.of(queue.limit(), queue.min(), queue.max()));
        assertEquals(2, queue.priority());
        assertEquals(OptionalLong.of(wanted.fixedProbability()), queue.probability());
        assertEquals(OptionalLong.of(TcaRed.TC_RED_ECN), queue.flags());
    }

    /** Which {@code tc} 6.1 does not know. */
    @NeedsKernel("6.17")
    @Test
    void createsADualQueue() throws NetlinkException {
        createsWhatIsWanted("dualpi2", new Dualpi2().limit(5000).memoryLimit(1 << 20).target(20_000).update(16_000).alpha(41).beta(819)
                .stepPackets(5).minimumForStep(3).coupling(3).dropOnOverload(false).dropEarly(true).classicProtection(20).ecnMask(3)
                .splitGso(false));
        Qdisc made = rtnetlink.qdiscs().get(ROOT).orElseThrow();
        assertEquals(List.of(), made.kind().orElseThrow().data().unknown());
    }

    /** The kernel rounds times to its clock, and answers structures with counters in them. */
    private static boolean isComparable(Attributes data, int number) {
        return data.spec(number).type().isNumber() && ROUNDED.stream().noneMatch(data.spec(number).name()::contains);
    }

    private static long value(Attributes data, int number) {
        return data.number(number).orElseThrow();
    }
}
