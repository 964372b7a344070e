package org.netlink4j.lldpad.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.netlink4j.core.socket.NetworkNamespace;

/**
 * A lldpad in a network namespace, with a {@code /run} and a {@code /dev/shm} of its own, so that it neither meets nor hinders
 * another. Needs {@code CAP_SYS_ADMIN}, {@code CAP_NET_ADMIN} and {@code CAP_NET_RAW}.
 */
public final class LldpadDaemon implements AutoCloseable {
    private static final List<String> COMMANDS = List.of("lldpad", "mount", "nsenter", "rm", "setpriv", "sh", "stdbuf", "unshare");

    private static final String SCRIPT =
            "mount --bind \"$1/run\" /run && mount --bind \"$1/shm\" /dev/shm"
                    + " && exec setpriv --pdeathsig KILL stdbuf -oL lldpad -V7 -f \"$1/lldpad.conf\"";

    /**
     * Outlives us if we are killed: its input ends when nobody holds the other end any more. Signals of the terminal are not for it.
     */
    private static final String JANITOR = "trap '' HUP INT QUIT TERM; cd /; read -r _; rm -rf \"$1\"";

    private final Path directory;
    private final Process janitor;
    private final Process process;
    private final Thread lastResort;

    private LldpadDaemon(Path directory, Process janitor, Process process) {
        this.directory = directory;
        this.janitor = janitor;
        this.process = process;
        lastResort = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** {@return a command that is needed and not installed; empty if all are} */
    public static Optional<String> missing() {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
        return COMMANDS.stream()
                .filter(command -> Stream.of(path.split(":")).noneMatch(part -> Files.isExecutable(Path.of(part, command))))
                .findFirst();
    }

    /**
     * Starts one. It dies with the calling thread, even if this process is killed, and then its files are deleted.
     *
     * @param namespace where
     * @param setup what it is to do
     * @return it, to be closed; it may take seconds until it takes requests
     * @throws IOException if a command or a directory for its files is missing
     */
    public static LldpadDaemon start(NetworkNamespace namespace, LldpadSetup setup) throws IOException {
        Path directory = Files.createTempDirectory("lldpad");
        Process janitor = new ProcessBuilder("sh", "-c", JANITOR, "sh", directory.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Files.createDirectories(directory.resolve("run"));
            Files.createDirectories(directory.resolve("shm"));
            Files.writeString(directory.resolve("lldpad.conf"), setup.configuration());
            Process process = new ProcessBuilder(
                            "nsenter", "--net=" + namespace.path(), "unshare", "--mount", "sh", "-c", SCRIPT, "sh", directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            return new LldpadDaemon(directory, janitor, process);
        } catch (IOException e) {
            dismiss(janitor);
            throw e;
        }
    }

    /** {@return the file in which it leaves its process id} */
    public Path pidFile() {
        return directory.resolve("run/lldpad.pid");
    }

    /** {@return its process} */
    public Process process() {
        return process;
    }

    /**
     * What it wrote.
     *
     * @return its log
     * @throws IOException if that cannot be read
     */
    public String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    /**
     * A directory for files that are deleted with it.
     *
     * @return the directory
     */
    public Path directory() {
        return directory;
    }

    /** Kills it, without a chance to say goodbye. */
    public void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("lldpad does not die: " + process);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Kills it and deletes its files.
     *
     * @throws IOException if they cannot be deleted
     */
    @Override
    public void close() throws IOException {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException _) {
            // this process is about to end
        }
        if (dismiss(janitor) && Files.exists(directory)) {
            throw new IOException("the files of lldpad are left: " + directory);
        }
    }

    /** Lets it delete the files, and waits until it has; false if that was interrupted. */
    private static boolean dismiss(Process janitor) throws IOException {
        janitor.getOutputStream().close();
        try {
            janitor.waitFor();
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
