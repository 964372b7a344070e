package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_APPEND;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_BULK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETVLAN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWVLAN;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;
import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_PVID;
import static org.netlink4j.rtnetlink.bridge.BridgeVlanInfo.BRIDGE_VLAN_INFO_UNTAGGED;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_DUMPF_GLOBAL;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_DUMPF_STATS;
import static org.netlink4j.rtnetlink.link.IflaBridge.BRIDGE_FLAGS_MASTER;
import static org.netlink4j.rtnetlink.link.IflaBridge.BRIDGE_FLAGS_SELF;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;
import static org.netlink4j.rtnetlink.link.Rtext.RTEXT_FILTER_BRVLAN;
import static org.netlink4j.rtnetlink.link.Rtext.RTEXT_FILTER_BRVLAN_COMPRESSED;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_MASTER;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_EXT_LEARNED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_MASTER;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_ROUTER;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_SELF;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_STICKY;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_USE;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_NOARP;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_PERMANENT;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.BridgePort;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.link.Vxlan;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Our requests are byte for byte those of {@code bridge}, but for sequence number and port id, whatever the kernel makes of them. */
@KernelTest
@NeedsCommand({"bridge", "strace"})
class BridgeRequestDifferentialIT {
    private static final int BR0 = 1010;
    private static final int V0 = 1011;
    private static final int V1 = 1012;
    private static final int VX0 = 1013;
    private static final int REPLACE = CHANGE | NLM_F_CREATE | NLM_F_REPLACE;
    private static final int APPEND = CHANGE | NLM_F_CREATE | NLM_F_APPEND;
    private static final int FLUSH = CHANGE | NLM_F_BULK;
    private static final int LIST = NLM_F_REQUEST | NLM_F_DUMP;
    private static final MacAddress A = MacAddress.parse("02:00:00:00:00:0a");

    private IpRequests requests;

    @BeforeEach
    void open() throws NetlinkException {
        requests = IpRequests.among(
                LinkSpec.named("br0").index(BR0).kind(new Bridge()),
                LinkSpec.named("v0").index(V0).master(BR0).kind(Veth.withPeer(LinkSpec.named("v1").index(V1))),
                LinkSpec.named("vx0").index(VX0).kind(new Vxlan().id(7).port(4789)));
    }

    @AfterEach
    void close() {
        requests.close();
    }

    private static Arguments of(String command, int type, int flags, MessageBody body) {
        return Arguments.of(command, type, flags, body);
    }

    static Stream<Arguments> forwardingEntries() {
        FdbSpec port = FdbSpec.ofPort(V0, A);
        FdbSpec device = FdbSpec.ofDevice(VX0, A);
        IpAddress far = IpAddress.parse("192.0.2.9");
        return Stream.of(
                of("bridge fdb add " + A + " dev v0 master", RTM_NEWNEIGH, NEW, port),
                of("bridge fdb add " + A + " dev v0 master static", RTM_NEWNEIGH, NEW, port.asStatic()),
                of("bridge fdb add " + A + " dev v0 master dynamic", RTM_NEWNEIGH, NEW, port.asDynamic()),
                of("bridge fdb add " + A + " dev v0 master local", RTM_NEWNEIGH, NEW, port.asStatic().asLocal()),
                of("bridge fdb add " + A + " dev v0 master static sticky vlan 7", RTM_NEWNEIGH, NEW, port.asStatic().sticky().vlan(7)),
                of("bridge fdb add " + A + " dev v0", RTM_NEWNEIGH, NEW, FdbSpec.ofDevice(V0, A)),
                of("bridge fdb add " + A + " dev v0 master self", RTM_NEWNEIGH, NEW, port.flags(NTF_MASTER | NTF_SELF)),
                of("bridge fdb replace " + A + " dev v0 master use router extern_learn dynamic", RTM_NEWNEIGH, REPLACE,
                        port.use().externallyLearnt().asDynamic().flags(NTF_MASTER | NTF_USE | NTF_EXT_LEARNED | NTF_ROUTER)),
                of("bridge fdb append " + A + " dev vx0 dst 192.0.2.9", RTM_NEWNEIGH, APPEND,
                        device.destination(far)),
                of("bridge fdb add " + A + " dev vx0 dst 192.0.2.9 port 1234 vni 9 via v1", RTM_NEWNEIGH, NEW,
                        device.destination(far).port(1234).vni(9).via(V1)),
                of("bridge fdb add " + A + " dev vx0 dst 2001:db8::9 src_vni 33", RTM_NEWNEIGH, NEW,
                        device.destination(IpAddress.parse("2001:db8::9")).sourceVni(33)),
                of("bridge fdb add " + A + " dev vx0 nhid 7", RTM_NEWNEIGH, NEW, device.nextHop(7)),
                of("bridge fdb del " + A + " dev v0 master vlan 7", RTM_DELNEIGH, CHANGE, port.vlan(7)),
                of("bridge fdb flush dev br0", RTM_DELNEIGH, FLUSH, FdbFlush.ofDevice(BR0)),
                of("bridge fdb flush dev br0 brport v0 vlan 7", RTM_DELNEIGH, FLUSH, FdbFlush.ofDevice(BR0).port(V0).vlan(7)),
                of("bridge fdb flush dev v0 master nopermanent static extern_learn nosticky", RTM_DELNEIGH, FLUSH,
                        FdbFlush.ofBridgeOf(V0).flags(NTF_EXT_LEARNED, NTF_EXT_LEARNED | NTF_STICKY)
                                .states(NUD_NOARP, NUD_PERMANENT | NUD_NOARP)),
                of("bridge fdb flush dev br0 added_by_user", RTM_DELNEIGH, FLUSH, FdbFlush.ofDevice(BR0).flags(NTF_USE, NTF_USE)),
                of("bridge fdb get " + A + " br br0 vlan 7", RTM_GETNEIGH, NLM_F_REQUEST,
                        FdbSpec.ofBridge(BR0, A).state(0).with(all -> all.without(NDA_MASTER)).vlan(7).with(all -> all.with(NDA_MASTER, BR0))),
                of("bridge fdb get " + A + " dev vx0 self vni 5", RTM_GETNEIGH, NLM_F_REQUEST, device.state(0).vni(5)),
                of("bridge fdb show", RTM_GETNEIGH, LIST, FdbFilter.ALL.request()),
                of("bridge fdb show br br0", RTM_GETNEIGH, LIST, FdbFilter.ALL.bridge(BR0).request()),
                of("bridge fdb show brport v0", RTM_GETNEIGH, LIST, FdbFilter.ALL.device(V0).request()));
    }

    static Stream<Arguments> multicastGroups() {
        MdbSpec spec = MdbSpec.of(BR0, V0, MdbGroup.parse("239.1.1.1"));
        MdbSpec six = MdbSpec.of(BR0, V0, MdbGroup.parse("ff15::1"));
        MdbSpec mac = MdbSpec.of(BR0, V0, MdbGroup.parse("01:00:5e:11:22:33"));
        return Stream.of(
                of("bridge mdb add dev br0 port v0 grp 239.1.1.1", RTM_NEWMDB, NEW, spec),
                of("bridge mdb add dev br0 port v0 grp 239.1.1.1 permanent", RTM_NEWMDB, NEW, spec.permanent()),
                of("bridge mdb add dev br0 port v0 grp 239.1.1.1 temp vid 7", RTM_NEWMDB, NEW, spec.vlan(7)),
                of("bridge mdb add dev br0 port v0 grp 239.1.1.1 src 192.0.2.1", RTM_NEWMDB, NEW,
                        spec.source(IpAddress.parse("192.0.2.1"))),
                of("bridge mdb add dev br0 port v0 grp ff15::1 src 2001:db8::1 permanent", RTM_NEWMDB, NEW,
                        six.permanent().source(IpAddress.parse("2001:db8::1"))),
                of("bridge mdb add dev br0 port v0 grp 01:00:5e:11:22:33 permanent", RTM_NEWMDB, NEW, mac.permanent()),
                of("bridge mdb add dev br0 port br0 grp ff15::1", RTM_NEWMDB, NEW, MdbSpec.of(BR0, BR0, MdbGroup.parse("ff15::1"))),
                of("bridge mdb del dev br0 port v0 grp 239.1.1.1 vid 7", RTM_DELMDB, CHANGE, spec.vlan(7)),
                of("bridge mdb show", RTM_GETMDB, LIST, out -> MdbMessage.writeHeader(out, 0)));
    }

    static Stream<Arguments> vlans() {
        VlanRange one = VlanRange.of(7);
        VlanRange three = new VlanRange(7, 9);
        BridgeLinkSpec port = BridgeLinkSpec.of(V0);
        BridgeLinkSpec bridge = BridgeLinkSpec.of(BR0);
        return Stream.of(
                of("bridge vlan add dev v0 vid 7", RTM_SETLINK, CHANGE, port.vlans(one, 0)),
                of("bridge vlan add dev v0 vid 7 pvid untagged", RTM_SETLINK, CHANGE,
                        port.vlans(one, BRIDGE_VLAN_INFO_PVID | BRIDGE_VLAN_INFO_UNTAGGED)),
                of("bridge vlan add dev v0 vid 7-9 untagged", RTM_SETLINK, CHANGE, port.vlans(three, BRIDGE_VLAN_INFO_UNTAGGED)),
                of("bridge vlan add dev br0 vid 7-9 self", RTM_SETLINK, CHANGE, bridge.flags(BRIDGE_FLAGS_SELF).vlans(three, 0)),
                of("bridge vlan add dev v0 vid 7 master", RTM_SETLINK, CHANGE, port.flags(BRIDGE_FLAGS_MASTER).vlans(one, 0)),
                of("bridge vlan add dev v0 vid 7 self master", RTM_SETLINK, CHANGE,
                        port.flags(BRIDGE_FLAGS_MASTER | BRIDGE_FLAGS_SELF).vlans(one, 0)),
                of("bridge vlan add dev v0 vid 7 tunnel_info id 100", RTM_SETLINK, CHANGE, port.tunnels(one, 100)),
                of("bridge vlan add dev v0 vid 7-9 tunnel_info id 100-102", RTM_SETLINK, CHANGE, port.tunnels(three, 100)),
                of("bridge vlan del dev v0 vid 7", RTM_DELLINK, CHANGE, port.vlans(one, 0)),
                of("bridge vlan del dev v0 vid 7-9 tunnel_info id 100-102", RTM_DELLINK, CHANGE, port.tunnels(three, 100)),
                of("bridge vlan set dev v0 vid 7 state forwarding mcast_router 2", RTM_NEWVLAN, CHANGE,
                        BridgeVlanSpec.of(V0, one).onlyOptions().state(3).multicastRouter(2)),
                of("bridge vlan set dev v0 vid 7-9 state blocking", RTM_NEWVLAN, CHANGE,
                        BridgeVlanSpec.of(V0, three).onlyOptions().state(4)),
                of("bridge vlan global set dev br0 vid 7 mcast_snooping 0", RTM_NEWVLAN, CHANGE,
                        BridgeVlanOptions.of(BR0, one).multicastSnooping(false)),
                of("bridge vlan global set dev br0 vid 7-9 mcast_querier 1 mcast_igmp_version 3 mcast_mld_version 2"
                                + " mcast_last_member_count 3 mcast_startup_query_count 4 mcast_last_member_interval 100",
                        RTM_NEWVLAN, CHANGE,
                        BridgeVlanOptions.of(BR0, three).querier(true).igmpVersion(3).mldVersion(2).lastMemberCount(3)
                                .startupQueryCount(4).lastMemberInterval(100)),
                of("bridge vlan global set dev br0 vid 7 mcast_membership_interval 1 mcast_querier_interval 2 mcast_query_interval 3"
                                + " mcast_query_response_interval 4 mcast_startup_query_interval 5",
                        RTM_NEWVLAN, CHANGE,
                        BridgeVlanOptions.of(BR0, one).membershipInterval(1).querierInterval(2).queryInterval(3)
                                .queryResponseInterval(4).startupQueryInterval(5)),
                of("bridge vlan show", RTM_GETLINK, LIST, BridgeLinks.asking(RTEXT_FILTER_BRVLAN)),
                of("bridge -compressvlans vlan show", RTM_GETLINK, LIST, BridgeLinks.asking(RTEXT_FILTER_BRVLAN_COMPRESSED)),
                of("bridge vlan tunnelshow", RTM_GETLINK, LIST, BridgeLinks.asking(RTEXT_FILTER_BRVLAN)),
                of("bridge -d vlan show", RTM_GETVLAN, LIST, BridgeVlans.asking(0, 0)),
                of("bridge -d vlan show dev v0", RTM_GETVLAN, LIST, BridgeVlans.asking(0, 0)), // it filters itself
                of("bridge -d -s vlan show", RTM_GETVLAN, LIST, BridgeVlans.asking(0, BRIDGE_VLANDB_DUMPF_STATS)),
                of("bridge vlan global show", RTM_GETVLAN, LIST, BridgeVlans.asking(0, BRIDGE_VLANDB_DUMPF_GLOBAL)));
    }

    static Stream<Arguments> ports() {
        BridgeLinkSpec port = BridgeLinkSpec.of(V0);
        return Stream.of(
                of("bridge link show", RTM_GETLINK, LIST, BridgeLinks.asking(0)),
                of("bridge link set dev v0 cost 7 priority 5", RTM_SETLINK, CHANGE, port.port(new BridgePort().cost(7).priority(5))),
                of("bridge link set dev v0 guard on hairpin on fastleave off root_block on", RTM_SETLINK, CHANGE,
                        port.port(new BridgePort().guard(true).hairpin(true).fastLeave(false).protect(true))),
                of("bridge link set dev v0 flood off mcast_flood off bcast_flood off", RTM_SETLINK, CHANGE,
                        port.port(new BridgePort().unicastFlood(false).multicastFlood(false).broadcastFlood(false))),
                of("bridge link set dev v0 learning off master", RTM_SETLINK, CHANGE,
                        port.port(new BridgePort().learning(false)).flags(BRIDGE_FLAGS_MASTER)),
                of("bridge link set dev v0 isolated on locked on", RTM_SETLINK, CHANGE,
                        port.port(new BridgePort().isolated(true).locked(true))),
                of("bridge link set dev v0 backup_port v1", RTM_SETLINK, CHANGE, port.port(new BridgePort().backupPort(V1))),
                of("bridge link set dev v0 nobackup_port", RTM_SETLINK, CHANGE, port.port(new BridgePort().backupPort(0))),
                of("bridge link set dev v0 mcast_router 2 mcast_to_unicast on", RTM_SETLINK, CHANGE,
                        port.port(new BridgePort().multicastRouter(2).multicastToUnicast(true))),
                of("bridge link set dev v0 neigh_suppress on vlan_tunnel on", RTM_SETLINK, CHANGE,
                        port.port(new BridgePort().neighbourSuppress(true).vlanTunnel(true))),
                of("bridge link set dev v0 state blocking", RTM_SETLINK, CHANGE, port.port(new BridgePort().state(4))),
                of("bridge link set dev v0 hwmode vepa self", RTM_SETLINK, CHANGE,
                        port.port(new BridgePort()).flags(BRIDGE_FLAGS_SELF).mode(1)));
    }

    @ParameterizedTest
    @MethodSource({"forwardingEntries", "multicastGroups", "vlans", "ports"})
    void asksAsBridgeDoes(String command, int type, int flags, MessageBody body) {
        requests.same(command, type, flags, body);
    }
}
