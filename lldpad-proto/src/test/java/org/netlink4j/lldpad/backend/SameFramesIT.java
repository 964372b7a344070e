package org.netlink4j.lldpad.backend;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.PortRequest.ASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE_RR;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.Octets;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.lab.EvbCable;
import org.netlink4j.lldpad.lab.LldpadLab;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.lldpad.wire.EcpDraftUnit;
import org.netlink4j.lldpad.wire.EcpUnit;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Asked the same, the real lldpad and the built-in station put the same bytes on the wire, but for the sequence numbers of ECP. */
@KernelTest
@NeedsCommand({"lldpad", "nsenter", "stdbuf", "unshare"})
class SameFramesIT {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final MacAddress MACHINE = MacAddress.parse("52:54:00:c7:3e:ce");
    private static final List<Integer> VLANS = List.of(0, 2, 4094);
    private static final List<List<PortRequest>> LIVES =
            List.of(List.of(PREASSOCIATE, ASSOCIATE, DISASSOCIATE), List.of(PREASSOCIATE_RR, ASSOCIATE, ASSOCIATE, DISASSOCIATE));

    /** A request of ECP, and its number, which a retransmission repeats. */
    private record Unit(int sequence, EthernetFrame withoutSequence) {
        /** An acknowledgement is none, nor is what lldpad sends first, without a TLV. */
        static List<Unit> of(Octets octets) throws IOException {
            EthernetFrame frame = EthernetFrame.decode(octets);
            if (frame.etherType() == EthernetFrame.ECP) {
                EcpUnit unit = EcpUnit.decode(frame.payload());
                return unit.operation() == EcpUnit.REQUEST
                        ? of(frame, unit.sequence(), unit.body(), new EcpUnit(unit.version(), 0, unit.subtype(), 0, unit.body()).encode())
                        : List.of();
            }
            EcpDraftUnit unit = EcpDraftUnit.decode(frame.payload());
            return unit.operation() == EcpDraftUnit.REQUEST
                    ? of(frame, unit.sequence(), unit.body(),
                            new EcpDraftUnit(unit.reserved(), unit.subtype(), 0, 0, unit.body()).encode())
                    : List.of();
        }

        private static List<Unit> of(EthernetFrame frame, int sequence, Octets body, Octets payload) {
            boolean empty = body.length() < 2 || body.get(0) == 0 && body.get(1) == 0;
            return empty
                    ? List.of()
                    : List.of(new Unit(sequence, new EthernetFrame(frame.destination(), frame.source(), frame.etherType(), payload)));
        }
    }

    private static FrameFile listen(LldpadLab lab, VdpGeneration generation) throws IOException {
        int index;
        try (Rtnetlink there = Rtnetlink.open(lab.cable().far())) {
            index = there.links().get(EvbCable.BRIDGE).index();
        }
        return PacketSocket.open(
                lab.cable().far(),
                index,
                Set.of(generation == VdpGeneration.DRAFT ? EthernetFrame.ECP_DRAFT : EthernetFrame.ECP),
                Set.of(EthernetFrame.NEAREST_CUSTOMER_BRIDGE, EthernetFrame.NEAREST_BRIDGE));
    }

    /** What was said, without repetitions: whether VDP says again what is in force already depends on how long an answer takes. */
    private static List<EthernetFrame> heard(FrameFile file) throws IOException {
        List<EthernetFrame> frames = new ArrayList<>();
        Set<Integer> sequences = new HashSet<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = arena.allocate(2048);
            for (int length = file.read(in); length != FrameFile.WOULD_BLOCK; length = file.read(in)) {
                for (Unit unit : Unit.of(Octets.of(in.asSlice(0, length).toArray(JAVA_BYTE)))) {
                    boolean again = !frames.isEmpty() && frames.getLast().equals(unit.withoutSequence());
                    if (sequences.add(unit.sequence()) && !again) {
                        frames.add(unit.withoutSequence());
                    }
                }
            }
        }
        return frames;
    }

    private static List<EthernetFrame> said(VsiBackend.Kind kind, VdpGeneration generation) throws Exception {
        try (LldpadLab lab = new LldpadLab(generation);
                EvbBridgeRunner bridge = lab.openBridge();
                FrameFile file = listen(lab, generation)) {
            LldpadConfig config = new LldpadConfig(generation).pidFile(lab.pidFile()).timers(EvbTimers.UNHURRIED);
            if (kind == VsiBackend.Kind.LLDPAD) {
                lab.startStation();
                assertTrue(bridge.awaitAgreement(LONG));
            }
            try (VsiBackend backend = VsiBackend.open(kind, lab.namespace(), config)) {
                for (int vlan : VLANS) {
                    for (int life = 0; life < LIVES.size(); life++) {
                        QbgProfile profile = new QbgProfile(11, 0x123456, 2, new UUID(1 + vlan, ~life));
                        for (PortRequest request : LIVES.get(life)) {
                            assertEquals(
                                    new VsiOutcome.Done(request),
                                    backend.request(new VsiRequest(request, profile, EvbCable.STATION, lab.index(), MACHINE, vlan)));
                        }
                    }
                }
            }
            return heard(file);
        }
    }

    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void isWhatBothSay(VdpGeneration generation) throws Exception {
        List<EthernetFrame> lldpad = said(VsiBackend.Kind.LLDPAD, generation);
        assertTrue(lldpad.size() >= VLANS.size() * LIVES.stream().mapToInt(life -> Set.copyOf(life).size()).sum(), lldpad::toString);
        assertEquals(lldpad, said(VsiBackend.Kind.BUILT_IN, generation));
    }
}
