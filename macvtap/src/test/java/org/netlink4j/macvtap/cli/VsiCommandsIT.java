package org.netlink4j.macvtap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.daemon.LldpadDaemon;
import org.netlink4j.lldpad.daemon.LldpadSetup;
import org.netlink4j.lldpad.evb.BridgeAnswer;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.RootTest;
import org.netlink4j.testkit.StrictJson;

/** {@code macvtapctl vsi} and {@code evb} as processes, with both back ends. */
@KernelTest
@NeedsCommand("nsenter")
class VsiCommandsIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final UUID INSTANCE = UUID.fromString("09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f");
    private static final String PROFILE =
            " lower0 --manager-id 11 --type-id 0x123456 --type-version 2 --instance-id " + INSTANCE + " --mac 52:54:00:c7:3e:ce";

    private Cable cable;

    @BeforeEach
    void open() throws NetlinkException {
        cable = new Cable();
        try (Rtnetlink rtnetlink = Rtnetlink.open(cable.near())) {
            cable.connect(rtnetlink);
        }
    }

    @AfterEach
    void close() {
        cable.close();
    }

    private CliProcess near(String line) throws IOException {
        return new CliProcess(cable.near(), line);
    }

    private EvbBridgeRunner bridge(VdpGeneration generation) throws NetlinkException {
        return EvbBridgeRunner.open(cable.far(), Cable.FAR, generation, EvbTimers.UNHURRIED);
    }

    private static String generation(VdpGeneration generation) {
        return " --generation " + generation.name().toLowerCase(Locale.ROOT);
    }

    private static Map<?, ?> json(String output) {
        String line = output.lines().filter(one -> one.startsWith("{")).reduce((_, last) -> last).orElseThrow();
        return (Map<?, ?>) StrictJson.parse(line);
    }

    // ---- the built-in station

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void theBuiltInStationKeepsAVsiUntilItIsInterrupted(VdpGeneration generation) throws Exception {
        try (EvbBridgeRunner bridge = bridge(generation);
                CliProcess command = near("vsi associate" + PROFILE + " --vlan 7" + generation(generation))) {
            String told = command.await("kept in force by this process");
            assertTrue(told.contains("done: associate\n  VSI " + INSTANCE + " on lower0, MAC 52:54:00:c7:3e:ce, VLAN 7, by way of"
                    + " built-in\n"), told);
            assertEquals(PortRequest.ASSOCIATE, bridge.vsis().getFirst().inForce());
            command.interrupt();
            command.awaitEnd();
            assertTrue(command.output().contains("done: disassociate"), command.output());
            assertEquals(List.of(), bridge.vsis());
        }
    }

    @Test
    void theBuiltInStationTellsThatTheSwitchEndedAVsi() throws Exception {
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED);
                CliProcess command = near("vsi preassociate --reserve" + PROFILE + " --json")) {
            command.await("\"done\":true");
            assertEquals(PortRequest.PREASSOCIATE_RR, bridge.vsis().getFirst().inForce());
            bridge.disassociate(bridge.vsis().getFirst().key());
            assertEquals(1, command.awaitEnd());
            assertEquals("the switch ended it", json(command.output()).get("words"));
        }
    }

    @Test
    void itEndsByItselfAfterAWhile() throws Exception {
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED);
                CliProcess command = near("vsi associate" + PROFILE + " --for 0.3 --json")) {
            assertEquals(0, command.awaitEnd());
            assertEquals("disassociate", json(command.output()).get("request"));
            assertEquals(List.of(), bridge.vsis());
        }
    }

    @Test
    void aRefusalEndsWithOneAndSaysWhatToDo() throws Exception {
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED)) {
            bridge.answers(_ -> BridgeAnswer.refuse(2));
            try (CliProcess command = near("vsi associate" + PROFILE)) {
                assertEquals(1, command.awaitEnd());
                assertTrue(command.output().contains("the switch refused: insufficient resources; check the profile"),
                        command.output());
            }
        }
    }

    @Test
    void progressIsShownWhileTheSwitchIsSilent() throws Exception {
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.DRAFT)) {
            bridge.answers(_ -> new BridgeAnswer.Silence());
            try (CliProcess command = near("vsi associate" + PROFILE + " --generation draft")) {
                command.await("waiting for the switch: 2 s of at most 15 s\n");
                assertEquals(1, command.awaitEnd());
                assertTrue(command.output().contains("the switch did not answer; check the cable"), command.output());
            }
        }
    }

    // ---- the station of another process

    /** A station that runs is to the other commands what lldpad is. */
    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void aStationKeepsWhatOtherCommandsAskFor(VdpGeneration generation) throws Exception {
        try (EvbBridgeRunner bridge = bridge(generation);
                CliProcess station = near("evb station lower0" + generation(generation))) {
            station.await("agreed is true");
            try (CliProcess watch = near("vsi watch lower0 --json")) {
                try (CliProcess command = near("vsi associate" + PROFILE + " --vlan 7")) {
                    assertEquals(0, command.awaitEnd());
                    assertTrue(command.output().contains("VLAN 7, by way of station"), command.output());
                }
                assertEquals(PortRequest.ASSOCIATE, bridge.vsis().getFirst().inForce());
                watch.await("\"words\":\"in force: associate, VLAN 7\"");
                station.await("associate instance_id " + INSTANCE);
                try (CliProcess command = near("vsi status lower0")) {
                    assertEquals(0, command.awaitEnd());
                    assertEquals(INSTANCE + " in force: associate, VLAN 7\n", command.output());
                }
                try (CliProcess command = near("vsi associate" + PROFILE + " --vlan 8 --json")) {
                    assertEquals(1, command.awaitEnd());
                    assertEquals("Rejected", json(command.output()).get("outcome"));
                }
                try (CliProcess command = near("vsi disassociate" + PROFILE + " --json")) {
                    assertEquals(0, command.awaitEnd());
                    assertEquals("station", json(command.output()).get("backend"));
                }
                watch.await("\"words\":\"gone\"");
                assertEquals(List.of(), bridge.vsis());
                try (CliProcess command = near("vsi associate" + PROFILE + " --backend station --json")) {
                    assertEquals(0, command.awaitEnd());
                }
                station.interrupt();
                station.awaitEnd();
                assertEquals(List.of(), bridge.vsis(), "it ends what it kept");
                watch.interrupt();
                watch.awaitEnd();
            }
        }
    }

    /** Of a command that keeps a VSI itself. */
    @Test
    void aVsiThatACommandKeepsIsListedAndEndedByOthers() throws Exception {
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED);
                CliProcess keeper = near("vsi associate" + PROFILE)) {
            keeper.await("kept in force by this process");
            try (CliProcess command = near("vsi status lower0 --json")) {
                assertEquals(0, command.awaitEnd());
                Map<?, ?> vsi = (Map<?, ?>) ((List<?>) json(command.output()).get("vsis")).getFirst();
                assertEquals("in force: associate, VLAN 0", vsi.get("words"));
            }
            try (CliProcess command = near("vsi disassociate" + PROFILE)) {
                assertEquals(0, command.awaitEnd());
            }
            assertEquals(List.of(), bridge.vsis());
            assertEquals(1, keeper.awaitEnd());
            assertTrue(keeper.output().contains("ended: another process of this host had it disassociated"), keeper.output());
        }
    }

    /** Abstract names have no owner, so the kernel is asked who knocks. */
    @Test
    @RootTest
    @NeedsCommand("setpriv")
    void aForeignUserIsToldNothing() throws Exception {
        try (EvbBridgeRunner _ = bridge(VdpGeneration.RATIFIED);
                CliProcess keeper = near("vsi associate" + PROFILE)) {
            keeper.await("kept in force by this process");
            // may enter the network namespace, but is another user
            List<String> stranger = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
            try (CliProcess command = new CliProcess(cable.near(), stranger, "vsi status lower0 --backend station")) {
                assertEquals(1, command.awaitEnd());
                assertTrue(command.output().contains("only root and the user who speaks EVB there may ask"), command.output());
            }
            try (CliProcess command = new CliProcess(cable.near(), stranger, "vsi disassociate" + PROFILE + " --backend station")) {
                assertEquals(1, command.awaitEnd());
            }
            assertTrue(keeper.isRunning());
        }
    }

    @Test
    void withoutAStationThereIsNothingToAsk() throws Exception {
        try (CliProcess command = near("vsi associate" + PROFILE + " --backend station")) {
            assertEquals(1, command.awaitEnd());
            assertTrue(command.output().contains("no process keeps a station on the port; start one"), command.output());
        }
        try (CliProcess command = near("vsi status lower0 --backend nobody")) {
            assertEquals(2, command.awaitEnd());
            assertTrue(command.output().contains("want auto, lldpad, station or built-in"), command.output());
        }
    }

    // ---- lldpad

    @Test
    @NeedsCommand({"lldpad", "stdbuf", "unshare"})
    void aLifeByWayOfLldpad() throws Exception {
        LldpadSetup setup = new LldpadSetup(Cable.LOWER, VdpGeneration.RATIFIED, false, EvbTimers.UNHURRIED);
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED);
                LldpadDaemon lldpad = LldpadDaemon.start(cable.near(), setup)) {
            assertTrue(bridge.awaitAgreement(LONG));
            String how = " --pid-file " + lldpad.pidFile();
            try (CliProcess watch = near("vsi watch lower0" + how)) {
                try (CliProcess command = near("vsi associate" + PROFILE + " --json" + how)) {
                    assertEquals(0, command.awaitEnd());
                    Map<?, ?> view = json(command.output());
                    assertEquals("lldpad", view.get("backend"));
                    assertEquals(new BigDecimal(0), view.get("vlan"));
                }
                watch.await(INSTANCE + " in force\n");
                try (CliProcess command = near("vsi status lower0 --json" + how)) {
                    assertEquals(0, command.awaitEnd());
                    Map<?, ?> vsi = (Map<?, ?>) ((List<?>) json(command.output()).get("vsis")).getFirst();
                    assertEquals(INSTANCE.toString(), vsi.get("instance_id"));
                    assertEquals("agreed", vsi.get("stage"));
                }
                try (CliProcess command = near("vsi associate" + PROFILE + " --backend built-in" + how)) {
                    assertEquals(1, command.awaitEnd());
                    assertTrue(command.output().contains("lldpad"), command.output());
                }
                try (CliProcess command = near("vsi disassociate" + PROFILE + how)) {
                    assertEquals(0, command.awaitEnd());
                }
                watch.await(INSTANCE + " gone\n");
                try (CliProcess command = near("vsi status lower0" + how)) {
                    assertEquals(0, command.awaitEnd());
                    assertEquals("no VSI on lower0\n", command.output());
                }
            }
        }
    }

    @Test
    void withoutLldpadThereIsNothingToAskItFor() throws Exception {
        try (CliProcess command = near("vsi associate" + PROFILE + " --backend lldpad --pid-file /nowhere")) {
            assertEquals(1, command.awaitEnd());
            assertTrue(command.output().contains("lldpad is not running in this network namespace; start it"), command.output());
        }
        try (CliProcess command = near("vsi status lower0")) {
            assertEquals(1, command.awaitEnd());
            assertTrue(command.output().contains("start lldpad, or macvtapctl evb station lower0"), command.output());
        }
    }

    /** The switch is the bridge in the other namespace, by its own account. */
    @Test
    @EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
    void theGraphShowsWhatTheSwitchHas() throws Exception {
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED);
                CliProcess create = near("create lower0 --name vm1 --mac 52:54:00:c7:3e:ce");
                CliProcess keeper = near("vsi associate" + PROFILE + " --vlan 7")) {
            assertEquals(0, create.awaitEnd());
            keeper.await("kept in force by this process");
            assertEquals(1, bridge.vsis().size());
            try (CliProcess graph = near("graph --format mermaid --bridge " + cable.far().path())) {
                assertEquals(0, graph.awaitEnd());
                String drawn = graph.output();
                assertTrue(drawn.contains("switch: ratified, VSIs 1"), drawn);
                assertTrue(drawn.contains("_vsi[\"switch: associate, VLAN 7<br/>" + INSTANCE + "\"]"), drawn);
            }
            try (CliProcess graph = near("graph --json")) {
                assertEquals(0, graph.awaitEnd());
                assertTrue(!graph.output().contains("switch"), graph.output());
            }
        }
    }

    // ---- both ends by hand

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void bridgeStationAndShow(VdpGeneration generation) throws Exception {
        try (CliProcess bridge = new CliProcess(
                cable.far(), "evb bridge far0 --vlan 77 --json" + generation(generation))) {
            bridge.await("\"bridge\"");
            try (CliProcess station = near("evb station lower0" + generation(generation))) {
                station.await("agreed is true");
                bridge.await("\"event\":\"station_heard\",\"is\":true");
                station.interrupt();
                station.awaitEnd();
            }
            bridge.await("\"event\":\"station_heard\",\"is\":false");
            try (CliProcess command = near("vsi associate" + PROFILE + " --for 0.2" + generation(generation))) {
                assertEquals(0, command.awaitEnd());
            }
            String log = bridge.await("\"event\":\"ended\"");
            assertTrue(log.contains("\"event\":\"associate\",\"instance_id\":\"" + INSTANCE), log);
            try (CliProcess again = near("vsi associate" + PROFILE + " --for 20" + generation(generation));
                    CliProcess show = near("evb show lower0 --json")) {
                again.await("kept in force");
                assertEquals(0, show.awaitEnd());
                Map<?, ?> offer = (Map<?, ?>) ((List<?>) json(show.output()).get("offers")).getFirst();
                assertEquals(generation == VdpGeneration.DRAFT ? "draft" : "ratified", offer.get("generation"));
            }
        }
    }
}
