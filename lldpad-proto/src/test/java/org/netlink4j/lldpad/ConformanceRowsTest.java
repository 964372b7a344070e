package org.netlink4j.lldpad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The specification has a table of 80 scenarios. Those that need lldpad or a codec, and 76, are this module's: each is named by
 * its number in the comment of a test, or here with the reason why not.
 */
class ConformanceRowsTest {
    private static final Set<Integer> OURS = IntStream.rangeClosed(29, 79)
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new));

    private static final Map<Integer, String> ELSEWHERE = Map.of(
            39, "module macvtap: several interfaces of one machine",
            57, "module macvtap: what follows when the switch has ended a VSI");

    private static final Pattern ROWS = Pattern.compile("\\b[Rr]ows? ((?:\\d+(?:, | and | to |, and )?)+)");
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?: to (\\d+))?");

    private static Set<Integer> named() throws IOException {
        Set<Integer> named = new TreeSet<>();
        List<Path> sources;
        try (Stream<Path> all = Files.walk(Path.of("src/test/java/org/netlink4j/lldpad"))) {
            sources = all.filter(path -> path.toString().endsWith("Test.java") || path.toString().endsWith("IT.java")).toList();
        }
        for (Path source : sources) {
            // only comments: what a line says before its code ends is not one
            for (String line : Files.readString(source).split("\n")) {
                int comment = Math.max(line.indexOf("/*"), Math.max(line.indexOf("//"), line.strip().startsWith("*") ? 0 : -1));
                Matcher rows = ROWS.matcher(comment < 0 ? "" : line.substring(comment));
                while (rows.find()) {
                    add(rows.group(1), named);
                }
            }
        }
        return named;
    }

    private static void add(String numbers, Set<Integer> named) {
        Matcher range = RANGE.matcher(numbers);
        while (range.find()) {
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            IntStream.rangeClosed(from, to).forEach(named::add);
        }
    }

    @Test
    void everyRowHasATestOrAReason() throws IOException {
        Set<Integer> missing = new TreeSet<>(OURS);
        missing.removeAll(named());
        missing.removeAll(ELSEWHERE.keySet());
        assertEquals(Set.of(), missing);
    }

    @Test
    void noReasonIsNeededForARowThatHasATest() throws IOException {
        Set<Integer> both = new TreeSet<>(named());
        both.retainAll(ELSEWHERE.keySet());
        assertEquals(Set.of(), both);
    }
}
