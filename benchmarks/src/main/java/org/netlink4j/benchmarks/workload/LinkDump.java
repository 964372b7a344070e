package org.netlink4j.benchmarks.workload;

import java.util.List;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;

/** W1: all links. */
final class LinkDump {
    private LinkDump() {}

    static Subject views(Parameters parameters) throws NetlinkException {
        NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL);
        Request all = Request.of(Rtm.RTM_GETLINK, out -> out.zeros(16));
        LinkView view = new LinkView();
        return () -> {
            long start = System.nanoTime();
            view.clear();
            client.dump(all, view);
            return "nanos=%d count=%d sum=%d".formatted(System.nanoTime() - start, view.count, view.sum);
        };
    }

    static Subject records(Parameters parameters) throws NetlinkException {
        Rtnetlink rtnetlink = Rtnetlink.open();
        return () -> {
            long start = System.nanoTime();
            List<Link> links = rtnetlink.links().list();
            long sum = 0;
            for (Link link : links) {
                sum += LinkSums.of(link);
            }
            return "nanos=%d count=%d sum=%d".formatted(System.nanoTime() - start, links.size(), sum);
        };
    }
}
