package org.netlink4j.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.SharedNetlinkClient;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How soon waiting callers are free: 1,000 virtual threads wait for a kernel in memory that never answers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 10)
@Measurement(iterations = 30)
public class CloseBenchmark {
    private static final int CALLERS = 1000;
    private static final int SILENT = 20;
    private static final Request REQUEST = Request.of(SILENT, out -> out.zeros(16)).timeout(Duration.ofMinutes(1));

    private SharedNetlinkClient client;
    private final List<Thread> callers = new ArrayList<>();

    /**
     * Lets them wait.
     *
     * @throws InterruptedException never
     */
    @Setup(Level.Iteration)
    public void begin() throws InterruptedException {
        NetlinkProtocol protocol = NetlinkProtocol.of(0, "SILENT");
        client = SharedNetlinkClient.over(protocol, new FakeKernel().on(SILENT, Answer.silence()));
        CountDownLatch started = new CountDownLatch(CALLERS);
        callers.clear();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.startVirtualThread(() -> {
                started.countDown();
                try {
                    client.execute(REQUEST);
                } catch (NetlinkException _) {
                    // what the benchmark waits for
                }
            }));
        }
        started.await();
        Thread.sleep(100); // time to come to rest
    }

    /** Gives the client back. */
    @TearDown(Level.Iteration)
    public void end() {
        client.close();
    }

    /**
     * Closes the client and waits for the last of them.
     *
     * @throws InterruptedException never
     */
    @Benchmark
    public void closeFreesAThousandCallers() throws InterruptedException {
        client.close();
        joinAll();
    }

    /**
     * Interrupts all of them and waits for the last.
     *
     * @throws InterruptedException never
     */
    @Benchmark
    public void interruptFreesAThousandCallers() throws InterruptedException {
        callers.forEach(Thread::interrupt);
        joinAll();
    }

    private void joinAll() throws InterruptedException {
        for (Thread caller : callers) {
            caller.join();
        }
    }
}
