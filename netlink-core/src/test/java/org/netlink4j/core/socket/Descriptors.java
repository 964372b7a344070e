package org.netlink4j.core.socket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Counts this process's descriptors of the kinds that the core opens. */
final class Descriptors {
    private Descriptors() {}

    static long open() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return all.map(Descriptors::target).filter(t -> t.startsWith("socket:") || t.contains("eventfd") || t.startsWith("net:"))
                    .count();
        }
    }

    private static String target(Path fd) {
        try {
            return Files.readSymbolicLink(fd).toString();
        } catch (IOException _) {
            return ""; // the descriptor of the listing itself
        }
    }
}
