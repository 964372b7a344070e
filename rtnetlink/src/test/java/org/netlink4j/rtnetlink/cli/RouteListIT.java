package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.DisposableKernel;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.StrictJson;

/**
 * {@code rtnl route list --json} against {@code ip -json -details route show}, and {@code nexthop} likewise. Explained differences:
 * ip loses which metrics are locked; it prints a key of an encapsulation that the route has itself twice, and a reader keeps the
 * last; with a device it leaves out the routes with many ways.
 */
@KernelTest
@NeedsCommand("ip")
class RouteListIT {
    private static final List<String> NEEDED = List.of(
            "link add v0 type veth peer name v1", "link set v0 up", "link set v1 up", "link set lo up", "addr add 10.0.0.1/24 dev v0",
            "addr add 2001:db8::1/64 dev v0 nodad", "route add 10.5.0.0/16 via inet6 2001:db8::2 dev v0",
            "route add 10.4.0.0/16 nexthop via 10.0.0.2 dev v0 weight 3 nexthop via 10.9.0.3 dev v0 onlink weight 200",
            "-6 route add 2001:db8:5::/48 nexthop via 2001:db8::2 dev v0 weight 3 nexthop via 2001:db8::3 dev v0",
            "route add 10.6.0.0/16 via 10.0.0.2 mtu lock 1400 advmss 1000 window 1000 rtt 5ms rttvar 10ms rto_min 40ms ssthresh 4 "
                    + "cwnd lock 10 initcwnd 11 initrwnd 12 hoplimit 64 reordering 5 features ecn quickack 1 fastopen_no_cookie 1 "
                    + "congctl reno realms 3/4",
            "route add 10.3.0.0/16 via 10.0.0.2 table 1000 metric 7 rtt 1s rttvar 1s hoplimit 255 src 10.0.0.1 proto static",
            "route add blackhole 10.8.0.0/16", "route add unreachable 10.9.0.0/16", "route add prohibit 10.10.0.0/16",
            "route add throw 10.11.0.0/16", "-6 route add 2001:db8:6::/48 via 2001:db8::2 pref high expires 1000 from 2001:db8:77::/64",
            "-6 route add 2001:db8:7::/48 via 2001:db8::2 pref low  mtu lock 1300 hoplimit 9 metric 5", "-6 route add unreachable 2001:db8:8::/48",
            "-6 route add default via 2001:db8::2", "route add default via 10.0.0.2 onlink dev v0", "-6 route add ::/3 dev v0",
            "route add 0.0.0.0/1 dev v0", "route add 10.1.0.0/16 tos 0x10 via 10.0.0.2", "route add 10.1.0.0/16 tos 4 via 10.0.0.2",
            "nexthop add id 1 via 10.0.0.2 dev v0", "nexthop add id 2 via 10.0.0.3 dev v0 onlink proto static", "nexthop add id 3 blackhole",
            "nexthop add id 4 dev v0", "nexthop add id 5 via 2001:db8::2 dev v0", "nexthop add id 6 group 1,5/2,10",
            "nexthop add id 7 group 1/2,200", "nexthop add id 8 group 1/2,2 type resilient buckets 8 idle_timer 60 unbalanced_timer 300",
            "nexthop add id 9 via 10.0.0.7 fdb", "nexthop add id 10 group 9 fdb", "nexthop add id 12 group 1/5",
            "nexthop add id 15 dev v1", "route add 10.20.0.0/16 nhid 1", "route add 10.21.0.0/16 nhid 7", "route add 10.22.0.0/16 nhid 5",
            "route add 10.23.0.0/16 nhid 3", "route add 10.24.0.0/16 nhid 8", "route add 10.25.0.0/16 nhid 12",
            "-6 route add 2001:db8:9::/48 nhid 5", "route add 10.27.0.0/16 dev v0 scope link", "route add broadcast 10.32.0.0/16 dev v0",
            "route add local 10.33.0.1 dev v0", "route add multicast 239.0.0.0/8 dev v0", "-6 route add multicast ff03::/16 dev v0 table 7",
            "-6 route add anycast 2001:db8:33::1/128 dev v0", "route add 10.34.0.0/16 dev v0 proto 77 table 77 scope 77",
            "route add 10.35.0.0/16 nexthop via 10.0.0.2 dev v0 realms 5 nexthop via 10.0.0.3 dev v0 realms 3/4",
            "route add 10.36.0.0/16 nexthop via inet6 2001:db8::2 dev v0 nexthop via 10.0.0.4 dev v0");

    /** Which this kernel may lack. */
    private static final List<String> ENCAPSULATED = List.of(
            "route add 10.1.0.0/16 encap ip id 77 dst 10.0.0.9 src 10.0.0.1 tos 0x10 ttl 9 key csum seq via 10.0.0.2 dev v0",
            "route add 10.2.0.0/16 encap ip6 id 77 dst 2001:db8::9 src 2001:db8::1 tc 0x10 hoplimit 9 key seq via 10.0.0.2 dev v0",
            "route add 10.37.0.0/16 encap seg6 mode encap segs 2001:db8::5,2001:db8::6 dev v0",
            "route add 10.42.0.0/16 encap seg6 mode encap segs 2001:db8::5 hmac 5 via inet6 2001:db8::2 dev v0",
            "route add 10.26.0.0/16 nexthop via inet6 2001:db8::2 dev v0 nexthop encap ip id 4 dst 10.0.0.5 via 10.0.0.4 dev v0",
            "route add 10.38.0.0/16 encap mpls 100/200 via 10.0.0.2 dev v0", "route add 10.39.0.0/16 encap mpls 16 ttl 5 via 10.0.0.2 dev v0",
            "route add 10.40.0.0/16 encap xfrm if_id 5 dev v0", "-6 route add 2001:db8:b::/48 encap rpl segs 2001:db8::5,2001:db8::6 dev v0",
            "-6 route add 2001:db8:c::/48 encap ioam6 freq 1/3 mode encap tundst 2001:db8::9 trace prealloc type 0x800000 ns 1 size 12 dev v0",
            "-6 route add 2001:db8:d::/48 encap ioam6 trace prealloc type 0x800000 ns 1 size 12 dev v0",
            "-6 route add 2001:db8:e:1::/64 encap ila 1:2:3:4 csum-mode no-action ident-type luid dev v0",
            "-6 route add 2001:db8:3::/48 encap seg6 mode inline segs 2001:db8::5,2001:db8::6 dev v0",
            "-6 route add 2001:db8:4::/48 encap seg6 mode l2encap segs 2001:db8::5 dev v0",
            "-6 route add 2001:db8:a::/128 encap seg6local action End dev v0",
            "-6 route add 2001:db8:a::1/128 encap seg6local action End.X nh6 2001:db8::9 dev v0",
            "-6 route add 2001:db8:a::2/128 encap seg6local action End.T table 253 dev v0",
            "-6 route add 2001:db8:a::3/128 encap seg6local action End.DX2 oif v0 dev v0",
            "-6 route add 2001:db8:a::4/128 encap seg6local action End.DX4 nh4 10.0.0.9 dev v0",
            "-6 route add 2001:db8:a::5/128 encap seg6local action End.DT6 table 100 dev v0",
            "-6 route add 2001:db8:a::6/128 encap seg6local action End.B6.Encaps srh segs 2001:db8::5,2001:db8::6 dev v0",
            "-6 route add 2001:db8:a::8/128 encap seg6local action End flavors psp dev v0",
            "-6 route add 2001:db8:a::9/128 encap seg6local action End flavors psp,next-csid lblen 48 nflen 16 dev v0",
            "-6 route add 2001:db8:a::a/128 encap seg6local action End.DX6 nh6 2001:db8::9 count dev v0",
            "nexthop add id 11 encap ip id 5 dst 10.0.0.9 via 10.0.0.2 dev v0",
            "nexthop add id 13 encap seg6 mode encap segs 2001:db8::5 via 2001:db8::2 dev v0", "route add 10.28.0.0/16 nhid 11",
            "-f mpls route add 100 as 200/300 via inet 10.0.0.2 dev v0", "-f mpls route add 101 dev v0 ttl-propagate enabled",
            "-f mpls route add 102 nexthop as 300 via inet 10.0.0.2 dev v0 nexthop via inet6 2001:db8::2 dev v0");

    /** Options of tunnels, which no kernel but one in a virtual machine may be given. */
    private static final List<String> WITH_OPTIONS = List.of(
            "route add 10.50.0.0/16 table 88 encap ip id 5 dst 10.0.0.9 geneve_opts 1:2:00000003,4:5:0000000600000007 via 10.0.0.2 dev v0",
            "route add 10.51.0.0/16 table 88 encap ip id 5 dst 10.0.0.9 vxlan_opts 456 via 10.0.0.2 dev v0",
            "route add 10.52.0.0/16 table 88 encap ip id 5 dst 10.0.0.9 erspan_opts 1:123:0:0 via 10.0.0.2 dev v0",
            "route add 10.53.0.0/16 table 88 encap ip id 5 dst 10.0.0.9 erspan_opts 2:0:1:63 via 10.0.0.2 dev v0",
            "-6 route add 2001:db8:50::/48 table 88 encap ip6 id 5 dst 2001:db8::9 geneve_opts 1:2:00000003 via 2001:db8::2 dev v0",
            "-6 route add 2001:db8:51::/48 table 88 encap ip6 id 5 dst 2001:db8::9 vxlan_opts 456 via 2001:db8::2 dev v0",
            "-6 route add 2001:db8:52::/48 table 88 encap ip6 id 5 dst 2001:db8::9 erspan_opts 2:0:1:63 via 2001:db8::2 dev v0");

    /** Has the kernel check a program that lets every packet pass, and keeps it in a file, as ip wants to find it. */
    private static final String PROGRAM =
            """
            import ctypes, os, struct, sys
            LOAD, PIN, LWT_IN = 5, 6, 10
            def bpf(command, *words):
                attr = ctypes.create_string_buffer(struct.pack('=' + ''.join(kind for kind, _ in words), *(word for _, word in words)), 128)
                result = ctypes.CDLL(None, use_errno=True).syscall(321, command, attr, 128)
                if result < 0:
                    sys.exit(os.strerror(ctypes.get_errno()))
                return result
            code = ctypes.create_string_buffer(bytes.fromhex('b700000000000000' '9500000000000000'))
            licence, path = ctypes.create_string_buffer(b'GPL'), ctypes.create_string_buffer(sys.argv[1].encode())
            at = ctypes.addressof
            bpf(PIN, ('Q', at(path)), ('I', bpf(LOAD, ('I', LWT_IN), ('I', 2), ('Q', at(code)), ('Q', at(licence)))))
            """;

    private static NetworkNamespace namespace;
    private static IpComparison comparison;

    @BeforeAll
    static void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        comparison = ExplainedDifferences.ROUTES.in(namespace);
        Commands inside = Commands.inside(namespace.path().toString());
        inside.attempt("sh", "-c", "echo 1000 > /proc/sys/net/mpls/platform_labels");
        NEEDED.forEach(line -> inside.run(("ip " + line).split(" +")));
        for (String line : ENCAPSULATED) {
            Commands.Result result = inside.attempt(("ip " + line).split(" +"));
            if (result.exitCode() != 0) {
                System.out.println("this kernel lacks it: ip " + line + ": " + result.errors().strip());
            }
        }
    }

    @AfterAll
    static void close() {
        namespace.close();
    }

    private static List<String> words(String command, String arguments) {
        return Stream.of(command, arguments).flatMap(part -> Stream.of(part.split(" "))).filter(word -> !word.isEmpty()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "route list --json --table all, route show table all", "route list --json, route show", "route list -6 --json, -6 route show",
        "route list -4 --json --table all, -4 route show table all", "route list --json --table 1000, route show table 1000",
        "route list --json --table local --proto kernel, route show table local proto kernel",
        "route list --json --proto 77 --table all, route show proto 77 table all",
        "route list --json --type blackhole, route show type blackhole", "route list --json --scope link, route show scope link",
        "route list --json -6 --table 7, -6 route show table 7", "route list --json --mpls, -f mpls route show",
        "route list --json --dev v1 --table all, route show dev v1 table all", "route list --json -6 --cache, -6 route show cache",
        "nexthop list --json, nexthop show", "nexthop list --json -6, -6 nexthop show", "nexthop list --json -4, -4 nexthop show",
        "nexthop list --json --dev v1, nexthop show dev v1", "nexthop list --json --groups, nexthop show groups",
        "nexthop list --json --proto static, nexthop show proto 4"
    })
    void printsAsIpDoes(String ours, String theirs) throws NetlinkException {
        comparison.same(words(ours, ""), words("ip -json -details", theirs));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''", "--id 8, id 8", "--nhid 1, nhid 1", "--dev v0, dev v0", "--id 8 --nhid 2 --dev v0, id 8 nhid 2 dev v0"
    })
    void bucketsAreThoseOfIp(String ours, String theirs) throws NetlinkException {
        List<?> here = (List<?>) StrictJson.parse(
                comparison.rtnl(words("nexthop bucket list --json", ours).toArray(String[]::new)).output());
        List<?> there = (List<?>) StrictJson.parse(Commands.inside(namespace.path().toString())
                .run(words("ip -json -details nexthop bucket show", theirs).toArray(String[]::new)));
        assertEquals(there.stream().map(RouteListIT::withoutIdleTime).toList(), here.stream().map(RouteListIT::withoutIdleTime).toList());
        assertFalse(there.isEmpty());
        for (int i = 0; i < here.size(); i++) { // it goes on
            assertTrue(idleTime(here.get(i)).compareTo(idleTime(there.get(i))) <= 0, () -> here + " " + there);
        }
    }

    private static Map<?, ?> bucket(Object listed) {
        return (Map<?, ?>) ((Map<?, ?>) listed).get("bucket");
    }

    private static BigDecimal idleTime(Object listed) {
        return new BigDecimal(bucket(listed).get("idle_time").toString());
    }

    private static Map<Object, Object> withoutIdleTime(Object listed) {
        Map<Object, Object> bucket = new LinkedHashMap<>(bucket(listed));
        bucket.remove("idle_time");
        Map<Object, Object> rest = new LinkedHashMap<>((Map<?, ?>) listed);
        rest.put("bucket", bucket);
        return rest;
    }

    @DisposableKernel
    @ParameterizedTest
    @ValueSource(strings = {"-4", "-6"})
    void printsOptionsOfTunnelsAsIpDoes(String family) throws NetlinkException {
        Commands inside = Commands.inside(namespace.path().toString());
        List<String> lines = WITH_OPTIONS.stream().filter(line -> line.startsWith("-6") == family.equals("-6")).toList();
        lines.forEach(line -> inside.run(("ip " + line).split(" +")));
        List<?> routes = (List<?>) comparison.same(
                words("route list --json --table 88", family), words("ip -json -details", family + " route show table 88"));
        assertEquals(lines.size(), routes.size());
    }

    @DisposableKernel
    @NeedsCommand("python3")
    @Test
    void printsProgramsAsIpDoes() throws NetlinkException {
        String file = "/sys/fs/bpf/netlink4j-" + ProcessHandle.current().pid();
        Commands inside = Commands.inside(namespace.path().toString());
        inside.run("python3", "-c", PROGRAM, file);
        inside.run(("ip route add 10.54.0.0/16 table 89 encap bpf in pinned " + file + " headroom 16 via 10.0.0.2 dev v0").split(" "));
        Object routes = comparison.same(words("route list --json --table 89", ""), words("ip -json -details", "route show table 89"));
        assertTrue(routes.toString().contains("encap=bpf"), routes::toString);
    }

    @Test
    void printsATableForPeople() throws NetlinkException {
        List<String> lines =
                comparison.rtnl("route", "list", "--table", "all").output().lines().map(line -> line.replaceAll(" +", " ")).toList();
        assertEquals("TYPE DST GATEWAY DEV TABLE PROTOCOL SCOPE PREFSRC METRIC ENCAP NEXTHOPS", lines.getFirst());
        assertTrue(lines.contains("unicast 10.3.0.0/16 10.0.0.2 v0 1000 static global 10.0.0.1 7 - -"), lines::toString);
        assertTrue(comparison.rtnl("nexthop", "list").output().contains(" 1,2 200 "), () -> "no group");
    }

    @Test
    void showsWhatTheCommandOfIpLoses() throws NetlinkException {
        String output = comparison.rtnl("route", "list", "--json").output();
        assertTrue(output.contains("\"lock\":[\"mtu\",\"cwnd\",\"rto_min\"]"), output);
        assertTrue(output.contains("\"dst\":\"10.4.0.0/16\""), output);
        assertTrue(comparison.rtnl("route", "list", "--json", "--dev", "v0").output().contains("\"10.4.0.0/16\""));
    }

    @Test
    void refusesWhatItDoesNotKnow() throws NetlinkException {
        for (String arguments : List.of("--type nowhere", "--table nowhere", "--scope nowhere-at-all", "--proto nobody", "-4 -6", "more")) {
            assertEquals(2, comparison.rtnl(words("route list", arguments).toArray(String[]::new)).status(), arguments);
        }
        assertEquals(1, comparison.rtnl("route", "list", "--dev", "nowhere").status());
        assertEquals("", comparison.rtnl("route", "list", "--table", "4711", "--json").output().replaceAll("[\\[\\]\\s]", ""));
    }
}
