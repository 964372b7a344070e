package org.netlink4j.lldpad.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;

/** What lldpad 1.1 and a switch sent one another. */
class CaptureTest {
    /** The TLVs of a frame, having shown that it is encoded again as it was. */
    static List<Tlv> roundTrip(Octets bytes) throws MalformedMessageException {
        EthernetFrame frame = EthernetFrame.decode(bytes);
        assertEquals(bytes, frame.encode());
        switch (frame.etherType()) {
            case EthernetFrame.LLDP -> {
                TlvSequence tlvs = TlvSequence.decode(frame.payload());
                assertEquals(frame.payload(), tlvs.encode());
                return tlvs.tlvs();
            }
            case EthernetFrame.ECP_DRAFT -> {
                EcpDraftUnit unit = EcpDraftUnit.decode(frame.payload());
                assertEquals(frame.payload(), unit.encode());
                TlvSequence tlvs = TlvSequence.decode(unit.body());
                assertEquals(unit.body(), tlvs.encode());
                return tlvs.tlvs();
            }
            case EthernetFrame.ECP -> {
                EcpUnit unit = EcpUnit.decode(frame.payload());
                assertEquals(frame.payload(), unit.encode());
                TlvSequence tlvs = TlvSequence.decodeVdp(unit.body());
                assertEquals(unit.body(), tlvs.encode());
                return tlvs.tlvs();
            }
            default -> throw new AssertionError("EtherType " + Integer.toHexString(frame.etherType()));
        }
    }

    /** How many frames, and how many TLVs of the types that matter; none is of a type that we do not know. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2012-lldpad-bridge.pcap  | 10 | ManagerId=5 Vsi=5",
        "2012-sighup-term.pcap    |  6 | EvbTlv=4",
        "2012-sim-errors.pcap     | 29 | EvbTlv=6 ManagerId=13 Vsi=13",
        "2012-startup-assoc.pcap  | 26 | EvbTlv=10 ManagerId=8 Vsi=8",
        "draft02-sim-errors.pcap  | 24 | EvbDraftTlv=9 VdpDraftTlv=8",
        "draft02-sim.pcap         | 35 | EvbDraftTlv=17 VdpDraftTlv=8"
    })
    void everyFrameIsDecodedAndEncodedAgain(String file, int count, String expected) throws Exception {
        List<Octets> frames = Pcap.frames(file);
        assertEquals(count, frames.size());
        List<Tlv> tlvs = new ArrayList<>();
        for (Octets frame : frames) {
            tlvs.addAll(roundTrip(frame));
        }
        assertFalse(tlvs.stream().anyMatch(OtherTlv.class::isInstance), tlvs::toString);
        String found = tlvs.stream()
                .filter(tlv -> !(tlv instanceof StandardTlv))
                .collect(Collectors.groupingBy(tlv -> tlv.getClass().getSimpleName(), TreeMap::new, Collectors.counting()))
                .toString();
        assertEquals(Stream.of(expected.split(" ")).collect(Collectors.joining(", ", "{", "}")), found);
    }
}
