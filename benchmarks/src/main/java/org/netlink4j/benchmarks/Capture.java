package org.netlink4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** A message that the kernel sent, from a resource of hexadecimal lines and comments. */
final class Capture {
    private Capture() {}

    /** Copies the message into native memory, where the sockets have theirs. */
    static MemorySegment load(String resource, Arena arena) throws IOException {
        try (InputStream in = Capture.class.getResourceAsStream(resource)) {
            String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining());
            return Lab.nativeCopy(HexFormat.of().parseHex(hex), arena);
        }
    }
}
