package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The specification has a table of 80 scenarios. Those of macvtap devices, of the machines that they belong to and of libvirt's XML
 * are this module's: the method that tests one begins with its number. lldpad-proto has the others.
 */
class MacvtapRowsTest {
    private static final Pattern METHOD = Pattern.compile("\\bvoid (row\\d\\w*)\\(");
    private static final Pattern NUMBER = Pattern.compile("row(\\d+)_");

    private static Set<Integer> ours() {
        Set<Integer> rows = new TreeSet<>();
        Stream.of(IntStream.rangeClosed(1, 29), IntStream.of(31, 32), IntStream.rangeClosed(34, 39), IntStream.of(57, 74, 75, 76, 80))
                .flatMap(IntStream::boxed)
                .forEach(rows::add);
        return rows;
    }

    @Test
    void everyRowIsTheNameOfATest() throws IOException {
        Set<Integer> missing = ours();
        List<Path> sources;
        try (Stream<Path> all = Files.walk(Path.of("src/test/java/org/netlink4j/macvtap"))) {
            sources = all.filter(path -> path.toString().endsWith(".java")).toList();
        }
        for (Path source : sources) {
            METHOD.matcher(Files.readString(source)).results()
                    .flatMap(method -> NUMBER.matcher(method.group(1)).results())
                    .forEach(number -> missing.remove(Integer.valueOf(number.group(1))));
        }
        assertEquals(Set.of(), missing);
    }
}
