package org.netlink4j.macvtap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.RootTest;
import org.netlink4j.testkit.StrictJson;

/** {@code macvtapctl demo} by its launcher. */
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class DemoIT {
    private static final Commands HERE = Commands.here().within(MacvtapctlIT.LONG);
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all");

    /** Builds what is not up to date, so that what is timed or runs as another user need not. */
    @BeforeAll
    static void build() {
        HERE.run(MacvtapctlIT.MACVTAPCTL, "--help");
    }

    private static List<?> steps(Commands.Result result) {
        assertEquals(0, result.exitCode(), result::toString);
        return (List<?>) ((Map<?, ?>) StrictJson.parse(result.output())).get("steps");
    }

    private static List<String> all(String what, List<?> steps) {
        return steps.stream()
                .flatMap(step -> ((List<?>) ((Map<?, ?>) step).get(what)).stream())
                .map(Object::toString)
                .toList();
    }

    private static void assertTold(List<?> steps) {
        List<String> results = all("results", steps);
        assertEquals(4, results.stream().filter(result -> result.startsWith("60 bytes from ")).count(), results::toString);
        assertTrue(results.stream().anyMatch(result -> result.contains("EADDRINUSE") || result.contains("EBUSY")));
        assertTrue(results.contains("macvtap0 is still up"));
        assertEquals("macvtaps that are left: 0", results.getLast());
        assertEquals(2, results.stream().filter(result -> result.endsWith("all that by way of: built-in")).count());
        assertTrue(results.contains("the switch lists 0 VSIs; all that by way of: lldpad")
                || results.contains("left out: the command lldpad is not installed"), results::toString);
    }

    private static void assertNothingLeft() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (!taps().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(10); // the kernel takes a namespace down a little after its last user
        }
        assertEquals(List.of(), taps());
    }

    private static List<Path> taps() throws IOException {
        try (Stream<Path> nodes = Files.list(Path.of("/dev"))) {
            return nodes.filter(node -> node.getFileName().toString().matches("tap.*|\\.netlink4j.*")).toList();
        }
    }

    @Test
    @RootTest
    void rootSeesAllOfIt() throws Exception {
        List<?> steps = steps(HERE.attempt(MacvtapctlIT.MACVTAPCTL, "demo", "--json"));
        assertTold(steps);
        assertEquals(List.of(), all("cannot", steps));
        assertNothingLeft();
    }

    @Test
    @KernelTest
    void verboseShowsTheMessages() {
        List<String> messages = all("messages", steps(HERE.attempt(MacvtapctlIT.MACVTAPCTL, "demo", "--verbose", "--json")));
        assertTrue(messages.stream().anyMatch(m -> m.startsWith("sent RTM_NEWLINK") && m.contains("\"macvtap\"")));
        assertTrue(messages.stream().anyMatch(m -> m.startsWith("received NLMSG_ERROR") && m.contains("EADDRINUSE")));

        Commands.Result plain = HERE.attempt(MacvtapctlIT.MACVTAPCTL, "demo", "--verbose");
        assertTrue(plain.output().contains("\n      sent RTM_DELLINK"), plain::toString);
    }

    @Test
    @KernelTest
    void framesGoBothWaysWhoeverRunsIt() {
        assertTold(steps(HERE.attempt(MacvtapctlIT.MACVTAPCTL, "demo", "--json")));
    }

    @Test
    @RootTest
    @NeedsCommand({"setpriv", "unshare"})
    void ordinaryUserSeesAllButTheTap() throws Exception {
        List<String> test = new ArrayList<>(AS_NOBODY);
        test.addAll(List.of("sh", "-c", "cd / && test -x '" + MacvtapctlIT.MACVTAPCTL + "'"));
        Assumptions.assumeTrue(
                HERE.attempt(test.toArray(String[]::new)).exitCode() == 0, "an ordinary user cannot read this directory");

        List<String> command = new ArrayList<>(AS_NOBODY);
        command.addAll(List.of(MacvtapctlIT.MACVTAPCTL, "demo", "--json"));
        List<?> steps = steps(HERE.attempt(command.toArray(String[]::new)));
        assertTold(steps);
        List<String> cannot = all("cannot", steps);
        assertEquals(1, cannot.size());
        assertTrue(cannot.getFirst().contains("EACCES") || cannot.getFirst().contains("EPERM"), cannot::toString);
        assertNothingLeft();
    }

    @ParameterizedTest
    @KernelTest
    @ValueSource(strings = {"INT", "TERM", "KILL"})
    void signalsLeaveNothingBehind(String signal) throws Exception {
        for (int lines : new int[] {1, 6, 8}) {
            Process demo = new ProcessBuilder(MacvtapctlIT.MACVTAPCTL, "demo").redirectErrorStream(true).start();
            try (BufferedReader output = demo.inputReader()) {
                for (int i = 0; i < lines; i++) {
                    output.readLine();
                }
                HERE.attempt("kill", "-s", signal, Long.toString(demo.pid()));
                assertTrue(demo.waitFor(20, TimeUnit.SECONDS));
            }
            assertNothingLeft();
        }
    }
}
