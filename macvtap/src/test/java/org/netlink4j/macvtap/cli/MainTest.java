package org.netlink4j.macvtap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.cli.Program;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String line) {
        return Main.PROGRAM.run(line.isEmpty() ? List.of() : List.of(line.split(" ")), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void helpNamesEveryCommand() {
        assertEquals(Program.DONE, run("--help"));
        for (String command : List.of("demo", "create", "delete", "list", "show", "graph", "watch", "plan", "native", "recover", "probe")) {
            assertTrue(out.toString(StandardCharsets.UTF_8).contains("\n  " + command + " "), command);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "create", "delete", "list", "show", "graph", "watch", "plan", "native", "recover", "probe",
                "vsi associate", "vsi preassociate", "vsi disassociate",
                "vsi status", "vsi watch", "evb show", "evb bridge", "evb station"})
    void everyCommandHasHelp(String command) {
        assertEquals(Program.DONE, run(command + " --help"));
        String help = out.toString(StandardCharsets.UTF_8);
        assertTrue(help.startsWith("usage: macvtapctl " + command), help);
        assertTrue(help.contains("--json"), help);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "nonsense", "create", "create a b", "create lo --mode sideways", "create lo --mac 1:2",
                "create lo --mtu many", "create lo --mtu -1", "create lo --bogus", "delete", "show", "list x", "probe x",
                "demo x", "demo --verbose 3", "plan", "plan --xml x", "plan --xml x --vm-op fly", "plan --xml x --vm-op create --index 3", "graph x", "graph --format png", "watch x", "watch --count -1", "recover", "recover --journal", "native", "native x", "native --xml", "native --xml x --first-descriptor -1",
                "vsi", "vsi fly", "vsi associate", "vsi associate lo --manager-id 1 --type-id 2", "vsi status", "vsi status a b",
                "vsi associate lo --manager-id 256 --type-id 2 --type-version 3", "evb show", "evb bridge lo --answer perhaps",
                "vsi disassociate lo --manager-id 1 --type-id 2 --type-version 3", "evb bridge lo --generation old",
                "vsi status lo --backend none", "vsi status lo --timeout soon", "evb bridge lo --answer 64"
            })
    void wrongUsage(String line) {
        assertEquals(Program.WRONG_USAGE, run(line));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        String errors = err.toString(StandardCharsets.UTF_8);
        assertTrue(errors.startsWith("macvtapctl: ") && errors.contains("--help"), errors);
    }
}
