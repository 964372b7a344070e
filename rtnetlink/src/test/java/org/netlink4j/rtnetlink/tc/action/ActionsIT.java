package org.netlink4j.rtnetlink.tc.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELACTION;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWACTION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.testkit.NeedsKernel;
import org.netlink4j.testkit.RootTest;

/** The kernel wants {@code CAP_NET_ADMIN} of the initial user namespace, whatever the network namespace. */
@RootTest
class ActionsIT extends InNamespace {
    private static final int RTNLGRP_TC = 4;
    private static final int DEVICE = 77;
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:01");
    private static final Octets NONE = Octets.zeros(4);
    private static final IpAddress FOUR = IpAddress.parse("10.0.0.1");
    private static final IpAddress SIX = IpAddress.parse("2001:db8::1");

    private Actions actions;

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").index(DEVICE).kind(new Veth()));
        actions = rtnetlink.actions();
    }

    @Test
    void createsReplacesAndDeletes() throws NetlinkException {
        Octets cookie = Octets.parse("c0ffee");
        actions.create(Action.of(Mirred.redirect(DEVICE).index(5)).cookie(cookie).hardwareStatistics(0));
        Action made = actions.get("mirred", 5);
        Mirred mirred = (Mirred) made.kind();
        assertEquals(OptionalInt.of(TcaMirred.TCA_EGRESS_REDIR), mirred.action());
        assertEquals(OptionalInt.of(DEVICE), mirred.device());
        assertEquals(Optional.of(ControlAction.STOLEN), mirred.control());
        assertEquals(OptionalInt.of(5), mirred.index());
        assertEquals(OptionalInt.of(1), mirred.references());
        assertEquals(OptionalInt.of(0), mirred.bindings());
        assertEquals(Optional.empty(), mirred.times().orElseThrow().firstUsed());
        assertEquals(Duration.ZERO, mirred.times().orElseThrow().expires());
        assertEquals(Optional.of(cookie), made.cookie());
        assertEquals(OptionalInt.of(0), made.hardwareStatistics());
        assertEquals(OptionalInt.of(0), made.hardwareCount());
        assertEquals(OptionalLong.of(0), made.statistics().orElseThrow().packets());
        assertEquals(Errno.EEXIST,
                assertThrows(KernelException.class, () -> actions.create(Action.of(Mirred.mirror(DEVICE).index(5)))).errno());
        actions.replace(Action.of(Mirred.mirror(DEVICE).index(5)).flags(TcaAct.TCA_ACT_FLAGS_SKIP_HW));
        assertEquals(Optional.of(ControlAction.PIPE), actions.get("mirred", 5).kind().control());
        actions.delete("mirred", 5);
        assertEquals(List.of(), actions.list("mirred"));
        assertEquals(Errno.ENOENT, assertThrows(KernelException.class, () -> actions.get("mirred", 5)).errno());
        assertEquals(Errno.ENOENT, assertThrows(KernelException.class, () -> actions.delete("mirred", 5)).errno());
    }

    /** More than 32 come in one message, if that is asked for. */
    @Test
    void listsManyAndFlushes() throws NetlinkException {
        for (int first = 1; first <= 97; first += 32) {
            actions.create(IntStream.range(first, first + 32).mapToObj(index -> Action.of(Mirred.mirror(DEVICE).index(index))).toList());
        }
        assertEquals(IntStream.rangeClosed(1, 128).boxed().toList(),
                actions.list("mirred").stream().map(action -> action.kind().index().orElseThrow()).toList());
        List<ActionMessage> messages = actions.messages("mirred");
        assertTrue(messages.getFirst().count().orElseThrow() > 32, () -> messages.getFirst().count().toString());
        assertEquals(128, messages.stream().mapToLong(message -> message.count().orElseThrow()).sum());
        assertEquals(128, actions.list("mirred", Duration.ofHours(1)).size());
        actions.flush("mirred");
        assertEquals(List.of(), actions.list("mirred"));
    }

    @Test
    void seesEvents() throws NetlinkException {
        try (EventStream events =
                EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_TC), SocketOptions.DEFAULT, namespace)) {
            actions.create(Action.of(Mirred.mirror(DEVICE).index(9)));
            actions.delete("mirred", 9);
            for (int type : List.of(RTM_NEWACTION, RTM_DELACTION)) {
                Event<ActionMessage> event = events.next(Duration.ofSeconds(5), ActionMessage::decode).orElseThrow();
                if (!(event instanceof Event.Notification<ActionMessage>(int seen, ActionMessage message, _))) {
                    throw new AssertionError(event.toString());
                }
                assertEquals(type, seen);
                assertEquals(OptionalInt.of(9), message.actions().getFirst().kind().index());
            }
        }
    }

    static Stream<ActionKind<?>> kinds() {
        return Stream.of(
                new Gact(ControlAction.DROP).every(5, ControlAction.PASS),
                new Gact(ControlAction.jump(1)),
                Police.bytes(125_000, 102_400).control(ControlAction.DROP),
                Police.bytes(10_000_000_000L, 1 << 20).largest(65_536).peak(11_250_000_000L).conforming(ControlAction.PIPE),
                Police.packets(1000, 200),
                new Skbedit().priority(TcHandle.of(1, 2)).queue(3).mark(7).markMask(0xff).packetType(1).inheritDsField(),
                new Skbedit().queues(2, 5),
                Vlan.pop(),
                Vlan.push(5).protocol(EtherType.PROVIDER_VLAN).priority(3),
                Vlan.modify(6),
                Vlan.popEthernet(),
                Vlan.pushEthernet(MAC, MAC),
                Pedit.of(List.of(PeditKey.set(TcaPedit.TCA_PEDIT_KEY_EX_HDR_TYPE_NETWORK, 8, Octets.parse("05000000"), NONE))),
                Pedit.of(List.of(
                        PeditKey.add(TcaPedit.TCA_PEDIT_KEY_EX_HDR_TYPE_IP4, 8, Octets.parse("ff000000"), Octets.parse("00ffffff")),
                        new PeditKey(TcaPedit.TCA_PEDIT_KEY_EX_HDR_TYPE_TCP, 0, 4, Octets.parse("05000000"), NONE, 1, 15, 2))),
                TunnelKey.unset(),
                TunnelKey.set(FOUR, FOUR).id(5).port(4789).checksum(false).service(16).timeToLive(9),
                TunnelKey.set(SIX, SIX).checksum(true),
                Ct.track().zone(4),
                Ct.commit().force().mark(1, 0xff).label(Octets.zeros(16), Octets.parse("ff".repeat(16))),
                Ct.clear(),
                Ct.commit().translateDestination().addresses(SIX, SIX).ports(80, 90));
    }

    /** What the kernel says of an action has all that was wanted of it. */
    @ParameterizedTest
    @MethodSource("kinds")
    void keepsWhatWasWanted(ActionKind<?> wanted) throws NetlinkException {
        try {
            actions.create(Action.of(wanted.index(3)));
        } catch (KernelException e) {
            Assumptions.assumeFalse(e.errno() == Errno.ENOENT, () -> "this kernel has no action " + wanted.kind());
            throw e;
        }
        ActionKind<?> made = actions.get(wanted.kind(), 3).kind();
        assertEquals(wanted.getClass(), made.getClass());
        assertEquals(wanted.control(), made.control());
        assertEquals(OptionalInt.of(3), made.index());
        assertEquals(List.of(), made.data().unknown());
        assertSame(wanted, made);
    }

    /** The kernel does not ask whether there is such a block. */
    @NeedsKernel("6.8")
    @Test
    void mirrorsToABlock() throws NetlinkException {
        keepsWhatWasWanted(Mirred.mirror(0).block(5));
        assertEquals(OptionalLong.of(5), ((Mirred) actions.get("mirred", 3).kind()).block());
    }

    private static void assertSame(ActionKind<?> wanted, ActionKind<?> made) {
        switch (wanted) {
            case Gact gact -> {
                assertEquals(gact.probabilityType(), ((Gact) made).probabilityType());
                assertEquals(gact.probabilityPackets(), ((Gact) made).probabilityPackets());
                assertEquals(gact.probabilityControl(), ((Gact) made).probabilityControl());
            }
            case Police police -> {
                Police other = (Police) made;
                assertEquals(police.rate(), other.rate());
                assertEquals(police.peak(), other.peak());
                assertEquals(police.burst(), other.burst());
                assertEquals(police.conforming(), other.conforming());
                assertEquals(police.packetRate(), other.packetRate());
                assertEquals(police.packetBurst(), other.packetBurst());
            }
            case Pedit pedit -> assertEquals(pedit.keys(), ((Pedit) made).keys());
            default -> wanted.data().numbers().stream()
                    .filter(number -> number != 1 && number != 2) // the parameters and times have been looked at
                    .forEach(number -> assertEquals(hex(wanted, number), hex(made, number), () -> made.toString()));
        }
    }

    private static Optional<Octets> hex(ActionKind<?> kind, int number) {
        return kind.data().payload(number).map(Octets::of);
    }
}
