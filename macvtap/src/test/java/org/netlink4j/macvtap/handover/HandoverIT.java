package org.netlink4j.macvtap.handover;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.Octets;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.macvtap.Jvm;
import org.netlink4j.macvtap.MacvtapDevice;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.Macvtaps;
import org.netlink4j.macvtap.TapOptions;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.testkit.RootTest;

/** Queues go to other processes and work there. */
@RootTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class HandoverIT {
    private static final MacAddress VM = MacAddress.parse("52:54:00:c7:3e:ce");
    private static final int ETHERTYPE = 0x88b5;
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private Arena arena;
    private Cable cable;
    private Macvtaps macvtaps;
    private FrameFile far;

    @BeforeEach
    void open() throws IOException {
        arena = Arena.ofShared();
        cable = new Cable();
        macvtaps = Macvtaps.open(cable.near());
        cable.connect(macvtaps.rtnetlink());
        far = cable.openFarEnd(ETHERTYPE);
    }

    @AfterEach
    void close() {
        far.close();
        macvtaps.close();
        cable.close();
        arena.close();
    }

    private MacvtapDevice device() throws IOException {
        return macvtaps.createUp(MacvtapSpec.on(Cable.LOWER).address(VM));
    }

    private byte[] sendToMachine(int number) throws IOException {
        byte[] source = cable.farEnd().address().orElseThrow().octets();
        MemorySegment frame =
                PacketSocket.frame(arena, VM.octets(), source, ETHERTYPE, Arrays.copyOf(new byte[] {(byte) number}, 46));
        far.write(frame);
        return frame.toArray(JAVA_BYTE);
    }

    @Test
    void overASocketToAnotherProcess() throws Exception {
        MacvtapDevice device = device();
        List<TapQueue> queues = device.openQueues(TapOptions.DEFAULT.queues(3));
        Path path = directory.resolve("socket");
        try (TapSocket.Listener listener = TapSocket.listen(path)) {
            Process receiver = new ProcessBuilder(Jvm.command(Receiver.class.getName(), path.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader output = receiver.inputReader();
                    TapSocket connection = listener.accept(LONG)) {
                connection.send(Octets.of((byte) 0x2a), List.of(queues.getFirst()), LONG);
                queues.forEach(TapQueue::close); // so that all frames are the other's
                assertEquals("2a 1", output.readLine());
                assertEquals(device.name(), output.readLine());
                byte[] frame = sendToMachine(1);
                assertEquals(HexFormat.of().formatHex(frame), output.readLine());
                assertTrue(receiver.waitFor(20, TimeUnit.SECONDS));
            } finally {
                receiver.destroyForcibly();
            }
        }
        assertFalse(Files.exists(path));
    }

    @Test
    void allQueuesOfADevice() throws Exception {
        List<TapQueue> queues = device().openQueues(TapOptions.DEFAULT.queues(TapOptions.MAX_QUEUES));
        try (TapSocket.Listener listener = TapSocket.listen(directory.resolve("socket"));
                TapSocket one = TapSocket.connect(directory.resolve("socket"));
                TapSocket other = listener.accept(LONG)) {
            one.send(Octets.of((byte) 1), queues, LONG);
            int count = 0;
            while (count < queues.size()) {
                List<TapQueue> received = other.receive(LONG).queues();
                count += received.size();
                received.forEach(TapQueue::close);
            }
        }
        queues.forEach(TapQueue::close);
    }

    @Test
    void whatIsNoQueueIsNotTaken() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "x");
        try (Arena memory = Arena.ofConfined()) {
            int fd = new Libc(memory).open(memory.allocateFrom(file.toString()), 0, 0);
            SystemCallException e = assertThrows(SystemCallException.class, () -> TapQueue.takeOver(fd));
            assertEquals(25, e.errno()); // ENOTTY
            assertFalse(Files.exists(Path.of("/proc/self/fd/" + fd)));
        }
    }

    @Test
    void toAChildThatInheritsThem() throws Exception {
        MacvtapDevice device = device();
        List<TapQueue> queues = device.openQueues(TapOptions.DEFAULT.queues(1));
        byte[] frame = sendToMachine(2);
        Path out = directory.resolve("out");
        Path list = directory.resolve("list");
        // Frames of IPv6 may come first; a non-blocking read ends the loop.
        String script = "while dd bs=2000 count=1 <&3 >>$OUT 2>/dev/null && [ -s $OUT ]; do :; done; ls /proc/$$/fd >$LIST; exit 7";
        try (TapChild child = TapChild.start(
                List.of("sh", "-c", script), Map.of("OUT", out.toString(), "LIST", list.toString()), queues)) {
            assertEquals(OptionalInt.of(7), child.waitFor(LONG));
            assertFalse(child.isAlive());
        }
        String all = HexFormat.of().formatHex(Files.readAllBytes(out));
        assertTrue(all.contains(HexFormat.of().formatHex(frame)), all);
        List<String> open = Files.readAllLines(list).stream().filter(fd -> Integer.parseInt(fd) < 10).toList();
        assertEquals(List.of("0", "1", "2", "3"), open, "and no other descriptor of ours");
        queues.forEach(TapQueue::close);
    }

    @Test
    void childIsKilledWhenItIsClosedAndFailureToStartIsTold() throws Exception {
        TapChild child = TapChild.start(List.of("sleep", "100"), Map.of(), List.of());
        assertEquals(OptionalInt.empty(), child.waitFor(Duration.ofMillis(1)));
        assertTrue(child.isAlive());
        child.close();
        assertEquals(OptionalInt.of(128 + 9), child.exitStatus());
        child.close();
        assertThrows(SystemCallException.class, () -> TapChild.start(List.of("/nothing"), Map.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> TapChild.start(List.of(), Map.of(), List.of()));
    }

    @Test
    void batches() throws Exception {
        try (TapQueue queue = device().openQueue()) {
            byte[] source = cable.farEnd().address().orElseThrow().octets();
            MemorySegment[] frames = new MemorySegment[20];
            for (int i = 0; i < frames.length; i++) {
                frames[i] = PacketSocket.frame(arena, source, VM.octets(), ETHERTYPE, Arrays.copyOf(new byte[] {(byte) i}, 46));
            }
            assertEquals(15, queue.writeBatch(frames, 15));
            MemorySegment room = arena.allocate(2000);
            for (int i = 0; i < 15; i++) {
                int length = far.read(room, System.nanoTime() + LONG.toNanos(), () -> {});
                assertArrayEquals(frames[i].toArray(JAVA_BYTE), room.asSlice(0, length).toArray(JAVA_BYTE));
            }
            for (int i = 0; i < 20; i++) {
                sendToMachine(i);
            }
            MemorySegment[] into = new MemorySegment[8];
            Arrays.setAll(into, _ -> arena.allocate(2000));
            int[] lengths = new int[into.length];
            int ours = 0;
            long deadline = System.nanoTime() + LONG.toNanos();
            while (ours < 20 && System.nanoTime() < deadline) {
                int count = queue.readBatch(into, lengths);
                for (int i = 0; i < count; i++) {
                    if (into[i].get(JAVA_BYTE, 12) == (byte) 0x88 && into[i].get(JAVA_BYTE, 13) == (byte) 0xb5) {
                        assertEquals(60, lengths[i]);
                        assertEquals(ours++, into[i].get(JAVA_BYTE, 14));
                    }
                }
            }
            assertEquals(20, ours);
            assertEquals(0, queue.readBatch(into, lengths));
        }
    }

    // ---- QEMU's monitor, played by a test

    private FutureTask<List<String>> monitor(Path path, String... replies) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(path));
        FutureTask<List<String>> task = new FutureTask<>(() -> {
            List<String> requests = new ArrayList<>();
            try (server;
                    SocketChannel client = server.accept()) {
                for (String reply : replies) {
                    client.write(StandardCharsets.UTF_8.encode(reply));
                    ByteBuffer request = ByteBuffer.allocate(4096);
                    if (client.read(request) < 0) {
                        break;
                    }
                    requests.add(StandardCharsets.UTF_8.decode(request.flip()).toString());
                }
            }
            return requests;
        });
        Thread.ofPlatform().start(task);
        return task;
    }

    @Test
    void monitorsRepliesEventsAndErrors() throws Exception {
        Path path = directory.resolve("qmp");
        FutureTask<List<String>> requests = monitor(
                path,
                "{\"QMP\": {\"version\": {}}}\n",
                "{\"return\": {}}\n",
                "{\"timestamp\": {}, \"event\": \"RESET\"}\n{\"return\": {\"x\": 1}}\n",
                "{\"error\": {\"class\": \"GenericError\", \"desc\": \"no\"}}\n");
        try (QemuMonitor monitor = QemuMonitor.connect(path, LONG)) {
            assertEquals("{\"return\": {\"x\": 1}}", monitor.execute("query-x", Map.of("a", 1)));
            IOException e = assertThrows(IOException.class, () -> monitor.execute("query-y", Map.of()));
            assertTrue(e.getMessage().startsWith("QEMU refuses query-y: {\"error\""), e.getMessage());
        }
        assertEquals(3, requests.get().size());
        assertTrue(requests.get().get(1).contains("\"execute\":\"query-x\""), requests.get()::toString);
    }

    @Test
    void whatIsNoMonitorIsToldApart() throws Exception {
        Path path = directory.resolve("qmp");
        monitor(path, "220 mail\r\n");
        IOException e = assertThrows(IOException.class, () -> QemuMonitor.connect(path, LONG));
        assertTrue(e.getMessage().contains("is no monitor of QEMU"), e.getMessage());
    }
}
