package org.netlink4j.macvtap.handover;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.netlink4j.macvtap.TapQueue;

/** A program that is given a queue over a socket and prints the first frame with a certain Ethernet type. */
final class Receiver {
    private Receiver() {}

    public static void main(String[] arguments) throws IOException {
        try (TapSocket socket = TapSocket.connect(Path.of(arguments[0]));
                Arena arena = Arena.ofConfined()) {
            TapSocket.Received received = socket.receive(Duration.ofSeconds(10));
            System.out.println(HexFormat.of().formatHex(received.bytes().toArray()) + " " + received.queues().size());
            TapQueue queue = received.queues().getFirst();
            System.out.println(queue.deviceName());
            MemorySegment room = arena.allocate(2000);
            String frame;
            do {
                int length = queue.read(room, System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
                frame = HexFormat.of().formatHex(room.asSlice(0, Math.max(0, length)).toArray(JAVA_BYTE));
            } while (!frame.startsWith("88b5", 24) && !frame.isEmpty());
            System.out.println(frame);
            received.queues().forEach(TapQueue::close);
        }
    }
}
