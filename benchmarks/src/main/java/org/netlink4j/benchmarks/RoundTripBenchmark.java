package org.netlink4j.benchmarks;

import java.util.concurrent.TimeUnit;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.MessageConsumer;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.SharedNetlinkClient;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;
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

/** A request to the real kernel and its answer, in a network namespace of its own; needs CAP_SYS_ADMIN. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RoundTripBenchmark {
    private static final int LOOPBACK = 1;

    private static final Request GET = Request.of(Rtm.RTM_GETLINK, out -> out.zeros(4).u32(LOOPBACK).zeros(8));
    private static final Request CHANGE_NOTHING = Request.of(Rtm.RTM_SETLINK, out -> out.zeros(4).u32(LOOPBACK).zeros(8));

    private NetworkNamespace namespace;
    private NetlinkClient client;
    private SharedNetlinkClient shared;
    private long seen;
    private final MessageConsumer consumer = message -> seen += message.length();

    /**
     * Makes the namespace.
     *
     * @throws NetlinkException without the capability
     */
    @Setup
    public void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace);
        shared = SharedNetlinkClient.open(Rtnetlink.PROTOCOL, namespace);
    }

    /** Gives it back. */
    @TearDown
    public void close() {
        client.close();
        shared.close();
        namespace.close();
    }

    /**
     * A request that changes nothing, and its acknowledgement.
     *
     * @return what the kernel said
     * @throws NetlinkException never
     */
    @Benchmark
    public ExtendedAck requestAndAck() throws NetlinkException {
        return client.execute(CHANGE_NOTHING);
    }

    /**
     * A get by index and its answer, seen as a view.
     *
     * @return how many bytes were seen so far
     * @throws NetlinkException never
     */
    @Benchmark
    public long getView() throws NetlinkException {
        client.converse(GET, 0, consumer);
        return seen;
    }

    /**
     * The same through the shared client's I/O thread.
     *
     * @return what the kernel said
     * @throws NetlinkException never
     */
    @Benchmark
    public ExtendedAck requestAndAckShared() throws NetlinkException {
        return shared.execute(CHANGE_NOTHING);
    }
}
