package org.netlink4j.lldpad.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.ffm.Constants.O_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.O_NONBLOCK;
import static org.netlink4j.core.ffm.Constants.O_RDWR;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.core.io.UnixStream;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.evb.Acceptance;
import org.netlink4j.lldpad.evb.EvbBridge;
import org.netlink4j.lldpad.evb.EvbConfig;
import org.netlink4j.lldpad.evb.StationEvent;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.wire.CapturedFrames;
import org.netlink4j.lldpad.wire.EcpDraftUnit;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.VsiFilter;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.testkit.KernelTest;

/** Somebody at the other end of the cable sends what nobody sends. The length of a run: {@code -Dnetlink4j.forged=100000}. */
@KernelTest
@Timeout(120)
class ForgedFramesIT extends OnCable {
    private static final int FRAMES = Integer.getInteger("netlink4j.forged", 2000);
    private static final List<VsiFilter> FILTERS = List.of(new VsiFilter.MacVlan(MACHINE, 0));
    private static final VsiKey KEY = VsiKey.of(PROFILE);

    /** Sends on a device; what finds no room is lost. */
    private static final class Forger implements AutoCloseable {
        private final FrameFile file;
        private final MemorySegment memory;

        Forger(NetworkNamespace namespace, int device) throws NetlinkException {
            file = PacketSocket.open(namespace, device, 1); // hears nothing
            memory = file.arena().allocate(9000);
        }

        void send(byte[] frame) throws NetlinkException {
            MemorySegment.copy(frame, 0, memory, ValueLayout.JAVA_BYTE, 0, frame.length);
            try {
                file.write(memory.asSlice(0, frame.length));
            } catch (SystemCallException e) {
                assertEquals(Errno.ENOBUFS, e.errno());
            }
        }

        @Override
        public void close() {
            file.close();
        }
    }

    private static List<byte[]> captured() throws Exception {
        List<byte[]> frames = new ArrayList<>();
        for (String file : CapturedFrames.FILES) {
            for (EthernetFrame frame : CapturedFrames.of(file)) {
                frames.add(frame.encode().toArray());
            }
        }
        return frames;
    }

    /** A captured frame with other octets behind its Ethernet header, longer or shorter. */
    private static byte[] mutated(List<byte[]> frames, Random random) {
        byte[] frame = frames.get(random.nextInt(frames.size())).clone();
        if (random.nextInt(4) == 0) {
            frame = Arrays.copyOf(frame, 14 + random.nextInt(1500));
        }
        for (int i = random.nextInt(8); i > 0 && frame.length > 14; i--) {
            frame[14 + random.nextInt(frame.length - 14)] = (byte) random.nextInt();
        }
        return frame;
    }

    private long forge(NetworkNamespace namespace, int device, long seed) throws Exception {
        List<byte[]> frames = captured();
        Random random = new Random(seed);
        try (Forger forger = new Forger(namespace, device)) {
            for (int i = 0; i < FRAMES; i++) {
                forger.send(mutated(frames, random));
                if (i % 16 == 0) {
                    Thread.sleep(1); // else the buffers overflow, and nobody receives most of them
                }
            }
        }
        return FRAMES;
    }

    /** Asks until the switch has agreed: a forged answer or a forged offer may undo it. */
    private static void carry(EvbStationRunner station, StationEvents events, PortRequest request) throws Exception {
        StationEvent agreed = new StationEvent.Agreed(KEY, request, FILTERS);
        while (true) {
            Acceptance acceptance = station.request(request, PROFILE, FILTERS);
            if (acceptance != Acceptance.ACCEPTED) {
                Thread.sleep(10);
            } else if (events.next(LONG).orElseThrow().equals(agreed)) {
                return;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void associationsWorkWhileMutatedFramesComeFromBothSides(VdpGeneration generation) throws Exception {
        try (EvbBridgeRunner bridge = bridge(generation);
                EvbStationRunner station = station(generation);
                StationEvents events = station.events();
                ExecutorService forgers = Executors.newFixedThreadPool(2)) {
            assertTrue(station.awaitBridge(LONG) && bridge.awaitStation(LONG));
            List<Future<Long>> all = List.of(
                    forgers.submit(() -> forge(cable.near(), cable.stationIndex(), 1)),
                    forgers.submit(() -> forge(cable.far(), cable.bridgeIndex(), 2)));
            do {
                carry(station, events, PortRequest.ASSOCIATE);
                carry(station, events, PortRequest.DISASSOCIATE);
                assertTrue(bridge.vsis().size() <= EvbBridge.MOST_VSIS);
                assertEquals(List.of(), station.vsis());
            } while (!all.getFirst().isDone() || !all.getLast().isDone());
            for (Future<Long> forged : all) {
                assertEquals(FRAMES, forged.get());
            }
            carry(station, events, PortRequest.ASSOCIATE);
        }
    }

    /** A veth takes four octets more than its MTU, for a VLAN tag; the acknowledgement would be as long. */
    @Test
    void aFrameThatCannotBeAnsweredForItsLengthEndsNobody() throws Exception {
        try (Rtnetlink near = Rtnetlink.open(cable.near())) {
            near.links().change(LinkSpec.indexed(cable.stationIndex()).mtu(9000));
        }
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.DRAFT);
                EvbStationRunner station = station(VdpGeneration.DRAFT);
                StationEvents events = station.events();
                Forger forger = new Forger(cable.near(), cable.stationIndex())) {
            Octets body = Octets.zeros(1518 - 14 - 9);
            forger.send(new EthernetFrame(
                            EthernetFrame.NEAREST_BRIDGE,
                            MACHINE,
                            EthernetFrame.ECP_DRAFT,
                            new EcpDraftUnit(EcpDraftUnit.REQUEST, 7, body).encode())
                    .encode()
                    .toArray());
            assertTrue(station.awaitBridge(Duration.ofSeconds(5)));
            carry(station, events, PortRequest.ASSOCIATE);
            assertEquals(1, bridge.vsis().size());
        }
    }

    /** There is always one more to read, and none of them is a frame. */
    @Test
    @Timeout(20)
    void aFloodKeepsNobodyFromTheBridge() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            int zeros = new Libc(arena).open(arena.allocateFrom("/dev/zero"), O_RDWR | O_NONBLOCK | O_CLOEXEC, 0);
            EvbBridge bridge = new EvbBridge(new EvbConfig(VdpGeneration.RATIFIED, MACHINE), System.nanoTime());
            CountDownLatch rounds = new CountDownLatch(3);
            PortDoor door = new PortDoor(UnixStream.listen(cable.far(), "/flooded"), _ -> "");
            PortThread thread = new PortThread(bridge, rounds::countDown, new FrameFile("the flood", zeros), door);
            thread.start();
            rounds.await();
            for (int i = 0; i < 100; i++) {
                assertEquals(List.of(), thread.<List<EvbBridge.Vsi>>call(_ -> bridge.vsis()));
            }
            thread.close(bridge::stop);
        }
    }
}
