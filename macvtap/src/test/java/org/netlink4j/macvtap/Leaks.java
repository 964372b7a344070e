package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/** Sees whether something leaves descriptors, device nodes or namespaces behind. */
final class Leaks {
    private record Traces(Set<String> descriptors, Set<String> nodes) {}

    private Leaks() {}

    static void assertNone(Executable action) throws Throwable {
        action.execute(); // what is loaded once and stays is no leak
        Traces before = awaitNoTapNodes();
        action.execute();
        assertEquals(before, awaitNoTapNodes());
    }

    /** The kernel takes a namespace down a little later than its last user leaves. */
    private static Traces awaitNoTapNodes() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        Traces traces = look();
        while (!traces.nodes.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(10);
            traces = look();
        }
        return traces;
    }

    private static Traces look() throws IOException {
        Set<String> kinds = new TreeSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.exists(descriptor, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    kinds.add(descriptor.getFileName() + " " + Files.readSymbolicLink(descriptor));
                }
            }
        }
        try (Stream<Path> nodes = Files.list(Path.of("/dev"))) {
            return new Traces(
                    kinds,
                    nodes.map(node -> node.getFileName().toString())
                            .filter(name -> name.startsWith("tap") || name.startsWith(".netlink4j"))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
