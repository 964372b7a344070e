package org.netlink4j.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.SharedNetlinkClient;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;

/** W9: gets by index, by many virtual threads that share a client, and by one thread that has its own. */
final class SharedGets {
    private final Requester client;
    private final Request request;
    private final int count;
    private final LongAdder sum = new LongAdder();

    private SharedGets(Requester client, Parameters parameters) {
        int device = parameters.number("device");
        this.client = client;
        request = Request.of(Rtm.RTM_GETLINK, out -> out.zeros(4).u32(device).zeros(8));
        count = parameters.number("count");
    }

    static Subject oneThread(Parameters parameters) throws NetlinkException {
        SharedGets gets = new SharedGets(NetlinkClient.open(Rtnetlink.PROTOCOL), parameters);
        return () -> gets.timed(() -> gets.get(gets.count));
    }

    static Subject virtualThreads(Parameters parameters) throws NetlinkException {
        SharedGets gets = new SharedGets(SharedNetlinkClient.open(Rtnetlink.PROTOCOL), parameters);
        int threads = parameters.number("threads");
        return () -> gets.timed(() -> gets.share(threads));
    }

    private interface Step {
        void run() throws NetlinkException, InterruptedException;
    }

    private String timed(Step step) throws NetlinkException, InterruptedException {
        sum.reset();
        long start = System.nanoTime();
        step.run();
        return "nanos=%d count=%d sum=%d".formatted(System.nanoTime() - start, count, sum.sum());
    }

    private void share(int threads) throws InterruptedException {
        List<Thread> all = new ArrayList<>(threads);
        for (int i = 0; i < threads; i++) {
            all.add(Thread.startVirtualThread(() -> {
                try {
                    get(count / threads);
                } catch (NetlinkException e) {
                    throw new IllegalStateException(e); // the sum will be wrong
                }
            }));
        }
        for (Thread thread : all) {
            thread.join();
        }
    }

    private void get(int times) throws NetlinkException {
        LinkView view = new LinkView();
        for (int i = 0; i < times; i++) {
            client.converse(request, 0, view);
        }
        sum.add(view.sum);
    }
}
