package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.PortProfileSpec;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.testkit.KernelTest;

/** An interface's life on the real kernel, with a switch in memory. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class DirectInterfaceIT extends InVmLab {
    private static final VsiOutcome REFUSED = new VsiOutcome.Refused(new PortResponse(2), VdpGeneration.RATIFIED, true);

    private static DirectInterfaceSpec spec() {
        return VmLab.spec(MacvlanMode.VEPA);
    }

    private Link link(DirectInterface made) throws IOException {
        return lab.near.links().get(made.index());
    }

    @Test
    void row27_row35_lifeOfAnInterface() throws Exception {
        DirectInterface made = lab.interfaces.create(spec(), VmOperation.CREATE);
        assertEquals("macvtap0", made.name());
        assertEquals(VmLab.VM, made.address());
        assertFalse(link(made).isUp(), "frames flow only when the machine runs");
        assertEquals(List.of(2), lab.vswitch.numbers());
        assertEquals(DirectInterface.Association.ASSOCIATED, made.association());
        VsiRequest told = lab.vswitch.requests.getFirst();
        assertEquals(Cable.LOWER, told.device());
        assertEquals(lab.lower().index(), told.index());
        assertEquals(VmLab.VM, told.address());
        assertEquals(0, told.vlan());

        made.start();
        assertTrue(link(made).isUp());
        made.stop();
        assertFalse(link(made).isUp());
        assertTrue(lab.lower().isUp(), "others may use it");
        made.delete();
        assertEquals(List.of(2, 3), lab.vswitch.numbers());
        assertEquals("", made.name());
        assertEquals(List.of(), lab.interfaces.interfaces());
        assertEquals(List.of(), lab.journal());
        made.delete();
        assertThrows(SystemCallException.class, made::start);
    }

    @ParameterizedTest
    @CsvSource({"CREATE, 2", "RESTORE, 2", "MIGRATE_IN_START, 0"})
    void row34_whatCreationTellsTheSwitch(VmOperation operation, int request) throws Exception {
        lab.interfaces.create(spec(), operation);
        assertEquals(List.of(request), lab.vswitch.numbers());
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVE", "DESTROY", "MIGRATE_OUT", "MIGRATE_IN_FINISH", "CREATE"})
    void row34_whatDeletionTellsTheSwitch(VmOperation operation) throws Exception {
        lab.interfaces.create(spec(), VmOperation.CREATE).delete(operation);
        assertEquals(List.of(2, 3), lab.vswitch.numbers());
    }

    @Test
    void row36_preAssociationBecomesAnAssociationOfTheSameInstance() throws Exception {
        DirectInterface made = lab.interfaces.create(spec(), VmOperation.MIGRATE_IN_START);
        assertEquals(DirectInterface.Association.PREASSOCIATED, made.association());
        made.associate(VmOperation.MIGRATE_IN_FINISH);
        assertEquals(List.of(0, 2), lab.vswitch.numbers());
        assertEquals(Map.of(UUID.fromString(VmLab.INSTANCE), PortRequest.ASSOCIATE), lab.vswitch.table);
    }

    @Test
    void row37_cancelledMigrationIsDisassociated() throws Exception {
        lab.interfaces.create(spec(), VmOperation.MIGRATE_IN_START).delete(VmOperation.MIGRATE_IN_START);
        assertEquals(List.of(0, 3), lab.vswitch.numbers());
    }

    @Test
    void row38_noOperationTouchesNothing() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> lab.interfaces.create(spec(), VmOperation.NO_OP));
        DirectInterface made = lab.interfaces.create(spec(), VmOperation.CREATE);
        lab.faults.failAt(-1);
        made.associate(VmOperation.NO_OP);
        made.disassociate(VmOperation.NO_OP);
        made.delete(VmOperation.NO_OP);
        assertEquals(List.of(), lab.faults.events);
        assertEquals(List.of(2), lab.vswitch.numbers());
        assertEquals("macvtap0", link(made).name());
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVE", "DESTROY", "MIGRATE_OUT", "MIGRATE_IN_FINISH"})
    void operationsThatMakeNoInterface(VmOperation operation) {
        assertThrows(IllegalArgumentException.class, () -> lab.interfaces.create(spec(), operation));
    }

    // ---- the switch does not agree

    @Test
    void row17_associationThatFailsDeletesTheDeviceAndAsksNoMore() throws Exception {
        Map<String, Object> before = lab.snapshot();
        lab.vswitch.otherwise = _ -> REFUSED;
        lab.faults.failAt(-1);
        AssociationException e =
                assertThrows(AssociationException.class, () -> lab.interfaces.create(spec(), VmOperation.CREATE));
        assertEquals(REFUSED, e.outcome());
        assertEquals(PortRequest.ASSOCIATE, e.request());
        assertTrue(e.getMessage().contains("insufficient resources"), e.getMessage());
        assertEquals(List.of(2), lab.vswitch.numbers());
        assertFalse(lab.faults.events.contains("before OPEN_QUEUES"));
        assertEquals(before, lab.snapshot());
    }

    @Test
    void associationOfUnknownOutcomeIsTakenBack() throws Exception {
        lab.vswitch.otherwise = request ->
                request.request() == PortRequest.ASSOCIATE ? new VsiOutcome.TimedOut(false) : null;
        assertThrows(AssociationException.class, () -> lab.interfaces.create(spec(), VmOperation.CREATE));
        assertEquals(List.of(2, 3), lab.vswitch.numbers());
    }

    @Test
    void row60_lldpadThatIsGoneHasForgottenEverything() throws Exception {
        DirectInterface made = lab.interfaces.create(spec(), VmOperation.CREATE);
        lab.vswitch.otherwise = _ -> new VsiOutcome.NotRunning();
        made.delete();
        assertEquals(List.of(), lab.journal());
    }

    @Test
    void deletionGoesOnAfterAFailureWhichStaysInTheJournal() throws Exception {
        DirectInterface made = lab.interfaces.create(spec(), VmOperation.CREATE);
        lab.vswitch.otherwise = _ -> new VsiOutcome.Busy();
        AssociationException e = assertThrows(AssociationException.class, made::delete);
        assertInstanceOf(VsiOutcome.Busy.class, e.outcome());
        assertEquals(0, lab.near.links().list().stream().filter(l -> l.kind(Macvtap.class).isPresent()).count());
        assertEquals(1, lab.journal().size());

        lab.vswitch.otherwise = _ -> null;
        made.delete();
        assertEquals(List.of(), lab.journal());
        assertEquals(Map.of(), lab.vswitch.table);
    }

    @Test
    void firstFailureIsSeenAndTheOthersAreSuppressedUnderIt() throws Exception {
        DirectInterface made = lab.interfaces.create(spec(), VmOperation.CREATE);
        lab.vswitch.otherwise = _ -> new VsiOutcome.Busy();
        lab.near.links().rename(made.index(), "renamed");
        AssociationException e = assertThrows(AssociationException.class, made::delete);
        assertEquals(1, e.getSuppressed().length);
        assertTrue(e.getSuppressed()[0].getMessage().contains("was renamed"), e.getSuppressed()[0]::getMessage);
    }

    @Test
    void row19_queuesThatCannotBeOpenedUndoTheAssociationAndTheDevice() throws Exception {
        Map<String, Object> before = lab.snapshot();
        Host host = lab.interfaces.host();
        Host without = new Host(
                host.client(), host.names(), host.associator(),
                (_, _, _) -> {
                    throw new SystemCallException("opening /dev/tap", Errno.ENOENT);
                },
                host.journal(), host.steps(), host.ports(), host.settings(), host.place());
        DirectInterfaceSpec withQueues = DirectInterfaceSpec.on(Cable.LOWER)
                .device(device -> device.address(VmLab.VM))
                .profile(VmLab.profile());
        lab.faults.failAt(-1);
        SystemCallException e = assertThrows(
                SystemCallException.class, () -> new Creation(without, withQueues, VmOperation.CREATE).run());
        assertEquals(Errno.ENOENT, e.errno());
        assertEquals(List.of(2, 3), lab.vswitch.numbers());
        List<String> events = lab.faults.events;
        assertTrue(events.indexOf("after DISASSOCIATE") < events.indexOf("before DELETE_DEVICE"), events::toString);
        assertEquals(before, lab.snapshot());
    }

    // ---- nothing of others is touched

    @Test
    void row05_nameOfAStrangerIsRefusedAndTheStrangerLeftAlone() throws Exception {
        DirectInterfaceSpec named = spec().device(device -> device.name("tap-a"));
        lab.near.links().create(LinkSpec.named("tap-a").lower(lab.lower().index()).kind(new Macvtap()).address(VmLab.VM));
        Map<String, Object> before = lab.snapshot();
        KernelException e =
                assertThrows(KernelException.class, () -> lab.interfaces.create(named, VmOperation.CREATE));
        assertEquals(Errno.EEXIST, e.errno());
        assertEquals(before, lab.snapshot());
    }

    @Test
    void row06_row20_generatedNamesGoRoundStrangers() throws Exception {
        lab.near.links().create(LinkSpec.named("macvtap0").lower(lab.lower().index()).kind(new Macvtap()));
        lab.near.links().create(LinkSpec.named("macvtap1").lower(lab.lower().index()).kind(new Macvtap()));
        assertEquals("macvtap2", lab.interfaces.create(spec(), VmOperation.CREATE).name());
    }

    @Test
    void row14_row16_secondDeviceWithTheSameAddressIsRemovedInOrderAndTheFirstStaysUp() throws Exception {
        DirectInterface first = lab.interfaces.createStarted(spec(), VmOperation.CREATE);
        DirectInterfaceSpec same = spec().profile(
                VmLab.profile().with(PortParameter.INSTANCE_ID, "00000000-0000-0000-0000-000000000002"));
        Map<String, Object> before = lab.snapshot();
        lab.faults.failAt(-1);
        KernelException e =
                assertThrows(KernelException.class, () -> lab.interfaces.createStarted(same, VmOperation.CREATE));
        assertTrue(e.errno() == Errno.EADDRINUSE || e.errno() == Errno.EBUSY, e.getMessage());
        assertEquals(0, e.getSuppressed().length);
        assertEquals(List.of(2, 2, 3), lab.vswitch.numbers());
        List<String> events = lab.faults.events;
        assertTrue(events.indexOf("after DISASSOCIATE") < events.indexOf("before DELETE_DEVICE"), events::toString);
        assertTrue(events.contains("after DELETE_DEVICE"));
        assertEquals(before, lab.snapshot());
        assertTrue(link(first).isUp());
    }

    @Test
    void row14_refusedStartAloneLeavesTheDeviceDownForItsOwnerToDecide() throws Exception {
        lab.interfaces.createStarted(spec(), VmOperation.CREATE);
        DirectInterface second = lab.interfaces.create(spec(), VmOperation.CREATE);
        assertThrows(KernelException.class, second::start);
        assertFalse(link(second).isUp());
        second.delete();
    }

    @Test
    void deviceThatTookThePlaceOfOursIsLeftAlone() throws Exception {
        DirectInterface made = lab.interfaces.create(spec(), VmOperation.CREATE);
        lab.near.links().delete(made.index());
        lab.near.links().create(LinkSpec.named(made.name()).lower(lab.lower().index()).kind(new Macvtap()).address(VmLab.VM));
        String name = made.name();
        made.delete();
        assertEquals(Optional.of(VmLab.VM), lab.near.links().get(name).address());
        assertEquals(List.of(2, 3), lab.vswitch.numbers());
    }

    @Test
    void deviceThatWasRenamedIsLeftAloneAndStaysInTheJournal() throws Exception {
        DirectInterface made = lab.interfaces.create(spec(), VmOperation.CREATE);
        int index = made.index();
        lab.near.links().rename(index, "renamed");
        SystemCallException e = assertThrows(SystemCallException.class, made::delete);
        assertTrue(e.getMessage().startsWith("leaving renamed alone"), e.getMessage());
        assertEquals("renamed", lab.near.links().get(index).name());
        assertEquals(1, lab.journal().size());
    }

    @Test
    void deviceThatIsGoneIsNoFailure() throws Exception {
        DirectInterface made = lab.interfaces.create(spec(), VmOperation.CREATE);
        lab.near.links().delete(made.index());
        made.delete();
        assertEquals(List.of(), lab.journal());
    }

    // ---- passthru

    @Test
    void row26_passthruLendsTheGuestsAddressAndGivesTheOldOneBack() throws Exception {
        MacAddress own = lab.lower().address().orElseThrow();
        DirectInterface made = lab.interfaces.createStarted(VmLab.spec(MacvlanMode.PASSTHRU), VmOperation.CREATE);
        assertEquals(VmLab.VM, lab.lower().address().orElseThrow());
        assertEquals(VmLab.VM, link(made).address().orElseThrow());
        made.delete();
        assertEquals(own, lab.lower().address().orElseThrow());
    }

    @Test
    void passthruLeavesAnAddressAloneThatSomebodyChanged() throws Exception {
        MacAddress other = MacAddress.parse("52:54:00:00:00:99");
        DirectInterface made = lab.interfaces.create(VmLab.spec(MacvlanMode.PASSTHRU), VmOperation.CREATE);
        lab.near.links().setAddress(lab.lower().index(), other);
        made.delete();
        assertEquals(other, lab.lower().address().orElseThrow());
    }

    @Test
    void row13_passthruThatIsRefusedGivesTheAddressBack() throws Exception {
        lab.interfaces.create(spec(), VmOperation.CREATE);
        Map<String, Object> before = lab.snapshot();
        KernelException e = assertThrows(
                KernelException.class, () -> lab.interfaces.create(VmLab.spec(MacvlanMode.PASSTHRU), VmOperation.CREATE));
        assertEquals(Errno.EINVAL, e.errno());
        assertEquals(before, lab.snapshot());
    }

    @Test
    void lowerDeviceThatAnotherMachineUsesIsNotBroughtDown() throws Exception {
        lab.near.links().setDown(lab.lower().index());
        DirectInterface first = lab.interfaces.createStarted(spec(), VmOperation.CREATE);
        assertTrue(lab.lower().isUp());
        first.delete();
        assertTrue(lab.lower().isUp(), "a shared one stays up");
    }

    @Test
    void addressIsChosenIfNoneIsWanted() throws Exception {
        DirectInterfaceSpec any = spec().device(device ->
                MacvtapSpec.on(Cable.LOWER).mode(MacvlanMode.BRIDGE));
        DirectInterface made = lab.interfaces.create(any, VmOperation.CREATE);
        assertEquals(made.address(), link(made).address().orElseThrow());
        assertEquals(made.address(), lab.vswitch.requests.getFirst().address());
    }

    // ---- 802.1Qbh

    @Test
    void row28_cardWithoutPortProfilesRefusesAndNothingIsLeft() throws Exception {
        DirectInterfaceSpec qbh = spec().profile(
                PortProfileSpec.of(PortProfileType.QBH).with(PortParameter.PROFILE_ID, "gold"));
        KernelException e = assertThrows(KernelException.class, () -> lab.interfaces.create(qbh, VmOperation.CREATE));
        // Newer kernels refuse the address of function -1 before they ask the driver.
        assertTrue(e.errno() == Errno.EOPNOTSUPP || e.errno() == Errno.EINVAL, e.getMessage());
        assertEquals("RTM_SETLINK", e.request());
        assertEquals(List.of(), lab.journal());
        assertEquals(0, lab.near.links().list().stream().filter(l -> l.kind(Macvtap.class).isPresent()).count());
    }

    // ---- recovery

    @Test
    void interfaceThatIsCompleteIsKeptOrRemoved() throws Exception {
        Map<String, Object> before = lab.snapshot();
        String name = lab.interfaces.createStarted(spec(), VmOperation.CREATE).name();
        assertEquals(List.of(), lab.interfaces.recover(DirectInterfaces.Complete.REMOVE), "it is this process's");
        lab.reopen();
        assertEquals(
                List.of(new Recovered(name, Recovered.Outcome.KEPT, "it was complete")),
                lab.interfaces.recover(DirectInterfaces.Complete.KEEP));
        DirectInterface kept = lab.interfaces.interfaces().getFirst();
        assertEquals(name, kept.name());
        assertTrue(link(kept).isUp());
        assertEquals("macvtap1", lab.interfaces.create(spec(), VmOperation.CREATE).name());

        lab.reopen();
        List<Recovered> removed = lab.interfaces.recover(DirectInterfaces.Complete.REMOVE);
        assertEquals(2, removed.stream().filter(r -> r.outcome() == Recovered.Outcome.REMOVED).count(), removed::toString);
        assertEquals(before, lab.snapshot());
    }

    @Test
    void interfaceOfAnotherNamespaceOrAnotherBootIsNotTouched() throws Exception {
        DirectInterface made = lab.interfaces.create(spec(), VmOperation.CREATE);
        InterfaceState state = made.state();
        Map<String, Object> before = lab.snapshot();
        lab.reopen();
        try (FileJournal other = FileJournal.open(lab.directory.resolve("other"))) {
            Host host = lab.interfaces.host();
            other.save(state);
            Host elsewhere = new Host(
                    host.client(), host.names(), host.associator(), host.taps(), other, host.steps(), host.ports(),
                    host.settings(), new InterfaceState.Place(state.place().boot(), 1));
            assertEquals(
                    Recovered.Outcome.ELSEWHERE,
                    new Recovery(elsewhere, state, DirectInterfaces.Complete.REMOVE).run(_ -> {}).outcome());
            assertEquals(1, other.read().states().size());
            Host later = new Host(
                    host.client(), host.names(), host.associator(), host.taps(), other, host.steps(), host.ports(),
                    host.settings(), new InterfaceState.Place("another", state.place().namespace()));
            assertEquals(
                    Recovered.Outcome.FORGOTTEN,
                    new Recovery(later, state, DirectInterfaces.Complete.REMOVE).run(_ -> {}).outcome());
            assertEquals(0, other.read().states().size());
        }
        assertEquals(before.get("switch"), lab.snapshot().get("switch"));
        assertEquals("macvtap0", lab.near.links().get(state.device().index()).name());
    }

    @Test
    void strangerThatTookTheNameBeforeAKilledProcessCouldIsLeftAlone() throws Exception {
        DirectInterface made = lab.interfaces.create(spec(), VmOperation.CREATE);
        InterfaceState state = made.state();
        made.delete();
        lab.near.links().create(
                LinkSpec.named("macvtap0").lower(lab.lower().index()).kind(new Macvtap()).address(VmLab.VM));
        Map<String, Object> before = lab.snapshot();
        // Killed between the note of the name and the kernel's refusal: the index is not known yet.
        lab.interfaces.host().journal().save(state.phase(InterfaceState.Phase.CREATING)
                .vsi(InterfaceState.Vsi.NONE)
                .device(state.device().indexed(0)));
        lab.reopen();
        assertEquals(
                List.of(Recovered.Outcome.REMOVED),
                lab.interfaces.recover(DirectInterfaces.Complete.KEEP).stream().map(Recovered::outcome).toList());
        assertEquals(before, lab.snapshot());
    }
}
