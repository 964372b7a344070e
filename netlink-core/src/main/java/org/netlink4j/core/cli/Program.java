package org.netlink4j.core.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A program of several commands: finds the one that is meant and answers to the shell.
 *
 * @param name the name of the program
 * @param help gives what {@code --help} prints
 * @param commands makes the commands, by their one or two words, for example {@code "link list"}
 */
public record Program(String name, Supplier<String> help, Map<String, Supplier<Command>> commands) {
    /** Exit status: done. */
    public static final int DONE = 0;

    /** Exit status: the kernel, or this system, refused. */
    public static final int REFUSED = 1;

    /** Exit status: the command line makes no sense. */
    public static final int WRONG_USAGE = 2;

    private static final Set<String> HELP_WORDS = Set.of("--help", "-h");

    /** Copies the commands. */
    public Program {
        commands = Map.copyOf(commands);
    }

    /**
     * Runs the program and exits.
     *
     * @param arguments the command line
     */
    public void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int status = run(Arrays.asList(arguments), out, err);
        out.flush();
        err.flush();
        System.exit(status);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /**
     * Runs the program. Whatever it prints is safe to print; see {@link PrintableStream}.
     *
     * @param words the command line
     * @param out takes the result
     * @param err takes complaints
     * @return the exit status
     */
    public int run(List<String> words, PrintStream out, PrintStream err) {
        PrintStream safeOut = new PrintableStream(out);
        PrintStream safeErr = new PrintableStream(err);
        try {
            return runSafely(words, safeOut, safeErr);
        } finally {
            safeOut.flush();
            safeErr.flush();
        }
    }

    private int runSafely(List<String> words, PrintStream out, PrintStream err) {
        if (words.size() > 1 && words.getFirst().equals(Command.JSON)) { // it may also stand before the command
            return runSafely(Stream.concat(words.stream().skip(1), Stream.of(Command.JSON)).toList(), out, err);
        }
        if (!words.isEmpty() && HELP_WORDS.contains(words.getFirst())) {
            out.print(help.get());
            return DONE;
        }
        Optional<String> meant = meant(words);
        if (meant.isEmpty()) {
            return wrong(words.isEmpty() ? "want a command" : "no such command: " + String.join(" ", words), "", err);
        }
        Command command = commands.get(meant.get()).get();
        List<String> rest = words.subList(meant.get().split(" ").length, words.size());
        if (rest.stream().anyMatch(HELP_WORDS::contains)) {
            out.print("usage: " + name + " " + command.help());
            return DONE;
        }
        try {
            Set<String> switches = new HashSet<>(command.switches());
            switches.add(Command.JSON);
            return command.run(Arguments.parse(rest, switches, command.options()), out);
        } catch (IOException e) {
            err.println(name + ": " + ErrorTree.message(e));
            if (rest.contains(Command.JSON)) {
                Command.printJson(out, Map.of("error", ErrorTree.of(e)));
            }
            return REFUSED;
        } catch (IllegalArgumentException e) {
            return wrong(e.getMessage(), " " + meant.get(), err);
        }
    }

    /** The words that name a command, many before few. */
    private Optional<String> meant(List<String> words) {
        return List.of(3, 2, 1).stream()
                .filter(count -> words.size() >= count)
                .map(count -> String.join(" ", words.subList(0, count)))
                .filter(commands::containsKey)
                .findFirst();
    }

    private int wrong(String what, String command, PrintStream err) {
        err.println(name + ": " + what);
        err.println("\"" + name + command + " --help\" tells more");
        return WRONG_USAGE;
    }
}
