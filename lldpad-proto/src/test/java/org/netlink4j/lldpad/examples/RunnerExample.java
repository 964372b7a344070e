package org.netlink4j.lldpad.examples;

import java.time.Duration;
import java.util.List;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.evb.StationEvent;
import org.netlink4j.lldpad.runner.EvbStationRunner;
import org.netlink4j.lldpad.runner.StationEvents;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.VsiFilter;

public final class RunnerExample {
    private RunnerExample() {}

    public static StationEvent associate(NetworkNamespace namespace, QbgProfile profile, MacAddress machine)
            throws NetlinkException {
        // @start region="runner"
        try (EvbStationRunner station =
                        EvbStationRunner.open(namespace, "eth0", VdpGeneration.RATIFIED, EvbTimers.UNHURRIED);
                StationEvents events = station.events()) {
            station.awaitBridge(Duration.ofSeconds(30));
            station.request(PortRequest.ASSOCIATE, profile, List.of(new VsiFilter.MacVlan(machine, 100)));
            return events.next(EvbTimers.UNHURRIED.acknowledgement()).orElseThrow();
        }
        // @end
    }
}
