package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.TapOptions;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.RootTest;

/**
 * Every step of every operation on several interfaces fails. What makes something leaves nothing then; what removes something has
 * tried all, keeps the rest in the journal, and can be repeated. {@link FaultsIT} has those on one interface.
 */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class OperationFaultsIT extends InVmLab {
    private Injection injection;
    private Map<String, Object> nothing;

    @BeforeEach
    void remember() throws IOException {
        injection = new Injection(lab);
        nothing = lab.snapshot();
    }

    private List<Link> macvtaps() throws IOException {
        return lab.near.links().list().stream().filter(link -> link.kind(Macvtap.class).isPresent()).toList();
    }

    private long up() throws IOException {
        return macvtaps().stream().filter(Link::isUp).count();
    }

    // ---- all or nothing

    @ParameterizedTest
    @EnumSource
    void whatMakesInterfacesLeavesNothing(Injection.Making making) throws IOException {
        List<String> events = injection.events(making);
        assertEquals(Injection.SPECS.size(), lab.interfaces.interfaces().size());
        lab.interfaces.deleteAll(VmOperation.DESTROY);
        for (int i = 0; i < events.size(); i++) {
            injection.failing(making, i, events.get(i));
            assertEquals(nothing, lab.snapshot(), events.get(i));
            assertEquals(List.of(), lab.interfaces.interfaces());
        }
    }

    // ---- as much as possible

    @ParameterizedTest
    @EnumSource
    void whatRemovesInterfacesKeepsTheRestInTheJournalAndCanBeRepeated(Injection.Removing removing) throws IOException {
        List<String> events = injection.events(removing);
        assertEquals(nothing, lab.snapshot());
        assertTrue(events.containsAll(List.of("before DISASSOCIATE", "before FORGET")), events::toString);
        for (int i = 0; i < events.size(); i++) {
            String event = events.get(i);
            Injection.Operation operation = injection.failing(removing, i, event);
            assertOnlyWhatFailedIsLeft(removing, event);
            operation.run();
            assertEquals(nothing, lab.snapshot(), event);
            assertEquals(List.of(), lab.interfaces.interfaces());

            injection.failing(removing, i, event);
            lab.reopen();
            lab.interfaces.recover(DirectInterfaces.Complete.REMOVE);
            assertEquals(nothing, lab.snapshot(), event);
        }
    }

    /** Removing all tries twice, so it may have removed everything in spite of the failure. */
    private void assertOnlyWhatFailedIsLeft(Injection.Removing removing, String event) throws IOException {
        int left = lab.interfaces.interfaces().size();
        assertTrue(left <= 1, event);
        assertEquals(event.equals("after FORGET") ? 0 : left, lab.journal().size(), event);
        boolean noSecondTry = event.equals("before DELETE_DEVICE") && removing != Injection.Removing.DELETE_ALL;
        assertEquals(noSecondTry ? 1 : 0, macvtaps().size(), event);
        assertEquals(event.equals("before DISASSOCIATE") ? left : 0, lab.vswitch.table.size(), event);
        assertEquals(nothing.get("taps"), lab.snapshot().get("taps"), event);
    }

    // ---- the machine that may leave

    @Test
    void pauseThatFailsStopsTheOthersAndCanBeRepeated() throws IOException {
        List<DirectInterface> made = Life.started(lab.interfaces, Injection.SPECS);
        Injection.Prepared pausing = _ -> {
            for (DirectInterface each : made) {
                each.start();
            }
            return new MigrationSource(made)::pause;
        };
        List<String> events = injection.events(pausing);
        Map<String, Object> paused = lab.snapshot();
        for (int i = 0; i < events.size(); i++) {
            Injection.Operation pause = injection.failing(pausing, i, events.get(i));
            assertEquals(events.get(i).equals("before BRING_DOWN") ? 1 : 0, up(), events.get(i));
            assertEquals(paused.get("switch"), lab.vswitch.table);
            assertEquals(paused.get("journal"), lab.journal());
            pause.run();
            assertEquals(paused, lab.snapshot(), events.get(i));
        }
    }

    @Test
    void goingOnHereThatFailsStartsTheOthersAndCanBeRepeated() throws IOException {
        List<DirectInterface> made = Life.started(lab.interfaces, Injection.SPECS);
        Map<String, Object> running = lab.snapshot();
        Injection.Prepared goingOn = _ -> {
            MigrationSource source = new MigrationSource(made);
            source.pause();
            return source::cancel;
        };
        List<String> events = injection.events(goingOn);
        assertEquals(running, lab.snapshot());
        for (int i = 0; i < events.size(); i++) {
            Injection.Operation cancel = injection.failing(goingOn, i, events.get(i));
            assertEquals(Injection.SPECS.size() - 1, up(), events.get(i));
            assertEquals(running.get("switch"), lab.vswitch.table);
            cancel.run();
            assertEquals(running, lab.snapshot(), events.get(i));
        }
    }

    // ---- one interface

    @Test
    void disassociationThatFailsChangesNothingElseAndCanBeRepeated() throws IOException {
        DirectInterface made = lab.interfaces.create(Injection.SPECS.getFirst(), VmOperation.CREATE);
        Map<String, Object> associated = lab.snapshot();
        Injection.Prepared disassociating = _ -> {
            made.associate(VmOperation.CREATE);
            return () -> made.disassociate(VmOperation.DESTROY);
        };
        List<String> events = injection.events(disassociating);
        Map<String, Object> disassociated = lab.snapshot();
        for (int i = 0; i < events.size(); i++) {
            Injection.Operation disassociate = injection.failing(disassociating, i, events.get(i));
            boolean known = events.get(i).equals("before DISASSOCIATE");
            assertEquals(known ? associated : disassociated, lab.snapshot(), events.get(i));
            disassociate.run();
            assertEquals(disassociated, lab.snapshot(), events.get(i));
            assertEquals(DirectInterface.Association.NONE, made.association());
        }
    }

    @Test
    @RootTest
    void openingMoreQueuesThatFailsOpensNone() throws IOException {
        DirectInterface made = lab.interfaces.create(Injection.SPECS.getFirst(), VmOperation.CREATE);
        List<TapQueue> queues = made.queues();
        Map<String, Object> before = lab.snapshot();
        for (String event : List.of("before OPEN_QUEUES", "after OPEN_QUEUES")) {
            int number = event.startsWith("before") ? 0 : 1;
            injection.failing(_ -> () -> made.openQueues(TapOptions.DEFAULT.queues(3)), number, event);
            assertEquals(before, lab.snapshot(), event);
            assertEquals(queues, made.queues());
        }
        assertEquals(3, made.openQueues(TapOptions.DEFAULT.queues(3)).size());
    }
}
