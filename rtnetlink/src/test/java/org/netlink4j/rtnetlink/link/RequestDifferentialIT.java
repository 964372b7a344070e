package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_APPEND;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINKPROP;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINKPROP;
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
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Our requests are byte for byte those of {@code ip}, but for sequence number and port id. */
@KernelTest
@NeedsCommand({"ip", "strace"})
class RequestDifferentialIT {
    private static final MacAddress A = MacAddress.parse("02:00:00:00:00:0a");
    private static final MacAddress B = MacAddress.parse("02:00:00:00:00:0b");

    /** The index of v0, on which others are put. */
    private static final int LOWER = 10;

    /** The index of m0, which is changed. */
    private static final int CHANGED = 12;

    private IpRequests requests;

    @BeforeEach
    void open() throws NetlinkException {
        requests = IpRequests.among(
                LinkSpec.named("v0").index(LOWER).kind(Veth.withPeer(LinkSpec.named("v1").index(LOWER + 1))),
                LinkSpec.named("m0").index(CHANGED).lower(LOWER).kind(new Macvlan().mode(MacvlanMode.SOURCE)));
    }

    @AfterEach
    void close() {
        requests.close();
    }

    private static LinkSpec on(String name, LinkKind kind) {
        return LinkSpec.ANY.lower(LOWER).name(name).kind(kind);
    }

    static Stream<Arguments> created() {
        Stream<Arguments> modes = Stream.of("private", "vepa", "bridge", "passthru", "source").flatMap(mode -> Stream.of(
                Arguments.of("ip link add link v0 name x0 type macvtap mode " + mode,
                        on("x0", new Macvtap().mode(MacvlanMode.parse(mode)))),
                Arguments.of("ip link add link v0 name x0 type macvlan mode " + mode,
                        on("x0", new Macvlan().mode(MacvlanMode.parse(mode))))));
        return Stream.concat(modes, Stream.of(
                Arguments.of("ip link add link v0 name x0 type macvtap", on("x0", new Macvtap())),
                Arguments.of("ip link add link v0 name x0 type macvtap mode vepa bcqueuelen 500",
                        on("x0", new Macvtap().broadcastQueueLength(500).mode(MacvlanMode.VEPA))),
                Arguments.of("ip link add link v0 mtu 1400 address " + A + " name x0 type macvlan mode bridge",
                        LinkSpec.ANY.mtu(1400).address(A).lower(LOWER).name("x0")
                                .kind(new Macvlan().mode(MacvlanMode.BRIDGE))),
                Arguments.of("ip link add x0 type veth", LinkSpec.named("x0").kind(new Veth())),
                Arguments.of("ip link add x0 type veth peer name x1",
                        LinkSpec.named("x0").kind(Veth.withPeer(LinkSpec.named("x1")))),
                Arguments.of("ip link add x0 mtu 1400 type veth peer name x1 mtu 1300 address " + B,
                        LinkSpec.ANY.mtu(1400).name("x0")
                                .kind(Veth.withPeer(LinkSpec.ANY.mtu(1300).address(B).name("x1")))),
                Arguments.of("ip link add x0 type bridge", LinkSpec.named("x0").kind(new Bridge())),
                Arguments.of("ip link add x0 type bridge forward_delay 400 stp_state 1 priority 9",
                        LinkSpec.named("x0").kind(new Bridge().forwardDelay(400).spanningTree(true).priority(9))),
                Arguments.of("ip link add x0 type dummy", LinkSpec.named("x0").kind(new Dummy())),
                Arguments.of("ip link add x0 txqueuelen 7 type ifb",
                        LinkSpec.ANY.txQueueLength(7).name("x0").kind(new Ifb())),
                Arguments.of("ip link add x0 up type dummy", LinkSpec.ANY.up().name("x0").kind(new Dummy()))));
    }

    @ParameterizedTest
    @MethodSource("created")
    void createsAsIpDoes(String command, LinkSpec spec) {
        requests.same(command, RTM_NEWLINK, NEW, spec);
    }

    private static LinkSpec function(VirtualFunction.Request wanted) {
        return LinkSpec.indexed(LOWER).functions(wanted);
    }

    static Stream<Arguments> changed() {
        return Stream.of(
                Arguments.of("ip link set m0 up", LinkSpec.indexed(CHANGED).up()),
                Arguments.of("ip link set m0 down", LinkSpec.indexed(CHANGED).down()),
                Arguments.of("ip link set m0 mtu 1000", LinkSpec.indexed(CHANGED).mtu(1000)),
                Arguments.of("ip link set m0 address " + A, LinkSpec.indexed(CHANGED).address(A)),
                Arguments.of("ip link set m0 name renamed", LinkSpec.indexed(CHANGED).name("renamed")),
                Arguments.of("ip link set m0 alias text", LinkSpec.indexed(CHANGED).alias("text")),
                Arguments.of("ip link set m0 master v1", LinkSpec.indexed(CHANGED).master(LOWER + 1)),
                Arguments.of("ip link set m0 nomaster", LinkSpec.indexed(CHANGED).master(0)),
                Arguments.of("ip link set m0 protodown on", LinkSpec.indexed(CHANGED).protoDown(true)),
                Arguments.of("ip link set m0 protodown_reason 3 on", LinkSpec.indexed(CHANGED).protoDownReasons(8, 8)),
                Arguments.of("ip link set m0 gso_max_size 1000 gso_max_segs 7 gro_max_size 2000",
                        LinkSpec.indexed(CHANGED).gsoMaxSize(1000).gsoMaxSegments(7).groMaxSize(2000)),
                Arguments.of("ip link set m0 addrgenmode stable_secret", LinkSpec.indexed(CHANGED).addressGeneration(2)),
                Arguments.of("ip link set m0 xdp off",
                        LinkSpec.indexed(CHANGED).xdp(-1, IflaXdp.XDP_FLAGS_UPDATE_IF_NOEXIST)),
                Arguments.of("ip link set v0 vf 1 mac " + A, function(VirtualFunction.of(1).address(A))),
                Arguments.of("ip link set v0 vf 1 vlan 5 qos 3", function(VirtualFunction.of(1).vlan(5, 3))),
                Arguments.of("ip link set v0 vf 1 vlan 5 qos 3 proto 802.1ad",
                        function(VirtualFunction.of(1).vlan(5, 3, EtherType.PROVIDER_VLAN))),
                Arguments.of("ip link set v0 vf 1 min_tx_rate 2 max_tx_rate 258", function(VirtualFunction.of(1).rate(2, 258))),
                Arguments.of("ip link set v0 vf 1 spoofchk on trust off query_rss on state enable",
                        function(VirtualFunction.of(1).spoofCheck(true).trust(false).rssQuery(true).linkState(1))),
                Arguments.of("ip link set v0 vf 1 node_guid 00:11:22:33:44:55:66:77",
                        function(VirtualFunction.of(1).nodeGuid(0x0011223344556677L))),
                Arguments.of("ip link set v0 vf 1 port_guid 00:11:22:33:44:55:66:77",
                        function(VirtualFunction.of(1).portGuid(0x0011223344556677L))),
                Arguments.of("ip link set m0 type macvlan mode bridge",
                        LinkSpec.indexed(CHANGED).kind(new Macvlan().mode(MacvlanMode.BRIDGE))));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void changesAsIpDoes(String command, LinkSpec spec) {
        requests.same(command, RTM_NEWLINK, CHANGE, spec);
    }

    @Test
    void changesTheListOfSourcesAsIpDoes() {
        List<MacAddress> list = List.of(A, B);
        requests.same("ip link set m0 type macvlan macaddr add " + A, RTM_NEWLINK, CHANGE,
                LinkSpec.indexed(CHANGED).kind(MacvlanSources.adding(new Macvlan(), A)));
        requests.same("ip link set m0 type macvlan macaddr del " + A, RTM_NEWLINK, CHANGE,
                LinkSpec.indexed(CHANGED).kind(MacvlanSources.deleting(new Macvlan(), A)));
        requests.same("ip link set m0 type macvlan macaddr set " + A + " " + B, RTM_NEWLINK, CHANGE,
                LinkSpec.indexed(CHANGED).kind(MacvlanSources.setting(new Macvlan(), list)));
        requests.same("ip link set m0 type macvlan macaddr flush", RTM_NEWLINK, CHANGE,
                LinkSpec.indexed(CHANGED).kind(MacvlanSources.flushing(new Macvlan())));
    }

    @Test
    void deletesAsIpDoes() {
        requests.same("ip link delete m0", RTM_DELLINK, CHANGE, LinkSpec.indexed(CHANGED));
        requests.same("ip link delete group 7", RTM_DELLINK, CHANGE, LinkSpec.ANY.group(7));
    }

    @Test
    void changesAlternativeNamesAsIpDoes() {
        requests.same("ip link property add dev m0 altname abc altname defg", RTM_NEWLINKPROP, NEW | NLM_F_APPEND,
                LinkSpec.indexed(CHANGED).alternativeNames(List.of("abc", "defg")));
        requests.same("ip link property del dev m0 altname abc", RTM_DELLINKPROP, CHANGE,
                LinkSpec.indexed(CHANGED).alternativeNames(List.of("abc")));
    }
}
