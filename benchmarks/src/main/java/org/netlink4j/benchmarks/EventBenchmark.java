package org.netlink4j.benchmarks;

import java.time.Duration;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventConsumer;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A notification of a kernel in memory, from its sending to the listener. */
public class EventBenchmark extends Nanoseconds {
    private static final int GROUP = 1;

    private FakeKernel kernel;
    private EventStream events;
    private long seen;
    private final EventConsumer consumer = (message, from) -> seen += message.length();

    /**
     * Begins to listen.
     *
     * @throws NetlinkException never
     */
    @Setup
    public void open() throws NetlinkException {
        kernel = new FakeKernel();
        events = EventStream.over(Rtnetlink.PROTOCOL, Set.of(GROUP), kernel);
    }

    /** Ends it. */
    @TearDown
    public void close() {
        events.close();
    }

    /**
     * Sends one and hears it.
     *
     * @return how many bytes were heard so far
     * @throws NetlinkException never
     */
    @Benchmark
    public long dispatchEvent() throws NetlinkException {
        kernel.multicast(GROUP, Rtm.RTM_NEWLINK, out -> out.zeros(16));
        if (!events.poll(Duration.ofSeconds(1), consumer)) {
            throw new IllegalStateException("nothing came");
        }
        return seen;
    }
}
