package org.netlink4j.macvtap.vm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.evb.StationEvent;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.runner.EvbStationRunner;
import org.netlink4j.lldpad.runner.StationEvents;
import org.netlink4j.lldpad.wire.VsiFilter;

/** Negotiates by a station of this process, as a lldpad would. */
record StationAssociator(EvbStationRunner station, VdpGeneration generation) implements VsiAssociator {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public VsiOutcome request(VsiRequest request) throws NetlinkException {
        VsiKey key = VsiKey.of(request.profile());
        try (StationEvents events = station.events()) {
            station.request(
                    request.request(), request.profile(), List.of(new VsiFilter.MacVlan(request.address(), request.vlan())));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                Optional<StationEvent> event = events.next(Duration.ofNanos(deadline - System.nanoTime()));
                if (event.isEmpty()) {
                    return new VsiOutcome.TimedOut(false);
                }
                if (event.get().key().equals(key)) {
                    return outcome(event.get(), request.request());
                }
            }
        }
    }

    private VsiOutcome outcome(StationEvent event, PortRequest request) {
        return switch (event) {
            case StationEvent.Agreed _ -> new VsiOutcome.Done(request);
            case StationEvent.Refused refused ->
                new VsiOutcome.Refused(refused.response(), generation, refused.inForce() == PortRequest.DISASSOCIATE);
            case StationEvent.TimedOut _, StationEvent.Ended _ -> new VsiOutcome.TimedOut(true);
        };
    }
}
