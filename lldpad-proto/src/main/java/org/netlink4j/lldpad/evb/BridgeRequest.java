package org.netlink4j.lldpad.evb;

import java.util.List;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.wire.VsiFilter;

/**
 * What a station asks of a bridge.
 *
 * @param key which VSI
 * @param request what for
 * @param filters its filters
 */
public record BridgeRequest(VsiKey key, PortRequest request, List<VsiFilter> filters) {
    /** Copies the list. */
    public BridgeRequest {
        filters = List.copyOf(filters);
    }
}
