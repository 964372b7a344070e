package org.netlink4j.macvtap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.runner.PortPeer;
import org.netlink4j.macvtap.Macvtaps;
import org.netlink4j.macvtap.graph.Drawing;
import org.netlink4j.macvtap.graph.Topology;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;

/** {@code macvtapctl graph}. */
final class Graph implements Command {
    private static final String FORMAT = "--format";
    private static final String JOURNAL = "--journal";
    private static final String BRIDGE = "--bridge";

    private static final Map<String, Function<Topology, String>> FORMATS =
            Map.of("svg", Drawing::svg, "dot", Drawing::dot, "mermaid", Drawing::mermaid);

    @Override
    public String help() {
        return """
                graph [--format FORMAT] [--journal DIRECTORY] [--bridge NAMESPACE] [--json]

                  draws the macvtaps of this network namespace, the devices below and the VSIs above

                  --format     svg (default), dot or mermaid
                  --journal    the journal of the process that made them, which knows of VSIs
                  --bridge     the network namespace, by its name or a path, in which "evb bridge" plays the switch at the other ends
                               of the lower devices: draws what it has, too
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of(FORMAT, JOURNAL, BRIDGE);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws IOException {
        arguments.noOperands();
        String format = arguments.value(FORMAT).orElse("svg");
        Function<Topology, String> drawing = Optional.ofNullable(FORMATS.get(format))
                .orElseThrow(() -> new IllegalArgumentException("no format (want svg, dot or mermaid): " + format));
        Topology topology;
        try (Macvtaps macvtaps = Macvtaps.open()) {
            Optional<String> journal = arguments.value(JOURNAL);
            topology = journal.isPresent() ? Topology.of(macvtaps, Path.of(journal.get())) : Topology.of(macvtaps);
            if (arguments.value(BRIDGE).isPresent()) {
                topology = withBridges(topology, macvtaps.rtnetlink(), arguments.value(BRIDGE).get());
            }
        }
        if (arguments.has(JSON)) {
            Command.printJson(out, topology.lowers().stream().map(Graph::tree).toList());
        } else {
            out.print(drawing.apply(topology));
        }
        return Program.DONE;
    }

    private static Topology withBridges(Topology topology, Rtnetlink here, String where) throws NetlinkException {
        Topology all = topology;
        try (NetworkNamespace there = where.contains("/") ? NetworkNamespace.ofPath(Path.of(where)) : NetworkNamespace.named(where);
                Rtnetlink far = Rtnetlink.open(there)) {
            List<Link> ends = far.links().list();
            for (Link link : here.links().list()) {
                for (Link end : ends) {
                    PortPeer bridge = PortPeer.of(there, end.index());
                    if (areEnds(link, end) && bridge.isThere()) {
                        all = all.with(link.name(), bridge.table());
                    }
                }
            }
        }
        return all;
    }

    /** Of one cable: each names the index of the other. */
    private static boolean areEnds(Link one, Link other) {
        return one.lower().equals(OptionalInt.of(other.index())) && other.lower().equals(OptionalInt.of(one.index()));
    }

    private static Map<String, Object> tree(Topology.Lower lower) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", lower.name());
        tree.put("up", lower.up());
        tree.put("facts", lower.facts());
        List<Map<String, Object>> devices = lower.devices().stream().map(Graph::tree).toList();
        tree.put("devices", devices);
        return tree;
    }

    private static Map<String, Object> tree(Topology.Device device) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", device.name());
        tree.put("up", device.up());
        tree.put("facts", device.facts());
        tree.put("vsi", device.vsi());
        return tree;
    }
}
