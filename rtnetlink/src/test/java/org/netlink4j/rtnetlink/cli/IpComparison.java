package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.StrictJson;

/**
 * Compares the JSON of {@code rtnl} with that of {@code ip}, field by field.
 *
 * @param namespace where both run
 * @param onlyOurs keys that only we print, and newer versions of ip
 * @param asTheirs makes an object of ours what they print, where their JSON loses something
 */
record IpComparison(NetworkNamespace namespace, Set<String> onlyOurs, UnaryOperator<Map<?, ?>> asTheirs) {
    private static final long SECONDS_A_TIMER_MAY_RUN = 5;
    private static final Set<String> TIMERS = Set.of("valid_life_time", "preferred_life_time", "expires", "timer");

    IpComparison(NetworkNamespace namespace) {
        this(namespace, Set.of());
    }

    IpComparison(NetworkNamespace namespace, Set<String> onlyOurs) {
        this(namespace, onlyOurs, UnaryOperator.identity());
    }

    /** What a run of the command left behind. */
    record Result(int status, String output, String errors) {}

    Result rtnl(String... arguments) throws NetlinkException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = namespace.call(() -> Main.PROGRAM.run(List.of(arguments), stream(out), stream(err)));
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Fails if they differ, and gives what both are. */
    Object same(List<String> ours, List<String> theirs) throws NetlinkException {
        Commands inside = Commands.inside(namespace.path().toString());
        List<String> differences = List.of();
        // Links that were just brought up change for a while, so between two runs.
        for (int attempt = 0; attempt < 20; attempt++) {
            Result result = rtnl(ours.toArray(String[]::new));
            assertEquals(0, result.status(), result.errors());
            Object expected = StrictJson.parse(inside.run(theirs.toArray(String[]::new)).strip());
            differences = new ArrayList<>();
            compare("", expected, StrictJson.parse(result.output().strip()), differences);
            if (differences.isEmpty()) {
                return expected;
            }
        }
        assertEquals("", String.join("\n", differences));
        throw new AssertionError("no attempt was made");
    }

    private void compare(String path, Object expected, Object actual, List<String> differences) {
        if (expected instanceof Map<?, ?> theirs && actual instanceof Map<?, ?> ours) {
            compareMembers(path, theirs, asTheirs.apply(ours), differences);
        } else if (expected instanceof List<?> theirs && actual instanceof List<?> ours && theirs.size() == ours.size()) {
            for (int i = 0; i < theirs.size(); i++) {
                compare(path + "/" + i, theirs.get(i), ours.get(i), differences);
            }
        } else if (isTimer(path) && seconds(expected).isPresent() && seconds(actual).isPresent()) {
            BigDecimal theirs = seconds(expected).get();
            BigDecimal ours = seconds(actual).get();
            if (theirs.subtract(ours).abs().compareTo(BigDecimal.valueOf(SECONDS_A_TIMER_MAY_RUN)) > 0) {
                differences.add(path + ": " + theirs + ", ours " + ours);
            }
        } else if (!expected.equals(actual)) {
            differences.add(path + ": " + expected + ", ours " + actual);
        }
    }

    /** Of a number, or of text as bridge writes it. */
    private static Optional<BigDecimal> seconds(Object value) {
        return switch (value) {
            case BigDecimal number -> Optional.of(number);
            case String text when text.matches(" *\\d+\\.\\d\\d") -> Optional.of(new BigDecimal(text.strip()));
            default -> Optional.empty();
        };
    }

    private static boolean isTimer(String path) {
        return path.endsWith("_timer") || TIMERS.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private void compareMembers(String path, Map<?, ?> theirs, Map<?, ?> ours, List<String> differences) {
        Set<Object> keys = new TreeSet<>(theirs.keySet());
        keys.addAll(ours.keySet());
        for (Object key : keys) {
            if (theirs.containsKey(key) && ours.containsKey(key)) {
                compare(path + "/" + key, theirs.get(key), ours.get(key), differences);
            } else if (theirs.containsKey(key) || !onlyOurs.contains(key)) {
                differences.add(path + "/" + key + ": " + theirs.get(key) + ", ours " + ours.get(key));
            }
        }
    }
}
