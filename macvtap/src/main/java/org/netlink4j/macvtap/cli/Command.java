package org.netlink4j.macvtap.cli;

import java.io.PrintStream;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.json.JsonWriter;

/** A subcommand. Every one of them has {@code --json} and {@code --help}. */
interface Command {
    String JSON = "--json";

    /** What to type, and what it does; the first line follows the word "usage". */
    String help();

    /** Its own switches. */
    default Set<String> switches() {
        return Set.of();
    }

    /** Its own options with a value. */
    default Set<String> options() {
        return Set.of();
    }

    /** Does it, and returns the exit status. */
    int run(Arguments arguments, PrintStream out) throws NetlinkException;

    static void printJson(PrintStream out, Object tree) {
        out.println(new JsonWriter().tree(tree));
    }
}
