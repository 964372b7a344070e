package org.netlink4j.macvtap.cli;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.PortProfile;
import org.netlink4j.rtnetlink.Rtnetlink;

/** The command as a process of its own in a network namespace, so that it can be watched while it runs and be interrupted. */
final class CliProcess implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final Path output = Files.createTempFile("macvtapctl", ".out");
    private final Process process;

    CliProcess(NetworkNamespace namespace, String line) throws IOException {
        this(namespace, List.of(), line);
    }

    /** As somebody else, once inside. */
    CliProcess(NetworkNamespace namespace, List<String> as, String line) throws IOException {
        List<String> command = new ArrayList<>(List.of("nsenter", "--net=" + namespace.path()));
        command.addAll(as);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", classPath(),
                Main.class.getName()));
        command.addAll(List.of(line.split(" ")));
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    /** Where the classes of the four modules are. */
    private static String classPath() {
        return Stream.of(NetlinkException.class, Rtnetlink.class, PortProfile.class, Main.class)
                .map(one -> {
                    try {
                        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
                    } catch (URISyntaxException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.joining(File.pathSeparator));
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Waits for a text in the output, and gives the output. */
    String await(String text) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE;
        while (!output().contains(text)) {
            if (System.nanoTime() - deadline > 0 || !process.isAlive() && !output().contains(text)) {
                throw new AssertionError("no \"" + text + "\" in: " + output());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return output();
    }

    int awaitEnd() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE, TimeUnit.NANOSECONDS)) {
            throw new AssertionError("it does not end: " + output());
        }
        return process.exitValue();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** As Ctrl-C does it, but for the number of the signal. */
    void interrupt() {
        process.destroy();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(output);
    }
}
