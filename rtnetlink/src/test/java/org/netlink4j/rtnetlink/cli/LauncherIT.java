package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.testkit.Commands;

/** {@code bin/rtnl}: finds a JDK, has its jars, starts the command. */
class LauncherIT {
    private static final String RTNL = Path.of("bin/rtnl").toAbsolutePath().toString();

    /** Enough for a build, should a source be newer than the jars. */
    private static final Commands HERE = Commands.here().within(Duration.ofMinutes(3));

    private static void prints(String expected, Commands.Result result) {
        assertEquals("", result.errors());
        assertEquals(0, result.exitCode());
        assertTrue(result.output().startsWith(expected), result::toString);
    }

    @Test
    void startsFromAnyDirectoryAndThroughALink(@TempDir Path directory) throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("a link"), Path.of(RTNL));
        prints("usage: rtnl", HERE.attempt("sh", "-c", "cd / && exec '" + link + "' --help"));
        prints("[{\"ifindex\":1,", HERE.attempt(link.toString(), "link", "list", "lo", "--json"));
    }

    @Test
    void passesTheExitCodeOn() {
        assertEquals(2, HERE.attempt(RTNL, "no", "such").exitCode());
        Commands.Result refused = HERE.attempt(RTNL, "link", "list", "nobody");
        assertEquals(1, refused.exitCode());
        assertEquals("rtnl: RTM_GETLINK refused: ENODEV (No such device)\n", refused.errors());
    }

    @Test
    void takesTheJdkOfJavaHomeIfItIsNewEnough(@TempDir Path old) throws IOException {
        prints("usage", HERE.attempt("env", "JAVA_HOME=" + System.getProperty("java.home"), RTNL, "--help"));
        Files.createDirectories(old.resolve("bin"));
        Path java = Files.writeString(old.resolve("bin/java"), "#!/bin/sh\necho too old\n");
        assertTrue(java.toFile().setExecutable(true));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        String others = "/usr/bin:/bin:" + System.getProperty("java.home") + "/bin";
        prints("usage", HERE.attempt("env", "JAVA_HOME=" + old, "PATH=" + others, RTNL, "--help"));
    }
}
