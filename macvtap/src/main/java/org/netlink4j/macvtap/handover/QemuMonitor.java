package org.netlink4j.macvtap.handover;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.io.UnixStream;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.macvtap.io.MacvtapBuild;

/**
 * QEMU's machine protocol (QMP) over its unix socket, as far as queues need it: a queue is handed over under a name, by which
 * {@code netdev_add} then takes it. One thread at a time.
 */
public final class QemuMonitor implements AutoCloseable {
    /** The first member of a reply says what it is. */
    private static final Pattern REPLY = Pattern.compile("^\\s*\\{\\s*\"(return|error|QMP|timestamp|event)\"");

    private final UnixStream stream;
    private final Duration patience;
    private final StringBuilder unread = new StringBuilder();

    private QemuMonitor(UnixStream stream, Duration patience) {
        this.stream = stream;
        this.patience = patience;
    }

    /**
     * Connects and agrees on the protocol.
     *
     * @param path the file of QEMU's socket, of {@code -qmp unix:FILE,server=on,wait=off}
     * @param patience how long to wait for each reply
     * @return the connection, to be closed
     * @throws org.netlink4j.core.NotSupportedException in a build without macvtap
     * @throws IOException if nobody answers, or not as QEMU does
     */
    public static QemuMonitor connect(Path path, Duration patience) throws IOException {
        MacvtapBuild.require();
        QemuMonitor monitor = new QemuMonitor(UnixStream.connect(path), patience);
        try {
            String greeting = monitor.line(System.nanoTime() + patience.toNanos());
            if (!"QMP".equals(kind(greeting))) {
                throw new IOException(path + " is no monitor of QEMU: " + greeting);
            }
            monitor.execute("qmp_capabilities", Map.of());
            return monitor;
        } catch (Throwable t) {
            monitor.close();
            throw t;
        }
    }

    private static String kind(String line) {
        Matcher reply = REPLY.matcher(line);
        return reply.find() ? reply.group(1) : "";
    }

    /**
     * Hands a queue over. QEMU closes it when the name is used again, or by {@code closefd}.
     *
     * @param name by which QEMU knows it then, not beginning with a digit
     * @param queue the queue, which stays open here, too
     * @throws IOException if QEMU refuses, or does not answer
     */
    public void getfd(String name, TapQueue queue) throws IOException {
        execute("getfd", Map.of("fdname", name), List.of(queue.descriptor()));
    }

    /**
     * Executes any command.
     *
     * @param command its name, for example {@code "netdev_add"}
     * @param arguments its arguments: texts, numbers, truth values, lists and maps of such
     * @return what QEMU says, a line of JSON
     * @throws IOException if QEMU refuses, or does not answer
     */
    public String execute(String command, Map<String, Object> arguments) throws IOException {
        return execute(command, arguments, List.of());
    }

    private String execute(String command, Map<String, Object> arguments, List<Integer> descriptors) throws IOException {
        String request = new JsonWriter().tree(Map.of("execute", command, "arguments", arguments)) + "\n";
        long deadline = System.nanoTime() + patience.toNanos();
        stream.send(Octets.of(request.getBytes(StandardCharsets.UTF_8)), descriptors, deadline);
        while (true) {
            String line = line(deadline);
            switch (kind(line)) {
                case "return" -> {
                    return line;
                }
                case "error" -> throw new IOException("QEMU refuses " + command + ": " + line.strip());
                default -> {} // an event
            }
        }
    }

    private String line(long deadline) throws NetlinkException {
        int end;
        while ((end = unread.indexOf("\n")) < 0) {
            UnixStream.Received received = stream.receive(deadline);
            if (received.bytes().length() == 0) {
                throw new ClosedException("QEMU closed its monitor");
            }
            // QEMU escapes all but ASCII, so no character is cut in two
            unread.append(new String(received.bytes().toArray(), StandardCharsets.ISO_8859_1));
        }
        String line = unread.substring(0, end);
        unread.delete(0, end + 1);
        return line;
    }

    /** Closes the connection. May be called again. */
    @Override
    public void close() {
        stream.close();
    }
}
