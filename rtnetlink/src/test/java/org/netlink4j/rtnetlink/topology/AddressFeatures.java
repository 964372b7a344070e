package org.netlink4j.rtnetlink.topology;

import java.util.List;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MacAddress;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.RtScope;
import org.netlink4j.rtnetlink.address.AddressLabel;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.address.IfaF;
import org.netlink4j.rtnetlink.neighbour.NeighbourSpec;
import org.netlink4j.rtnetlink.neighbour.Ntf;
import org.netlink4j.rtnetlink.neighbour.Nud;

/** Addresses and neighbours. */
final class AddressFeatures {
    static final List<Feature> ADDRESSES = List.of(
            Feature.of("IPv4 address", AddressFeatures::four),
            Feature.of("IPv4 address with a peer", AddressFeatures::peer),
            Feature.of("IPv6 address", AddressFeatures::six),
            Feature.of("IPv6 address with a peer", AddressFeatures::peer6),
            Feature.of("label of a prefix", AddressFeatures::label));

    static final List<Feature> NEIGHBOURS = List.of(
            Feature.of("IPv4 neighbour", draw -> neighbour(draw, draw.four("10.0"))),
            Feature.of("IPv6 neighbour", draw -> neighbour(draw, draw.six("2001:db8:0"))),
            Feature.of("neighbour without address", AddressFeatures::unknownNeighbour),
            Feature.of("IPv4 proxy", draw -> proxy(draw, draw.four("10.0"))),
            Feature.of("IPv6 proxy", draw -> proxy(draw, draw.six("2001:db8:0"))));

    private AddressFeatures() {}

    private static Step address(Wanted<AddressSpec> wanted) {
        return new Step(Tool.IP, "address add " + wanted.words(), rtnetlink -> rtnetlink.addresses().create(wanted.spec()));
    }

    private static Step four(Draw draw) {
        int number = draw.next(); // a network of its own: all of one must have the same scope
        IpAddress address = IpAddress.parse("172.%d.%d.%d".formatted(number >> 8, number & 0xff, draw.between(1, 254)));
        int length = draw.between(24, 31);
        Wanted<AddressSpec> wanted = new Wanted<>(
                address + "/" + length + " dev v0", AddressSpec.of(Base.V0, new IpPrefix(address, length)));
        IpAddress broadcast = draw.four("10.64");
        return address(wanted
                .maybe(draw, "broadcast " + broadcast, spec -> spec.broadcast(broadcast))
                .maybe(draw, "metric", 1, 1000, AddressSpec::metric)
                .maybe(draw, "label v0:" + number, spec -> spec.label("v0:" + number))
                .maybe(draw, "scope link", spec -> spec.scope(RtScope.RT_SCOPE_LINK))
                .maybe(draw, "noprefixroute", spec -> spec.flags(IfaF.IFA_F_NOPREFIXROUTE))
                .maybe(draw, "valid_lft 200000 preferred_lft 100000", spec -> spec.lifetimes(200_000, 100_000)));
    }

    private static Step peer(Draw draw) {
        IpAddress address = draw.four("10.65");
        IpPrefix peer = new IpPrefix(draw.four("10.65"), 32);
        return address(new Wanted<>(
                address + " peer " + peer + " dev v0", AddressSpec.of(Base.V0, IpPrefix.of(address)).peer(peer))
                .maybe(draw, "metric", 1, 1000, AddressSpec::metric));
    }

    private static Step six(Draw draw) {
        IpAddress address = draw.six("2001:db8:1");
        int length = draw.one(List.of(64, 80, 128));
        Wanted<AddressSpec> wanted = new Wanted<>(address + "/" + length + " dev v0 nodad",
                AddressSpec.of(Base.V0, new IpPrefix(address, length)).flags(IfaF.IFA_F_NODAD));
        return address(wanted
                .maybe(draw, "metric", 1, 1000, AddressSpec::metric)
                .maybe(draw, "home", spec -> spec.flags(spec.header().flags() | IfaF.IFA_F_NODAD | IfaF.IFA_F_HOMEADDRESS))
                .maybe(draw, "valid_lft 200000 preferred_lft 0", spec -> spec.lifetimes(200_000, 0)));
    }

    private static Step peer6(Draw draw) {
        IpAddress address = draw.six("2001:db8:2");
        IpPrefix peer = new IpPrefix(draw.six("2001:db8:2"), draw.one(List.of(64, 128)));
        return address(new Wanted<>(address + " peer " + peer + " dev v0 nodad",
                AddressSpec.of(Base.V0, IpPrefix.of(address)).peer(peer).flags(IfaF.IFA_F_NODAD)));
    }

    private static Step label(Draw draw) {
        IpPrefix prefix = new IpPrefix(draw.six("2001:db8:3"), 128);
        int label = draw.between(100, 1000);
        Wanted<AddressLabel> wanted = new Wanted<>(prefix + " label " + label, AddressLabel.of(prefix).label(label))
                .maybe(draw, "dev v0", spec -> spec.device(Base.V0));
        return new Step(Tool.IP, "addrlabel add prefix " + wanted.words(), rtnetlink -> rtnetlink.addressLabels().create(wanted.spec()));
    }

    private static Step neighbour(Wanted<NeighbourSpec> wanted) {
        return new Step(Tool.IP, "neighbour add " + wanted.words(), rtnetlink -> rtnetlink.neighbours().create(wanted.spec()));
    }

    private static Step neighbour(Draw draw, IpAddress destination) {
        MacAddress address = draw.mac();
        Wanted<NeighbourSpec> wanted = new Wanted<>(
                destination + " dev v0 lladdr " + address, NeighbourSpec.of(Base.V0, destination).address(address))
                .maybe(draw, "protocol", 1, 255, NeighbourSpec::protocol)
                .maybe(draw, "nud noarp", spec -> spec.state(Nud.NUD_NOARP));
        int router = destination instanceof Ipv6Address && draw.flip() ? Ntf.NTF_ROUTER : 0;
        int learnt = draw.flip() ? Ntf.NTF_EXT_LEARNED : 0;
        return neighbour(wanted.with(
                (router == 0 ? "" : "router ") + (learnt == 0 ? "" : "extern_learn"), spec -> spec.flags(router | learnt)));
    }

    private static Step unknownNeighbour(Draw draw) {
        IpAddress destination = draw.four("10.0");
        return neighbour(new Wanted<>(
                destination + " dev v0 nud none", NeighbourSpec.of(Base.V0, destination).state(Nud.NUD_NONE)));
    }

    private static Step proxy(Draw draw, IpAddress destination) {
        return neighbour(new Wanted<>("proxy " + destination + " dev v0", NeighbourSpec.proxy(Base.V0, destination))
                .maybe(draw, "protocol", 1, 255, NeighbourSpec::protocol));
    }
}
