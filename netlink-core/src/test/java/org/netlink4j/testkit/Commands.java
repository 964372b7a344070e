package org.netlink4j.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs external commands: here, or inside a network namespace. A command that does not end in time is killed with all that it
 * started.
 *
 * {@snippet :
 * Commands.inside("/run/netns/a").run("ip", "-j", "link");
 * }
 */
public final class Commands {
    /** How long a command may take; longer where a machine is slow: {@code -Dnetlink4j.command.seconds=200}. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(Integer.getInteger("netlink4j.command.seconds", 20));

    private final List<String> prefix;
    private final Duration timeout;

    private Commands(List<String> prefix, Duration timeout) {
        this.prefix = prefix;
        this.timeout = timeout;
    }

    /** Commands in this process's own namespaces. */
    public static Commands here() {
        return new Commands(List.of(), DEFAULT_TIMEOUT);
    }

    /** Commands in the network namespace that a path names; the path must mean the same to another process. */
    public static Commands inside(String networkNamespace) {
        return new Commands(List.of("nsenter", "--net=" + networkNamespace), DEFAULT_TIMEOUT);
    }

    /** The same with a {@code /sys} that shows the devices of the network namespace, in a mount namespace of its own. */
    public Commands withFreshSys() {
        List<String> longer = new ArrayList<>(prefix);
        longer.addAll(List.of("unshare", "--mount", "sh", "-c", "mount -t sysfs sysfs /sys && exec \"$@\"", "sh"));
        return new Commands(List.copyOf(longer), timeout);
    }

    /** The same with another timeout. */
    public Commands within(Duration longest) {
        return new Commands(prefix, longest);
    }

    /** What a command left behind. */
    public record Result(List<String> command, int exitCode, String output, String errors) {
        @Override
        public String toString() {
            return "\"" + String.join(" ", command) + "\" ended with " + exitCode
                    + (output.isBlank() ? "" : "\n  output: " + output.strip())
                    + (errors.isBlank() ? "" : "\n  errors: " + errors.strip());
        }
    }

    /** Runs a command that must succeed, and gives its output. */
    public String run(String... command) {
        Result result = attempt(command);
        if (result.exitCode != 0) {
            throw new AssertionError(result.toString());
        }
        return result.output;
    }

    /** Runs a command that may fail. */
    public Result attempt(String... command) {
        List<String> full = Stream.concat(prefix.stream(), Stream.of(command)).toList();
        try {
            // Files and not pipes: a grandchild that keeps a pipe open could block the reader for ever.
            Path output = Files.createTempFile("command", ".out");
            Path errors = Files.createTempFile("command", ".err");
            try {
                int exitCode = waitFor(full, output.toFile(), errors.toFile());
                return new Result(full, exitCode, Files.readString(output), Files.readString(errors));
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new AssertionError("cannot run \"" + String.join(" ", full) + "\": " + e.getMessage(), e);
        }
    }

    private int waitFor(List<String> command, File output, File errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output).redirectError(errors);
        builder.environment().put("LC_ALL", "C"); // messages are compared and parsed
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                return process.exitValue();
            }
            throw new AssertionError("\"" + String.join(" ", command) + "\" did not end within " + timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while \"" + String.join(" ", command) + "\" ran", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Whether a command is installed, as far as {@code PATH} tells. */
    public static boolean isInstalled(String command) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/sbin"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }
}
