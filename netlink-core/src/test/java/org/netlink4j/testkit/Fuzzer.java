package org.netlink4j.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs Jazzer on a target, in a JVM of its own: for so many seconds, after which what it learnt stays in {@code target/fuzz} of the
 * module, so that another run goes on from there; or for so many executions, which begin with the seeds alone and are the same ones
 * every time.
 */
final class Fuzzer {
    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final Pattern DONE = Pattern.compile("Done (\\d+) (?:runs|in)");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+) ft: (\\d+) corp: (\\d+)/");
    private static final String OF_TIMED = "corpus";
    private static final String OF_COUNTED = "runs";
    private static final int SLOWEST_SECONDS = 20;
    private static final Duration STARTING = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int TAIL = 60;
    private static final String TESTKIT = Fuzzer.class.getPackageName() + ".**";

    private final Class<? extends FuzzTarget> target;
    private final List<byte[]> seeds;
    private final Path directory;

    Fuzzer(Class<? extends FuzzTarget> target, List<byte[]> seeds) {
        this.target = target;
        this.seeds = seeds;
        directory = directory(target);
    }

    private static Path directory(Class<? extends FuzzTarget> target) {
        return Path.of("target", "fuzz", target.getSimpleName()).toAbsolutePath();
    }

    /** What Jazzer found worth keeping, if it ran for a target. */
    static List<Path> learnt(Class<? extends FuzzTarget> target) throws IOException {
        List<Path> learnt = new ArrayList<>();
        for (String corpus : List.of(OF_TIMED, OF_COUNTED)) {
            learnt.addAll(files(directory(target).resolve(corpus)));
        }
        return learnt;
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** Writes the seeds down; their files. */
    private List<Path> seeds(Path into) throws IOException {
        Files.createDirectories(into);
        List<Path> files = new ArrayList<>();
        for (byte[] seed : seeds) {
            files.add(Files.write(into.resolve(UUID.nameUUIDFromBytes(seed).toString()), seed));
        }
        return files.stream().distinct().toList();
    }

    /** Fuzzes; what was done, on one line. A finding is an error with all that Jazzer said of it. */
    String forSeconds(int seconds) throws IOException {
        Path corpus = directory.resolve(OF_TIMED);
        seeds(corpus);
        return run(STARTING.plusSeconds(seconds), List.of("-max_total_time=" + seconds, corpus.toString()));
    }

    /** The same for so many executions: the same seeds in the same order, and the same random numbers. */
    String forRuns(int runs) throws IOException {
        Path corpus = Files.createDirectories(directory.resolve(OF_COUNTED));
        for (Path file : files(corpus)) {
            Files.delete(file);
        }
        String files = seeds(directory.resolve("seeds")).stream().map(Path::toString).collect(Collectors.joining(","));
        Path list = Files.writeString(directory.resolve("seeds.txt"), files);
        return run(LONGEST, List.of("-runs=" + runs, "-seed=1", "-seed_inputs=@" + list, corpus.toString()));
    }

    private String run(Duration longest, List<String> arguments) {
        List<String> command = new ArrayList<>(ChildJvm.command(
                List.of("-Xmx512m", "-Xss1m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading", "-Djava.io.tmpdir=" + directory),
                JAZZER,
                target));
        command.addAll(List.of(
                "--target_class=" + FuzzEntry.class.getName(),
                "--target_args=" + target.getName(),
                "--instrumentation_includes=org.netlink4j.**",
                "--custom_hook_includes=org.netlink4j.**",
                "--instrumentation_excludes=" + TESTKIT,
                "--custom_hook_excludes=" + TESTKIT,
                "--reproducer_path=" + directory,
                "-artifact_prefix=" + directory + "/",
                "-timeout=" + SLOWEST_SECONDS,
                "-rss_limit_mb=0", // the heap is limited, and so is what a run may allocate
                "-max_len=4096",
                "-use_value_profile=1",
                "-print_final_stats=1"));
        command.addAll(arguments);
        long begin = System.nanoTime();
        Commands.Result result = Commands.here()
                .within(longest)
                .attempt(command.toArray(String[]::new));
        String said = result.output() + result.errors();
        if (result.exitCode() != 0) {
            throw new AssertionError(target.getSimpleName() + ": " + tail(said));
        }
        return "%s: %s executions in %d s, coverage %s, 0 findings".formatted(
                target.getSimpleName(), last(DONE, said), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin), last(COVERAGE, said));
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
