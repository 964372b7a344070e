package org.netlink4j.macvtap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.client.LldpadClient;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.macvtap.io.MacvtapBuild;
import org.netlink4j.macvtap.vm.DirectInterfaces;
import org.netlink4j.macvtap.vm.Recovered;

/** {@code macvtapctl recover}. */
final class Recover implements Command {
    private static final String JOURNAL = "--journal";
    private static final String ALL = "--all";
    private static final String DRAFT = "--draft";

    @Override
    public String help() {
        return """
                recover --journal DIRECTORY [--all] [--draft] [--json]

                  finishes or undoes what a process left in its journal when it was killed: interfaces that were not complete are
                  removed; exit status 1 if something failed, which stays in the journal

                  --journal    the journal's directory
                  --all        removes complete interfaces, too: their machines are gone
                  --draft      lldpad speaks the draft of 802.1Qbg and not the ratified standard
                """;
    }

    @Override
    public Set<String> switches() {
        return Set.of(ALL, DRAFT);
    }

    @Override
    public Set<String> options() {
        return Set.of(JOURNAL);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws IOException {
        arguments.noOperands();
        Path journal = Path.of(arguments.value(JOURNAL)
                .orElseThrow(() -> new IllegalArgumentException("want " + JOURNAL + " DIRECTORY")));
        MacvtapBuild.require();
        LldpadConfig lldpad =
                new LldpadConfig(arguments.has(DRAFT) ? VdpGeneration.DRAFT : VdpGeneration.RATIFIED);
        List<Recovered> outcomes;
        try (NetworkNamespace here = NetworkNamespace.current();
                LldpadClient client = LldpadClient.open(lldpad);
                DirectInterfaces interfaces = DirectInterfaces.open(here, client::request, journal)) {
            outcomes = interfaces.recover(
                    arguments.has(ALL) ? DirectInterfaces.Complete.REMOVE : DirectInterfaces.Complete.KEEP);
        }
        if (arguments.has(JSON)) {
            Command.printJson(out, outcomes.stream().map(Recover::tree).toList());
        } else {
            outcomes.forEach(outcome -> out.println(word(outcome) + " " + outcome.name() + ": " + outcome.words()));
        }
        boolean failed = outcomes.stream().anyMatch(outcome -> outcome.outcome() == Recovered.Outcome.FAILED);
        return failed ? Program.REFUSED : Program.DONE;
    }

    private static String word(Recovered outcome) {
        return outcome.outcome().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> tree(Recovered outcome) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", outcome.name());
        tree.put("outcome", word(outcome));
        tree.put("words", outcome.words());
        return tree;
    }
}
