package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param mended makes what they print JSON, where it is not
 */
public record IpComparison(
        NetworkNamespace namespace, Set<String> onlyOurs, UnaryOperator<Map<?, ?>> asTheirs, UnaryOperator<String> mended) {
    private static final Duration SETTLING = Duration.ofSeconds(3);

    /** In a virtual machine, classes that are loaded while the answer waits may take longer than the kernel usually does. */
    private static final List<String> PATIENTLY = List.of("--timeout", String.valueOf(Commands.DEFAULT_TIMEOUT.toSeconds()));

    /** Where both print the same keys. */
    public IpComparison(NetworkNamespace namespace) {
        this(namespace, Set.of());
    }

    IpComparison(NetworkNamespace namespace, Set<String> onlyOurs) {
        this(namespace, onlyOurs, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** What a run of the command left behind. */
    record Result(int status, String output, String errors) {}

    Result rtnl(String... arguments) throws NetlinkException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> words = new ArrayList<>(List.of(arguments));
        if (words.contains("list")) {
            words.addAll(PATIENTLY);
        }
        int status = namespace.call(() -> Main.PROGRAM.run(words, stream(out), stream(err)));
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Fails if they differ, and gives what both are. */
    public Object same(List<String> ours, List<String> theirs) throws NetlinkException {
        Commands inside = Commands.inside(namespace.path().toString());
        List<String> differences = List.of();
        // Links that were just brought up change for a while, so between two runs. In a virtual machine a run may take seconds.
        Instant end = Instant.now().plus(SETTLING);
        for (int attempt = 0; attempt < 2 || Instant.now().isBefore(end); attempt++) {
            Result result = rtnl(ours.toArray(String[]::new));
            assertEquals(0, result.status(), result.errors());
            Object expected = StrictJson.parse(mended.apply(inside.run(theirs.toArray(String[]::new))).strip());
            differences = new JsonDifferences(onlyOurs, asTheirs).of(expected, StrictJson.parse(result.output().strip()));
            if (differences.isEmpty()) {
                return expected;
            }
        }
        throw new AssertionError(String.join("\n", differences));
    }
}
