package org.netlink4j.rtnetlink.encap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.netlink4j.rtnetlink.encap.Seg6Iptunnel.SEG6_IPTUN_MODE_ENCAP;
import static org.netlink4j.rtnetlink.encap.Seg6Iptunnel.SEG6_IPTUN_MODE_INLINE;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.MplsLabels;
import org.netlink4j.rtnetlink.link.LinkIndex;
import org.netlink4j.rtnetlink.nexthop.Nha;
import org.netlink4j.rtnetlink.route.Rta;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class EncapTest {
    private static final String[] HEADERS = {
        "linux/lwtunnel.h", "linux/mpls_iptunnel.h", "linux/seg6_iptunnel.h", "linux/seg6_local.h", "linux/rpl_iptunnel.h",
        "linux/ioam6.h", "linux/ioam6_iptunnel.h", "linux/ila.h", "linux/if_tunnel.h"
    };

    private static final Ipv6Address FIVE = Ipv6Address.parse("2001:db8::5");
    private static final Ipv6Address SIX = Ipv6Address.parse("2001:db8::6");
    private static final Ipv4Address NINE = Ipv4Address.parse("10.0.0.9");

    private static final String[] TYPES =
            Arrays.stream(EncapType.values()).map(type -> Integer.toString(type.number())).toArray(String[]::new);

    @Test
    void tablesOfRoutesSurviveAnyEncapsulation() {
        CodecProperties.hold(Rta.ATTRIBUTES, TYPES);
        CodecProperties.hold(Nha.ATTRIBUTES, TYPES);
    }

    @ParameterizedTest
    @ValueSource(classes = {
        LwtunnelEncap.class, MplsIptunnel.class, LwtunnelIp.class, LwtunnelIp6.class, LwtunnelIpOpts.class, Seg6Iptunnel.class,
        Seg6Local.class, LwtBpf.class, RplIptunnel.class, Ioam6Iptunnel.class, LwtXfrm.class, IlaAttr.class
    })
    void numbersAreThoseOfTheHeaders(Class<?> holder) {
        HeaderConstants.assertHolder(holder, HEADERS);
    }

    @Test
    void tablesAreThoseOfTheHeaders() {
        HeaderConstants.assertTables(
                Stream.of(EncapType.values()).flatMap(type -> Tables.reachable(type.table()).stream()).distinct().toList(), HEADERS);
    }

    /** Every encapsulation with all that its record sets. */
    static Stream<Encap> all() {
        return Stream.of(
                MplsEncap.of(MplsLabels.of(100, 200)).timeToLive(5),
                IpEncap.to(NINE).id(77).local(Ipv4Address.parse("10.0.0.1")).service(16).timeToLive(9)
                        .flags(TunnelFlags.TUNNEL_KEY | TunnelFlags.TUNNEL_SEQ)
                        .options(Attributes.none(LwtunnelIpOpts.ATTRIBUTES)
                                .plus(LwtunnelIpOpts.LWTUNNEL_IP_OPTS_GENEVE, geneve(1)).plus(LwtunnelIpOpts.LWTUNNEL_IP_OPTS_GENEVE, geneve(2))),
                Ip6Encap.to(FIVE).id(-1).local(SIX).trafficClass(16).hopLimit(9).flags(TunnelFlags.TUNNEL_CSUM)
                        .options(Attributes.none(LwtunnelIpOpts.ATTRIBUTES).with(LwtunnelIpOpts.LWTUNNEL_IP_OPTS_VXLAN,
                                Attributes.none(LwtunnelIpOpts.VXLAN).with(LwtunnelIpOpts.LWTUNNEL_IP_OPT_VXLAN_GBP, 7))),
                Seg6Encap.of(SEG6_IPTUN_MODE_ENCAP, SegmentRoutingHeader.of(List.of(FIVE, SIX)).hmac(5)),
                Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_T).table(100).vrfTable(7).nextHop(NINE).nextHop(FIVE)
                        .inputDevice(3).outputDevice(4).header(SegmentRoutingHeader.of(List.of(FIVE))).program(8, "prog").counted()
                        .flavors(1 << Seg6Local.SEG6_LOCAL_FLV_OP_NEXT_CSID).compressed(32, 16),
                new BpfEncap().in(3, "a").out(4, "b").xmit(5, "c").headroom(16),
                Ioam6Encap.of(1, 0x800000, 12).tunnel(Ioam6Iptunnel.IOAM6_IPTUNNEL_MODE_ENCAP, FIVE).frequency(1, 3),
                RplEncap.of(List.of(FIVE, SIX)),
                XfrmEncap.of(5).lower(3),
                IlaEncap.of(0x0001000200030004L),
                new UnknownEncap(4711, Attributes.none(AttributeSet.UNKNOWN).plusUnknown(1, new byte[] {1})));
    }

    private static Attributes geneve(int type) {
        return Attributes.none(LwtunnelIpOpts.GENEVE)
                .with(LwtunnelIpOpts.LWTUNNEL_IP_OPT_GENEVE_CLASS, 258)
                .with(LwtunnelIpOpts.LWTUNNEL_IP_OPT_GENEVE_TYPE, type)
                .with(LwtunnelIpOpts.LWTUNNEL_IP_OPT_GENEVE_DATA, new byte[] {1, 2, 3, 4});
    }

    /** The kernel answers with one nest for all options of Geneve, and ip shows all of ERSPAN whatever the version. */
    @Test
    void showsOptionsAsTheKernelSaysThem() {
        Attributes both = geneve(1)
                .plus(LwtunnelIpOpts.LWTUNNEL_IP_OPT_GENEVE_CLASS, new byte[] {1, 3})
                .plus(LwtunnelIpOpts.LWTUNNEL_IP_OPT_GENEVE_TYPE, new byte[] {2})
                .plus(LwtunnelIpOpts.LWTUNNEL_IP_OPT_GENEVE_DATA, new byte[] {5, 6, 7, 8});
        Attributes erspan = Attributes.none(LwtunnelIpOpts.ERSPAN)
                .with(LwtunnelIpOpts.LWTUNNEL_IP_OPT_ERSPAN_VER, 1).with(LwtunnelIpOpts.LWTUNNEL_IP_OPT_ERSPAN_INDEX, 123);
        assertEquals(
                Map.of("geneve_opts", List.of(
                                Map.of("class", 258L, "type", 1L, "data", "01020304"), Map.of("class", 259L, "type", 2L, "data", "05060708")),
                        "erspan_opts", List.of(Map.of("ver", 1L, "index", 123L, "dir", 0L, "hwid", 0L))),
                Attributes.none(LwtunnelIpOpts.ATTRIBUTES)
                        .with(LwtunnelIpOpts.LWTUNNEL_IP_OPTS_GENEVE, both).with(LwtunnelIpOpts.LWTUNNEL_IP_OPTS_ERSPAN, erspan).values());
    }

    @ParameterizedTest
    @MethodSource("all")
    void comesOutOfARouteAsItWasPutIn(Encap encap) throws MalformedMessageException {
        Attributes route = encap.into(Attributes.none(Rta.ATTRIBUTES).with(Rta.RTA_OIF, 7), Rta.RTA_ENCAP_TYPE, Rta.RTA_ENCAP);
        CodecProperties.roundTrips(route);
        assertEquals(Optional.of(encap), Encap.of(Attributes.decode(Rta.ATTRIBUTES, route.encode()), Rta.RTA_ENCAP_TYPE, Rta.RTA_ENCAP));
        Encap other = XfrmEncap.of(1);
        Attributes replaced = other.into(route, Rta.RTA_ENCAP_TYPE, Rta.RTA_ENCAP);
        assertEquals(Optional.of(other), Encap.of(replaced, Rta.RTA_ENCAP_TYPE, Rta.RTA_ENCAP));
        assertEquals(List.of(Rta.RTA_OIF, Rta.RTA_ENCAP, Rta.RTA_ENCAP_TYPE), replaced.numbers());
    }

    @Test
    void aRouteWithoutOneHasNone() {
        assertEquals(Optional.empty(), Encap.of(Attributes.none(Rta.ATTRIBUTES), Rta.RTA_ENCAP_TYPE, Rta.RTA_ENCAP));
        assertEquals(Optional.of(new BpfEncap()), Encap.of(
                Attributes.none(Rta.ATTRIBUTES).with(Rta.RTA_ENCAP_TYPE, LwtunnelEncap.LWTUNNEL_ENCAP_BPF), Rta.RTA_ENCAP_TYPE,
                Rta.RTA_ENCAP));
    }

    @Test
    void everyTypeIsChosenByItsNumber() {
        List<Integer> types = all().map(Encap::type).toList();
        assertEquals(List.of(1, 2, 4, 5, 7, 6, 9, 8, 10, 3, 4711), types);
        all().filter(encap -> !(encap instanceof UnknownEncap))
                .forEach(encap -> assertEquals(Optional.of(encap.data().set()), Encap.table(encap.type())));
        assertEquals(Optional.empty(), Encap.table(0));
        assertThrows(IllegalArgumentException.class, () -> new MplsEncap(Attributes.none(LwtXfrm.ATTRIBUTES)));
        assertThrows(IllegalArgumentException.class, () -> new UnknownEncap(0x10000, Attributes.none(AttributeSet.UNKNOWN)));
    }

    @Test
    void readsWhatWasSet() throws MalformedMessageException {
        List<Encap> all = all().toList();
        MplsEncap mpls = (MplsEncap) all.get(0);
        assertEquals(MplsLabels.parse("100/200"), mpls.labels());
        assertEquals(OptionalInt.of(5), mpls.timeToLive());
        IpEncap ip = (IpEncap) all.get(1);
        assertEquals(OptionalLong.of(77), ip.id());
        assertEquals(Optional.of(NINE), ip.remote());
        assertEquals("10.0.0.1", ip.local().orElseThrow().toString());
        assertEquals(List.of(9, 16, 12), List.of(ip.timeToLive().orElseThrow(), ip.service().orElseThrow(), ip.flags()));
        assertEquals(2, ip.options().orElseThrow().nests(LwtunnelIpOpts.LWTUNNEL_IP_OPTS_GENEVE).size());
        Ip6Encap ip6 = (Ip6Encap) all.get(2);
        assertEquals(OptionalLong.of(-1), ip6.id());
        assertEquals(List.of(FIVE, SIX), List.of(ip6.remote().orElseThrow(), ip6.local().orElseThrow()));
        assertEquals(List.of(9, 16, 1), List.of(ip6.hopLimit().orElseThrow(), ip6.trafficClass().orElseThrow(), ip6.flags()));
        Seg6LocalEncap local = (Seg6LocalEncap) all.get(4);
        assertEquals(Seg6Local.SEG6_LOCAL_ACTION_END_T, local.action());
        assertEquals(List.of(100L, 7L), List.of(local.table().orElseThrow(), local.vrfTable().orElseThrow()));
        assertEquals(List.of(3, 4), List.of(local.inputDevice().orElseThrow(), local.outputDevice().orElseThrow()));
        assertEquals(Optional.of((IpAddress) NINE), local.nextHop());
        assertEquals(List.of(FIVE), local.header().orElseThrow().segments());
        assertEquals(16, local.flavors());
        assertEquals(3, local.counters().orElseThrow().numbers().size());
        BpfEncap bpf = (BpfEncap) all.get(5);
        assertEquals(List.of("a", "b", "c"), List.of(bpf.in().orElseThrow(), bpf.out().orElseThrow(), bpf.xmit().orElseThrow()));
        assertEquals(OptionalInt.of(16), bpf.headroom());
        Ioam6Encap trace = (Ioam6Encap) all.get(6);
        assertEquals(List.of(2, 1, 0x800000, 12), List.of(trace.mode().orElseThrow(), trace.namespace().orElseThrow(),
                trace.traceType().orElseThrow(), trace.size().orElseThrow()));
        assertEquals(Optional.of(FIVE), trace.remote());
        assertEquals(Optional.empty(), trace.local());
        assertEquals(List.of(FIVE, SIX), ((RplEncap) all.get(7)).path());
        assertEquals(OptionalLong.of(5), ((XfrmEncap) all.get(8)).id());
        assertEquals(OptionalInt.of(3), ((XfrmEncap) all.get(8)).lower());
        assertEquals(OptionalLong.of(0x0001000200030004L), ((IlaEncap) all.get(9)).locator());
    }

    /** The keys and values of {@code ip -json}; captured where this kernel has the encapsulation. */
    @Test
    void showsValuesAsIpDoes() {
        List<Map<String, Object>> shown = all().map(encap -> encap.data().values()).toList();
        assertEquals(Map.of("dst", "100/200", "ttl", 5L), shown.get(0));
        assertEquals(Map.of("id", 77L, "dst", "10.0.0.9", "src", "10.0.0.1", "ttl", 9L, "tos", 16L, "key", true, "seq", true,
                "geneve_opts", List.of(
                        Map.of("class", 258L, "type", 1L, "data", "01020304"), Map.of("class", 258L, "type", 2L, "data", "01020304"))),
                shown.get(1));
        assertEquals(Map.of("mode", "encap", "segs", List.of("2001:db8::5", "2001:db8::6"), "hmac", "0x5"), shown.get(3));
        assertEquals(Map.ofEntries(
                Map.entry("action", "End.T"), Map.entry("table", 100L), Map.entry("vrftable", 7L), Map.entry("nh4", "10.0.0.9"),
                Map.entry("nh6", "2001:db8::5"), Map.entry("iif", new LinkIndex(3)), Map.entry("oif", new LinkIndex(4)),
                Map.entry("srh", Map.of("segs", List.of("2001:db8::5"))), Map.entry("endpoint", "prog"),
                Map.entry("flavors", List.of("next-csid")), Map.entry("lblen", 32L), Map.entry("nflen", 16L)), shown.get(4));
        assertEquals(Map.of("in", "a", "out", "b", "xmit", "c", "headroom", 16L), shown.get(5));
        assertEquals(Map.of("mode", "encap", "tundst", "2001:db8::5", "freqk", 1L, "freqn", 3L, "type", "0x800000", "ns", 1, "size", 12),
                shown.get(6));
        assertEquals(Map.of("segs", List.of("2001:db8::5", "2001:db8::6")), shown.get(7));
        assertEquals(Map.of("if_id", "0x5", "link_dev", new LinkIndex(3)), shown.get(8));
        assertEquals(Map.of("locator", "1:2:3:4"), shown.get(9));
    }

    private static void refused(Executable call) {
        assertThrows(MalformedMessageException.class, call);
    }

    @Test
    void refusesDamagedHeaders() {
        AttributeSet seg6 = Seg6Iptunnel.ATTRIBUTES;
        refused(() -> new Seg6Encap(Attributes.none(seg6)).mode());
        refused(() -> new Seg6Encap(Attributes.none(seg6).with(1, new byte[3])).mode());
        refused(() -> new Seg6Encap(Attributes.none(seg6).with(1, new byte[4])).header());
        refused(() -> new RplEncap(Attributes.none(RplIptunnel.ATTRIBUTES)).path());
        refused(() -> new MplsEncap(Attributes.none(MplsIptunnel.ATTRIBUTES).with(1, new byte[5])).labels());
        byte[] good = SegmentRoutingHeader.of(List.of(FIVE, SIX)).encode();
        for (int[] change : new int[][] {{1, 5}, {1, 3}, {2, 3}, {4, 2}, {4, 255}}) {
            byte[] bad = good.clone();
            bad[change[0]] = (byte) change[1];
            refused(() -> SegmentRoutingHeader.decode(bad));
        }
        assertEquals(Map.of(), new Seg6Encap(Attributes.none(seg6).with(1, new byte[4])).data().values());
    }

    @Test
    void headersAreWhatTheBytesSay() throws MalformedMessageException {
        SegmentRoutingHeader header = SegmentRoutingHeader.of(List.of(FIVE, SIX)).hmac(0xffff_fffeL);
        assertEquals(OptionalLong.of(0xffff_fffeL), header.hmacKeyId());
        assertEquals(header, SegmentRoutingHeader.decode(header.encode()));
        assertEquals(OptionalLong.empty(), SegmentRoutingHeader.of(List.of(FIVE)).hmacKeyId());
        assertThrows(IllegalArgumentException.class, () -> SegmentRoutingHeader.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new SegmentRoutingHeader(0, 0, 0, 0, List.of(FIVE), Octets.zeros(4)));
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = header.encode();
            for (int change = random.nextInt(3); change >= 0; change--) {
                bytes[random.nextInt(8)] = (byte) random.nextInt();
            }
            try {
                assertArrayEquals(bytes, SegmentRoutingHeader.decode(bytes).encode());
            } catch (MalformedMessageException _) {
                // the other answer that is right
            }
        }
        assertEquals(List.of(FIVE, Ipv6Address.ANY), Seg6Encap.of(SEG6_IPTUN_MODE_INLINE, List.of(FIVE)).header().segments());
    }

    @Test
    void labelsAreLabelStackEntries() throws MalformedMessageException {
        MplsLabels labels = MplsLabels.of(16, 0xfffff);
        assertEquals("00010000fffff100", HexFormat.of().formatHex(labels.encode()));
        assertEquals(labels, MplsLabels.decode(labels.encode()));
        assertEquals(labels, MplsLabels.parse("16/1048575"));
        assertEquals("16/1048575", labels.toString());
        assertEquals(MplsLabels.of(), MplsLabels.decode(new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> MplsLabels.of(0x100000));
        assertThrows(IllegalArgumentException.class, () -> MplsLabels.parse("1//2"));
        assertThrows(MalformedMessageException.class, () -> MplsLabels.decode(new byte[2]));
    }
}
