package org.netlink4j.benchmarks.workload;

import java.util.Arrays;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;

/** W4: a link by its index, again and again. */
final class LinkGet implements Subject {
    /** A get that returns the checksum of the link. */
    private interface Get {
        long run() throws NetlinkException;
    }

    private final Get get;
    private final long[] nanos;

    private LinkGet(int count, Get get) {
        this.get = get;
        nanos = new long[count];
    }

    static Subject views(Parameters parameters) throws NetlinkException {
        int device = parameters.number("device");
        NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL);
        Request request = Request.of(Rtm.RTM_GETLINK, out -> out.zeros(4).u32(device).zeros(8));
        LinkView view = new LinkView();
        return new LinkGet(parameters.number("count"), () -> {
            view.clear();
            client.converse(request, 0, view);
            return view.sum;
        });
    }

    static Subject records(Parameters parameters) throws NetlinkException {
        int device = parameters.number("device");
        Rtnetlink rtnetlink = Rtnetlink.open();
        return new LinkGet(parameters.number("count"), () -> LinkSums.of(rtnetlink.links().get(device)));
    }

    @Override
    public String round() throws NetlinkException {
        long allocated = -Allocation.bytes();
        long start = System.nanoTime();
        long sum = rounds();
        long end = System.nanoTime();
        allocated += Allocation.bytes();
        Arrays.sort(nanos);
        return "nanos=%d count=%d sum=%d p50=%d p99=%d allocated=%d".formatted(end - start, nanos.length, sum,
                nanos[nanos.length / 2], nanos[(int) (nanos.length * 99L / 100)], allocated / nanos.length);
    }

    private long rounds() throws NetlinkException {
        long sum = 0;
        for (int i = 0; i < nanos.length; i++) {
            long begin = System.nanoTime();
            sum += get.run();
            nanos[i] = System.nanoTime() - begin;
        }
        return sum;
    }
}
