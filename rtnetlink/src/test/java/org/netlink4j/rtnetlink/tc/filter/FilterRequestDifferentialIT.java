package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ECHO;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELCHAIN;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELTFILTER;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETCHAIN;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETTFILTER;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWCHAIN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTFILTER;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.BpfInstruction;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.action.ControlAction;
import org.netlink4j.rtnetlink.tc.action.Gact;
import org.netlink4j.rtnetlink.tc.action.Mirred;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Our requests are byte for byte those of {@code tc}, but for sequence number and port id. They need not be accepted. */
@KernelTest
@NeedsCommand({"tc", "strace"})
public class FilterRequestDifferentialIT {
    private static final int DEVICE = 77;
    private static final FilterPoint INGRESS = FilterPoint.ingress(DEVICE);
    private static final MacAddress A = MacAddress.parse("02:00:00:00:00:01");
    private static final Action DROP = Action.of(new Gact(ControlAction.DROP));
    private static final Action PASS = Action.of(new Gact(ControlAction.PASS));
    private static final TcHandle CLASS = TcHandle.of(1, 2);
    private static final EtherType ARP = new EtherType(0x0806);

    /** tc writes a NUL behind the pattern, which is beyond its length. */
    private static final Ematch BYTES_WITH_NUL = new Ematch.Other(TcaEmatchTree.TCF_EM_NBYTE, Octets.parse("0200031061626300"));

    private IpRequests requests;

    @BeforeEach
    void open() throws NetlinkException {
        requests = IpRequests.among(LinkSpec.named("va").index(DEVICE).kind(new Veth()));
    }

    @AfterEach
    void close() {
        requests.close();
    }

    private static Arguments filter(String protocol, EtherType type, String command, FilterKind<?> kind) {
        return Arguments.of("protocol " + protocol + " pref 7 " + command,
                FilterSpec.of(INGRESS).protocol(type).priority(7).kind(kind));
    }

    private static Arguments ip(String command, FilterKind<?> kind) {
        return filter("ip", EtherType.IPV4, command, kind);
    }

    private static Arguments all(String command, FilterKind<?> kind) {
        return filter("all", FilterInfo.ALL, command, kind);
    }

    private static Flower flower() {
        return new Flower();
    }

    /** tc writes the program last. */
    private static Bpf last(Bpf bpf) {
        Attributes data = bpf.data();
        int[] program = {TcaBpf.TCA_BPF_OPS_LEN, TcaBpf.TCA_BPF_OPS};
        for (int number : program) {
            data = data.without(number).with(number, bpf.data().payload(number).orElseThrow());
        }
        return bpf.over(data);
    }

    /** tc writes flags and the Ethernet type last. */
    private static Flower last(Flower flower, EtherType type) {
        return flower.flags(0).ethernetType(type);
    }

    private static Flower last(Flower flower) {
        return last(flower, EtherType.IPV4);
    }

    /** Commands and our specs of what they make. */
    public static Stream<Arguments> created() {
        return Stream.of(
                ip("u32 match ip src 10.0.0.0/8 match ip dport 80 0xffff classid 1:2",
                        new U32().classId(CLASS).keys(List.of(
                                U32Key.at(12, 0x0a000000, 0xff000000), U32Key.at(20, 80, 0xffff)))),
                ip("u32 match ip protocol 6 0xff action gact drop action mirred egress redirect dev va",
                        new U32().actions(DROP, Action.of(Mirred.redirect(DEVICE)))
                                .keys(List.of(U32Key.at(8, 0x00060000, 0x00ff0000)))),
                ip("u32 match u32 0x0a000000 0xff000000 at nexthdr+4 classid 1:2",
                        new U32().classId(CLASS).keys(List.of(new U32Key(0x0a000000, 0xff000000, 4, -1)))),
                ip("u32 match ip protocol 6 0xff link 3:",
                        new U32().link(U32Handle.table(3)).keys(List.of(U32Key.at(8, 0x00060000, 0x00ff0000)))),
                ip("u32 ht 7:3: match ip src 1.2.3.4 classid 1:2",
                        new U32().classId(CLASS).in(U32Handle.of(7, 3, 0)).keys(List.of(U32Key.at(12, 0x01020304, -1)))),
                Arguments.of("protocol ip pref 7 handle 7: u32 divisor 16",
                        FilterSpec.of(INGRESS).handle(U32Handle.table(7).handle()).protocol(EtherType.IPV4).priority(7)
                                .kind(U32.hashTable(16))),
                all("matchall classid 1:2", new Matchall().classId(CLASS)),
                all("matchall action gact drop", new Matchall().actions(DROP)),
                all("matchall skip_hw action gact drop", new Matchall().actions(DROP).flags(TcaClsFlags.TCA_CLS_FLAGS_SKIP_HW)),
                all("bpf bytecode '1,6 0 0 4294967295' flowid 1:2",
                        last(Bpf.classic(List.of(new BpfInstruction(6, 0, 0, -1))).classId(CLASS))),
                all("bpf bytecode '2,40 0 0 12,6 0 0 1' action gact pass",
                        last(Bpf.classic(List.of(new BpfInstruction(40, 0, 0, 12), new BpfInstruction(6, 0, 0, 1))).actions(PASS))),
                ip("basic match cmp(u16 at 3 layer 2 mask 0xff00 gt 20) classid 1:2",
                        new Basic().matches(List.of(new Ematch.Term(new Ematch.Compare(20, 0xff00, 3, 2, false, 2, 1)))).classId(CLASS)),
                ip("basic match nbyte(\"abc\" at 2 layer 1) or (cmp(u8 at 0 layer 1 mask 0xf0 eq 64) and not u32(u16 0x1234 0xffff at 4)) "
                        + "action gact drop",
                        new Basic().matches(List.of(
                                new Ematch.Term(BYTES_WITH_NUL, false, true),
                                new Ematch.Term(new Ematch.Group(List.of(
                                        new Ematch.Term(new Ematch.Compare(64, 0xf0, 0, 1, false, 1, 0)),
                                        new Ematch.Term(new Ematch.Word(U32Key.at(4, 0x12340000, 0xffff0000)), true, false)))))).actions(DROP)),
                all("basic match canid(sff 0x123:0x7ff) flowid 1:2",
                        new Basic().matches(List.of(new Ematch.Term(new Ematch.CanId(List.of(new Ematch.CanRule(0x123, 0x800007ff)))))).classId(CLASS)),
                ip("flower src_ip 10.0.0.1 dst_ip 10.1.0.0/16",
                        last(flower().source(IpPrefix.parse("10.0.0.1/32")).destination(IpPrefix.parse("10.1.0.0/16")))),
                ip("flower ip_proto tcp src_port 80 dst_port 443", last(flower().ipProtocol(6).sourcePort(80).destinationPort(443))),
                ip("flower ip_proto udp src_port 80", last(flower().ipProtocol(17).sourcePort(80))),
                ip("flower ip_proto sctp dst_port 80", last(flower().ipProtocol(132).destinationPort(80))),
                ip("flower ip_proto tcp dst_port 100-200", last(flower().ipProtocol(6).destinationPorts(100, 200))),
                ip("flower ip_proto tcp tcp_flags 0x2/0x7",
                        last(flower().ipProtocol(6).match(TcaFlower.TCA_FLOWER_KEY_TCP_FLAGS, 2, 7))),
                ip("flower ip_tos 0x10/0xfc ip_ttl 64",
                        last(flower().match(TcaFlower.TCA_FLOWER_KEY_IP_TOS, 0x10, 0xfc).match(TcaFlower.TCA_FLOWER_KEY_IP_TTL, 64, 0xff))),
                ip("flower ip_proto icmp type 8 code 0",
                        last(flower().ipProtocol(1).match(TcaFlower.TCA_FLOWER_KEY_ICMPV4_TYPE, 8, 0xff)
                                .match(TcaFlower.TCA_FLOWER_KEY_ICMPV4_CODE, 0, 0xff))),
                ip("flower ct_state +trk+est-new ct_zone 5 ct_mark 7/0xff",
                        last(flower().connection(TcaFlower.TCA_FLOWER_KEY_CT_FLAGS_TRACKED | TcaFlower.TCA_FLOWER_KEY_CT_FLAGS_ESTABLISHED,
                                        TcaFlower.TCA_FLOWER_KEY_CT_FLAGS_NEW)
                                .match(TcaFlower.TCA_FLOWER_KEY_CT_ZONE, 5, 0xffff).match(TcaFlower.TCA_FLOWER_KEY_CT_MARK, 7, 0xff))),
                ip("flower enc_key_id 5 enc_src_ip 10.0.0.1 enc_dst_ip 10.0.0.0/8",
                        last(flower().tunnel(5).outerSource(IpPrefix.parse("10.0.0.1/32")).outerDestination(IpPrefix.parse("10.0.0.0/8")))),
                filter("ipv6", EtherType.IPV6, "flower src_ip 2001:db8::1 dst_ip 2001:db8::/32",
                        last(flower().source(IpPrefix.parse("2001:db8::1/128")).destination(IpPrefix.parse("2001:db8::/32")),
                                EtherType.IPV6)),
                filter("802.1q", EtherType.VLAN, "flower vlan_id 5 vlan_prio 3", last(flower().vlan(5).vlanPriority(3), EtherType.VLAN)),
                filter("arp", ARP, "flower arp_op request arp_tip 10.0.0.1",
                        last(flower().match(TcaFlower.TCA_FLOWER_KEY_ARP_OP, 1, 0xff)
                                .match(TcaFlower.TCA_FLOWER_KEY_ARP_TIP, Octets.parse("0a000001")), ARP)),
                all("flower dst_mac 02:00:00:00:00:01 indev va", flower().destination(A).incoming("va").flags(0)),
                all("flower num_of_vlans 2", flower().with(TcaFlower.TCA_FLOWER_KEY_NUM_OF_VLANS, 2).flags(0)),
                ip("flower skip_hw action gact drop",
                        flower().actions(DROP).flags(TcaClsFlags.TCA_CLS_FLAGS_SKIP_HW).ethernetType(EtherType.IPV4)),
                Arguments.of("protocol ip pref 7 handle 5 fw classid 1:2",
                        FilterSpec.of(INGRESS).handle(new TcHandle(5)).protocol(EtherType.IPV4).priority(7)
                                .kind(new OtherFilter("fw").classId(CLASS))));
    }

    @ParameterizedTest
    @MethodSource("created")
    void createsAsTcDoes(String command, FilterSpec spec) {
        requests.same("tc filter add dev va ingress " + command, RTM_NEWTFILTER, NEW, spec);
    }

    @Test
    void changesAsTcDoes() {
        FilterSpec spec = FilterSpec.of(INGRESS).handle(new TcHandle(1)).protocol(FilterInfo.ALL).priority(7)
                .kind(new Matchall().actions(DROP));
        requests.same("tc filter change dev va ingress protocol all pref 7 handle 1 matchall action gact drop", RTM_NEWTFILTER, CHANGE, spec);
        requests.same("tc filter replace dev va ingress protocol all pref 7 handle 1 matchall action gact drop", RTM_NEWTFILTER,
                CHANGE | NLM_F_CREATE, spec);
    }

    @Test
    void namesPointsAsTcDoes() {
        Matchall kind = new Matchall().classId(CLASS);
        FilterSpec spec = FilterSpec.of(FilterPoint.egress(DEVICE)).protocol(FilterInfo.ALL).priority(7).chain(3).kind(kind);
        requests.same("tc filter add dev va egress protocol all pref 7 chain 3 matchall classid 1:2", RTM_NEWTFILTER, NEW, spec);
        requests.same("tc filter add dev va parent 1:5 protocol all pref 7 matchall classid 1:2", RTM_NEWTFILTER, NEW,
                FilterSpec.of(FilterPoint.at(DEVICE, TcHandle.of(1, 5))).protocol(FilterInfo.ALL).priority(7).kind(kind));
        requests.same("tc filter add block 22 protocol all pref 7 matchall classid 1:2", RTM_NEWTFILTER, NEW,
                FilterSpec.of(FilterPoint.block(22)).protocol(FilterInfo.ALL).priority(7).kind(kind));
    }

    @Test
    void asksAsTcDoes() {
        requests.same("tc filter show dev va ingress chain 3", RTM_GETTFILTER, NLM_F_REQUEST | NLM_F_DUMP, FilterSpec.of(INGRESS).chain(3));
        requests.same("tc filter get dev va ingress protocol all pref 7 handle 1 matchall", RTM_GETTFILTER, NLM_F_REQUEST | NLM_F_ECHO,
                FilterSpec.of(INGRESS).handle(new TcHandle(1)).protocol(FilterInfo.ALL).priority(7).kind("matchall"));
        requests.same("tc chain show dev va ingress", RTM_GETCHAIN, NLM_F_REQUEST | NLM_F_DUMP, FilterSpec.of(INGRESS));
        requests.same("tc chain get dev va ingress chain 3", RTM_GETCHAIN, NLM_F_REQUEST | NLM_F_ECHO, FilterSpec.of(INGRESS).chain(3));
    }

    @Test
    void deletesAsTcDoes() {
        requests.same("tc filter del dev va ingress protocol ip pref 7 handle 1 flower", RTM_DELTFILTER, CHANGE,
                FilterSpec.of(INGRESS).handle(new TcHandle(1)).protocol(EtherType.IPV4).priority(7).kind(last(flower()))); // which is read by nobody
        requests.same("tc filter del dev va ingress pref 7", RTM_DELTFILTER, CHANGE, FilterSpec.of(INGRESS).priority(7));
        requests.same("tc filter del dev va ingress", RTM_DELTFILTER, CHANGE, FilterSpec.of(INGRESS));
        requests.same("tc chain del dev va ingress chain 5", RTM_DELCHAIN, CHANGE, FilterSpec.of(INGRESS).chain(5));
    }

    @Test
    void createsChainsAsTcDoes() {
        requests.same("tc chain add dev va ingress chain 5", RTM_NEWCHAIN, NEW, FilterSpec.of(INGRESS).chain(5));
        requests.same("tc chain add block 22 chain 4", RTM_NEWCHAIN, NEW, FilterSpec.of(FilterPoint.block(22)).chain(4));
        requests.same("tc chain add dev va ingress protocol ip chain 5 flower src_ip 0.0.0.0/8", RTM_NEWCHAIN, NEW,
                FilterSpec.of(INGRESS).protocol(EtherType.IPV4).chain(5).kind(last(flower().source(IpPrefix.parse("0.0.0.0/8")))));
    }
}
