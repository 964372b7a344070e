package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.wire.EcpDraftUnit;
import org.netlink4j.lldpad.wire.EcpUnit;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.Tlv;
import org.netlink4j.lldpad.wire.TlvSequence;
import org.netlink4j.lldpad.wire.VdpTlv;
import org.netlink4j.lldpad.wire.VsiFilter;

/** A station, or who plays one, asks for more than any station has. */
class FloodedBridgeTest {
    private static final MacAddress STATION = MacAddress.parse("52:54:00:0a:00:01");
    private static final List<VsiFilter> FILTERS = List.of(new VsiFilter.MacVlan(MacAddress.parse("52:54:00:c7:3e:ce"), 7));
    private static final int INSUFFICIENT_RESOURCES = 2;

    private int sequence;

    private EthernetFrame unit(VdpGeneration generation, boolean request, int number, Octets body) {
        Octets payload = generation == VdpGeneration.DRAFT
                ? new EcpDraftUnit(request ? EcpDraftUnit.REQUEST : EcpDraftUnit.ACKNOWLEDGEMENT, number, body).encode()
                : new EcpUnit(request ? EcpUnit.REQUEST : EcpUnit.ACKNOWLEDGEMENT, number, body).encode();
        int type = generation == VdpGeneration.DRAFT ? EthernetFrame.ECP_DRAFT : EthernetFrame.ECP;
        return new EthernetFrame(EthernetFrame.NEAREST_CUSTOMER_BRIDGE, STATION, type, payload);
    }

    private static Vdp vdp(VdpGeneration generation) {
        return generation == VdpGeneration.DRAFT ? Vdp.DRAFT : Vdp.RATIFIED;
    }

    /** The request of one VSI among many. */
    private EthernetFrame associate(VdpGeneration generation, int vsi) {
        VsiKey key = VsiKey.of(new QbgProfile(11, 1, 1, new UUID(7, vsi)));
        VdpMessage message = new VdpMessage(key, VdpTlv.Vsi.UUID, PortRequest.ASSOCIATE, 0, FILTERS);
        List<Tlv> tlvs = vdp(generation).encode(message);
        Octets body = TlvSequence.ended(tlvs.toArray(Tlv[]::new)).encode();
        sequence = sequence % 0xffff + 1;
        return unit(generation, true, sequence, body);
    }

    /** Acknowledges what the bridge says; the status of each answer. */
    private List<Integer> hear(VdpGeneration generation, EvbBridge bridge) throws MalformedMessageException {
        List<Integer> statuses = new ArrayList<>();
        for (EthernetFrame frame : bridge.takeFrames()) {
            int number;
            Octets body;
            if (frame.etherType() == EthernetFrame.ECP_DRAFT) {
                EcpDraftUnit unit = EcpDraftUnit.decode(frame.payload());
                if (unit.operation() != EcpDraftUnit.REQUEST) {
                    continue;
                }
                number = unit.sequence();
                body = unit.body();
            } else if (frame.etherType() == EthernetFrame.ECP) {
                EcpUnit unit = EcpUnit.decode(frame.payload());
                if (unit.operation() != EcpUnit.REQUEST) {
                    continue;
                }
                number = unit.sequence();
                body = unit.body();
            } else {
                continue;
            }
            vdp(generation).decode(body).forEach(message -> statuses.add(message.status()));
            bridge.receive(unit(generation, false, number, Octets.EMPTY), 0);
        }
        return statuses;
    }

    @ParameterizedTest
    @EnumSource
    void vsisThatAreTooManyAreRefused(VdpGeneration generation) throws Exception {
        EvbBridge bridge = new EvbBridge(new EvbConfig(generation, MacAddress.parse("52:54:00:0b:00:01")), 0);
        int mark = generation == VdpGeneration.DRAFT ? 0 : VdpTlv.Vsi.ACKNOWLEDGEMENT;
        for (int i = 0; i < EvbBridge.MOST_VSIS; i++) {
            bridge.receive(associate(generation, i), 0);
            assertEquals(List.of(mark), hear(generation, bridge));
        }
        bridge.receive(associate(generation, EvbBridge.MOST_VSIS), 0);
        assertEquals(List.of(mark | INSUFFICIENT_RESOURCES), hear(generation, bridge));
        assertEquals(EvbBridge.MOST_VSIS, bridge.vsis().size());
        bridge.receive(associate(generation, 5), 0);
        assertEquals(List.of(mark), hear(generation, bridge), "one that it has is kept alive");
    }

    @ParameterizedTest
    @EnumSource
    void answersThatNobodyAcknowledgesDoNotPileUp(VdpGeneration generation) {
        EvbBridge bridge = new EvbBridge(new EvbConfig(generation, MacAddress.parse("52:54:00:0b:00:01")), 0);
        AtomicInteger answered = new AtomicInteger();
        bridge.answers(_ -> {
            answered.incrementAndGet();
            return BridgeAnswer.refuse(INSUFFICIENT_RESOURCES);
        });
        for (int i = 0; i < EvbBridge.MOST_VSIS + 100; i++) {
            bridge.receive(associate(generation, i), 0);
        }
        assertEquals(EvbBridge.MOST_VSIS, answered.get());
    }
}
