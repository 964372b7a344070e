package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.rtnetlink.link.LinkGroup;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String line) {
        Main main = new Main(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return main.run(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }

    @Test
    void helps() {
        assertEquals(0, run("--help"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("usage: rtnl link list"));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "link", "link show", "list", "link list dev", "link list a b", "link list --jason", "link list --json --json",
        "link list dev a b", "link list a-name-of-sixteen",
        "decode", "decode a b", "decode --jason", "decode 00 --json --json"
    })
    void refusesWrongUsage(String line) {
        assertEquals(2, run(line));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("rtnl: "));
    }

    @Test
    void readsTheCommandLine() {
        assertEquals(new LinkCommand(Optional.empty(), false), LinkCommand.parse(List.of("link", "list")));
        assertEquals(new LinkCommand(Optional.of("v0"), true), LinkCommand.parse(List.of("--json", "link", "list", "v0")));
        assertEquals(new LinkCommand(Optional.of("v0"), true), LinkCommand.parse(List.of("link", "list", "dev", "v0", "--json")));
        assertEquals(new LinkCommand(Optional.of("dev"), false), LinkCommand.parse(List.of("link", "list", "dev", "dev")));
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
