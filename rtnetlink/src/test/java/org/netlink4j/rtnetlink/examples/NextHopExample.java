package org.netlink4j.rtnetlink.examples;

import java.util.List;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.nexthop.NextHopMember;
import org.netlink4j.rtnetlink.nexthop.NextHopSpec;
import org.netlink4j.rtnetlink.nexthop.NextHops;
import org.netlink4j.rtnetlink.route.RouteSpec;

/** Next-hop objects. */
final class NextHopExample {
    private NextHopExample() {}

    static void addGroup(Rtnetlink rtnetlink, int device) throws NetlinkException {
        // @start region="nexthop"
        NextHops nextHops = rtnetlink.nextHops();
        nextHops.create(NextHopSpec.of(1).gateway(IpAddress.parse("192.0.2.2")).device(device));
        nextHops.create(NextHopSpec.of(2).gateway(IpAddress.parse("192.0.2.3")).device(device));
        nextHops.create(NextHopSpec.of(3).group(List.of(new NextHopMember(1, 10), NextHopMember.of(2))));
        rtnetlink.routes().create(RouteSpec.of(IpPrefix.parse("198.51.100.0/24")).nextHopId(3));
        // @end
    }
}
