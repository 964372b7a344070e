package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.Rtnlgrp;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.StrictJson;

/** What every link says of itself, against {@code ip} and in notifications. */
@KernelTest
class LinkAccessorsIT extends InNamespace {
    private static final List<String> KEYS = List.of(
            "qdisc", "promiscuity", "allmulti", "min_mtu", "max_mtu", "num_tx_queues", "num_rx_queues", "parentdev", "parentbus");

    /** As ip calls it. */
    private static Map<String, Object> said(Link link) {
        Map<String, Object> said = new LinkedHashMap<>();
        link.queueingDiscipline().ifPresent(value -> said.put("qdisc", value));
        link.promiscuity().ifPresent(value -> said.put("promiscuity", value));
        link.allMulticast().ifPresent(value -> said.put("allmulti", value));
        link.minMtu().ifPresent(value -> said.put("min_mtu", value));
        link.maxMtu().ifPresent(value -> said.put("max_mtu", value));
        link.txQueues().ifPresent(value -> said.put("num_tx_queues", value));
        link.rxQueues().ifPresent(value -> said.put("num_rx_queues", value));
        link.parentDevice().ifPresent(value -> said.put("parentdev", value));
        link.parentBus().ifPresent(value -> said.put("parentbus", value));
        return said;
    }

    private static void assertAsIp(List<Link> links, Commands where) {
        Map<Object, Map<String, Object>> theirs = new LinkedHashMap<>();
        for (Object one : (List<?>) StrictJson.parse(where.run("ip", "-json", "-details", "link", "show").strip())) {
            Map<String, Object> said = new LinkedHashMap<>();
            KEYS.stream().filter(((Map<?, ?>) one)::containsKey).forEach(key -> {
                Object value = ((Map<?, ?>) one).get(key);
                said.put(key, value instanceof BigDecimal number ? (Object) number.intValueExact() : value);
            });
            theirs.put(((Map<?, ?>) one).get("ifname"), said);
        }
        Map<Object, Map<String, Object>> ours = new LinkedHashMap<>();
        links.forEach(link -> ours.put(link.name(), said(link)));
        assertEquals(theirs, ours);
    }

    private Links cable() throws NetlinkException {
        Links links = rtnetlink.links();
        links.create(LinkSpec.named("v0").queues(3, 2).kind(Veth.withPeer(LinkSpec.named("v1"))));
        return links;
    }

    @Test
    @NeedsCommand("ip")
    void saysOfNewDevicesWhatIpSays() throws NetlinkException {
        Links links = cable();
        int lower = links.get("v0").index();
        links.create(LinkSpec.named("m0").lower(lower).kind(new Macvtap().mode(MacvlanMode.PASSTHRU)));
        links.setUp(lower);
        links.setUp(links.get("m0").index());
        Commands inside = Commands.inside(namespace.path().toString());
        inside.run("ip", "link", "set", "v1", "allmulticast", "on");
        assertEquals(OptionalInt.of(1), links.get("v0").promiscuity(), "because of passthru");
        assertEquals(OptionalInt.of(1), links.get("v1").allMulticast());
        assertAsIp(links.list(), inside);
    }

    /** Which may have hardware. */
    @Test
    @NeedsCommand("ip")
    void saysOfTheDevicesOfThisNamespaceWhatIpSays() throws NetlinkException {
        try (Rtnetlink here = Rtnetlink.open()) {
            assertAsIp(here.links().list(), Commands.here());
        }
    }

    @Test
    void countsHowOftenTheCarrierCameAndWent() throws NetlinkException {
        Links links = cable();
        links.setUp(links.get("v0").index());
        Link before = links.get("v0");
        links.setUp(links.get("v1").index());
        links.setDown(links.get("v1").index());
        Link after = links.get("v0");
        assertEquals(before.carrierUpCount().orElseThrow() + 1, after.carrierUpCount().orElseThrow());
        assertEquals(before.carrierDownCount().orElseThrow() + 1, after.carrierDownCount().orElseThrow());
        assertEquals(before.carrierChanges().orElseThrow() + 2, after.carrierChanges().orElseThrow());
    }

    private List<Link> heard(EventStream events, int type) throws NetlinkException {
        List<Link> heard = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = events.poll(Duration.ofMillis(200), (message, _) -> {
                if (message.type() == type) {
                    heard.add(Link.decode(message));
                }
            });
        }
        return heard;
    }

    private EventStream events() throws NetlinkException {
        return EventStream.open(Rtnetlink.PROTOCOL, Set.of(Rtnlgrp.RTNLGRP_LINK), SocketOptions.DEFAULT, namespace);
    }

    @Test
    void tellsThatOffloadsChanged() throws NetlinkException {
        Links links = cable();
        links.create(LinkSpec.named("br0").kind(new Bridge()));
        try (EventStream events = events()) {
            links.change(LinkSpec.named("v0").master(links.get("br0").index())); // the bridge can do what its ports can
            List<Link> heard = heard(events, Rtm.RTM_NEWLINK);
            assertTrue(heard.stream().anyMatch(link -> link.name().equals("br0") && link.event().equals(Optional.of(LinkEvent.FEATURES))),
                    () -> heard.stream().map(link -> link.name() + " " + link.event()).toList().toString());
        }
    }

    @Test
    void tellsWhereALinkWent() throws NetlinkException {
        Links links = cable();
        try (EventStream events = events(); NetworkNamespace other = NetworkNamespace.createAnonymous()) {
            links.moveTo(links.get("v0").index(), other);
            int id = links.get("v1").lowerNamespaceId().orElseThrow();
            Link gone = heard(events, Rtm.RTM_DELLINK).getFirst();
            assertEquals("v0", gone.name());
            assertEquals(OptionalInt.of(id), gone.newNamespaceId());
            assertEquals(OptionalInt.of(links.get("v1").lower().orElseThrow()), gone.newIndex());
        }
    }
}
