package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** {@code rtnl rule list --json} against {@code ip -json -details rule show}. */
@KernelTest
@NeedsCommand("ip")
class RuleListIT {
    private NetworkNamespace namespace;
    private IpComparison comparison;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        comparison = new IpComparison(namespace);
        List.of(
                "rule add pref 4 from 10.0.0.0/8 to 11.0.0.0/8 iif lo oif vx tos 0x10 fwmark 1/0xff table 1000 uidrange 0-0 "
                        + "ipproto tcp sport 10 dport 5-9 suppress_prefixlength 3 suppress_ifgroup 5 protocol 7",
                "rule add pref 5 goto 32766", "rule add pref 6 goto 20000", "rule add pref 7 not from 10.0.0.1 blackhole",
                "rule add pref 8 prohibit", "rule add pref 9 unreachable", "rule add pref 10 l3mdev",
                "rule add pref 20 realms 3/4 table main tun_id 77", "rule add pref 21 nop", "rule add pref 22 realms 9 lookup local",
                "rule add pref 23 fwmark 5 lookup local protocol static iif gone ipproto udp sport 1-65534",
                "-6 rule add pref 24 from 2001:db8::/32 to 2001:db8::1 lookup 5")
                .forEach(line -> Commands.inside(namespace.path().toString()).run(("ip " + line).split(" ")));
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    @Test
    void printsAsIpDoes() throws NetlinkException {
        comparison.same(List.of("rule", "list", "--json"), List.of("ip", "-json", "-details", "rule", "show"));
        comparison.same(List.of("rule", "list", "-6", "--json"), List.of("ip", "-6", "-json", "-details", "rule", "show"));
    }

    @Test
    void printsATableForPeople() throws NetlinkException {
        List<String> lines =
                comparison.rtnl("rule", "list").output().lines().map(line -> line.replaceAll(" +", " ")).toList();
        assertEquals("PRIORITY SRC SRCLEN DST DSTLEN IIF OIF FWMARK TABLE ACTION GOTO PROTOCOL", lines.getFirst());
        assertTrue(lines.contains("7 10.0.0.1 - - - - - - - blackhole - unspec"), lines::toString);
    }
}
