package org.netlink4j.rtnetlink.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * How a kind of device is decoded.
 *
 * @param name {@code IFLA_INFO_KIND}
 * @param data the table of {@code IFLA_INFO_DATA}
 * @param create makes the value out of its attributes
 * @param port the table of {@code IFLA_INFO_SLAVE_DATA} of the devices that are its ports; {@link AttributeSet#UNKNOWN} if it
 *     has none
 * @param createPort makes the value of a port out of its attributes
 */
record LinkKindType(
        String name,
        AttributeSet data,
        Function<Attributes, LinkKind> create,
        AttributeSet port,
        Function<Attributes, LinkPort> createPort) {
    /** All kinds that are known, with their tables: loaded when one is looked for, which takes milliseconds. */
    static final class Known {
        /** Their registration. */
        static final List<LinkKindType> ALL = List.of(
                of(Amt.KIND, IflaAmt.ATTRIBUTES, Amt::new),
                of(Bareudp.KIND, IflaBareudp.ATTRIBUTES, Bareudp::new),
                of(Batadv.KIND, IflaBatadv.ATTRIBUTES, Batadv::new),
                new LinkKindType(Bond.KIND, IflaBond.ATTRIBUTES, Bond::new, IflaBondSlave.ATTRIBUTES, BondPort::new),
                new LinkKindType(Bridge.KIND, IflaBr.ATTRIBUTES, Bridge::new, IflaBrport.ATTRIBUTES, BridgePort::new),
                of(Can.KIND, IflaCan.ATTRIBUTES, Can::new),
                of(Dummy.KIND, AttributeSet.UNKNOWN, Dummy::new),
                of("dsa", IflaDsa.ATTRIBUTES),
                of(Erspan.KIND, IflaGre.ATTRIBUTES, Erspan::new),
                of(Geneve.KIND, IflaGeneve.ATTRIBUTES, Geneve::new),
                of(Gre.KIND, IflaGre.ATTRIBUTES, Gre::new),
                of(Gretap.KIND, IflaGre.ATTRIBUTES, Gretap::new),
                of(Gtp.KIND, IflaGtp.ATTRIBUTES, Gtp::new),
                of(Hsr.KIND, IflaHsr.ATTRIBUTES, Hsr::new),
                of(Ifb.KIND, AttributeSet.UNKNOWN, Ifb::new),
                of(Ip6erspan.KIND, IflaGre.ATTRIBUTES6, Ip6erspan::new),
                of(Ip6gre.KIND, IflaGre.ATTRIBUTES6, Ip6gre::new),
                of(Ip6gretap.KIND, IflaGre.ATTRIBUTES6, Ip6gretap::new),
                of(Ip6tnl.KIND, IflaIptun.ATTRIBUTES6, Ip6tnl::new),
                of(Ipip.KIND, IflaIptun.ATTRIBUTES, Ipip::new),
                of(Ipoib.KIND, IflaIpoib.ATTRIBUTES, Ipoib::new),
                of(Ipvlan.KIND, IflaIpvlan.ATTRIBUTES, Ipvlan::new),
                of(Ipvtap.KIND, IflaIpvlan.ATTRIBUTES, Ipvtap::new),
                of(Macsec.KIND, IflaMacsec.ATTRIBUTES, Macsec::new),
                of(Macvlan.KIND, IflaMacvlan.ATTRIBUTES, Macvlan::new),
                of(Macvtap.KIND, IflaMacvlan.ATTRIBUTES, Macvtap::new),
                of(Netdevsim.KIND, AttributeSet.UNKNOWN, Netdevsim::new),
                of(Netkit.KIND, IflaNetkit.ATTRIBUTES, Netkit::new),
                of(Nlmon.KIND, AttributeSet.UNKNOWN, Nlmon::new),
                of("ovpn", IflaOvpn.ATTRIBUTES),
                of("ppp", IflaPpp.ATTRIBUTES),
                of("rmnet", IflaRmnet.ATTRIBUTES),
                of(Sit.KIND, IflaIptun.ATTRIBUTES, Sit::new),
                of(Team.KIND, AttributeSet.UNKNOWN, Team::new),
                of(Tun.KIND, IflaTun.ATTRIBUTES, Tun::new),
                of(Vcan.KIND, AttributeSet.UNKNOWN, Vcan::new),
                of(Veth.KIND, VethInfo.ATTRIBUTES, Veth::new),
                of(Vlan.KIND, IflaVlan.ATTRIBUTES, Vlan::new),
                new LinkKindType(Vrf.KIND, IflaVrf.ATTRIBUTES, Vrf::new, IflaVrfPort.ATTRIBUTES, VrfPort::new),
                of(Vti.KIND, IflaVti.ATTRIBUTES, Vti::new),
                of(Vti6.KIND, IflaVti.ATTRIBUTES6, Vti6::new),
                of(Vxcan.KIND, VxcanInfo.ATTRIBUTES, Vxcan::new),
                of(Vxlan.KIND, IflaVxlan.ATTRIBUTES, Vxlan::new),
                of(Wireguard.KIND, AttributeSet.UNKNOWN, Wireguard::new),
                of(Xfrm.KIND, IflaXfrm.ATTRIBUTES, Xfrm::new));

        static final Map<String, LinkKindType> BY_NAME =
                ALL.stream().collect(Collectors.toUnmodifiableMap(LinkKindType::name, Function.identity()));

        private Known() {}
    }

    /** A kind whose ports have no data. */
    private static LinkKindType of(String name, AttributeSet data, Function<Attributes, LinkKind> create) {
        return new LinkKindType(name, data, create, AttributeSet.UNKNOWN, port -> new UnknownLinkPort(name, port));
    }

    /** A kind that has a table, but no type. */
    private static LinkKindType of(String name, AttributeSet data) {
        return of(name, data, attributes -> new UnknownLinkKind(name, attributes));
    }

    private static Optional<LinkKindType> find(String kind) {
        return Optional.ofNullable(Known.BY_NAME.get(kind));
    }

    static Optional<AttributeSet> dataTable(String kind) {
        return find(kind).map(LinkKindType::data);
    }

    static Optional<AttributeSet> portTable(String kind) {
        return find(kind).map(LinkKindType::port);
    }

    /** The value of a kind, typed or not. */
    static LinkKind decode(String kind, Optional<Attributes> data) {
        Optional<LinkKindType> type = find(kind);
        Attributes attributes =
                data.orElseGet(() -> Attributes.none(type.map(LinkKindType::data).orElse(AttributeSet.UNKNOWN)));
        return type.isPresent() ? type.get().create.apply(attributes) : new UnknownLinkKind(kind, attributes);
    }

    /** The value of a port, typed or not. */
    static LinkPort decodePort(String kind, Optional<Attributes> data) {
        Optional<LinkKindType> type = find(kind);
        Attributes attributes =
                data.orElseGet(() -> Attributes.none(type.map(LinkKindType::port).orElse(AttributeSet.UNKNOWN)));
        return type.isPresent() ? type.get().createPort.apply(attributes) : new UnknownLinkPort(kind, attributes);
    }

    /** Refuses attributes of another table. */
    static void require(AttributeSet table, Attributes data) {
        if (data.set() != table) {
            throw new IllegalArgumentException(table + " attributes wanted, not " + data.set());
        }
    }
}
