package org.netlink4j.benchmarks.workload;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.link.Link;

/** W6: messages to bytes and back, without a socket. */
final class Codec {
    private Codec() {}

    /** Reads a message and returns its checksum. */
    private interface Decoder {
        long decode(MessageReader reader) throws MalformedMessageException;
    }

    /** Writes a message and returns where it ends. */
    private interface Encoder {
        long encode(MessageWriter writer, MemorySegment buffer, int sequence);
    }

    static Subject views(Parameters parameters) throws IOException {
        LinkView view = new LinkView();
        return decoding(parameters, reader -> {
            view.clear();
            view.accept(reader);
            return view.sum;
        });
    }

    static Subject records(Parameters parameters) throws IOException {
        return decoding(parameters, reader -> LinkSums.of(Link.decode(reader)));
    }

    private static Subject decoding(Parameters parameters, Decoder decoder) throws IOException {
        int count = parameters.number("count");
        byte[] bytes = Files.readAllBytes(Path.of(parameters.text("message")));
        MemorySegment message = Arena.global().allocate(bytes.length, 8).copyFrom(MemorySegment.ofArray(bytes));
        MessageReader reader = new MessageReader();
        return () -> {
            long allocated = -Allocation.bytes();
            long start = System.nanoTime();
            long sum = 0;
            for (int i = 0; i < count; i++) {
                reader.over(message, 0, message.byteSize());
                reader.next();
                sum += decoder.decode(reader);
            }
            return line(start, count, allocated) + " sum=" + sum;
        };
    }

    static Subject requests(Parameters parameters) {
        return encoding(parameters, MacvtapRequest::write);
    }

    static Subject recordRequests(Parameters parameters) {
        return encoding(parameters, MacvtapRequest::writeRecord);
    }

    private static Subject encoding(Parameters parameters, Encoder encoder) {
        int count = parameters.number("count");
        MemorySegment buffer = Arena.global().allocate(4096, 8);
        MessageWriter writer = new MessageWriter();
        return () -> {
            long allocated = -Allocation.bytes();
            long start = System.nanoTime();
            long end = 0;
            for (int i = 0; i < count; i++) {
                end = encoder.encode(writer, buffer, i);
            }
            String line = line(start, count, allocated);
            return line + " hex=" + HexFormat.of().formatHex(buffer.asSlice(0, end).toArray(ValueLayout.JAVA_BYTE));
        };
    }

    private static String line(long start, int count, long allocatedBefore) {
        long nanos = System.nanoTime() - start;
        return "nanos=%d count=%d allocated=%d".formatted(nanos, count, (allocatedBefore + Allocation.bytes()) / count);
    }
}
