package org.netlink4j.rtnetlink.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.cli.ExplainedDifferences;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/**
 * A random topology, made by commands in one network namespace and by our calls in another: both are the same to the kernel, no
 * attribute of either is unknown, and {@code rtnl} prints it as {@code ip}, {@code tc} and {@code bridge} do.
 * {@code -Dnetlink4j.topology.seed} and {@code .objects} draw others.
 */
@KernelTest
@NeedsCommand({"ip", "tc", "bridge"})
@Timeout(1800)
class TopologyIT {
    private static final long SEED = Long.getLong("netlink4j.topology.seed", 20_261_129);
    private static final int OBJECTS = Integer.getInteger("netlink4j.topology.objects", 560);
    private static final Duration SETTLING = Duration.ofSeconds(15);
    private static final Pattern FAILED = Pattern.compile("Command failed [^ ]*:(\\d+)");

    @TempDir
    private Path directory;

    private static String inSeed(String text) {
        return "-Dnetlink4j.topology.seed=" + SEED + " -Dnetlink4j.topology.objects=" + OBJECTS + ": " + text;
    }

    @Test
    void isTheSameWhoeverMadeItAndWhoeverShowsIt() throws NetlinkException, IOException {
        Map<String, String> missing = missing();
        Topology topology = Topology.draw(SEED, OBJECTS, missing.keySet());
        try (NetworkNamespace byCommands = NetworkNamespace.createAnonymous();
                NetworkNamespace byCalls = NetworkNamespace.createAnonymous()) {
            runCommands(topology, byCommands);
            makeCalls(topology, byCalls);
            KernelState state = sameState(topology, byCommands, byCalls);
            int views = sameViews(topology, byCommands);
            missing.forEach((feature, why) -> System.out.println("skipped " + feature + ": " + why.lines().findFirst().orElse("")));
            System.out.printf("seed %d: %d steps of %d features (%d skipped), %d messages without an unknown attribute, %d views%n",
                    SEED, topology.steps().size(), Topology.features().size() - missing.size(), missing.size(), state.messages(), views);
            assertTrue(topology.steps().size() - topology.base().size() >= Math.min(OBJECTS, 500));
        }
    }

    // ---- what the kernel has

    /** What both our call and the command cannot make, and what the kernel said of it. */
    private static Map<String, String> missing() throws NetlinkException {
        Map<String, String> missing = new TreeMap<>();
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous(); Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            for (Step step : Base.steps(new Draw(SEED))) {
                step.call().make(rtnetlink);
            }
            Base.await(rtnetlink);
            Commands inside = Commands.inside(namespace.path().toString());
            int first = 1000;
            for (Feature feature : Topology.features()) {
                first += 20;
                for (Step step : feature.steps().apply(new Draw(SEED, first))) {
                    try {
                        step.call().make(rtnetlink);
                    } catch (KernelException e) {
                        Commands.Result result = inside.attempt("sh", "-c", quoted(step.command()));
                        assertTrue(result.exitCode() != 0, () -> inSeed(feature.name() + ": only our call is refused: " + e + "\n" + result));
                        missing.put(feature.name(), e.getMessage());
                        break;
                    }
                }
            }
        }
        return missing;
    }

    /** For a shell, to which parentheses mean something. */
    private static String quoted(String command) {
        return command.replaceAll("[()]", "\\\\$0");
    }

    // ---- making it twice

    private void runCommands(Topology topology, NetworkNamespace namespace) throws NetlinkException, IOException {
        try (Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            for (Map.Entry<Tool, List<Step>> batch : topology.batches().entrySet()) {
                if (batch.getKey() == Tool.BRIDGE) {
                    Base.await(rtnetlink);
                }
                List<Step> steps = batch.getValue();
                Path file = Files.write(directory.resolve("batch"), steps.stream().map(Step::line).toList());
                Commands.Result result = Commands.inside(namespace.path().toString()).within(Duration.ofMinutes(2))
                        .attempt((batch.getKey().command() + " -batch " + file).split(" "));
                if (result.exitCode() != 0) {
                    Matcher line = FAILED.matcher(result.errors());
                    String which = line.find() ? steps.get(Integer.parseInt(line.group(1)) - 1).command() : "?";
                    throw new AssertionError(inSeed(which + "\n" + result));
                }
            }
        }
    }

    private static void makeCalls(Topology topology, NetworkNamespace namespace) throws NetlinkException {
        try (Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            for (Map.Entry<Tool, List<Step>> batch : topology.batches().entrySet()) {
                if (batch.getKey() == Tool.BRIDGE) {
                    Base.await(rtnetlink);
                }
                for (Step step : batch.getValue()) {
                    try {
                        step.call().make(rtnetlink);
                    } catch (NetlinkException e) {
                        throw new AssertionError(inSeed(step.command() + "\n" + e), e);
                    }
                }
            }
        }
    }

    // ---- the same

    /** Links that were just brought up change for a while. */
    private static KernelState sameState(Topology topology, NetworkNamespace byCommands, NetworkNamespace byCalls) throws NetlinkException {
        Instant end = Instant.now().plus(SETTLING);
        while (true) {
            KernelState first = KernelState.of(byCommands, topology);
            KernelState second = KernelState.of(byCalls, topology);
            assertEquals(Set.of(), first.unknown(), inSeed("attributes that no table names"));
            assertEquals(Set.of(), second.unknown(), inSeed("attributes that no table names"));
            List<String> differences = first.differences(second);
            if (differences.isEmpty()) {
                return first;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(inSeed(differences.size() + " differences\n" + String.join("\n", differences)));
            }
        }
    }

    /** What {@code rtnl} and the others show, and how they may differ. */
    private record View(ExplainedDifferences explained, String ours, String theirs) {}

    private static List<View> views(Topology topology) {
        List<View> views = new ArrayList<>(List.of(
                new View(ExplainedDifferences.LINKS, "link list", "ip -json -details link show"),
                new View(ExplainedDifferences.ADDRESSES, "addr list", "ip -json -details address show"),
                new View(ExplainedDifferences.NONE, "addrlabel list", "ip -json addrlabel list"),
                new View(ExplainedDifferences.NONE, "neigh list --all", "ip -json -details neighbour show nud all"),
                new View(ExplainedDifferences.NONE, "neigh list --proxy", "ip -json -details neighbour show proxy"),
                new View(ExplainedDifferences.ROUTES, "nexthop list", "ip -json -details nexthop show"),
                new View(ExplainedDifferences.ROUTES, "route list -4 --table all", "ip -json -details -4 route show table all"),
                new View(ExplainedDifferences.ROUTES, "route list -6 --table all", "ip -json -details -6 route show table all"),
                new View(ExplainedDifferences.NONE, "rule list", "ip -json -details rule show"),
                new View(ExplainedDifferences.NONE, "rule list -6", "ip -json -details -6 rule show"),
                new View(ExplainedDifferences.QDISCS, "qdisc list", "tc -json -details qdisc show"),
                new View(ExplainedDifferences.FORWARDING_ENTRIES, "fdb list", "bridge -json -details fdb show"),
                new View(ExplainedDifferences.MULTICAST_GROUPS, "mdb list", "bridge -json -details mdb show")));
        if (topology.hasVlans()) {
            views.add(new View(ExplainedDifferences.VLANS, "vlan list", "bridge -json -details vlan show"));
        }
        for (Draw.Device device : topology.shaped()) {
            String name = device.name();
            views.add(new View(ExplainedDifferences.FILTERS, "filter list --dev " + name, "tc -json -details filter show dev " + name));
            for (String place : List.of("ingress", "egress")) {
                views.add(new View(ExplainedDifferences.FILTERS,
                        "filter list --dev " + name + " --parent " + place, "tc -json -details filter show dev " + name + " " + place));
                views.add(new View(ExplainedDifferences.FILTERS,
                        "chain list --dev " + name + " --parent " + place, "tc -json -details chain show dev " + name + " " + place));
            }
        }
        topology.actionKinds().forEach(kind -> views.add(new View(
                ExplainedDifferences.FILTERS, "action list " + kind, "tc -json -details actions list action " + kind)));
        return views;
    }

    private static int sameViews(Topology topology, NetworkNamespace namespace) throws NetlinkException {
        List<View> views = views(topology);
        List<String> differing = new ArrayList<>();
        for (View view : views) {
            List<String> ours = Stream.concat(Stream.of(view.ours.split(" ")), Stream.of("--json")).toList();
            try {
                view.explained.in(namespace).same(ours, List.of(view.theirs.split(" ")));
            } catch (AssertionError e) {
                differing.add("rtnl " + view.ours + ": " + e.getMessage());
            }
        }
        assertEquals("", String.join("\n", differing), inSeed("views"));
        return views.size();
    }
}
