package org.netlink4j.rtnetlink.examples;

import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.bridge.BridgeVlanSpec;
import org.netlink4j.rtnetlink.bridge.FdbEntry;
import org.netlink4j.rtnetlink.bridge.FdbSpec;
import org.netlink4j.rtnetlink.bridge.MdbGroup;
import org.netlink4j.rtnetlink.bridge.MdbSpec;
import org.netlink4j.rtnetlink.bridge.VlanRange;

/** What a bridge knows. */
final class BridgeExample {
    private BridgeExample() {}

    static int pin(Rtnetlink rtnetlink, int bridge, int port) throws NetlinkException {
        // @start region="fdb"
        MacAddress address = MacAddress.parse("02:00:00:00:00:01");
        rtnetlink.fdb().replace(FdbSpec.ofPort(port, address).asStatic().sticky());
        FdbEntry entry = rtnetlink.fdb().get(FdbSpec.ofBridge(bridge, address));
        // @end
        return entry.index();
    }

    static void join(Rtnetlink rtnetlink, int bridge, int port) throws NetlinkException {
        // @start region="mdb"
        MdbGroup group = MdbGroup.parse("239.1.1.1");
        rtnetlink.mdb().create(MdbSpec.of(bridge, port, group).permanent().source(IpAddress.parse("192.0.2.1")));
        // @end
    }

    static void addVlans(Rtnetlink rtnetlink, int port) throws NetlinkException {
        // @start region="vlan"
        rtnetlink.bridgeVlans().create(BridgeVlanSpec.of(port, new VlanRange(7, 9)));
        rtnetlink.bridgeVlans().create(BridgeVlanSpec.of(port, VlanRange.of(20)).pvid().untagged());
        // @end
    }
}
