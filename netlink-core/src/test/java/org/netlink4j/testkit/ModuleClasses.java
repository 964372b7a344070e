package org.netlink4j.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes that were compiled from {@code src/main} of one module, and what its descriptor says. */
final class ModuleClasses {
    private static final String SUFFIX = ".class";

    private final Class<?> anchor;
    private final Path root;

    /** Those beside a class of the module under test. */
    ModuleClasses(Class<?> anchor) {
        this.anchor = anchor;
        root = Path.of(ChildJvm.root(anchor));
    }

    /** All of them, nested ones included; none is initialized. */
    List<Class<?>> all() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(SUFFIX) && !file.endsWith("-info" + SUFFIX))
                    .sorted()
                    .<Class<?>>map(file -> load(file.substring(0, file.length() - SUFFIX.length()).replace('/', '.')))
                    .toList();
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, anchor.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The packages that are exported to everybody by the module that a class is of. */
    static Set<String> exported(Class<?> of) {
        return ModuleFinder.of(Path.of(ChildJvm.root(of))).findAll().iterator().next().descriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The bytes of a class, each as a character. */
    static String bytes(Class<?> of) {
        try (InputStream in = of.getResourceAsStream("/" + of.getName().replace('.', '/') + SUFFIX)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
