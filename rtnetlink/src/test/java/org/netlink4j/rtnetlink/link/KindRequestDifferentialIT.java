package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/**
 * Requests for every kind that {@code ip} knows are byte for byte those of {@code ip}: order of bytes, widths and numbers. The
 * kernel here refuses most kinds, but only after {@code ip} has sent its request.
 */
@KernelTest
@NeedsCommand({"ip", "strace"})
class KindRequestDifferentialIT {
    private static final int LOWER = 10;
    private static final int OTHER = 11;
    private static final Ipv4Address A4 = Ipv4Address.parse("192.0.2.1");
    private static final Ipv4Address B4 = Ipv4Address.parse("198.51.100.2");
    private static final Ipv6Address A6 = Ipv6Address.parse("2001:db8::1");
    private static final Ipv6Address B6 = Ipv6Address.parse("2001:db8::2");

    private static IpRequests requests;

    @BeforeAll
    static void open() throws NetlinkException {
        requests = IpRequests.among(LinkSpec.named("v0").index(LOWER).kind(Veth.withPeer(LinkSpec.named("v1").index(OTHER))));
    }

    @AfterAll
    static void close() {
        requests.close();
    }

    private static Arguments made(String options, LinkKind kind) {
        return Arguments.of("ip link add x0 type " + options, LinkSpec.named("x0").kind(kind));
    }

    private static Arguments on(String options, LinkKind kind) {
        return Arguments.of("ip link add link v0 name x0 type " + options, LinkSpec.ANY.lower(LOWER).name("x0").kind(kind));
    }

    static Stream<Arguments> kinds() {
        return Stream.of(simple(), lowers(), overUdp(), gre(), ipTunnels(), masters(), others()).flatMap(s -> s);
    }

    private static Stream<Arguments> simple() {
        return Stream.of(
                made("ifb", new Ifb()),
                made("nlmon", new Nlmon()),
                made("vcan", new Vcan()),
                made("wireguard", new Wireguard()),
                made("netdevsim", new Netdevsim()),
                made("team", new Team()),
                made("tun", new Tun()),
                made("vxcan", new Vxcan()),
                made("vxcan peer name x1", new Vxcan().peer(LinkSpec.named("x1"))));
    }

    private static Stream<Arguments> lowers() {
        long flags = IflaVlan.VLAN_FLAG_GVRP | IflaVlan.VLAN_FLAG_LOOSE_BINDING;
        long mask = flags | IflaVlan.VLAN_FLAG_REORDER_HDR | IflaVlan.VLAN_FLAG_MVRP | IflaVlan.VLAN_FLAG_BRIDGE_BINDING;
        return Stream.of(
                on("vlan id 258", new Vlan().id(258)),
                on("vlan protocol 802.1ad id 5", new Vlan().protocol(EtherType.PROVIDER_VLAN).id(5)),
                on("vlan id 5 reorder_hdr off gvrp on mvrp off loose_binding on bridge_binding off",
                        new Vlan().id(5).flags(flags, mask)),
                on("vlan id 5 ingress-qos-map 1:2 3:4 egress-qos-map 5:6",
                        new Vlan().id(5)
                                .ingress(List.of(new VlanPriority(1, 2), new VlanPriority(3, 4)))
                                .egress(List.of(new VlanPriority(5, 6)))),
                on("ipvlan mode l2", new Ipvlan().mode(IflaIpvlan.IPVLAN_MODE_L2).flags(0)),
                on("ipvlan mode l3s private",
                        new Ipvlan().mode(IflaIpvlan.IPVLAN_MODE_L3S).flags(IflaIpvlan.IPVLAN_F_PRIVATE)),
                on("ipvtap mode l3 vepa", new Ipvtap().mode(IflaIpvlan.IPVLAN_MODE_L3).flags(IflaIpvlan.IPVLAN_F_VEPA)),
                on("ipvtap bridge", new Ipvtap().flags(0)),
                on("macsec", new Macsec()),
                on("macsec port 258 cipher gcm-aes-256 icvlen 16 encrypt on send_sci off end_station on scb off protect on"
                                + " replay on window 300 validate strict encodingsa 3 offload mac",
                        new Macsec().port(258).encrypt(true).sendChannel(false).endStation(true).singleCopyBroadcast(false)
                                .protect(true).validation(2).offload(2).cipherSuite(IflaMacsec.MACSEC_CIPHER_ID_GCM_AES_256)
                                .icvLength(16).window(300).replayProtect(true).encodingAssociation(3)),
                on("macsec sci 0102030405060708", new Macsec().channel(0x0102030405060708L)),
                on("ipoib pkey 0x8123 mode connected umcast 1",
                        new Ipoib().partitionKey(0x8123).mode(IflaIpoib.IPOIB_MODE_CONNECTED).userMulticast(true)));
    }

    private static Stream<Arguments> overUdp() {
        return Stream.of(
                made("vxlan id 42 dstport 4789", new Vxlan().id(42).learning(true).port(4789)),
                made("vxlan id 42 dev v0 group 239.1.1.1 local 192.0.2.1 ttl 7 tos 0x20 df set flowlabel 0x12345 srcport 258 772"
                                + " dstport 4790 ageing 70 maxaddress 9 nolearning proxy rsc l2miss l3miss",
                        new Vxlan().lower(LOWER).ttl(7).tos(0x20).fragmentation(IflaVxlan.VXLAN_DF_SET).flowLabel(0x12345)
                                .sourcePorts(258, 772).ageing(70).limit(9).proxy(true).shortCut(true).notifyMissingMac(true)
                                .notifyMissingIp(true).id(42).local(A4).remote(Ipv4Address.parse("239.1.1.1")).learning(false)
                                .port(4790)),
                made("vxlan id 42 remote 2001:db8::1 local 2001:db8::2 dstport 4790 ttl inherit noudpcsum udp6zerocsumtx"
                                + " udp6zerocsumrx remcsumtx remcsumrx gbp gpe",
                        new Vxlan().ttlInherit().udpChecksum(false).udpZeroChecksum6Send(true).udpZeroChecksum6Accept(true)
                                .remoteChecksumSend(true).remoteChecksumAccept(true).groupPolicy(true).genericProtocol(true)
                                .id(42).local(B6).remote(A6).learning(true).port(4790)),
                made("vxlan dstport 4790 external vnifilter", new Vxlan().external(true).vniFilter(true).learning(false).port(4790)),
                made("geneve id 42 remote 192.0.2.1 dstport 258 ttl 7 tos 0x20 df inherit flowlabel 0x12345 udpcsum"
                                + " noudp6zerocsumtx udp6zerocsumrx",
                        new Geneve().fragmentation(IflaGeneve.GENEVE_DF_INHERIT).id(42).remote(A4).flowLabel(0x12345).ttl(7)
                                .tos(0x20).port(258).udpChecksum(true).udpZeroChecksum6Send(false).udpZeroChecksum6Accept(true)),
                made("geneve id 42 remote 2001:db8::1 ttl inherit", new Geneve().ttlInherit(true).id(42).remote(A6).flowLabel(0).ttl(0).tos(0)),
                made("geneve external innerprotoinherit", 
                        new Geneve().id(0).flowLabel(0).ttl(0).tos(0).external(true).innerProtocolInherit(true)),
                made("bareudp dstport 258 ethertype mpls_uc srcportmin 772 multiproto",
                        new Bareudp().port(258).etherType(EtherType.MPLS).lowestSourcePort(772).multiProtocol(true)),
                made("amt mode gateway local 192.0.2.1 discovery 198.51.100.2 gateway_port 258 relay_port 772 max_tunnels 9 dev v0",
                        new Amt().mode(IflaAmt.AMT_MODE_GATEWAY).local(A4).discovery(B4).gatewayPort(258).relayPort(772)
                                .tunnelLimit(9).lower(LOWER)),
                made("gtp role sgsn hsize 258 restart_count 7",
                        new Gtp().createSockets(true).role(IflaGtp.GTP_ROLE_SGSN).hashSize(258).restartCount(7)));
    }

    /** Flags and keys that packets must have in both directions, then both ends. */
    private static <K extends GreKind<K>> K gre(K kind, int flags, long inputKey, long outputKey, IpAddress local, IpAddress remote) {
        return kind.inputKey(inputKey).outputKey(outputKey).inputFlags(flags).outputFlags(flags).local(local).remote(remote);
    }

    private static <K extends GreKind<K>> K encap(K kind, int type, int flags, int source, int port) {
        return kind.encapType(type).encapFlags(flags).encapSourcePort(source).encapPort(port);
    }

    private static <K extends GreKind<K>> K over4(K kind, int tos) {
        return kind.pathMtuDiscovery(true).tos(tos);
    }

    private static <K extends GreKind<K>> K over6(K kind, int hops, int limit, long flow, long flags) {
        return kind.ttl(hops).encapLimit(limit).flowInfo(flow).flags6(flags);
    }

    private static Stream<Arguments> gre() {
        int keyed = GreFlags.KEY | GreFlags.SEQ;
        int udp6 = IflaIptun.TUNNEL_ENCAP_FLAG_CSUM6; // which ip asks for over IPv6 unless told otherwise
        return Stream.of(
                made("gre remote 192.0.2.1 local 198.51.100.2",
                        encap(over4(gre(new Gre(), 0, 0, 0, B4, A4), 0).ttl(0).mark(0), 0, 0, 0, 0)),
                made("gretap remote 192.0.2.1 local 198.51.100.2 ikey 258 okey 1.2.3.4 seq csum ttl 7 tos 0x20 dev v0 fwmark 0x102"
                                + " encap gue encap-sport 258 encap-dport 772 encap-csum",
                        encap(over4(gre(new Gretap(), keyed | GreFlags.CSUM, 258, 0x01020304, B4, A4), 0x20).lower(LOWER).ttl(7)
                                .mark(0x102), IflaIptun.TUNNEL_ENCAP_GUE, IflaIptun.TUNNEL_ENCAP_FLAG_CSUM, 258, 772)),
                made("gre external", new Gre().external(true)),
                made("gre remote 192.0.2.1 ttl inherit nopmtudisc ignore-df",
                        encap(new Gre().inputKey(0).outputKey(0).inputFlags(0).outputFlags(0).remote(A4).pathMtuDiscovery(false)
                                .ignoreDf(true).tos(0).ttl(0).mark(0), 0, 0, 0, 0)),
                made("ip6gre remote 2001:db8::1 local 2001:db8::2",
                        encap(over6(gre(new Ip6gre(), 0, 0, 0, B6, A6), 64, 4, 0, 0).mark(0).erspanVersion(1), 0, udp6, 0, 0)),
                made("ip6gre remote 2001:db8::1 local 2001:db8::2 tclass 0x12 flowlabel 0x34567 encaplimit none dscp inherit"
                                + " fwmark inherit",
                        encap(over6(gre(new Ip6gre(), 0, 0, 0, B6, A6), 64, 4, 0x0123_4567,
                                IflaIptun.IP6_TNL_F_IGN_ENCAP_LIMIT | IflaIptun.IP6_TNL_F_RCV_DSCP_COPY
                                        | IflaIptun.IP6_TNL_F_USE_ORIG_FWMARK).mark(0).erspanVersion(1), 0, udp6, 0, 0)),
                made("ip6gretap external", new Ip6gretap().external(true)),
                made("erspan remote 192.0.2.1 local 198.51.100.2 seq key 30 erspan_ver 1 erspan 123",
                        encap(over4(gre(new Erspan(), keyed, 30, 30, B4, A4), 0).ttl(0).mark(0).erspanVersion(1)
                                .erspanIndex(123), 0, 0, 0, 0)),
                made("ip6erspan remote 2001:db8::1 local 2001:db8::2 seq key 30 erspan_ver 2 erspan_dir egress erspan_hwid 7",
                        encap(over6(gre(new Ip6erspan(), keyed, 30, 30, B6, A6), 64, 4, 0, 0).mark(0).erspanVersion(2)
                                .erspanDirection(1).erspanHardware(7), 0, udp6, 0, 0)));
    }

    private static <K extends IptunKind<K>> K encap(K kind, int type, int flags, int source, int port) {
        return kind.encapType(type).encapFlags(flags).encapSourcePort(source).encapPort(port);
    }

    private static Stream<Arguments> ipTunnels() {
        Ipip ipip = new Ipip().protocol(0).local(B4).remote(A4);
        return Stream.of(
                made("ipip remote 192.0.2.1 local 198.51.100.2 ttl 7 tos 0x20 dev v0 fwmark 0x102",
                        encap(ipip.pathMtuDiscovery(true).tos(0x20).ttl(7).lower(LOWER).mark(0x102), 0, 0, 0, 0)),
                made("ipip remote 192.0.2.1 local 198.51.100.2 encap fou encap-sport auto encap-dport 258",
                        encap(ipip.pathMtuDiscovery(true).tos(0).ttl(0).lower(0).mark(0), IflaIptun.TUNNEL_ENCAP_FOU, 0, 0, 258)),
                made("ipip external", new Ipip().protocol(0).external(true)),
                made("sit remote 192.0.2.1 6rd-prefix 2001:db8::/32 6rd-relay_prefix 198.51.100.0/24 mode ip6ip isatap",
                        encap(new Sit().protocol(41).remote(A4).pathMtuDiscovery(true).tos(0).ttl(0).lower(0).mark(0), 0, 0, 0, 0)
                                .flags(IflaIptun.SIT_ISATAP).prefix(Ipv6Address.parse("2001:db8::"), 32)
                                .relayPrefix(Ipv4Address.parse("198.51.100.0"), 24)),
                made("ip6tnl remote 2001:db8::1 local 2001:db8::2 mode ipip6 hoplimit 7 tclass 0x12 flowlabel inherit encaplimit 5"
                                + " allow-localremote dev v0",
                        encap(new Ip6tnl().protocol(4).local(B6).remote(A6).ttl(7).encapLimit(5).flowInfo(0x0120_0000)
                                .flags(IflaIptun.IP6_TNL_F_USE_ORIG_FLOWLABEL | IflaIptun.IP6_TNL_F_ALLOW_LOCAL_REMOTE)
                                .lower(LOWER).mark(0), 0, IflaIptun.TUNNEL_ENCAP_FLAG_CSUM6, 0, 0)),
                made("vti remote 192.0.2.1 local 198.51.100.2 ikey 258 okey 772",
                        new Vti().inputKey(258).outputKey(772).local(B4).remote(A4).mark(0)),
                made("vti6 remote 2001:db8::1 local 2001:db8::2 key 258 dev v0 fwmark 7",
                        new Vti6().inputKey(258).outputKey(258).local(B6).remote(A6).mark(7).lower(LOWER)),
                made("xfrm dev v0 if_id 0x102", new Xfrm().id(0x102).lower(LOWER)),
                made("xfrm external", new Xfrm().external(true)));
    }

    private static Stream<Arguments> masters() {
        return Stream.of(
                made("vrf table 258", new Vrf().table(258)),
                made("bond mode active-backup miimon 100 updelay 200 downdelay 300 primary v0 primary_reselect better fail_over_mac"
                                + " follow",
                        new Bond().mode(IflaBond.BOND_MODE_ACTIVEBACKUP).miiInterval(100).upDelay(200).downDelay(300)
                                .primary(LOWER).primaryReselect(1).failOverMac(2)),
                made("bond mode 802.3ad lacp_rate fast lacp_active off ad_select count ad_user_port_key 258 ad_actor_sys_prio 772"
                                + " ad_actor_system 02:00:00:00:00:0a xmit_hash_policy layer3+4 min_links 2",
                        new Bond().mode(IflaBond.BOND_MODE_8023AD).lacpRate(1).lacpActive(false).aggregatorSelection(2)
                                .userPortKey(258).actorSystemPriority(772).actorSystem(MacAddress.parse("02:00:00:00:00:0a"))
                                .hashPolicy(1).minimumLinks(2)),
                made("bond arp_interval 100 arp_validate all arp_all_targets all arp_ip_target 192.0.2.1,198.51.100.2"
                                + " arp_missed_max 5",
                        new Bond().arpInterval(100).arpValidation(3).arpAllTargets(1).arpTargets(List.of(A4, B4))
                                .arpMissedMax(5)),
                made("bond ns_ip6_target 2001:db8::1,2001:db8::2", new Bond().solicitationTargets(List.of(A6, B6))),
                made("bond active_slave v1 use_carrier 1 resend_igmp 7 num_grat_arp 3 peer_notify_delay 400 all_slaves_active 1"
                                + " lp_interval 9 packets_per_slave 258 tlb_dynamic_lb 0",
                        new Bond().activePort(OTHER).useCarrier(true).resendIgmp(7).peerNotifications(3)
                                .peerNotificationDelay(400).allPortsActive(true).learningInterval(9).packetsPerPort(258)
                                .dynamicBalancing(false)),
                made("hsr slave1 v0 slave2 v1 supervision 7 version 1",
                        new Hsr().port1(LOWER).port2(OTHER).supervision(7).version(1)),
                made("hsr slave1 v0 slave2 v1 proto 1", new Hsr().port1(LOWER).port2(OTHER).protocol(1)),
                made("batadv ra BATMAN_V", new Batadv().algorithm("BATMAN_V")));
    }

    /** ip puts its own word into IFLA_INFO_KIND, we what the kernel answers into IFLA_INFO_SLAVE_KIND; it looks at neither. */
    private static LinkSpec port(LinkPort port) {
        Attributes info = Attributes.none(IflaInfo.ATTRIBUTES)
                .with(IflaInfo.IFLA_INFO_KIND, port.kind() + "_slave")
                .with(IflaInfo.IFLA_INFO_SLAVE_DATA, port.data());
        return LinkSpec.indexed(LOWER).with(attributes -> attributes.with(Ifla.IFLA_LINKINFO, info));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("ip link set v0 type bond_slave queue_id 258 prio -7",
                        port(new BondPort().queueId(258).priority(-7))),
                Arguments.of("ip link set v0 type bridge_slave hairpin on cost 258 priority 7 group_fwd_mask 0x4008 backup_port v1",
                        port(new BridgePort().hairpin(true).cost(258).priority(7).groupForwardMask(0x4008).backupPort(OTHER))),
                Arguments.of("ip link set v0 type can bitrate 500000 sample-point 0.875 dbitrate 2000000 loopback on one-shot off"
                                + " restart-ms 100 termination 120",
                        LinkSpec.indexed(LOWER).kind(new Can().restartDelay(100).termination(120).bitRate(500_000, 875)
                                .dataBitRate(2_000_000, 0).modes(
                                        IflaCan.CAN_CTRLMODE_LOOPBACK,
                                        IflaCan.CAN_CTRLMODE_LOOPBACK | IflaCan.CAN_CTRLMODE_ONE_SHOT))),
                Arguments.of("ip link set v0 type can restart", LinkSpec.indexed(LOWER).kind(new Can().restart())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void requestsAsIpDoes(String command, LinkSpec spec) {
        requests.same(command, RTM_NEWLINK, spec.header().index() == 0 ? NEW : CHANGE, spec);
    }
}
