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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.macvtap.Jvm;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.testkit.KernelTest;

/** A process is killed after each step of an interface's life; the next one makes good what it left. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class KillIT {
    @TempDir
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

    /** Kills a process after a step; false if its life has ended before. */
    private boolean kill(Cable cable, MacvlanMode mode, int event) throws Exception {
        Process victim = new ProcessBuilder(Jvm.command(
                        Victim.class.getName(), cable.near().path().toString(), directory.toString(), mode.toString(),
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

    @Test
    void recoveryFinishesOrUndoesWhateverAKilledProcessLeft() throws Exception {
        MacvlanMode mode = MacvlanMode.PASSTHRU; // of which most is to be undone
        Files.createDirectory(directory.resolve("switch"));
        try (Cable cable = new Cable();
                Rtnetlink near = Rtnetlink.open(cable.near())) {
            cable.connect(near);
            near.links().setDown(near.links().get(Cable.LOWER).index());
            Faults faults = new Faults();
            try (DirectInterfaces interfaces = open(cable, faults)) {
                Victim.live(interfaces, mode);
            }
            Map<String, List<String>> before = snapshot(near);
            int events = (int) faults.events.stream().filter(event -> event.startsWith("after")).count();
            int kept = 0;
            for (int event = 0; event < events; event++) {
                String which = event + " of " + events;
                assertTrue(kill(cable, mode, event), which);
                try (DirectInterfaces next = open(cable, Steps.UNOBSERVED)) {
                    List<Recovered> first = next.recover(DirectInterfaces.Complete.KEEP);
                    assertFalse(first.stream().anyMatch(r -> r.outcome() == Recovered.Outcome.FAILED), which + first);
                    boolean complete = first.stream().anyMatch(r -> r.outcome() == Recovered.Outcome.KEPT);
                    kept += complete ? 1 : 0;
                    assertEquals(complete ? 1 : 0, next.interfaces().size());
                    if (complete) {
                        assertEquals(1, files("switch").size(), which);
                        assertEquals(1, files("journal").size(), which);
                    } else {
                        assertEquals(before, snapshot(near), which + first);
                    }
                }
                try (DirectInterfaces last = open(cable, Steps.UNOBSERVED)) {
                    last.recover(DirectInterfaces.Complete.REMOVE);
                }
                assertEquals(before, snapshot(near), which);
            }
            assertFalse(kill(cable, mode, events), "no event is left");
            assertTrue(kept > 3 && kept < events / 2, kept + " of " + events);
        }
    }
}
