package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.SharedNetlinkClient;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.ProcessMemory;
import org.netlink4j.testkit.Traces;

/**
 * Everything at once, for long: {@code -Dnetlink4j.soak.seconds=600}. In each of six rounds all workers run, stop, and leave as many
 * descriptors, threads and bytes of native memory as after the first, and hardly more heap and memory of {@code malloc}. With
 * {@code JDK_JAVA_OPTIONS="-Xms512m -Xmx512m -XX:+AlwaysPreTouch"} in the environment, hardly more resident memory, too.
 */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class EverythingAtOnceIT extends InVmLab {
    private static final int ROUNDS = 6;
    private static final long HEAP_SLACK = 4 << 20;
    private static final long NATIVE_SLACK = 16 << 20; // the compiler goes on, and malloc keeps what it needed at most
    private static final long ROUND = TimeUnit.SECONDS.toNanos(Long.getLong("netlink4j.soak.seconds", 3)) / ROUNDS;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private interface Work {
        void once() throws Exception;
    }

    private final Map<String, AtomicLong> done = new LinkedHashMap<>();

    /** Repeats something until the deadline. */
    private Future<?> repeat(ExecutorService threads, String name, long deadline, Work work) {
        AtomicLong count = done.computeIfAbsent(name, _ -> new AtomicLong());
        return threads.submit(() -> {
            do {
                work.once();
                count.incrementAndGet();
            } while (deadline - System.nanoTime() > 0);
            return count;
        });
    }

    private void create(int worker) throws Exception {
        try (Rtnetlink rtnetlink = Rtnetlink.open(lab.cable.near())) {
            String name = "soak" + worker;
            rtnetlink.links().create(LinkSpec.named(name).kind(new Bridge()).up());
            rtnetlink.links().delete(name);
        }
    }

    /** The doubles of the tests write down all that happened. */
    private void forget() {
        lab.faults.failAt(-1);
        lab.vswitch.log.clear();
        lab.vswitch.requests.clear();
    }

    private void round() throws Exception {
        long deadline = System.nanoTime() + ROUND;
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("soak-", 0).factory());
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
                SharedNetlinkClient shared = SharedNetlinkClient.open(Rtnetlink.PROTOCOL, lab.cable.near());
                Rtnetlink many = Rtnetlink.over(shared.within(PATIENCE));
                EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(1), SocketOptions.DEFAULT, lab.cable.near())) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(repeat(virtual, "dumps", deadline, () -> assertTrue(many.links().list().size() >= 2)));
            }
            for (int i = 0; i < 2; i++) {
                int worker = i;
                all.add(repeat(threads, "creates", deadline, () -> create(worker)));
            }
            all.add(repeat(threads, "events", deadline, () -> events.next(Duration.ofMillis(50), Link::decode)));
            all.add(repeat(threads, "associations", deadline, () -> {
                DirectInterface made = lab.interfaces.create(VmLab.spec(MacvlanMode.VEPA), VmOperation.CREATE);
                made.start();
                made.stop();
                made.delete();
                forget();
            }));
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    @Test
    void allCountersStayFlat(TestReporter reporter) throws Exception {
        round();
        Traces traces = Traces.settled();
        long heap = Traces.heap();
        ProcessMemory memory = ProcessMemory.look();
        for (int i = 1; i < ROUNDS; i++) {
            round();
            traces.await("round " + i);
            long now = Traces.heap();
            ProcessMemory then = ProcessMemory.lookAgainWhile(more -> more.allocated() >= memory.allocated() + NATIVE_SLACK);
            reporter.publishEntry("round " + i, done + ", descriptors " + traces.descriptors().size() + ", threads "
                    + traces.threads().size() + ", native bytes " + traces.nativeBytes() + ", heap " + now + " after " + heap
                    + ", " + then + " after " + memory);
            assertTrue(now < heap + HEAP_SLACK, now + " bytes of heap after round " + i + ", " + heap + " before");
            assertTrue(
                    then.allocated() < memory.allocated() + NATIVE_SLACK
                            && (!ProcessMemory.isHeapTouched() || then.resident() < memory.resident() + NATIVE_SLACK),
                    () -> then + " after " + memory);
        }
        assertEquals(Set.of("dumps", "creates", "events", "associations"), done.keySet());
    }
}
