package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.testkit.KernelTest;

/** Migration and its failures: several interfaces, a switch in memory. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class MigrationIT extends InVmLab {
    private Map<String, Object> before;

    @BeforeEach
    void remember() throws IOException {
        before = lab.snapshot();
    }

    private static UUID instance(int number) {
        return new UUID(7, number);
    }

    private static List<DirectInterfaceSpec> specs(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> VmLab.spec(MacvlanMode.VEPA)
                        .device(device -> device.address(new MacAddress(0x5254_0000_0000L + number)))
                        .profile(VmLab.profile().with(PortParameter.INSTANCE_ID, instance(number).toString())))
                .toList();
    }

    private void refuse(int number, PortRequest request) {
        lab.vswitch.otherwise = asked ->
                asked.profile().instanceId().equals(instance(number)) && asked.request() == request
                        ? new VsiOutcome.Refused(new PortResponse(2), VdpGeneration.RATIFIED, true)
                        : null;
    }

    /** What was asked of the switch: the number of the interface and of the request. */
    private List<String> asked() {
        return lab.vswitch.requests.stream()
                .map(asked -> asked.profile().instanceId().getLeastSignificantBits() + ":" + asked.request().number())
                .toList();
    }

    @Test
    void row36_preparedThenFinishedThenStarted() throws Exception {
        try (MigrationTarget target = MigrationTarget.prepare(lab.interfaces, specs(3))) {
            assertEquals(List.of("1:0", "2:0", "3:0"), asked());
            assertTrue(target.interfaces().stream().noneMatch(this::isUp), "the source still runs");
            target.finish();
            assertEquals(List.of("1:0", "2:0", "3:0", "1:2", "2:2", "3:2"), asked());
            assertTrue(target.interfaces().stream().noneMatch(this::isUp));
            target.start();
            assertTrue(target.interfaces().stream().allMatch(this::isUp));
        }
        assertEquals(3, lab.interfaces.interfaces().size());
        assertEquals(3, lab.vswitch.table.size());
    }

    private boolean isUp(DirectInterface each) {
        try {
            return lab.near.links().get(each.index()).isUp();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void preparationThatFailsLeavesNothing() throws Exception {
        refuse(3, PortRequest.PREASSOCIATE);
        assertThrows(AssociationException.class, () -> MigrationTarget.prepare(lab.interfaces, specs(3)));
        assertEquals(List.of("1:0", "2:0", "3:0", "1:3", "2:3"), asked());
        assertEquals(before, lab.snapshot());
    }

    @Test
    void row39_thirdOfThreeFailsAtTheEnd() throws Exception {
        MigrationTarget target = MigrationTarget.prepare(lab.interfaces, specs(3));
        refuse(3, PortRequest.ASSOCIATE);
        lab.vswitch.requests.clear();
        AssociationException e = assertThrows(AssociationException.class, target::finish);
        assertEquals(0, e.getSuppressed().length);
        assertEquals(List.of("1:2", "2:2", "3:2", "1:3", "2:3"), asked());
        lab.vswitch.table.remove(instance(3)); // the one that it refused it has forgotten
        assertEquals(before, lab.snapshot());
        assertThrows(IllegalStateException.class, target::start);
        target.close();
    }

    @Test
    void firstOfThreeFailsAtTheEndAndThePreAssociatedOnesAreDisassociated() throws Exception {
        MigrationTarget target = MigrationTarget.prepare(lab.interfaces, specs(3));
        refuse(1, PortRequest.ASSOCIATE);
        lab.vswitch.requests.clear();
        assertThrows(AssociationException.class, target::finish);
        assertEquals(List.of("1:2", "2:3", "3:3"), asked());
        lab.vswitch.table.remove(instance(1));
        assertEquals(before, lab.snapshot());
    }

    @Test
    void row37_cancelledInEveryState() throws Exception {
        MigrationTarget prepared = MigrationTarget.prepare(lab.interfaces, specs(2));
        prepared.cancel();
        assertEquals(List.of("1:0", "2:0", "1:3", "2:3"), asked());
        assertEquals(before, lab.snapshot());
        prepared.cancel();
        assertThrows(IllegalStateException.class, prepared::finish);

        MigrationTarget finished = MigrationTarget.prepare(lab.interfaces, specs(2));
        finished.finish();
        finished.close();
        assertEquals(before, lab.snapshot());

        MigrationTarget started = MigrationTarget.prepare(lab.interfaces, specs(2));
        started.finish();
        started.start();
        started.cancel();
        assertEquals(before, lab.snapshot());
    }

    @Test
    void row14_targetThatCannotStartIsRemovedAndTheStrangerStays() throws Exception {
        lab.near.links().create(LinkSpec.named("stranger")
                .lower(lab.lower().index())
                .kind(new Macvtap())
                .address(new MacAddress(0x5254_0000_0002L))
                .up());
        Map<String, Object> withStranger = lab.snapshot();
        MigrationTarget target = MigrationTarget.prepare(lab.interfaces, specs(3));
        target.finish();
        KernelException e = assertThrows(KernelException.class, target::start);
        assertTrue(e.errno() == Errno.EADDRINUSE || e.errno() == Errno.EBUSY, e.getMessage());
        assertEquals(withStranger, lab.snapshot());
    }

    // ---- the source

    private List<DirectInterface> running(int count) throws IOException {
        for (DirectInterfaceSpec spec : specs(count)) {
            lab.interfaces.createStarted(spec, VmOperation.CREATE);
        }
        lab.vswitch.requests.clear();
        return lab.interfaces.interfaces();
    }

    @Test
    void sourceIsRemovedWhenTheMachineRunsElsewhere() throws Exception {
        List<DirectInterface> interfaces = running(2);
        MigrationSource source = new MigrationSource(interfaces);
        source.pause();
        assertTrue(interfaces.stream().noneMatch(this::isUp));
        assertEquals(List.of(), asked());
        source.confirm();
        assertEquals(List.of("1:3", "2:3"), asked());
        assertEquals(before, lab.snapshot());
        assertThrows(IllegalStateException.class, source::cancel);
    }

    @Test
    void sourceGoesOnWhenTheTargetFails() throws Exception {
        List<DirectInterface> interfaces = running(2);
        Map<String, Object> running = lab.snapshot();
        MigrationSource source = new MigrationSource(interfaces);
        source.pause();
        source.cancel();
        assertEquals(List.of(), asked());
        assertEquals(running, lab.snapshot());
    }

    @Test
    void sourceTriesAllAndTellsTheFirstFailure() throws Exception {
        List<DirectInterface> interfaces = running(3);
        lab.vswitch.otherwise = asked -> asked.profile().instanceId().equals(instance(3)) ? null : new VsiOutcome.Busy();
        AssociationException e =
                assertThrows(AssociationException.class, () -> new MigrationSource(interfaces).confirm());
        assertEquals(1, e.getSuppressed().length);
        assertEquals(List.of("1:3", "2:3", "3:3"), asked());
        assertFalse(Stream.of("macvtap0", "macvtap1", "macvtap2").anyMatch(this::exists));
    }

    private boolean exists(String name) {
        try {
            lab.near.links().get(name);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
