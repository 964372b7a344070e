package org.netlink4j.rtnetlink.examples;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.action.Mirred;

/** Actions, filters and chains. */
final class TrafficControlExample {
    private TrafficControlExample() {}

    static Action mirror(Rtnetlink rtnetlink, int device) throws NetlinkException {
        // @start region="action"
        rtnetlink.actions().create(Action.of(Mirred.mirror(device).index(7)));
        Action mirror = rtnetlink.actions().get("mirred", 7);
        // @end
        return mirror;
    }
}
