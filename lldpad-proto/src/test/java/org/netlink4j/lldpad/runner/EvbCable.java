package org.netlink4j.lldpad.runner;

import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;

/** Two network namespaces with a cable between them. */
final class EvbCable implements AutoCloseable {
    static final String STATION = "sta0";
    static final String BRIDGE = "brg0";

    final NetworkNamespace near = NetworkNamespace.createAnonymous();
    final NetworkNamespace far = NetworkNamespace.createAnonymous();

    EvbCable() throws NetlinkException {
        try (Rtnetlink here = Rtnetlink.open(near);
                Rtnetlink there = Rtnetlink.open(far)) {
            here.links().create(LinkSpec.named(STATION)
                    .address(MacAddress.parse("52:54:00:0a:00:01"))
                    .kind(Veth.withPeer(LinkSpec.named(BRIDGE).address(MacAddress.parse("52:54:00:0b:00:01")))));
            here.links().moveTo(here.links().get(BRIDGE).index(), far);
            there.links().setUp(there.links().get(BRIDGE).index());
        }
        setUp(true);
    }

    /** The station's end, up or down. */
    void setUp(boolean up) throws NetlinkException {
        try (Rtnetlink here = Rtnetlink.open(near)) {
            int index = here.links().get(STATION).index();
            if (up) {
                here.links().setUp(index);
            } else {
                here.links().setDown(index);
            }
        }
    }

    void cut() throws NetlinkException {
        try (Rtnetlink here = Rtnetlink.open(near)) {
            here.links().delete(STATION);
        }
    }

    EvbStationRunner station(VdpGeneration generation, EvbTimers timers) throws NetlinkException {
        return EvbStationRunner.open(near, STATION, generation, timers);
    }

    EvbBridgeRunner bridge(VdpGeneration generation, EvbTimers timers) throws NetlinkException {
        return EvbBridgeRunner.open(far, BRIDGE, generation, timers);
    }

    @Override
    public void close() {
        near.close();
        far.close();
    }
}
