package org.netlink4j.rtnetlink.refusals;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_BULK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELADDR;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEXTHOPBUCKET;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELQDISC;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELRULE;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETADDR;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEXTHOPBUCKET;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNSID;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETRULE;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETTFILTER;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWADDR;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNSID;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWQDISC;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWRULE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTCLASS;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTFILTER;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;
import static org.netlink4j.rtnetlink.address.Ifa.IFA_CACHEINFO;
import static org.netlink4j.rtnetlink.address.Ifa.IFA_LABEL;
import static org.netlink4j.rtnetlink.address.Ifa.IFA_LOCAL;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ADDRESS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ALLMULTI;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_CARRIER;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_IFALIAS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_IFNAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINK;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINKINFO;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_MASTER;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_MTU;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_NET_NS_PID;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_NEW_IFINDEX;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PROTINFO;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PROTO_DOWN;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_TARGET_NETNSID;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_FDB_N_LEARNED;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_FORWARD_DELAY;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_GROUP_FWD_MASK;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_MAX_AGE;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_MCAST_ROUTER;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_MULTI_BOOLOPT;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_COST;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_GROUP_FWD_MASK;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_PRIORITY;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_STATE;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_DATA;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_KIND;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_MODE;
import static org.netlink4j.rtnetlink.link.VethInfo.VETH_INFO_PEER;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_DST;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_FLAGS_EXT;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_LLADDR;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_VLAN;
import static org.netlink4j.rtnetlink.encap.LwtunnelEncap.LWTUNNEL_ENCAP_IP;
import static org.netlink4j.rtnetlink.encap.LwtunnelEncap.LWTUNNEL_ENCAP_MPLS;
import static org.netlink4j.rtnetlink.encap.LwtunnelEncap.LWTUNNEL_ENCAP_SEG6;
import static org.netlink4j.rtnetlink.encap.LwtunnelIp.LWTUNNEL_IP_ID;
import static org.netlink4j.rtnetlink.encap.MplsIptunnel.MPLS_IPTUNNEL_DST;
import static org.netlink4j.rtnetlink.encap.Seg6Iptunnel.SEG6_IPTUNNEL_SRH;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_BLACKHOLE;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GATEWAY;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GROUP;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_ID;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_OIF;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_OP_FLAGS;
import static org.netlink4j.rtnetlink.nsid.Netnsa.NETNSA_FD;
import static org.netlink4j.rtnetlink.nsid.Netnsa.NETNSA_NSID;
import static org.netlink4j.rtnetlink.nsid.Netnsa.NETNSA_PID;
import static org.netlink4j.rtnetlink.nsid.Netnsa.NETNSA_TARGET_NSID;
import static org.netlink4j.rtnetlink.route.Rta.RTA_DST;
import static org.netlink4j.rtnetlink.route.Rta.RTA_ENCAP;
import static org.netlink4j.rtnetlink.route.Rta.RTA_ENCAP_TYPE;
import static org.netlink4j.rtnetlink.route.Rta.RTA_GATEWAY;
import static org.netlink4j.rtnetlink.route.Rta.RTA_METRICS;
import static org.netlink4j.rtnetlink.route.Rta.RTA_MULTIPATH;
import static org.netlink4j.rtnetlink.route.Rta.RTA_NH_ID;
import static org.netlink4j.rtnetlink.route.Rta.RTA_OIF;
import static org.netlink4j.rtnetlink.route.Rta.RTA_TABLE;
import static org.netlink4j.rtnetlink.route.Rtax.RTAX_CC_ALGO;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_DSCP;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_GOTO;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_IIFNAME;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_PRIORITY;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_SPORT_RANGE;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_SRC;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_TABLE;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_UID_RANGE;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_DUMP_FLAGS;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_KIND;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;
import static org.netlink4j.rtnetlink.refusals.Refusal.CREATE;
import static org.netlink4j.rtnetlink.refusals.Refusal.of;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.netlink4j.core.wire.AttributeWriter;
import org.netlink4j.core.wire.MessageWriter;

/**
 * Requests of NETLINK_ROUTE that are refused, written without the checks of the tables. One line a request: this is a list.
 *
 * @param device a device that is up and has {@link #ADDRESS} with 24 bits
 * @param port a port of the bridge
 * @param down a device that is down
 * @param bridge a bridge
 */
record RouteRefusals(int device, int port, int down, int bridge) {
    static final byte[] ADDRESS = {10, 0, 0, 1};

    private static final byte[] NETWORK = {10, 9, 9, 0};
    private static final byte[] FAR = {10, 9, 9, 9};
    private static final byte[] ADDRESS6 = {0x20, 1, 0xd, (byte) 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final byte[] MULTICAST6 = {(byte) 0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private static final int AF_INET = 2;
    private static final int AF_BRIDGE = 7;
    private static final int AF_INET6 = 10;
    private static final int LOOPBACK = 1;

    /** No device has this index, and no process this id. */
    private static final int NO_DEVICE = Integer.MAX_VALUE;

    List<Refusal> all() {
        List<Refusal> all = new ArrayList<>();
        links(all);
        bridgePorts(all);
        addresses(all);
        routes(all);
        neighbours(all);
        rules(all);
        trafficControl(all);
        nextHops(all);
        namespaceIds(all);
        messages(all);
        return List.copyOf(all);
    }

    private static Consumer<MessageWriter> link(int index) {
        return out -> out.zeros(4).u32(index).zeros(8);
    }

    private static Consumer<MessageWriter> bridgeLink(int index) {
        return out -> out.u8(AF_BRIDGE).zeros(3).u32(index).zeros(8);
    }

    private static Consumer<MessageWriter> address(int prefix, int index) {
        return out -> out.u8(AF_INET).u8(prefix).u16(0).u32(index);
    }

    /** Of the main table, by the administrator, everywhere, unicast. */
    private static Consumer<MessageWriter> route(int prefix) {
        boolean plain = prefix == 0;
        return out -> out.u8(AF_INET).u8(prefix).u16(0).u8(plain ? 0 : 254).u8(plain ? 0 : 4).u8(0).u8(plain ? 0 : 1).u32(0);
    }

    private static Consumer<MessageWriter> neighbour(int index) {
        return out -> out.u8(AF_INET).zeros(3).u32(index).u16(index == 0 ? 0 : 0x80).u16(0);
    }

    private static Consumer<MessageWriter> rule(int action) {
        return out -> out.u8(AF_INET).zeros(6).u8(action).u32(0);
    }

    private static Consumer<MessageWriter> tc(int index, int parent) {
        return out -> out.zeros(4).u32(index).u32(0).u32(parent).u32(0);
    }

    private static Consumer<AttributeWriter> kind(String kind, Consumer<AttributeWriter> data) {
        return out -> {
            out.begin(IFLA_LINKINFO).stringz(IFLA_INFO_KIND, kind).begin(IFLA_INFO_DATA);
            data.accept(out);
            out.end().end();
        };
    }

    private static Consumer<AttributeWriter> port(Consumer<AttributeWriter> data) {
        return out -> {
            out.begin(IFLA_PROTINFO);
            data.accept(out);
            out.end();
        };
    }

    /** Two u32. */
    private static byte[] lifetimes(int preferred, int valid) {
        return ByteBuffer.allocate(16).order(ByteOrder.nativeOrder()).putInt(preferred).putInt(valid).array();
    }

    private void links(List<Refusal> all) {
        Consumer<AttributeWriter> lower = attributes -> attributes.u32(IFLA_LINK, device);
        all.add(of("link: of a kind that nobody knows", RTM_NEWLINK, CREATE, link(0), kind("nosuch", data -> {})));
        all.add(of("link: whose kind is not named", RTM_NEWLINK, CREATE, link(0), out -> out.begin(IFLA_LINKINFO).end()));
        all.add(of("link: with a name of 16 characters", RTM_NEWLINK, CREATE, link(0),
                out -> out.stringz(IFLA_IFNAME, "sixteen-is-a-lot")));
        all.add(of("link: with a slash in its name", RTM_NEWLINK, CREATE, link(0),
                kind("bridge", data -> {}).andThen(out -> out.stringz(IFLA_IFNAME, "a/b"))));
        all.add(of("link: with a name that is taken", RTM_NEWLINK, CREATE, link(0),
                kind("bridge", data -> {}).andThen(out -> out.stringz(IFLA_IFNAME, "lo"))));
        all.add(of("link: macvlan with mode 3", RTM_NEWLINK, CREATE, link(0),
                lower.andThen(kind("macvlan", data -> data.u32(IFLA_MACVLAN_MODE, 3)))));
        all.add(of("link: macvlan with a mode of one byte", RTM_NEWLINK, CREATE, link(0),
                lower.andThen(kind("macvlan", data -> data.u8(IFLA_MACVLAN_MODE, 4)))));
        all.add(of("link: macvlan with a flag that does not exist", RTM_NEWLINK, CREATE, link(0),
                lower.andThen(kind("macvlan", data -> data.u16(IFLA_MACVLAN_FLAGS, 0x80)))));
        all.add(of("link: macvlan without lower device", RTM_NEWLINK, CREATE, link(0), kind("macvlan", data -> {})));
        all.add(of("link: macvlan over a lower device that does not exist", RTM_NEWLINK, CREATE, link(0),
                out -> kind("macvlan", data -> {}).accept(out.u32(IFLA_LINK, NO_DEVICE))));
        all.add(of("link: macvlan with an address of three bytes", RTM_NEWLINK, CREATE, link(0),
                lower.andThen(kind("macvlan", data -> {})).andThen(out -> out.bytes(IFLA_ADDRESS, new byte[3]))));
        all.add(of("link: macvlan with a multicast address", RTM_NEWLINK, CREATE, link(0),
                lower.andThen(kind("macvlan", data -> {})).andThen(out -> out.mac(IFLA_ADDRESS, 0x010000000001L))));
        all.add(of("link: bridge with a forward delay of one byte", RTM_NEWLINK, CREATE, link(0),
                kind("bridge", data -> data.u8(IFLA_BR_FORWARD_DELAY, 4))));
        all.add(of("link: bridge with a maximum age of one hundredth of a second", RTM_NEWLINK, CREATE, link(0),
                kind("bridge", data -> data.u32(IFLA_BR_MAX_AGE, 1))));
        all.add(of("link: bridge with the multicast router set to 9", RTM_NEWLINK, CREATE, link(0),
                kind("bridge", data -> data.u8(IFLA_BR_MCAST_ROUTER, 9))));
        all.add(of("link: bridge that forwards the group of the spanning tree", RTM_NEWLINK, CREATE, link(0),
                kind("bridge", data -> data.u16(IFLA_BR_GROUP_FWD_MASK, 1))));
        all.add(of("link: bridge with a count that only the kernel sets", RTM_NEWLINK, CREATE, link(0),
                kind("bridge", data -> data.u32(IFLA_BR_FDB_N_LEARNED, 1))));
        all.add(of("link: bridge with a boolean option of four bytes", RTM_NEWLINK, CREATE, link(0),
                kind("bridge", data -> data.u32(IFLA_BR_MULTI_BOOLOPT, 1))));
        all.add(of("link: vxlan with an identifier of two bytes", RTM_NEWLINK, CREATE, link(0),
                kind("vxlan", data -> data.u16(1, 7))));
        all.add(of("link: vxlan with an identifier of 25 bits", RTM_NEWLINK, CREATE, link(0),
                kind("vxlan", data -> data.u32(1, 1 << 24))));
        all.add(of("link: veth whose peer has a name of 16 characters", RTM_NEWLINK, CREATE, link(0),
                kind("veth", data -> data.beginRaw(VETH_INFO_PEER).append(new byte[16]).stringz(IFLA_IFNAME, "sixteen-is-a-lot").end())));
        all.add(of("link: an index of a new link that is negative", RTM_NEWLINK, CREATE, link(-1), kind("bridge", data -> {})));
        all.add(of("link: an mtu of two bytes", RTM_SETLINK, 0, link(LOOPBACK), out -> out.u16(IFLA_MTU, 1500)));
        all.add(of("link: an mtu that is too large for a veth", RTM_SETLINK, 0, link(device), out -> out.u32(IFLA_MTU, 1 << 20)));
        all.add(of("link: an mtu that is too small for a veth", RTM_SETLINK, 0, link(device), out -> out.u32(IFLA_MTU, 7)));
        all.add(of("link: an index in another namespace that is not positive", RTM_SETLINK, 0, link(device),
                out -> out.u32(IFLA_NEW_IFINDEX, 0)));
        all.add(of("link: a count of allmulti users, which only the kernel sets", RTM_SETLINK, 0, link(device),
                out -> out.u32(IFLA_ALLMULTI, 1)));
        all.add(of("link: a link mode that does not exist", RTM_SETLINK, 0, link(device),
                out -> out.u8(IFLA_CARRIER, 7).u8(IFLA_PROTO_DOWN, 1)));
        all.add(of("link: a bridge that is none as master", RTM_SETLINK, 0, link(device), out -> out.u32(IFLA_MASTER, LOOPBACK)));
        all.add(of("link: the loopback device into a bridge", RTM_SETLINK, 0, link(LOOPBACK), out -> out.u32(IFLA_MASTER, bridge)));
        all.add(of("link: an alias of 256 bytes", RTM_SETLINK, 0, link(device), out -> out.bytes(IFLA_IFALIAS, new byte[256])));
        all.add(of("link: a change of no device at all", RTM_SETLINK, 0, link(0), out -> {}));
        all.add(of("link: a namespace of a process that does not exist", RTM_SETLINK, 0, link(device),
                out -> out.u32(IFLA_NET_NS_PID, NO_DEVICE)));
        all.add(of("link: the deletion of the loopback device", RTM_DELLINK, 0, link(LOOPBACK), out -> {}));
        all.add(of("link: the deletion of a device that does not exist", RTM_DELLINK, 0, link(NO_DEVICE), out -> {}));
        all.add(of("link: the deletion of no device at all", RTM_DELLINK, 0, link(0), out -> {}));
        all.add(of("link: a link by an index that does not exist", RTM_GETLINK, 0, link(NO_DEVICE), out -> {}));
        all.add(of("link: no link at all", RTM_GETLINK, 0, link(0), out -> {}));
        all.add(of("link: all links, with device flags in the header", RTM_GETLINK, NLM_F_DUMP, out -> out.zeros(8).u32(1).u32(0),
                out -> {}));
        all.add(of("link: all links, with an index in the header", RTM_GETLINK, NLM_F_DUMP, link(1), out -> {}));
        all.add(of("link: all links, with an mtu", RTM_GETLINK, NLM_F_DUMP, link(0), out -> out.u32(IFLA_MTU, 1500)));
        all.add(of("link: all links, with a header of four bytes", RTM_GETLINK, NLM_F_DUMP, out -> out.zeros(4), out -> {}));
        all.add(of("link: all links of a namespace that has no id", RTM_GETLINK, NLM_F_DUMP, link(0),
                out -> out.u32(IFLA_TARGET_NETNSID, 99)));
    }

    private void bridgePorts(List<Refusal> all) {
        all.add(of("bridge port: a path cost of one byte", RTM_SETLINK, 0, bridgeLink(port),
                port(data -> data.u8(IFLA_BRPORT_COST, 3))));
        all.add(of("bridge port: a port state that does not exist", RTM_SETLINK, 0, bridgeLink(port),
                port(data -> data.u8(IFLA_BRPORT_STATE, 9))));
        all.add(of("bridge port: a path cost of zero", RTM_SETLINK, 0, bridgeLink(port),
                port(data -> data.u32(IFLA_BRPORT_COST, 0))));
        all.add(of("bridge port: a port priority of 64", RTM_SETLINK, 0, bridgeLink(port),
                port(data -> data.u16(IFLA_BRPORT_PRIORITY, 64))));
        all.add(of("bridge port: forwarding of pause frames by one port", RTM_SETLINK, 0, bridgeLink(port),
                port(data -> data.u16(IFLA_BRPORT_GROUP_FWD_MASK, 2))));
        all.add(of("bridge port: port attributes of a device that is no port", RTM_SETLINK, 0, bridgeLink(LOOPBACK),
                port(data -> data.u8(IFLA_BRPORT_STATE, 3))));
    }

    private void addresses(List<Refusal> all) {
        all.add(of("address: on a device that does not exist", RTM_NEWADDR, CREATE, address(24, NO_DEVICE),
                out -> out.bytes(IFA_LOCAL, ADDRESS)));
        all.add(of("address: with a prefix of 33 bits", RTM_NEWADDR, CREATE, address(33, LOOPBACK),
                out -> out.bytes(IFA_LOCAL, ADDRESS)));
        all.add(of("address: that is there already", RTM_NEWADDR, CREATE, address(24, device),
                out -> out.bytes(IFA_LOCAL, ADDRESS)));
        all.add(of("address: without a local address", RTM_NEWADDR, CREATE, address(24, LOOPBACK), out -> {}));
        all.add(of("address: of three bytes", RTM_NEWADDR, CREATE, address(24, LOOPBACK),
                out -> out.bytes(IFA_LOCAL, new byte[3])));
        all.add(of("address: with a label of 16 characters", RTM_NEWADDR, CREATE, address(24, LOOPBACK),
                out -> out.bytes(IFA_LOCAL, ADDRESS).stringz(IFA_LABEL, "sixteen-is-a-lot")));
        all.add(of("address: with lifetimes of three bytes", RTM_NEWADDR, CREATE, address(24, LOOPBACK),
                out -> out.bytes(IFA_LOCAL, ADDRESS).bytes(IFA_CACHEINFO, new byte[3])));
        all.add(of("address: whose preferred lifetime is longer than the valid one", RTM_NEWADDR, CREATE, address(24, LOOPBACK),
                out -> out.bytes(IFA_LOCAL, ADDRESS).bytes(IFA_CACHEINFO, lifetimes(2, 1))));
        all.add(of("address: IPv6, of four bytes", RTM_NEWADDR, CREATE, out -> out.u8(AF_INET6).u8(64).u16(0).u32(LOOPBACK),
                out -> out.bytes(IFA_LOCAL, ADDRESS)));
        all.add(of("address: IPv6, with a prefix of 129 bits", RTM_NEWADDR, CREATE, out -> out.u8(AF_INET6).u8(129).u16(0).u32(LOOPBACK),
                out -> out.bytes(IFA_LOCAL, ADDRESS6)));
        all.add(of("address: IPv6, multicast", RTM_NEWADDR, CREATE, out -> out.u8(AF_INET6).u8(64).u16(0).u32(LOOPBACK),
                out -> out.bytes(IFA_LOCAL, MULTICAST6)));
        all.add(of("address: to be deleted that is not there", RTM_DELADDR, 0, address(24, LOOPBACK),
                out -> out.bytes(IFA_LOCAL, ADDRESS)));
        all.add(of("address: many at once to be deleted", RTM_DELADDR, NLM_F_BULK, address(24, LOOPBACK), out -> {}));
        all.add(of("address: all of them, with a prefix length in the header", RTM_GETADDR, NLM_F_DUMP, address(24, 0), out -> {}));
        all.add(of("address: all of them, with a local address", RTM_GETADDR, NLM_F_DUMP, address(0, 0),
                out -> out.bytes(IFA_LOCAL, ADDRESS)));
        all.add(of("address: all of a device that does not exist", RTM_GETADDR, NLM_F_DUMP, address(0, NO_DEVICE), out -> {}));
        all.add(of("address: all of them, with a header of four bytes", RTM_GETADDR, NLM_F_DUMP, out -> out.zeros(4), out -> {}));
    }

    private void routes(List<Refusal> all) {
        all.add(of("route: through a gateway that cannot be reached", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, NETWORK).bytes(RTA_GATEWAY, FAR)));
        all.add(of("route: through a device that does not exist", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, NETWORK).u32(RTA_OIF, NO_DEVICE)));
        all.add(of("route: through a device that is down", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, NETWORK).u32(RTA_OIF, down)));
        all.add(of("route: through nothing", RTM_NEWROUTE, CREATE, route(24), out -> out.bytes(RTA_DST, NETWORK)));
        all.add(of("route: with a prefix of 33 bits", RTM_NEWROUTE, CREATE, route(33),
                out -> out.bytes(RTA_DST, NETWORK).u32(RTA_OIF, LOOPBACK)));
        all.add(of("route: to a network with host bits", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, FAR).u32(RTA_OIF, LOOPBACK)));
        all.add(of("route: to a destination of three bytes", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, new byte[3]).u32(RTA_OIF, LOOPBACK)));
        all.add(of("route: with a metric that does not exist", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, NETWORK).u32(RTA_OIF, LOOPBACK).begin(RTA_METRICS).u32(99, 1).end()));
        all.add(of("route: with a congestion control that nobody knows", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, NETWORK).u32(RTA_OIF, LOOPBACK).begin(RTA_METRICS).stringz(RTAX_CC_ALGO, "nosuch").end()));
        all.add(of("route: with a next hop object that does not exist", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, NETWORK).u32(RTA_NH_ID, 99)));
        all.add(of("route: with a next hop object and a device", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, NETWORK).u32(RTA_NH_ID, 1).u32(RTA_OIF, LOOPBACK)));
        all.add(of("route: with a device of two bytes", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, NETWORK).u16(RTA_OIF, LOOPBACK)));
        all.add(of("route: with an encapsulation that nobody knows", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, NETWORK).u32(RTA_OIF, LOOPBACK).u16(RTA_ENCAP_TYPE, 99).begin(RTA_ENCAP).end()));
        all.add(of("route: with a segment routing header cut short", RTM_NEWROUTE, CREATE, route(24),
                out -> encap(out, LWTUNNEL_ENCAP_SEG6).bytes(SEG6_IPTUNNEL_SRH, new byte[8]).end()));
        all.add(of("route: with segment routing and no header", RTM_NEWROUTE, CREATE, route(24),
                out -> encap(out, LWTUNNEL_ENCAP_SEG6).end()));
        all.add(of("route: with a tunnel whose id has four bytes", RTM_NEWROUTE, CREATE, route(24),
                out -> encap(out, LWTUNNEL_ENCAP_IP).u32(LWTUNNEL_IP_ID, 5).end()));
        all.add(of("route: with MPLS labels, which this kernel lacks", RTM_NEWROUTE, CREATE, route(24),
                out -> encap(out, LWTUNNEL_ENCAP_MPLS).u32(MPLS_IPTUNNEL_DST, 5).end()));
        all.add(of("route: with several next hops cut short", RTM_NEWROUTE, CREATE, route(24),
                out -> out.bytes(RTA_DST, NETWORK).bytes(RTA_MULTIPATH, new byte[3])));
        all.add(of("route: with several next hops, one with a tunnel whose id has four bytes", RTM_NEWROUTE, CREATE, route(24),
                out -> way(way(out.bytes(RTA_DST, NETWORK).beginRaw(RTA_MULTIPATH)).end())
                        .u16(RTA_ENCAP_TYPE, LWTUNNEL_ENCAP_IP).begin(RTA_ENCAP).u32(LWTUNNEL_IP_ID, 5).end().end().end()));
        all.add(of("route: with several next hops, one with a gateway of three bytes", RTM_NEWROUTE, CREATE, route(24),
                out -> way(out.bytes(RTA_DST, NETWORK).beginRaw(RTA_MULTIPATH)).bytes(RTA_GATEWAY, new byte[3]).end().end()));
        all.add(of("route: to be deleted that is not there", RTM_DELROUTE, 0, route(24), out -> out.bytes(RTA_DST, NETWORK)));
        all.add(of("route: to a destination without any", RTM_GETROUTE, 0, out -> out.u8(AF_INET).u8(32).zeros(10),
                out -> out.bytes(RTA_DST, FAR)));
        all.add(of("route: to a destination, with a gateway", RTM_GETROUTE, 0, out -> out.u8(AF_INET).u8(32).zeros(10),
                out -> out.bytes(RTA_DST, FAR).bytes(RTA_GATEWAY, FAR)));
        all.add(of("route: all of them, with a prefix length in the header", RTM_GETROUTE, NLM_F_DUMP, route(24), out -> {}));
        all.add(of("route: all of them, with a gateway", RTM_GETROUTE, NLM_F_DUMP, route(0), out -> out.bytes(RTA_GATEWAY, FAR)));
        all.add(of("route: all of a table that does not exist", RTM_GETROUTE, NLM_F_DUMP, route(0),
                out -> out.u32(RTA_TABLE, 4711)));
    }

    /** A {@code struct rtnexthop} through the loopback device, left open; it begins with its length like an attribute. */
    private static AttributeWriter way(AttributeWriter out) {
        return out.beginRaw(0).append(ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(LOOPBACK).array());
    }

    private static AttributeWriter encap(AttributeWriter out, int type) {
        return out.bytes(RTA_DST, NETWORK).u32(RTA_OIF, LOOPBACK).u16(RTA_ENCAP_TYPE, type).begin(RTA_ENCAP);
    }

    private void neighbours(List<Refusal> all) {
        all.add(of("neighbour: without a destination", RTM_NEWNEIGH, CREATE, neighbour(LOOPBACK), out -> {}));
        all.add(of("neighbour: on a device that does not exist", RTM_NEWNEIGH, CREATE, neighbour(NO_DEVICE),
                out -> out.bytes(NDA_DST, ADDRESS)));
        all.add(of("neighbour: with a destination of three bytes", RTM_NEWNEIGH, CREATE, neighbour(device),
                out -> out.bytes(NDA_DST, new byte[3])));
        all.add(of("neighbour: with a link-layer address of three bytes", RTM_NEWNEIGH, CREATE, neighbour(device),
                out -> out.bytes(NDA_DST, FAR).bytes(NDA_LLADDR, new byte[3])));
        all.add(of("neighbour: with an extended flag that does not exist", RTM_NEWNEIGH, CREATE, neighbour(device),
                out -> out.bytes(NDA_DST, FAR).u32(NDA_FLAGS_EXT, 0x100)));
        all.add(of("neighbour: to be deleted that is not there", RTM_DELNEIGH, 0, neighbour(device),
                out -> out.bytes(NDA_DST, FAR)));
        all.add(of("neighbour: to be deleted without a destination", RTM_DELNEIGH, 0, neighbour(device), out -> {}));
        all.add(of("neighbour: one without a destination", RTM_GETNEIGH, 0, neighbour(device), out -> {}));
        all.add(of("neighbour: all of them, with a state in the header", RTM_GETNEIGH, NLM_F_DUMP, out -> out.u8(AF_INET).zeros(7).u16(2).u16(0),
                out -> {}));
        all.add(of("neighbour: all of them, with a destination", RTM_GETNEIGH, NLM_F_DUMP, neighbour(0),
                out -> out.bytes(NDA_DST, FAR)));
        all.add(of("neighbour: a forwarding entry with a VLAN of 4095", RTM_NEWNEIGH, CREATE, out -> out.u8(AF_BRIDGE).zeros(3).u32(port).u16(0x80).u8(4).u8(0),
                out -> out.mac(NDA_LLADDR, 0x02000000000aL).u16(NDA_VLAN, 4095)));
        all.add(of("neighbour: a forwarding entry with an address of three bytes", RTM_NEWNEIGH, CREATE, out -> out.u8(AF_BRIDGE).zeros(3).u32(port).u16(0x80).u8(4).u8(0),
                out -> out.bytes(NDA_LLADDR, new byte[3])));
        all.add(of("neighbour: all forwarding entries of no device to be deleted at once", RTM_DELNEIGH, NLM_F_BULK, out -> out.u8(AF_BRIDGE).zeros(11),
                out -> {}));
    }

    private void rules(List<Refusal> all) {
        all.add(of("rule: with a source prefix of 33 bits", RTM_NEWRULE, CREATE, out -> out.u8(AF_INET).u8(0).u8(33).zeros(4).u8(1).u32(0),
                out -> out.bytes(FRA_SRC, ADDRESS).u32(FRA_TABLE, 5)));
        all.add(of("rule: with a DSCP of seven bits", RTM_NEWRULE, CREATE, rule(1), out -> out.u32(FRA_TABLE, 5).u8(FRA_DSCP, 64)));
        all.add(of("rule: with a table of two bytes", RTM_NEWRULE, CREATE, rule(1), out -> out.u16(FRA_TABLE, 5)));
        all.add(of("rule: with a device name of 16 characters", RTM_NEWRULE, CREATE, rule(1),
                out -> out.u32(FRA_TABLE, 5).stringz(FRA_IIFNAME, "sixteen-is-a-lot")));
        all.add(of("rule: that goes backwards", RTM_NEWRULE, CREATE, rule(2), out -> out.u32(FRA_PRIORITY, 5).u32(FRA_GOTO, 4)));
        all.add(of("rule: with an invalid range of ports", RTM_NEWRULE, CREATE, rule(1),
                out -> out.u32(FRA_TABLE, 5).bytes(FRA_SPORT_RANGE, new byte[4])));
        all.add(of("rule: with an invalid range of users", RTM_NEWRULE, CREATE, rule(1),
                out -> out.u32(FRA_TABLE, 5).bytes(FRA_UID_RANGE, lifetimes(2, 1))));
        all.add(of("rule: to be deleted that is not there", RTM_DELRULE, 0, rule(1), out -> out.u32(FRA_PRIORITY, 4711)));
        all.add(of("rule: all of them, with an action in the header", RTM_GETRULE, NLM_F_DUMP, rule(1), out -> {}));
        all.add(of("rule: all of them, with a priority", RTM_GETRULE, NLM_F_DUMP, rule(0), out -> out.u32(FRA_PRIORITY, 1)));
    }

    private void trafficControl(List<Refusal> all) {
        all.add(of("traffic control: a queueing discipline that nobody knows", RTM_NEWQDISC, CREATE, tc(device, -1),
                out -> out.stringz(TCA_KIND, "nosuch")));
        all.add(of("traffic control: a queueing discipline of no kind", RTM_NEWQDISC, CREATE, tc(device, -1), out -> {}));
        all.add(of("traffic control: a queueing discipline whose kind has 16 characters", RTM_NEWQDISC, CREATE, tc(device, -1),
                out -> out.stringz(TCA_KIND, "sixteen-is-a-lot")));
        all.add(of("traffic control: a queueing discipline on a device that does not exist", RTM_NEWQDISC, CREATE, tc(NO_DEVICE, -1),
                out -> out.stringz(TCA_KIND, "pfifo")));
        all.add(of("traffic control: a queueing discipline below one that does not exist", RTM_NEWQDISC, CREATE, tc(device, 0x990000),
                out -> out.stringz(TCA_KIND, "pfifo")));
        all.add(of("traffic control: a queueing discipline with a limit of two bytes", RTM_NEWQDISC, CREATE, tc(device, -1),
                out -> out.stringz(TCA_KIND, "pfifo").bytes(TCA_OPTIONS, new byte[2])));
        all.add(of("traffic control: the deletion of a queueing discipline that is not there", RTM_DELQDISC, 0, tc(device, -1),
                out -> {}));
        all.add(of("traffic control: a class of a discipline without classes", RTM_NEWTCLASS, CREATE, tc(device, -1),
                out -> out.stringz(TCA_KIND, "htb")));
        all.add(of("traffic control: a filter without a discipline", RTM_NEWTFILTER, CREATE, tc(device, -1),
                out -> out.stringz(TCA_KIND, "matchall")));
        all.add(of("traffic control: all filters, with a flag that does not exist", RTM_GETTFILTER, NLM_F_DUMP, tc(device, 0),
                out -> out.bitfield32(TCA_DUMP_FLAGS, 8, 8)));
    }

    private void nextHops(List<Refusal> all) {
        Consumer<MessageWriter> nextHop = header -> header.u8(AF_INET).zeros(7);
        all.add(of("next hop: without anything", RTM_NEWNEXTHOP, CREATE, nextHop, out -> out.u32(NHA_ID, 7)));
        all.add(of("next hop: with an id that is taken", RTM_NEWNEXTHOP, CREATE, nextHop,
                out -> out.u32(NHA_ID, 1).flag(NHA_BLACKHOLE)));
        all.add(of("next hop: with a gateway and no device", RTM_NEWNEXTHOP, CREATE, nextHop, out -> out.bytes(NHA_GATEWAY, FAR)));
        all.add(of("next hop: with a gateway of three bytes", RTM_NEWNEXTHOP, CREATE, nextHop,
                out -> out.bytes(NHA_GATEWAY, new byte[3]).u32(NHA_OIF, device)));
        all.add(of("next hop: on a device that does not exist", RTM_NEWNEXTHOP, CREATE, nextHop,
                out -> out.u32(NHA_OIF, NO_DEVICE)));
        all.add(of("next hop: that drops and has a device", RTM_NEWNEXTHOP, CREATE, nextHop,
                out -> out.flag(NHA_BLACKHOLE).u32(NHA_OIF, device)));
        all.add(of("next hop: a blackhole with a payload", RTM_NEWNEXTHOP, CREATE, nextHop, out -> out.u32(NHA_BLACKHOLE, 1)));
        all.add(of("next hop: a group of nothing", RTM_NEWNEXTHOP, CREATE, out -> out.zeros(8),
                out -> out.bytes(NHA_GROUP, new byte[0])));
        all.add(of("next hop: a group of one that does not exist", RTM_NEWNEXTHOP, CREATE, out -> out.zeros(8),
                out -> out.bytes(NHA_GROUP, lifetimes(99, 0))));
        all.add(of("next hop: with an operation flag that does not exist", RTM_GETNEXTHOP, 0, out -> out.zeros(8),
                out -> out.u32(NHA_ID, 1).u32(NHA_OP_FLAGS, 0x80)));
        all.add(of("next hop: one that does not exist", RTM_GETNEXTHOP, 0, out -> out.zeros(8), out -> out.u32(NHA_ID, 99)));
        all.add(of("next hop: one without an id", RTM_GETNEXTHOP, 0, out -> out.zeros(8), out -> {}));
        all.add(of("next hop: to be deleted that does not exist", RTM_DELNEXTHOP, 0, out -> out.zeros(8),
                out -> out.u32(NHA_ID, 99)));
        all.add(of("next hop: the deletion of a bucket", RTM_DELNEXTHOPBUCKET, 0, out -> out.zeros(8), out -> {}));
        all.add(of("next hop: a bucket without an id", RTM_GETNEXTHOPBUCKET, 0, out -> out.zeros(8), out -> {}));
        all.add(of("next hop: a bucket without its number", RTM_GETNEXTHOPBUCKET, 0, out -> out.zeros(8),
                out -> out.u32(NHA_ID, 1)));
    }

    private void namespaceIds(List<Refusal> all) {
        all.add(of("namespace id: of no namespace", RTM_GETNSID, 0, out -> out.zeros(4), out -> {}));
        all.add(of("namespace id: of a process that does not exist", RTM_GETNSID, 0, out -> out.zeros(4),
                out -> out.u32(NETNSA_PID, NO_DEVICE)));
        all.add(of("namespace id: of a file that is no namespace", RTM_GETNSID, 0, out -> out.zeros(4),
                out -> out.u32(NETNSA_FD, NO_DEVICE)));
        all.add(of("namespace id: seen from a namespace that has no id", RTM_GETNSID, 0, out -> out.zeros(4),
                out -> out.u32(NETNSA_NSID, 0).u32(NETNSA_TARGET_NSID, 99)));
        all.add(of("namespace id: to be given without a number", RTM_NEWNSID, 0, out -> out.zeros(4), out -> {}));
        all.add(of("namespace id: to be given to no namespace", RTM_NEWNSID, 0, out -> out.zeros(4),
                out -> out.u32(NETNSA_NSID, 5)));
    }

    private void messages(List<Refusal> all) {
        all.add(of("message: of a type that does not exist", 127, 0, out -> out.zeros(4), out -> {}));
        all.add(of("message: of a type beyond all", 0x7fff, 0, out -> out.zeros(4), out -> {}));
    }
}
