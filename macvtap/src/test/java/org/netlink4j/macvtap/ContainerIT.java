package org.netlink4j.macvtap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.link.Iff;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.RootTest;

/** What a container's network plug-in needs, and what a guest may want to see. */
@RootTest
@EnabledIf(BuiltWith.MACVTAP)
class ContainerIT extends InLab {
    private static final MacAddress LLDP = MacAddress.parse("01:80:c2:00:00:0e");
    private static final MacAddress GROUP = MacAddress.parse("01:00:5e:01:02:03");
    private static final MacAddress OTHER_GROUP = MacAddress.parse("01:00:5e:04:05:06");

    @Test
    void deviceIsMovedIntoAContainerAndItsQueueOpenedThere() throws Exception {
        try (NetworkNamespace container = NetworkNamespace.createAnonymous();
                Macvtaps inside = Macvtaps.open(container)) {
            // The container has a device with the very same index, so /dev/tapN may not be believed.
            MacvtapDevice device = lab.macvtaps.create(lab.spec().name("eth0"));
            inside.rtnetlink().links().create(LinkSpec.named("other").index(device.index()).kind(Veth.withPeer(LinkSpec.named("peer"))));
            lab.links().moveTo(device.index(), container);

            MacvtapDevice moved = inside.get("eth0");
            assertFalse(moved.index() == device.index(), "its index was taken there");
            assertTrue(moved.link().lowerNamespaceId().isPresent());
            moved.setUp();
            try (TapQueue queue = moved.openQueue()) {
                MemorySegment out = lab.frame(lab.farAddress, Lab.VM, (byte) 1);
                queue.write(out);
                assertArrayEquals(out.toArray(JAVA_BYTE), lab.readFar());
                MemorySegment in = lab.frame(Lab.VM, lab.farAddress, (byte) 2);
                lab.far.write(in);
                assertArrayEquals(in.toArray(JAVA_BYTE), lab.read(queue, 0));
            }
            moved.delete();
            assertEquals(0, inside.list().size());
        }
    }

    private boolean sees(MacvtapSpec spec, MacAddress destination) throws Exception {
        MacvtapDevice device = lab.macvtaps.createUp(spec);
        try (TapQueue queue = device.openQueue()) {
            lab.far.write(lab.frame(destination, lab.farAddress, (byte) 7));
            // This one comes in any case, and afterwards: broadcasts and multicasts wait in the same queue.
            lab.far.write(lab.frame(MacAddress.BROADCAST, lab.farAddress, (byte) 8));
            byte[] first = lab.read(queue, 0);
            return first[14] == 7;
        } finally {
            device.delete();
        }
    }

    @Test
    void multicastFramesAreSeenByThoseWhoWantAll() throws Exception {
        // The kernel's filter has 256 places, by a random hash: a group may share its place with one that every device has joined.
        assertFalse(sees(lab.spec(), LLDP) && sees(lab.spec(), GROUP) && sees(lab.spec(), OTHER_GROUP));
        for (MacAddress group : new MacAddress[] {LLDP, GROUP}) {
            assertTrue(sees(lab.spec().allMulticast(), group), group::toString);
            assertTrue(sees(lab.spec().promiscuous(), group), group::toString);
        }
    }

    @Test
    void promiscuityCountsOnTheLowerDeviceAndIsGivenBack() throws Exception {
        int before = lab.links().get(Cable.LOWER).flags();
        MacvtapDevice device = lab.macvtaps.createUp(lab.spec().allMulticast().mode(MacvlanMode.PRIVATE));
        assertTrue((lab.links().get(device.index()).flags() & Iff.IFF_ALLMULTI) != 0);
        device.delete();
        assertEquals(before, lab.links().get(Cable.LOWER).flags());
    }

    @Test
    void broadcastQueueAndCutoffAreSet() throws Exception {
        MacvtapDevice device = lab.macvtaps.create(lab.spec()
                .kind(new Macvtap().broadcastQueueLength(3000).broadcastCutoff(5)));
        assertEquals(3000, device.kind().broadcastQueueLength().orElseThrow());
        assertEquals(3000, device.kind().broadcastQueueLengthUsed().orElseThrow());
        assertEquals(5, device.kind().broadcastCutoff().orElseThrow());
    }

    @Test
    void sourceListIsKeptAndRestricts() throws Exception {
        MacvtapDevice device = lab.macvtaps.createUp(lab.spec().mode(MacvlanMode.SOURCE));
        lab.links().sources(device.link()).set(List.of(lab.farAddress, MacAddress.parse("52:54:00:00:00:07")));
        assertEquals(2, device.refresh().kind().sources().size());
        try (TapQueue queue = device.openQueue()) {
            MacAddress stranger = MacAddress.parse("52:54:00:00:00:08");
            lab.far.write(PacketSocket.frame(lab.arena, Lab.VM.octets(), stranger.octets(), Lab.ETHERTYPE, new byte[46]));
            MemorySegment listed = lab.frame(Lab.VM, lab.farAddress, (byte) 4);
            lab.far.write(listed);
            assertArrayEquals(listed.toArray(JAVA_BYTE), lab.read(queue, 0));
        }
        lab.links().sources(device.link()).flush();
        assertEquals(0, device.refresh().kind().sources().size());
    }

    @Test
    void row14_noFrameOfTheFirstIsLostWhileOthersWithItsAddressAreRefused() throws Exception {
        int refusals = 20;
        try (TapQueue queue = lab.macvtaps.createUp(lab.spec()).openQueue()) {
            AtomicBoolean over = new AtomicBoolean();
            FutureTask<Integer> traffic = new FutureTask<>(() -> {
                int exchanged = 0;
                while (!over.get()) {
                    MemorySegment frame = lab.frame(Lab.VM, lab.farAddress, (byte) exchanged);
                    lab.far.write(frame);
                    assertArrayEquals(frame.toArray(JAVA_BYTE), lab.read(queue, 0));
                    exchanged++;
                }
                return exchanged;
            });
            Thread.ofPlatform().start(traffic);
            for (int i = 0; i < refusals; i++) {
                assertThrows(KernelException.class, () -> lab.macvtaps.createUp(lab.spec()));
            }
            over.set(true);
            assertTrue(traffic.get() > refusals, "frames went all the time");
            assertEquals(1, lab.macvtaps.list().size());
        }
    }
}
