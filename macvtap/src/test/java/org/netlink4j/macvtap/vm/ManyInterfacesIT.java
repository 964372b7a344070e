package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
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

/** Many interfaces, and interfaces many times. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class ManyInterfacesIT extends InVmLab {
    private static final int MANY = 1000;

    /** 10,000 for an hour of peace; CI has less. */
    private static final int CYCLES = Integer.getInteger("netlink4j.soak", 60);

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
    void thousandInterfacesAreDisassociatedInOrderAndDeletedAtOnce() throws Exception {
        for (int i = 1; i <= MANY; i++) {
            lab.interfaces.create(spec(i), VmOperation.CREATE);
        }
        assertEquals(MANY, lab.vswitch.table.size());
        lab.vswitch.requests.clear();
        lab.faults.failAt(-1);
        lab.interfaces.deleteAll(VmOperation.DESTROY);
        assertEquals(
                Stream.iterate(1L, i -> i + 1).limit(MANY).toList(),
                lab.vswitch.requests.stream().map(r -> r.profile().instanceId().getLeastSignificantBits()).toList());
        assertEquals(0, lab.faults.events.stream().filter("before DELETE_DEVICE"::equals).count(), "none alone");
        assertEquals(before, lab.snapshot());
        assertEquals(List.of(), lab.interfaces.interfaces());
    }

    @Test
    void thousandDevicesAreMadeInBatchesAndDeletedAtOnceByTheirGroup() throws Exception {
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, lab.cable.near())) {
            List<Request> requests = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                requests.add(Request.of(
                                Rtm.RTM_NEWLINK,
                                LinkSpec.named("tap" + i).lower(lab.lower().index()).kind(new Macvtap()).group(4711))
                        .flags(NLM_F_CREATE_EXCL));
            }
            List<BatchResult> results = client.batch(requests, BatchPolicy.STOP);
            assertEquals(MANY, results.size());
        }
        assertEquals(MANY, lab.near.links().list().stream().filter(link -> link.group().orElse(0) == 4711).count());
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

    // ---- soak

    @Test
    void cyclesAmongStrangersLeaveNothing() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread stranger = Thread.ofPlatform().start(() -> {
            try (Rtnetlink own = Rtnetlink.open(lab.cable.near())) {
                for (int i = 0; !over.get(); i++) {
                    LinkSpec spec = LinkSpec.named("macvtap" + i % 7).lower(lab.lower().index()).kind(new Macvtap());
                    try {
                        own.links().create(spec);
                        Link made = own.links().get("macvtap" + i % 7);
                        if (made.group().orElse(0) == 0) {
                            own.links().delete(made.index());
                        }
                    } catch (KernelException _) {
                        // the name is taken
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        int descriptors = 0;
        long threads = 0;
        long heap = 0;
        try {
            for (int i = 0; i < CYCLES; i++) {
                DirectInterface made = lab.interfaces.createStarted(VmLab.spec(MacvlanMode.VEPA), VmOperation.CREATE);
                made.stop();
                made.delete();
                if (i == CYCLES / 3) {
                    descriptors = descriptors();
                    threads = Thread.getAllStackTraces().size();
                    heap = heap();
                }
            }
            assertEquals(descriptors, descriptors());
            assertTrue(Thread.getAllStackTraces().size() <= threads + 1, "threads");
            assertTrue(heap() < heap + (8 << 20), () -> "the heap grew");
        } finally {
            over.set(true);
            stranger.join();
        }
        assertEquals(before, lab.snapshot());
    }

    private static int descriptors() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            return (int) all.count();
        }
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
