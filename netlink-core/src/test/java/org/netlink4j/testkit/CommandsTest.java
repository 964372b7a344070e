package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandsTest {
    @Test
    void givesTheOutput() {
        assertEquals("a b\n", Commands.here().run("echo", "a b"));
        Commands.Result result = Commands.here().attempt("sh", "-c", "echo out; echo err >&2; exit 3");
        assertEquals(3, result.exitCode());
        assertEquals("out\n", result.output());
        assertEquals("err\n", result.errors());
    }

    @Test
    void aFailureNamesTheCommandAndWhatItSaid() {
        String script = "echo oops >&2; exit 3";
        String message = assertThrows(AssertionError.class, () -> Commands.here().run("sh", "-c", script)).getMessage();
        assertEquals("\"sh -c " + script + "\" ended with 3\n  errors: oops", message);
        assertTrue(assertThrows(AssertionError.class, () -> Commands.here().run("/no/such/command")).getMessage()
                .startsWith("cannot run \"/no/such/command\""));
    }

    @Test
    void aCommandThatDoesNotEndIsKilledWithItsChildren() throws Exception {
        long start = System.nanoTime();
        Path pid = Files.createTempFile("pid", "");
        String message = assertThrows(AssertionError.class, () -> Commands.here().within(Duration.ofMillis(200))
                        .run("sh", "-c", "sleep 60 & echo $! > " + pid + "; wait")).getMessage();
        assertTrue(message.endsWith("did not end within PT0.2S"), message);
        assertTrue(System.nanoTime() - start < 10_000_000_000L);
        long child = Long.parseLong(Files.readString(pid).strip());
        Files.delete(pid);
        ProcessHandle.of(child).ifPresent(left -> left.onExit().orTimeout(5, java.util.concurrent.TimeUnit.SECONDS).join());
    }

    @Test
    void knowsWhatIsInstalled() {
        assertTrue(Commands.isInstalled("sh"));
        assertFalse(Commands.isInstalled("no-such-command"));
    }

    @KernelTest
    @NeedsCommand({"nsenter", "ip", "unshare"})
    @Test
    void runsInsideANamespace() throws Exception {
        String hold = "ip link add inside0 type veth peer name inside1; echo ready; exec sleep 60";
        Process holder = new ProcessBuilder("unshare", "--net", "sh", "-c", hold).start();
        try {
            assertEquals("ready", holder.inputReader().readLine());
            Commands inside = Commands.inside("/proc/" + holder.pid() + "/ns/net");
            assertTrue(inside.run("ip", "-o", "link").contains("inside0"));
            assertFalse(Commands.here().run("ip", "-o", "link").contains("inside0"));
            assertEquals("inside0\ninside1\nlo\n", inside.withFreshSys().run("ls", "/sys/class/net"));
            assertEquals(7, inside.withFreshSys().attempt("sh", "-c", "exit $1", "sh", "7").exitCode());
        } finally {
            holder.destroyForcibly();
        }
    }
}
