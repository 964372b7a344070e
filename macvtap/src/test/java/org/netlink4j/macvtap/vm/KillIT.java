package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.macvtap.Jvm;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.testkit.KernelTest;

/** A process is killed after each step of a machine's life; the next one makes good what it left. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class KillIT {
    /** Nothing, all, or the name of a life. */
    private static final String WANTED = System.getProperty("netlink4j.kill", "");

    @TempDir(factory = InMemory.class)
    private Path directory;

    private static List<String> kernel(Rtnetlink near) throws IOException {
        List<String> links = new ArrayList<>();
        for (Link link : near.links().list()) {
            links.add(link.name() + " " + link.isUp() + " " + link.address());
        }
        return links;
    }

    private List<String> files(String where) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(where))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("lock")).toList();
        }
    }

    private Map<String, List<String>> snapshot(Rtnetlink near) throws IOException {
        return new TreeMap<>(Map.of("kernel", kernel(near), "switch", files("switch"), "journal", files("journal")));
    }

    private DirectInterfaces open(Cable cable, Steps steps) throws IOException {
        return DirectInterfaces.open(
                cable.near(),
                new FileSwitch(directory.resolve("switch")),
                Optional.of(FileJournal.open(directory.resolve("journal"))),
                steps);
    }

    /** Runs a life until it ends or the process does, after a step; false if it ended before. */
    @FunctionalInterface
    private interface Killer {
        boolean kill(Cable cable, Life life, MacvlanMode mode, int event) throws Exception;
    }

    /** Kills a process with SIGKILL. */
    private boolean killProcess(Cable cable, Life life, MacvlanMode mode, int event) throws Exception {
        Process victim = new ProcessBuilder(Jvm.command(
                        Victim.class.getName(), cable.near().path().toString(), directory.toString(), life.name(), mode.toString(),
                        Integer.toString(event)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = victim.inputReader()) {
            String line = output.readLine();
            assertTrue("here".equals(line) || "ended".equals(line), line);
            return "here".equals(line);
        } finally {
            victim.destroyForcibly(); // SIGKILL
            assertTrue(victim.waitFor(20, TimeUnit.SECONDS));
        }
    }

    /** Stands in for the end of a process: nothing that follows is done. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Does within this process what a kill does: no more steps, and all descriptors closed. Much faster. */
    private boolean killWithin(Cable cable, Life life, MacvlanMode mode, int event) throws IOException {
        Steps steps = new Steps() {
            private int done;

            @Override
            public void before(InterfaceStep step) {
                if (done > event) {
                    throw new Killed();
                }
            }

            @Override
            public void after(InterfaceStep step) {
                done++;
                before(step);
            }
        };
        try (DirectInterfaces interfaces = open(cable, steps)) {
            life.live(interfaces, mode);
            return false;
        } catch (Killed _) {
            return true;
        }
    }

    /**
     * One of each kind; with {@code -Dnetlink4j.kill=all}, or the name of a life for that one, every life in every mode, and each time
     * a process is killed.
     */
    static Stream<Arguments> lives() {
        List<MacvlanMode> modes =
                List.of(MacvlanMode.VEPA, MacvlanMode.PRIVATE, MacvlanMode.BRIDGE, MacvlanMode.PASSTHRU, MacvlanMode.SOURCE);
        List<Life> lives = List.of(Life.values());
        if (!WANTED.isEmpty()) {
            return lives.stream()
                    .filter(life -> WANTED.equals("all") || WANTED.equals(life.name()))
                    .flatMap(life -> modes.stream().map(mode -> Arguments.of(life, mode)));
        }
        return IntStream.range(0, lives.size()).mapToObj(i -> Arguments.of(lives.get(i), modes.get(i % modes.size())));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void recoveryFinishesOrUndoesWhateverALifeCutShortLeft(Life life, MacvlanMode mode) throws Exception {
        killEverywhere(life, mode, WANTED.isEmpty() ? this::killWithin : this::killProcess);
    }

    /** A process of its own, in the mode of which most is to be undone. */
    @Test
    void recoveryFinishesOrUndoesWhateverAKilledProcessLeft() throws Exception {
        killEverywhere(Life.CANCELLED_IN, MacvlanMode.PASSTHRU, this::killProcess);
    }

    private void killEverywhere(Life life, MacvlanMode mode, Killer killer) throws Exception {
        Files.createDirectory(directory.resolve("switch"));
        try (Cable cable = new Cable();
                Rtnetlink near = Rtnetlink.open(cable.near())) {
            cable.connect(near);
            int lower = near.links().get(Cable.LOWER).index();
            near.links().setDown(lower);
            Faults faults = new Faults();
            try (DirectInterfaces interfaces = open(cable, faults)) {
                life.live(interfaces, mode);
            }
            boolean shared = !mode.equals(MacvlanMode.PASSTHRU); // which others may have come to rely on
            Map<String, List<String>> before = settled(near, lower, shared);
            int events = (int) faults.events.stream().filter(event -> event.startsWith("after")).count();
            int kept = 0;
            int undone = 0;
            for (int event = 0; event < events; event++) {
                String which = life + " in " + mode + ", killed after step " + event + " of " + events + ": ";
                assertTrue(killer.kill(cable, life, mode, event), which);
                try (DirectInterfaces next = open(cable, Steps.UNOBSERVED)) {
                    List<Recovered> first = next.recover(DirectInterfaces.Complete.KEEP);
                    assertFalse(first.stream().anyMatch(r -> r.outcome() == Recovered.Outcome.FAILED), which + first);
                    int complete = (int) first.stream().filter(r -> r.outcome() == Recovered.Outcome.KEPT).count();
                    kept += complete > 0 ? 1 : 0;
                    undone += complete < first.size() ? 1 : 0;
                    assertEquals(complete, next.interfaces().size(), which + first);
                    assertEquals(complete, files("journal").size(), which + first);
                    assertEquals(complete, macvtaps(near), which + first);
                    assertEquals(life == Life.UNKNOWN_TO_THE_SWITCH ? 0 : complete, files("switch").size(), which + first);
                    if (complete == 0) {
                        assertEquals(before, settled(near, lower, shared), which + first);
                    }
                }
                try (DirectInterfaces last = open(cable, Steps.UNOBSERVED)) {
                    last.recover(DirectInterfaces.Complete.REMOVE);
                }
                assertEquals(before, settled(near, lower, shared), which);
            }
            assertFalse(killer.kill(cable, life, mode, events), "no step is left");
            assertEquals(before, settled(near, lower, shared));
            String figures = kept + " kept, " + undone + " undone, of " + events;
            assertTrue(kept > 0 && undone > 3, figures);
            if (!WANTED.isEmpty()) {
                System.out.println(life + " in " + mode + ": " + figures);
            }
        }
    }

    private Map<String, List<String>> settled(Rtnetlink near, int lower, boolean shared) throws IOException {
        if (shared) {
            near.links().setDown(lower);
        }
        return snapshot(near);
    }

    private static long macvtaps(Rtnetlink near) throws IOException {
        return near.links().list().stream().filter(link -> link.kind(Macvtap.class).isPresent()).count();
    }
}
