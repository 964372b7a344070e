package org.netlink4j.rtnetlink.route;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_APPEND;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.IpFamily.AF_MPLS;
import static org.netlink4j.rtnetlink.RtScope.RT_SCOPE_HOST;
import static org.netlink4j.rtnetlink.RtScope.RT_SCOPE_LINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;
import static org.netlink4j.rtnetlink.encap.Seg6Iptunnel.SEG6_IPTUN_MODE_ENCAP;
import static org.netlink4j.rtnetlink.encap.Seg6Iptunnel.SEG6_IPTUN_MODE_INLINE;
import static org.netlink4j.rtnetlink.encap.Seg6Iptunnel.SEG6_IPTUN_MODE_L2ENCAP;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.MplsLabels;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.encap.Encap;
import org.netlink4j.rtnetlink.encap.Ioam6Encap;
import org.netlink4j.rtnetlink.encap.Ioam6Iptunnel;
import org.netlink4j.rtnetlink.encap.Ip6Encap;
import org.netlink4j.rtnetlink.encap.IpEncap;
import org.netlink4j.rtnetlink.encap.LwtunnelIp;
import org.netlink4j.rtnetlink.encap.LwtunnelIp6;
import org.netlink4j.rtnetlink.encap.MplsEncap;
import org.netlink4j.rtnetlink.encap.RplEncap;
import org.netlink4j.rtnetlink.encap.Seg6Encap;
import org.netlink4j.rtnetlink.encap.Seg6Local;
import org.netlink4j.rtnetlink.encap.Seg6LocalEncap;
import org.netlink4j.rtnetlink.encap.SegmentRoutingHeader;
import org.netlink4j.rtnetlink.encap.TunnelFlags;
import org.netlink4j.rtnetlink.encap.XfrmEncap;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Our requests about routes are byte for byte those of {@code ip}, but for sequence number, port id and padding. */
@KernelTest
@NeedsCommand({"ip", "strace"})
class RouteRequestDifferentialIT {
    private static final int V0 = 1010;
    private static final int DUMP = NLM_F_REQUEST | NLM_F_DUMP;
    private static final RouteSpec FOUR = RouteSpec.of(IpPrefix.parse("10.5.0.0/16"));
    private static final RouteSpec ON_V0 = FOUR.device(V0).scope(RT_SCOPE_LINK);
    private static final RouteSpec SIX = RouteSpec.of(IpPrefix.parse("2001:db8:5::/48"));
    private static final IpAddress VIA = IpAddress.parse("10.0.0.2");
    private static final IpAddress VIA6 = IpAddress.parse("2001:db8::2");
    private static final IpAddress DESTINATION = IpAddress.parse("10.5.0.1");
    private static final Ipv6Address A = Ipv6Address.parse("2001:db8::a");
    private static final Ipv6Address B = Ipv6Address.parse("2001:db8::b");

    private NetworkNamespace namespace;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        try (Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            rtnetlink.links().create(LinkSpec.named("v0").index(V0).kind(Veth.withPeer(LinkSpec.named("v1").index(V0 + 1))));
        }
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    private static Arguments add(String command, RouteSpec spec) {
        return Arguments.of("ip route add " + command, RTM_NEWROUTE, NEW, spec);
    }

    private static Arguments add6(String command, RouteSpec spec) {
        return Arguments.of("ip -6 route add " + command, RTM_NEWROUTE, NEW, spec);
    }

    private static Arguments wrapped(String encap, Encap value) {
        return add("10.5.0.0/16 encap " + encap + " dev v0", FOUR.scope(RT_SCOPE_LINK).encap(value).device(V0));
    }

    private static Arguments local(String action, Encap value) {
        return add6("2001:db8:5::/48 encap seg6local action " + action + " dev v0", SIX.encap(value).device(V0));
    }

    private static NextHop way(String gateway) {
        return NextHop.of(V0).gateway(AF_INET, IpAddress.parse(gateway));
    }

    static Stream<Arguments> routes() {
        RouteMetrics metrics = RouteMetrics.NONE;
        return Stream.of(
                add("10.5.0.0/16 via 10.0.0.2 dev v0 proto static metric 100 mtu 1400 src 10.0.0.1 table 1000",
                        FOUR.gateway(VIA).protocol(4).metric(100).preferredSource(IpAddress.parse("10.0.0.1")).table(1000)
                                .device(V0).metrics(metrics.with(Rtax.RTAX_MTU, 1400))),
                add("10.5.0.0/16 nexthop via 10.0.0.2 dev v0 weight 3 nexthop via 10.0.0.3 dev v0 onlink",
                        FOUR.nextHops(List.of(way("10.0.0.2").weight(3), way("10.0.0.3").flags(RtnhF.RTNH_F_ONLINK)))),
                add("10.5.0.0/16 nexthop via inet6 2001:db8::2 dev v0 nexthop via 10.0.0.3 dev v0 realms 3/4",
                        FOUR.nextHops(List.of(way("2001:db8::2"), way("10.0.0.3").realms(3 << 16 | 4)))),
                add("10.5.0.0/16 nexthop encap ip id 4 dst 10.0.0.9 via 10.0.0.3 dev v0",
                        FOUR.nextHops(List.of(NextHop.of(V0)
                                .encap(ordered(4, "10.0.0.9")).gateway(AF_INET, IpAddress.parse("10.0.0.3"))))),
                add("blackhole 10.5.0.0/16", FOUR.type(Rtn.RTN_BLACKHOLE)),
                add("unreachable 10.5.0.0/16 metric 7", FOUR.type(Rtn.RTN_UNREACHABLE).metric(7)),
                add("prohibit 10.5.0.0/16", FOUR.type(Rtn.RTN_PROHIBIT)),
                add("throw 10.5.0.0/16 table 77", FOUR.type(Rtn.RTN_THROW).table(77)),
                add("local 10.5.0.0/16 dev v0", FOUR.device(V0).type(Rtn.RTN_LOCAL).table(255).scope(RT_SCOPE_HOST)),
                add("broadcast 10.5.0.0/16 dev v0", FOUR.device(V0).type(Rtn.RTN_BROADCAST).table(255).scope(RT_SCOPE_LINK)),
                add("10.5.0.0/16 via inet6 2001:db8::2 dev v0", FOUR.gateway(VIA6).device(V0)),
                add("10.5.0.0/16 dev v0", ON_V0),
                add("10.5.0.0/16 dev v0 tos 0x10 scope 77 onlink",
                        FOUR.service(0x10).scope(77).flags(RtnhF.RTNH_F_ONLINK).device(V0)),
                add("10.5.0.0/16 nhid 7", FOUR.nextHopId(7)),
                add("10.5.0.0/16 via 10.0.0.2 realms 3/4", FOUR.gateway(VIA).realms(3 << 16 | 4)),
                add("10.5.0.0/16 via 10.0.0.2 mtu lock 1400 advmss 1000 window 2000 cwnd lock 10 features ecn congctl reno",
                        FOUR.gateway(VIA).metrics(metrics.with(Rtax.RTAX_MTU, 1400).with(Rtax.RTAX_ADVMSS, 1000)
                                .with(Rtax.RTAX_WINDOW, 2000).with(Rtax.RTAX_CWND, 10).with(Rtax.RTAX_FEATURES, 1)
                                .congestionControl("reno").locked(Rtax.RTAX_MTU).locked(Rtax.RTAX_CWND))),
                add("10.5.0.0/16 via 10.0.0.2 rtt 5ms rttvar 10ms rto_min 40ms hoplimit 64 initcwnd 11 initrwnd 12 quickack 1 "
                                + "fastopen_no_cookie 1 ssthresh 4 reordering 5",
                        FOUR.gateway(VIA).metrics(metrics.with(Rtax.RTAX_RTT, 40).with(Rtax.RTAX_RTTVAR, 40)
                                .with(Rtax.RTAX_RTO_MIN, 40).with(Rtax.RTAX_HOPLIMIT, 64).with(Rtax.RTAX_INITCWND, 11)
                                .with(Rtax.RTAX_INITRWND, 12).with(Rtax.RTAX_QUICKACK, 1)
                                .with(Rtax.RTAX_FASTOPEN_NO_COOKIE, 1).with(Rtax.RTAX_SSTHRESH, 4)
                                .with(Rtax.RTAX_REORDERING, 5).locked(Rtax.RTAX_RTO_MIN))), // by itself
                add("default via 10.0.0.2", RouteSpec.ofDefault(AF_INET).gateway(VIA)),
                add6("default via 2001:db8::2 dev v0 expires 10 pref high",
                        RouteSpec.of(IpPrefix.parse("::/0")).gateway(VIA6).expires(10)
                                .preference(RouterPref.ICMPV6_ROUTER_PREF_HIGH).device(V0)),
                add6("2001:db8:5::/48 from 2001:db8:77::/64 via 2001:db8::2 metric 5",
                        SIX.source(IpPrefix.parse("2001:db8:77::/64")).gateway(VIA6).metric(5)),
                add6("2001:db8:5::/48 nexthop via 2001:db8::2 dev v0 weight 256 nexthop via 2001:db8::3",
                        SIX.nextHops(List.of(NextHop.of(V0).gateway(AF_INET6, VIA6).weight(256),
                                NextHop.of(0).gateway(AF_INET6, IpAddress.parse("2001:db8::3"))))),
                Arguments.of("ip route append 10.5.0.0/16 dev v0", RTM_NEWROUTE, CHANGE | NLM_F_CREATE | NLM_F_APPEND, ON_V0),
                Arguments.of("ip route prepend 10.5.0.0/16 dev v0", RTM_NEWROUTE, CHANGE | NLM_F_CREATE, ON_V0),
                Arguments.of("ip route change 10.5.0.0/16 dev v0", RTM_NEWROUTE, CHANGE | NLM_F_REPLACE, ON_V0),
                Arguments.of("ip route replace 10.5.0.0/16 dev v0", RTM_NEWROUTE, CHANGE | NLM_F_CREATE | NLM_F_REPLACE, ON_V0),
                Arguments.of("ip route del 10.5.0.0/16", RTM_DELROUTE, CHANGE, RouteSpec.matching(IpPrefix.parse("10.5.0.0/16"))),
                Arguments.of("ip route del 10.5.0.0/16 via 10.0.0.2 dev v0 proto 4 metric 5 table 1000", RTM_DELROUTE, CHANGE,
                        RouteSpec.matching(IpPrefix.parse("10.5.0.0/16")).gateway(VIA).protocol(4).metric(5).table(1000).device(V0)));
    }

    /** {@code ip} sends what it reads, in the order in which it reads it. */
    private static IpEncap ordered(long id, String remote) {
        return new IpEncap(Attributes.none(LwtunnelIp.ATTRIBUTES))
                .id(id).with(LwtunnelIp.LWTUNNEL_IP_DST, Ipv4Address.parse(remote));
    }

    static Stream<Arguments> encapsulations() {
        return Stream.of(
                wrapped("ip id 77 dst 10.0.0.9 src 10.0.0.1 tos 0x10 ttl 9 key csum seq",
                        ordered(77, "10.0.0.9").local(Ipv4Address.parse("10.0.0.1")).service(16).timeToLive(9)
                                .flags(TunnelFlags.TUNNEL_KEY | TunnelFlags.TUNNEL_CSUM | TunnelFlags.TUNNEL_SEQ)),
                wrapped("ip6 id 77 dst 2001:db8::a src 2001:db8::b tc 0x10 hoplimit 9 seq",
                        new Ip6Encap(Attributes.none(LwtunnelIp6.ATTRIBUTES)).id(77).with(LwtunnelIp6.LWTUNNEL_IP6_DST, A).local(B).trafficClass(16).hopLimit(9).flags(TunnelFlags.TUNNEL_SEQ)),
                wrapped("seg6 mode encap segs 2001:db8::a,2001:db8::b", Seg6Encap.of(SEG6_IPTUN_MODE_ENCAP, List.of(A, B))),
                wrapped("seg6 mode encap segs 2001:db8::a hmac 5",
                        Seg6Encap.of(SEG6_IPTUN_MODE_ENCAP, SegmentRoutingHeader.of(List.of(A)).hmac(5))),
                wrapped("seg6 mode inline segs 2001:db8::a,2001:db8::b", Seg6Encap.of(SEG6_IPTUN_MODE_INLINE, List.of(A, B))),
                wrapped("seg6 mode l2encap segs 2001:db8::a", Seg6Encap.of(SEG6_IPTUN_MODE_L2ENCAP, List.of(A))),
                wrapped("mpls 100/200 ttl 5", MplsEncap.of(MplsLabels.of(100, 200)).timeToLive(5)),
                wrapped("mpls 16", MplsEncap.of(MplsLabels.of(16))),
                wrapped("ioam6 freq 1/3 mode encap tundst 2001:db8::a trace prealloc type 0x800000 ns 1 size 12",
                        Ioam6Encap.of(1, 0x800000, 12).frequency(1, 3).tunnel(Ioam6Iptunnel.IOAM6_IPTUNNEL_MODE_ENCAP, A)),
                wrapped("ioam6 trace prealloc type 0xc00000 ns 0xabcd size 244", Ioam6Encap.of(0xabcd, 0xc00000, 244)),
                wrapped("rpl segs 2001:db8::a,2001:db8::b", RplEncap.of(List.of(A, B))),
                // in another order, as ip 6.1 passes over the word after that of link_dev
                add("10.5.0.0/16 dev v0 encap xfrm if_id 5 link_dev v0",
                        FOUR.scope(RT_SCOPE_LINK).encap(XfrmEncap.of(5).lower(V0)).device(V0)),
                local("End", Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END)),
                local("End.X nh6 2001:db8::a", Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_X).nextHop(A)),
                local("End.T table 100", Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_T).table(100)),
                local("End.DX2 oif v0", Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_DX2).outputDevice(V0)),
                local("End.DX4 nh4 10.0.0.9",
                        Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_DX4).nextHop(IpAddress.parse("10.0.0.9"))),
                local("End.DT46 vrftable 100", Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_DT46).vrfTable(100)),
                local("End.DX6 nh6 2001:db8::a count",
                        Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_DX6).nextHop(A).counted()),
                local("End.B6.Encaps srh segs 2001:db8::a,2001:db8::b",
                        Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END_B6_ENCAP).header(SegmentRoutingHeader.of(List.of(A, B)))),
                local("End flavors next-csid lblen 48 nflen 16",
                        Seg6LocalEncap.of(Seg6Local.SEG6_LOCAL_ACTION_END)
                                .flavors(1 << Seg6Local.SEG6_LOCAL_FLV_OP_NEXT_CSID).compressed(48, 16)));
    }

    static Stream<Arguments> labels() {
        RouteSpec label = RouteSpec.ofLabel(100);
        return Stream.of(
                Arguments.of("ip -f mpls route add 100 as 200/300 via inet 10.0.0.2 dev v0", RTM_NEWROUTE, NEW,
                        label.newLabels(MplsLabels.of(200, 300)).gateway(VIA).device(V0)),
                Arguments.of("ip -f mpls route add 100 as 200 ttl-propagate enabled nexthop via inet 10.0.0.2 dev v0 "
                                + "nexthop as 300 via inet6 2001:db8::2 dev v0",
                        RTM_NEWROUTE, NEW,
                        label.newLabels(MplsLabels.of(200)).propagateTimeToLive(true).nextHops(List.of(
                                NextHop.of(V0).gateway(AF_MPLS, VIA),
                                NextHop.of(V0).newLabels(MplsLabels.of(300)).gateway(AF_MPLS, VIA6)))),
                Arguments.of("ip -f mpls route add 100 dev v0", RTM_NEWROUTE, NEW, label.device(V0)));
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                ask("10.5.0.1", RouteLookup.to(DESTINATION)),
                ask("10.5.0.1 from 10.0.0.1 mark 5", RouteLookup.to(DESTINATION).from(IpAddress.parse("10.0.0.1")).mark(5)),
                ask("fibmatch 10.5.0.1 ipproto tcp sport 5 dport 6 uid 7 tos 0x10 oif v0",
                        RouteLookup.to(DESTINATION).matching().ipProtocol(6).sourcePort(5).destinationPort(6).user(7)
                                .service(0x10).outputDevice(V0)),
                ask("10.5.0.1 from 10.0.0.1 iif v0",
                        RouteLookup.to(DESTINATION).from(IpAddress.parse("10.0.0.1")).inputDevice(V0)),
                ask("2001:db8:5::1", RouteLookup.to(IpAddress.parse("2001:db8:5::1"))),
                ask("fibmatch 2001:db8:5::1 from 2001:db8::1 ipproto udp",
                        RouteLookup.to(IpAddress.parse("2001:db8:5::1")).matching().from(IpAddress.parse("2001:db8::1"))
                                .ipProtocol(17)),
                show("route show table 1000", RouteFilter.ofFamily(AF_INET).table(1000)),
                show("route show table 1000 proto static", RouteFilter.ofFamily(AF_INET).table(1000).protocol(4)),
                show("-4 route show table all", RouteFilter.ofFamily(AF_INET)),
                show("-4 route show table all dev v0", RouteFilter.ofFamily(AF_INET).device(V0)),
                show("-6 route show cache", RouteFilter.ofFamily(AF_INET6).table(254).ofCache()),
                show("-f mpls route show", RouteFilter.ofFamily(AF_MPLS).table(254)));
    }

    private static Arguments ask(String command, RouteLookup lookup) {
        return Arguments.of("ip route get " + command, RTM_GETROUTE, NLM_F_REQUEST, lookup);
    }

    private static Arguments show(String command, RouteFilter filter) {
        return Arguments.of("ip " + command, RTM_GETROUTE, DUMP, filter.request());
    }

    @ParameterizedTest
    @MethodSource({"routes", "encapsulations", "labels", "questions"})
    void asksAsIpDoes(String command, int type, int flags, MessageBody body) {
        new IpRequests(namespace).same(command, type, flags, body);
    }

}
