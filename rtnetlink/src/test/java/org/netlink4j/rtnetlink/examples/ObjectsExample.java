package org.netlink4j.rtnetlink.examples;

import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.neighbour.NeighbourSpec;
import org.netlink4j.rtnetlink.rule.RuleSpec;

/** Objects other than links. */
final class ObjectsExample {
    private ObjectsExample() {}

    static void addAddress(Rtnetlink rtnetlink, int device) throws NetlinkException {
        // @start region="address"
        rtnetlink.addresses().create(AddressSpec.of(device, IpPrefix.parse("192.0.2.1/24")).lifetimes(3600, 1800));
        // @end
    }

    static void addNeighbour(Rtnetlink rtnetlink, int device) throws NetlinkException {
        // @start region="neighbour"
        MacAddress address = MacAddress.parse("02:00:00:00:00:01");
        rtnetlink.neighbours().replace(NeighbourSpec.of(device, IpAddress.parse("192.0.2.9")).address(address));
        // @end
    }

    static void addRule(Rtnetlink rtnetlink) throws NetlinkException {
        // @start region="rule"
        rtnetlink.rules().create(RuleSpec.of(IpFamily.AF_INET).source(IpPrefix.parse("192.0.2.0/24")).table(1000).priority(7));
        // @end
    }
}
