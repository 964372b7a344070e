package org.netlink4j.testkit;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines that start another JVM with classes of this one: for what needs a heap, options or credentials of its own. */
public final class ChildJvm {
    private ChildJvm() {}

    /**
     * A command line.
     *
     * @param options for the JVM
     * @param main has the main method
     * @param needs a class of every other place that classes are to come from
     */
    public static List<String> command(List<String> options, Class<?> main, Class<?>... needs) {
        String path = Stream.concat(Stream.of(main), Stream.of(needs))
                .map(ChildJvm::root)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-cp", path));
        command.addAll(options);
        command.add(main.getName());
        return command;
    }

    /**
     * A command line for a JVM that has all classes of this one, on its class path.
     *
     * @param options for the JVM
     * @param main the name of the class that has the main method
     * @param test a class of the tests: in a patched module, no path names their place
     */
    public static List<String> command(List<String> options, String main, Class<?> test) {
        List<String> command = command(options, test);
        String path = Stream.of(System.getProperty("java.class.path"), System.getProperty("jdk.module.path", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        int at = command.indexOf("-cp") + 1;
        command.set(at, command.get(at) + File.pathSeparator + path);
        command.set(command.size() - 1, main);
        return command;
    }

    /** The directory or jar that a class was loaded from: of a patched module, a code source does not tell it. */
    static String root(Class<?> loaded) {
        String name = loaded.getName().replace('.', '/') + ".class";
        String url = loaded.getResource("/" + name).toString();
        String root = url.substring(0, url.length() - name.length());
        return Path.of(URI.create(root.startsWith("jar:") ? root.substring("jar:".length(), root.length() - "!/".length()) : root))
                .toString();
    }
}
