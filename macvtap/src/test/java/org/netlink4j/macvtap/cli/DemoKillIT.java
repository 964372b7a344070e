package org.netlink4j.macvtap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.macvtap.Jvm;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** {@code macvtapctl demo} that ends while its lldpad runs. */
@KernelTest
@NeedsCommand({"lldpad", "stdbuf", "unshare", "setpriv"})
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class DemoKillIT {
    private static final String TOLD = "lldpad runs as process ";

    /** Else the test fails. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    @ParameterizedTest
    @ValueSource(strings = {"INT", "KILL"})
    void neitherLldpadNorItsFilesAreLeft(String signal, @TempDir Path temporary) throws Exception {
        List<String> command = Jvm.command(Main.class.getName(), "demo");
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        Process demo = new ProcessBuilder(command).redirectErrorStream(true).start();
        long lldpad;
        try (BufferedReader output = demo.inputReader()) {
            lldpad = lldpad(output);
            assertEquals(1, files(temporary).size(), "or there is nothing to clean up");
            Commands.here().run("kill", "-s", signal, Long.toString(demo.pid()));
            assertTrue(demo.waitFor(30, TimeUnit.SECONDS));
        }
        long deadline = System.nanoTime() + PATIENCE;
        while ((isRunning(lldpad) || !files(temporary).isEmpty()) && deadline - System.nanoTime() > 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertFalse(isRunning(lldpad));
        assertEquals(List.of(), files(temporary));
    }

    private static long lldpad(BufferedReader output) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            all.append(line).append('\n');
            int at = line.indexOf(TOLD);
            if (at >= 0) {
                return Long.parseLong(line.substring(at + TOLD.length()));
            }
        }
        throw new AssertionError("no lldpad in: " + all);
    }

    /** A zombie runs no more. */
    private static boolean isRunning(long process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process), "stat");
        try {
            return !Files.readString(status).contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
