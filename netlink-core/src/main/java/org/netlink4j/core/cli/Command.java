package org.netlink4j.core.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Set;
import org.netlink4j.core.json.JsonWriter;

/** A command of a {@link Program}. Every one of them has {@code --json} and {@code --help}. */
public interface Command {
    /** The switch that asks for JSON. */
    String JSON = "--json";

    /** {@return what to type, and what it does; the first line follows the word "usage" and the program's name} */
    String help();

    /** {@return its own switches} */
    default Set<String> switches() {
        return Set.of();
    }

    /** {@return its own options with a value} */
    default Set<String> options() {
        return Set.of();
    }

    /**
     * Does it.
     *
     * @param arguments the words after the command
     * @param out takes the result
     * @return the exit status
     * @throws IOException if the kernel refused, or a file cannot be read
     */
    int run(Arguments arguments, PrintStream out) throws IOException;

    /**
     * Prints a tree of maps, lists, texts, numbers and truth values on one line.
     *
     * @param out where
     * @param tree the tree
     */
    static void printJson(PrintStream out, Object tree) {
        out.println(new JsonWriter().tree(tree));
    }
}
