package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.BatchResult;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.testkit.KernelTest;

/** Many interfaces at once. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class ManyInterfacesIT extends InVmLab {
    /** 1,000 for those who have a minute; the disk is what takes the time. */
    private static final int MANY = Integer.getInteger("netlink4j.many", 200);

    private static final int THOUSAND = 1000;
    private static final int NLM_F_CREATE_EXCL = 0x600;

    private Map<String, Object> before;

    @BeforeEach
    void remember() throws IOException {
        before = lab.snapshot();
    }

    private static DirectInterfaceSpec spec(int number) {
        return VmLab.spec(MacvlanMode.VEPA)
                .withoutQueues()
                .device(device -> device.address(new MacAddress(0x5254_0000_0000L + number)))
                .profile(VmLab.profile().with(PortParameter.INSTANCE_ID, new UUID(7, number).toString()));
    }

    @Test
    void manyInterfacesAreMadeInABatchAndDisassociatedInOrderAndDeletedAtOnce() throws Exception {
        lab.faults.failAt(-1);
        List<DirectInterface> made = lab.interfaces.createAll(specs(MANY), VmOperation.CREATE);
        assertEquals(1, lab.faults.events.stream().filter("before CREATE_DEVICE"::equals).count(), "none alone");
        assertEquals(made, lab.interfaces.interfaces());
        for (int i = 0; i < MANY; i++) {
            assertEquals("macvtap" + i, made.get(i).name());
            assertEquals(new MacAddress(0x5254_0000_0001L + i), made.get(i).address());
        }
        assertEquals(inOrder(), instances());
        assertEquals(MANY, lab.vswitch.table.size());
        assertEquals(MANY, lab.journal().size());
        assertEquals(
                MANY,
                lab.near.links().list().stream().filter(link -> made.stream().anyMatch(each -> each.session().isDevice(link))).count());
        lab.vswitch.requests.clear();
        lab.faults.failAt(-1);
        lab.interfaces.deleteAll(VmOperation.DESTROY);
        assertEquals(inOrder(), instances());
        assertEquals(1, deletions(), "none alone");
        assertEquals(before, lab.snapshot());
        assertEquals(List.of(), lab.interfaces.interfaces());
    }

    private long deletions() {
        return lab.faults.events.stream().filter("before DELETE_DEVICE"::equals).count();
    }

    private static List<DirectInterfaceSpec> specs(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(ManyInterfacesIT::spec).toList();
    }

    private static List<Long> inOrder() {
        return LongStream.rangeClosed(1, MANY).boxed().toList();
    }

    private List<Long> instances() {
        return lab.vswitch.requests.stream().map(r -> r.profile().instanceId().getLeastSignificantBits()).toList();
    }

    @Test
    void namesThatStrangersHaveAreGoneRoundInABatchToo() throws Exception {
        lab.near.links().create(LinkSpec.named("macvtap1").lower(lab.lower().index()).kind(new Macvtap()));
        assertEquals(
                List.of("macvtap0", "macvtap3", "macvtap2"),
                lab.interfaces.createAll(specs(3), VmOperation.CREATE).stream().map(DirectInterface::name).toList());
    }

    @Test
    void batchOfWhichOneFailsLeavesNone() throws Exception {
        List<DirectInterfaceSpec> specs = new ArrayList<>(specs(4));
        specs.set(2, specs.get(2).device(device -> device.name("taken")));
        lab.near.links().create(LinkSpec.named("taken").lower(lab.lower().index()).kind(new Macvtap()));
        before = lab.snapshot();
        KernelException e =
                assertThrows(KernelException.class, () -> lab.interfaces.createAll(specs, VmOperation.CREATE));
        assertEquals(Errno.EEXIST, e.errno());
        assertEquals(0, e.getSuppressed().length);
        assertEquals(before, lab.snapshot());
        assertEquals(List.of(), lab.vswitch.log, "the switch was not told yet");

        lab.vswitch.otherwise = asked -> asked.profile().instanceId().equals(new UUID(7, 3)) ? new VsiOutcome.Busy() : null;
        assertThrows(AssociationException.class, () -> lab.interfaces.createAll(specs(4), VmOperation.CREATE));
        assertEquals(List.of(2, 2, 2, 3, 3), lab.vswitch.numbers());
        assertEquals(before, lab.snapshot());
        assertEquals(List.of(), lab.interfaces.interfaces());
        assertEquals(List.of(), lab.interfaces.createAll(List.of(), VmOperation.CREATE));
    }

    @Test
    void batchThatFailsIsDeletedAtOnceAndNothingElseIs() throws Exception {
        DirectInterface alone = lab.interfaces.create(spec(MANY + 1), VmOperation.CREATE);
        List<DirectInterface> batch = lab.interfaces.createAll(List.of(spec(MANY + 2), spec(MANY + 3)), VmOperation.CREATE);
        before = lab.snapshot();
        lab.vswitch.requests.clear();
        lab.vswitch.otherwise = asked ->
                asked.profile().instanceId().equals(new UUID(7, MANY)) ? new VsiOutcome.NotReady(Errno.ENXIO) : null;
        lab.faults.failAt(-1);
        AssociationException e = assertThrows(
                AssociationException.class, () -> lab.interfaces.createAll(specs(MANY), VmOperation.CREATE));
        assertEquals(new VsiOutcome.NotReady(Errno.ENXIO), e.outcome());
        assertEquals(0, e.getSuppressed().length);
        assertEquals(1, deletions(), "none alone");
        assertEquals(before, lab.snapshot());
        List<Long> associated = inOrder();
        List<Long> disassociated = associated.subList(0, MANY - 1);
        assertEquals(Stream.of(associated, disassociated).flatMap(List::stream).toList(), instances());
        assertEquals(Stream.concat(Stream.of(alone), batch.stream()).toList(), lab.interfaces.interfaces());
    }

    /** The kernel refuses to delete them at once, and then the first of them. */
    @Test
    void whatCannotBeUndoneIsSuppressedAndStaysInTheJournal() throws Exception {
        lab.vswitch.otherwise = asked ->
                asked.profile().instanceId().equals(new UUID(7, 3)) ? new VsiOutcome.NotReady(Errno.ENXIO) : null;
        lab.faults.failAt(-1);
        assertThrows(AssociationException.class, () -> lab.interfaces.createAll(specs(3), VmOperation.CREATE));
        List<String> events = List.copyOf(lab.faults.events);
        lab.faults.failFrom(events.indexOf("before DELETE_DEVICE"));
        AssociationException e =
                assertThrows(AssociationException.class, () -> lab.interfaces.createAll(specs(3), VmOperation.CREATE));
        assertTrue(e.getSuppressed().length >= 4, e::toString);
        assertEquals("injected before DELETE_DEVICE", e.getSuppressed()[0].getMessage());
        assertEquals(3, lab.journal().size());
        lab.faults.failAt(-1);
        lab.reopen();
        lab.interfaces.recover(DirectInterfaces.Complete.REMOVE);
        assertEquals(before, lab.snapshot());
    }

    @Test
    void everyStepOfABatchThatFailsLeavesNone() throws Exception {
        lab.faults.failAt(-1);
        lab.interfaces.createAll(specs(2), VmOperation.CREATE);
        List<String> events = List.copyOf(lab.faults.events);
        lab.interfaces.deleteAll(VmOperation.DESTROY);
        for (int i = 0; i < events.size(); i++) {
            lab.faults.failAt(i);
            Faults.Fault fault = assertThrows(
                    Faults.Fault.class, () -> lab.interfaces.createAll(specs(2), VmOperation.CREATE), events.get(i));
            assertEquals(0, fault.getSuppressed().length, events.get(i));
            assertEquals(before, lab.snapshot(), events.get(i));
        }
    }

    @Test
    void thousandDevicesAreMadeInBatchesAndDeletedAtOnceByTheirGroup() throws Exception {
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, lab.cable.near())) {
            List<Request> requests = new ArrayList<>();
            for (int i = 0; i < THOUSAND; i++) {
                requests.add(Request.of(
                                Rtm.RTM_NEWLINK,
                                LinkSpec.named("tap" + i).lower(lab.lower().index()).kind(new Macvtap()).group(4711))
                        .flags(NLM_F_CREATE_EXCL));
            }
            List<BatchResult> results = client.batch(requests, BatchPolicy.STOP);
            assertEquals(THOUSAND, results.size());
        }
        assertEquals(THOUSAND, lab.near.links().list().stream().filter(link -> link.group().orElse(0) == 4711).count());
        lab.near.links().deleteGroup(4711);
        assertEquals(before, lab.snapshot());
    }

    @Test
    void strangerInTheGroupIsLeftAlone() throws Exception {
        DirectInterface first = lab.interfaces.create(spec(1), VmOperation.CREATE);
        lab.interfaces.create(spec(2), VmOperation.CREATE);
        long group = Integer.toUnsignedLong(lab.near.links().get(first.index()).group().orElseThrow());
        lab.near.links().create(LinkSpec.named("stranger").lower(lab.lower().index()).kind(new Macvtap()).group(group));
        lab.interfaces.deleteAll(VmOperation.DESTROY);
        assertEquals("stranger", lab.near.links().get("stranger").name());
        assertThrows(KernelException.class, () -> lab.near.links().get("macvtap0"));
        assertThrows(KernelException.class, () -> lab.near.links().get("macvtap1"));
        assertEquals(List.of(), lab.journal());
    }

    @Test
    void failureOfOneDoesNotKeepTheOthers() throws Exception {
        for (int i = 1; i <= 3; i++) {
            lab.interfaces.create(spec(i), VmOperation.CREATE);
        }
        lab.vswitch.otherwise = asked ->
                asked.profile().instanceId().equals(new UUID(7, 2)) ? new VsiOutcome.Busy() : null;
        assertThrows(AssociationException.class, () -> lab.interfaces.deleteAll(VmOperation.DESTROY));
        assertEquals(1, lab.interfaces.interfaces().size());
        assertEquals(1, lab.journal().size());
        assertTrue(lab.near.links().list().stream().noneMatch(link -> link.kind(Macvtap.class).isPresent()));
        lab.vswitch.otherwise = _ -> null;
        lab.interfaces.deleteAll(VmOperation.DESTROY);
        assertEquals(before, lab.snapshot());
    }
}
