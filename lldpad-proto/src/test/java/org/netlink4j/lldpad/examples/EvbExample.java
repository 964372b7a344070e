package org.netlink4j.lldpad.examples;

import java.util.List;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.evb.EvbBridge;
import org.netlink4j.lldpad.evb.EvbConfig;
import org.netlink4j.lldpad.evb.EvbStation;
import org.netlink4j.lldpad.evb.StationEvent;
import org.netlink4j.lldpad.wire.VsiFilter;

public final class EvbExample {
    private EvbExample() {}

    public static List<StationEvent> associate(QbgProfile profile, MacAddress machine) {
        // @start region="evb"
        long now = System.nanoTime();
        EvbStation station = new EvbStation(
                new EvbConfig(VdpGeneration.RATIFIED, MacAddress.parse("52:54:00:0a:00:01")), now);
        EvbBridge bridge = new EvbBridge(
                new EvbConfig(VdpGeneration.RATIFIED, MacAddress.parse("52:54:00:0b:00:01")), now);
        station.request(PortRequest.ASSOCIATE, profile, List.of(new VsiFilter.MacVlan(machine, 100)), now);
        for (int i = 0; i < 10; i++) { // a wire without delay
            station.takeFrames().forEach(frame -> bridge.receive(frame, now));
            bridge.takeFrames().forEach(frame -> station.receive(frame, now));
        }
        List<StationEvent> events = station.takeEvents();
        // @end
        return events;
    }
}
