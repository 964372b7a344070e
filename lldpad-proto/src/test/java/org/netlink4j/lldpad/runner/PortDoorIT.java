package org.netlink4j.lldpad.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.PortRequest.ASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.io.UnixStream;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.evb.BridgeAnswer;
import org.netlink4j.lldpad.evb.EvbStation;
import org.netlink4j.lldpad.evb.StationEvent;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.lab.EvbCable;
import org.netlink4j.lldpad.wire.VsiFilter;
import org.netlink4j.testkit.KernelTest;

/** What other processes see of a station and of a bridge. */
@KernelTest
class PortDoorIT extends OnCable {
    private PortPeer peer() {
        return PortPeer.of(cable.near(), cable.stationIndex());
    }

    private VsiRequest request(PortRequest request) {
        return new VsiRequest(request, PROFILE, EvbCable.STATION, cable.stationIndex(), MACHINE, 7);
    }

    private static int errno(Executable call) {
        return assertThrows(SystemCallException.class, call).errno();
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void othersAskAStation(VdpGeneration generation) throws Exception {
        try (EvbBridgeRunner bridge = bridge(generation);
                EvbStationRunner station = station(generation);
                StationEvents events = station.events()) {
            assertEquals(new PortTable(false, generation, List.of()), peer().table());
            assertEquals(new VsiOutcome.Done(ASSOCIATE), peer().ask(request(ASSOCIATE), LONG));
            List<VsiFilter> filters = List.of(new VsiFilter.MacVlan(MACHINE, 7));
            EvbStation.Vsi vsi = new EvbStation.Vsi(VsiKey.of(PROFILE), ASSOCIATE, false, filters);
            assertEquals(new PortTable(false, generation, List.of(vsi)), peer().table());
            PortPeer switchPeer = PortPeer.of(cable.far(), cable.bridgeIndex());
            assertEquals(new PortTable(true, generation, List.of(vsi)), switchPeer.table());
            assertEquals(Errno.EINVAL, errno(() -> switchPeer.ask(request(DISASSOCIATE), LONG)));
            assertEquals(new VsiOutcome.Done(DISASSOCIATE), peer().ask(request(DISASSOCIATE), LONG));
            assertEquals(List.of(), bridge.vsis());
            assertEquals(StationEvent.Agreed.class, events.next(LONG).orElseThrow().getClass());
            assertEquals(StationEvent.Agreed.class, events.next(LONG).orElseThrow().getClass());
            assertEquals(
                    new StationEvent.Ended(VsiKey.of(PROFILE), StationEvent.Reason.ANOTHER_PROCESS),
                    events.next(LONG).orElseThrow());
            assertEquals(new VsiOutcome.Done(DISASSOCIATE), peer().ask(request(DISASSOCIATE), LONG));
            assertTrue(events.next(Duration.ZERO).isEmpty(), "what was not in force does not end");
        }
    }

    @Test
    void whoIsAskedTellsWhatTheSwitchSays() throws Exception {
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.DRAFT);
                EvbStationRunner _ = station(VdpGeneration.DRAFT)) {
            bridge.answers(_ -> BridgeAnswer.refuse(2));
            VsiOutcome.Refused refused = (VsiOutcome.Refused) peer().ask(request(ASSOCIATE), LONG);
            assertEquals(2, refused.response().value());
            bridge.answers(_ -> new BridgeAnswer.Silence());
            assertEquals(new VsiOutcome.TimedOut(false), peer().ask(request(ASSOCIATE), Duration.ofMillis(200)));
        }
    }

    @Test
    void allEndsWhenTheStationSaysSo() throws Exception {
        try (EvbBridgeRunner bridge = bridge(VdpGeneration.RATIFIED);
                EvbStationRunner station = station(VdpGeneration.RATIFIED)) {
            for (int i = 0; i < 3; i++) {
                QbgProfile profile = new QbgProfile(11, 0x123456, 2, new UUID(7, i));
                assertTrue(station.ask(
                        new VsiRequest(ASSOCIATE, profile, EvbCable.STATION, cable.stationIndex(), MACHINE, 0), LONG).isDone());
            }
            assertEquals(3, bridge.vsis().size());
            assertTrue(station.disassociateAll(LONG));
            assertEquals(List.of(), bridge.vsis());
        }
    }

    @Test
    void aPortIsFreeOnceItsSpeakerIsClosed() throws Exception {
        assertFalse(peer().isThere());
        assertEquals(Errno.ECONNREFUSED, errno(() -> peer().table()));
        for (int i = 0; i < 20; i++) {
            try (EvbStationRunner _ = station(VdpGeneration.RATIFIED)) {
                assertTrue(peer().isThere());
            }
            assertFalse(peer().isThere());
        }
    }

    // ---- strangers and nonsense

    private static long soon() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    }

    private UnixStream knock() throws NetlinkException {
        return UnixStream.connect(cable.near(), PortClaim.name(cable.stationIndex()));
    }

    private String say(byte[] bytes) throws NetlinkException {
        StringBuilder answer = new StringBuilder();
        try (UnixStream stream = knock()) {
            stream.send(Octets.of(bytes), List.of(0, 1, 2), soon());
            for (Octets next = stream.receive(soon()).bytes(); next.length() > 0; next = stream.receive(soon()).bytes()) {
                answer.append(new String(next.toArray(), StandardCharsets.US_ASCII));
            }
        } catch (ClosedException _) {
            answer.append("closed");
        } catch (SystemCallException e) {
            answer.append("errno ").append(e.errno()); // it was closed before it had read all
        }
        return answer.toString();
    }

    /** Whatever they send, and descriptors with it: they are answered or closed, and the next one is served. */
    @Test
    void nonsenseIsAnsweredAndNothingIsKept() throws Exception {
        try (EvbStationRunner _ = station(VdpGeneration.RATIFIED)) {
            assertTrue(peer().isThere());
            long before = descriptors();
            Random random = new Random(5);
            for (int i = 0; i < 200; i++) {
                byte[] bytes = new byte[1 + random.nextInt(1000)];
                random.nextBytes(bytes);
                bytes[bytes.length - 1] = '\n';
                say(bytes);
            }
            for (String line : List.of("", "ask", "ask x y", "ask -1 00", "ask 99999999 00", "ask 1 00", "ask 1 0a10", "table x")) {
                String answer = say((line + "\n").getBytes(StandardCharsets.US_ASCII));
                assertTrue(answer.startsWith("error 22 ") && answer.endsWith("\nend\n"), line + ": " + answer);
            }
            byte[] endless = new byte[100_000];
            Arrays.fill(endless, (byte) 'x');
            assertFalse(say(endless).contains("station"));
            assertEquals(new PortTable(false, VdpGeneration.RATIFIED, List.of()), peer().table());
            awaitDescriptors(before);
        }
    }

    private static long descriptors() {
        return new File("/proc/self/fd").list().length;
    }

    private static void awaitDescriptors(long most) throws InterruptedException {
        long deadline = soon();
        while (descriptors() > most && deadline - System.nanoTime() > 0) {
            Thread.sleep(10);
        }
        assertTrue(descriptors() <= most, () -> descriptors() + " descriptors after " + most);
    }

    /** Those who connect and say nothing keep nobody out for ever. */
    @Test
    void silentCallersAreDismissed() throws Exception {
        List<UnixStream> silent = new ArrayList<>();
        try (EvbStationRunner _ = station(VdpGeneration.RATIFIED)) {
            for (int i = 0; i < 10; i++) {
                silent.add(knock());
            }
            assertEquals(List.of(), new PatientPeer(peer()).table().vsis());
        } finally {
            silent.forEach(UnixStream::close);
        }
    }

    /** Asks until the silent ones have been dismissed. */
    private record PatientPeer(PortPeer peer) {
        PortTable table() throws NetlinkException {
            long deadline = System.nanoTime() + LONG.toNanos();
            while (true) {
                try {
                    return peer.table();
                } catch (NetlinkException e) {
                    if (deadline - System.nanoTime() <= 0) {
                        throw e;
                    }
                }
            }
        }
    }
}
