package org.netlink4j.macvtap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.RootTest;

/** The device node: late, missing, or a stranger's. */
@RootTest
@EnabledIf(BuiltWith.MACVTAP)
class TapNodeIT {
    /** Above what the kernel hands out by itself in these namespaces. */
    private static final int INDEX = 471_147;

    private static final TapOptions BRIEFLY = TapOptions.DEFAULT.nodeTimeout(Duration.ofMillis(100));

    private Lab lab;
    private MacvtapDevice device;
    private Path directory;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
        device = lab.macvtaps.createUp(lab.spec().name("near").link(link -> link.index(INDEX)));
        directory = Files.createTempDirectory(Path.of("/dev"), "netlink4j-test");
    }

    @AfterEach
    void close() throws IOException {
        lab.close();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static DeviceNumber numberOf(Lab lab, MacvtapDevice device) throws Exception {
        Path dev = Path.of("/sys/class/net", device.name(), "tap" + device.index(), "dev");
        return DeviceNumber.parse(lab.cable.near().<String, Exception>callWithSysfs(() -> Files.readString(dev)));
    }

    private static DeviceNumber nodeNumber(Path node) throws IOException {
        return new DeviceNumber((Long) Files.getAttribute(node, "unix:rdev"));
    }

    private TapNode in(Path where) {
        return new TapNode(lab.cable.near(), device.name(), device.index(), where);
    }

    private static void makeNode(Path node, DeviceNumber number) {
        Commands.here().run("mknod", node.toString(), "c", Long.toString(number.major()), Long.toString(number.minor()));
    }

    private static void assertCarriesFrames(Lab lab, TapQueue queue) throws NetlinkException {
        MemorySegment out = lab.frame(lab.farAddress, Lab.VM, (byte) 1);
        queue.write(out);
        assertArrayEquals(out.toArray(JAVA_BYTE), lab.readFar());
    }

    @Test
    void theSharedNodeIsUsedIfItIsOurs() throws Exception {
        Path shared = directory.resolve("tap" + INDEX);
        makeNode(shared, numberOf(lab, device));
        directory.toFile().setLastModified(0);
        try (TapQueue queue = TapQueue.open(in(directory), BRIEFLY).getFirst()) {
            assertCarriesFrames(lab, queue);
        }
        assertEquals(0, directory.toFile().lastModified(), "a private node was made though none was needed");
    }

    @Test
    void row18_nodeThatIsLateIsWaitedFor() throws Exception {
        Path late = directory.resolve("late");
        Path prepared = Files.createDirectory(directory.resolve("prepared"));
        makeNode(prepared.resolve("tap" + INDEX), numberOf(lab, device));
        try (ScheduledExecutorService udev = Executors.newSingleThreadScheduledExecutor()) {
            var done = udev.schedule(() -> Files.move(prepared, late), 60, TimeUnit.MILLISECONDS);
            long begin = System.nanoTime();
            try (TapQueue queue = TapQueue.open(in(late), TapOptions.DEFAULT.nodeTimeout(Lab.PATIENCE)).getFirst()) {
                assertTrue(System.nanoTime() - begin >= TimeUnit.MILLISECONDS.toNanos(50));
                assertCarriesFrames(lab, queue);
            }
            done.get();
        }
    }

    @Test
    void row19_nodeThatNeverComes() {
        long begin = System.nanoTime();
        SystemCallException e = assertThrows(
                SystemCallException.class, () -> TapQueue.open(in(directory.resolve("never")), BRIEFLY));
        assertEquals(Errno.ENOENT, e.errno());
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        assertTrue(millis >= 100 && millis < 3000, millis + " ms");
    }

    @Test
    void row24_strangersNodeIsNotOpened() throws Exception {
        try (Lab other = new Lab()) {
            MacvtapDevice stranger = device;
            MacvtapDevice ours =
                    other.macvtaps.createUp(other.spec().name("near").link(link -> link.index(INDEX)));
            Path shared = Path.of("/dev/tap" + INDEX);
            assertEquals(numberOf(lab, stranger), nodeNumber(shared));
            assertNotEquals(numberOf(other, ours), nodeNumber(shared));

            try (TapQueue queue = ours.openQueue();
                    TapQueue strangers = stranger.openQueue()) {
                assertCarriesFrames(other, queue);
                assertCarriesFrames(lab, strangers);
            }
            assertEquals(List.of(), privateNodes(Path.of("/dev")));
        }
    }

    @Test
    void withoutAnyNodeAPrivateOneIsMadeAndRemoved() throws Exception {
        try (TapQueue queue = TapQueue.open(in(directory), BRIEFLY).getFirst()) {
            assertCarriesFrames(lab, queue);
        }
        assertEquals(List.of(), privateNodes(directory));
    }

    private static List<String> privateNodes(Path directory) throws IOException {
        try (Stream<Path> nodes = Files.list(directory)) {
            return nodes.map(Path::getFileName).map(Path::toString).filter(name -> name.startsWith(".")).toList();
        }
    }

    @Test
    @NeedsCommand({"nsenter", "setpriv"})
    void withoutCapSysAdminTheDeviceMustBeInTheCallersNamespace() {
        String classes = String.join(
                ":", "target/classes", "target/test-classes", System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""));
        String output = Commands.inside(lab.cable.near().path().toString())
                .withFreshSys()
                .run("setpriv", "--bounding-set=-sys_admin", "--inh-caps=-all",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-cp", classes,
                        OpenOne.class.getName(), device.name(), Integer.toString(device.index()));
        assertEquals("near false", output.strip());
    }

    @Test
    void deviceOfAnotherIndexOrNameIsNotOpened() {
        assertEquals(
                Errno.ENODEV,
                assertThrows(
                                SystemCallException.class,
                                () -> TapQueue.open(lab.cable.near(), "near", INDEX + 1, TapOptions.DEFAULT))
                        .errno());
        assertEquals(
                Errno.ENODEV,
                assertThrows(
                                SystemCallException.class,
                                () -> TapQueue.open(lab.cable.near(), "nothing", INDEX, TapOptions.DEFAULT))
                        .errno());
    }
}
