package org.netlink4j.rtnetlink.examples;

import java.util.List;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.action.Mirred;
import org.netlink4j.rtnetlink.tc.filter.Filter;
import org.netlink4j.rtnetlink.tc.filter.FilterPoint;
import org.netlink4j.rtnetlink.tc.filter.FilterSpec;
import org.netlink4j.rtnetlink.tc.filter.U32;
import org.netlink4j.rtnetlink.tc.filter.U32Key;

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

    static Filter drop(Rtnetlink rtnetlink, int device) throws NetlinkException {
        // @start region="filter"
        FilterPoint ingress = FilterPoint.ingress(device); // of a clsact that is there
        U32 fromTen = new U32().keys(List.of(U32Key.at(12, 0x0a000000, 0xff000000)));
        rtnetlink.filters().create(FilterSpec.of(ingress).protocol(EtherType.IPV4).priority(7)
                .kind(fromTen.actions(Action.of(Mirred.redirect(device)))));
        Filter filter = rtnetlink.filters().list(ingress).getLast();
        // @end
        return filter;
    }
}
