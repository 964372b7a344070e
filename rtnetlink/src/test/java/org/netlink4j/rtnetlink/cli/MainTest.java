package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.link.LinkGroup;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String line) {
        return Main.PROGRAM.run(
                line.isEmpty() ? List.of() : List.of(line.split(" ")),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void helps() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("usage: rtnl COMMAND"));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "link", "link show", "list", "link list dev", "link list a b", "link list --jason", "link list --json --json",
        "link list dev a b", "link list a-name-of-sixteen",
        "addr", "addr list a b", "addr list dev", "addr list --all", "neigh list v0", "neigh list --proxies", "rule list -4", "rule list 7",
        "route list v0", "route list -4 -6", "route list --table nowhere", "route list --type none-such", "nexthop list 1",
        "nexthop list --proto nobody", "nexthop list --dev",
        "mdb list br0", "mdb list --vid 0", "mdb list --stats --stats",
        "vlan list br0", "vlan list --vid 0", "vlan list --tunnels --global", "vlan list --dev",
        "fdb list v0", "fdb list --vlan", "fdb list --vlan 4095", "fdb list --vlan x", "fdb list --state young",
        "monitor list", "monitor link addres", "monitor --receive-buffer", "monitor --receive-buffer 1k", "monitor --receive-buffer -1",
        "ntable list inet", "netconf list v0", "netns list 0", "netns list --target-nsid", "netns list --target-nsid -1", "stats list a b",
        "addrlabel list v0", "dcb list v0", "dcb list --dev", "link list --timeout", "link list --timeout 0", "addr list --timeout 1.5", "qdisc list --timeout 86401",
        "decode", "decode a b", "decode --jason", "decode 00 --json --json"
    })
    void refusesWrongUsage(String line) {
        assertEquals(2, run(line));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("rtnl: "));
    }

    @Test
    void everyCommandHelps() {
        assertEquals(0, run("link list --help"));
        for (String command : Main.PROGRAM.commands().keySet()) {
            out.reset();
            assertEquals(0, run(command + " -h"));
            String help = out.toString(StandardCharsets.UTF_8);
            assertTrue(help.startsWith("usage: rtnl " + command), help);
        }
    }

    @Test
    void readsTheNameOfALink() {
        assertEquals(Optional.empty(), LinkList.name(List.of()));
        assertEquals(Optional.of("v0"), LinkList.name(List.of("v0")));
        assertEquals(Optional.of("v0"), LinkList.name(List.of("dev", "v0")));
        assertEquals(Optional.of("dev"), LinkList.name(List.of("dev", "dev")));
    }

    @Test
    void aListMayTakeFiveSecondsOrWhatIsSaid() {
        assertEquals(Duration.ofSeconds(5), OptionValues.timeout(new Arguments(List.of(), Set.of(), Map.of())));
        assertEquals(Duration.ofSeconds(70), OptionValues.timeout(new Arguments(List.of(), Set.of(), Map.of("--timeout", "70"))));
    }

    @Test
    void knowsNamesOfGroups() {
        GroupNames names = GroupNames.of(List.of("# device group names", "0\tdefault", " 0x10  hex name", "x y", "7", ""));
        assertEquals("default", names.name(new LinkGroup(0)));
        assertEquals("hex", names.name(new LinkGroup(16)));
        assertEquals("7", names.name(new LinkGroup(7)));
        assertEquals("4294967295", names.name(new LinkGroup(0xffffffffL)));
    }
}
