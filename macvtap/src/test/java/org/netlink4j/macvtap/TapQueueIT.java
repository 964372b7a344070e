package org.netlink4j.macvtap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.testkit.RootTest;

/** Queues on the real kernel; device nodes are root's, so these tests are too. */
@RootTest
@EnabledIf(BuiltWith.MACVTAP)
class TapQueueIT extends InLab {
    private static final long HALF_A_SECOND = TimeUnit.MILLISECONDS.toNanos(500);
    private static final MacAddress OTHER_VM = MacAddress.parse("52:54:00:00:00:02");

    private TapQueue queue(TapOptions options) throws NetlinkException {
        return lab.macvtaps.createUp(lab.spec()).openQueues(options).getFirst();
    }

    private static void assertErrno(int errno, SystemCallException e) {
        assertEquals(Errno.name(errno), Errno.name(e.errno()), e.getMessage());
    }

    private void assertFramesBothWays(TapQueue queue) throws NetlinkException {
        MemorySegment out = lab.frame(lab.farAddress, Lab.VM, (byte) 1);
        assertEquals(out.byteSize(), queue.write(out));
        assertArrayEquals(out.toArray(JAVA_BYTE), lab.readFar());

        MemorySegment in = lab.frame(Lab.VM, lab.farAddress, (byte) 2);
        assertEquals(in.byteSize(), lab.far.write(in));
        assertArrayEquals(in.toArray(JAVA_BYTE), lab.read(queue, 0));
    }

    @Test
    void framesGoBothWays() throws Exception {
        try (TapQueue queue = queue(TapOptions.DEFAULT)) {
            assertFramesBothWays(queue);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {VnetHeader.SIZE, VnetHeader.SIZE_WITH_BUFFERS})
    void framesGoBothWaysBehindAVnetHeader(int size) throws Exception {
        try (TapQueue queue = queue(TapOptions.DEFAULT.vnetHeader(true))) {
            queue.setVnetHeaderSize(size);
            assertEquals(size, queue.vnetHeaderSize());

            MemorySegment frame = lab.frame(lab.farAddress, Lab.VM, (byte) 1);
            MemorySegment out = lab.arena.allocate(size + frame.byteSize());
            VnetHeader.NONE.encode(out, size, ByteOrder.nativeOrder());
            MemorySegment.copy(frame, 0, out, size, frame.byteSize());
            assertEquals(out.byteSize(), queue.write(out));
            assertArrayEquals(frame.toArray(JAVA_BYTE), lab.readFar());

            MemorySegment in = lab.frame(Lab.VM, lab.farAddress, (byte) 2);
            lab.far.write(in);
            byte[] read = lab.read(queue, size);
            assertArrayEquals(in.toArray(JAVA_BYTE), Arrays.copyOfRange(read, size, read.length));
            assertEquals(VnetHeader.NONE, VnetHeader.decode(MemorySegment.ofArray(read), size, ByteOrder.nativeOrder()));
        }
    }

    @Test
    void row14_theFirstDeviceStillCarriesFramesAfterTheSecondWasRefused() throws Exception {
        try (TapQueue queue = queue(TapOptions.DEFAULT)) {
            assertThrows(KernelException.class, () -> lab.macvtaps.createUp(lab.spec()));
            assertFramesBothWays(queue);
        }
    }

    @Test
    void row20_fourQueuesOfOneDevice() throws Exception {
        List<TapQueue> queues = lab.macvtaps.createUp(lab.spec()).openQueues(TapOptions.DEFAULT.queues(4));
        assertEquals(4, queues.stream().map(TapQueue::descriptor).distinct().count());
        for (TapQueue queue : queues) {
            assertEquals(Tun.IFF_TAP | Tun.IFF_NO_PI | Tun.IFF_MULTI_QUEUE, queue.flags());
            MemorySegment out = lab.frame(lab.farAddress, Lab.VM, (byte) 1);
            queue.write(out);
            assertArrayEquals(out.toArray(JAVA_BYTE), lab.readFar());
        }
        queues.forEach(TapQueue::close);
    }

    /** Each in turn is the only one that frames come to, and both can send all the time. */
    @Test
    void detachedQueueGetsNoFramesAndStillSends() throws Exception {
        List<TapQueue> queues = lab.macvtaps.createUp(lab.spec()).openQueues(TapOptions.DEFAULT.queues(2));
        TapQueue one = queues.get(0);
        TapQueue two = queues.get(1);
        assertErrno(Errno.EINVAL, assertThrows(SystemCallException.class, one::attach));
        two.detach();
        assertErrno(Errno.EINVAL, assertThrows(SystemCallException.class, two::detach));
        assertFramesBothWays(one);
        two.attach();
        one.detach();
        assertFramesBothWays(two);
        MemorySegment out = lab.frame(lab.farAddress, Lab.VM, (byte) 1);
        one.write(out);
        assertArrayEquals(out.toArray(JAVA_BYTE), lab.readFar());
        two.detach();
        lab.far.write(lab.frame(Lab.VM, lab.farAddress, (byte) 7)); // lost
        two.attach();
        assertFramesBothWays(two);
        assertEquals(TapQueue.WOULD_BLOCK, one.read(lab.arena.allocate(2000)));
        queues.forEach(TapQueue::close);
        assertThrows(ClosedException.class, one::attach);
    }

    @Test
    void aDeviceHas256QueuesAndNoMore() throws Exception {
        MacvtapDevice device = lab.macvtaps.create(lab.spec());
        List<TapQueue> queues = device.openQueues(TapOptions.DEFAULT.queues(TapOptions.MAX_QUEUES));
        SystemCallException e = assertThrows(SystemCallException.class, device::openQueue);
        assertErrno(Errno.EBUSY, e);
        assertTrue(e.getMessage().contains("has 256 queues"), e.getMessage());
        queues.forEach(TapQueue::close);
        device.openQueue().close();
    }

    @Test
    void row21_vnetHeaderIsWanted() throws Exception {
        try (TapQueue queue = queue(TapOptions.DEFAULT.vnetHeader(true))) {
            assertEquals(0x5002, queue.flags());
            assertEquals(VnetHeader.SIZE, queue.vnetHeaderSize());
        }
    }

    @Test
    void row22_vnetHeaderIsNotWanted() throws Exception {
        try (TapQueue queue = queue(TapOptions.DEFAULT)) {
            assertEquals(0x1002, queue.flags());
        }
    }

    @Test
    void row23_queueIsAlwaysATapWithoutProtocolInformation() throws Exception {
        try (TapQueue queue = queue(TapOptions.DEFAULT)) {
            int mask = Tun.IFF_TAP | Tun.IFF_NO_PI;
            assertErrno(Errno.EINVAL, assertThrows(SystemCallException.class, () -> queue.setFlags(mask, Tun.IFF_NO_PI)));
            assertErrno(Errno.EINVAL, assertThrows(SystemCallException.class, () -> queue.setFlags(mask, Tun.IFF_TAP)));
            assertEquals(0x1002, queue.flags());
        }
    }

    @Test
    void row25_deletedDeviceIsNoticed() throws Exception {
        MacvtapDevice device = lab.macvtaps.createUp(lab.spec());
        try (TapQueue queue = device.openQueue()) {
            FutureTask<Integer> read = reading(queue, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
            Thread.ofPlatform().start(read);
            device.delete();
            Exception e = assertThrows(Exception.class, () -> read.get(5, TimeUnit.SECONDS));
            assertErrno(Errno.ENOLINK, (SystemCallException) e.getCause());
            assertEquals(TapQueue.WOULD_BLOCK, queue.read(lab.arena.allocate(2000)));
            assertErrno(Errno.ENOLINK, assertThrows(SystemCallException.class, queue::deviceName));
        }
    }

    private FutureTask<Integer> reading(TapQueue queue, long deadline) {
        MemorySegment buffer = lab.arena.allocate(2000);
        return new FutureTask<>(() -> {
            while (true) {
                int length = queue.read(buffer, deadline);
                if (length == TapQueue.WOULD_BLOCK) {
                    return length;
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closingWakesTheReader(boolean virtual) throws Exception {
        TapQueue queue = queue(TapOptions.DEFAULT);
        FutureTask<Integer> read = reading(queue, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
        Thread thread = (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(read);
        queue.close();
        Exception e = assertThrows(Exception.class, () -> read.get(5, TimeUnit.SECONDS));
        assertEquals(ClosedException.class, e.getCause().getClass());
        thread.join();
        assertThrows(ClosedException.class, queue::flags);
        assertThrows(ClosedException.class, () -> queue.write(lab.frame(lab.farAddress, Lab.VM)));
        queue.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void interruptWakesTheReader(boolean virtual) throws Exception {
        try (TapQueue queue = queue(TapOptions.DEFAULT)) {
            FutureTask<Integer> read = reading(queue, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
            Thread thread = (virtual ? Thread.ofVirtual() : Thread.ofPlatform()).start(read);
            thread.interrupt();
            Exception e = assertThrows(Exception.class, () -> read.get(5, TimeUnit.SECONDS));
            assertEquals(InterruptedCallException.class, e.getCause().getClass());
            assertFramesBothWays(queue);
        }
    }

    @Test
    void deadlineEndsTheRead() throws Exception {
        try (TapQueue queue = queue(TapOptions.DEFAULT)) {
            long begin = System.nanoTime();
            FutureTask<Integer> read = reading(queue, begin + HALF_A_SECOND / 5);
            read.run();
            assertEquals(TapQueue.WOULD_BLOCK, read.get());
            long took = System.nanoTime() - begin;
            assertTrue(took >= HALF_A_SECOND / 5 && took < HALF_A_SECOND * 4, took + " ns");
        }
    }

    @Test
    void frameThatIsTooLongIsReportedAndTheNextIsRead() throws Exception {
        try (TapQueue queue = queue(TapOptions.DEFAULT)) {
            lab.far.write(lab.frame(Lab.VM, lab.farAddress, (byte) 1));
            MemorySegment small = lab.arena.allocate(20);
            assertThrows(TruncatedException.class, () -> {
                while (queue.read(small, Lab.soon()) != TapQueue.WOULD_BLOCK) {}
            });
            assertFramesBothWays(queue);
        }
    }

    @Test
    void frameThatIsTooShortIsRefused() throws Exception {
        try (TapQueue queue = queue(TapOptions.DEFAULT)) {
            assertErrno(
                    Errno.EINVAL, assertThrows(SystemCallException.class, () -> queue.write(lab.arena.allocate(13))));
            assertThrows(IllegalArgumentException.class, () -> queue.write(MemorySegment.ofArray(new byte[60])));
        }
    }

    @Test
    void optionsAreTaken() throws Exception {
        try (TapQueue queue = queue(TapOptions.DEFAULT.vnetHeader(true))) {
            assertEquals(Tun.IFF_VNET_HDR | Tun.IFF_MULTI_QUEUE | Tun.IFF_TAP, queue.features() & 0x4102);
            queue.setOffload(Tun.TUN_F_CSUM | Tun.TUN_F_TSO4 | Tun.TUN_F_TSO6);
            queue.setOffload(0);
            assertErrno(Errno.EINVAL, assertThrows(SystemCallException.class, () -> queue.setOffload(1 << 30)));
            queue.setSendBuffer(100_000);
            assertErrno(Errno.EINVAL, assertThrows(SystemCallException.class, () -> queue.setSendBuffer(0)));
            assertErrno(Errno.EINVAL, assertThrows(SystemCallException.class, () -> queue.setVnetHeaderSize(9)));
        }
    }

    @Test
    void bridgeModeDeliversOnTheLowerDeviceAndVepaDoesNot() throws Exception {
        for (MacvlanMode mode : List.of(MacvlanMode.BRIDGE, MacvlanMode.VEPA)) {
            MacvtapDevice one = lab.macvtaps.createUp(lab.spec().mode(mode));
            MacvtapDevice two = lab.macvtaps.createUp(lab.spec().mode(mode).address(OTHER_VM));
            try (TapQueue from = one.openQueue();
                    TapQueue to = two.openQueue()) {
                MemorySegment frame = lab.frame(OTHER_VM, Lab.VM, (byte) 3);
                from.write(frame);
                byte[] arrived = mode.equals(MacvlanMode.BRIDGE) ? lab.read(to, 0) : lab.readFar();
                assertArrayEquals(frame.toArray(JAVA_BYTE), arrived);
            }
            one.delete();
            two.delete();
        }
    }

    @Test
    void passthruDeviceTakesItsLowerDevicesFrames() throws Exception {
        try (TapQueue queue = lab.macvtaps.createUp(lab.spec().mode(MacvlanMode.PASSTHRU)).openQueue()) {
            assertFramesBothWays(queue);
        }
    }

    @Test
    void sourceModeTakesFramesOfListedSendersOnly() throws Exception {
        MacvtapDevice device = lab.macvtaps.createUp(lab.spec().mode(MacvlanMode.SOURCE));
        lab.links().sources(device.link()).add(lab.farAddress);
        try (TapQueue queue = device.openQueue()) {
            MemorySegment listed = lab.frame(OTHER_VM, lab.farAddress, (byte) 1);
            lab.far.write(lab.frame(OTHER_VM, OTHER_VM, (byte) 9));
            lab.far.write(listed);
            assertArrayEquals(listed.toArray(JAVA_BYTE), lab.read(queue, 0));
        }
    }

    @Test
    void nothingIsLeftBehind() throws Throwable {
        lab.close();
        Leaks.assertNone(() -> {
            try (Lab other = new Lab()) {
                MacvtapDevice device = other.macvtaps.createUp(other.spec());
                List<TapQueue> queues = device.openQueues(TapOptions.DEFAULT.queues(3));
                queues.getFirst().write(other.frame(other.farAddress, Lab.VM));
                device.delete();
                queues.forEach(TapQueue::close);
            }
        });
        lab = new Lab();
    }
}
