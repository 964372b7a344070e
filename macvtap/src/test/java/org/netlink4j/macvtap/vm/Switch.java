package org.netlink4j.macvtap.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.VsiOutcome;

/** A switch in memory behind a lldpad in memory: keeps a table of VSIs, agrees to everything, or does what a test says. */
final class Switch implements VsiAssociator {
    final Map<UUID, PortRequest> table = new TreeMap<>();
    final List<PortRequest> log = new ArrayList<>();
    final List<VsiRequest> requests = new ArrayList<>();

    /** What becomes of a request instead; null to agree. */
    Function<VsiRequest, VsiOutcome> otherwise = _ -> null;

    @Override
    public synchronized VsiOutcome request(VsiRequest request) {
        log.add(request.request());
        requests.add(request);
        VsiOutcome other = otherwise.apply(request);
        if (other != null) {
            return other;
        }
        if (request.request() == PortRequest.DISASSOCIATE) {
            table.remove(request.profile().instanceId());
        } else {
            table.put(request.profile().instanceId(), request.request());
        }
        return new VsiOutcome.Done(request.request());
    }

    List<Integer> numbers() {
        return log.stream().map(PortRequest::number).toList();
    }
}
