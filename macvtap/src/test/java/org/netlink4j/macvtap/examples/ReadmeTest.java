package org.netlink4j.macvtap.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's Java code is part of examples that are compiled and run. */
class ReadmeTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyJavaBlockStandsInAnExample() throws IOException {
        List<String> blocks = JAVA.matcher(Files.readString(PROJECT.resolve("README.md"))).results()
                .map((MatchResult block) -> unindented(block.group(1)))
                .toList();
        assertFalse(blocks.isEmpty());
        String examples = allExamples();
        for (String block : blocks) {
            assertTrue(examples.contains(block), () -> "no example has\n" + block);
        }
    }

    private static String allExamples() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT, 12)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().matches(".*/src/test/java/.*/examples/[^/]*\\.java")).toList()) {
                all.append(unindented(Files.readString(file)));
            }
            return all.toString();
        }
    }

    private static String unindented(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n", "", "\n"));
    }
}
