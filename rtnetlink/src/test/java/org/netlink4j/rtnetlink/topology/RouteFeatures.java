package org.netlink4j.rtnetlink.topology;

import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.RtScope;
import org.netlink4j.rtnetlink.encap.Encap;
import org.netlink4j.rtnetlink.encap.Ip6Encap;
import org.netlink4j.rtnetlink.encap.IpEncap;
import org.netlink4j.rtnetlink.encap.Seg6Encap;
import org.netlink4j.rtnetlink.encap.Seg6Iptunnel;
import org.netlink4j.rtnetlink.encap.TunnelFlags;
import org.netlink4j.rtnetlink.nexthop.NextHopMember;
import org.netlink4j.rtnetlink.nexthop.NextHopSpec;
import org.netlink4j.rtnetlink.nexthop.ResilientGroup;
import org.netlink4j.rtnetlink.route.NextHop;
import org.netlink4j.rtnetlink.route.RouteMetrics;
import org.netlink4j.rtnetlink.route.RouteSpec;
import org.netlink4j.rtnetlink.route.RouterPref;
import org.netlink4j.rtnetlink.route.Rtax;
import org.netlink4j.rtnetlink.route.Rtn;
import org.netlink4j.rtnetlink.route.RtnhF;

/**
 * Next-hop objects, and the routes that may use them. Encapsulations are ip, ip6 and seg6 without options: a kernel 6.18 with geneve
 * options in one is lost.
 */
final class RouteFeatures {
    static final List<Feature> NEXT_HOPS = List.of(
            Feature.of("IPv4 next hop", draw -> hop(draw, false)),
            Feature.of("IPv6 next hop", draw -> hop(draw, true)),
            Feature.of("blackhole next hop", RouteFeatures::blackhole),
            Feature.of("next hop of a device", RouteFeatures::ofDevice),
            Feature.of("next hop of forwarding entries", RouteFeatures::forwarding),
            Feature.of("next hop with an encapsulation", RouteFeatures::wrappedHop),
            new Feature("group of next hops", draw -> group(draw, false)),
            new Feature("resilient group of next hops", draw -> group(draw, true)));

    static final List<Feature> ROUTES = Stream.of(
                    Stream.of(
                            Feature.of("IPv4 route", draw -> via(draw, four(draw), draw.four("10.0"))),
                            Feature.of("IPv6 route", draw -> via(draw, six(draw), draw.six("2001:db8:0"))),
                            Feature.of("IPv4 route over IPv6", draw -> via(draw, four(draw), draw.six("2001:db8:0"))),
                            Feature.of("IPv4 route of a device", RouteFeatures::onLink),
                            Feature.of("IPv4 multipath route", draw -> multipath(draw, false)),
                            Feature.of("IPv6 multipath route", draw -> multipath(draw, true)),
                            new Feature("IPv4 route of a next-hop object", draw -> ofObject(draw, false)),
                            new Feature("IPv6 route of a next-hop object", draw -> ofObject(draw, true)),
                            Feature.of("IPv4 route that ends", draw -> ending(draw, four(draw))),
                            Feature.of("IPv6 route that ends", draw -> ending(draw, six(draw)))),
                    Stream.of("ip", "ip6", "seg6").map(type -> Feature.of("route with encapsulation " + type, draw -> wrapped(draw, type))))
            .flatMap(features -> features)
            .toList();

    private static final Map<String, Integer> ENDS = Map.of(
            "blackhole", Rtn.RTN_BLACKHOLE, "unreachable", Rtn.RTN_UNREACHABLE, "prohibit", Rtn.RTN_PROHIBIT, "throw", Rtn.RTN_THROW);

    private RouteFeatures() {}

    // ---- next-hop objects

    private static Step hop(Wanted<NextHopSpec> wanted) {
        return new Step(Tool.IP, "nexthop add " + wanted.words(), rtnetlink -> rtnetlink.nextHops().create(wanted.spec()));
    }

    private static Wanted<NextHopSpec> hop(long id) {
        return new Wanted<>("id " + id, NextHopSpec.of(id));
    }

    private static Step hop(Draw draw, boolean six) {
        IpAddress gateway = six ? draw.six("2001:db8:0") : draw.four("10.0");
        long id = draw.next();
        (six ? draw.sixHops() : draw.fourHops()).add(id);
        return hop(hop(id).with("via " + gateway + " dev v0", spec -> spec.gateway(gateway).device(Base.V0))
                .maybe(draw, "protocol", 3, 255, NextHopSpec::protocol)
                .maybe(draw, "onlink", NextHopSpec::onLink));
    }

    private static Step blackhole(Draw draw) {
        return hop(hop(draw.next()).with("blackhole", NextHopSpec::blackhole));
    }

    private static Step ofDevice(Draw draw) {
        return hop(hop(draw.next()).with("dev v0", spec -> spec.device(Base.V0)));
    }

    private static Step forwarding(Draw draw) {
        IpAddress gateway = draw.four("192.0");
        return hop(hop(draw.next()).with("via " + gateway + " fdb", spec -> spec.gateway(gateway).forwarding()));
    }

    private static Step wrappedHop(Draw draw) {
        long id = draw.next();
        IpAddress gateway = draw.four("10.0");
        Wanted<? extends Encap> encap = encap(draw, "ip");
        draw.fourHops().add(id);
        return hop(hop(id).with("encap " + encap.words() + " via " + gateway + " dev v0",
                spec -> spec.encap(encap.spec()).gateway(gateway).device(Base.V0)));
    }

    /** Of up to four objects of one family; the kernel refuses the same one twice. */
    private static List<Step> group(Draw draw, boolean resilient) {
        Step another = hop(draw, false);
        List<Long> ids = new ArrayList<>(draw.fourHops());
        List<NextHopMember> members = new ArrayList<>();
        int count = Math.min(draw.between(1, 4), ids.size());
        for (int i = 0; i < count; i++) {
            long id = draw.one(ids);
            ids.remove(id);
            members.add(new NextHopMember(id, draw.between(1, 255)));
        }
        String words = String.join("/", members.stream().map(member -> member.id() + "," + member.weight()).toList());
        Wanted<NextHopSpec> group = hop(draw.next()).with("group " + words, spec -> spec.group(members));
        return List.of(another, hop(resilient
                ? group.with("type resilient buckets 8 idle_timer 60 unbalanced_timer 300",
                        spec -> spec.resilient(new ResilientGroup(8, 6000, 30_000)))
                : group));
    }

    // ---- routes

    private static Step route(Wanted<RouteSpec> wanted) {
        return new Step(Tool.IP, "route add " + wanted.words(), rtnetlink -> rtnetlink.routes().create(wanted.spec()));
    }

    private static IpPrefix four(Draw draw) {
        int number = draw.next();
        return IpPrefix.parse("10.%d.%d.0/24".formatted(80 + (number >> 8), number & 0xff));
    }

    private static IpPrefix six(Draw draw) {
        return IpPrefix.parse("2001:db8:4:%x::/64".formatted(draw.next()));
    }

    private static Wanted<RouteSpec> to(IpPrefix prefix) {
        return new Wanted<>(prefix.toString(), RouteSpec.of(prefix));
    }

    private static String via(IpAddress gateway, IpPrefix destination) {
        return (IpPrefix.of(gateway).family() == destination.family() ? "via " : "via inet6 ") + gateway;
    }

    private static Step via(Draw draw, IpPrefix prefix, IpAddress gateway) {
        Wanted<RouteSpec> wanted = to(prefix).with(via(gateway, prefix) + " dev v0", spec -> spec.gateway(gateway).device(Base.V0))
                .maybe(draw, "metric", 1, 10_000, RouteSpec::metric)
                .maybe(draw, "table", 1, 200, RouteSpec::table)
                .maybe(draw, "proto", 3, 255, RouteSpec::protocol);
        Wanted<RouteSpec> more = prefix.family() == AF_INET
                ? wanted.maybe(draw, "tos 0x10", spec -> spec.service(0x10))
                        .maybe(draw, "src 10.0.0.1", spec -> spec.preferredSource(IpAddress.parse("10.0.0.1")))
                        .maybe(draw, "onlink", spec -> spec.flags(RtnhF.RTNH_F_ONLINK))
                : wanted.maybe(draw, "pref high", spec -> spec.preference(RouterPref.ICMPV6_ROUTER_PREF_HIGH))
                        .maybe(draw, "expires 1000", spec -> spec.expires(1000));
        return route(draw.flip() ? withMetrics(draw, more) : more);
    }

    private static Wanted<RouteSpec> withMetrics(Draw draw, Wanted<RouteSpec> wanted) {
        Wanted<RouteMetrics> metrics = new Wanted<>("", RouteMetrics.NONE)
                .maybe(draw, "mtu", 1280, 1500, with(Rtax.RTAX_MTU))
                .maybe(draw, "advmss", 500, 1400, with(Rtax.RTAX_ADVMSS))
                .maybe(draw, "window", 1000, 60_000, with(Rtax.RTAX_WINDOW))
                .maybe(draw, "ssthresh", 1, 100, with(Rtax.RTAX_SSTHRESH))
                .maybe(draw, "cwnd lock", 1, 100, (all, n) -> all.with(Rtax.RTAX_CWND, n).locked(Rtax.RTAX_CWND))
                .maybe(draw, "initcwnd", 1, 100, with(Rtax.RTAX_INITCWND))
                .maybe(draw, "initrwnd", 1, 100, with(Rtax.RTAX_INITRWND))
                .maybe(draw, "hoplimit", 1, 254, with(Rtax.RTAX_HOPLIMIT))
                .maybe(draw, "reordering", 1, 100, with(Rtax.RTAX_REORDERING))
                .maybe(draw, "quickack", 1, 1, with(Rtax.RTAX_QUICKACK))
                .maybe(draw, "fastopen_no_cookie", 1, 1, with(Rtax.RTAX_FASTOPEN_NO_COOKIE))
                .maybe(draw, "features ecn", all -> all.with(Rtax.RTAX_FEATURES, 1))
                .maybe(draw, "congctl reno", all -> all.congestionControl("reno"));
        int eighths = draw.between(1, 100);
        Wanted<RouteMetrics> times = metrics.maybe(draw, "rtt " + eighths + "ms", all -> all.with(Rtax.RTAX_RTT, 8L * eighths))
                .maybe(draw, "rto_min " + eighths + "ms",
                        all -> all.with(Rtax.RTAX_RTO_MIN, eighths).locked(Rtax.RTAX_RTO_MIN));
        return times.words().isEmpty() ? wanted : wanted.with(times.words(), spec -> spec.metrics(times.spec()));
    }

    private static BiFunction<RouteMetrics, Integer, RouteMetrics> with(int number) {
        return (all, value) -> all.with(number, value);
    }

    private static Step onLink(Draw draw) {
        return route(to(four(draw)).with("dev v0", spec -> spec.device(Base.V0).scope(RtScope.RT_SCOPE_LINK))
                .maybe(draw, "metric", 1, 10_000, RouteSpec::metric)
                .maybe(draw, "table", 1, 200, RouteSpec::table));
    }

    private static Step multipath(Draw draw, boolean six) {
        int family = six ? AF_INET6 : AF_INET;
        List<NextHop> ways = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (int i = draw.between(2, 4); i > 0; i--) {
            IpAddress gateway = six ? draw.six("2001:db8:0") : draw.four("10.0");
            int weight = draw.between(1, 256);
            ways.add(NextHop.of(Base.V0).gateway(family, gateway).weight(weight));
            words.append("nexthop via ").append(gateway).append(" dev v0 weight ").append(weight).append(' ');
        }
        UnaryOperator<RouteSpec> change = spec -> spec.nextHops(ways);
        return route(to(six ? six(draw) : four(draw)).maybe(draw, "metric", 1, 10_000, RouteSpec::metric)
                .with(words.toString().strip(), change));
    }

    private static List<Step> ofObject(Draw draw, boolean six) {
        List<Long> known = six ? draw.sixHops() : draw.fourHops();
        List<Step> steps = new ArrayList<>();
        if (known.isEmpty()) {
            steps.add(hop(draw, six));
        }
        long id = draw.one(known);
        steps.add(route(to(six ? six(draw) : four(draw)).with("nhid " + id, spec -> spec.nextHopId(id))
                .maybe(draw, "metric", 1, 10_000, RouteSpec::metric)));
        return steps;
    }

    private static Step ending(Draw draw, IpPrefix prefix) {
        String word = draw.one(ENDS.keySet().stream().sorted().toList());
        return route(new Wanted<>(word + " " + prefix, RouteSpec.of(prefix).type(ENDS.get(word)))
                .maybe(draw, "metric", 1, 10_000, RouteSpec::metric)
                .maybe(draw, "table", 1, 200, RouteSpec::table));
    }

    private static Step wrapped(Draw draw, String type) {
        Wanted<? extends Encap> encap = encap(draw, type);
        Wanted<RouteSpec> wanted = to(draw.flip() ? four(draw) : six(draw));
        int scope = wanted.spec().header().family() == AF_INET ? RtScope.RT_SCOPE_LINK : RtScope.RT_SCOPE_UNIVERSE;
        return route(wanted.with("encap " + encap.words() + " dev v0",
                spec -> spec.encap(encap.spec()).device(Base.V0).scope(scope)));
    }

    private static Wanted<? extends Encap> encap(Draw draw, String type) {
        return switch (type) {
            case "ip" -> ip(draw);
            case "ip6" -> ip6(draw);
            default -> seg6(draw);
        };
    }

    private static Wanted<IpEncap> ip(Draw draw) {
        Ipv4Address remote = Ipv4Address.parse(draw.four("10.0").toString());
        return new Wanted<>("ip dst " + remote, IpEncap.to(remote))
                .maybe(draw, "id", 1, 1000, IpEncap::id)
                .maybe(draw, "src 10.0.0.1", encap -> encap.local(Ipv4Address.parse("10.0.0.1")))
                .maybe(draw, "ttl", 1, 255, IpEncap::timeToLive)
                .maybe(draw, "tos 0x10", encap -> encap.service(0x10))
                .maybe(draw, "key csum", encap -> encap.flags(TunnelFlags.TUNNEL_KEY | TunnelFlags.TUNNEL_CSUM));
    }

    private static Wanted<Ip6Encap> ip6(Draw draw) {
        Ipv6Address remote = Ipv6Address.parse(draw.six("2001:db8:0").toString());
        return new Wanted<>("ip6 dst " + remote, Ip6Encap.to(remote))
                .maybe(draw, "id", 1, 1000, Ip6Encap::id)
                .maybe(draw, "hoplimit", 1, 255, Ip6Encap::hopLimit)
                .maybe(draw, "tc 0x10", encap -> encap.trafficClass(0x10))
                .maybe(draw, "seq", encap -> encap.flags(TunnelFlags.TUNNEL_SEQ));
    }

    private static Wanted<Seg6Encap> seg6(Draw draw) {
        List<Ipv6Address> path = IntStream.rangeClosed(0, draw.between(0, 3))
                .mapToObj(_ -> Ipv6Address.parse(draw.six("2001:db8:5").toString())).toList();
        String segments = String.join(",", path.stream().map(Ipv6Address::toString).toList());
        return draw.flip()
                ? new Wanted<>("seg6 mode encap segs " + segments, Seg6Encap.of(Seg6Iptunnel.SEG6_IPTUN_MODE_ENCAP, path))
                : new Wanted<>("seg6 mode l2encap segs " + segments, Seg6Encap.of(Seg6Iptunnel.SEG6_IPTUN_MODE_L2ENCAP, path));
    }
}
