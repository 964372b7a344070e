package org.netlink4j.rtnetlink.neighbour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_EXT_LEARNED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_EXT_MANAGED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_ROUTER;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_PERMANENT;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_STALE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

@KernelTest
class NeighboursIT extends InNamespace {
    private static final int V0 = 10;
    private static final int RTNLGRP_NEIGH = 3;
    private static final MacAddress MAC = MacAddress.parse("02:00:00:00:00:01");
    private static final IpAddress FOUR = IpAddress.parse("192.0.2.9");

    private Neighbours neighbours;

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").index(V0).kind(Veth.withPeer(LinkSpec.named("v1").index(V0 + 1))));
        rtnetlink.links().setUp(V0);
        rtnetlink.links().setUp(V0 + 1);
        neighbours = rtnetlink.neighbours();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.9", "2001:db8::9"})
    void createsReplacesAndDeletes(String text) throws NetlinkException {
        IpAddress address = IpAddress.parse(text);
        NeighbourSpec spec = NeighbourSpec.of(V0, address).address(MAC);
        neighbours.create(spec.protocol(77));
        Neighbour made = neighbours.get(V0, address);
        assertEquals(Optional.of(address), made.destination());
        assertEquals(Optional.of(MAC), made.address());
        assertEquals(NUD_PERMANENT, made.state());
        assertEquals(OptionalInt.of(77), made.protocol());
        assertTrue(neighbours.list().contains(made));
        assertEquals(Errno.EEXIST, assertThrows(KernelException.class, () -> neighbours.create(spec)).errno());
        neighbours.replace(spec.state(NUD_STALE).flags(NTF_EXT_LEARNED));
        assertEquals(NUD_STALE, neighbours.get(V0, address).state());
        assertEquals(NTF_EXT_LEARNED, neighbours.get(V0, address).flags());
        neighbours.delete(spec);
        assertEquals(Errno.ENOENT, assertThrows(KernelException.class, () -> neighbours.delete(spec)).errno());
    }

    @Test
    void keepsProxiesApart() throws NetlinkException {
        neighbours.create(NeighbourSpec.proxy(V0, FOUR).protocol(4));
        List<Neighbour> proxies = neighbours.listProxies();
        assertEquals(List.of(Optional.of(FOUR)), proxies.stream().map(Neighbour::destination).toList());
        assertTrue(proxies.getFirst().isProxy());
        assertTrue(neighbours.list().stream().noneMatch(Neighbour::isProxy));
        neighbours.delete(NeighbourSpec.proxy(V0, FOUR));
        assertEquals(List.of(), neighbours.listProxies());
    }

    @Test
    void watches() throws NetlinkException {
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace);
                EventStream events =
                        EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_NEIGH), SocketOptions.DEFAULT, namespace);
                Watch<Neighbour.Key, Neighbour> watch = Watch.open(events, client, Neighbours.watched())) {
            NeighbourSpec spec = NeighbourSpec.of(V0, FOUR).address(MAC);
            neighbours.create(spec);
            assertEquals(new WatchEvent.Appeared<>(neighbours.get(V0, FOUR)), next(watch));
            neighbours.replace(spec.state(NUD_STALE));
            assertInstanceOf(WatchEvent.Changed.class, next(watch));
            assertEquals(Map.entry(neighbours.get(V0, FOUR).key(), neighbours.get(V0, FOUR)), watch.objects().entrySet().stream()
                    .filter(entry -> entry.getKey().destination().equals(Optional.of(FOUR))).findFirst().orElseThrow());
            neighbours.replace(spec.state(Nud.NUD_NOARP));
            assertInstanceOf(WatchEvent.Disappeared.class, next(watch), "the kernel would not tell that it makes one of that state");
        }
    }

    /** What the kernel does by itself, such as joining groups, is about IPv6. */
    private static WatchEvent<Neighbour> next(Watch<Neighbour.Key, Neighbour> watch) throws NetlinkException {
        while (true) {
            WatchEvent<Neighbour> event = watch.next(Duration.ofSeconds(5)).orElseThrow();
            boolean other = event instanceof WatchEvent.Appeared<Neighbour>(Neighbour neighbour)
                    && !neighbour.destination().equals(Optional.of(FOUR));
            if (!other) {
                return event;
            }
        }
    }

    @Test
    @NeedsCommand({"ip", "strace"})
    void asksAsIpDoes() {
        IpRequests requests = new IpRequests(namespace);
        NeighbourSpec spec = NeighbourSpec.of(V0, FOUR);
        requests.same("ip neigh add 192.0.2.9 lladdr " + MAC + " dev v0", RTM_NEWNEIGH, NEW, spec.address(MAC));
        requests.same("ip neigh replace 192.0.2.9 lladdr " + MAC + " dev v0 nud stale router extern_learn protocol 77", RTM_NEWNEIGH,
                CHANGE | NLM_F_CREATE | NLM_F_REPLACE,
                new NeighbourSpec(spec.header(), spec.attributes().without(Nda.NDA_DST)).protocol(77)
                        .with(all -> all.with(Nda.NDA_DST, FOUR)).address(MAC).state(NUD_STALE).flags(NTF_ROUTER | NTF_EXT_LEARNED));
        requests.same("ip neigh add 192.0.2.9 dev v0 managed", RTM_NEWNEIGH, NEW,
                spec.extendedFlags(NTF_EXT_MANAGED).state(0));
        requests.same("ip neigh add proxy 192.0.2.9 dev v0", RTM_NEWNEIGH, NEW, NeighbourSpec.proxy(V0, FOUR));
        requests.same("ip neigh del 192.0.2.9 dev v0", RTM_DELNEIGH, CHANGE, spec);
    }

    @Test
    void constantsAreThoseOfTheHeader() {
        HeaderConstants.assertHolder(Nud.class, "linux/neighbour.h");
        HeaderConstants.assertHolder(Ntf.class, "linux/neighbour.h");
    }
}
