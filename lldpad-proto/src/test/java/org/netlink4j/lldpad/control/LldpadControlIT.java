package org.netlink4j.lldpad.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.UnixSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.client.LldpadClient;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.evb.BridgeAnswer;
import org.netlink4j.lldpad.lab.LldpadLab;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Against a real lldpad, and compared with what its own tools send and show. */
@KernelTest
@NeedsCommand({"lldpad", "lldptool", "vdptool", "nsenter", "stdbuf", "strace", "unshare"})
class LldpadControlIT {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String STATION = LldpadLab.STATION;
    private static final UUID INSTANCE = UUID.fromString("09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f");
    private static final Pattern SENT = Pattern.compile("sendto\\(\\d+, \"([^\"]*)\"");

    private static Commands tools(LldpadLab lab) {
        return Commands.inside(lab.namespace().path().toString());
    }

    /** What a tool of lldpad sends. */
    private static List<String> sent(LldpadLab lab, String command) {
        String[] words = Stream.concat(
                        Stream.of("strace", "-f", "-e", "trace=sendto", "-s", "4096"), Stream.of(command.split(" ")))
                .toArray(String[]::new);
        Matcher matcher = SENT.matcher(tools(lab).attempt(words).errors());
        List<String> sent = new ArrayList<>();
        while (matcher.find()) {
            sent.add(matcher.group(1));
        }
        return sent;
    }

    /** lldpad starts its modules one after the other. */
    private static boolean once(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() - deadline < 0) {
            try {
                if (condition.call()) {
                    return true;
                }
            } catch (ControlRefusedException _) {
                // not yet
            }
            Thread.sleep(20);
        }
        return false;
    }

    private static ControlVsi vsi(String mode) {
        return ControlVsi.of(mode, "x", 5, 4, INSTANCE, "2-52:00:00:11:22:33");
    }

    @Test
    void saysWhatTheToolsSay() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED).startStation()) {
            Map<String, String> requests = Map.of(
                    "lldptool -t -i sta0 -g ncb -V evb -c", ControlRequest.get(STATION, ControlTlv.EVB).text(),
                    "lldptool -t -i sta0 -g ncb -V evbcfg -c", ControlRequest.get(STATION, ControlTlv.EVB_DRAFT).text(),
                    "lldptool -t -i sta0 -g ncb -V evb -c ecprte", ControlRequest.get(STATION, ControlTlv.EVB, "ecprte").text(),
                    "lldptool -t -i sta0 -g ncb -V evb", ControlRequest.sent(STATION, ControlTlv.EVB).text(),
                    "lldptool -T -i sta0 -g ncb -V evb -c ecprte=9",
                            ControlRequest.set(STATION, ControlTlv.EVB, "ecprte", "9").text(),
                    "lldptool -l -i sta0 -g ncb adminStatus", ControlRequest.adminStatus(STATION).text(),
                    "lldptool -L -i sta0 -g ncb adminStatus=rx", ControlRequest.adminStatus(STATION, "rx").text(),
                    "vdptool -t -i sta0 -V preassoc-rr", ControlRequest.vsis(STATION, PortRequest.PREASSOCIATE_RR).text(),
                    "vdptool -T -i sta0 -V assoc -c mode=assoc -c mgrid2=x -c typeid=5 -c uuid=" + INSTANCE
                                    + " -c typeidver=4 -c hints=none -c filter=2-52:00:00:11:22:33",
                            ControlRequest.ask(STATION, PortRequest.ASSOCIATE, vsi("assoc")).text(),
                    "lldptool -p", "P");
            requests.forEach((command, ours) -> assertEquals(List.of(ours), sent(lab, command), command));
        }
    }

    @Test
    void whatIsSetIsWhatLldpadHolds() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED).startStation();
                LldpadControl control = LldpadControl.open(lab.namespace())) {
            assertTrue(LldpadControl.isRunning(lab.namespace()));
            assertTrue(control.ping() > 0);
            assertTrue(once(() -> control.sent(STATION, ControlTlv.EVB).toString().startsWith("fe090080c20d")));
            control.set(STATION, ControlTlv.EVB, "vdprka", "21");
            assertEquals(Optional.of("21"), control.get(STATION, ControlTlv.EVB, "vdprka"));
            Map<String, String> all = control.get(STATION, ControlTlv.EVB);
            String shown = tools(lab).run("lldptool", "-t", "-i", STATION, "-g", "ncb", "-V", "evb", "-c");
            all.forEach((key, value) -> assertTrue(shown.contains(key + "=" + value), shown));
            assertEquals("station", all.get("evbmode"));
            control.setAdminStatus(STATION, "rx");
            assertEquals("rx", control.adminStatus(STATION));
            assertTrue(tools(lab).run("lldptool", "-l", "-i", STATION, "-g", "ncb", "adminStatus").contains("adminStatus=rx"));
        }
    }

    @Test
    void refusalsCarryTheStatus() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED).startStation();
                LldpadControl control = LldpadControl.open(lab.namespace())) {
            assertEquals(2, status(() -> control.get("nosuch", ControlTlv.EVB)));
            assertEquals(5, status(() -> control.set(STATION, ControlTlv.EVB, "ecprte", "99")));
            assertEquals(9, status(() -> control.set(STATION, ControlTlv.EVB, "nosuch", "9")));
            assertEquals(2, status(() -> control.get(STATION, ControlTlv.VDP_DRAFT)));
            assertEquals("station", control.get(STATION, ControlTlv.EVB).get("evbmode"));
        }
    }

    private static int status(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(ControlRefusedException.class, call).status();
    }

    /** Asks as vdptool does, hears what the switch says, and reads the table with the VLAN that the switch chose. */
    @Test
    void theTableOfVsisAndItsEvents() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED);
                EvbBridgeRunner bridge = lab.openBridge()) {
            lab.startStation();
            assertTrue(bridge.awaitAgreement(LONG));
            bridge.answers(_ -> new BridgeAnswer.Reply(0, Duration.ZERO, 77));
            try (LldpadControl control = LldpadControl.open(lab.namespace())) {
                control.attach();
                assertEquals(List.of(), control.vsis(STATION, PortRequest.ASSOCIATE));
                control.ask(
                        STATION, PortRequest.ASSOCIATE, ControlVsi.of("assoc", "x", 5, 4, INSTANCE, "0-52:00:00:11:22:33"));
                ControlVsi told = control.event(LONG).orElseThrow().vsis().getFirst();
                assertEquals(Optional.of("assoc"), told.value("mode"));
                ControlVsi listed = control.vsis(STATION, PortRequest.ASSOCIATE).getFirst();
                assertEquals(Optional.of(INSTANCE.toString()), listed.value("uuid"));
                assertEquals(List.of("77-52:00:00:11:22:33"), listed.filters());
                control.ask(STATION, PortRequest.DISASSOCIATE, vsiWithVlan());
                assertEquals(
                        Optional.of("deassoc"), control.event(LONG).orElseThrow().vsis().getFirst().value("mode"));
                assertTrue(bridge.awaitVsis(List::isEmpty, LONG));
                control.detach();
                assertEquals(Optional.empty(), control.event(Duration.ZERO));
            }
        }
    }

    private static ControlVsi vsiWithVlan() {
        return ControlVsi.of("deassoc", "x", 5, 4, INSTANCE, "77-52:00:00:11:22:33");
    }

    @Test
    void theDraftIsConfiguredThroughItsOwnNames() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.DRAFT).startStation();
                LldpadControl control = LldpadControl.open(lab.namespace())) {
            assertTrue(once(() -> control.get(STATION, ControlTlv.VDP_DRAFT).containsKey("role")));
            assertEquals(Map.of("mode", "", "role", "station", "enableTx", "yes"), control.get(STATION, ControlTlv.VDP_DRAFT));
            assertEquals("reflectiverelay", control.get(STATION, ControlTlv.EVB_DRAFT).get("fmode"));
        }
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void theGenerationIsFoundOutWithoutATrace(VdpGeneration generation) throws Exception {
        try (LldpadLab lab = new LldpadLab(generation).startStation();
                LldpadControl control = LldpadControl.open(lab.namespace());
                LldpadClient client =
                        LldpadClient.open(new LldpadConfig(generation).pidFile(lab.pidFile()), lab.namespace())) {
            assertEquals(generation, control.generation(STATION));
            assertEquals(List.of(), client.status(lab.index()).entries());
            assertEquals(2, status(() -> control.generation("nosuch")));
        }
    }

    // ---- without lldpad, and with somebody else in its place

    @Test
    void nobodyThere() throws Exception {
        try (NetworkNamespace empty = NetworkNamespace.createAnonymous()) {
            assertFalse(LldpadControl.isRunning(empty));
            assertEquals(
                    Errno.ECONNREFUSED,
                    assertThrows(SystemCallException.class, () -> LldpadControl.open(empty)).errno());
        }
    }

    @Test
    void oneThatIsFrozenIsATimeout() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                FrameFile mute = UnixSocket.bound(namespace, LldpadControl.SOCKET);
                LldpadControl control = LldpadControl.open(namespace);
                Arena arena = Arena.ofShared()) {
            assertThrows(TimedOutException.class, control::ping);
            MemorySegment room = arena.allocate(10);
            assertEquals(1, mute.read(room));
        }
    }
}
