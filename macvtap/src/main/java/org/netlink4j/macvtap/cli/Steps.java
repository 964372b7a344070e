package org.netlink4j.macvtap.cli;

import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.ObservedTransport;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.Rtnetlink;

/** What a demonstration did, step by step: printed as it happens, or kept for JSON. */
final class Steps implements ObservedTransport.Observer {
    private static final String INDENT = "   ";

    private final PrintStream out;
    private final boolean json;
    private final boolean verbose;
    private final List<Step> steps = new ArrayList<>();

    private record Step(String title, List<String> results, List<String> cannot, List<String> messages) {
        Map<String, Object> tree(int number, boolean withMessages) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("step", number);
            tree.put("title", title);
            tree.put("results", results);
            tree.put("cannot", cannot);
            if (withMessages) {
                tree.put("messages", messages);
            }
            return tree;
        }
    }

    Steps(PrintStream out, boolean json, boolean verbose) {
        this.out = out;
        this.json = json;
        this.verbose = verbose;
    }

    void begin(String title) {
        steps.add(new Step(title, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        print(steps.size() + ". " + title);
    }

    /** Something worked as announced. */
    void result(String what) {
        steps.getLast().results.add(what);
        print(INDENT + what);
    }

    /** Something cannot be done by this user. */
    void cannot(String what) {
        steps.getLast().cannot.add(what);
        print(INDENT + "cannot: " + what);
    }

    @Override
    public void sending(MemorySegment memory, long length, int destinationPort) {
        messages("sent", memory, length);
    }

    @Override
    public void received(Datagram datagram) {
        messages("received", datagram.memory(), datagram.length());
    }

    private void messages(String how, MemorySegment memory, long length) {
        if (verbose) {
            MessageReader reader = new MessageReader().over(memory, 0, length);
            String text = how + " " + MessageText.describe(Rtnetlink.PROTOCOL, reader).strip();
            steps.getLast().messages.add(text);
            print(text.indent(2 * INDENT.length()).stripTrailing());
        }
    }

    private void print(String line) {
        if (!json) {
            out.print(line + System.lineSeparator()); // of a message, several
            out.flush();
        }
    }

    List<Map<String, Object>> tree() {
        List<Map<String, Object>> tree = new ArrayList<>();
        for (Step step : steps) {
            tree.add(step.tree(tree.size() + 1, verbose));
        }
        return tree;
    }
}
