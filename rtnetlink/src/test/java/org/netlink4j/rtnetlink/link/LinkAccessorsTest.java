package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.Captures;

/** Accessors of a link, on what no capture has: hardware, and notifications. */
class LinkAccessorsTest {
    private static final Map<Integer, Function<Link, OptionalInt>> NUMBERS = Map.ofEntries(
            Map.entry(Ifla.IFLA_MIN_MTU, Link::minMtu),
            Map.entry(Ifla.IFLA_MAX_MTU, Link::maxMtu),
            Map.entry(Ifla.IFLA_NUM_TX_QUEUES, Link::txQueues),
            Map.entry(Ifla.IFLA_NUM_RX_QUEUES, Link::rxQueues),
            Map.entry(Ifla.IFLA_PROMISCUITY, Link::promiscuity),
            Map.entry(Ifla.IFLA_ALLMULTI, Link::allMulticast),
            Map.entry(Ifla.IFLA_CARRIER_CHANGES, Link::carrierChanges),
            Map.entry(Ifla.IFLA_CARRIER_UP_COUNT, Link::carrierUpCount),
            Map.entry(Ifla.IFLA_CARRIER_DOWN_COUNT, Link::carrierDownCount),
            Map.entry(Ifla.IFLA_NEW_NETNSID, Link::newNamespaceId),
            Map.entry(Ifla.IFLA_NEW_IFINDEX, Link::newIndex),
            Map.entry(Ifla.IFLA_HEADROOM, Link::headroom),
            Map.entry(Ifla.IFLA_TAILROOM, Link::tailroom),
            Map.entry(Ifla.IFLA_NUM_VF, Link::functionCount));

    private static final Map<Integer, Function<Link, Optional<String>>> TEXTS = Map.of(
            Ifla.IFLA_QDISC, Link::queueingDiscipline,
            Ifla.IFLA_PARENT_DEV_NAME, Link::parentDevice,
            Ifla.IFLA_PARENT_DEV_BUS_NAME, Link::parentBus,
            Ifla.IFLA_PHYS_PORT_NAME, Link::physicalPortName);

    private static Link link(Attributes attributes) throws MalformedMessageException {
        return new Link(Link.decode(Captures.message(Captures.bytes("lo"))).header(), attributes);
    }

    @Test
    void eachNumberIsThatOfItsAttribute() throws MalformedMessageException {
        Attributes all = Attributes.none(Ifla.ATTRIBUTES);
        for (int number : NUMBERS.keySet()) {
            all = all.with(number, 1000 + number);
        }
        Link link = link(all);
        NUMBERS.forEach((number, accessor) -> assertEquals(OptionalInt.of(1000 + number), accessor.apply(link), () -> "attribute " + number));
    }

    @Test
    void eachTextIsThatOfItsAttribute() throws MalformedMessageException {
        Attributes all = Attributes.none(Ifla.ATTRIBUTES);
        for (int number : TEXTS.keySet()) {
            all = all.with(number, "text " + number);
        }
        Link link = link(all);
        TEXTS.forEach((number, accessor) -> assertEquals(Optional.of("text " + number), accessor.apply(link), () -> "attribute " + number));
    }

    @Test
    void readsWhatIsNeitherNumberNorText() throws MalformedMessageException {
        MacAddress made = MacAddress.parse("02:00:00:00:00:0a");
        Link link = link(Attributes.none(Ifla.ATTRIBUTES)
                .with(Ifla.IFLA_PERM_ADDRESS, made)
                .with(Ifla.IFLA_PHYS_PORT_ID, new byte[] {1, 2, 3})
                .with(Ifla.IFLA_PHYS_SWITCH_ID, new byte[] {4, 5})
                .with(Ifla.IFLA_NETNS_IMMUTABLE, 1)
                .with(Ifla.IFLA_MAX_PACING_OFFLOAD_HORIZON, 5_000_000_000L)
                .with(Ifla.IFLA_EVENT, 4));
        assertEquals(Optional.of(made), link.permanentAddress());
        assertArrayEquals(new byte[] {1, 2, 3}, link.physicalPortId().orElseThrow());
        assertArrayEquals(new byte[] {4, 5}, link.physicalSwitchId().orElseThrow());
        assertEquals(Optional.of(true), link.namespaceImmutable());
        assertEquals(OptionalLong.of(5_000_000_000L), link.maxPacingOffloadHorizon());
        assertEquals(Optional.of(LinkEvent.NOTIFY_PEERS), link.event());
        assertEquals("NOTIFY_PEERS", LinkEvent.NOTIFY_PEERS.toString());
        assertEquals("4294967295", new LinkEvent(-1).toString(), "of a newer kernel");
    }

    @Test
    void whatTheKernelDidNotSayIsEmpty() throws MalformedMessageException {
        Link link = link(Attributes.none(Ifla.ATTRIBUTES));
        NUMBERS.values().forEach(accessor -> assertEquals(OptionalInt.empty(), accessor.apply(link)));
        TEXTS.values().forEach(accessor -> assertEquals(Optional.empty(), accessor.apply(link)));
        assertEquals(Optional.empty(), link.permanentAddress());
        assertEquals(Optional.empty(), link.physicalPortId());
        assertEquals(Optional.empty(), link.physicalSwitchId());
        assertEquals(Optional.empty(), link.namespaceImmutable());
        assertEquals(OptionalLong.empty(), link.maxPacingOffloadHorizon());
        assertEquals(Optional.empty(), link.event());
    }
}
