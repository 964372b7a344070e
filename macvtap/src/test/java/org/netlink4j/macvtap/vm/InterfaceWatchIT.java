package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.lldpad.backend.EndedVsi;
import org.netlink4j.lldpad.backend.VsiBackend;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.testkit.KernelTest;

/** What happens to interfaces is told, and what the switch ended is asked for again. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class InterfaceWatchIT {
    private static final UUID INSTANCE = UUID.fromString(VmLab.INSTANCE);

    private final BlockingQueue<InterfaceEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<EndedVsi> fromSwitch = new LinkedBlockingQueue<>();
    private VmLab lab;
    private InterfaceWatch watch;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        lab = new VmLab(directory);
        watch = InterfaceWatch.open(lab.interfaces, this::next, events::add);
    }

    @AfterEach
    void close() {
        watch.close();
        lab.close();
    }

    private Optional<EndedVsi> next(Duration wait) {
        try {
            return Optional.ofNullable(fromSwitch.poll(wait.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private InterfaceEvent event() throws InterruptedException {
        InterfaceEvent event = events.poll(20, TimeUnit.SECONDS);
        assertNotNull(event, "nothing was told");
        return event;
    }

    private DirectInterface made() throws IOException {
        return lab.interfaces.create(VmLab.spec(MacvlanMode.VEPA), VmOperation.CREATE);
    }

    @Test
    void deviceThatSomebodyDeletes() throws Exception {
        DirectInterface made = made();
        lab.near.links().delete(made.index());
        assertEquals(new InterfaceEvent.DeviceGone(made), event());
    }

    @Test
    void lowerDeviceThatIsGone() throws Exception {
        DirectInterface made = made();
        lab.near.links().delete(lab.lower().index());
        assertEquals(new InterfaceEvent.LowerGone(made), event());
        made.delete();
        assertEquals(List.of(), lab.journal());
    }

    @Test
    void addressThatSomebodyChanges() throws Exception {
        DirectInterface made = made();
        MacAddress other = MacAddress.parse("52:54:00:00:00:99");
        lab.near.links().setAddress(made.index(), other);
        assertEquals(new InterfaceEvent.AddressChanged(made, other), event());
    }

    @Test
    void whatTheOwnerDoesIsNotTold() throws Exception {
        DirectInterface first = made();
        first.start();
        first.stop();
        first.delete();
        DirectInterface second = made();
        lab.near.links().delete(second.index());
        assertEquals(new InterfaceEvent.DeviceGone(second), event(), "and nothing of the first");
    }

    // ---- the switch

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "MIGRATE_IN_START"})
    void row57_whatTheSwitchEndedIsAskedForAgain(VmOperation operation) throws Exception {
        DirectInterface made = lab.interfaces.create(VmLab.spec(MacvlanMode.VEPA), operation);
        PortRequest wanted = lab.vswitch.table.get(INSTANCE);
        lab.vswitch.table.clear();
        fromSwitch.add(new EndedVsi(INSTANCE, EndedVsi.Reason.SWITCH));
        InterfaceEvent.AssociationEnded ended = assertInstanceOf(InterfaceEvent.AssociationEnded.class, event());
        assertEquals(Duration.ofSeconds(1), ended.retry());
        assertEquals(new InterfaceEvent.Reassociated(made), event());
        assertEquals(wanted, lab.vswitch.table.get(INSTANCE), "as it was before");
        assertEquals(2, lab.vswitch.log.size());
    }

    @Test
    void row58_whatIsNotOursIsIgnored() throws Exception {
        DirectInterface made = made();
        fromSwitch.add(new EndedVsi(new UUID(1, 1), EndedVsi.Reason.SWITCH));
        made.disassociate(VmOperation.DESTROY);
        fromSwitch.add(new EndedVsi(INSTANCE, EndedVsi.Reason.SWITCH)); // which its owner has given up
        lab.near.links().delete(made.index());
        assertEquals(new InterfaceEvent.DeviceGone(made), event(), "only what comes last is told");
        assertNull(events.poll(100, TimeUnit.MILLISECONDS));
        assertEquals(List.of(2, 3), lab.vswitch.numbers());
    }

    @Test
    void row59_lldpadThatWasStartedAnewIsToldAgain() throws Exception {
        DirectInterface made = made();
        lab.vswitch.table.clear();
        fromSwitch.add(new EndedVsi(INSTANCE, EndedVsi.Reason.LLDPAD_RESTARTED));
        assertTrue(event().words().startsWith("lldpad was restarted or has ended, and has forgotten it; the switch is asked again in 1 s"));
        assertEquals(new InterfaceEvent.Reassociated(made), event());
        assertEquals(PortRequest.ASSOCIATE, lab.vswitch.table.get(INSTANCE));
    }

    @Test
    void refusalLeadsToAnotherAttemptUntilItIsCancelled() throws Exception {
        DirectInterface made = made();
        lab.vswitch.otherwise = _ -> new VsiOutcome.Refused(new PortResponse(2), VdpGeneration.RATIFIED, true);
        fromSwitch.add(new EndedVsi(INSTANCE, EndedVsi.Reason.SWITCH));
        assertInstanceOf(InterfaceEvent.AssociationEnded.class, event());
        InterfaceEvent.ReassociationFailed failed = assertInstanceOf(InterfaceEvent.ReassociationFailed.class, event());
        assertEquals(Duration.ofSeconds(2), failed.retry());
        lab.vswitch.otherwise = _ -> null;
        assertEquals(new InterfaceEvent.Reassociated(made), event());

        fromSwitch.add(new EndedVsi(INSTANCE, EndedVsi.Reason.SWITCH));
        InterfaceEvent.AssociationEnded again = assertInstanceOf(InterfaceEvent.AssociationEnded.class, event());
        assertEquals(Duration.ofSeconds(4), again.retry());
        watch.cancel(made);
        made.delete();
        assertEquals(List.of(2, 2, 2, 3), lab.vswitch.numbers(), "no more attempts");
    }

    // ---- a real switch

    @ParameterizedTest
    @EnumSource
    void stationWhoseSwitchEndsTheVsi(VdpGeneration generation, @TempDir Path journal) throws Exception {
        EvbTimers quick = new EvbTimers(7, 11, 14, 15);
        try (Cable cable = new Cable();
                Rtnetlink near = Rtnetlink.open(cable.near())) {
            cable.connect(near);
            try (EvbBridgeRunner port = EvbBridgeRunner.open(cable.far(), Cable.FAR, generation, quick);
                    VsiBackend backend = VsiBackend.open(
                            VsiBackend.Kind.BUILT_IN, cable.near(), new LldpadConfig(generation).timers(quick));
                    DirectInterfaces interfaces = DirectInterfaces.open(cable.near(), backend::request, journal)) {
                try (InterfaceWatch own = InterfaceWatch.open(interfaces, backend::ended, events::add)) {
                    DirectInterface made = interfaces.create(VmLab.spec(MacvlanMode.VEPA), VmOperation.CREATE);
                    assertTrue(port.disassociate(VsiKey.of(new QbgProfile(11, 1193047, 2, INSTANCE))));
                    assertInstanceOf(InterfaceEvent.AssociationEnded.class, event());
                    assertEquals(new InterfaceEvent.Reassociated(made), event());
                    assertEquals(1, port.vsis().size());
                    own.cancel(made);
                    made.delete();
                }
            }
        }
    }
}
