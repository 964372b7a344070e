package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Deadlines and timers know the monotonic clock only: whoever sets the wall clock shortens or stretches none. */
class WallClockTest {
    private static final Pattern WALL_CLOCK = Pattern.compile(
            "currentTimeMillis|(Instant|LocalDateTime|LocalTime|ZonedDateTime|OffsetDateTime)\\.now|Clock\\.(system|tick)|new Date\\(|Calendar");

    /** They print what time it was. */
    private static final Set<String> TIME_STAMPS = Set.of("Main.java", "PcapWriter.java", "Monitor.java");

    @Test
    void tellsTheTimeOfEventsAndNothingElse() throws IOException {
        Set<String> users = new TreeSet<>();
        int read = 0;
        for (String module : List.of("netlink-core", "rtnetlink", "lldpad-proto", "macvtap")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    read++;
                    if (WALL_CLOCK.matcher(Files.readString(file)).find()) {
                        users.add(file.getFileName().toString());
                    }
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        assertTrue(read > 800, "files read: " + read);
        assertEquals(new TreeSet<>(TIME_STAMPS), users);
    }
}
