package org.netlink4j.rtnetlink.topology;

import java.util.List;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.rtnetlink.bridge.BridgeVlanSpec;
import org.netlink4j.rtnetlink.bridge.FdbSpec;
import org.netlink4j.rtnetlink.bridge.MdbGroup;
import org.netlink4j.rtnetlink.bridge.MdbSpec;
import org.netlink4j.rtnetlink.bridge.VlanRange;

/** Forwarding entries, multicast groups and VLANs. */
final class BridgeFeatures {
    static final List<Feature> FORWARDING = List.of(
            Feature.of("forwarding entry of a port", BridgeFeatures::ofPort),
            Feature.of("forwarding entry of a device", BridgeFeatures::ofDevice),
            Feature.of("forwarding entry of a bridge", BridgeFeatures::ofBridge),
            Feature.of("forwarding entry of a VXLAN", BridgeFeatures::ofVxlan),
            Feature.of("another destination of a VXLAN", BridgeFeatures::anotherOfVxlan));

    static final List<Feature> GROUPS = List.of(
            Feature.of("IPv4 multicast group", draw -> group(draw, "239.1", false)),
            Feature.of("IPv4 multicast group of a source", draw -> group(draw, "239.2", true)),
            Feature.of("IPv6 multicast group", draw -> group(draw, "ff15:1", false)),
            Feature.of("IPv6 multicast group of a source", draw -> group(draw, "ff15:2", true)),
            Feature.of("multicast group of an address of Ethernet", BridgeFeatures::ethernetGroup));

    static final List<Feature> VLANS = List.of(
            Feature.of("VLAN of a port", draw -> vlan(draw, draw.one(Base.PORTS))),
            Feature.of("VLAN of a bridge", BridgeFeatures::vlanOfBridge),
            Feature.of("VLANs of a port", BridgeFeatures::vlans));

    private BridgeFeatures() {}

    private static Step entry(Wanted<FdbSpec> wanted) {
        return new Step(Tool.BRIDGE, "fdb add " + wanted.words(), rtnetlink -> rtnetlink.fdb().create(wanted.spec()));
    }

    private static Step ofPort(Draw draw) {
        Draw.Device port = draw.one(Base.PORTS);
        MacAddress address = draw.mac();
        Wanted<FdbSpec> wanted = new Wanted<>(address + " dev " + port.name() + " master", FdbSpec.ofPort(port.index(), address));
        return entry(switch (draw.between(0, 4)) {
            case 0 -> wanted.with("static", FdbSpec::asStatic);
            case 1 -> wanted.with("static sticky", spec -> spec.asStatic().sticky());
            case 2 -> wanted.with("dynamic", FdbSpec::asDynamic);
            case 3 -> wanted.with("extern_learn static", spec -> spec.asStatic().externallyLearnt());
            default -> wanted;
        });
    }

    private static Step ofDevice(Draw draw) {
        MacAddress address = draw.mac();
        return entry(new Wanted<>(address + " dev p0 self", FdbSpec.ofDevice(Base.PORTS.getFirst().index(), address)));
    }

    private static Step ofBridge(Draw draw) {
        MacAddress address = draw.mac();
        return entry(new Wanted<>(address + " dev br0 self", FdbSpec.ofDevice(Base.BR0, address)));
    }

    private static Step ofVxlan(Draw draw) {
        MacAddress address = draw.mac();
        IpAddress far = draw.four("198.19");
        return entry(new Wanted<>(address + " dev vx0 dst " + far, FdbSpec.ofDevice(Base.VX0, address).destination(far))
                .maybe(draw, "port", 1, 65_535, FdbSpec::port)
                .maybe(draw, "vni", 1, 1000, FdbSpec::vni)
                .maybe(draw, "via v1", spec -> spec.via(Base.V1)));
    }

    private static Step anotherOfVxlan(Draw draw) {
        IpAddress far = draw.four("198.19");
        MacAddress all = MacAddress.parse("00:00:00:00:00:00");
        FdbSpec spec = FdbSpec.ofDevice(Base.VX0, all).destination(far);
        return new Step(Tool.BRIDGE, "fdb append " + all + " dev vx0 dst " + far, rtnetlink -> rtnetlink.fdb().append(spec));
    }

    private static Step group(Wanted<MdbSpec> wanted) {
        return new Step(Tool.BRIDGE, "mdb add " + wanted.words(), rtnetlink -> rtnetlink.mdb().create(wanted.spec()));
    }

    private static Wanted<MdbSpec> member(Draw draw, String group) {
        Draw.Device port = draw.one(Base.PORTS);
        return new Wanted<>("dev br0 port " + port.name() + " grp " + group, MdbSpec.of(Base.BR0, port.index(), MdbGroup.parse(group)));
    }

    private static Step group(Draw draw, String first, boolean ofSource) {
        boolean six = first.contains(":");
        String group = six ? first + "::" + Integer.toHexString(draw.next()) : draw.four(first).toString();
        IpAddress source = six ? draw.six("2001:db8:8") : draw.four("10.90");
        Wanted<MdbSpec> wanted = member(draw, group);
        return group((ofSource ? wanted.with("src " + source, spec -> spec.source(source)) : wanted)
                .maybe(draw, "permanent", MdbSpec::permanent));
    }

    private static Step ethernetGroup(Draw draw) {
        int number = draw.next();
        return group(member(draw, "01:00:5f:00:%02x:%02x".formatted(number >> 8, number & 0xff)).with("permanent", MdbSpec::permanent));
    }

    private static Step vlan(Wanted<BridgeVlanSpec> wanted) {
        return new Step(Tool.BRIDGE, "vlan add " + wanted.words(), rtnetlink -> rtnetlink.bridgeVlans().create(wanted.spec()));
    }

    private static Step vlan(Draw draw, Draw.Device port) {
        int id = 2 + draw.next() % 4000;
        return vlan(new Wanted<>("dev " + port.name() + " vid " + id, BridgeVlanSpec.of(port.index(), VlanRange.of(id)))
                .maybe(draw, "untagged", BridgeVlanSpec::untagged)
                .maybe(draw, "pvid", BridgeVlanSpec::pvid));
    }

    private static Step vlanOfBridge(Draw draw) {
        int id = 2 + draw.next() % 4000;
        return vlan(new Wanted<>("dev br0 vid " + id + " self", BridgeVlanSpec.of(Base.BR0, VlanRange.of(id))));
    }

    private static Step vlans(Draw draw) {
        int first = 2 + draw.next() % 4000;
        draw.next();
        draw.next();
        VlanRange ids = new VlanRange(first, first + 2);
        Draw.Device port = draw.one(Base.PORTS);
        return vlan(new Wanted<>("dev " + port.name() + " vid " + ids.first() + "-" + ids.last(), BridgeVlanSpec.of(port.index(), ids)));
    }
}
