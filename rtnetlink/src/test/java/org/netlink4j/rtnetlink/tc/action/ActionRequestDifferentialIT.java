package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ROOT;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELACTION;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETACTION;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWACTION;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEY_EX_HDR_TYPE_ETH;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEY_EX_HDR_TYPE_IP4;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEY_EX_HDR_TYPE_NETWORK;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Our requests are byte for byte those of {@code tc}, but for sequence number and port id. They need not be accepted. */
@KernelTest
@NeedsCommand({"tc", "strace"})
public class ActionRequestDifferentialIT {
    private static final int DEVICE = 77;
    private static final MacAddress A = MacAddress.parse("02:00:00:00:00:01");
    private static final MacAddress B = MacAddress.parse("02:00:00:00:00:02");
    private static final IpAddress FOUR = IpAddress.parse("10.0.0.1");
    private static final IpAddress FOUR_TOO = IpAddress.parse("10.0.0.2");
    private static final IpAddress SIX = IpAddress.parse("2001:db8::1");
    private static final IpAddress SIX_TOO = IpAddress.parse("2001:db8::2");
    private static final Octets NONE = Octets.zeros(4);

    private IpRequests requests;

    @BeforeEach
    void open() throws NetlinkException {
        requests = IpRequests.among(LinkSpec.named("vb").index(DEVICE).kind(new Veth()));
    }

    @AfterEach
    void close() {
        requests.close();
    }

    private static Arguments kind(String command, ActionKind<?> kind) {
        return Arguments.of(command, Action.of(kind));
    }

    /** Moves an attribute behind the others: tc writes the parameters of some kinds last, which means nothing. */
    private static <K extends ActionKind<K>> K last(K kind, int number) {
        return kind.over(kind.data().without(number).with(number, kind.data().payload(number).orElseThrow()));
    }

    /** Commands and our specs of what they make. */
    public static Stream<Arguments> created() {
        return Stream.of(
                kind("gact drop index 1", new Gact(ControlAction.DROP).index(1)),
                Arguments.of("gact pass index 2 cookie 0011", Action.of(new Gact(ControlAction.PASS).index(2)).cookie(Octets.parse("0011"))),
                Arguments.of("gact pipe no_percpu", Action.of(new Gact(ControlAction.PIPE)).flags(TcaAct.TCA_ACT_FLAGS_NO_PERCPU_STATS)),
                Arguments.of("gact reclassify skip_hw", Action.of(new Gact(ControlAction.RECLASSIFY)).flags(TcaAct.TCA_ACT_FLAGS_SKIP_HW)),
                kind("gact continue", new Gact(ControlAction.CONTINUE)),
                kind("gact trap", new Gact(ControlAction.TRAP)),
                kind("gact goto chain 42", new Gact(ControlAction.gotoChain(42))),
                kind("gact jump 2", new Gact(ControlAction.jump(2))),
                kind("gact drop random determ pass 5", new Gact(ControlAction.DROP).every(5, ControlAction.PASS)),
                kind("gact drop random netrand pipe 5 index 3", new Gact(ControlAction.DROP).oneOf(5, ControlAction.PIPE).index(3)),
                kind("mirred egress redirect dev vb", Mirred.redirect(DEVICE)),
                kind("mirred egress mirror dev vb index 2", Mirred.mirror(DEVICE).index(2)),
                kind("mirred ingress redirect dev vb", Mirred.redirectIngress(DEVICE)),
                kind("mirred ingress mirror dev vb pass", Mirred.mirrorIngress(DEVICE).control(ControlAction.PASS)),
                Arguments.of("mirred egress mirror dev vb hw_stats disabled", Action.of(Mirred.mirror(DEVICE)).hardwareStatistics(0)),
                Arguments.of("mirred egress mirror dev vb hw_stats immediate",
                        Action.of(Mirred.mirror(DEVICE)).hardwareStatistics(TcaAct.TCA_ACT_HW_STATS_IMMEDIATE)),
                kind("police rate 1mbit burst 100k", Police.bytes(125_000, 102_400)),
                kind("police rate 40gbit burst 10m mtu 2000 conform-exceed drop/pipe index 2",
                        Police.bytes(5_000_000_000L, 10 << 20).largest(2000).control(ControlAction.DROP).conforming(ControlAction.PIPE).index(2)),
                kind("police rate 1mbit burst 100k peakrate 2mbit mtu 64k conform-exceed continue/pass",
                        Police.bytes(125_000, 102_400).largest(65_536).peak(250_000).control(ControlAction.CONTINUE)), // to let pass is the default
                kind("police rate 80gbit burst 1m peakrate 90gbit mtu 64k",
                        Police.bytes(10_000_000_000L, 1 << 20).largest(65_536).peak(11_250_000_000L)),
                kind("police pkts_rate 1000 pkts_burst 200 conform-exceed drop", Police.packets(1000, 200).control(ControlAction.DROP)),
                kind("skbedit priority 1:2 index 1", new Skbedit().priority(TcHandle.of(1, 2)).index(1)),
                kind("skbedit mark 0x15/0xff", new Skbedit().mark(0x15).markMask(0xff)),
                kind("skbedit queue_mapping 3", new Skbedit().queue(3)),
                kind("skbedit ptype host pass", new Skbedit().packetType(0).control(ControlAction.PASS)),
                kind("skbedit inheritdsfield", new Skbedit().inheritDsField()),
                kind("vlan pop", Vlan.pop()),
                kind("vlan push id 5", Vlan.push(5)),
                kind("vlan push protocol 802.1ad id 5 priority 3 pass",
                        Vlan.push(5).protocol(EtherType.PROVIDER_VLAN).priority(3).control(ControlAction.PASS)),
                kind("vlan modify id 6 protocol 802.1q priority 2", Vlan.modify(6).protocol(EtherType.VLAN).priority(2)),
                kind("vlan push_eth dst_mac " + A + " src_mac " + B, Vlan.pushEthernet(A, B)),
                kind("vlan pop_eth", Vlan.popEthernet()),
                kind("pedit munge offset 12 u32 set 0x0a000001",
                        Pedit.of(List.of(PeditKey.set(TCA_PEDIT_KEY_EX_HDR_TYPE_NETWORK, 12, Octets.parse("0a000001"), NONE)))),
                kind("pedit munge ip ttl set 5 pipe index 2",
                        Pedit.of(List.of(PeditKey.set(TCA_PEDIT_KEY_EX_HDR_TYPE_NETWORK, 8, Octets.parse("05000000"), Octets.parse("00ffffff"))))
                                .control(ControlAction.PIPE).index(2)),
                kind("pedit ex munge ip ttl add 0xff munge eth dst set 02:00:00:00:00:09",
                        Pedit.of(List.of(
                                PeditKey.add(TCA_PEDIT_KEY_EX_HDR_TYPE_IP4, 8, Octets.parse("ff000000"), Octets.parse("00ffffff")),
                                PeditKey.set(TCA_PEDIT_KEY_EX_HDR_TYPE_ETH, 0, Octets.parse("02000000"), NONE),
                                PeditKey.set(TCA_PEDIT_KEY_EX_HDR_TYPE_ETH, 4, Octets.parse("00090000"), Octets.parse("0000ffff"))))),
                kind("tunnel_key set src_ip 10.0.0.1 dst_ip 10.0.0.2 id 5 dst_port 4789",
                        last(TunnelKey.set(FOUR, FOUR_TOO).id(5).port(4789).checksum(true), TcaTunnelKey.TCA_TUNNEL_KEY_PARMS)),
                kind("tunnel_key unset pass", last(TunnelKey.unset().control(ControlAction.PASS).checksum(true), TcaTunnelKey.TCA_TUNNEL_KEY_PARMS)),
                kind("tunnel_key set src_ip 2001:db8::1 dst_ip 2001:db8::2 id 5 tos 0x10 ttl 64 csum",
                        last(TunnelKey.set(SIX, SIX_TOO).id(5).service(16).timeToLive(64).checksum(true), TcaTunnelKey.TCA_TUNNEL_KEY_PARMS)),
                kind("tunnel_key set src_ip 10.0.0.1 dst_ip 10.0.0.2 id 6 nocsum",
                        last(TunnelKey.set(FOUR, FOUR_TOO).id(6).checksum(false), TcaTunnelKey.TCA_TUNNEL_KEY_PARMS)),
                kind("ct", Ct.track()),
                kind("ct commit force zone 5 mark 1/0xff",
                        last(last(Ct.commit().force().zone(5).mark(1, 0xff), TcaCt.TCA_CT_ACTION), TcaCt.TCA_CT_PARMS)),
                kind("ct clear", Ct.clear()),
                kind("ct commit nat src addr 10.0.0.1-10.0.0.2 port 100-200",
                        last(last(Ct.commit().translateSource().addresses(FOUR, FOUR_TOO).ports(100, 200), TcaCt.TCA_CT_ACTION),
                                TcaCt.TCA_CT_PARMS)),
                kind("ct nat pipe", Ct.track().translate()),
                kind("csum ip4h and tcp", new OtherAction("csum").withField(TcaCsum.TCA_CSUM_PARMS, "update_flags",
                        TcaCsum.TCA_CSUM_UPDATE_FLAG_IPV4HDR | TcaCsum.TCA_CSUM_UPDATE_FLAG_TCP)),
                kind("sample rate 100 group 5", new OtherAction("sample").control(ControlAction.PIPE)
                        .with(TcaSample.TCA_SAMPLE_RATE, 100).with(TcaSample.TCA_SAMPLE_PSAMPLE_GROUP, 5)),
                kind("connmark zone 3", new OtherAction("connmark").control(ControlAction.PIPE)
                        .withField(TcaConnmark.TCA_CONNMARK_PARMS, "zone", 3)),
                kind("mpls push label 99 tc 3 ttl 7", new OtherAction("mpls").control(ControlAction.PIPE)
                        .withField(TcaMpls.TCA_MPLS_PARMS, "m_action", TcaMpls.TCA_MPLS_ACT_PUSH).with(TcaMpls.TCA_MPLS_LABEL, 99)
                        .with(TcaMpls.TCA_MPLS_TC, 3).with(TcaMpls.TCA_MPLS_TTL, 7)),
                kind("skbmod swap mac", new OtherAction("skbmod").control(ControlAction.PIPE)
                        .withField(TcaSkbmod.TCA_SKBMOD_PARMS, "flags", TcaSkbmod.SKBMOD_F_SWAPMAC)));
    }

    @ParameterizedTest
    @MethodSource("created")
    void createsAsTcDoes(String command, Action action) {
        requests.same("tc actions add action " + command, RTM_NEWACTION, NEW, ActionMessage.of(List.of(action)));
    }

    @Test
    void replacesAsTcDoes() {
        requests.same("tc actions replace action gact drop index 5", RTM_NEWACTION, CHANGE | NLM_F_CREATE | NLM_F_REPLACE,
                ActionMessage.of(List.of(Action.of(new Gact(ControlAction.DROP).index(5)))));
    }

    @Test
    void createsManyAsTcDoes() {
        requests.same("tc actions add action gact drop index 5 action mirred egress mirror dev vb", RTM_NEWACTION, NEW,
                ActionMessage.of(List.of(Action.of(new Gact(ControlAction.DROP).index(5)), Action.of(Mirred.mirror(DEVICE)))));
    }

    @Test
    void asksAsTcDoes() {
        requests.same("tc actions list action mirred", RTM_GETACTION, NLM_F_REQUEST | NLM_F_DUMP, Actions.listing("mirred"));
        requests.same("tc actions list action gact since 100", RTM_GETACTION, NLM_F_REQUEST | NLM_F_DUMP,
                Actions.listing("gact", Duration.ofMillis(100)));
        requests.same("tc actions get action mirred index 5", RTM_GETACTION, NLM_F_REQUEST, Actions.naming("mirred", 5));
    }

    @Test
    void deletesAsTcDoes() {
        requests.same("tc actions del action mirred index 5", RTM_DELACTION, CHANGE, Actions.naming("mirred", 5));
        requests.same("tc actions flush action mirred", RTM_DELACTION, CHANGE | NLM_F_ROOT, Actions.listing("mirred"));
    }
}
