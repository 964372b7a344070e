package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.testkit.KernelTest;

/** Every step of every operation fails, before it is done and after: kernel, switch, journal and descriptors are as before. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class FaultsIT extends InVmLab {
    static Stream<Arguments> makings() {
        return Stream.of(VmOperation.CREATE, VmOperation.RESTORE, VmOperation.MIGRATE_IN_START)
                .flatMap(operation -> modes().map(mode -> Arguments.of(operation, mode)));
    }

    static Stream<MacvlanMode> modes() {
        return Stream.of(MacvlanMode.VEPA, MacvlanMode.PASSTHRU);
    }

    private interface Operation {
        void run() throws IOException;
    }

    /** How many events an operation has that works. */
    private List<String> events(Operation operation) throws IOException {
        lab.faults.failAt(-1);
        operation.run();
        return List.copyOf(lab.faults.events);
    }

    private void assertFails(int number, String event, Operation operation) {
        lab.faults.failAt(number);
        Faults.Fault fault = assertThrows(Faults.Fault.class, operation::run, event);
        assertEquals("injected " + event, fault.getMessage());
        assertArrayEquals(new Throwable[0], fault.getSuppressed(), event);
        lab.faults.failAt(-1);
    }

    @ParameterizedTest
    @MethodSource("makings")
    void creationThatFailsLeavesNothing(VmOperation operation, MacvlanMode mode) throws IOException {
        DirectInterfaceSpec spec = VmLab.spec(mode);
        Map<String, Object> before = lab.snapshot();
        List<String> events = events(() -> lab.interfaces.create(spec, operation));
        assertTrue(events.containsAll(List.of("after CREATE_DEVICE", "after ASSOCIATE")), events::toString);
        assertEquals(mode.equals(MacvlanMode.PASSTHRU), events.contains("after SET_LOWER_ADDRESS"));
        lab.interfaces.interfaces().getFirst().delete();
        assertEquals(before, lab.snapshot());

        for (int i = 0; i < events.size(); i++) {
            assertFails(i, events.get(i), () -> lab.interfaces.create(spec, operation));
            assertEquals(before, lab.snapshot(), events.get(i));
            assertEquals(List.of(), lab.interfaces.interfaces());
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void creationAndStartThatFailLeaveNothing(MacvlanMode mode) throws IOException {
        lab.near.links().setDown(lab.lower().index());
        DirectInterfaceSpec spec = VmLab.spec(mode);
        Map<String, Object> before = lab.snapshot();
        List<String> events = events(() -> lab.interfaces.createStarted(spec, VmOperation.CREATE));
        assertTrue(events.containsAll(List.of("after BRING_LOWER_UP", "after BRING_UP")), events::toString);
        lab.interfaces.interfaces().getFirst().delete();
        lab.near.links().setDown(lab.lower().index());
        assertEquals(before, lab.snapshot());

        for (int i = 0; i < events.size(); i++) {
            assertFails(i, events.get(i), () -> lab.interfaces.createStarted(spec, VmOperation.CREATE));
            assertEquals(before, lab.snapshot(), events.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void startThatFailsLeavesTheInterfaceDown(MacvlanMode mode) throws IOException {
        lab.near.links().setDown(lab.lower().index());
        DirectInterface made = lab.interfaces.create(VmLab.spec(mode), VmOperation.CREATE);
        Map<String, Object> before = lab.snapshot();
        List<String> events = events(made::start);
        lab.interfaces.interfaces().getFirst().stop();
        lab.near.links().setDown(lab.lower().index());
        assertEquals(before, lab.snapshot());

        for (int i = 0; i < events.size(); i++) {
            assertFails(i, events.get(i), made::start);
            assertEquals(before, lab.snapshot(), events.get(i));
        }
        made.start();
        assertTrue(lab.near.links().get(made.index()).isUp());
    }

    @ParameterizedTest
    @MethodSource("modes")
    void stopThatFailsTriesAllAndCanBeRepeated(MacvlanMode mode) throws IOException {
        lab.near.links().setDown(lab.lower().index());
        DirectInterface made = lab.interfaces.createStarted(VmLab.spec(mode), VmOperation.CREATE);
        List<String> events = events(made::stop);
        Map<String, Object> stopped = lab.snapshot();
        assertEquals(mode.equals(MacvlanMode.PASSTHRU), events.contains("after BRING_LOWER_DOWN"));

        for (int i = 0; i < events.size(); i++) {
            made.start();
            assertFails(i, events.get(i), made::stop);
            assertEquals(
                    events.get(i).equals("before BRING_DOWN"),
                    lab.near.links().get(made.index()).isUp(),
                    events.get(i));
            made.stop();
            assertEquals(stopped, lab.snapshot(), events.get(i));
        }
    }

    /** The undoing fails, too, so recovery has all to do; the first failure is what the caller sees, with nothing but later ones. */
    @ParameterizedTest
    @EnumSource
    void whatNobodyCouldUndoRecoveryDoes(Life life) throws IOException {
        boolean shared = life.ordinal() % 2 == 0;
        MacvlanMode mode = shared ? MacvlanMode.VEPA : MacvlanMode.PASSTHRU;
        lab.near.links().setDown(lab.lower().index());
        Map<String, Object> before = lab.snapshot();
        List<String> events = events(() -> life.live(lab.interfaces, mode));
        for (int i = 0; i < events.size(); i++) {
            String event = life + " " + events.get(i);
            lab.faults.failFrom(i);
            Faults.Fault fault = assertThrows(Faults.Fault.class, () -> life.live(lab.interfaces, mode), event);
            assertEquals("injected " + events.get(i), fault.getMessage());
            for (Throwable later : fault.getSuppressed()) {
                assertTrue(later instanceof Faults.Fault, later::toString);
            }
            lab.faults.failAt(-1);
            recover(DirectInterfaces.Complete.REMOVE);
            if (shared) { // others may have come to rely on it
                lab.near.links().setDown(lab.lower().index());
            }
            assertEquals(before, lab.snapshot(), event);
        }
    }

    /** By a process that is started afterwards. */
    private void recover(DirectInterfaces.Complete complete) throws IOException {
        lab.reopen();
        List<Recovered> recovered = lab.interfaces.recover(complete);
        assertFalse(recovered.stream().anyMatch(r -> r.outcome() == Recovered.Outcome.FAILED), recovered::toString);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void recoveryThatFailsCanBeRepeated(MacvlanMode mode) throws IOException {
        Map<String, Object> before = lab.snapshot();
        lab.interfaces.createStarted(VmLab.spec(mode), VmOperation.CREATE);
        lab.reopen();
        List<String> events = events(() -> lab.interfaces.recover(DirectInterfaces.Complete.REMOVE));
        for (int i = 0; i < events.size(); i++) {
            lab.interfaces.createStarted(VmLab.spec(mode), VmOperation.CREATE);
            lab.reopen();
            lab.faults.failAt(i);
            Recovered first = lab.interfaces.recover(DirectInterfaces.Complete.REMOVE).getFirst();
            assertEquals(Recovered.Outcome.FAILED, first.outcome(), events.get(i));
            assertEquals("injected " + events.get(i), first.words());
            lab.faults.failAt(-1);
            boolean left = !lab.journal().isEmpty();
            assertEquals(left ? 1 : 0, lab.interfaces.recover(DirectInterfaces.Complete.REMOVE).size());
            assertEquals(before, lab.snapshot(), events.get(i));
        }
        assertTrue(events.contains("before DELETE_DEVICE"), events::toString);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void associationThatFailsLeavesNoDoubt(MacvlanMode mode) throws IOException {
        DirectInterface made = lab.interfaces.create(VmLab.spec(mode), VmOperation.MIGRATE_IN_START);
        Map<String, Object> before = lab.snapshot();
        List<String> events = events(() -> made.associate(VmOperation.MIGRATE_IN_FINISH));
        made.delete();
        for (int i = 0; i < events.size(); i++) {
            DirectInterface next = lab.interfaces.create(VmLab.spec(mode), VmOperation.MIGRATE_IN_START);
            assertFails(i, events.get(i), () -> next.associate(VmOperation.MIGRATE_IN_FINISH));
            DirectInterface.Association known = next.association();
            assertTrue(known != DirectInterface.Association.UNKNOWN, events.get(i));
            assertEquals(known == DirectInterface.Association.NONE, lab.vswitch.table.isEmpty(), events.get(i));
            assertEquals(before.get("links"), lab.snapshot().get("links"), events.get(i));
            next.delete();
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void deletionThatFailsTriesAllAndRecoveryFinishesIt(MacvlanMode mode) throws IOException {
        lab.near.links().setDown(lab.lower().index());
        Map<String, Object> before = lab.snapshot();
        DirectInterfaceSpec spec = VmLab.spec(mode);
        List<String> events =
                events(() -> lab.interfaces.createStarted(spec, VmOperation.CREATE).delete());
        int created = events.lastIndexOf("after BRING_UP") + 3; // and the journal
        if (mode.equals(MacvlanMode.VEPA)) {
            lab.near.links().setDown(lab.lower().index());
        }
        assertEquals(before, lab.snapshot());

        for (String event : events.subList(created, events.size())) {
            DirectInterface made = lab.interfaces.createStarted(spec, VmOperation.CREATE);
            int number = events.lastIndexOf(event) - created;
            assertFails(number, event, made::delete);
            boolean left = event.equals("before DELETE_DEVICE");
            assertEquals(left, lab.near.links().list().stream().anyMatch(link -> link.name().startsWith("macvtap")), event);
            assertEquals(event.equals("before DISASSOCIATE"), !lab.vswitch.table.isEmpty(), event);

            recover(DirectInterfaces.Complete.KEEP);
            if (mode.equals(MacvlanMode.VEPA)) {
                lab.near.links().setDown(lab.lower().index());
            }
            assertEquals(before, lab.snapshot(), event);
        }
    }
}
