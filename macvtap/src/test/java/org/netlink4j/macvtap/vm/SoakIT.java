package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.backend.VsiBackend;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.Traces;

/**
 * Interfaces are made, associated, started, stopped and deleted many times, several at once, among strangers that make and delete
 * devices of the same names on the same lower device: nothing is left. With {@code -Dnetlink4j.soak=10000} for long, and beside a
 * real lldpad with {@code -Dnetlink4j.soak.lldpad=1000}.
 */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class SoakIT {
    private static final int CYCLES = Integer.getInteger("netlink4j.soak", 60);
    private static final int LLDPAD_CYCLES = Integer.getInteger("netlink4j.soak.lldpad", 20);
    private static final int WORKERS = 4;
    private static final int ROUNDS = 10;
    private static final int NAMES = 7;
    private static final long HEAP_NOISE = 8 << 20;

    @TempDir(factory = InMemory.class)
    private Path directory;

    private final AtomicInteger cycles = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    /** What may leak. Devices are those of the namespace, nodes those of the machine. */
    private record Figures(int descriptors, int threads, int devices, int journal, int vsis, Set<String> nodes, long heap) {
        String words(int after) {
            return "%,d cycles: %d descriptors, %d threads, %d devices, %d journal files, %d VSIs, %d nodes, %,d KiB heap"
                    .formatted(after, descriptors, threads, devices, journal, vsis, nodes.size(), heap >> 10);
        }
    }

    private static Set<String> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(path -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> nodes() throws IOException {
        return files(Path.of("/dev")).stream()
                .filter(name -> name.matches("tap[0-9]+|\\.netlink4j.*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who answers, and what is known there. */
    private interface Peer extends VsiAssociator, Closeable {
        int vsis() throws IOException;
    }

    /** A switch in memory, which forgets what it was asked, for the log of all would look like a leak. */
    private static final class MemoryPeer implements Peer {
        private final Switch vswitch = new Switch();

        @Override
        public VsiOutcome request(VsiRequest request) {
            return vswitch.request(request);
        }

        @Override
        public int vsis() {
            vswitch.log.clear();
            vswitch.requests.clear();
            return vswitch.table.size();
        }

        @Override
        public void close() {
            // it has nothing but memory
        }
    }

    private record LldpadPeer(EvbHost host) implements Peer {
        @Override
        public VsiOutcome request(VsiRequest request) throws NetlinkException {
            return host.backend.request(request);
        }

        @Override
        public int vsis() throws IOException {
            host.awaitTable(Map.of());
            return host.listed() + host.table().size();
        }

        @Override
        public void close() throws IOException {
            host.close();
        }
    }

    private Figures figures(Rtnetlink near, Peer peer) throws IOException, InterruptedException {
        return new Figures(
                files(Path.of("/proc/self/fd")).size(),
                Thread.getAllStackTraces().size(),
                near.links().list().size(),
                files(directory.resolve("journal")).size() - 1, // the lock
                peer.vsis(),
                nodes(),
                Traces.heap());
    }

    private void work(DirectInterfaces interfaces, int worker, int until) throws IOException {
        DirectInterfaceSpec spec = VmLab.spec(MacvlanMode.VEPA)
                .device(device -> device.address(new MacAddress(0x5254_00aa_0000L + worker)))
                .profile(VmLab.profile().with(PortParameter.INSTANCE_ID, new UUID(9, worker).toString()));
        while (cycles.getAndIncrement() < until) {
            DirectInterface made = interfaces.createStarted(spec, VmOperation.CREATE);
            made.stop();
            made.delete();
        }
    }

    /** Makes devices of the names that interfaces are given, and deletes those that it made. */
    private void disturb(Cable cable, AtomicBoolean over) throws IOException {
        try (Rtnetlink own = Rtnetlink.open(cable.near())) {
            int lower = own.links().get(Cable.LOWER).index();
            for (int i = 0; !over.get(); i++) {
                String name = "macvtap" + i % NAMES;
                try {
                    own.links().create(LinkSpec.named(name).lower(lower).kind(new Macvtap()));
                    Link made = own.links().get(name);
                    assertEquals(0, made.group().orElse(0), "who else deletes it?");
                    own.links().delete(made.index());
                } catch (KernelException _) {
                    // the name is taken
                }
            }
        }
    }

    private void round(ExecutorService threads, Cable cable, DirectInterfaces interfaces, int until) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Future<?> stranger = threads.submit(() -> {
            disturb(cable, over);
            return null;
        });
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            int worker = i;
            workers.add(threads.submit(() -> {
                work(interfaces, worker, until);
                return null;
            }));
        }
        try {
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            over.set(true);
            stranger.get();
        }
        cycles.set(until); // each worker asked for one more
        assertEquals(2 * until, requests.get(), "a request and its undoing for each cycle");
    }

    /** Makes a peer at the near end of a cable. */
    private interface Peers {
        Peer open(Cable cable, Rtnetlink near) throws IOException;
    }

    @Test
    void cyclesAmongStrangersLeaveNothing() throws Exception {
        soak(CYCLES, (_, _) -> new MemoryPeer());
    }

    @ParameterizedTest
    @EnumSource
    @NeedsCommand({"lldpad", "nsenter", "stdbuf", "unshare"})
    void cyclesBesideLldpadLeaveNothing(VdpGeneration generation) throws Exception {
        soak(LLDPAD_CYCLES, (cable, near) ->
                new LldpadPeer(new EvbHost(cable, near, VsiBackend.Kind.LLDPAD, generation, EvbTimers.UNHURRIED)));
    }

    private VsiAssociator counting(VsiAssociator peer) {
        return request -> {
            requests.incrementAndGet();
            return peer.request(request);
        };
    }

    private void soak(int wanted, Peers peers) throws Exception {
        Set<String> nodesBefore = nodes();
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS + 1);
                Cable cable = new Cable();
                Rtnetlink near = Rtnetlink.open(cable.near())) {
            cable.connect(near);
            near.links().create(LinkSpec.named("bystander").lower(near.links().get(Cable.LOWER).index()).kind(new Macvtap()).up());
            try (Peer peer = peers.open(cable, near);
                    DirectInterfaces interfaces = DirectInterfaces.open(
                            cable.near(), counting(peer), Optional.of(FileJournal.open(directory.resolve("journal"))), Steps.UNOBSERVED)) {
                long began = System.nanoTime();
                List<Link> links = near.links().list();
                List<Figures> all = new ArrayList<>();
                for (int i = 1; i <= ROUNDS; i++) {
                    round(threads, cable, interfaces, wanted * i / ROUNDS);
                    all.add(figures(near, peer));
                    System.out.println(all.getLast().words(wanted * i / ROUNDS));
                }
                Figures first = all.get(1); // all is loaded and every thread was used
                Figures last = all.getLast();
                assertEquals(first.descriptors, last.descriptors, "descriptors");
                assertTrue(last.threads <= first.threads, () -> first.threads + " threads became " + last.threads);
                assertEquals(links.stream().map(Link::name).toList(), near.links().list().stream().map(Link::name).toList());
                assertTrue(near.links().get("bystander").isUp());
                assertEquals(0, last.journal, "files of the journal");
                assertEquals(0, last.vsis, "VSIs");
                assertTrue(last.heap < first.heap + HEAP_NOISE, () -> "the heap grew from " + first.heap + " to " + last.heap);
                System.out.printf("%,d cycles took %d s%n", wanted, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
            }
        }
        assertNoNodesBut(nodesBefore);
    }

    /** The kernel takes a namespace down a little later than its last user leaves. */
    private static void assertNoNodesBut(Set<String> before) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        Set<String> left = nodes();
        left.removeAll(before);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(20);
            left.retainAll(nodes());
        }
        assertEquals(Set.of(), left);
    }
}
