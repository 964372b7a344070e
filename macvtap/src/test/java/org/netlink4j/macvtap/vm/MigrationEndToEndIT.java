package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.lldpad.backend.VsiBackend;
import org.netlink4j.lldpad.evb.BridgeAnswer;
import org.netlink4j.lldpad.evb.EvbBridge;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.macvtap.examples.Migration;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** A machine moves from one host to another: two built-in stations, each with its cable to a port of one switch, EVB, ECP and VDP between. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class MigrationEndToEndIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Keep-alives now and then, half a second for an answer. */
    private static final EvbTimers QUICK = new EvbTimers(7, 11, 14, 15);

    private final List<String> switchLog = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    /** A host with its port of the switch. */
    private final class Node {
        final String name;
        final Cable cable = keep(new Cable());
        final Rtnetlink near = keep(Rtnetlink.open(cable.near()));
        final EvbBridgeRunner port;
        final DirectInterfaces interfaces;

        Node(String name, VdpGeneration generation, Path journal) throws IOException {
            this(name, VsiBackend.Kind.BUILT_IN, generation, QUICK, journal);
        }

        Node(String name, VsiBackend.Kind kind, VdpGeneration generation, EvbTimers timers, Path journal) throws IOException {
            this.name = name;
            cable.connect(near);
            EvbHost host = keep(new EvbHost(cable, near, kind, generation, timers));
            port = host.port;
            port.answers(request -> {
                switchLog.add(name + " " + request.request().words());
                return BridgeAnswer.AGREE;
            });
            interfaces = keep(DirectInterfaces.open(cable.near(), host.backend::request, journal));
        }

        List<PortRequest> table() throws IOException {
            return port.vsis().stream().map(EvbBridge.Vsi::inForce).toList();
        }

        void awaitEmpty() throws IOException {
            assertTrue(port.awaitVsis(List::isEmpty, LONG), () -> name + " " + switchLog);
        }

        List<String> macvtaps() throws IOException {
            return near.links().list().stream().map(link -> link.name()).filter(n -> n.startsWith("macvtap")).toList();
        }
    }

    private <T extends AutoCloseable> T keep(T closeable) {
        open.addFirst(closeable);
        return closeable;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void vsiMovesFromPortToPort(VdpGeneration generation, @TempDir Path directory) throws Exception {
        Node source = new Node("source", generation, directory.resolve("source"));
        Node target = new Node("target", generation, directory.resolve("target"));
        DirectInterfaceSpec spec = VmLab.spec(MacvlanMode.VEPA);

        DirectInterface running = source.interfaces.createStarted(spec, VmOperation.CREATE);
        assertEquals(List.of(PortRequest.ASSOCIATE), source.table());
        MigrationSource leaving = new MigrationSource(List.of(running));

        try (MigrationTarget coming = MigrationTarget.prepare(target.interfaces, List.of(spec))) {
            assertEquals(List.of(PortRequest.PREASSOCIATE), target.table());
            assertEquals(List.of(PortRequest.ASSOCIATE), source.table(), "the machine still runs there");
            leaving.pause();
            coming.finish();
            assertEquals(List.of(PortRequest.ASSOCIATE), target.table());
            coming.start();
            leaving.confirm();
        }
        source.awaitEmpty();
        assertEquals(
                List.of("source associate", "target pre-associate", "target associate", "source disassociate"),
                distinctInOrder());
        assertEquals(List.of(), source.macvtaps());
        assertEquals(List.of("macvtap0"), target.macvtaps());
        assertTrue(target.near.links().get("macvtap0").isUp());
    }

    /** Two hosts, each with a lldpad of its own. {@code -Dnetlink4j.switch.log=true} prints what the switch was asked. */
    @ParameterizedTest
    @EnumSource
    @NeedsCommand({"lldpad", "nsenter", "stdbuf", "unshare"})
    void vsiMovesFromLldpadToLldpad(VdpGeneration generation, @TempDir Path directory) throws Exception {
        Node source = new Node("source", VsiBackend.Kind.LLDPAD, generation, EvbTimers.UNHURRIED, directory.resolve("source"));
        Node target = new Node("target", VsiBackend.Kind.LLDPAD, generation, EvbTimers.UNHURRIED, directory.resolve("target"));
        DirectInterfaceSpec spec = VmLab.spec(MacvlanMode.VEPA);
        source.interfaces.createStarted(spec, VmOperation.CREATE);
        Migration.move(source.interfaces, target.interfaces, List.of(spec));
        source.awaitEmpty();
        if (Boolean.getBoolean("netlink4j.switch.log")) {
            System.out.println(generation + ", by way of two lldpads:\n  " + String.join("\n  ", switchLog));
        }
        assertEquals(
                List.of("source associate", "target pre-associate", "target associate", "source disassociate"),
                distinctInOrder());
        assertEquals(List.of(PortRequest.ASSOCIATE), target.table());
        assertEquals(List.of(), source.macvtaps());
        assertEquals(List.of("macvtap0"), target.macvtaps());
    }

    /** Without what a keep-alive repeats. */
    private List<String> distinctInOrder() {
        return switchLog.stream().distinct().toList();
    }

    @ParameterizedTest
    @EnumSource
    void migrationThatIsCancelledLeavesTheSourceAsItWas(VdpGeneration generation, @TempDir Path directory) throws Exception {
        Node source = new Node("source", generation, directory.resolve("source"));
        Node target = new Node("target", generation, directory.resolve("target"));
        DirectInterfaceSpec spec = VmLab.spec(MacvlanMode.VEPA);
        DirectInterface running = source.interfaces.createStarted(spec, VmOperation.CREATE);
        MigrationSource leaving = new MigrationSource(List.of(running));

        try (MigrationTarget coming = MigrationTarget.prepare(target.interfaces, List.of(spec))) {
            assertEquals(1, coming.interfaces().size());
            leaving.pause();
        }
        leaving.cancel();
        target.awaitEmpty();
        assertEquals(List.of("source associate", "target pre-associate", "target disassociate"), distinctInOrder());
        assertEquals(List.of(PortRequest.ASSOCIATE), source.table());
        assertTrue(source.near.links().get(running.index()).isUp());
        assertEquals(List.of(), target.macvtaps());
    }

    @ParameterizedTest
    @EnumSource
    void switchThatRefusesTheEndOfAMigrationKeepsTheSource(VdpGeneration generation, @TempDir Path directory) throws Exception {
        Node source = new Node("source", generation, directory.resolve("source"));
        Node target = new Node("target", generation, directory.resolve("target"));
        DirectInterfaceSpec spec = VmLab.spec(MacvlanMode.VEPA);
        DirectInterface running = source.interfaces.createStarted(spec, VmOperation.CREATE);
        MigrationTarget coming = MigrationTarget.prepare(target.interfaces, List.of(spec));
        target.port.answers(request -> request.request() == PortRequest.ASSOCIATE ? BridgeAnswer.refuse(2) : BridgeAnswer.AGREE);

        assertThrows(AssociationException.class, coming::finish);
        target.awaitEmpty();
        assertEquals(List.of(), target.macvtaps());
        assertEquals(List.of(PortRequest.ASSOCIATE), source.table());
        running.delete();
        source.awaitEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theExample(VdpGeneration generation, @TempDir Path directory) throws Exception {
        Node source = new Node("source", generation, directory.resolve("source"));
        Node target = new Node("target", generation, directory.resolve("target"));
        DirectInterfaceSpec spec = VmLab.spec(MacvlanMode.VEPA);
        source.interfaces.createStarted(spec, VmOperation.CREATE);
        Migration.move(source.interfaces, target.interfaces, List.of(spec));
        source.awaitEmpty();
        assertEquals(
                List.of("source associate", "target pre-associate", "target associate", "source disassociate"),
                distinctInOrder());
    }
}
