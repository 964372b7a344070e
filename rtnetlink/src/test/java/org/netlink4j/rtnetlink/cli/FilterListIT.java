package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** {@code rtnl filter list}, {@code action list} and {@code chain list} against {@code tc -json -details}. */
@KernelTest
@NeedsCommand({"tc", "ip"})
class FilterListIT {
    private NetworkNamespace namespace;
    private Commands inside;
    private IpComparison comparison;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        inside = Commands.inside(namespace.path().toString());
        comparison = ExplainedDifferences.FILTERS.in(namespace);
        run("ip link add name va type veth peer name vb");
        run("tc qdisc add dev va clsact");
        run("tc qdisc add dev vb root handle 1: htb");
        run("tc qdisc add dev vb ingress_block 22 ingress");
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    private void run(String command) {
        inside.run(command.split(" "));
    }

    /** Skips if the kernel does not have what is wanted. */
    private void attempt(String command) {
        Commands.Result result = inside.attempt(command.split(" "));
        Assumptions.assumeFalse(result.errors().contains("not found") || result.errors().contains("Failed to load"),
                () -> "this kernel lacks it: " + result);
        assertEquals(0, result.exitCode(), result::toString);
    }

    private static List<String> words(String command) {
        return List.of(command.split(" "));
    }

    private Object same(String ours, String theirs) throws NetlinkException {
        return comparison.same(words(ours + " --json"), words("tc -json -details " + theirs));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "protocol ip u32 match ip src 10.0.0.0/8 classid 1:1",
        "protocol ip chain 7 u32 match ip src 10.0.0.0/8 action mirred egress redirect dev vb cookie aabb action mirred egress mirror dev va",
        "protocol ip handle 7: u32 divisor 16",
        "protocol all bpf bytecode 1,6_0_0_4294967295 flowid 1:1 skip_hw",
        "protocol all matchall action gact goto chain 5",
        "protocol ip flower src_ip 10.0.0.1 dst_ip 10.1.0.0/16 ip_proto tcp src_port 80 dst_port 100-200 action gact drop",
        "protocol ip flower ip_proto udp src_port 5/0xf ip_tos 0x10/0xfc ip_flags nofrag ct_state +trk-new classid 1:2",
        "protocol 802.1q flower vlan_id 5 vlan_prio 3 vlan_ethtype ipv4 src_ip 10.0.0.1 dst_mac 02:00:00:00:00:00/ff:ff:00:00:00:00",
        "protocol ip flower enc_src_ip 10.0.0.1 enc_dst_ip 10.0.0.0/8 enc_key_id 5 enc_dst_port 4789 action tunnel_key unset action vlan pop"
    })
    void printsFiltersAsTcDoes(String filter) throws NetlinkException {
        String[] words = ("tc filter add dev va ingress pref 7 " + filter).split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace('_', words[i].startsWith("1,") ? ' ' : '_');
        }
        Commands.Result result = inside.attempt(words);
        Assumptions.assumeFalse(result.exitCode() != 0 && result.errors().contains("not found"), () -> "this kernel lacks it: " + result);
        assertEquals(0, result.exitCode(), result::toString);
        Object printed = same("filter list --dev va --parent ingress", "filter show dev va ingress");
        assertTrue(((List<?>) printed).size() >= 2, printed::toString);
        same("filter list --dev va --parent egress", "filter show dev va egress");
        String counted = comparison.rtnl("filter", "list", "--dev", "va", "--parent", "ingress", "--statistics", "--json").output();
        assertEquals(filter.contains("action"), counted.contains("\"installed\":"), counted);
    }

    @Test
    void printsWhereTheyHangAsTcDoes() throws NetlinkException {
        run("tc filter add dev vb parent 1: protocol ip pref 5 u32 match ip src 10.0.0.0/8 flowid 1:7");
        run("tc filter add block 22 protocol ip pref 5 u32 match ip dst 10.0.0.0/8");
        run("tc filter add dev va egress chain 3 protocol ip pref 5 u32 match ip dst 10.0.0.0/8");
        same("filter list --dev vb", "filter show dev vb");
        same("filter list --dev vb --parent 1:", "filter show dev vb parent 1:");
        same("filter list --block 22", "filter show block 22");
        same("filter list --dev va --parent egress --chain 3", "filter show dev va egress chain 3");
        same("chain list --block 22", "chain show block 22");
        run("tc chain add dev va egress chain 9");
        same("chain list --dev va --parent egress", "chain show dev va egress");
        String all = comparison.rtnl("filter", "list", "--dev", "va", "--all", "--json").output();
        assertTrue(all.contains("\"egress\":true"), all);
    }

    @Test
    void printsChainsWithTemplatesAsTcDoes() throws NetlinkException {
        attempt("tc chain add dev va egress protocol ip chain 8 flower src_ip 0.0.0.0/8");
        same("chain list --dev va --parent egress", "chain show dev va egress");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "mirred egress redirect dev vb index 5 cookie c0ffee no_percpu", "mirred ingress mirror dev va hw_stats immediate",
        "gact drop random determ pass 5", "police rate 1mbit burst 100k conform-exceed drop", "skbedit mark 0x15/0xff priority 1:2",
        "vlan push id 5 protocol 802.1ad priority 3", "pedit ex munge ip ttl set 5 munge tcp dport set 80",
        "tunnel_key set src_ip 10.0.0.1 dst_ip 10.0.0.2 id 5 nocsum", "ct commit zone 5 mark 1/0xff nat src addr 10.0.0.1-10.0.0.5",
        "csum ip4h and tcp", "sample rate 100 group 5", "mpls push label 99", "connmark zone 3"
    })
    void printsActionsAsTcDoes(String action) throws NetlinkException {
        String kind = action.split(" ")[0];
        Commands.Result result = inside.attempt(("tc actions add action " + action).split(" "));
        Assumptions.assumeTrue(result.exitCode() == 0, () -> "this kernel lacks it: " + result);
        Object printed = same("action list " + kind, "actions list action " + kind);
        assertEquals(2, ((List<?>) printed).size(), printed::toString);
        assertTrue(((List<?>) printed).getLast() instanceof Map<?, ?>);
    }

    @Test
    void printsTablesForPeople() throws NetlinkException {
        run("tc filter add dev va ingress protocol ip pref 5 u32 match ip src 10.0.0.0/8 action mirred egress mirror dev vb index 4");
        List<String> actions = lines("action", "list", "mirred");
        assertEquals("KIND INDEX CONTROL_ACTION REF BIND", actions.getFirst());
        assertEquals("mirred 4 pipe 1 1", actions.getLast());
        List<String> filters = lines("filter", "list", "--dev", "va", "--parent", "ingress");
        assertEquals("PARENT CHAIN PROTOCOL PREF KIND OPTIONS", filters.getFirst());
        assertTrue(filters.getLast().startsWith("- 0 ip 5 u32 800::800"), filters::toString);
        assertEquals(2, comparison.rtnl("filter", "list").status());
        assertEquals(2, comparison.rtnl("filter", "list", "--dev", "va", "--block", "3").status());
        assertEquals(2, comparison.rtnl("filter", "list", "--block", "3", "--all").status());
        assertEquals(1, lines("filter", "list", "--block", "3").size(), "no such block");
    }

    private List<String> lines(String... command) throws NetlinkException {
        return comparison.rtnl(command).output().lines().map(line -> line.replaceAll(" +", " ").strip()).toList();
    }
}
