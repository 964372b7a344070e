package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.wire.CapturedFrames;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.VsiFilter;

/** Our station and our bridge say what lldpad said in the same place, byte for byte. */
class LldpadCaptureTest {
    private static final MacAddress STATION = MacAddress.parse("52:54:00:0a:00:01");
    private static final MacAddress BRIDGE = MacAddress.parse("52:54:00:0b:00:01");
    private static final QbgProfile PROFILE =
            new QbgProfile(11, 0x123456, 2, UUID.fromString("09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f"));
    private static final List<VsiFilter> FILTERS =
            List.of(new VsiFilter.MacVlan(MacAddress.parse("52:54:00:c7:3e:ce"), 0));

    private static List<EthernetFrame> capture() throws Exception {
        return CapturedFrames.of("2012-startup-assoc.pcap");
    }

    private static List<EthernetFrame> ecp(List<EthernetFrame> frames, MacAddress source) {
        return frames.stream()
                .filter(frame -> frame.etherType() == EthernetFrame.ECP && frame.source().equals(source))
                .toList();
    }

    private static EvbConfig asLldpad(MacAddress address) {
        return new EvbConfig(VdpGeneration.RATIFIED, address, EvbTimers.DEFAULT, 1);
    }

    @Test
    void theStation() throws Exception {
        EvbStation station = new EvbStation(asLldpad(STATION), 0);
        List<EthernetFrame> said = new ArrayList<>();
        List<PortRequest> requests = new ArrayList<>(
                List.of(PortRequest.PREASSOCIATE, PortRequest.PREASSOCIATE_RR, PortRequest.ASSOCIATE, PortRequest.DISASSOCIATE));
        for (EthernetFrame frame : capture()) {
            if (frame.source().equals(BRIDGE)) {
                station.receive(frame, 0);
            } else if (frame.etherType() == EthernetFrame.ECP && !requests.isEmpty() && isRequest(frame)) {
                assertEquals(Acceptance.ACCEPTED, station.request(requests.removeFirst(), PROFILE, FILTERS, 0));
            }
            said.addAll(station.takeFrames());
        }
        assertEquals(ecp(capture(), STATION), ecp(said, STATION));
        EthernetFrame lastOffer = lastLldp(capture(), STATION);
        assertEquals(lastOffer, lastLldp(said, STATION));
    }

    private static boolean isRequest(EthernetFrame frame) {
        return frame.payload().get(0) == 0x10;
    }

    private static EthernetFrame lastLldp(List<EthernetFrame> frames, MacAddress source) {
        return frames.stream()
                .filter(frame -> frame.etherType() == EthernetFrame.LLDP && frame.source().equals(source))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @Test
    void theBridge() throws Exception {
        EvbBridge bridge = new EvbBridge(asLldpad(BRIDGE), 0);
        List<EthernetFrame> said = new ArrayList<>();
        for (EthernetFrame frame : capture()) {
            if (frame.source().equals(STATION)) {
                bridge.receive(frame, 0);
            }
            said.addAll(bridge.takeFrames());
        }
        assertEquals(ecp(capture(), BRIDGE), ecp(said, BRIDGE));
        assertEquals(lastLldp(capture(), BRIDGE), lastLldp(said, BRIDGE));
    }
}
