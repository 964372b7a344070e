package org.netlink4j.rtnetlink.examples;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.qdisc.Htb;
import org.netlink4j.rtnetlink.tc.qdisc.HtbClass;
import org.netlink4j.rtnetlink.tc.qdisc.Pfifo;
import org.netlink4j.rtnetlink.tc.qdisc.QdiscSpec;
import org.netlink4j.rtnetlink.tc.qdisc.TrafficClassSpec;

/** Shapes what a device sends. */
final class QdiscExample {
    private QdiscExample() {}

    static void shape(Rtnetlink rtnetlink, int device) throws NetlinkException {
        // @start region="qdisc"
        TcHandle root = TcHandle.qdisc(1);
        TcHandle bulk = TcHandle.of(1, 10);
        rtnetlink.qdiscs().create(QdiscSpec.root(device).handle(root).kind(new Htb().defaultClass(bulk.minor())));
        rtnetlink.trafficClasses().create(
                TrafficClassSpec.of(device, bulk).parent(root).kind(HtbClass.of(1_250_000, 2_500_000))); // 10 and 20 Mbit/s
        rtnetlink.qdiscs().create(QdiscSpec.on(device).parent(bulk).kind(new Pfifo().limit(100)));
        // @end
    }
}
