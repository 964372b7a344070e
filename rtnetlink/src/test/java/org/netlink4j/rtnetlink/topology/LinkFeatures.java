package org.netlink4j.rtnetlink.topology;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.link.Bareudp;
import org.netlink4j.rtnetlink.link.Bond;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.BridgePort;
import org.netlink4j.rtnetlink.link.Dummy;
import org.netlink4j.rtnetlink.link.Geneve;
import org.netlink4j.rtnetlink.link.Gre;
import org.netlink4j.rtnetlink.link.GreFlags;
import org.netlink4j.rtnetlink.link.GreKind;
import org.netlink4j.rtnetlink.link.Gretap;
import org.netlink4j.rtnetlink.link.Hsr;
import org.netlink4j.rtnetlink.link.Ifb;
import org.netlink4j.rtnetlink.link.IflaBond;
import org.netlink4j.rtnetlink.link.IflaIptun;
import org.netlink4j.rtnetlink.link.IflaIpvlan;
import org.netlink4j.rtnetlink.link.IflaMacsec;
import org.netlink4j.rtnetlink.link.Ip6gre;
import org.netlink4j.rtnetlink.link.Ip6gretap;
import org.netlink4j.rtnetlink.link.Ip6tnl;
import org.netlink4j.rtnetlink.link.Ipip;
import org.netlink4j.rtnetlink.link.IptunKind;
import org.netlink4j.rtnetlink.link.Ipvlan;
import org.netlink4j.rtnetlink.link.IpvlanKind;
import org.netlink4j.rtnetlink.link.Ipvtap;
import org.netlink4j.rtnetlink.link.LinkKind;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Macsec;
import org.netlink4j.rtnetlink.link.Macvlan;
import org.netlink4j.rtnetlink.link.MacvlanKind;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.rtnetlink.link.Netkit;
import org.netlink4j.rtnetlink.link.Nlmon;
import org.netlink4j.rtnetlink.link.Sit;
import org.netlink4j.rtnetlink.link.Team;
import org.netlink4j.rtnetlink.link.Vcan;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.link.Vlan;
import org.netlink4j.rtnetlink.link.Vrf;
import org.netlink4j.rtnetlink.link.Vti;
import org.netlink4j.rtnetlink.link.Vti6;
import org.netlink4j.rtnetlink.link.VtiKind;
import org.netlink4j.rtnetlink.link.Vxlan;
import org.netlink4j.rtnetlink.link.Wireguard;
import org.netlink4j.rtnetlink.link.Xfrm;

/** Links of all kinds. Those of Ethernet get an address, as the kernel would draw one. */
final class LinkFeatures {
    /** What ip asks for over IPv6 unless told otherwise. */
    private static final int LIMIT_OF_IP = 4;
    private static final int HOP_LIMIT_OF_IP = 64;
    private static final int IPV6 = 41;

    static final List<Feature> LINKS = Stream.of(
                    simple("dummy", new Dummy()), simple("ifb", new Ifb()), simple("team", new Team()), bare("nlmon", new Nlmon()),
                    bare("vcan", new Vcan()), bare("wireguard", new Wireguard()),
                    kind("veth", LinkFeatures::veth), kind("netkit", LinkFeatures::netkit), kind("bridge", LinkFeatures::bridge),
                    kind("vrf", draw -> number(draw, new Wanted<>("vrf", new Vrf()), "table", Vrf::table)),
                    kind("bond", LinkFeatures::bond), kind("vxlan", LinkFeatures::vxlan), kind("geneve", LinkFeatures::geneve),
                    on("vlan", Base.V0, "v0", LinkFeatures::vlan),
                    on("macvlan", Base.MACVLAN_LOWER, "m0", draw -> macvlan(draw, "macvlan", new Macvlan())),
                    on("macvtap", Base.MACVLAN_LOWER, "m0", draw -> macvlan(draw, "macvtap", new Macvtap())),
                    Feature.of("link of kind ipvlan", draw -> link(draw, "link i0 ", false, ipvlan(draw, "ipvlan", new Ipvlan()), Base.IPVLAN_LOWER)),
                    Feature.of("link of kind ipvtap", draw -> link(draw, "link i0 ", false, ipvlan(draw, "ipvtap", new Ipvtap()), Base.IPVLAN_LOWER)),
                    on("macsec", Base.MACSEC_LOWER, "s0", LinkFeatures::macsec),
                    bare("bareudp", LinkFeatures::bareudp), new Feature("link of kind hsr", LinkFeatures::hsr), bare("xfrm", LinkFeatures::xfrm),
                    bare("gre", draw -> gre(draw, "gre", new Gre(), false)), bare("ip6gre", draw -> gre(draw, "ip6gre", new Ip6gre(), true)),
                    kind("gretap", draw -> gre(draw, "gretap", new Gretap(), false)),
                    kind("ip6gretap", draw -> gre(draw, "ip6gretap", new Ip6gretap(), true)),
                    bare("ipip", draw -> tunnel(draw, "ipip", new Ipip(), false)), bare("sit", draw -> tunnel(draw, "sit", new Sit(), false)),
                    bare("ip6tnl", draw -> tunnel(draw, "ip6tnl", new Ip6tnl().encapLimit(LIMIT_OF_IP), true)),
                    bare("vti", draw -> vti(draw, "vti", new Vti(), false)), bare("vti6", draw -> vti(draw, "vti6", new Vti6(), true)))
            .toList();

    static final List<Feature> SETTINGS = List.of(
            Feature.of("alias and group of a link", LinkFeatures::described),
            Feature.of("alternative name of a link", LinkFeatures::named),
            Feature.of("limits of a link", LinkFeatures::limited),
            Feature.of("settings of a port", LinkFeatures::port));

    private LinkFeatures() {}

    // ---- how a link is made

    private static Feature kind(String name, Function<Draw, Wanted<? extends LinkKind>> kind) {
        return Feature.of("link of kind " + name, draw -> link(draw, "", true, kind.apply(draw), 0));
    }

    private static Feature simple(String name, LinkKind kind) {
        return kind(name, _ -> new Wanted<>(name, kind));
    }

    private static Feature bare(String name, Function<Draw, Wanted<? extends LinkKind>> kind) {
        return Feature.of("link of kind " + name, draw -> link(draw, "", false, kind.apply(draw), 0));
    }

    private static Feature bare(String name, LinkKind kind) {
        return bare(name, _ -> new Wanted<>(name, kind));
    }

    private static Feature on(String name, int lower, String lowerName, Function<Draw, Wanted<? extends LinkKind>> kind) {
        return Feature.of("link of kind " + name, draw -> link(draw, "link " + lowerName + " ", true, kind.apply(draw), lower));
    }

    private static Step link(Draw draw, String before, boolean ethernet, Wanted<? extends LinkKind> kind, int lower) {
        Draw.Device device = draw.device();
        Wanted<LinkSpec> wanted = new Wanted<>(
                before + "name " + device.name() + " index " + device.index(), LinkSpec.named(device.name()).index(device.index()));
        MacAddress address = draw.mac();
        Wanted<LinkSpec> addressed = ethernet ? wanted.with("address " + address, spec -> spec.address(address)) : wanted;
        Wanted<LinkSpec> whole = addressed.maybe(draw, "txqueuelen", 1, 5000, LinkSpec::txQueueLength)
                .with("type " + kind.words(), spec -> (lower == 0 ? spec : spec.lower(lower)).kind(kind.spec()));
        return Base.create(whole.words(), whole.spec());
    }

    /** A number of its own. */
    private static <K> Wanted<K> number(Draw draw, Wanted<K> kind, String word, BiFunction<K, Integer, K> change) {
        int number = draw.next();
        return kind.with(word + " " + number, k -> change.apply(k, number));
    }

    private static IpAddress address(Draw draw, boolean six) {
        return six ? draw.six("2001:db8:7") : draw.four("198.18");
    }

    // ---- the kinds

    private static Wanted<Veth> veth(Draw draw) {
        Draw.Device peer = draw.device();
        MacAddress address = draw.mac();
        return new Wanted<>("veth peer name " + peer.name() + " index " + peer.index() + " address " + address,
                Veth.withPeer(LinkSpec.named(peer.name()).index(peer.index()).address(address)));
    }

    /** ip 6.1 does not know the kind: it sends its name and nothing else, and the kernel names the peer. */
    private static Wanted<Netkit> netkit(Draw draw) {
        return new Wanted<>("netkit", new Netkit());
    }

    private static Wanted<Bridge> bridge(Draw draw) {
        return new Wanted<>("bridge", new Bridge())
                .maybe(draw, "forward_delay", 200, 3000, Bridge::forwardDelay)
                .maybe(draw, "ageing_time", 1000, 30_000, Bridge::ageingTime)
                .maybe(draw, "stp_state 1", bridge -> bridge.spanningTree(true))
                .maybe(draw, "priority", 0, 65_535, Bridge::priority)
                .maybe(draw, "mcast_snooping 0", bridge -> bridge.multicastSnooping(false))
                .maybe(draw, "group_fwd_mask 0x4008", bridge -> bridge.groupForwardMask(0x4008));
    }

    private static Wanted<Bond> bond(Draw draw) {
        return new Wanted<>("bond mode active-backup", new Bond().mode(IflaBond.BOND_MODE_ACTIVEBACKUP))
                .maybe(draw, "miimon", 10, 1000, Bond::miiInterval)
                .maybe(draw, "num_grat_arp", 0, 255, Bond::peerNotifications)
                .maybe(draw, "resend_igmp", 0, 255, Bond::resendIgmp)
                .maybe(draw, "fail_over_mac follow", bond -> bond.failOverMac(2));
    }

    private static Wanted<Vlan> vlan(Draw draw) {
        return number(draw, new Wanted<>("vlan", new Vlan()), "id", (vlan, number) -> vlan.id(number % 4095));
    }

    private static <K extends MacvlanKind<K>> Wanted<K> macvlan(Draw draw, String name, K kind) {
        String mode = draw.one(List.of("private", "vepa", "bridge", "source"));
        return new Wanted<>(name, kind).with("mode " + mode, k -> k.mode(MacvlanMode.parse(mode)))
                .maybe(draw, "bcqueuelen", 10, 2000, MacvlanKind::broadcastQueueLength);
    }

    /** All of one lower device have one mode. */
    private static <K extends IpvlanKind<K>> Wanted<K> ipvlan(Draw draw, String name, K kind) {
        return new Wanted<>(name + " mode l2 bridge", kind.mode(IflaIpvlan.IPVLAN_MODE_L2).flags(0));
    }

    private static Wanted<Macsec> macsec(Draw draw) {
        return number(draw, new Wanted<>("macsec", new Macsec()), "port", Macsec::port)
                .maybe(draw, "cipher gcm-aes-256", macsec -> macsec.cipherSuite(IflaMacsec.MACSEC_CIPHER_ID_GCM_AES_256).icvLength(16))
                .maybe(draw, "encrypt on", macsec -> macsec.encrypt(true))
                .maybe(draw, "validate check", macsec -> macsec.validation(1))
                .maybe(draw, "encodingsa", 0, 3, Macsec::encodingAssociation);
    }

    private static Wanted<Vxlan> vxlan(Draw draw) {
        IpAddress remote = address(draw, draw.flip());
        return number(draw, new Wanted<>("vxlan", new Vxlan().learning(true)), "id", Vxlan::id)
                .with("remote " + remote + " dstport 4790", vxlan -> vxlan.remote(remote).port(4790))
                .maybe(draw, "ttl", 1, 255, Vxlan::ttl)
                .maybe(draw, "tos 0x20", vxlan -> vxlan.tos(0x20))
                .maybe(draw, "ageing", 1, 1000, Vxlan::ageing)
                .maybe(draw, "maxaddress", 1, 1000, Vxlan::limit)
                .maybe(draw, "nolearning", vxlan -> vxlan.learning(false))
                .maybe(draw, "proxy", vxlan -> vxlan.proxy(true))
                .maybe(draw, "l2miss", vxlan -> vxlan.notifyMissingMac(true))
                .maybe(draw, "udp6zerocsumtx", vxlan -> vxlan.udpZeroChecksum6Send(true));
    }

    private static Wanted<Geneve> geneve(Draw draw) {
        IpAddress remote = address(draw, draw.flip());
        return number(draw, new Wanted<>("geneve", new Geneve()), "id", Geneve::id)
                .with("remote " + remote, geneve -> geneve.remote(remote))
                .maybe(draw, "ttl", 1, 255, Geneve::ttl)
                .maybe(draw, "tos 0x20", geneve -> geneve.tos(0x20));
    }

    private static Wanted<Bareudp> bareudp(Draw draw) {
        return number(draw, new Wanted<>("bareudp", new Bareudp()), "dstport", Bareudp::port)
                .with("ethertype mpls_uc", bareudp -> bareudp.etherType(EtherType.MPLS))
                .maybe(draw, "srcportmin", 1, 60_000, Bareudp::lowestSourcePort);
    }

    /** On ports of its own: one can be in one ring only. */
    private static List<Step> hsr(Draw draw) {
        Step pair = link(draw, "", true, veth(draw), 0);
        Draw.Device one = draw.devices().get(draw.devices().size() - 2);
        Draw.Device other = draw.devices().getLast();
        Wanted<Hsr> ring = new Wanted<>(
                "hsr slave1 " + one.name() + " slave2 " + other.name(), new Hsr().port1(one.index()).port2(other.index()))
                .maybe(draw, "supervision", 1, 255, Hsr::supervision)
                .maybe(draw, "version 1", hsr -> hsr.version(1));
        return List.of(pair, link(draw, "", false, ring, 0));
    }

    private static Wanted<Xfrm> xfrm(Draw draw) {
        return number(draw, new Wanted<>("xfrm dev v0", new Xfrm().lower(Base.V0)), "if_id", Xfrm::id);
    }

    private static <K extends GreKind<K>> Wanted<K> gre(Draw draw, String name, K kind, boolean six) {
        IpAddress local = address(draw, six);
        IpAddress remote = address(draw, six);
        Wanted<K> wanted = new Wanted<>(name, kind).with("local " + local + " remote " + remote, k -> k.local(local).remote(remote));
        int keyed = GreFlags.KEY;
        Wanted<K> more = draw.flip()
                ? number(draw, wanted, "key", (k, number) -> k.inputKey(number).outputKey(number).inputFlags(keyed).outputFlags(keyed))
                : wanted;
        Wanted<K> asIp = more.with("", k -> k.ttl(HOP_LIMIT_OF_IP).encapLimit(LIMIT_OF_IP).encapFlags(IflaIptun.TUNNEL_ENCAP_FLAG_CSUM6));
        return (six ? asIp.maybe(draw, "hoplimit", 1, 255, GreKind::ttl) : more.maybe(draw, "ttl", 1, 255, GreKind::ttl))
                .maybe(draw, "fwmark", 1, 1000, GreKind::mark);
    }

    private static <K extends VtiKind<K>> Wanted<K> vti(Draw draw, String name, K kind, boolean six) {
        IpAddress local = address(draw, six);
        IpAddress remote = address(draw, six);
        return number(draw, new Wanted<>(name, kind).with("local " + local + " remote " + remote, k -> k.local(local).remote(remote)),
                "key", (k, number) -> k.inputKey(number).outputKey(number));
    }

    private static <K extends IptunKind<K>> Wanted<K> tunnel(Draw draw, String name, K kind, boolean six) {
        IpAddress local = address(draw, six);
        IpAddress remote = address(draw, six);
        Wanted<K> wanted = new Wanted<>(name, kind).with("local " + local + " remote " + remote, k -> k.local(local).remote(remote));
        return (six ? wanted.with("mode ip6ip6", k -> k.protocol(IPV6).ttl(HOP_LIMIT_OF_IP).encapFlags(IflaIptun.TUNNEL_ENCAP_FLAG_CSUM6))
                                .maybe(draw, "hoplimit", 1, 255, IptunKind::ttl)
                        : wanted.with("mode any", k -> k.protocol(0).ttl(0)).maybe(draw, "ttl", 1, 255, IptunKind::ttl))
                .maybe(draw, "fwmark", 1, 1000, IptunKind::mark);
    }

    // ---- what is set of a link that is there

    private static Draw.Device known(Draw draw) {
        return draw.devices().isEmpty() ? Base.PORTS.getFirst() : draw.one(draw.devices());
    }

    private static Step described(Draw draw) {
        Draw.Device device = known(draw);
        int number = draw.next();
        Wanted<LinkSpec> wanted = new Wanted<>("dev " + device.name(), LinkSpec.indexed(device.index()))
                .with("alias text-" + number, spec -> spec.alias("text-" + number))
                .maybe(draw, "group", 1, 1000, LinkSpec::group);
        return Base.change(wanted.words(), wanted.spec());
    }

    private static Step named(Draw draw) {
        Draw.Device device = known(draw);
        String name = "another-name-" + draw.next();
        return new Step(Tool.IP, "link property add dev " + device.name() + " altname " + name,
                rtnetlink -> rtnetlink.links().addNames(device.index(), List.of(name)));
    }

    private static Step limited(Draw draw) {
        Draw.Device device = known(draw);
        Wanted<LinkSpec> wanted = new Wanted<>("dev " + device.name() + " gso_max_segs 100", LinkSpec.indexed(device.index()).gsoMaxSegments(100))
                .maybe(draw, "gso_max_size", 2000, 60_000, LinkSpec::gsoMaxSize)
                .maybe(draw, "gro_max_size", 2000, 60_000, LinkSpec::groMaxSize);
        return Base.change(wanted.words(), wanted.spec());
    }

    private static Step port(Draw draw) {
        Draw.Device device = draw.one(Base.PORTS);
        Map<String, BiFunction<BridgePort, Boolean, BridgePort>> switches = Map.of(
                "hairpin", BridgePort::hairpin, "guard", BridgePort::guard, "learning", BridgePort::learning, "flood", BridgePort::unicastFlood,
                "mcast_flood", BridgePort::multicastFlood, "neigh_suppress", BridgePort::neighbourSuppress, "isolated", BridgePort::isolated);
        Wanted<BridgePort> port = new Wanted<>("", new BridgePort())
                .with("cost " + device.index(), p -> p.cost(device.index()))
                .maybe(draw, "priority", 1, 63, BridgePort::priority);
        for (String word : switches.keySet().stream().sorted().toList()) {
            boolean on = draw.flip();
            port = port.maybe(draw, word + (on ? " on" : " off"), p -> switches.get(word).apply(p, on));
        }
        LinkSpec spec = LinkSpec.indexed(device.index()).port(port.spec());
        return Base.change("dev " + device.name() + " type bridge_slave" + port.words(), spec);
    }
}
