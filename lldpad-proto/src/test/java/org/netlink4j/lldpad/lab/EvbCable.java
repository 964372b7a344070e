package org.netlink4j.lldpad.lab;

import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;

/** Two network namespaces with a cable between them. */
public final class EvbCable implements AutoCloseable {
    public static final String STATION = "sta0";
    public static final String BRIDGE = "brg0";

    private final NetworkNamespace near = NetworkNamespace.createAnonymous();
    private final NetworkNamespace far = NetworkNamespace.createAnonymous();
    private final int stationIndex;

    public EvbCable() throws NetlinkException {
        try (Rtnetlink here = Rtnetlink.open(near);
                Rtnetlink there = Rtnetlink.open(far)) {
            here.links().create(LinkSpec.named(STATION)
                    .address(MacAddress.parse("52:54:00:0a:00:01"))
                    .kind(Veth.withPeer(LinkSpec.named(BRIDGE).address(MacAddress.parse("52:54:00:0b:00:01")))));
            here.links().moveTo(here.links().get(BRIDGE).index(), far);
            there.links().setUp(there.links().get(BRIDGE).index());
            stationIndex = here.links().get(STATION).index();
            here.links().setUp(stationIndex);
        }
    }

    /** Where the station is. */
    public NetworkNamespace near() {
        return near;
    }

    /** Where the bridge is. */
    public NetworkNamespace far() {
        return far;
    }

    public int stationIndex() {
        return stationIndex;
    }

    public int bridgeIndex() throws NetlinkException {
        try (Rtnetlink there = Rtnetlink.open(far())) {
            return there.links().get(BRIDGE).index();
        }
    }

    /** The station's end, up or down. */
    public void setUp(boolean up) throws NetlinkException {
        try (Rtnetlink here = Rtnetlink.open(near)) {
            if (up) {
                here.links().setUp(stationIndex);
            } else {
                here.links().setDown(stationIndex);
            }
        }
    }

    public void cut() throws NetlinkException {
        try (Rtnetlink here = Rtnetlink.open(near)) {
            here.links().delete(STATION);
        }
    }

    @Override
    public void close() {
        near.close();
        far.close();
    }
}
