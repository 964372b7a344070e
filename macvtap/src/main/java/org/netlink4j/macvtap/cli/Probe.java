package org.netlink4j.macvtap.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.macvtap.MacvtapSupport;

/** {@code macvtapctl probe}. */
final class Probe implements Command {
    @Override
    public String help() {
        return """
                probe [--json]

                  what this system and this user can do: yes, no or unknown, each with the reason;
                  exit status 1 if there can be no macvtap
                """;
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        arguments.noOperands();
        MacvtapSupport support = MacvtapSupport.probe();
        Map<String, Object> tree = new LinkedHashMap<>();
        support.answers().forEach((what, answer) -> {
            String verdict = answer.verdict().name().toLowerCase(Locale.ROOT);
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("verdict", verdict);
            members.put("reason", answer.reason());
            tree.put(what, members);
            if (!arguments.has(JSON)) {
                out.printf("%-14s %-8s %s%n", what, verdict, answer.reason());
            }
        });
        if (arguments.has(JSON)) {
            Command.printJson(out, tree);
        }
        return support.whyNot().isPresent() ? Program.REFUSED : Program.DONE;
    }
}
