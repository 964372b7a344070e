package org.netlink4j.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.BatchResult;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Links;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.rtnetlink.route.RouteSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Changes of the real kernel, in a network namespace of its own; needs CAP_SYS_ADMIN. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChangeBenchmark {
    private static final int BATCH = 100;
    private static final int BULK = 50;
    private static final int GROUP = 7;

    private Lab lab;
    private Links links;
    private LinkSpec macvtap;
    private List<Request> additions;
    private List<Request> removals;

    /**
     * Makes the namespace.
     *
     * @throws IOException without the capability
     */
    @Setup
    public void open() throws IOException {
        lab = new Lab();
        links = lab.rtnetlink().links();
        macvtap = LinkSpec.named("macvtap0").kind(new Macvtap()).lower(lab.cable());
        List<RouteSpec> routes = IntStream.range(0, BATCH)
                .mapToObj(i -> RouteSpec.of(IpPrefix.of(new Ipv4Address(10 << 24 | i))).device(lab.cable()))
                .toList();
        additions = routes.stream()
                .map(route -> Request.of(Rtm.RTM_NEWROUTE, route).flags(Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL))
                .toList();
        removals = routes.stream().map(route -> Request.of(Rtm.RTM_DELROUTE, route)).toList();
    }

    /** Gives it back. */
    @TearDown
    public void close() {
        lab.close();
    }

    /**
     * Makes a macvtap and deletes it.
     *
     * @throws NetlinkException never
     */
    @Benchmark
    public void createAndDeleteMacvtap() throws NetlinkException {
        links.create(macvtap);
        links.delete("macvtap0");
    }

    /**
     * Makes 50 macvtaps and deletes them by their group.
     *
     * @throws NetlinkException never
     */
    @Benchmark
    public void createMacvtapsAndDeleteTheirGroup() throws NetlinkException {
        for (int i = 0; i < BULK; i++) {
            links.create(macvtap.name("mt" + i).group(GROUP));
        }
        links.deleteGroup(GROUP);
    }

    /**
     * Adds 100 routes in one batch and deletes them in another.
     *
     * @throws NetlinkException never
     */
    @Benchmark
    public void batchOfRoutes() throws NetlinkException {
        done(additions);
        done(removals);
    }

    private void done(List<Request> requests) throws NetlinkException {
        List<BatchResult> results = lab.client().batch(requests, BatchPolicy.CONTINUE);
        if (!results.stream().allMatch(BatchResult.Done.class::isInstance)) {
            throw new IllegalStateException(results.toString());
        }
    }
}
