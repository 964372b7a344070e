package org.netlink4j.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs Jazzer on a target, in a JVM of its own. What it learns stays in {@code target/fuzz} of the module, so that another run goes
 * on from there.
 */
final class Fuzzer {
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final Pattern DONE = Pattern.compile("Done (\\d+) (?:runs|in)");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+) ft: (\\d+) corp: (\\d+)/");
    private static final int SLOWEST_SECONDS = 20;
    private static final int STARTING_SECONDS = 600;
    private static final int TAIL = 60;

    private final Class<? extends FuzzTarget> target;
    private final Path directory;

    Fuzzer(Class<? extends FuzzTarget> target, List<byte[]> seeds) throws IOException {
        this.target = target;
        directory = Path.of("target", "fuzz", target.getSimpleName()).toAbsolutePath();
        Files.createDirectories(corpus());
        for (byte[] seed : seeds) {
            Files.write(corpus().resolve(UUID.nameUUIDFromBytes(seed).toString()), seed);
        }
    }

    private Path corpus() {
        return directory.resolve("corpus");
    }

    /** Fuzzes; what was done, on one line. A finding is an error with all that Jazzer said of it. */
    String run(int seconds) {
        List<String> command = new ArrayList<>(ChildJvm.command(
                List.of("-Xmx512m", "-Xss1m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading", "-Djava.io.tmpdir=" + directory),
                JAZZER,
                target));
        command.addAll(List.of(
                "--target_class=" + FuzzEntry.class.getName(),
                "--target_args=" + target.getName(),
                "--instrumentation_includes=org.netlink4j.**",
                "--custom_hook_includes=org.netlink4j.**",
                "--reproducer_path=" + directory,
                "-artifact_prefix=" + directory + "/",
                "-max_total_time=" + seconds,
                "-timeout=" + SLOWEST_SECONDS,
                "-rss_limit_mb=0", // the heap is limited, and so is what a run may allocate
                "-max_len=4096",
                "-use_value_profile=1",
                "-print_final_stats=1",
                corpus().toString()));
        Commands.Result result = Commands.here()
                .within(Duration.ofSeconds(seconds + STARTING_SECONDS))
                .attempt(command.toArray(String[]::new));
        String said = result.output() + result.errors();
        if (result.exitCode() != 0) {
            throw new AssertionError(target.getSimpleName() + ": " + tail(said));
        }
        return "%s: %s executions in %d s, coverage %s, 0 findings".formatted(
                target.getSimpleName(), last(DONE, said), seconds, last(COVERAGE, said));
    }

    private static String last(Pattern pattern, String text) {
        String found = "unknown";
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found = matcher.groupCount() == 1 ? matcher.group(1) : matcher.group(1) + " edges, corpus " + matcher.group(3);
        }
        return found;
    }

    private static String tail(String text) {
        List<String> lines = text.lines().toList();
        return lines.subList(Math.max(0, lines.size() - TAIL), lines.size()).stream().collect(Collectors.joining("\n"));
    }
}
