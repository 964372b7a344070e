package org.netlink4j.testkit;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;

/**
 * The numbers in the C headers of this machine, as the C compiler sees them: enums, macros, {@code sizeof} and
 * {@code offsetof} alike. Without {@code gcc} or a header the calling test is skipped with that reason. Headers of another kernel
 * can be had by {@code -Dnetlink4j.headers=DIRECTORY/usr/include}, into which {@code linux-libc-dev} was unpacked.
 *
 * {@snippet :
 * HeaderConstants.assertHolder(Nlmsg.class, "linux/netlink.h");
 * HeaderConstants.assertTables(Tables.reachable(SET, "macvtap"), "linux/if_link.h");
 * }
 */
public final class HeaderConstants {
    private static final Pattern ERROR = Pattern.compile("numbers\\.c:(\\d+):\\d+: error: .*");

    private HeaderConstants() {}

    /** The values of C expressions; those that these headers do not know are left out. */
    public static Map<String, Long> values(List<String> headers, Collection<String> expressions) {
        Assumptions.assumeTrue(Commands.isInstalled("gcc"), "gcc is not installed, so the headers cannot be read");
        try {
            Path directory = Files.createTempDirectory("headers");
            try {
                return values(directory, headers, new ArrayList<>(new TreeSet<>(expressions)));
            } finally {
                Files.deleteIfExists(directory.resolve("numbers.c"));
                Files.deleteIfExists(directory.resolve("numbers"));
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new AssertionError("cannot write a C program", e);
        }
    }

    private static Map<String, Long> values(Path directory, List<String> headers, List<String> expressions) throws IOException {
        Path source = directory.resolve("numbers.c");
        String program = directory.resolve("numbers").toString();
        while (true) {
            List<String> lines = program(headers, expressions);
            Files.write(source, lines);
            Commands.Result compiled = Commands.here().attempt(compiler(program, source));
            if (compiled.exitCode() == 0) {
                return parse(Commands.here().run(program));
            }
            requireHeaders(compiled);
            int first = lines.size() - 1 - expressions.size(); // expressions stand before the last line, one a line
            Set<Integer> unknown = new TreeSet<>();
            Matcher error = ERROR.matcher(compiled.errors());
            while (error.find()) {
                unknown.add(Integer.parseInt(error.group(1)) - 1 - first);
            }
            if (unknown.isEmpty() || unknown.iterator().next() < 0) {
                throw new AssertionError(compiled.toString());
            }
            List<String> rest = new ArrayList<>();
            for (int i = 0; i < expressions.size(); i++) {
                if (!unknown.contains(i)) {
                    rest.add(expressions.get(i));
                }
            }
            expressions = rest;
        }
    }

    /** BIT is what some headers use, but leave to the kernel. */
    private static String[] compiler(String program, Path source) {
        List<String> command = new ArrayList<>(List.of("gcc", "-w", "-DBIT(n)=(1UL<<(n))", "-o", program));
        otherHeaders().ifPresent(directory -> {
            String machine = Commands.here().run("gcc", "-print-multiarch").strip();
            command.addAll(List.of("-isystem", directory.toString(), "-isystem", directory.resolve(machine).toString()));
        });
        command.add(source.toString());
        return command.toArray(String[]::new);
    }

    /** The directory of headers in place of those of this machine, if {@code -Dnetlink4j.headers=.../usr/include} names one. */
    public static Optional<Path> otherHeaders() {
        return Optional.ofNullable(System.getProperty("netlink4j.headers")).map(Path::of);
    }

    private static void requireHeaders(Commands.Result compiled) {
        Matcher missing = Pattern.compile("fatal error: (\\S+): No such file").matcher(compiled.errors());
        Assumptions.assumeFalse(missing.find(), () -> "the header " + missing.group(1) + " is not installed");
    }

    private static List<String> program(List<String> headers, List<String> expressions) {
        List<String> lines = new ArrayList<>(List.of("#define _GNU_SOURCE", "#include <stddef.h>", "#include <stdio.h>"));
        headers.forEach(header -> lines.add("#include <" + header + ">"));
        lines.add("int main(void) {");
        expressions.forEach(e -> lines.add("printf(\"%lld %s\\n\", (long long) (" + e + "), \"" + e + "\");"));
        lines.add("return 0; }");
        return lines;
    }

    private static Map<String, Long> parse(String output) {
        Map<String, Long> values = new LinkedHashMap<>();
        output.lines().forEach(line -> {
            int space = line.indexOf(' ');
            values.put(line.substring(space + 1), Long.parseLong(line.substring(0, space)));
        });
        return values;
    }

    /**
     * Checks that C expressions have our values, and that the headers know most of them. Numbers are compared as 64 bits, or as
     * 32 bits if ours fits into them, for C's {@code ~0U} is Java's -1.
     *
     * @return what these headers do not know
     */
    public static Set<String> assertAgree(Map<String, Long> ours, String... headers) {
        Map<String, Long> theirs = values(List.of(headers), ours.keySet());
        List<String> wrong = new ArrayList<>();
        theirs.forEach((name, value) -> {
            if (!equal(ours.get(name), value)) {
                wrong.add(name + " is " + value + ", not " + ours.get(name));
            }
        });
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("; ", wrong));
        }
        Set<String> absent = new TreeSet<>(ours.keySet());
        absent.removeAll(theirs.keySet());
        if (theirs.size() <= absent.size()) {
            throw new AssertionError("most are not in " + String.join(", ", headers) + ": " + absent);
        }
        if (!absent.isEmpty()) {
            System.out.println("not in these headers (" + String.join(", ", headers) + "): " + String.join(" ", absent));
        }
        return absent;
    }

    private static boolean equal(long ours, long theirs) {
        return ours == theirs || ours == (int) ours && theirs >>> 32 == 0 && (int) ours == (int) theirs;
    }

    /** Checks all public integer constants of a class whose names are the headers' own. */
    public static Set<String> assertHolder(Class<?> holder, String... headers) {
        return assertAgree(constants(holder), headers);
    }

    /** The public integer constants of a class. */
    public static Map<String, Long> constants(Class<?> holder) {
        Map<String, Long> constants = new TreeMap<>();
        for (Field field : holder.getFields()) {
            Class<?> type = field.getType();
            if (Modifier.isStatic(field.getModifiers()) && type.isPrimitive() && type != boolean.class) {
                constants.put(field.getName(), value(field));
            }
        }
        return constants;
    }

    private static long value(Field constant) {
        try {
            return ((Number) constant.get(null)).longValue();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Checks that every attribute of the tables has the number that the headers give its name. */
    public static Set<String> assertTables(Collection<AttributeSet> tables, String... headers) {
        Map<String, Long> ours = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (AttributeSet table : tables) {
            for (AttributeSpec spec : table.specs()) {
                Long before = ours.put(spec.name(), (long) spec.number());
                if (before != null && before != spec.number()) {
                    twice.add(spec.name() + " is both " + before + " and " + spec.number());
                }
            }
        }
        if (!twice.isEmpty()) {
            throw new AssertionError(String.join("; ", twice));
        }
        return assertAgree(ours, headers);
    }
}
