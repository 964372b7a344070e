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
    /** What all peers ask for. {@code links().list()} asks for virtual functions, too, which lets the kernel look at each link twice. */
    private static final Request ALL = Request.of(Rtm.RTM_GETLINK, out -> out.zeros(16));

    private LinkDump() {}

    static NetlinkClient client(Parameters parameters) throws NetlinkException {
        return parameters.number("ahead") == 1
                ? NetlinkClient.openReadingAhead(Rtnetlink.PROTOCOL)
                : NetlinkClient.open(Rtnetlink.PROTOCOL);
    }

    static Subject views(Parameters parameters) throws NetlinkException {
        NetlinkClient client = client(parameters);
        LinkView view = new LinkView();
        return () -> {
            long start = System.nanoTime();
            view.clear();
            client.dump(ALL, view);
            return "nanos=%d count=%d sum=%d".formatted(System.nanoTime() - start, view.count, view.sum);
        };
    }

    static Subject records(Parameters parameters) throws NetlinkException {
        NetlinkClient client = client(parameters);
        return () -> {
            long start = System.nanoTime();
            List<Link> links = client.list(ALL, Link::decode);
            long sum = 0;
            for (Link link : links) {
                sum += LinkSums.of(link);
            }
            return "nanos=%d count=%d sum=%d".formatted(System.nanoTime() - start, links.size(), sum);
        };
    }
}
