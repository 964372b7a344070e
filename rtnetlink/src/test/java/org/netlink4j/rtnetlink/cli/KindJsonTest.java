package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.link.Amt;
import org.netlink4j.rtnetlink.link.Bareudp;
import org.netlink4j.rtnetlink.link.Bond;
import org.netlink4j.rtnetlink.link.BondPort;
import org.netlink4j.rtnetlink.link.Can;
import org.netlink4j.rtnetlink.link.Geneve;
import org.netlink4j.rtnetlink.link.Gre;
import org.netlink4j.rtnetlink.link.GreFlags;
import org.netlink4j.rtnetlink.link.Gtp;
import org.netlink4j.rtnetlink.link.Hsr;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaBondSlave;
import org.netlink4j.rtnetlink.link.IflaMacsec;
import org.netlink4j.rtnetlink.link.IflaXdp;
import org.netlink4j.rtnetlink.link.Ip6erspan;
import org.netlink4j.rtnetlink.link.Ip6tnl;
import org.netlink4j.rtnetlink.link.Ipip;
import org.netlink4j.rtnetlink.link.Ipoib;
import org.netlink4j.rtnetlink.link.Ipvlan;
import org.netlink4j.rtnetlink.link.Ipvtap;
import org.netlink4j.rtnetlink.link.LinkKind;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Macsec;
import org.netlink4j.rtnetlink.link.Netkit;
import org.netlink4j.rtnetlink.link.Sit;
import org.netlink4j.rtnetlink.link.VirtualFunction;
import org.netlink4j.rtnetlink.link.VirtualFunctionVlan;
import org.netlink4j.rtnetlink.link.Vlan;
import org.netlink4j.rtnetlink.link.VlanPriority;
import org.netlink4j.rtnetlink.link.Vrf;
import org.netlink4j.rtnetlink.link.Vti;
import org.netlink4j.rtnetlink.link.Xfrm;

/** The JSON of kinds that this machine's kernel lacks, in the keys and values of {@code ip -json -details link show}. */
class KindJsonTest {
    private static final Ipv4Address A4 = Ipv4Address.parse("192.0.2.1");
    private static final Ipv6Address A6 = Ipv6Address.parse("2001:db8::1");

    private static Arguments shown(String json, LinkKind kind) {
        return Arguments.of(json, kind);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                shown("{'id':5,'flags':['REORDER_HDR','LOOSE_BINDING'],'ingress_qos':[{'from':1,'to':2}],'protocol':'802.1ad'}",
                        new Vlan().id(5).flags(5, 31).ingress(List.of(new VlanPriority(1, 2)))
                                .protocol(EtherType.PROVIDER_VLAN)),
                shown("{'mode':'l3s','private':true}", new Ipvlan().mode(2).flags(1)),
                shown("{'mode':'l2','bridge':true}", new Ipvtap().mode(0).flags(0)),
                shown("{'remote':'192.0.2.1','port':6081,'ttl':7,'tos':'0x20','df':'set','label':'0x12345','udp_csum':true,"
                                + "'external':true}",
                        new Geneve().remote(A4).port(6081).ttl(7).tos(0x20).fragmentation(1).flowLabel(0x12345)
                                .udpChecksum(true).external(true)),
                shown("{'remote6':'2001:db8::1'}", new Geneve().remote(A6).ttl(9).ttlInherit(true).tos(0).flowLabel(0)),
                shown("{'dstport':258,'multiproto':false,'ethertype':'mpls_uc','srcportmin':7}",
                        new Bareudp().port(258).etherType(EtherType.MPLS).lowestSourcePort(7)),
                shown("{'dstport':258,'multiproto':true}", new Bareudp().port(258).multiProtocol(true)),
                shown("{'iseq':true,'ocsum':true,'ikey':'0.0.1.2','local':'any','remote':'192.0.2.1','ttl':0,'pmtudisc':false,"
                                + "'ignore_df':true,'fwmark':'0x7','encap':{'type':'gue','sport':1,'dport':2,'csum':true,"
                                + "'csum6':false,'remcsum':false}}",
                        new Gre().inputFlags(GreFlags.SEQ | GreFlags.KEY).outputFlags(GreFlags.CSUM).inputKey(258).outputKey(9)
                                .local(Ipv4Address.ANY).remote(A4).ttl(0).tos(0).pathMtuDiscovery(false).ignoreDf(true).mark(7)
                                .encapType(2).encapFlags(1).encapSourcePort(1).encapPort(2)),
                shown("{'local':'2001:db8::1','encap_limit':4,'tclass':'0x12','flowlabel':'0x34567','ip6_tnl_f_rcv_dscp_copy':true,"
                                + "'erspan_index':123,'erspan_ver':2,'erspan_dir':'egress','erspan_hwid':'0x7'}",
                        new Ip6erspan().local(A6).encapLimit(4).flowInfo(0x0123_4567).flags6(0x10).erspanIndex(123)
                                .erspanVersion(2).erspanDirection(1).erspanHardware(7)),
                shown("{'proto':'any','remote':'192.0.2.1','tos':'0x1','external':true}",
                        new Ipip().protocol(0).remote(A4).tos(1).encapType(0).external(true)),
                shown("{'isatap':true,'prefix':'2001:db8::','prefixlen':32,'relay_prefix':'192.0.2.1','relay_prefixlen':24}",
                        new Sit().flags(1).prefix(Ipv6Address.parse("2001:db8::"), 32).relayPrefix(A4, 24)),
                shown("{'proto':'ipip6','ip6_tnl_f_ign_encap_limit':true,'ip6_tnl_f_use_orig_flowlabel':true,"
                                + "'ip6_tnl_f_use_orig_fwmark':true,'tclass':'0x00'}",
                        new Ip6tnl().protocol(4).encapLimit(4).flags(0x25).flowInfo(0).mark(9)),
                shown("{'okey':'0.0.1.2','remote':'any','fwmark':'0x9'}",
                        new Vti().inputKey(0).outputKey(258).remote(Ipv4Address.ANY).mark(9)),
                shown("{'if_id':'0x102'}", new Xfrm().id(0x102).lower(3)),
                shown("{'external':true}", new Xfrm().id(0).external(true)),
                shown("{'table':258}", new Vrf().table(258)),
                shown("{'mode':'802.3ad','miimon':100,'arp_validate':null,'arp_all_targets':'any','primary_reselect':'better',"
                                + "'fail_over_mac':'follow','xmit_hash_policy':'vlan+srcmac','ad_lacp_active':'on',"
                                + "'ad_lacp_rate':'fast','ad_select':'count','tlb_dynamic_lb':1,'arp_ip_target':['192.0.2.1']}",
                        new Bond().mode(4).activePort(0).miiInterval(100).arpValidation(0).arpAllTargets(0).primaryReselect(1)
                                .failOverMac(2).hashPolicy(5).lacpActive(true).lacpRate(1).aggregatorSelection(2)
                                .dynamicBalancing(true).arpTargets(List.of(A4))),
                shown("{'arp_validate':'filter_active'}", new Bond().arpValidation(5)),
                shown("{'sci':'0102030405060708','cipher_suite':'GCM-AES-256','icv_len':16,'encrypt':true,'inc_sci':false,"
                                + "'validation':'strict','offload':'mac','window':3}",
                        new Macsec().channel(0x0102030405060708L).cipherSuite(IflaMacsec.MACSEC_CIPHER_ID_GCM_AES_256)
                                .icvLength(16).encrypt(true).sendChannel(false).validation(2).offload(2).window(3)),
                shown("{'slave1':'if2147483646','version':1,'proto':0}",
                        new Hsr().port1(Integer.MAX_VALUE - 1).version(1).protocol(0)),
                shown("{'mode':'l3','policy':'forward','peer_policy':'blackhole','scrub':'default'}",
                        new Netkit().mode(1).policy(0).peerPolicy(2).scrub(1)),
                shown("{'ctrlmode':['LOOPBACK','FD'],'bittiming':{'bitrate':500000,'sample_point':'0.875','tq':0,'prop_seg':0,"
                                + "'phase_seg1':0,'phase_seg2':0,'sjw':0,'brp':0},'restart_ms':100}",
                        new Can().modes(0x21, 0x21).bitRate(500_000, 875).restartDelay(100).termination(120)),
                shown("{'key':'0x8123','mode':'connected','umcast':'0001'}",
                        new Ipoib().partitionKey(0x8123).mode(1).userMulticast(true)),
                shown("{'mode':'relay','relay_port':258,'gateway_port':2268,'local':'192.0.2.1','discovery':'0.0.0.0',"
                                + "'max_tunnels':9}",
                        new Amt().mode(1).relayPort(258).gatewayPort(2268).local(A4).discovery(Ipv4Address.ANY).tunnelLimit(9)),
                shown("{'role':'sgsn','hsize':258,'restart_count':7}",
                        new Gtp().createSockets(true).role(1).hashSize(258).restartCount(7)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void showsAsIpDoes(String expected, LinkKind kind) {
        Map<?, ?> info = (Map<?, ?>) LinkJsonTest.json(LinkJsonTest.link(1, 0, LinkSpec.ANY.kind(kind))).get("linkinfo");
        assertEquals(expected.replace('\'', '"'), new JsonWriter().tree(info.get("info_data")).toString());
        assertEquals(kind.kind(), info.get("info_kind"));
    }

    @Test
    void showsThePortOfABond() {
        BondPort port = new BondPort().queueId(3).priority(-7).with(IflaBondSlave.IFLA_BOND_SLAVE_STATE, 1)
                .with(IflaBondSlave.IFLA_BOND_SLAVE_MII_STATUS, 0).with(IflaBondSlave.IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE, 0x3d);
        Map<?, ?> info = (Map<?, ?>) LinkJsonTest.json(LinkJsonTest.link(1, 0, LinkSpec.ANY.port(port))).get("linkinfo");
        assertEquals("{\"queue_id\":3,\"prio\":-7,\"state\":\"BACKUP\",\"mii_status\":\"UP\",\"ad_actor_oper_port_state\":61,"
                + "\"ad_actor_oper_port_state_str\":[\"active\",\"aggregating\",\"in_sync\",\"collecting\",\"distributing\"]}",
                new JsonWriter().tree(info.get("info_slave_data")).toString());
    }

    @Test
    void showsVirtualFunctions() {
        LinkSpec link = LinkSpec.ANY.with(attributes -> attributes.with(Ifla.IFLA_NUM_VF, 2)).functions(
                VirtualFunction.of(0).address(MacAddress.parse("02:00:00:00:00:01")).vlan(5, 3).rate(7, 9).spoofCheck(true)
                        .trust(false).linkState(1),
                VirtualFunction.of(1).address(MacAddress.parse("02:00:00:00:00:02")).vlan(6, 0, EtherType.PROVIDER_VLAN)
                        .nodeGuid(0x0011223344556677L));
        assertEquals("[{\"vf\":0,\"address\":\"02:00:00:00:00:01\",\"vlan\":5,\"qos\":3,\"rate\":{\"max_tx\":9,\"min_tx\":7},"
                + "\"spoofchk\":true,\"link_state\":\"enable\",\"trust\":false,\"link_type\":\"ether\"},"
                + "{\"vf\":1,\"address\":\"02:00:00:00:00:02\",\"vlan_list\":[{\"vlan\":6,\"protocol\":\"802.1ad\"}],"
                + "\"node guid\":\"00:11:22:33:44:55:66:77\",\"link_type\":\"ether\"}]",
                new JsonWriter().tree(LinkJsonTest.json(LinkJsonTest.link(1, 0, link)).get("vfinfo_list")).toString());
        List<VirtualFunction> functions = LinkJsonTest.link(1, 0, link).functions();
        assertEquals(List.of(0, 1), functions.stream().map(VirtualFunction::number).toList());
        assertEquals(List.of(new VirtualFunctionVlan(6, 0, EtherType.PROVIDER_VLAN)), functions.get(1).vlans());
    }

    @Test
    void showsXdpPrograms() {
        Attributes xdp = Attributes.none(IflaXdp.ATTRIBUTES).with(IflaXdp.IFLA_XDP_ATTACHED, IflaXdp.XDP_ATTACHED_SKB)
                .with(IflaXdp.IFLA_XDP_PROG_ID, 258).with(IflaXdp.IFLA_XDP_SKB_PROG_ID, 258);
        LinkSpec link = LinkSpec.ANY.with(attributes -> attributes.with(Ifla.IFLA_XDP, xdp));
        assertEquals("{\"mode\":2,\"prog\":{\"id\":258},\"attached\":[{\"mode\":2,\"prog\":{\"id\":258}}]}",
                new JsonWriter().tree(LinkJsonTest.json(LinkJsonTest.link(1, 0, link)).get("xdp")).toString());
        LinkSpec none = LinkSpec.ANY.with(attributes -> attributes.with(
                Ifla.IFLA_XDP, xdp.with(IflaXdp.IFLA_XDP_ATTACHED, IflaXdp.XDP_ATTACHED_NONE)));
        assertEquals(false, LinkJsonTest.json(LinkJsonTest.link(1, 0, none)).containsKey("xdp"));
    }

    /** ip 6.1 shows the reasons 0 to 7 only. */
    @Test
    void showsAllReasonsForProtoDown() {
        LinkSpec link = LinkSpec.ANY.protoDown(true).protoDownReasons(1 << 3 | 1 << 9, 0xffff_ffffL);
        assertEquals(List.of("3", "9"), LinkJsonTest.json(LinkJsonTest.link(1, 0, link)).get("proto_down_reason"));
    }
}
