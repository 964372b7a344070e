package org.netlink4j.macvtap.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netlink4j.core.NetlinkException;

/** The {@code macvtapctl} command: finds the subcommand and answers to the shell. */
public final class Main {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USAGE = 2;

    private static final Map<String, Command> COMMANDS = Map.of(
            "demo", new Demo(),
            "create", new Create(),
            "delete", new Delete(),
            "list", new ListDevices(),
            "show", new Show(),
            "probe", new Probe());

    private static final Set<String> HELP_WORDS = Set.of("--help", "-h");

    private static final String HELP =
            """
            usage: macvtapctl COMMAND [ARGUMENT...]

              demo      shows a macvtap at work, in network namespaces of its own
              create    makes a device
              delete    deletes one, by name
              list      lists the devices of this network namespace
              show      shows one of them
              probe     tells what this system can do

              --json    the result, or the error, as one line of JSON
              --help    this text, or that of a command

            exit status: 0 done, 1 refused, 2 wrong usage
            """;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command and exits.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int status = new Main(out, err).run(Arrays.asList(arguments));
        out.flush();
        err.flush();
        System.exit(status);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Runs the command and says how it went. */
    int run(List<String> words) {
        if (!words.isEmpty() && HELP_WORDS.contains(words.getFirst())) {
            out.print(HELP);
            return DONE;
        }
        Command command = words.isEmpty() ? null : COMMANDS.get(words.getFirst());
        if (command == null) {
            return wrong(words.isEmpty() ? "want a command" : "no such command: " + words.getFirst(), "");
        }
        List<String> rest = words.subList(1, words.size());
        if (rest.stream().anyMatch(HELP_WORDS::contains)) {
            out.print("usage: macvtapctl " + command.help());
            return DONE;
        }
        try {
            Set<String> switches = new HashSet<>(command.switches());
            switches.add(Command.JSON);
            return command.run(Arguments.parse(rest, switches, command.options()), out);
        } catch (NetlinkException e) {
            err.println("macvtapctl: " + e.getMessage());
            if (rest.contains(Command.JSON)) {
                Command.printJson(out, Map.of("error", Errors.describe(e)));
            }
            return REFUSED;
        } catch (IllegalArgumentException e) {
            return wrong(e.getMessage(), " " + words.getFirst());
        }
    }

    private int wrong(String what, String command) {
        err.println("macvtapctl: " + what);
        err.println("\"macvtapctl" + command + " --help\" tells more");
        return WRONG_USAGE;
    }
}
