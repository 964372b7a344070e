package org.netlink4j.rtnetlink.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.address.IfaF;
import org.netlink4j.rtnetlink.bridge.Ports;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.IflaBr;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.link.Vxlan;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.qdisc.Htb;
import org.netlink4j.rtnetlink.tc.qdisc.HtbClass;
import org.netlink4j.rtnetlink.tc.qdisc.QdiscSpec;
import org.netlink4j.rtnetlink.tc.qdisc.TrafficClassSpec;

/** What every topology stands on. Indices are above those of the tunnels that a new namespace may have; va is that of the tests of requests. */
final class Base {
    static final int LOOPBACK = 1;
    static final int V0 = 310;
    static final int V1 = 311;
    static final int VA = 77;
    static final int MACVLAN_LOWER = 320;
    static final int IPVLAN_LOWER = 322;
    static final int MACSEC_LOWER = 324;
    static final int BR0 = 340;
    static final int VX0 = 341;
    static final List<Draw.Device> PORTS = List.of(new Draw.Device("p0", 330), new Draw.Device("p1", 332));

    static final List<Draw.Device> SHAPED = IntStream.range(0, 6).mapToObj(i -> new Draw.Device("t" + i, 350 + 2 * i)).toList();

    /** The class of each of them that may have others below. */
    static final TcHandle INNER = TcHandle.of(1, 1);

    /** {@code IN6_ADDR_GEN_MODE_NONE}: link-local addresses would be tentative for a while, and be asked for by multicast. */
    private static final int NO_ADDRESSES = 1;

    private Base() {}

    static List<Step> steps(Draw draw) {
        List<Step> steps = new ArrayList<>();
        steps.add(up("lo", LOOPBACK));
        for (Draw.Device device : List.of(
                new Draw.Device("v0", V0), new Draw.Device("va", VA), new Draw.Device("m0", MACVLAN_LOWER),
                new Draw.Device("i0", IPVLAN_LOWER), new Draw.Device("s0", MACSEC_LOWER), PORTS.get(0),
                PORTS.get(1))) {
            addPair(draw, device, steps);
        }
        SHAPED.forEach(device -> addPair(draw, device, steps));
        MacAddress ofBridge = draw.mac();
        steps.add(create("name br0 index " + BR0 + " address " + ofBridge + " type bridge mcast_igmp_version 3 mcast_mld_version 2",
                LinkSpec.named("br0").index(BR0).address(ofBridge).kind(new Bridge()
                        .with(IflaBr.IFLA_BR_MCAST_IGMP_VERSION, 3).with(IflaBr.IFLA_BR_MCAST_MLD_VERSION, 2))));
        MacAddress ofVxlan = draw.mac();
        steps.add(create("name vx0 index " + VX0 + " address " + ofVxlan + " type vxlan id 7 dstport 4789 local 192.0.2.1",
                LinkSpec.named("vx0").index(VX0).address(ofVxlan)
                        .kind(new Vxlan().id(7).port(4789).local(IpPrefix.parse("192.0.2.1").address()))));
        for (Draw.Device port : PORTS) {
            steps.add(change("dev " + port.name() + " master br0", LinkSpec.indexed(port.index()).master(BR0)));
        }
        steps.add(quiet("br0", BR0));
        steps.add(up("br0", BR0));
        steps.add(address("10.0.0.1/16", AddressSpec.of(V0, IpPrefix.parse("10.0.0.1/16"))));
        steps.add(address("2001:db8::1/48 nodad",
                AddressSpec.of(V0, IpPrefix.parse("2001:db8::1/48")).flags(IfaF.IFA_F_NODAD)));
        SHAPED.forEach(device -> addShaping(device, steps));
        return List.copyOf(steps);
    }

    /** A tree of classes, and both places for filters. */
    private static void addShaping(Draw.Device device, List<Step> steps) {
        QdiscSpec root = QdiscSpec.root(device.index()).handle(TcHandle.qdisc(1)).kind(new Htb().defaultClass(0x10));
        steps.add(new Step(Tool.TC, "qdisc add dev " + device.name() + " root handle 1: htb default 10",
                rtnetlink -> rtnetlink.qdiscs().create(root)));
        steps.add(new Step(Tool.TC, "qdisc add dev " + device.name() + " clsact",
                rtnetlink -> rtnetlink.qdiscs().create(QdiscSpec.clsact(device.index()))));
        TrafficClassSpec inner = TrafficClassSpec.of(device.index(), INNER).parent(TcHandle.qdisc(1)).kind(HtbClass.of(125_000_000));
        steps.add(new Step(Tool.TC, "class add dev " + device.name() + " parent 1: classid " + INNER + " htb rate 1gbit",
                rtnetlink -> rtnetlink.trafficClasses().create(inner)));
    }

    private static Step address(String words, AddressSpec spec) {
        return new Step(Tool.IP, "address add " + words + " dev v0", rtnetlink -> rtnetlink.addresses().create(spec));
    }

    /** The other end has the next index. */
    private static void addPair(Draw draw, Draw.Device device, List<Step> steps) {
        Draw.Device peer = new Draw.Device(device.name().equals("v0") ? "v1" : device.name() + "-peer", device.index() + 1);
        MacAddress here = draw.mac();
        MacAddress there = draw.mac();
        steps.add(create(
                "name " + device.name() + " index " + device.index() + " address " + here + " type veth peer name " + peer.name()
                        + " index " + peer.index() + " address " + there,
                LinkSpec.named(device.name()).index(device.index()).address(here)
                        .kind(Veth.withPeer(LinkSpec.named(peer.name()).index(peer.index()).address(there)))));
        for (Draw.Device end : List.of(device, peer)) {
            steps.add(quiet(end.name(), end.index()));
            steps.add(up(end.name(), end.index()));
        }
    }

    private static Step up(String name, int index) {
        return change("dev " + name + " up", LinkSpec.indexed(index).up());
    }

    private static Step quiet(String name, int index) {
        return change("dev " + name + " addrgenmode none", LinkSpec.indexed(index).addressGeneration(NO_ADDRESSES));
    }

    static Step create(String words, LinkSpec spec) {
        return new Step(Tool.IP, "link add " + words, rtnetlink -> rtnetlink.links().create(spec));
    }

    static Step change(String words, LinkSpec spec) {
        return new Step(Tool.IP, "link set " + words, rtnetlink -> rtnetlink.links().change(spec));
    }

    /** Multicast groups want ports that forward. */
    static void await(Rtnetlink rtnetlink) throws NetlinkException {
        try {
            for (Draw.Device port : PORTS) {
                Ports.awaitForwarding(rtnetlink, port.index());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a port came up", e);
        }
    }
}
