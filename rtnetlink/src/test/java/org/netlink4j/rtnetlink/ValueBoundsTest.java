package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.address.Ifal.IFAL_ADDRESS;
import static org.netlink4j.rtnetlink.encap.RplIptunnel.RPL_IPTUNNEL_SRH;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.address.AddressHeader;
import org.netlink4j.rtnetlink.address.AddressLabel;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.address.AnnouncedPrefix;
import org.netlink4j.rtnetlink.address.Ifal;
import org.netlink4j.rtnetlink.address.PrefixAttribute;
import org.netlink4j.rtnetlink.bridge.BridgeVlanOptions;
import org.netlink4j.rtnetlink.bridge.BridgeVlanSpec;
import org.netlink4j.rtnetlink.bridge.MdbGroup;
import org.netlink4j.rtnetlink.bridge.VlanRange;
import org.netlink4j.rtnetlink.encap.Ioam6Encap;
import org.netlink4j.rtnetlink.encap.RplEncap;
import org.netlink4j.rtnetlink.encap.RplIptunnel;
import org.netlink4j.rtnetlink.encap.SegmentRoutingHeader;
import org.netlink4j.rtnetlink.neighbour.DiscoveryOption;
import org.netlink4j.rtnetlink.neighbour.Nduseropt;
import org.netlink4j.rtnetlink.route.NextHop;
import org.netlink4j.rtnetlink.route.RouteMetrics;
import org.netlink4j.rtnetlink.route.Rta;
import org.netlink4j.rtnetlink.route.Rtax;
import org.netlink4j.rtnetlink.tc.action.PeditKey;
import org.netlink4j.rtnetlink.tc.qdisc.RedParameters;

/** What a field of the message has no room for, or what belongs to another message, is refused when the value is made. */
class ValueBoundsTest {
    private static final Ipv6Address NODE = (Ipv6Address) IpAddress.parse("2001:db8::1");
    private static final Attributes ROUTE = Attributes.none(Rta.ATTRIBUTES);
    private static final Attributes METRICS = Attributes.none(Rtax.ATTRIBUTES);
    private static final Attributes LABEL = Attributes.none(Ifal.ATTRIBUTES);
    private static final Attributes OPTION = Attributes.none(Nduseropt.ATTRIBUTES);
    private static final Attributes PREFIX = Attributes.none(PrefixAttribute.ATTRIBUTES);
    private static final VlanRange VLAN = VlanRange.of(7);
    private static final AnnouncedPrefix.Header HEADER = new AnnouncedPrefix.Header(10, 1, 3, 64, 0);

    static Stream<Executable> refused() {
        return Stream.of(
                () -> new MdbGroup(1 << 16, 0, 0),
                () -> new NextHop(1, 0, 0, ROUTE),
                () -> new NextHop(1, 257, 0, ROUTE),
                () -> new NextHop(1, 1, 256, ROUTE),
                () -> new NextHop(1, 1, 0, METRICS),
                () -> new RouteMetrics(ROUTE),
                () -> new DiscoveryOption(256, 1, 0, 0, Octets.EMPTY, OPTION),
                () -> new DiscoveryOption(10, 1, 256, 0, Octets.EMPTY, OPTION),
                () -> new DiscoveryOption(10, 1, 0, 256, Octets.EMPTY, OPTION),
                () -> new DiscoveryOption(10, 1, 0, 0, Octets.zeros(1 << 16), OPTION),
                () -> new DiscoveryOption(10, 1, 0, 0, Octets.EMPTY, PREFIX),
                () -> new AddressLabel(256, 0, 0, 0, LABEL),
                () -> new AddressLabel(10, 256, 0, 0, LABEL),
                () -> new AddressLabel(10, 0, 0, 0, PREFIX),
                () -> new AddressSpec(new AddressHeader(10, 0, 0, 0, 0), PREFIX),
                () -> new AnnouncedPrefix.Header(256, 1, 3, 64, 0),
                () -> new AnnouncedPrefix.Header(10, 1, 256, 64, 0),
                () -> new AnnouncedPrefix.Header(10, 1, 3, 256, 0),
                () -> new AnnouncedPrefix.Header(10, 1, 3, 64, 256),
                () -> new AnnouncedPrefix(HEADER, LABEL),
                () -> new BridgeVlanOptions(1, VLAN, ROUTE),
                () -> new BridgeVlanSpec(1, VLAN, 1 << 16, BridgeVlanSpec.of(1, VLAN).attributes()),
                () -> new BridgeVlanSpec(1, VLAN, 0, ROUTE),
                () -> Ioam6Encap.of(1 << 16, 0, 4),
                () -> Ioam6Encap.of(0, 1 << 24, 4),
                () -> Ioam6Encap.of(0, 0, 6),
                () -> Ioam6Encap.of(0, 0, 0),
                () -> Ioam6Encap.of(0, 0, 248),
                () -> new SegmentRoutingHeader(256, 0, 0, 0, List.of(NODE), Octets.EMPTY),
                () -> new SegmentRoutingHeader(0, 256, 0, 0, List.of(NODE), Octets.EMPTY),
                () -> new SegmentRoutingHeader(0, 0, 256, 0, List.of(NODE), Octets.EMPTY),
                () -> new SegmentRoutingHeader(0, 0, 0, 1 << 16, List.of(NODE), Octets.EMPTY),
                () -> SegmentRoutingHeader.of(Collections.nCopies(128, NODE)),
                () -> SegmentRoutingHeader.of(List.of(NODE)).hmac(1L << 32),
                () -> RplEncap.of(List.of()),
                () -> RplEncap.of(Collections.nCopies(128, NODE)),
                () -> PeditKey.set(0, 0, Octets.zeros(3), Octets.zeros(4)),
                () -> PeditKey.set(0, 0, Octets.zeros(4), Octets.zeros(5)),
                () -> PeditKey.add(1 << 16, 0, Octets.zeros(4), Octets.zeros(4)),
                () -> new RedParameters(9, 5, 5, 1000, 10, 0.1, 1000),
                () -> new RedParameters(9, 1, 5, 0, 10, 0.1, 1000),
                () -> new RedParameters(9, 1, 5, 1000, 10, 0.1, 0),
                () -> new RedParameters(9, 1, 5, 1000, 10, 0, 1000),
                () -> new RedParameters(9, 1, 5, 1000, 10, 1.1, 1000),
                () -> new RedParameters(9, 1, 5, 1000, 10, Double.NaN, 1000));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Executable making) {
        assertThrows(IllegalArgumentException.class, making);
    }

    @Test
    void theLargestThatFitsIsTaken() throws MalformedMessageException {
        assertEquals(256, new NextHop(1, 256, 255, ROUTE).weight());
        assertEquals(0xffff, new DiscoveryOption(255, 1, 255, 255, Octets.zeros(0xffff), OPTION).option().length());
        Ioam6Encap trace = Ioam6Encap.of(0xffff, 0xff_ffff, 244);
        assertEquals(OptionalInt.of(0xffff), trace.namespace());
        assertEquals(OptionalInt.of(0xff_ffff), trace.traceType());
        assertEquals(OptionalInt.of(244), trace.size());
        assertEquals(127, SegmentRoutingHeader.of(Collections.nCopies(127, NODE)).segments().size());
        assertEquals(127, RplEncap.of(Collections.nCopies(127, NODE)).path().size());
        assertEquals((1L << 32) - 1, new RedParameters(9, 1, 5, 1000, 10, 1, 1000).fixedProbability());
    }

    /** The kernel's words may be wrong, too: a prefix that is longer than its address is none. */
    @Test
    void aPrefixIsNotLongerThanItsAddress() {
        Attributes label = LABEL.with(IFAL_ADDRESS, NODE);
        assertEquals(Optional.of(new IpPrefix(NODE, 128)), new AddressLabel(10, 128, 0, 0, label).prefix());
        assertEquals(Optional.empty(), new AddressLabel(10, 129, 0, 0, label).prefix());
        assertEquals(Optional.empty(), new AddressLabel(10, 128, 0, 0, LABEL).prefix());
        Attributes prefix = PREFIX.with(PrefixAttribute.PREFIX_ADDRESS, NODE);
        assertEquals(Optional.of(new IpPrefix(NODE, 64)), new AnnouncedPrefix(HEADER, prefix).prefix());
        assertEquals(Optional.empty(), new AnnouncedPrefix(new AnnouncedPrefix.Header(10, 1, 3, 129, 0), prefix).prefix());
    }

    /** As the router says it, and as older kernels do. */
    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x40, 0x01, 0x02, 0})
    void aPrefixHasTheFlagsOfItsRouter(int flag) {
        AnnouncedPrefix announced = new AnnouncedPrefix(new AnnouncedPrefix.Header(10, 1, 3, 64, flag), PREFIX);
        assertEquals(flag == 0x80 || flag == 0x01, announced.isOnLink());
        assertEquals(flag == 0x40 || flag == 0x02, announced.isAutonomous());
    }

    @Test
    void aDamagedSourceRouteIsMalformed() throws MalformedMessageException {
        byte[] good = RplEncap.of(List.of(NODE, NODE)).data().payload(RPL_IPTUNNEL_SRH).orElseThrow();
        for (int[] change : new int[][] {{2, 4}, {3, 1}, {3, 3}, {4, 1}}) {
            byte[] bad = good.clone();
            bad[change[0]] = (byte) change[1];
            assertThrows(MalformedMessageException.class, route(bad)::path);
        }
        assertThrows(MalformedMessageException.class, route(new byte[7])::path);
        assertEquals(List.of(NODE, NODE), route(good).path());
    }

    private static RplEncap route(byte[] header) {
        return new RplEncap(Attributes.none(RplIptunnel.ATTRIBUTES).with(RPL_IPTUNNEL_SRH, header));
    }

    @Test
    void aGroupIsAnAddressOfWhateverProtocol() {
        for (String text : List.of("239.1.2.3", "ff02::1:3", "01:00:5e:01:02:03")) {
            assertEquals(text, MdbGroup.parse(text).toString());
        }
        assertTrue(MdbGroup.parse("239.1.2.3").ip().isPresent());
        assertFalse(MdbGroup.parse("239.1.2.3").mac().isPresent());
        assertTrue(MdbGroup.parse("01:00:5e:01:02:03").mac().isPresent());
        MdbGroup strange = new MdbGroup(0x88cc, 0x0180_c200_000eL << 16, 0);
        assertTrue(strange.toString().endsWith(" 01:80:c2:00:00:0e"), strange::toString);
    }
}
